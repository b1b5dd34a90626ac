import Postgres
import TestSupport
import Testing

@Suite("queue.enqueue_many")
struct QueueEnqueueManyTests {
  /// The numbers that a call gives, in its order.
  private func ids(_ connection: borrowing Connection, _ call: String, _ parameters: [Parameter] = []) throws -> [Int64]
  {
    let rows = try connection.query("select * from queue.enqueue_many(\(call))", parameters)
    return try (0..<rows.count).map { try rows.int8($0, 0) }
  }

  @Test("gives the jobs' numbers in the order of the args, and makes the jobs that single calls would")
  func order() throws {
    let queue = try QueueDatabase()
    let args = (1...100).map { #"{"n": \#($0), "day": "2024-02-29"}"# }
    let ids = try ids(queue.connection, "'noop', $1, priority => 2, max_attempts => 3", [.jsonbArray(args)])
    let same = """
      select count(*) from unnest($1::bigint[], $2::jsonb[]) with ordinality u (id, args, o) join queue.job j using (id)
      where j.args = u.args and j.priority = 2 and j.max_attempts = 3 and j.attempt = 0 and j.args_version = 1
        and j.kind = 'noop' and j.run_at = j.enqueued_at and j.run_at <= now() and j.coalesce_key is null
        and j.concurrency_key is null
      """
    #expect(ids == ids.sorted() && Set(ids).count == 100)
    #expect(try queue.number(same, [.int8Array(ids), .jsonbArray(args)]) == 100)
    let keyed = try self.ids(
      queue.connection, "'noop', $1, priority => 2, max_attempts => 3, idempotency_keys => $2",
      [.jsonbArray(args), .textArray((1...100).map { "k\($0)" })])
    #expect(Set(keyed + ids).count == 200)
    #expect(try queue.number(same, [.int8Array(keyed), .jsonbArray(args)]) == 100)
    let later = try self.ids(queue.connection, "'noop', array['{}']::jsonb[], run_at => now() + interval '1 h'")
    #expect(
      try queue.number(
        "select count(*) from queue.job where id = $1 and run_at > now() + interval '59 min' and priority = 4",
        [.int8(later[0])]) == 1)
  }

  @Test(
    "args that do not fit are refused as queue.enqueue refuses them, and the path names the element",
    arguments: QueueEnqueueTests.bad)
  func badArgs(bad: QueueEnqueueTests.Bad) throws {
    let queue = try QueueDatabase()
    let args = [#"{"n": 1}"#, #"{"colour": "red"}"#, bad.args, bad.args]
    for keys in ["", ", idempotency_keys => array['a', 'b', 'c', 'd']"] {
      let error = try queue.refusal("select * from queue.enqueue_many('noop', $1\(keys))", [.jsonbArray(args)])
      #expect(error.sqlState == bad.state)
      #expect(error.message.contains(bad.message) && error.message.contains(" / "))
      #expect(error.detail == "Trường / Field: noop.args[3]/\(bad.field)")
      #expect(error.hint?.contains(bad.hint) == true)
    }
    #expect(try queue.number("select count(*) from queue.job") == 0)
  }

  @Test(
    "arrays that do not go together, options and keys out of range and unknown kinds are refused",
    arguments: [
      ("'noop', null", "22004", "args"),
      ("'noop', array[['{}'], ['{}']]::jsonb[]", "2202E", "args"),
      ("'noop', array['{}']::jsonb[], idempotency_keys => array['a', 'b']", "2202E", "idempotency_keys"),
      ("'noop', array['{}', '{}']::jsonb[], coalesce_keys => array['a']", "2202E", "coalesce_keys"),
      ("'noop', array['{}', '{}']::jsonb[], concurrency_keys => '{}'", "2202E", "concurrency_keys"),
      ("'noop', array['{}', '{}']::jsonb[], coalesce_keys => array['a', '']", "22003", "coalesce_keys[2]"),
      ("'noop', array['{}']::jsonb[], idempotency_keys => array[repeat('k', 201)]", "22003", "idempotency_keys[1]"),
      ("'noop', array['{}']::jsonb[], priority => 8", "22003", "priority"),
      ("'noop', array['{}']::jsonb[], max_attempts => 0", "22003", "max_attempts"),
      ("'noop', array['{}']::jsonb[], run_at => 'infinity'", "22003", "run_at"),
      ("'nop', array['{}']::jsonb[]", "22023", "kind"), ("null, '{}'", "22023", "kind"),
    ])
  func shapes(call: String, state: String, parameter: String) throws {
    let queue = try QueueDatabase()
    let error = try queue.refusal("select * from queue.enqueue_many(\(call))")
    #expect(error.sqlState.rawValue == state)
    #expect(error.detail == "Tham số / Parameter: \(parameter)")
    #expect(error.message.contains(" / ") && error.hint?.isEmpty == false)
  }

  @Test("a null among the args is refused; an array that counts from elsewhere is not")
  func elements() throws {
    let queue = try QueueDatabase()
    let error = try queue.refusal("select * from queue.enqueue_many('noop', array['{}', null]::jsonb[])")
    #expect(error.sqlState == "42804" && error.detail == "Trường / Field: noop.args[2]/")
    let call = #"'noop', '[5:6]={"{\"n\": 1}","{\"n\": 2}"}'::jsonb[], coalesce_keys => '[0:1]={a,null}'"#
    #expect(try ids(queue.connection, call).count == 2)
    #expect(try ids(queue.connection, "'noop', '{}'").isEmpty)
  }

  @Test("every reference must exist; the first missing one is named")
  func references() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("insert into public.thing select generate_series(100, 5000)")
    let fits = try queue.number(
      """
      select count(*) from queue.enqueue_many('noop', array(
        select jsonb_build_object('thing_id', i) from generate_series(100, 5000) i) || array['{}', '{"thing_id": null}']::jsonb[])
      """)
    #expect(fits == 4903)
    let error = try queue.refusal(
      """
      select * from queue.enqueue_many('noop', array(
        select jsonb_build_object('thing_id', i) from generate_series(4000, 6000) i))
      """)
    #expect(error.sqlState == .foreignKeyViolation && error.message.contains("public.thing.id = 5001"))
    #expect(error.detail == "Trường / Field: noop.args[1002]/thing_id")
  }

