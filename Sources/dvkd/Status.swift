internal import ArgumentParser
internal import Daemon
internal import Postgres
internal import Schema

/// `dvkd status`.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the queue at a glance.",
    discussion: """
      A line a kind: lanes alive on all daemons, jobs due, running, waiting for another attempt and scheduled, jobs completed and
      attempts failed in the last hour, and how long the oldest due job has waited. The same as psql's view queue.overview; a ~
      marks kinds whose counts above 10,000 are estimates. Then a line a check of the queue's health, as psql's view queue.health:
      ok, warn (look at it today) or bad (act now). With --check, the exit code is 1 when a check is bad.
      """)

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var output: FormatOptions

  @Flag(help: "Exit with 1 when a check of the health is bad; for a monitor.")
  var check = false

  private struct Answer: Encodable {
    let schemaVersion: Int
    let kinds: [Kind]
    let health: [HealthCheck]
  }

  private struct Kind: Encodable {
    let kind: String
    let paused: Bool
    let lanes: Int64
    let due: Int64
    let running: Int64
    let retrying: Int64
    let scheduled: Int64
    let done1h: Int64
    let errors1h: Int64
    let oldest: String?
    let oldestSeconds: Double?
    let estimated: Bool
    let defined: Bool
  }

  private static let overview = """
    select c.kind, k.paused_at is not null, (select count(*) from queue.lanes() l where l.kind = c.kind),
           c.due, c.running, c.retrying, c.scheduled, c.done_1h, c.errors_1h, queue.short_age(now() - c.oldest_due),
           extract(epoch from now() - c.oldest_due)::float8, c.estimated, c.defined
      from queue.kind_counts() c left join queue.kind k on k.name = c.kind
     order by c.kind
    """

  mutating func run() throws {
    let configuration = try options.read()
    let connection = try Connection(configuration.database, applicationName: "dvkd/status")
    let version: Int
    switch try SchemaGate.check(connection) {
    case .open(let found, _): version = found
    case .closed(let reason):
      Terminal.error(reason)
      throw CommandEnd.misconfigured
    }
    let answer = Answer(
      schemaVersion: version, kinds: try Self.kinds(connection), health: try HealthCheck.all(connection))
    if output.wantsJSON { print(try JSONText.line(answer)) } else { Self.tell(answer) }
    if check && answer.health.contains(where: { $0.state == "bad" }) { throw CommandEnd.failed }
  }

  private static func kinds(_ connection: borrowing Connection) throws(PostgresError) -> [Kind] {
    let rows = try connection.query(overview)
    var kinds: [Kind] = []
    for row in 0..<rows.count {
      kinds.append(
        Kind(
          kind: try rows.text(row, 0), paused: try rows.bool(row, 1), lanes: try rows.int8(row, 2),
          due: try rows.int8(row, 3), running: try rows.int8(row, 4), retrying: try rows.int8(row, 5),
          scheduled: try rows.int8(row, 6), done1h: try rows.int8(row, 7), errors1h: try rows.int8(row, 8),
          oldest: try rows.textOrNil(row, 9), oldestSeconds: try rows.float8OrNil(row, 10),
          estimated: try rows.bool(row, 11), defined: try rows.bool(row, 12)))
    }
    return kinds
  }

  private static func tell(_ answer: Answer) {
    print("schema version \(answer.schemaVersion)")
    let table = TextTable(
      ["kind", "lanes", "due", "running", "retrying", "scheduled", "done 1h", "errors 1h", "oldest", ""],
      answer.kinds.map { kind in
        let counts = [kind.lanes, kind.due, kind.running, kind.retrying, kind.scheduled, kind.done1h, kind.errors1h]
        return [kind.kind] + counts.map { String($0) } + [kind.oldest ?? "", remark(kind)]
      })
    for line in table.lines { print(line) }
    print()
    for check in answer.health { print(check.line) }
  }

  private static func remark(_ kind: Kind) -> String {
    let state = kind.defined ? (kind.paused ? "paused" : "") : "not defined"
    return kind.estimated ? state + "~" : state
  }
}
