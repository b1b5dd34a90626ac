import ArgumentParser
import Postgres

/// Bytes of WAL that a completed no-op job costs: claim, no effects, finish.
struct Wal: Bench {
  static let name = "wal"
  static let targets = [Target.atMost("bytes_per_job", 450)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Bytes of WAL a completed no-op job, against plain SQL with the same writes.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs a round.")
  var jobs = 100_000

  private static let lanes = 2

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "wal")
    run.describe(
      "\(jobs) no-op jobs, enqueued after a checkpoint as jobs of the last minutes are, none while they run;")
    run.describe(
      "last row: a checkpoint between enqueue and run, so that each page is written whole at its first change")
    // The first drain of a database makes files and catalogue entries that no later one needs.
    _ = try bytes(database, fresh: false, engine)
    let comparison = try run.alternate(unit: "bytes/job", key: "bytes_per_job") {
      try bytes(database, fresh: false, engine)
    } baseline: {
      try bytes(database, fresh: false, plainSQL)
    }
    let whole = try bytes(database, fresh: true, engine)
    let plainWhole = try bytes(database, fresh: true, plainSQL)
    run.output.line(
      "after a checkpoint: engine \(Table.number(whole)), plain SQL \(Table.number(plainWhole)) bytes/job")
    var summary = Summary(Self.name)
    summary.set("bytes_per_job", comparison.product.median, digits: 1)
    summary.set("bytes_low", comparison.product.low, digits: 1)
    summary.set("bytes_high", comparison.product.high, digits: 1)
    summary.set("baseline", comparison.baseline.median, digits: 1)
    summary.set("ratio", comparison.ratio, digits: 3)
    summary.set("bytes_per_job_after_checkpoint", whole, digits: 1)
    summary.set("baseline_after_checkpoint", plainWhole, digits: 1)
    summary.set("rounds", comparison.product.values.count)
    return summary
  }

  private func engine(_ database: BenchDatabase) throws {
    _ = try NoopDrain.run(url: database.url, lanes: Self.lanes, jobs: jobs)
  }

  private func plainSQL(_ database: BenchDatabase) throws {
    _ = try PlainDrain.run(url: database.url, connections: Self.lanes)
  }

  /// Bytes a job; `fresh` puts a checkpoint between filling and draining.
  private func bytes(_ database: BenchDatabase, fresh: Bool, _ drain: (BenchDatabase) throws -> Void) throws -> Double {
    let connection = try database.open()
    for _ in 1...3 {
      if !fresh { try connection.script("checkpoint") }
      try database.fill(jobs: jobs, checkpoint: fresh)
      let before = try position(connection)
      try drain(database)
      let after = try position(connection)
      try database.checkAllFinished(jobs: jobs)
      if before.checkpoint == after.checkpoint { return Double(after.wal - before.wal) / Double(jobs) }
    }
    throw BenchError("a checkpoint came into each of three measurements")
  }

  private func position(_ connection: borrowing Connection) throws -> (wal: Int64, checkpoint: String) {
    let rows = try connection.query(
      "select (pg_current_wal_insert_lsn() - '0/0')::int8, (select redo_lsn::text from pg_control_checkpoint())")
    return (try rows.int8(0, 0), try rows.text(0, 1))
  }
}
