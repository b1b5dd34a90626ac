import ArgumentParser
import Dispatch
import JobQueue
import Postgres

/// Pickup at the live edge: jobs that commit late, in another order than that of their keys.
struct LiveEdge: Bench {
  static let name = "live-edge"
  static let targets = [Target.atMost("p99_ms", 100), .atMost("lost", 0), .atMost("double", 0)]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Pickup after commit with 8 enqueuers whose transactions last 1–300 ms, at 40 % load.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Seconds a round.")
  var seconds = 8

  private static let lanes = 2
  private static let clients = 8
  private static let cost: Duration = .milliseconds(2)
  private static let load = 0.4

  /// How the enqueuers reach the load: jobs a transaction, and a pause between two.
  private struct Pace {
    let jobs: Int
    let pause: Duration

    init(rate: Double) {
      let perTransaction = rate * meanTransaction / Double(clients)
      jobs = max(1, Int(perTransaction.rounded(.up)))
      pause = .seconds(max(0, Double(clients * jobs) / rate - meanTransaction))
    }

    /// Seconds; the lengths are equally spread over 1…300 ms.
    private let meanTransaction = 0.1505
  }

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "edge")
    let capacity = try capacity(database)
    let pace = Pace(rate: Self.load * capacity)
    run.describe(
      "\(Self.clients) enqueuers, transactions of 1–300 ms that enqueue \(pace.jobs) jobs first and stay open, "
        + "\(Self.lanes) lanes, jobs of 2 ms;")
    run.describe(
      "capacity \(Table.number(capacity)) jobs/s, load \(Table.number(Self.load * capacity)) jobs/s (40 %); from COMMIT's return to the job's start"
    )
    let table = Table(["round", "jobs", "jobs/s", "p50 ms", "p99 ms", "max ms"], output: run.output)
    var p50 = Series()
    var p99 = Series()
    var worst = Series()
    var rates = Series()
    var lost = 0
    var double = 0
    for number in 1...run.rounds {
      let (latencies, tally, enqueued) = try round(database, pace)
      p50.append(latencies.percentile(50))
      p99.append(latencies.percentile(99))
      worst.append(latencies.high)
      rates.append(Double(enqueued) / Double(seconds))
      lost += tally.lost(of: enqueued) + tally.waiting
      double += tally.double
      table.row(
        ["\(number)", "\(enqueued)", Table.number(rates.values[number - 1])]
          + [p50, p99, worst].map { Table.number($0.values[number - 1]) })
      try run.round(number, ["p50_ms": latencies.percentile(50), "p99_ms": latencies.percentile(99)])
    }
    var summary = Summary(Self.name)
    summary.set("p50_ms", p50.median, digits: 2)
    summary.set("p99_ms", p99.median, digits: 2)
    summary.set("p99_low_ms", p99.low, digits: 2)
    summary.set("p99_high_ms", p99.high, digits: 2)
    summary.set("max_ms", worst.high, digits: 1)
    summary.set("rate", rates.median, digits: 0)
    summary.set("load", rates.median / capacity, digits: 2)
    summary.set("lost", lost)
    summary.set("double", double)
    summary.set("rounds", run.rounds)
    return summary
  }

  /// Jobs a second that the engine does when there is always one.
  private func capacity(_ database: BenchDatabase) throws -> Double {
    let jobs = 2000
    try database.fill(jobs: jobs)
    let pickups = Pickups()
    let seconds = try BenchEngine.run(
      url: database.url, handler: TimedHandler.make(pickups, cost: Self.cost), lanes: Self.lanes
    ) { _ in
      try Wait.until("\(jobs) jobs of 2 ms", within: .seconds(60)) {
        try database.number("select count(*) from queue.job") == 0
      }
    }
    return Double(jobs) / seconds
  }

  private func round(_ database: BenchDatabase, _ pace: Pace) throws -> (Series, Tally, Int) {
    try database.fill(jobs: 0)
    let pickups = Pickups()
    try BenchEngine.run(
      url: database.url, handler: TimedHandler.make(pickups, cost: Self.cost), lanes: Self.lanes
    ) { engine in
      try Wait.until("the engine ready", within: .seconds(20)) { engine.isReady }
      let end = ContinuousClock.now + .seconds(seconds)
      try Clients.run(Self.clients, url: database.url, name: "enqueuer") { connection, index in
        while ContinuousClock.now < end {
          let until = ContinuousClock.now + .microseconds(Int.random(in: 1000...300_000))
          var ids: [Int64] = []
          try connection.transaction { connection in
            for _ in 0..<pace.jobs {
              ids.append(
                try connection.prepared(
                  "enqueue", "select queue.enqueue('noop', $1)", [.jsonb("{\"n\": \(index)}")]
                ).int8(0, 0))
            }
            Wait.nap(until: until)
          }
          pickups.committed(ids)
          Wait.nap(pace.pause)
        }
      }
      try Wait.until("the last jobs", within: .seconds(20)) { pickups.waiting == 0 }
    }
    return (pickups.milliseconds, try Tally(database), pickups.enqueued)
  }
}
