internal import ArgumentParser
internal import Daemon
internal import Postgres

/// `dvkd enqueue`.
struct Enqueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put one job, or many of one kind, into the queue and print their numbers.",
    discussion: """
      The same as psql's select queue.enqueue('KIND', 'ARGS', …) and queue.enqueue_many('KIND', array[…], …); arguments \
      are checked against the kind.  With --from all jobs are enqueued, or none.
      """)

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The kind of job, as aggregation_refresh.")
  var kind: String

  @Argument(help: "The job's arguments, a JSON object; {} if left out.")
  var args: String?

  @Option(
    help: ArgumentHelp(
      "Many jobs: a file, or - for standard input, with a JSON array of arguments or an object a line.",
      valueName: "file"))
  var from: String?

  @Option(help: "0 is first, 7 is last; the kind's own if left out.")
  var priority: Int16?

  @Option(help: ArgumentHelp("Not before this time, as “2026-07-01 08:00+07”.", valueName: "time"))
  var runAt: String?

  @Option(help: "The same key gives the same job until the key expires; with --from KEY/1, KEY/2, … are the keys.")
  var idempotencyKey: String?

  @Option(help: "Due jobs of the same key run once.")
  var coalesceKey: String?

  @Option(help: "One job at a time for each key.")
  var concurrencyKey: String?

  @Option(help: "Attempts allowed; the kind's own if left out.")
  var maxAttempts: Int16?

  @Flag(help: "Check everything and enqueue nothing.")
  var dryRun = false

  private struct Answer: Encodable {
    let id: Int64?
  }

  private struct Answers: Encodable {
    let ids: [Int64]
  }

  mutating func validate() throws {
    if from != nil, args != nil { throw ValidationError("give either ARGS or --from, not both") }
  }

  mutating func run() throws {
    let configuration = try options.read()
    let source = try from.map(ArgsSource.read)
    let connection = try Connection(
      configuration.database, applicationName: "dvkd/enqueue")
    if let source { return try enqueueMany(source, connection) }
    let rows = try connection.query(
      """
      select queue.enqueue($1, $2::text::jsonb, $3::int, $4::text::timestamptz, $5, $6, $7, $8::int, $9)
      """, [.text(kind), .text(args ?? "{}")] + parameters)
    let id = try rows.int8OrNil(0, 0)
    print(output.wantsJSON ? try JSONText.line(Answer(id: id)) : id.map(String.init) ?? "valid; nothing was enqueued")
  }

  private func enqueueMany(_ source: ArgsSource.Text, _ connection: borrowing Connection) throws {
    let (list, value) =
      switch source {
      case .array(let text): ("jsonb_array_elements($2::text::jsonb)", Parameter.text(text))
      case .lines(let lines): ("unnest($2::text[]::jsonb[])", Parameter.textArray(lines))
      }
    let rows = try connection.query(
      """
      select e.id
      from (select array(select \(list)) as args) a,
        lateral (select cardinality(a.args) as count) n,
        queue.enqueue_many($1, a.args, $3::int, $4::text::timestamptz,
          case when $5 is not null then array(select $5 || '/' || i from generate_series(1, n.count) i order by i) end,
          case when $6 is not null then array_fill($6, array[n.count]) end,
          case when $7 is not null then array_fill($7, array[n.count]) end, $8::int, $9) with ordinality e (id, number)
      order by e.number
      """, [.text(kind), value] + parameters)
    let ids = try (0..<rows.count).map { try rows.int8($0, 0) }
    if output.wantsJSON {
      print(try JSONText.line(Answers(ids: ids)))
    } else if dryRun {
      print("valid; nothing was enqueued")
    } else {
      for id in ids { print(id) }
    }
  }

  /// `$3` … `$9` of both calls.
  private var parameters: [Parameter] {
    [
      .int4(priority.map(Int32.init)), .text(runAt), .text(idempotencyKey), .text(coalesceKey), .text(concurrencyKey),
      .int4(maxAttempts.map(Int32.init)), .bool(dryRun),
    ]
  }
}
