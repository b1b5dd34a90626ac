import Dispatch
import Postgres
import TestSupport
import Testing

@Suite struct QueueWhyTests {
  /// The sentence for a job; both languages are there.
  private func why(_ queue: borrowing QueueDatabase, _ id: Int64) throws -> String {
    let sentence = try queue.text("select queue.why($1)", [.int8(id)])
    #expect(sentence.contains(" / ") && !sentence.contains("\n"), "\(sentence)")
    return sentence
  }

  @Test("a kind that is paused: since when, by whom, why; it comes before everything else")
  func paused() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    try queue.connection.query("select queue.pause('noop', 'chờ mẫu')")
    #expect(try why(queue, id).wholeMatch(of: /.* \/ kind noop is paused since 2.* by \w+: chờ mẫu/) != nil)
  }

  @Test("a job of a later time, and one that failed: when, and after what")
  func later() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    try queue.connection.query("select queue.reschedule($1, '2126-01-02 03:04:05+07')", [.int8(id)])
    #expect(try why(queue, id) == "hẹn lúc 2126-01-02 03:04:05 / scheduled for 2126-01-02 03:04:05")
    let failed = try queue.enqueue()
    try queue.connection.query(
      "select queue.finish('{}', jsonb_build_array(jsonb_build_object('id', $1::bigint, 'outcome', 'retry', 'delay_ms', 60000, 'reason', E'division\\nby zero', 'sqlstate', '22012')))",
      [.int8(failed)])
    #expect(
      try why(queue, failed).wholeMatch(
        of: /thử lại lúc .* \/ retrying at 2.* after 1 of 20 attempts failed: 22012 division by zero/) != nil)
  }

  @Test("no daemon alive knows the kind; a kind that is not even defined is told")
  func noDaemon() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    // Neither a lane of another kind nor a control connection counts.
    let other = try QueueLane(queue, name: "dvkd/0badcafe/strict/1")
    let control = try QueueLane(queue, name: "dvkd/0badcafe/control")
    #expect(try why(queue, id).hasSuffix("no daemon alive knows kind noop"))
    try queue.connection.query("update queue.job set kind = 'gone'")
    #expect(try why(queue, id).hasSuffix("no daemon alive knows kind gone, which is not defined"))
    other.close()
    control.close()
  }

  @Test("who waits in front is counted by priority, running ones left out; the first one is next")
  func line() throws {
    let queue = try QueueDatabase()
    let ids = try (1...5).map { _ in try queue.enqueue() }
    try queue.connection.query(
      "select queue.set_priority($1, 1), queue.set_priority($2, 7)", [.int8(ids[2]), .int8(ids[3])])
    let idle = try QueueLane(queue, name: "dvkd/0badcafe/noop/1")
    #expect(try why(queue, ids[2]) == "kế tiếp, sẽ được nhận ngay / is next, to be claimed at once")
    #expect(
      try why(queue, ids[1])
        == "chờ sau 1 việc ưu tiên 1, 1 việc ưu tiên 4 / waits behind 1 of priority 1, 1 of priority 4")
    #expect(try why(queue, ids[3]).hasSuffix("waits behind 1 of priority 1, 3 of priority 4"))
    try idle.hold([ids[0], ids[2]])
    #expect(try why(queue, ids[1]) == "kế tiếp, cả 1 làn đang bận / is next, all 1 lanes are busy")
  }

  @Test("a crowd in front is not counted to its end")
  func crowd() throws {
    let queue = try QueueDatabase()
    try queue.connection.query(
      """
      insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
      select now(), now(), n % 2, 20, 1, 'noop', '{}' from generate_series(1, 30000) n
      """)
    let id = try queue.enqueue()
    let lane = try QueueLane(queue)
    #expect(try why(queue, id).hasSuffix("waits behind more than 10000 of priority 0 to 4"))
    lane.close()
  }

  @Test("a limit that is reached is told with its number, and the jobs in front")
  func limit() throws {
    let queue = try QueueDatabase()
    let ids = try (1...3).map { _ in try queue.enqueue() }
    try queue.connection.query("select queue.set_limit('noop', 1)")
    let busy = try QueueLane(queue, holding: [ids[0]])
    let idle = try QueueLane(queue, name: "dvkd/0badcafe/noop/2")
    #expect(try why(queue, ids[1]).contains("is next"))
    let slot = try queue.number("select queue.slot_lock('noop', 1)")
    try busy.connection.query("select pg_advisory_xact_lock($1)", [.int8(slot)])
    #expect(
      try why(queue, ids[1])
        == "đủ giới hạn 1 làn của loại noop / limit of its kind reached: 1 lanes run noop")
    #expect(
      try why(queue, ids[2]).hasSuffix("limit of its kind reached: 1 lanes run noop; waits behind 1 of priority 4"))
    idle.close()
  }

  @Test("a key that is busy: with which job, in which lane")
  func key() throws {
    let queue = try QueueDatabase()
    let ids = try (1...3).map { _ in try queue.enqueue() }
    try queue.connection.query(
      "update queue.job set concurrency_key = 'xã 7' where id = any ($1)", [.int8Array([ids[0], ids[2]])])
    let lane = try QueueLane(queue, holding: [ids[0]])
    let key = try queue.number("select queue.key_lock('noop', 'xã 7')")
    try lane.connection.query("select pg_advisory_xact_lock($1)", [.int8(key)])
    #expect(
      try why(queue, ids[2])
        == "khóa “xã 7” đang bận với công việc \(ids[0]) (làn dvkd/0badcafe/noop/1) / its key “xã 7” is busy with job \(ids[0]) (lane dvkd/0badcafe/noop/1)"
    )
    #expect(try why(queue, ids[1]).contains("is next"))
  }

  @Test("a suspect: since when, how often it ran alone")
  func suspect() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let lane = try QueueLane(queue)
    try queue.connection.query("insert into queue.suspect (job_id, kind, tries) values ($1, 'noop', 2)", [.int8(id)])
    #expect(try why(queue, id).hasSuffix("it runs alone next (2 solitary runs so far)"))
    lane.close()
  }

  @Test("a running job: host, lane, since when, whether its cancel is requested; an operator sees it, too")
  func running() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let lane = try QueueLane(queue, holding: [id])
    try queue.connection.query("set role dvk_operator")
    #expect(
      try why(queue, id).wholeMatch(
        of:
          /đang chạy trên local, .* \/ running on local, lane dvkd\/0badcafe\/noop\/1, since 2\d{3}-\d\d-\d\d \d\d:\d\d:\d\d/
      )
        != nil)
    _ = try queue.text("select queue.cancel($1)", [.int8(id)])
    #expect(try why(queue, id).hasSuffix(", cancel requested"))
    try lane.connection.query("rollback")
    #expect(try why(queue, id).contains("its cancel is requested"))
  }

  @Test("a running job whose session waits for another's lock: that session is named")
  func blocked() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let portal = try queue.database.connect(applicationName: "portal")
    try portal.query("select pg_advisory_lock(7)")
    // Lets daemons log in.
    try QueueLane(queue).close()
    let url = try queue.database.url.setting("user", to: "dvk_daemon")
    let thread = DispatchQueue(label: "lane")
    thread.async { @Sendable in
      #expect(throws: Never.self) {
        let lane = try Connection(url, applicationName: "dvkd/0badcafe/noop/1")
        try lane.query("begin")
        try lane.query("select id from queue.job where id = $1 for update", [.int8(id)])
        try lane.query("select pg_advisory_xact_lock(7)")
      }
    }
    try eventually("the lane's wait") { try why(queue, id).contains("waiting") }
    let user = try portal.query("select session_user::text").text(0, 0)
    let who = "\(portal.backendPID) (portal, \(user))"
    #expect(try why(queue, id).contains("đang chờ khóa của phiên \(who) / running on local"))
    #expect(try why(queue, id).hasSuffix(", waiting for a lock of session \(who)"))
    try portal.query("select pg_advisory_unlock(7)")
    thread.sync {}
  }

  @Test("a row that somebody holds who is no daemon")
  func held() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let somebody = try QueueLane(queue, name: "psql", holding: [id])
    #expect(
      try why(queue, id).hasSuffix(
        "held by session \(somebody.connection.backendPID) (psql, dvk_daemon), which is no daemon"))
  }

  @Test("a finished job: how, when and why; an unknown one is an error")
  func finished() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    _ = try queue.text("select queue.cancel($1, 'nhầm')", [.int8(id)])
    #expect(try why(queue, id).wholeMatch(of: /đã xong: .* \/ finished as cancelled at 2.*: nhầm/) != nil)
    #expect(try queue.refusal("select queue.why(999)").sqlState == "02000")
    #expect(try queue.refusal("select queue.why(null)").sqlState == "02000")
  }

  @Test("the keys of advisory locks are recognised whatever their sign")
  func advisoryKey() throws {
    let queue = try QueueDatabase()
    for key in ["0", "-1", "1", "9223372036854775807", "-9223372036854775808", "4294967296", "-4294967297"] {
      #expect(
        try queue.number(
          """
          select count(*) from (select pg_advisory_xact_lock(\(key))) x, pg_locks l, queue.advisory_key(\(key)) k
          where l.locktype = 'advisory' and l.pid = pg_backend_pid() and l.classid = k.classid and l.objid = k.objid
          """) == 1, "\(key)")
    }
  }
}
