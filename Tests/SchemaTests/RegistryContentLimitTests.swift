import Postgres
import TestSupport
import Testing

/// The limits of contents are rows that an operator changes, within bounds.
@Suite("registry.set_content_limit")
struct RegistryContentLimitTests {
  /// Sets a limit; the value is SQL.
  private func set(_ fixture: RegistryFixture, _ name: String, _ value: String, _ reason: String = "'thử'") throws {
    try fixture.run("select registry.set_content_limit(\(name), \(value), \(reason))")
  }

  private func submit(_ fixture: RegistryFixture, _ content: String, attachments: String = "'[]'") throws {
    try fixture.run("select registry.submit('s', 'k', 'report', 'CD-2021', 'Xã', \(content), \(attachments))")
  }

  @Test("the defaults are 128 KiB a text, 1 MiB a content, 64 levels, 10,000 elements and 100 attachments")
  func defaults() throws {
    let fixture = try RegistryFixture.reading()
    #expect(
      try fixture.rows("select name, value, default_value from registry.content_limit order by name") == [
        "attachments|100|100", "content_bytes|1048576|1048576", "depth|64|64", "elements|10000|10000",
        "text_bytes|131072|131072",
      ])
  }

  @Test(
    "what an operator lowered holds from then on, and the refusal names it",
    arguments: [
      ("text_bytes", 10_000, "jsonb_build_object('a', repeat('ạ', 3334))", "10000", "/a: 10002 bytes of 10000"),
      ("content_bytes", 131_072, "jsonb_build_object('a', repeat('x', 131072))", "131072", "bytes of 131072"),
      ("depth", 20, "('{\"a\":' || repeat('[', 20) || repeat(']', 20) || '}')::jsonb", "20", "more than 20 objects"),
      (
        "elements", 250, "jsonb_build_object('a', (select jsonb_agg(1) from generate_series(1, 251) i))", "250",
        "/a: 251 elements of 250"
      ),
    ])
  func lowered(name: String, value: Int, content: String, limit: String, detail: String) throws {
    let fixture = try RegistryFixture()
    try set(fixture, "'\(name)'", "\(value)")
    let error = try serverError { try submit(fixture, content) }
    #expect(error.sqlState == "54000")
    #expect(error.message.ranges(of: limit).count == 2, "\(error.message)")
    #expect(
      error.detail?.contains(detail) == true && error.detail?.contains("(\(name))") == true, "\(error.detail ?? "")")
    // The default lets it in.
    try set(fixture, "'\(name)'", "null")
    try submit(fixture, content)
  }

  @Test("a list of attachments is as long as the limit in force")
  func attachments() throws {
    let fixture = try RegistryFixture()
    func list(_ count: Int) -> String {
      "(select jsonb_agg(jsonb_build_object('name', i || '.pdf', 'sha256', repeat('0a', 32))) from generate_series(1, \(count)) i)"
    }
    let many = try serverError { try submit(fixture, "'{}'", attachments: list(101)) }
    #expect(many.sqlState == "54000" && many.message.contains("100"))
    #expect(many.detail == "/attachments: 101 of 100 (attachments)")
    try set(fixture, "'attachments'", "500")
    try submit(fixture, "'{}'", attachments: list(500))
    let more = try serverError { try submit(fixture, "'{}'", attachments: list(501)) }
    #expect(more.detail == "/attachments: 501 of 500 (attachments)")
  }

  @Test("a text is as long as the highest limit at most")
  func raised() throws {
    let fixture = try RegistryFixture()
    try set(fixture, "'text_bytes'", "163840")
    let error = try serverError { try submit(fixture, "jsonb_build_object('a', repeat('x', 163841))") }
    #expect(error.detail == "/a: 163841 bytes of 163840 (text_bytes)")
    try submit(fixture, "jsonb_build_object('a', repeat('x', 163840))")
  }

  @Test(
    "nonsense is refused with what is allowed, and changes nothing",
    arguments: [
      ("'text_bytes'", "0", "'x'", "22003"), ("'text_bytes'", "-1", "'x'", "22003"),
      ("'text_bytes'", "163841", "'x'", "22003"), ("'depth'", "65", "'x'", "22003"),
      ("'depth'", "1", "'x'", "22003"), ("'content_bytes'", "1048577", "'x'", "22003"),
      ("'elements'", "2147483647", "'x'", "22003"), ("'attachments'", "-2147483648", "'x'", "22003"),
      ("'content_bytes'", "65536", "'x'", "22023"), ("'TEXT_BYTES'", "65536", "'x'", "22023"),
      ("null", "65536", "'x'", "22023"), ("''", "null", "'x'", "22023"), ("repeat('x', 100000)", "1", "'x'", "22023"),
      ("'depth'", "32", "null", "22023"), ("'depth'", "32", "'  '", "22023"),
      ("'depth'", "32", "repeat('x', 1001)", "22023"),
    ])
  func nonsense(name: String, value: String, reason: String, state: String) throws {
    let fixture = try RegistryFixture.reading()
    let error = try serverError { try set(fixture, name, value, reason) }
    #expect(error.sqlState.rawValue == state)
    #expect(error.message.utf8.count < 500)
    #expect(error.hint?.contains(" / ") == true)
    #expect(try fixture.rows("select name from registry.content_limit where value <> default_value").isEmpty)
    #expect(try fixture.rows("select id from registry.audit where object = 'content_limit'").isEmpty)
  }

  @Test("a text may not be made larger than the content it stands in")
  func textAboveContent() throws {
    let fixture = try RegistryFixture()
    try set(fixture, "'content_bytes'", "131072")
    let error = try serverError { try set(fixture, "'text_bytes'", "131073") }
    #expect(error.sqlState == "22023")
    #expect(error.detail == "text_bytes = 131073, content_bytes = 131072")
  }

  @Test("who changed what, and why, stands in the audit")
  func audited() throws {
    let fixture = try RegistryFixture()
    let answer = try fixture.text("select registry.set_content_limit('depth', 32, ' mẫu mới ')")
    #expect(answer == "depth: giới hạn 32, trước là 64 / depth: limit 32, was 64")
    try set(fixture, "'depth'", "null")
    #expect(
      try fixture.rows(
        """
        select action, who = session_user, reason, detail ->> 'name', detail ->> 'from', detail ->> 'to'
        from registry.audit where object = 'content_limit' order by id
        """) == ["set_content_limit|true|mẫu mới|depth|64|32", "set_content_limit|true|thử|depth|32|64"])
  }

  @Test("only operators set limits, the portal reads them, and nobody passes the bounds by hand")
  func roles() throws {
    let fixture = try RegistryFixture()
    let owner = try serverError {
      try fixture.run("update registry.content_limit set value = 65 where name = 'depth'")
    }
    #expect(owner.sqlState == "23514")
    try fixture.run("set role dvk_portal")
    #expect(try serverError { try set(fixture, "'depth'", "32") }.sqlState == "42501")
    #expect(try fixture.rows("select value from registry.content_limit where name = 'depth'") == ["64"])
    try fixture.run("reset role")
    try fixture.run("set role dvk_operator")
    #expect(
      try serverError { try fixture.run("update registry.content_limit set value = 32 where name = 'depth'") }.sqlState
        == "42501")
    try set(fixture, "'depth'", "32")
  }

  @Test("every example of a form is within the lowest limits")
  func forms() throws {
    let fixture = try RegistryFixture()
    try fixture.run("update registry.content_limit set value = lowest")
    #expect(
      try fixture.rows(
        "select count(*) = count(registry.check_content(valid_example)), count(*) > 6 from registry.form") == [
          "true|true"
        ])
  }

  @Test("without a row of limits nothing is let in")
  func missing() throws {
    let fixture = try RegistryFixture()
    try fixture.run("delete from registry.content_limit where name = 'elements'")
    #expect(try serverError { try submit(fixture, "'{}'") }.sqlState == "55000")
  }
}
