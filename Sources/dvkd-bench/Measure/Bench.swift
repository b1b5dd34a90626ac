import ArgumentParser

/// A benchmark of the queue: a subcommand that measures on a cluster of its own.
protocol Bench: ParsableCommand {
  /// The subcommand, also `bench` in JSON.
  static var name: String { get }
  /// What is to be reached.
  static var targets: [Target] { get }
  var options: BenchOptions { get }

  /// Measures on a fresh cluster and says what was found; prints its rounds as it goes.
  func measure(_ run: BenchRun) throws -> Summary
}

extension Bench {
  func run() throws {
    CleanUp.shared.install(limit: .seconds(590))
    _ = try runOnce()
  }

  /// Measures on a cluster that is gone afterwards, also on an error, and prints the summary last.
  func runOnce() throws -> Summary {
    let output = BenchOutput(json: options.json)
    let clock = ContinuousClock()
    let start = clock.now
    let cluster = try Cluster()
    let summary: Summary
    do {
      let run = BenchRun(bench: Self.name, cluster: cluster, output: output, rounds: options.rounds)
      try run.stateSettings()
      summary = try measure(run)
      try cluster.stop()
    } catch {
      CleanUp.shared.endChildren()
      try cluster.stop()
      throw error
    }
    var ended = summary
    ended.set("took_s", start.duration(to: clock.now) / .seconds(1), digits: 1)
    output.line(ended.text)
    for target in Self.targets { output.line(target.judgement(ended)) }
    try output.object(ended.object)
    return ended
  }
}
