import Dispatch
import JobQueue
import Postgres

/// Single jobs into an idle queue at random intervals.
struct IdleQueue {
  /// Longest time for one series: a slow pickup makes it shorter, not the benchmark longer.
  private static let limit: Duration = .seconds(40)

  let url: String
  /// Between one job's start and the next one's enqueueing, microseconds.
  let pause: ClosedRange<Int>

  /// Enqueues jobs one by one, each when the former one has begun, for which the handler signals.
  func run(jobs: Int, pickups: Pickups, signal: DispatchSemaphore) throws {
    let connection = try Connection(ConnectionString(url), applicationName: "dvkd-bench/enqueuer")
    let end = ContinuousClock.now + Self.limit
    for number in 1...jobs where ContinuousClock.now < end {
      Wait.nap(.microseconds(Int.random(in: pause)))
      let id = try connection.prepared(
        "enqueue", "select queue.enqueue('noop', $1)", [.jsonb("{\"n\": \(number)}")]
      ).int8(0, 0)
      pickups.committed([id])
      guard signal.wait(timeout: .now() + .seconds(20)) == .success else {
        throw BenchError("job \(id) was not begun within 20 s")
      }
    }
  }

  /// The same through the engine, ready and idle.
  func engine(jobs: Int, lanes: Int, pollInterval: Duration, usesNotify: Bool) throws -> Series {
    let pickups = Pickups()
    let signal = DispatchSemaphore(value: 0)
    try BenchEngine.run(
      url: url, handler: TimedHandler.make(pickups, signal: signal), lanes: lanes, pollInterval: pollInterval,
      usesNotify: usesNotify
    ) { engine in
      try Wait.until("the engine ready", within: .seconds(20)) { engine.isReady }
      try run(jobs: jobs, pickups: pickups, signal: signal)
    }
    return pickups.milliseconds
  }
}
