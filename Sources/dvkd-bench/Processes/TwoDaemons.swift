import Glibc
import Postgres

/// Two daemons that share a full queue, one of which comes to harm.
struct TwoDaemons {
  static let lanes = 2
  /// What a job takes.
  static let cost: Duration = .milliseconds(5)

  let queue: EffectQueue
  let directory: String

  /// What became of one round.
  struct Outcome {
    /// From the signal until the last job that the victim held was done elsewhere.
    let seconds: Double
    let held: Int
    let lost: Int
    let double: Int
  }

  /// Fills the queue and starts two daemons; when both are at work, stops one, and reads what it holds.
  ///
  /// `jobs`: jobs in the queue; enough to keep the survivor busy. `limit`: how long the jobs held may take to be done
  /// elsewhere. `harm`: called with the stopped victim; the time counts from the returned instant. `mend`: called
  /// with the victim when its jobs are done.
  func round(
    _ number: Int, jobs: Int, limit: Duration, harm: (WorkerProcess) throws -> ContinuousClock.Instant?,
    mend: (WorkerProcess) throws -> Void
  ) throws -> Outcome {
    try queue.fill(jobs: jobs)
    let victim = try start("victim-\(number)")
    try waitForBoots(1, victim)
    let boot = try queue.boots(lanes: Self.lanes).first ?? ""
    let survivor = try start("survivor-\(number)")
    try waitForBoots(2, survivor)
    try Wait.until("both daemons at work", within: .seconds(20), every: .milliseconds(10)) {
      try queue.effects(of: victim.pid) >= 100 && queue.effects(of: survivor.pid) >= 100
    }

    let (held, stopped) = try stop(victim, boot)
    let since = try harm(victim) ?? stopped
    try Wait.until("the jobs of the victim done elsewhere", within: limit, every: .milliseconds(3)) {
      try queue.database.number(
        "select count(distinct job_id) from bench.effect where job_id = any ($1)", [.int8Array(held)]) == held.count
    }
    let seconds = since.duration(to: .now) / .seconds(1)
    guard try queue.database.number("select count(*) from queue.job") > 0 else {
      throw BenchError("the queue ran empty before the victim's jobs were done: the survivor was not busy")
    }
    try mend(victim)
    try queue.waitUntilEmpty(within: .seconds(120))
    try end(survivor)
    return Outcome(seconds: seconds, held: held.count, lost: try queue.lost(of: jobs), double: try queue.double())
  }

  /// Ends a daemon as systemd does.
  func end(_ daemon: WorkerProcess) throws {
    daemon.send(SIGTERM)
    let exit = try daemon.wait(within: .seconds(25))
    guard exit == .status(0) else { throw BenchError("a daemon ended with \(exit): \(daemon.lastLines)") }
  }

  private func start(_ name: String) throws -> WorkerProcess {
    try WorkerProcess(
      ["--database", queue.database.url, "--effect-cost", "\(Int(Self.cost / .microseconds(1)))"],
      lanes: [EffectHandler.kind: Self.lanes, "aggregation_refresh": 0, "commendation_notice": 0],
      logFile: "\(directory)/\(name).log")
  }

  private func waitForBoots(_ count: Int, _ daemon: WorkerProcess) throws {
    try Wait.until("a daemon up", within: .seconds(20), every: .milliseconds(10)) {
      guard daemon.isRunning else { throw BenchError("a daemon ended: \(daemon.lastLines)") }
      return try queue.boots(lanes: Self.lanes).count >= count
    }
  }

  /// Stops a daemon at a moment when it holds jobs.
  ///
  /// Stopped, it can finish nothing any more, so what it holds is exactly what must run elsewhere: read when it no longer changes.
  private func stop(_ daemon: WorkerProcess, _ boot: String) throws -> ([Int64], ContinuousClock.Instant) {
    for _ in 1...20 {
      let stopped = ContinuousClock.now
      daemon.send(SIGSTOP)
      var before = try queue.held(by: boot)
      try Wait.until("a steady list of jobs held", within: .seconds(5), every: .milliseconds(20)) {
        let now = try queue.held(by: boot)
        defer { before = now }
        return now == before
      }
      if !before.isEmpty { return (before, stopped) }
      daemon.send(SIGCONT)
      Wait.nap(.milliseconds(37))
    }
    throw BenchError("the busy daemon held no job in 20 tries")
  }
}
