import ArgumentParser
import Glibc

/// SIGSTOP of one of two busy daemons: until its jobs have run elsewhere, and what it does when it wakes up.
struct Stop: Bench {
  static let name = "stop"
  static let targets = [
    Target.atMost("seconds", timeout + 3), .atMost("lost", 0), .atMost("double", 0),
  ]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract:
      "SIGSTOP of one of two busy daemons: seconds until its jobs were done elsewhere; double effects after SIGCONT.")

  /// The kind's, seconds.
  private static let timeout = 2.0

  @OptionGroup var options: BenchOptions

  func measure(_ run: BenchRun) throws -> Summary {
    let queue = try EffectQueue(run.cluster, name: "stop", timeout: "\(Int(Self.timeout)) s")
    let daemons = TwoDaemons(queue: queue, directory: run.cluster.directory)
    run.describe(
      "two daemons of \(TwoDaemons.lanes) lanes, 4500 jobs of 5 ms that write a row each; kind timeout \(Int(Self.timeout)) s"
    )
    let table = Table(["round", "jobs held", "seconds", "lost", "double"], output: run.output)
    var seconds = Series()
    var held = Series()
    var lost = 0
    var double = 0
    for number in 1...run.rounds {
      let outcome = try daemons.round(number, jobs: 4500, limit: .seconds(60)) { _ in
        nil
      } mend: { victim in
        victim.send(SIGCONT)
        let before = try queue.effects(of: victim.pid)
        try Wait.until("the stopped daemon at work again", within: .seconds(20), every: .milliseconds(20)) {
          try queue.effects(of: victim.pid) > before || queue.database.number("select count(*) from queue.job") == 0
        }
        try queue.waitUntilEmpty(within: .seconds(60))
        try daemons.end(victim)
      }
      seconds.append(outcome.seconds)
      held.append(Double(outcome.held))
      lost += outcome.lost
      double += outcome.double
      table.row(["\(number)", "\(outcome.held)", Table.number(outcome.seconds), "\(outcome.lost)", "\(outcome.double)"])
      try run.round(number, ["seconds": outcome.seconds, "held": Double(outcome.held)])
    }
    var summary = Summary(Self.name)
    summary.set("seconds", seconds.median, digits: 3)
    summary.set("seconds_low", seconds.low, digits: 3)
    summary.set("seconds_high", seconds.high, digits: 3)
    summary.set("bound", Self.timeout + 3, digits: 1)
    summary.set("held", held.median, digits: 0)
    summary.set("lost", lost)
    summary.set("double", double)
    summary.set("rounds", run.rounds)
    return summary
  }
}
