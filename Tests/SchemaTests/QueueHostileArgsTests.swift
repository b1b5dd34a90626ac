import Postgres
import TestSupport
import Testing

@Suite("Hostile args are refused with an error, in bounded time")
struct QueueHostileArgsTests {
  /// A call of both functions with the args that an SQL expression makes.
  private func refusals(_ args: String, kind: String = "noop") throws -> [ServerError] {
    let queue = try QueueDatabase()
    try queue.connection.query("set statement_timeout = '20 s'")
    try queue.connection.query(
      """
      select queue.define_kind('wide', args_limit => 1048576, fields => '[
        {"name": "n", "type": "integer"}, {"name": "x", "type": "number"}, {"name": "t", "type": "text"}]')
      """)
    let errors = [
      try queue.refusal("select queue.enqueue('\(kind)', \(args))"),
      try queue.refusal("select * from queue.enqueue_many('\(kind)', array['{}', \(args)])"),
    ]
    #expect(try queue.number("select count(*) from queue.job") == 0)
    return errors
  }

  struct Hostile: Sendable, CustomTestStringConvertible {
    let args: String
    let state: SQLState
    let field: String
    var kind = "wide"
    var testDescription: String { args }
  }

  @Test(
    "what is no value of its field",
    arguments: [
      Hostile(args: "jsonb_build_object('n', repeat('9', 400)::numeric)", state: "22003", field: "n"),
      Hostile(args: "jsonb_build_object('n', ('-' || repeat('9', 400))::numeric)", state: "22003", field: "n"),
      Hostile(args: "'{\"n\": 1e400}'::jsonb", state: "22003", field: "n"),
      Hostile(args: "'{\"n\": 9223372036854775808}'::jsonb", state: "22003", field: "n"),
      Hostile(args: "'{\"n\": 1e-400}'::jsonb", state: "42804", field: "n"),
      Hostile(args: "'{\"n\": 7.0}'::jsonb", state: "42804", field: "n"),
      Hostile(args: "'{\"n\": [7]}'::jsonb", state: "42804", field: "n"),
      Hostile(args: "'{\"n\": {\"n\": 7}}'::jsonb", state: "42804", field: "n"),
      Hostile(args: "'{\"n\": \"7\"}'::jsonb", state: "42804", field: "n"),
      Hostile(args: "'{\"t\": [\"a\"]}'::jsonb", state: "42804", field: "t"),
      Hostile(args: "'{\"t\": [null]}'::jsonb", state: "42804", field: "t"),
      Hostile(args: "'{\"colour\": [\"red\"]}'::jsonb", state: "42804", field: "colour", kind: "noop"),
      Hostile(args: "'{\"flag\": [true]}'::jsonb", state: "42804", field: "flag", kind: "noop"),
      Hostile(args: "'{\"thing_id\": 7.0}'::jsonb", state: "42804", field: "thing_id", kind: "noop"),
      Hostile(args: "'{\"thing_id\": 1e30}'::jsonb", state: "22003", field: "thing_id", kind: "noop"),
      Hostile(args: "'{\"share\": 0.5e100}'::jsonb", state: "22003", field: "share", kind: "noop"),
      Hostile(args: "'{\"N\": 7}'::jsonb", state: "42703", field: "N"),
      Hostile(args: "'{\"n \": 7}'::jsonb", state: "42703", field: "n "),
      Hostile(args: "'{\"\": 7}'::jsonb", state: "42703", field: ""),
      Hostile(args: "'[{\"n\": 7}]'::jsonb", state: "42804", field: ""),
      Hostile(args: "'[]'::jsonb", state: "42804", field: ""),
      Hostile(args: "'7'::jsonb", state: "42804", field: ""),
      Hostile(args: "'null'::jsonb", state: "42804", field: ""),
      Hostile(args: "null::jsonb", state: "42804", field: ""),
    ])
  func values(hostile: Hostile) throws {
    for (error, path) in zip(try refusals(hostile.args, kind: hostile.kind), ["", "[2]"]) {
      #expect(error.sqlState == hostile.state)
      #expect(error.detail == "Trường / Field: \(hostile.kind).args\(path)/\(hostile.field)")
      #expect(error.message.contains(" / ") && error.message.utf8.count < 300)
      #expect(error.hint?.isEmpty == false)
    }
  }

