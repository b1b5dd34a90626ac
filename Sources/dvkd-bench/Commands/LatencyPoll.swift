import ArgumentParser

/// Pickup latency of an idle queue when no wake-up arrives: polling is the truth.
struct LatencyPoll: Bench {
  static let name = "latency-poll"
  static let targets = [Target.atMost("over_poll_ms", 20)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "The same with NOTIFY off: from commit to handler start, against the poll interval.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs a round.")
  var jobs = 120

  @Option(name: .long, help: "Milliseconds between two polls; 10...1000.")
  var pollInterval = 100

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "latency")
    let queue = IdleQueue(url: database.url, pause: 1000...200_000)
    run.describe("\(jobs) jobs, 1–200 ms apart; engine with 2 lanes, NOTIFY off, poll interval \(pollInterval) ms")
    let table = Table(["round", "p50 ms", "p99 ms", "max ms"], output: run.output)
    var measured = 0
    var p50 = Series()
    var p99 = Series()
    for number in 1...run.rounds {
      let found = try queue.engine(
        jobs: jobs, lanes: 2, pollInterval: .milliseconds(pollInterval), usesNotify: false)
      measured += found.values.count
      p50.append(found.percentile(50))
      p99.append(found.percentile(99))
      table.row(["\(number)"] + [found.percentile(50), found.percentile(99), found.high].map(Table.number))
      try run.round(number, ["p50_ms": found.percentile(50), "p99_ms": found.percentile(99), "max_ms": found.high])
    }
    var summary = Summary(Self.name)
    summary.set("p50_ms", p50.median, digits: 2)
    summary.set("p99_ms", p99.median, digits: 2)
    summary.set("p99_low_ms", p99.low, digits: 2)
    summary.set("p99_high_ms", p99.high, digits: 2)
    summary.set("poll_interval_ms", pollInterval)
    summary.set("over_poll_ms", p99.median - Double(pollInterval), digits: 2)
    summary.set("jobs", measured)
    summary.set("rounds", run.rounds)
    return summary
  }
}
