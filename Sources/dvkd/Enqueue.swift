internal import ArgumentParser
internal import Daemon
internal import Postgres

/// `dvkd enqueue`.
struct Enqueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put one job into the queue and print its number.",
    discussion: "The same as psql's select queue.enqueue('KIND', 'ARGS', …); arguments are checked against the kind.")

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The kind of job, as aggregation_refresh.")
  var kind: String

  @Argument(help: "The job's arguments, a JSON object.")
  var args = "{}"

  @Option(help: "0 is first, 7 is last; the kind's own if left out.")
  var priority: Int16?

  @Option(help: ArgumentHelp("Not before this time, as “2026-07-01 08:00+07”.", valueName: "time"))
  var runAt: String?

  @Option(help: "Enqueues once for equal keys.")
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

  mutating func run() throws {
    let configuration = try options.read()
    let connection = try Connection(
      configuration.database, applicationName: "dvkd/enqueue")
    let rows = try connection.query(
      """
      select queue.enqueue($1, $2::text::jsonb, $3::int, $4::text::timestamptz, $5, $6, $7, $8::int, $9)
      """,
      [
        .text(kind), .text(args), .int4(priority.map(Int32.init)), .text(runAt), .text(idempotencyKey),
        .text(coalesceKey),
        .text(concurrencyKey), .int4(maxAttempts.map(Int32.init)), .bool(dryRun),
      ])
    let id = try rows.int8OrNil(0, 0)
    print(output.wantsJSON ? try JSONText.line(Answer(id: id)) : id.map(String.init) ?? "valid; nothing was enqueued")
  }
}
