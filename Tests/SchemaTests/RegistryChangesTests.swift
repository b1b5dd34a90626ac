import Postgres
import TestSupport
import Testing

@Suite("registry.changes and registry.withdraw")
struct RegistryChangesTests {
  @Test("the feed waits for an older transaction and then gives everything, in order, once")
  func lateCommit() throws {
    let fixture = try RegistryFixture()
    let ids = try (1...3).map { try fixture.submit("k\($0)", RegistryFixture.registration("Mô hình \($0)")) }
    try fixture.run("select registry.withdraw(\(ids[0]), 'nhầm')")
    // Transactions of other databases delay the feed as well, so what shall come is waited for.
    var cursor: String?
    try eventually("the first change") {
      cursor = try fixture.text("select max(cursor) from registry.changes()")
      return cursor != nil
    }
    let late = try fixture.database.connect()
    try late.query("begin")
    try late.query("select registry.withdraw(\(ids[1]), 'nhầm')")
    try fixture.run("select registry.withdraw(\(ids[2]), 'nhầm')")
    let after = "select submission_id from registry.changes($1)"
    #expect(try fixture.rows(after, [.text(cursor)]) == [])
    try late.query("commit")
    try eventually("both changes") { try fixture.rows(after, [.text(cursor)]) == ["\(ids[1])", "\(ids[2])"] }
    let first = try fixture.text("select cursor from registry.changes($1, 1)", [.text(cursor)])
    #expect(try fixture.rows(after, [.text(first)]) == ["\(ids[2])"])
  }

  @Test("a cursor or a limit that cannot be is refused", arguments: ["'x'", "'1'", "'1-'", "null, 0", "null, 10001"])
  func badCursor(arguments: String) throws {
    let fixture = try RegistryFixture()
    let error = try serverError { try fixture.run("select * from registry.changes(\(arguments))") }
    #expect(error.sqlState == "22023")
  }

  @Test("withdrawing a valid registration takes it out of the canonical rows and asks for a refresh, once")
  func withdrawn() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    try fixture.judge()
    try fixture.run("delete from queue.job")
    try fixture.run("delete from stats.change")
    #expect(try fixture.text("select registry.withdraw(\(id), 'nộp nhầm')") == "đã rút / withdrawn")
    #expect(
      try fixture.text("select registry.withdraw(\(id), 'nộp nhầm')") == "đã rút từ trước / was withdrawn already")
    #expect(try fixture.text("select count(*)::text from registry.registration where withdrawn_at is null") == "0")
    #expect(try fixture.text("select count(*)::text from queue.job where kind = 'aggregation_refresh'") == "1")
    #expect(try fixture.rows("select year from stats.change") == ["2021"])
    #expect(try fixture.rows("select action, object_id, reason from registry.audit") == ["withdraw|\(id)|nộp nhầm"])
    // The model may be registered again under another key.
    try fixture.submit("k2", RegistryFixture.registration("Trồng quế"))
    try fixture.judge()
    #expect(try fixture.text("select count(*)::text from registry.registration where withdrawn_at is null") == "1")
  }

  @Test("what is under appraisal, unknown or without a reason is not withdrawn")
  func notWithdrawn() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", RegistryFixture.registration("Trồng quế"))
    try fixture.run("update registry.submission set state = 'under_appraisal'")
    #expect(try serverError { try fixture.run("select registry.withdraw(\(id), 'x')") }.sqlState == "55000")
    #expect(try serverError { try fixture.run("select registry.withdraw(-1, 'x')") }.sqlState == "P0002")
    #expect(try serverError { try fixture.run("select registry.withdraw(\(id), ' ')") }.sqlState == "22023")
  }
}
