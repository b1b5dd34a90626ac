import ArgumentParser
import DemoData
import Glibc
import Postgres

/// What the daemon costs when it has nothing to do, and its memory when it has a million jobs to do.
struct Idle: Bench {
  static let name = "idle"
  static let targets = [Target.atMost("queries_per_s", 2), .atMost("rss_mb", 25), .atMost("rss_mb_loaded", 60)]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "The idle daemon: statements a second, resident memory; memory under load with 1 million waiting.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Seconds over which statements are counted; 20 or more.")
  var seconds = 24

  @Option(name: .long, help: "Jobs that wait under load.")
  var jobs = 1_000_000

  private static let loaded: Duration = .seconds(15)
  private static let lanes = 4

  mutating func validate() throws {
    guard (20...300).contains(seconds) else { throw ValidationError("--seconds must be 20...300, not \(seconds)") }
  }

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "idle")
    run.describe(
      "the daemon with its own handlers and default configuration; \(seconds) s after it settled, every statement logged and counted"
    )
    let idle = try measureIdle(run, database)
    run.output.line(
      "idle: \(Table.number(idle.perSecond)) statements/s, \(Table.number(idle.memory.now)) MB resident, of which "
        + "\(Table.number(idle.memory.own)) its own and the rest pages of program and libraries"
    )
    run.describe("then with the demo's data and \(jobs) waiting jobs that validate its dossiers again and again")
    let loaded = try measureLoaded(run, database)
    run.output.line("loaded: at most \(Table.number(loaded.memory.peak)) MB resident, \(loaded.done) jobs done")
    var summary = Summary(Self.name)
    summary.set("queries_per_s", idle.perSecond, digits: 2)
    summary.set("rss_mb", idle.memory.now, digits: 1)
    summary.set("rss_mb_own", idle.memory.own, digits: 1)
    summary.set("rss_mb_loaded", loaded.memory.peak, digits: 1)
    summary.set("rss_mb_loaded_own", loaded.memory.own, digits: 1)
    summary.set("jobs_loaded", loaded.done)
    summary.set("counted_s", seconds)
    return summary
  }

  private func measureIdle(
    _ run: BenchRun, _ database: BenchDatabase
  ) throws -> (perSecond: Double, memory: ResidentMemory) {
    let log = try StatementLog(run.cluster)
    let daemon = try start(run, database, "idle")
    Wait.nap(.seconds(5))
    let before = try log.count(applications: "dvkd/")
    let begun = ContinuousClock.now
    Wait.nap(.seconds(seconds))
    let statements = try log.count(applications: "dvkd/") - before
    let perSecond = Double(statements) / (begun.duration(to: .now) / .seconds(1))
    guard before > 0 else { throw BenchError("the log shows no statement of the daemon") }
    let memory = try daemon.memory()
    try end(daemon)
    try log.stop()
    return (perSecond, memory)
  }

  private func measureLoaded(_ run: BenchRun, _ database: BenchDatabase) throws -> (memory: ResidentMemory, done: Int) {
    let connection = try database.open()
    try DemoData.write(connection: connection)
    try connection.query(
      """
      with s as materialized (select array_agg(id order by id) as ids from registry.submission)
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), 3, 20, 1, 'submission_validation',
             jsonb_build_object('submission_id', s.ids[1 + n % cardinality(s.ids)])
      from generate_series(1, $1::int) n, s
      """, [.int4(Int32(jobs))])
    try connection.script("vacuum (analyze) queue.job")
    let daemon = try start(run, database, "loaded")
    Wait.nap(Self.loaded)
    guard daemon.isRunning else { throw BenchError("the daemon ended under load: \(daemon.lastLines)") }
    let memory = try daemon.memory()
    let done = try database.number("select count(*) from queue.finished")
    guard try database.number("select count(*) from queue.job") > jobs / 4 else {
      throw BenchError("the queue ran nearly empty: that was no load")
    }
    guard done > 0 else { throw BenchError("no job was done under load: \(daemon.lastLines)") }
    try end(daemon)
    return (memory, done)
  }

  private func start(_ run: BenchRun, _ database: BenchDatabase, _ name: String) throws -> WorkerProcess {
    let daemon = try WorkerProcess(
      ["--database", database.url], lanes: [:], logFile: "\(run.cluster.directory)/\(name).log")
    try Wait.until("the daemon's lanes", within: .seconds(30), every: .milliseconds(20)) {
      guard daemon.isRunning else { throw BenchError("the daemon ended: \(daemon.lastLines)") }
      return try database.number(
        "select count(*) from pg_stat_activity where datname = current_database() and application_name like 'dvkd/%/%/%'"
      )
        >= Self.lanes
    }
    return daemon
  }

  private func end(_ daemon: WorkerProcess) throws {
    daemon.send(SIGTERM)
    let exit = try daemon.wait(within: .seconds(30))
    guard exit == .status(0) else { throw BenchError("the daemon ended with \(exit): \(daemon.lastLines)") }
  }
}
