import Postgres
import TestSupport
import Testing

/// stats.ask_refresh.sql: when the refresh comes that a writer asks for.
@Suite("stats.ask_refresh")
struct StatsAskRefreshTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase.migrated()
  }

  /// Asks, and says how many milliseconds later than now the refresh is due, 0 for at once.
  private func ask() throws -> Double {
    let connection = try database.connect()
    let job = try connection.query("select stats.ask_refresh()").int8(0, 0)
    return try connection.query(
      "select greatest(0, extract(epoch from run_at - enqueued_at) * 1000)::float8 from queue.job where id = $1",
      [.int8(job)]
    ).float8(0, 0)
  }

  @Test("at once when nothing waits, also right after one that is done")
  func idle() throws {
    #expect(try ask() == 0)
    try database.connect().query("delete from queue.job")
    #expect(try ask() == 0)
  }

  @Test("half a second later while one waits or is under way, and all who ask meanwhile join it")
  func busy() throws {
    let worker = try database.connect()
    #expect(try ask() == 0)
    try worker.query("begin")
    try worker.query("delete from queue.job")
    #expect((400...600).contains(try ask()))
    #expect((1...600).contains(try ask()))
    #expect((1...600).contains(try ask()))
    try worker.query("commit")
    #expect(
      try worker.query("select count(distinct run_at) || ' ' || count(*) from queue.job").text(0, 0) == "1 3")
  }

  @Test("a refresh that failed and waits for its next attempt delays nobody, nor do jobs of other kinds")
  func retried() throws {
    let connection = try database.connect()
    #expect(try ask() == 0)
    try connection.query("update queue.job set attempt = 5, run_at = now() + interval '32 s'")
    try connection.query("select queue.define_kind('other', fields => '[]')")
    try connection.query("select queue.enqueue('other', '{}')")
    #expect(try ask() == 0)
  }

  @Test("a change that is taken back asks for nothing")
  func rolledBack() throws {
    let connection = try database.connect()
    try connection.query("begin")
    try connection.query("select stats.ask_refresh()")
    try connection.query("rollback")
    #expect(try connection.query("select count(*) from queue.job").int8(0, 0) == 0)
  }
}
