import ArgumentParser

/// Pickup latency of an idle queue, with wake-ups.
struct Latency: Bench {
  static let name = "latency"
  static let targets = [Target.atMost("p50_ms", 2), .atMost("p99_ms", 10)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Idle queue, one job at a time: from commit to handler start.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs a round through the engine; a third as many through plain SQL.")
  var jobs = 150

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "latency")
    let queue = IdleQueue(url: database.url, pause: 5000...150_000)
    run.describe(
      "\(jobs) jobs, 5–150 ms apart; engine with 2 lanes, poll interval 1 s; plain SQL: LISTEN, a trigger that always notifies"
    )
    let table = Table(["round", "p50 ms", "p99 ms", "max ms", "plain p50", "plain p99"], output: run.output)
    var measured = 0
    var p50 = Series()
    var p99 = Series()
    var plain50 = Series()
    var plain99 = Series()
    for number in 1...run.rounds {
      try database.fill(jobs: 0)
      let engine = try queue.engine(jobs: jobs, lanes: 2, pollInterval: .seconds(1), usesNotify: true)
      let plain = try PlainListener.run(queue, jobs: jobs / 3, database: database)
      measured += engine.values.count
      p50.append(engine.percentile(50))
      p99.append(engine.percentile(99))
      plain50.append(plain.percentile(50))
      plain99.append(plain.percentile(99))
      table.row(
        ["\(number)"]
          + [engine.percentile(50), engine.percentile(99), engine.high, plain.percentile(50), plain.percentile(99)]
          .map(Table.number))
      try run.round(number, ["p50_ms": engine.percentile(50), "p99_ms": engine.percentile(99), "max_ms": engine.high])
    }
    var summary = Summary(Self.name)
    summary.set("p50_ms", p50.median, digits: 2)
    summary.set("p99_ms", p99.median, digits: 2)
    summary.set("p99_low_ms", p99.low, digits: 2)
    summary.set("p99_high_ms", p99.high, digits: 2)
    summary.set("baseline_p50_ms", plain50.median, digits: 2)
    summary.set("baseline_p99_ms", plain99.median, digits: 2)
    summary.set("jobs", measured)
    summary.set("rounds", run.rounds)
    return summary
  }
}
