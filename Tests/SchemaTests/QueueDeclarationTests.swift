import Postgres
import TestSupport
import Testing

@Suite("The compiled declaration of args")
struct QueueDeclarationTests {
  /// A kind with every sort of field, some of which a path cannot express.
  private static let fields = """
    [{"name": "i", "type": "integer"}, {"name": "i9", "type": "integer", "minimum": -3, "maximum": 9},
     {"name": "x", "type": "number"}, {"name": "x1", "type": "number", "minimum": 0.25, "maximum": 1},
     {"name": "t", "type": "text"}, {"name": "t3", "type": "text", "minimum": 2, "maximum": 3},
     {"name": "tmin", "type": "text", "minimum": 3}, {"name": "t300", "type": "text", "maximum": 300},
     {"name": "p", "type": "text", "pattern": "^(\\\\d+|a.b|\\"ạ\\")$"},
     {"name": "type", "type": "boolean"}, {"name": "d", "type": "date"},
     {"name": "dp", "type": "date", "pattern": "^20"}, {"name": "e", "type": "enum", "allowed": ["red", "say \\"no\\"", "ạ"]},
     {"name": "w", "type": "text", "required_when_field": "e", "required_when_value": "red"},
     {"name": "wa", "type": "text", "required_when_field": "e", "required_when_value": "ạ|true|red"},
     {"name": "wm", "type": "text", "required_when_field": "type", "required_when_value": "no|true"},
     {"name": "wb", "type": "text", "required_when_field": "type", "required_when_value": "true"},
     {"name": "wi", "type": "text", "required_when_field": "i", "required_when_value": "7"}]
    """

  private static let values = """
    select v::jsonb as value from unnest(array['0', '1', '-1', '-3', '-4', '9', '10', '7', '7.0', '7.5', '0.25', '0.2', '1.0', '1e5',
      '1e400', '1e-400', '0e-20', '9223372036854775807', '9223372036854775808', '-9223372036854775809', 'true', 'false',
      'null', '[]', '{}', '[1]', '[null]', '[true]', '["red"]', '{"a": 1}', '""', '"a"', '"ab"', '"abc"', '"abcd"', '"ạạạ"', '"a\\nb"',
      '"12"', '"12\\n"', '"\\"ạ\\""', '"red"', '"Red"', '"say \\"no\\""', '"ạ"', '"true"', '"2024-02-29"', '"2021-02-29"', '"2021-02-30"',
      '"0000-01-01"', '"0001-01-01"', '"9999-12-31"', '"2021-13-01"', '"2021-1-1"', '" 2021-01-01"', '"2021-01-01\\n"', '"infinity"',
      '"today"', '"1999-01-01"', '"2021-01-01 10:00"'] || array[to_jsonb(repeat('x', 255))::text, to_jsonb(repeat('ạ', 300))::text,
      to_jsonb(repeat('x', 301))::text]) v
    """

  /// The condition with which enqueue takes args without a closer look.
  private static let sure = """
    (a.args @@ k.args_path and pg_column_size(a.args) <= k.args_limit
      and octet_length(a.args::text) <= least(k.args_limit, k.args_sure) and a.args::text not like '%.0%') is true
    """

  private func prepared() throws -> QueueDatabase {
    let queue = try QueueDatabase()
    try queue.connection.query("select queue.define_kind('every', fields => $1)", [.jsonb(Self.fields)])
    try queue.connection.script(
      """
      create table public.candidate as
        select jsonb_build_object(f.name, v.value) as args
        from queue.kind_field f, (\(Self.values)) v where f.kind = 'every'
        union all
        select jsonb_build_object(f.name, v.value, g.name, w.value)
        from queue.kind_field f, queue.kind_field g, (\(Self.values)) v, (\(Self.values)) w
        where f.kind = 'every' and g.kind = 'every' and f.name in ('e', 'type', 'i') and g.name in ('w', 'wa', 'wm', 'wb', 'wi', 'd');
      insert into public.candidate values ('{}'), ('{"no": 1}'), ('{"i": 1, "no": null}'), ('[]'), ('1'), ('[{"i": 1}]'), (null);
      """)
    return queue
  }

