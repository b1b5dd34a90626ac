import ArgumentParser
import Postgres

/// A drain while somebody holds a snapshot: no dead row can be removed, and the claim must not slow down over them.
struct HeldSnapshot: Bench {
  static let name = "held-snapshot"
  static let targets = [Target.atLeast("ratio", 0.9), .atMost("left_behind", 0), .atMost("lost", 0)]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract:
      "Drain under an open REPEATABLE READ snapshot with an enqueue stream: rate of the last third / first third.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs that wait at the start.")
  var jobs = 300_000

  @Option(name: .long, help: "Jobs a second that are enqueued meanwhile, each committed on its own.")
  var stream = 500

  @Option(name: .long, help: "Lanes of the engine, and connections of plain SQL.")
  var lanes = 2

  private struct Found {
    let thirds: Thirds
    let streamed: Int
    let leftBehind: LeftBehind
    let tally: Tally
  }

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "held")
    run.describe(
      "\(jobs) no-op jobs (the cheaper the job, the more the dead rows count) and \(stream)/s on top, to 3 s after the backlog;"
    )
    run.describe(
      "left behind: started over 1 s after a job with a greater (run_at, id); plain SQL claims from the head, no stream"
    )
    let table = Table(
      ["round", "first third/s", "last third/s", "ratio", "streamed", "left behind"], output: run.output)
    var ratios = Series()
    var firsts = Series()
    var lasts = Series()
    var behind = 0
    var worst: Int64 = 0
    var lost = 0
    var double = 0
    for number in 1...run.rounds {
      let found = try engine(database)
      ratios.append(found.thirds.ratio)
      firsts.append(found.thirds.first)
      lasts.append(found.thirds.last)
      behind += found.leftBehind.count
      worst = max(worst, found.leftBehind.worst)
      lost += found.tally.lost(of: jobs + found.streamed) + found.tally.waiting
      double += found.tally.double
      table.row([
        "\(number)", Table.number(found.thirds.first), Table.number(found.thirds.last), Table.ratio(found.thirds.ratio),
        "\(found.streamed)", "\(found.leftBehind.count)",
      ])
      try run.round(
        number,
        [
          "rate": found.thirds.last, "first_third": found.thirds.first, "ratio": found.thirds.ratio,
          "left_behind": Double(found.leftBehind.count),
        ])
    }
    // Slow, and always the same: once is enough to see what the cursor is for.
    let plain = try plainSQL(database)
    run.output.line(
      "plain SQL from the head: first third \(Table.number(plain.first)), last \(Table.number(plain.last)) jobs/s, "
        + "ratio \(Table.ratio(plain.ratio))")
    var summary = Summary(Self.name)
    summary.set("ratio", ratios.median, digits: 3)
    summary.set("ratio_low", ratios.low, digits: 3)
    summary.set("ratio_high", ratios.high, digits: 3)
    summary.set("rate", lasts.median, digits: 0)
    summary.set("first_third", firsts.median, digits: 0)
    summary.set("left_behind", behind)
    summary.set("worst_behind_ms", Double(worst) / 1000, digits: 1)
    summary.set("lost", lost)
    summary.set("double", double)
    summary.set("baseline_ratio", plain.ratio, digits: 3)
    summary.set("rounds", run.rounds)
    return summary
  }

  private func engine(_ database: BenchDatabase) throws -> Found {
    try database.fill(jobs: jobs)
    let holder = try hold(database)
    let done = Counter()
    let commits = try BenchEngine.run(url: database.url, handler: NoopDrain.handler(done), lanes: lanes) { _ in
      let feed = EnqueueStream(url: database.url, perSecond: stream)
      let commits: [Int64: Int64]
      do {
        try Wait.until("\(jobs) jobs done", within: .seconds(120)) { done.value >= jobs }
        Wait.nap(.seconds(3))
        commits = try feed.stop()
      } catch {
        _ = try feed.stop()
        throw error
      }
      try Wait.until("the empty queue", within: .seconds(20), every: .milliseconds(20)) {
        try database.number("select count(*) from queue.job") == 0
      }
      return commits
    }
    try holder.query("commit")
    return Found(
      thirds: try Thirds(database, jobs: jobs), streamed: commits.count,
      leftBehind: LeftBehind(try starts(database, commits), limit: 1_000_000), tally: try Tally(database))
  }

  private func plainSQL(_ database: BenchDatabase) throws -> Thirds {
    try database.fill(jobs: jobs)
    let holder = try hold(database)
    _ = try PlainDrain.run(url: database.url, connections: lanes)
    try holder.query("commit")
    return try Thirds(database, jobs: jobs)
  }

  /// Opens a transaction that holds a snapshot until it is committed.
  private func hold(_ database: BenchDatabase) throws -> Connection {
    let holder = try Connection(ConnectionString(database.url), applicationName: "dvkd-bench/snapshot")
    try holder.script("begin isolation level repeatable read; select count(*) from queue.kind")
    return holder
  }

  /// When each job was to run (it was enqueued to run at once) and when its transaction began.
  private func starts(_ database: BenchDatabase, _ commits: [Int64: Int64]) throws -> [LeftBehind.Start] {
    let rows = try database.open().query("select id, enqueued_at, started_at from queue.finished")
    return try (0..<rows.count).map { row in
      let id = try rows.int8(row, 0)
      return LeftBehind.Start(
        runAt: try rows.timestamptz(row, 1).microsecondsSince2000, id: id,
        started: try rows.timestamptz(row, 2).microsecondsSince2000, visible: commits[id])
    }
  }
}
