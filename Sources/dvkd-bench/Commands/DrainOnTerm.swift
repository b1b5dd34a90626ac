import ArgumentParser
import Glibc

/// SIGTERM under full load: how long a daemon takes to finish what it has in hand.
struct DrainOnTerm: Bench {
  static let name = "drain-on-term"
  static let targets = [
    Target.atMost("seconds", limit), .atMost("bad_exits", 0), .atMost("lost", 0), .atMost("double", 0),
  ]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "SIGTERM under full load: seconds until the daemon has ended, its exit code, nothing lost.")

  /// The daemon's own drain limit by default, seconds.
  private static let limit = 20.0
  private static let jobs = 200_000

  @OptionGroup var options: BenchOptions

  func measure(_ run: BenchRun) throws -> Summary {
    let queue = try EffectQueue(run.cluster, name: "term", timeout: "10 s")
    try queue.fill(jobs: Self.jobs)
    run.describe(
      "a daemon of 4 lanes under full load, jobs that write a row and take 5 ms, 40 ms or nothing; drain limit \(Int(Self.limit)) s"
    )
    let table = Table(["round", "job ms", "jobs done", "seconds", "exit"], output: run.output)
    var seconds = Series()
    var bad = 0
    var done = 0
    for number in 1...max(6, run.rounds) {
      let cost = [5, 0, 40][number % 3]
      let daemon = try WorkerProcess(
        ["--database", queue.database.url, "--effect-cost", "\(cost * 1000)"],
        lanes: [EffectHandler.kind: 4, "aggregation_refresh": 0, "commendation_notice": 0],
        logFile: "\(run.cluster.directory)/daemon-\(number).log")
      try Wait.until("the daemon under full load", within: .seconds(20), every: .milliseconds(10)) {
        guard daemon.isRunning else { throw BenchError("the daemon ended: \(daemon.lastLines)") }
        return try queue.effects(of: daemon.pid) >= (cost == 0 ? 5000 : 100)
      }
      Wait.nap(.milliseconds(Int.random(in: 0...300)))
      daemon.send(SIGTERM)
      let asked = ContinuousClock.now
      let exit = try daemon.wait(within: .seconds(60))
      seconds.append(asked.duration(to: .now) / .seconds(1))
      if exit != .status(0) { bad += 1 }
      let effects = try queue.effects(of: daemon.pid)
      done += effects
      table.row(["\(number)", "\(cost)", "\(effects)", Table.number(seconds.values[number - 1]), Self.text(exit)])
      try run.round(number, ["seconds": seconds.values[number - 1], "job_ms": Double(cost), "jobs": Double(effects)])
    }
    guard try Tally(queue.database).waiting > 0 else { throw BenchError("the queue ran empty: the load was not full") }
    var summary = Summary(Self.name)
    summary.set("seconds", seconds.high, digits: 3)
    summary.set("seconds_median", seconds.median, digits: 3)
    summary.set("limit", Self.limit, digits: 1)
    summary.set("bad_exits", bad)
    summary.set("lost", try queue.lost(of: Self.jobs))
    summary.set("double", try queue.double())
    summary.set("jobs", done)
    summary.set("rounds", seconds.values.count)
    return summary
  }

  private static func text(_ exit: WorkerProcess.Exit) -> String {
    switch exit {
    case .status(let code): "\(code)"
    case .signal(let number): "signal \(number)"
    }
  }
}
