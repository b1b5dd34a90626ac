import Postgres
import TestSupport
import Testing

/// Claim rule 12: partitions are made ahead, by statements that give up soon.
@Suite struct QueuePartitionTests {
  @Test("migrate makes this month's partitions and those of three months ahead; making them again makes none")
  func ahead() throws {
    let queue = try QueueDatabase()
    for parent in ["finished", "attempt_error"] {
      let names = try queue.text(
        "select string_agg(inhrelid::regclass::text, ' ' order by 1) from pg_inherits where inhparent = $1::text::regclass",
        [.text("queue.\(parent)")])
      let wanted = try queue.text(
        """
        select string_agg('queue.' || $1 || to_char(date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') + n * interval '1 month', '_YYYY_MM'), ' ' order by n)
        from generate_series(0, 3) n
        """, [.text(parent)])
      #expect(names.split(separator: " ").sorted() == wanted.split(separator: " ").sorted())
    }
    #expect(try queue.connection.query("select queue.ensure_partitions()").int4(0, 0) == 0)
    #expect(try queue.connection.query("select queue.ensure_partitions(5)").int4(0, 0) == 4)
    #expect(try queue.connection.query("select queue.has_next_month()").bool(0, 0))
  }

  @Test("a partition holds one Vietnamese month, whatever the session's time zone")
  func vietnameseMonth() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("set timezone = 'America/New_York'")
    try queue.connection.query("select queue.ensure_partitions(6)")
    let last = try queue.text(
      "select 'queue.finished' || to_char((now() at time zone 'Asia/Ho_Chi_Minh') + interval '6 months', '_YYYY_MM')")
    try queue.connection.query("set timezone = 'Asia/Ho_Chi_Minh'")
    let bounds = try queue.text(
      "select pg_get_expr(relpartbound, oid) from pg_class where oid = $1::text::regclass", [.text(last)])
    #expect(bounds.matches(of: /-01 00:00:00\+07'/).count == 2, Comment(rawValue: bounds))
  }

  @Test("a lock that is not free is given up after 200 ms, and nothing is half made")
  func givesUp() throws {
    let queue = try QueueDatabase()
    let blocker = try queue.database.connect()
    try blocker.query("begin")
    try blocker.query("lock table queue.finished in share update exclusive mode")
    try queue.connection.query("set statement_timeout = '5s'")
    let start = ContinuousClock.now
    #expect(try queue.refusal("select queue.ensure_partitions(4)").sqlState == .lockNotAvailable)
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(try queue.number("select count(*) from pg_inherits where inhparent = 'queue.finished'::regclass") == 4)
    try blocker.query("rollback")
    #expect(try queue.connection.query("select queue.ensure_partitions(4)").int4(0, 0) == 2)
  }

  @Test("finishing and enqueueing go on while a partition is made")
  func nobodyWaits() throws {
    let queue = try QueueDatabase()
    try queue.enqueue()
    let maker = try queue.database.connect()
    try maker.query("begin")
    try maker.query("select queue.ensure_partitions(6)")
    try queue.connection.query("set statement_timeout = '1s'")
    try queue.enqueue()
    #expect(try queue.text("select queue.finish(array(select id from queue.claim('noop', 9)))") == "")
    #expect(try queue.number("select count(*) from queue.finished") == 2)
  }
}