  @Test("a dry run checks everything, keys included, and enqueues nothing")
  func dryRun() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("select queue.enqueue('noop', '{\"n\": 1}', idempotency_key => 'a')")
    let call = "'noop', array['{}', '{}']::jsonb[], dry_run => true"
    #expect(try ids(queue.connection, call).isEmpty)
    #expect(try ids(queue.connection, call + ", idempotency_keys => array['b', 'c']").isEmpty)
    let error = try queue.refusal("select * from queue.enqueue_many(\(call), idempotency_keys => array['b', 'a'])")
    #expect(error.sqlState == .uniqueViolation)
    #expect(error.detail?.hasPrefix("Tham số / Parameter: idempotency_keys[2]; khóa / key: “a”") == true)
    #expect(try queue.number("select (select count(*) from queue.job) + (select count(*) from queue.idempotency)") == 2)
  }

  @Test("of elements with one coalesce key the first is the job, also across calls of a transaction")
  func coalesced() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("begin")
    let single = try queue.number("select queue.enqueue('noop', coalesce_key => 'a')")
    let args = "array['{\"n\": 1}', '{\"n\": 2}', '{\"n\": 3}', '{\"n\": 4}', '{\"n\": 5}']::jsonb[]"
    let many = try ids(queue.connection, "'noop', \(args), coalesce_keys => array['b', 'a', 'b', null, 'c']")
    #expect(many[1] == single && many[2] == many[0] && Set(many).count == 4)
    #expect(try queue.number("select queue.enqueue('noop', coalesce_key => 'c')") == many[4])
    #expect(try ids(queue.connection, "'noop', array['{}']::jsonb[], coalesce_keys => array['b']") == [many[0]])
    try queue.connection.query("savepoint s")
    let lost = try ids(queue.connection, "'noop', array['{}']::jsonb[], coalesce_keys => array['d']")
    try queue.connection.query("rollback to savepoint s")
    #expect(try ids(queue.connection, "'noop', array['{}']::jsonb[], coalesce_keys => array['d']") != lost)
    let later = try ids(
      queue.connection,
      "'noop', array['{}', '{}']::jsonb[], coalesce_keys => array['a', 'a'], run_at => now() + interval '1 h'")
    #expect(Set(later + many).count == 6)
    let urgent = try ids(queue.connection, "'noop', array['{}']::jsonb[], coalesce_keys => array['a'], priority => 0")
    #expect(urgent != [single])
    try queue.connection.query("commit")
    #expect(
      try queue.text("select string_agg(args ->> 'n', ' ' order by id) from queue.job where args ? 'n'") == "1 4 5")
  }

  @Test("the kind's default keys are filled for each element")
  func defaultKeys() throws {
    let queue = try QueueDatabase()
    let ids = try ids(
      queue.connection,
      #"'aggregation_refresh', array['{"period": "2021"}', '{}', '{"period": "2021"}', '{"unit": "06"}']::jsonb[]"#)
    #expect(ids[0] == ids[2] && Set(ids).count == 3)
    #expect(
      try queue.text("select string_agg(coalesce_key, ', ' order by id) from queue.job")
        == "stats 2021, stats, stats 06")
    try queue.connection.query("select queue.define_kind('noop', concurrency_key => 'thing {thing_id}')")
    _ = try self.ids(
      queue.connection, #"'noop', array['{"thing_id": 7}', '{}']::jsonb[], concurrency_keys => array[null, 'x']"#)
    #expect(
      try queue.text("select string_agg(concurrency_key, ', ' order by id) from queue.job where kind = 'noop'")
        == "thing 7, x")
  }

  @Test("idempotency keys give the jobs that exist, twice the same number for a key that comes twice")
  func idempotent() throws {
    let queue = try QueueDatabase()
    let old = try queue.number("select queue.enqueue('noop', '{\"n\": 2}', idempotency_key => 'b')")
    let call = """
      'noop', array['{"n": 1}', '{"n": 2}', '{"n": 3}', '{"n": 1}', '{"n": 3}']::jsonb[],
      idempotency_keys => array['a', 'b', null, 'a', null]
      """
    let first = try ids(queue.connection, call)
    #expect(first[1] == old && first[0] == first[3] && Set(first).count == 4)
    let second = try ids(queue.connection, call)
    #expect(second[0] == first[0] && second[1] == old && second[3] == first[0])
    #expect(try queue.number("select count(*) from queue.job") == 6)
    let error = try queue.refusal(
      """
      select * from queue.enqueue_many('noop', array['{"n": 1}', '{"n": 2}']::jsonb[], idempotency_keys => array['z', 'z'])
      """)
    #expect(error.sqlState == .uniqueViolation && error.detail?.contains("idempotency_keys[2]") == true)
    #expect(try queue.number("select count(*) from queue.idempotency") == 2)
  }

  @Test("where an element has both keys, its idempotency key stands for the job that was made")
  func bothKeys() throws {
    let queue = try QueueDatabase()
    let call = """
      'noop', array['{"n": 1}', '{"n": 2}', '{"n": 2}', '{"n": 3}']::jsonb[],
      idempotency_keys => array['a', 'b', 'b', 'c'], coalesce_keys => array['x', 'x', 'y', 'y']
      """
    let ids = try ids(queue.connection, call)
    #expect(ids[1] == ids[0] && ids[2] == ids[0] && ids[3] != ids[0])
    #expect(
      try queue.text("select string_agg(key || job_id, ' ' order by key) from queue.idempotency")
        == "a\(ids[0]) b\(ids[0]) c\(ids[3])")
    #expect(try queue.number("select count(*) from queue.job") == 2)
    #expect(try self.ids(queue.connection, call) == ids)
  }

  @Test("enqueuers that give the same keys in opposite order do not deadlock, and make each job once")
  func oppositeOrder() throws {
    let queue = try QueueDatabase()
    // One that holds a key in the middle until all have begun.
    try queue.connection.query("begin")
    try queue.connection.query("select queue.enqueue('noop', idempotency_key => 'k200')")
    let enqueuers = try Enqueuers(8, on: queue.database) { number in
      let direction = number % 2 == 0 ? 1 : -1
      return """
        select e.id
        from queue.enqueue_many('noop', array(select '{}'::jsonb from generate_series(1, 400)),
            idempotency_keys => array(select 'k' || i from generate_series(1, 400) i order by i * \(direction)))
          with ordinality e (id, o)
        order by e.o * \(direction)
        """
    }
    try enqueuers.untilWaiting(8)
    try queue.connection.query("rollback")
    let all = try enqueuers.answers()
    #expect(all.count == 8 && Set(all).count == 1 && all[0].count == 400)
    #expect(try queue.number("select count(*) from queue.job") == 400)
  }

  @Test("ten thousand coalesce keys in one transaction stay fast, by single calls too")
  func manyKeys() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("set statement_timeout = '30 s'")
    try queue.connection.query("begin")
    #expect(
      try queue.number(
        """
        select count(distinct id) from queue.enqueue_many('noop', array(select '{}'::jsonb from generate_series(1, 10000)),
          coalesce_keys => array(select 'k' || i from generate_series(1, 10000) i)) id
        """) == 10000)
    try queue.connection.query(
      "select queue.enqueue('noop', coalesce_key => 's' || i) from generate_series(1, 2000) i")
    #expect(try queue.number("select length(current_setting('queue.coalesced'))::bigint") <= 16384)
    try queue.connection.query("commit")
  }

  @Test("the portal may enqueue many; readers may not; helpers are nobody's")
  func grants() throws {
    let queue = try QueueDatabase()
    for role in ["dvk_portal", "dvk_operator", "dvk_daemon"] {
      try queue.connection.query("set role \(role)")
      #expect(
        try ids(
          queue.connection,
          #"'noop', array['{"thing_id": 7}']::jsonb[], coalesce_keys => array['a'], idempotency_keys => array['\#(role)']"#
        ).count == 1)
      for refused in [
        "select queue.claim_keys('', 'noop', '{}', '{}', '{}', '1 s')", "select queue.announce('noop')",
        "select queue.keep_marks('')", "delete from queue.idempotency",
      ] {
        #expect(try queue.refusal(refused).sqlState == .insufficientPrivilege)
      }
      try queue.connection.query("reset role")
    }
    try queue.connection.query("set role dvk_reader")
    #expect(
      try queue.refusal("select queue.enqueue_many('noop', '{}')").sqlState == .insufficientPrivilege)
    #expect(try queue.refusal("select queue.expire_idempotency()").sqlState == .insufficientPrivilege)
    try queue.connection.query("reset role")
    try queue.connection.query("set role dvk_daemon")
    #expect(try queue.number("select queue.expire_idempotency()::bigint") == 0)
  }
}
