import Postgres
import TestSupport
import Testing

/// Content and attachments beyond the limits are refused when they are handed in, in bounded time.
@Suite("registry.check_content")
struct RegistryContentTests {
  /// A session on a database that the refusals leave as it is, with a limit of time.
  private func submit(_ content: String, attachments: String = "'[]'") throws -> ServerError {
    let fixture = try RegistryFixture.reading()
    try fixture.run("set statement_timeout = '20 s'")
    return try serverError {
      try fixture.run(
        "select registry.submit('s', 'k', 'report', 'CD-2021', 'Xã', \(content), \(attachments))")
    }
  }

  @Test(
    "what is beyond a limit is refused with its path and the limit",
    arguments: [
      ("jsonb_build_object('a', repeat('x', 1048576))", "bytes of 1048576"),
      (
        "jsonb_build_object('a', jsonb_build_array(1, jsonb_build_object('b/c', repeat('ạ', 43691))))",
        "/a/1/b~1c: 131073 bytes of 131072"
      ),
      ("jsonb_build_object(repeat('k', 131073), 1)", "/: 131073 bytes of 131072"),
      (
        "jsonb_build_object('a', (select jsonb_agg(i) from generate_series(1, 10001) i))", "/a: 10001 elements of 10000"
      ),
      ("('{\"a\":' || repeat('[', 64) || repeat(']', 64) || '}')::jsonb", "more than 64 objects"),
      ("('{\"a\":' || repeat('{\"b\":', 3000) || '1' || repeat('}', 3001))::jsonb", "more than 64 objects"),
      ("'{\"a\": {\"n\": 1e1000}}'", "/a/n: more than 1000 digits"),
      ("'{\"a\": [1, -1e130000]}'", "/a/1: more than 1000 digits"),
      ("'{\"a\": [1, 0e-16000]}'", "/a/1: more than 1000 digits"),
      // Half a megabyte as stored, six gigabytes as text.
      (
        "(select jsonb_build_object('a', jsonb_agg('1e130000'::jsonb)) from generate_series(1, 40000))",
        "/a/0: more than 1000 digits"
      ),
      ("(select jsonb_object_agg('k' || i, i) from generate_series(1, 100000) i)", "bytes of 1048576"),
    ])
  func refused(content: String, detail: String) throws {
    let error = try submit(content)
    #expect(error.sqlState == "54000")
    #expect(error.message.contains(" / ") && error.message.utf8.count < 300)
    #expect(error.detail?.contains(detail) == true, "\(error.detail ?? "")")
    #expect(error.hint?.contains(" / ") == true)
  }

  @Test(
    "what is just within the limits is taken as it is",
    arguments: [
      "jsonb_build_object('a', repeat('x', 131072))",
      "jsonb_build_object('a', (select jsonb_agg(i) from generate_series(1, 10000) i))",
      "('{\"a\":' || repeat('[', 63) || repeat(']', 63) || '}')::jsonb",
      "('{\"n\": ' || repeat('9', 400) || '}')::jsonb",
      "'{\"a\": 1, \"a\": 2}'", "jsonb_build_object('a', repeat(U&'\\0301', 1000), 'b', U&'\\202Eabc')",
    ])
  func taken(content: String) throws {
    let fixture = try RegistryFixture()
    let id = try fixture.text("select registry.submit('s', 'k', 'report', 'CD-2021', 'Xã', \(content))::text")
    #expect(
      try fixture.text(
        "select (content = \(content)::jsonb)::text from registry.submission_version where submission_id = \(id ?? "0")"
      )
        == "true")
    let facts = try fixture.text("select length(facts)::text from registry.validation_facts(array[\(id ?? "0")])")
    #expect(facts != nil)
  }

  @Test("of a member that is given twice the last is left, in what is kept and in what is judged")
  func twice() throws {
    let fixture = try RegistryFixture()
    let id = try fixture.submit("k", kind: "report", #"{"year": 2020, "year": 2021}"#)
    #expect(try fixture.facts(id, "content") == #"{"year": 2021}"#)
  }

  @Test(
    "an attachment's name is a file's own name, and its kind a known one",
    arguments: [
      ("../../etc/passwd", "null", "22P02"), (#"C:\\x.pdf"#, "null", "22P02"), ("..", "null", "22P02"),
      ("anh\\u202efdp.exe", "null", "22P02"), ("a\\nb.pdf", "null", "22P02"), ("", "null", "22P02"),
      ("a.pdf", "7", "22P02"), ("a.pdf", "\"selfie\"", "22023"),
    ])
  func attachments(name: String, kind: String, state: String) throws {
    let list = "'[{\"name\": \"\(name)\", \"kind\": \(kind), \"sha256\": \"\(String(repeating: "0a", count: 32))\"}]'"
    let error = try submit("'{}'", attachments: list)
    #expect(error.sqlState.rawValue == state)
    #expect(error.detail?.hasPrefix("/attachments/0") == true)
    #expect(error.hint?.isEmpty == false)
  }

  @Test("a list of attachments that is small as stored and huge as text is refused")
  func hugeSize() throws {
    let list =
      "(select jsonb_agg(jsonb_build_object('name', 'a', 'size', '1e130000'::jsonb)) from generate_series(1, 100))"
    #expect(try submit("'{}'", attachments: list).sqlState == "54000")
  }
}