  @Test("never vouches for args that the full check refuses")
  func sound() throws {
    let queue = try prepared()
    let wrong = try queue.connection.query(
      """
      select a.args::text, queue.args_problem(k.name, k.args_limit, a.args)::text
      from public.candidate a, queue.kind k
      where k.name = 'every' and \(Self.sure) and queue.args_problem(k.name, k.args_limit, a.args) is not null
      """)
    let texts = try (0..<wrong.count).map { try "\(wrong.textOrNil($0, 0) ?? "null"): \(wrong.text($0, 1))" }
    #expect(texts == [])
    #expect(try queue.number("select count(*) from public.candidate") > 10000)
  }

  @Test("vouches for nearly all that fit, so that the full check is the exception")
  func complete() throws {
    let queue = try prepared()
    let missed = try queue.connection.query(
      """
      select a.args::text
      from public.candidate a, queue.kind k
      where k.name = 'every' and not \(Self.sure) and queue.args_problem(k.name, k.args_limit, a.args) is null
      """)
    // Numbers such as 1.0 and 0.0…, args with more bytes than a maximum beyond 255 has characters, and conditions on a
    // number's value are left to the full check.
    let texts = try (0..<missed.count).map { try missed.text($0, 0) }
    #expect(
      texts.filter {
        !$0.contains(".0") && !$0.contains("ạạạạ") && !$0.contains("xxxx") && !$0.contains("00000000")
          && !$0.contains(#""i": "#)
      } == [])
    #expect(
      try queue.number("select count(*) from public.candidate a, queue.kind k where k.name = 'every' and \(Self.sure)")
        > 1000)
  }

  @Test("single and many jobs are taken and refused alike")
  func alike() throws {
    let queue = try prepared()
    try queue.connection.query(
      """
      create function pg_temp.state(call text, args jsonb) returns text language plpgsql as $$
      begin
        execute call using args;
        return 'ok';
      exception when others then return sqlstate || sqlerrm;
      end $$;
      """)
    #expect(
      try queue.number(
        """
        select count(*) from (select args from public.candidate where hashtext(args::text) % 10 = 0 or args is null) c
        where pg_temp.state('select queue.enqueue(''every'', $1)', args)
          <> pg_temp.state('select queue.enqueue_many(''every'', array[$1])', args)
        """) == 0)
  }

  @Test(
    "kinds that a path cannot express are checked all the same",
    arguments: [
      #"[{"name": "t", "type": "text", "minimum": 300}]"#, #"[{"name": "t", "type": "integer", "pattern": "^7"}]"#,
      #"[{"name": "t", "type": "number", "maximum": "NaN"}]"#, #"[{"name": "t", "type": "text", "maximum": -1}]"#,
    ])
  func inexpressible(fields: String) throws {
    let queue = try QueueDatabase()
    try queue.connection.query("select queue.define_kind('odd', fields => $1)", [.jsonb(fields)])
    #expect(try queue.number("select count(*) from queue.kind where name = 'odd' and args_path is null") == 1)
    for args in [#"{"t": true}"#, #"{"no": 1}"#, #"{"t": [7]}"#] {
      #expect(try queue.refusal("select queue.enqueue('odd', $1)", [.jsonb(args)]).sqlState != "XX000")
      #expect(
        try queue.refusal("select queue.enqueue_many('odd', array[$1])", [.jsonb(args)]).detail?.contains(
          "odd.args[1]/")
          == true)
    }
    #expect(try queue.number("select queue.enqueue('odd')") > 0)
  }

  @Test(
    "a kind that was never declared, and one declared without fields, take {} only",
    arguments: ["", ", fields => '[]'"])
  func noFields(fields: String) throws {
    let queue = try QueueDatabase()
    try queue.connection.query("select queue.define_kind('bare'\(fields))")
    #expect(try queue.number("select queue.enqueue('bare')") > 0)
    #expect(try queue.number("select count(*) from queue.enqueue_many('bare', array['{}', '{}']::jsonb[])") == 2)
    #expect(try queue.refusal("select queue.enqueue('bare', '{\"a\": 1}')").sqlState == "42703")
    #expect(try queue.refusal("select queue.enqueue_many('bare', array['{\"a\": 1}']::jsonb[])").sqlState == "42703")
  }

  @Test("a change by hand, or the end of a kind, takes effect at once")
  func byHand() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("update queue.kind_field set maximum = 5 where kind = 'noop' and name = 'n'")
    #expect(try queue.refusal("select queue.enqueue('noop', '{\"n\": 6}')").sqlState == "22003")
    try queue.connection.query("delete from queue.kind_field where kind = 'noop' and name = 'n'")
    #expect(try queue.refusal("select queue.enqueue('noop', '{\"n\": 1}')").sqlState == "42703")
    try queue.connection.query(
      "insert into queue.kind_field (kind, name, position, type, title) values ('noop', 'm', 1, 'text', 'm')")
    #expect(try queue.enqueue(#"{"m": "x"}"#) > 0)
    try queue.connection.query("delete from queue.kind where name = 'strict'")
    #expect(try queue.refusal("select queue.enqueue('strict', '{\"a\": 1}')").sqlState == "22023")
  }

  @Test("a pattern that is no regular expression is refused when the kind is defined")
  func badPattern() throws {
    let queue = try QueueDatabase()
    let error = try queue.refusal(
      "select queue.define_kind('odd', fields => '[{\"name\": \"t\", \"type\": \"text\", \"pattern\": \"(\"}]')")
    #expect(error.sqlState == "2201B")
    #expect(try queue.number("select count(*) from queue.kind where name = 'odd'") == 0)
  }

  @Test(
    "args_version goes up when a declaration demands something else, and jobs keep the one they were enqueued under")
  func version() throws {
    let queue = try QueueDatabase()
    let field = #"{"name": "a", "type": "integer", "title": "A"}"#
    func define(_ fields: String) throws -> Int64 {
      try queue.connection.query("select queue.define_kind('v', fields => $1)", [.jsonb("[\(fields)]")])
      return try queue.number("select args_version::bigint from queue.kind where name = 'v'")
    }
    #expect(try define(field) == 1)
    try queue.connection.query("select queue.enqueue('v', '{\"a\": 1}')")
    #expect(try define(field) == 1)
    #expect(try define(#"{"name": "a", "type": "integer", "title": "other", "position": 7}"#) == 1)
    #expect(try define(#"{"name": "a", "type": "integer", "maximum": 9}"#) == 2)
    #expect(try define("") == 3)
    #expect(try define(field) == 4)
    try queue.connection.query("select queue.define_kind('v', priority => 1)")
    try queue.connection.query("select queue.enqueue('v', '{\"a\": 1}')")
    try queue.connection.query("select queue.enqueue_many('v', array['{\"a\": 1}']::jsonb[])")
    #expect(try queue.text("select string_agg(args_version::text, ' ' order by id) from queue.job") == "1 4 4")
  }

  @Test("loading the reference data again changes no version; a changed row of it does")
  func loadedVersion() throws {
    let queue = try QueueDatabase()
    func load(_ maximum: String) throws {
      try queue.connection.script(
        """
        begin;
        create temp table reference_kind_fields on commit drop as
          select kind, position::text, name, type, case when required then 'yes' else 'no' end as required,
            required_when_field || '=' || required_when_value as required_when, minimum::text, \(maximum) as maximum,
            array_to_string(allowed, '|') as allowed, pattern, reference, title
          from queue.kind_field where kind = 'aggregation_refresh';
        select queue.load_kind_fields();
        commit;
        """)
    }
    try load("maximum::text")
    let version = "select args_version::bigint from queue.kind where name = 'aggregation_refresh'"
    #expect(try queue.number(version) == 1)
    try load("'50'")
    #expect(try queue.number(version) == 2)
  }

  @Test("define_kind sets keys and limits; limits that it is not given stay, operators may have set them")
  func settings() throws {
    let queue = try QueueDatabase()
    let show =
      "select concat_ws(' ', coalesce(concurrency_key, '-'), coalesce(lane_limit::text, '-'), idempotency_ttl) from queue.kind where name = 'noop'"
    #expect(try queue.text(show) == "- - 24:00:00")
    try queue.connection.query(
      "select queue.define_kind('noop', concurrency_key => 'x {n}', lane_limit => 2, idempotency_ttl => '1 h')")
    #expect(try queue.text(show) == "x {n} 2 01:00:00")
    try queue.connection.query("select queue.define_kind('noop')")
    #expect(try queue.text(show) == "- 2 01:00:00")
    for bad in ["lane_limit => 0", "idempotency_ttl => '0'", "idempotency_ttl => '400 d'", "concurrency_key => ''"] {
      #expect(try queue.refusal("select queue.define_kind('noop', \(bad))").sqlState == .checkViolation)
    }
  }
}
