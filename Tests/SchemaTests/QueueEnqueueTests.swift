import Postgres
import TestSupport
import Testing

@Suite struct QueueEnqueueTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let args: String
    let state: SQLState
    let field: String
    let message: String
    let hint: String

    init(_ args: String, _ state: SQLState, _ field: String, _ message: String, _ hint: String) {
      (self.args, self.state, self.field, self.message, self.hint) = (args, state, field, message, hint)
    }

    var testDescription: String { args }
  }

  static let bad = [
    Bad("[]", "42804", "", "Args must be a JSON object, not array", "{"),
    Bad(#"{"nn": 1}"#, "42703", "nn", "Unknown field", "n, share, name"),
    Bad(#"{"n": "x"}"#, "42804", "n", #"integer wanted, "x" given"#, #"{"n": 7}"#),
    Bad(#"{"n": 1.5}"#, "42804", "n", "integer wanted, 1.5 given", "n."),
    Bad(#"{"n": true}"#, "42804", "n", "integer wanted, true given", "n."),
    Bad(#"{"n": 0}"#, "22003", "n", "Out of range: 0", "1 .. 100"),
    Bad(#"{"n": 101}"#, "22003", "n", "Out of range: 101", "1 .. 100"),
    Bad(#"{"share": 1.01}"#, "22003", "share", "Out of range: 1.01", "0 .. 1"),
    Bad(#"{"name": "a"}"#, "22003", "name", "Out of range", "2 .. 10 ký tự"),
    Bad(#"{"name": "Abc"}"#, "22023", "name", "Not in the expected form", "name."),
    Bad(#"{"flag": "yes"}"#, "42804", "flag", "boolean wanted", "flag."),
    Bad(#"{"day": "2021-02-30"}"#, "42804", "day", "date wanted", "day."),
    Bad(#"{"colour": "blue"}"#, "22023", "colour", #"Value not allowed: "blue""#, "red, green"),
    Bad(#"{"colour": "green"}"#, "23502", "shade", "required when colour = green", #"{"shade": "…"}"#),
    Bad(#"{"thing_id": 8}"#, "23503", "thing_id", "No such row: public.thing.id = 8", "select id from public.thing;"),
    Bad(#"{"thing_id": 99999999999999999999}"#, "22003", "thing_id", "Out of range", "Allowed"),
  ]

  @Test("args that do not fit are refused with SQLSTATE, field and hint", arguments: bad)
  func badArgs(bad: Bad) throws {
    let queue = try QueueDatabase()
    let error = try queue.refusal("select queue.enqueue('noop', $1)", [.jsonb(bad.args)])
    #expect(error.sqlState == bad.state)
    #expect(error.message.contains(bad.message) && error.message.contains(" / "))
    #expect(error.detail == "Trường / Field: noop.args/\(bad.field)")
    #expect(error.hint?.contains(bad.hint) == true)
  }

  @Test("a missing field, an unknown kind and too large args are refused")
  func otherRefusals() throws {
    let queue = try QueueDatabase()
    let missing = try queue.refusal("select queue.enqueue('strict')")
    #expect(missing.sqlState == "23502" && missing.detail == "Trường / Field: strict.args/a")
    let unknown = try queue.refusal("select queue.enqueue('nop')")
    #expect(unknown.sqlState == "22023" && unknown.message.contains("“nop”"))
    #expect(
      unknown.hint?.hasPrefix("Có phải “noop”?") == true && unknown.hint?.contains("submission_validation") == true)
    let strange = try queue.refusal("select queue.enqueue('xyzzy')")
    #expect(strange.hint?.hasPrefix("Các loại / Kinds: ") == true)
    let large = try queue.refusal("select queue.enqueue('noop', jsonb_build_object('shade', repeat('x', 400)))")
    #expect(large.sqlState == "54000" && large.hint?.contains("300") == true)
  }

  @Test(
    "options out of range are refused",
    arguments: [
      ("priority => 8", "22003"), ("priority => -1", "22003"), ("max_attempts => 0", "22003"),
      ("max_attempts => 101", "22003"),
      ("run_at => 'infinity'", "22003"), ("coalesce_key => ''", "22003"), ("idempotency_key => ''", "22003"),
      ("concurrency_key => ''", "22003"), ("concurrency_key => repeat('k', 201)", "22003"),
    ])
  func options(option: String, state: String) throws {
    let queue = try QueueDatabase()
    let error = try queue.refusal("select queue.enqueue('noop', \(option))")
    #expect(error.sqlState.rawValue == state)
    #expect(error.detail == "Tham số / Parameter: \(option.split(separator: " ")[0])")
    #expect(error.hint?.isEmpty == false)
  }

  @Test("args that fit are kept as given; a null counts as absent; the kind's defaults apply")
  func fits() throws {
    let queue = try QueueDatabase()
    let args =
      #"{"n": 100, "day": "2024-02-29", "flag": false, "name": "ab", "shade": null, "share": 0.5, "colour": "red", "thing_id": 7}"#
    let id = try queue.enqueue(args)
    let rows = try queue.connection.query(
      "select args = $2, priority, max_attempts, attempt, run_at = enqueued_at, run_at <= now() from queue.job where id = $1",
      [.int8(id), .jsonb(args)])
    #expect(try rows.bool(0, 0) && rows.int2(0, 1) == 4 && rows.int2(0, 2) == 20 && rows.int2(0, 3) == 0)
    #expect(try rows.bool(0, 4) && rows.bool(0, 5))
    let other = try queue.number(
      "select queue.enqueue('noop', priority => 7, max_attempts => 1, run_at => now() + interval '1 d')")
    #expect(
      try queue.number(
        "select count(*) from queue.job where id = $1 and priority = 7 and max_attempts = 1 and run_at > now() + interval '23 h'",
        [.int8(other)]) == 1)
  }

  @Test("a dry run checks everything and enqueues nothing")
  func dryRun() throws {
    let queue = try QueueDatabase()
    #expect(try queue.connection.query("select queue.enqueue('noop', dry_run => true)").isNull(0, 0))
    #expect(try queue.refusal("select queue.enqueue('noop', '{\"n\": 0}', dry_run => true)").sqlState == "22003")
    #expect(try queue.number("select count(*) from queue.job") == 0)
  }

  @Test("within one transaction a coalesce key enqueues one job; a savepoint that is rolled back takes it along")
  func coalescedInTransaction() throws {
    let queue = try QueueDatabase()
    let enqueue = "select queue.enqueue('noop', coalesce_key => 'k')"
    try queue.connection.query("begin")
    let first = try queue.number(enqueue)
    #expect(try queue.number(enqueue) == first)
    #expect(try queue.number("select queue.enqueue('noop', coalesce_key => 'other')") != first)
    #expect(
      try queue.number("select queue.enqueue('noop', coalesce_key => 'k', run_at => now() + interval '1 h')") != first)
    try queue.connection.query("rollback")
    try queue.connection.query("begin")
    try queue.connection.query("savepoint s")
    let lost = try queue.number(enqueue)
    try queue.connection.query("rollback to savepoint s")
    let kept = try queue.number(enqueue)
    #expect(kept != lost)
    try queue.connection.query("commit")
    #expect(try queue.number(enqueue) != kept)
    #expect(try queue.number("select count(*) from queue.job where coalesce_key = 'k'") == 2)
  }

  @Test("the portal may enqueue, and nothing else; readers may not")
  func grants() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("set role dvk_portal")
    #expect(try queue.enqueue() > 0)
    for refused in ["select count(*) from queue.job", "select queue.cancel(1)", "select * from queue.claim('noop', 1)"]
    {
      #expect(try queue.refusal(refused).sqlState == .insufficientPrivilege)
    }
    try queue.connection.query("reset role")
    try queue.connection.query("set role dvk_reader")
    #expect(try queue.refusal("select queue.enqueue('noop')").sqlState == .insufficientPrivilege)
  }

  @Test("the kinds of the product are loaded with their fields")
  func reference() throws {
    let queue = try QueueDatabase()
    #expect(
      try queue.text(
        """
        select string_agg(k.name || ':' || (select count(*) from queue.kind_field f where f.kind = k.name), ' ' order by k.name)
        from queue.kind k where k.name not in ('noop', 'strict')
        """) == "aggregation_refresh:2 commendation_notice:6 submission_validation:1")
    #expect(
      try queue.text("select coalesce_key from queue.kind where name = 'aggregation_refresh'")
        == "stats {unit} {period}")
    let error = try queue.refusal("select queue.enqueue('submission_validation', '{\"submission_id\": 12345}')")
    #expect(error.sqlState == .foreignKeyViolation)
  }

  @Test("a refresh of a unit that does not exist is refused when it is enqueued")
  func mistypedUnit() throws {
    let queue = try QueueDatabase()
    let error = try queue.refusal("select queue.enqueue('aggregation_refresh', '{\"unit\": \"O6\"}')")
    #expect(error.sqlState == .foreignKeyViolation)
    #expect(error.detail == "Trường / Field: aggregation_refresh.args/unit")
    #expect(error.hint?.contains("select code from registry.unit") == true)
  }

  @Test("a concurrency key is the caller's, or the kind's filled with values of args")
  func concurrencyKey() throws {
    let queue = try QueueDatabase()
    try queue.connection.query(
      """
      select queue.define_kind('mail', concurrency_key => 'to {host} of {unit}', fields => '[
        {"name": "host", "type": "text"}, {"name": "unit", "type": "integer"}]')
      """)
    try queue.connection.query(
      """
      select queue.enqueue('mail', a::jsonb, concurrency_key => k)
      from (values ('{"host": "a", "unit": 7}', null), ('{"host": "a"}', 'own'), ('{"unit": 7}', null),
                   (jsonb_build_object('host', repeat('x', 300))::text, null)) v (a, k)
      """)
    #expect(
      try queue.text(
        "select string_agg(left(concurrency_key, 16) || '/' || length(concurrency_key), ', ' order by id) from queue.job"
      )
        == "to a of 7/9, own/3, to of 7/7, to xxxxxxxxxxxxx/200")
  }

  @Test("long default keys that differ at their end stay different")
  func longKeys() throws {
    let queue = try QueueDatabase()
    #expect(
      try queue.number(
        """
        select count(distinct queue.fill_key('{v}', jsonb_build_object('v', repeat('ạ', 200) || i)))
        from generate_series(1, 3) i
        """) == 3)
    #expect(try queue.connection.query("select queue.fill_key('{v}', '{}')").isNull(0, 0))
  }

  @Test("a default coalesce key names what the job is about, so refreshes of different periods are not merged")
  func keyOfArgs() throws {
    let queue = try QueueDatabase()
    let keys = try queue.text(
      """
      with made as (
        select queue.enqueue('aggregation_refresh', a::jsonb) as id
        from unnest(array['{}', '{"period": "2021"}', '{"unit": "06", "period": "2021"}', '{}', '{"period": "2021"}']) a)
      select count(distinct id)::text from made
      """)
    #expect(keys == "3")
    #expect(
      try queue.text("select string_agg(coalesce_key, ', ' order by id) from queue.job")
        == "stats, stats 2021, stats 06 2021")
  }
}