  @Test(
    "what is too large, as stored or as text",
    arguments: [
      "jsonb_build_object('t', repeat('ạ', 600000))",
      // Few bytes as stored, for zeros are not kept; a hundred thousand as text.
      "jsonb_build_object('x', ('1e' || 120000)::numeric, 't', repeat('a', 950000))",
      "jsonb_build_object('x', round(0, 16000), 't', repeat('a', 1040000))",
      "(select jsonb_object_agg('k' || i, i) from generate_series(1, 100000) i)",
    ])
  func large(args: String) throws {
    for (error, path) in zip(try refusals(args), ["", "[2]"]) {
      #expect(error.sqlState == "54000")
      #expect(error.detail == "Trường / Field: noop.args\(path)/")
      #expect(error.message.utf8.count < 300 && error.hint?.contains("300") == true)
    }
    #expect(try refusals(args, kind: "wide").allSatisfy { $0.sqlState == "54000" })
  }

  @Test("a value that a table keeps compressed counts as long as it is")
  func compressed() throws {
    let queue = try QueueDatabase()
    try queue.connection.script(
      """
      create table public.kept (args jsonb);
      insert into public.kept values (jsonb_build_object('shade', repeat('x', 20000)));
      """)
    #expect(try queue.number("select pg_column_size(args)::bigint from public.kept") < 300)
    #expect(try queue.refusal("select queue.enqueue('noop', args) from public.kept").sqlState == "54000")
    #expect(
      try queue.refusal("select queue.enqueue_many('noop', array_agg(args)) from public.kept").sqlState == "54000")
  }

  @Test("an unknown field with a long name is named in part")
  func longName() throws {
    for error in try refusals("jsonb_build_object(repeat('k', 100000), 1)", kind: "wide") {
      #expect(error.sqlState == "42703" && (error.detail ?? "").utf8.count < 200)
    }
  }

  @Test("nesting: deep is refused by the kind, deeper by the server")
  func nesting() throws {
    for (error, path) in zip(
      try refusals("('{\"t\": ' || repeat('[', 1000) || repeat(']', 1000) || '}')::jsonb", kind: "wide"), ["", "[2]"])
    {
      #expect(error.sqlState == "42804" && error.message.utf8.count < 300)
      #expect(error.detail == "Trường / Field: wide.args\(path)/t")
    }
    let queue = try QueueDatabase()
    for depth in [65536, 1_000_000] {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      for open in ["{\"shade\": \(text)}", text, String(repeating: "{\"a\":", count: depth)] {
        let error = try queue.refusal("select queue.enqueue('noop', $1)", [.jsonb(open)])
        #expect(["54001", "22P02", "54000", "42804"].contains(error.sqlState), "\(depth): \(error)")
      }
    }
    #expect(try queue.enqueue() > 0)
  }

  @Test(
    "texts that are no JSON of the server are refused by it",
    arguments: [
      (#"{"name": "a\u0000b"}"#, "22P05"), (#"{"name": "\ud800"}"#, "22P02"), (#"{"n": 01}"#, "22P02"),
      (#"{"n": 1e999999}"#, "22003"), (#"{"n": NaN}"#, "22P02"), (#"{"n": 1"#, "22P02"), ("", "22P02"),
    ])
  func noJSON(text: String, state: String) throws {
    let queue = try QueueDatabase()
    let error = try queue.refusal("select queue.enqueue('noop', $1::text::jsonb)", [.text(text)])
    #expect(error.sqlState.rawValue == state)
    #expect(try queue.number("select count(*) from queue.job") == 0)
  }

  @Test("of a field that is given twice the last value counts, in the check as in the job")
  func twice() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue(#"{"n": 0, "n": 2}"#)
    #expect(try queue.text("select args::text from queue.job where id = $1", [.int8(id)]) == #"{"n": 2}"#)
    #expect(try queue.refusal("select queue.enqueue('noop', $1)", [.jsonb(#"{"n": 2, "n": 0}"#)]).sqlState == "22003")
  }

  @Test("names and keys that are SQL, quotes or control characters stay data")
  func injection() throws {
    let queue = try QueueDatabase()
    for text in ["'; drop table queue.job; --", #"a"b\c"#, "%s %1$s", "{n}", "a\u{1}\n\tb", "ạ\u{0323}"] {
      let unknown = try queue.refusal("select queue.enqueue($1)", [.text(text)])
      #expect(unknown.sqlState == "22023" && unknown.message.contains(text))
      let id = try queue.number(
        "select queue.enqueue('noop', idempotency_key => $1, coalesce_key => $1, concurrency_key => $1)", [.text(text)])
      #expect(
        try queue.number(
          "select * from queue.enqueue_many('noop', array['{}']::jsonb[], idempotency_keys => array[$1])", [.text(text)]
        )
          == id)
      #expect(
        try queue.number(
          "select count(*) from queue.job where id = $1 and coalesce_key = $2 and concurrency_key = $2",
          [.int8(id), .text(text)]) == 1)
    }
  }
}
