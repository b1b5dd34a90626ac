import ArgumentParser
import Glibc

/// kill -9 of one of two busy daemons: until its jobs have run elsewhere.
struct Crash: Bench {
  static let name = "crash"
  static let targets = [Target.atMost("seconds", 1), .atMost("lost", 0), .atMost("double", 0)]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "kill -9 of one of two busy daemons: seconds until all jobs it held were done elsewhere.")

  @OptionGroup var options: BenchOptions

  func measure(_ run: BenchRun) throws -> Summary {
    let queue = try EffectQueue(run.cluster, name: "crash", timeout: "10 s")
    let daemons = TwoDaemons(queue: queue, directory: run.cluster.directory)
    run.describe("two daemons of \(TwoDaemons.lanes) lanes, 3000 jobs of 5 ms that write a row each; kind timeout 10 s")
    let table = Table(["round", "jobs held", "seconds", "lost", "double"], output: run.output)
    var seconds = Series()
    var held = Series()
    var lost = 0
    var double = 0
    for number in 1...run.rounds {
      let outcome = try daemons.round(number, jobs: 3000, limit: .seconds(60)) { victim in
        let killed = ContinuousClock.now
        victim.send(SIGKILL)
        return killed
      } mend: {
        _ = try $0.wait(within: .seconds(5))
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
    summary.set("held", held.median, digits: 0)
    summary.set("lost", lost)
    summary.set("double", double)
    summary.set("rounds", run.rounds)
    return summary
  }
}
