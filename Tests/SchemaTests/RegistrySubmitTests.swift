import Foundation
import Postgres
import TestSupport
import Testing

@Suite("registry.submit")
struct RegistrySubmitTests {
  private static let content = RegistryFixture.registration("Trồng quế")

  @Test("the same source, key and content give the same submission and no new job, in NFD too")
  func sameAgain() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", Self.content)
    #expect(try fixture.submit("k", Self.content) == id)
    #expect(try fixture.submit("k", Self.content.decomposedStringWithCanonicalMapping) == id)
    #expect(try fixture.text("select count(*)::text from queue.job where kind = 'submission_validation'") == "1")
  }

  @Test("content is kept as it came, and its digest is of its NFC text")
  func untouched() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", Self.content.decomposedStringWithCanonicalMapping)
    let sql = """
      select (content::text is nfc normalized)::text || ' ' || (digest = sha256(convert_to(normalize(content::text, nfc), 'UTF8')))::text
      from registry.submission_version where submission_id = \(id)
      """
    #expect(try fixture.text(sql) == "false true")
  }

  @Test(
    "other content under a key that waits for its verdict is refused with the state",
    arguments: ["submitted", "valid", "invalid"])
  func otherContent(state: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", Self.content)
    if state != "submitted" { try fixture.judge(state: state) }
    let error = try serverError { try fixture.submit("k", RegistryFixture.registration("Trồng hồi")) }
    #expect(error.sqlState == "23505")
    #expect(error.detail == "id \(id), state \(state), version 1")
    #expect(error.hint != nil)
  }

  @Test("a supplement makes a new version with a new job and keeps the old content")
  func supplement() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", Self.content)
    try fixture.judge(state: "needs_supplement")
    #expect(try fixture.submit("k", Self.content) == id)
    #expect(try fixture.submit("k", RegistryFixture.registration("Trồng hồi")) == id)
    #expect(
      try fixture.rows("select version, state, supplements_used, model_key from registry.submission where id = \(id)")
        == ["2|submitted|1|trồng hồi"])
    #expect(
      try fixture.rows(
        "select version, content #>> '{model,name}' as name from registry.submission_version where submission_id = \(id) order by 1"
      )
        == ["1|Trồng quế", "2|Trồng hồi"])
    #expect(try fixture.text("select count(*)::text from queue.job where kind = 'submission_validation'") == "2")
    let error = try serverError { try fixture.submit("k", kind: "report", "{}") }
    #expect(error.sqlState == "23505")
  }

  @Test(
    "what cannot be a submission is refused at once, told in both languages",
    arguments: [
      ("'', 'k', 'report', 'CD-2021', 'Xã', '{}'", "22023"), ("'s', null, 'report', 'CD-2021', 'Xã', '{}'", "22023"),
      ("'s', 'k', 'poem', 'CD-2021', 'Xã', '{}'", "22023"), ("'s', 'k', 'report', 'CD-1999', 'Xã', '{}'", "22023"),
      ("'s', 'k', 'report', 'CD-2021', '', '{}'", "22023"), ("'s', 'k', 'report', 'CD-2021', 'Xã', '[]'", "22023"),
      ("'s', 'k', 'report', 'CD-2021', 'Xã', null", "22023"),
      ("'s', 'k', 'report', 'CD-2021', 'Xã', jsonb_build_object('a', repeat('x', 1048576))", "54000"),
      ("'s', 'k', 'report', 'CD-2021', 'Xã', '{}', '[{\"name\": \"a.pdf\", \"sha256\": \"00\"}]'", "22P02"),
      ("'s', 'k', 'report', 'CD-2021', 'Xã', '{}', '{}'", "22P02"),
    ])
  func refused(arguments: String, state: String) throws {
    let fixture = try RegistryFixture()
    let error = try serverError { try fixture.run("select registry.submit(\(arguments))") }
    #expect(error.sqlState.rawValue == state)
    #expect(error.message.contains(" / "))
    #expect(error.detail != nil)
    #expect(try fixture.text("select count(*)::text from registry.submission") == "0")
  }

  @Test("of two callers with one key at once both get the one submission")
  func raced() throws {
    let fixture = try RegistryFixture()
    let database = fixture.database
    let sql = "select registry.submit('s', 'k', 'registration', 'CD-2021', 'Xã', '{\"year\": 2021}')"
    let first = try database.connect()
    try first.query("begin")
    let id = try first.query(sql).int8(0, 0)
    let thread = DispatchQueue(label: "second caller")
    let group = DispatchGroup()
    thread.async(group: group) { @Sendable in
      do {
        try database.connect(applicationName: "second caller").query("create table answer as \(sql) as id")
      } catch {
        Issue.record(error)
      }
    }
    try eventually("the second caller waits") {
      try fixture.text(
        "select count(*)::text from pg_stat_activity where application_name = 'second caller' and wait_event_type = 'Lock'"
      ) == "1"
    }
    try first.query("commit")
    group.wait()
    #expect(try fixture.rows("select id from answer") == ["\(id)"])
  }

  @Test("attachments are kept as metadata with the version")
  func attachments() throws {
    let fixture = try RegistryFixture()
    let file =
      #"[{"name": "biên bản.pdf", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "size": 0}]"#
    let id = try fixture.text(
      "select registry.submit('s', 'k', 'report', 'CD-2021', 'Xã', '{}', $1)::text", [.jsonb(file)])
    #expect(
      try fixture.rows("select submission_id, version, name, size, length(sha256) from registry.attachment") == [
        "\(id ?? "")|1|biên bản.pdf|0|32"
      ])
  }

  @Test("the portal's role may submit, read results and follow changes, and sees no table")
  func portalRole() throws {
    let fixture = try RegistryFixture()
    try fixture.run("set role dvk_portal")
    let id = try fixture.submit("k", Self.content)
    #expect(try fixture.text("select registry.submission_result(\(id)) ->> 'state'") == "submitted")
    #expect(try fixture.rows("select * from registry.changes()") == [])
    let error = try serverError { try fixture.run("select * from registry.submission") }
    #expect(error.sqlState == "42501")
  }
}
