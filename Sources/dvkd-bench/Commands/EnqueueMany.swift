import ArgumentParser
import Postgres

/// Many jobs in one call, against one `insert … select` from the same array.
struct EnqueueMany: Bench {
  static let name = "enqueue-many"
  static let targets = [Target.atLeast("ratio", 0.5)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "queue.enqueue_many a row against insert … select from the same array.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs a call.")
  var batch = 1000

  private static let seconds = 2

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "enqueue")
    guard
      try database.number(
        "select count(*) from pg_proc where proname = 'enqueue_many' and pronamespace = 'queue'::regnamespace") > 0
    else { throw BenchError("this schema has no queue.enqueue_many") }
    run.describe("1 client for \(Self.seconds) s, \(batch) jobs a call and transaction, prepared statements")
    let comparison = try run.alternate(atLeast: 5, unit: "rows/s", names: ("enqueue_many", "insert … select")) {
      try rate(database, "select count(*) from queue.enqueue_many('noop', $1)")
    } baseline: {
      try rate(
        database,
        """
        with inserted as (
          insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
          select now(), now(), 4, 20, 1, 'noop', a.args from unnest($1) a (args) returning id)
        select count(*) from inserted
        """)
    }
    var summary = comparison.summary(Self.name)
    summary.set("batch", batch)
    return summary
  }

  private func rate(_ database: BenchDatabase, _ sql: String) throws -> Double {
    try database.fill(jobs: 0)
    let args = Parameter.jsonbArray((1...batch).map { "{\"n\": \($0)}" })
    let connection = try database.open()
    let start = ContinuousClock.now
    var calls = 0
    while start.duration(to: .now) < .seconds(Self.seconds) {
      try connection.prepared("enqueue", sql, [args])
      calls += 1
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    let waiting = try database.number("select count(*) from queue.job")
    guard waiting == calls * batch else { throw BenchError("\(calls * batch) jobs were enqueued and \(waiting) wait") }
    return Double(waiting) / seconds
  }
}
