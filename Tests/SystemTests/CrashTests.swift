import Foundation
import Postgres
import TestSupport
import Testing

@Suite("A crash in the middle of the demo's validation", .serialized)
struct CrashTests {
  enum Crash: String, CaseIterable {
    case daemonKilled, serverRestartedImmediately
  }

  @Test("every submission has exactly one outcome and no figure differs", arguments: Crash.allCases)
  func recovers(crash: Crash) throws {
    let cluster = try ThrowAwayCluster()
    try query(cluster.url("postgres"), "create database dvkd")
    let url = cluster.url("dvkd")
    try dvkd("migrate", url)
    try dvkd("demo-data", url)
    let jobs = try count(url, "select count(*) from queue.job where kind = 'submission_validation'")

    var (daemon, socket) = try start(url)
    try eventually(within: .seconds(120), "a quarter of the validation") {
      try count(url, "select count(*) from queue.finished where kind = 'submission_validation'") > jobs / 4
    }
    // Stopped, it holds the locks of its batches still, so the jobs in hand can be read.
    daemon.send(SIGSTOP)
    var inHand: [Int64] = []
    try eventually(within: .seconds(20), "jobs in hand") {
      let running = try query(
        url, "select coalesce(array_agg(id), '{}') from queue.running where kind = 'submission_validation'")
      let before = inHand
      inHand = try running.int8Array(0, 0)
      return !inHand.isEmpty && inHand == before
    }
    #expect(try count(url, "select count(*) from queue.job") > 0, "the crash came too late to be in the middle")

    switch crash {
    case .daemonKilled:
      daemon.send(SIGKILL)
      #expect(try daemon.wait() == .signal(SIGKILL))
      (daemon, socket) = try start(url)
      try socket.wait(within: .seconds(30)) { $0.hasPrefix("READY=1") }
    case .serverRestartedImmediately:
      try cluster.restartImmediately()
      daemon.send(SIGCONT)
    }
    let up = ContinuousClock.now
    try eventually(within: .seconds(30), "the first orphaned job") {
      try query(url, "select exists (select from queue.finished where id = any ($1))", [.int8Array(inHand)]).bool(0, 0)
    }
    let delay = up.duration(to: .now)
    print("\(crash): \(inHand.count) jobs in hand; the first ran again \(delay) after the daemon was up")
    // Well under a second here; the bound leaves room for a busy machine, and is far from any timeout to wait for.
    #expect(delay < .seconds(crash == .daemonKilled ? 2 : 5))

    try drain(url)
    #expect(try count(url, "select count(*) from registry.submission where state = 'submitted'") == 0)
    let outcomes = try query(
      url,
      """
      select count(*), count(distinct id), count(*) filter (where outcome = 'completed')
      from queue.finished where kind = 'submission_validation'
      """)
    #expect(try [outcomes.int8(0, 0), outcomes.int8(0, 1), outcomes.int8(0, 2)] == [jobs, jobs, jobs])

    try dvkd("demo-data", url, "--supplements")
    try drain(url)
    try query(url, "select queue.enqueue('aggregation_refresh', '{}')")
    try drain(url)
    try query(
      url,
      "select stats.close_period(unit_code, dimensions ->> 'base', 'chốt') from stats.reported_figure where measure = 'M14'"
    )
    let figures = try query(
      url, "select count(*), count(*) filter (where equal is not true) from stats.reconciliation")
    #expect(try figures.int8(0, 0) == 41)
    #expect(try figures.int8(0, 1) == 0, "figures that differ")
    daemon.send(SIGTERM)
    #expect(try daemon.wait() == .status(0))
  }

  private func start(_ url: String) throws -> (ProcessDriver, NotifySocket) {
    let socket = try NotifySocket()
    let daemon = try ProcessDriver(
      "dvkd", ["run", "--database", url], environment: ["NOTIFY_SOCKET": socket.address])
    return (daemon, socket)
  }

  private func dvkd(_ command: String, _ url: String, _ arguments: String...) throws {
    let program = try ProcessDriver("dvkd", [command, "--database", url] + arguments)
    #expect(try program.wait(within: .seconds(240)) == .status(0), "\(program.errorLines.suffix(5))")
  }

  private func drain(_ url: String) throws {
    try eventually(within: .seconds(240), "the empty queue") { try count(url, "select count(*) from queue.job") == 0 }
  }

  private func count(_ url: String, _ sql: String) throws -> Int64 { try query(url, sql).int8(0, 0) }

  @discardableResult
  private func query(_ url: String, _ sql: String, _ parameters: [Parameter] = []) throws -> Rows {
    try Connection(ConnectionString(url), applicationName: "dvkd-test").query(sql, parameters)
  }
}
