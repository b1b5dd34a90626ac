import Postgres
import TestSupport
import Testing

/// The verbs for one job or one kind; those for many are in QueueManyTests.
@Suite struct QueueVerbTests {
  @Test("reschedule: a waiting job runs at another time; a time gone by means now, at the end of the line")
  func reschedule() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    #expect(
      try queue.text("select queue.reschedule($1, '2126-01-02 03:04:05+07', 'chờ')", [.int8(id)])
        == "hẹn lúc 2126-01-02 03:04:05 / scheduled for 2126-01-02 03:04:05")
    #expect(try queue.number("select count(*) from queue.job where run_at = '2126-01-02 03:04:05+07'") == 1)
    _ = try queue.text("select queue.reschedule($1, '2001-01-01')", [.int8(id)])
    #expect(
      try queue.number(
        "select count(*) from queue.job where run_at between clock_timestamp() - interval '10 s' and clock_timestamp()")
        == 1)
    #expect(try queue.refusal("select queue.reschedule($1, null)", [.int8(id)]).sqlState == "22004")
    #expect(try queue.refusal("select queue.reschedule($1, 'infinity')", [.int8(id)]).sqlState == "22003")
    #expect(try queue.refusal("select queue.reschedule(999, now())").sqlState == "02000")
  }

  @Test("set_priority: a waiting job gets another priority, 0 to 7")
  func setPriority() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    #expect(
      try queue.text("select queue.set_priority($1, 0)", [.int8(id)]) == "ưu tiên 0, trước là 4 / priority 0, was 4")
    #expect(try queue.number("select priority::bigint from queue.job") == 0)
    for wrong in ["8", "-1", "null"] {
      let error = try queue.refusal("select queue.set_priority($1, \(wrong))", [.int8(id)])
      #expect(error.sqlState == "22003" && error.hint?.contains("0 (trước / first) .. 7") == true)
    }
    #expect(try queue.refusal("select queue.set_priority(999, 1)").sqlState == "02000")
  }

  @Test("verbs for waiting jobs tell how a job ended that is not there any more")
  func ended() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    _ = try queue.text("select queue.cancel($1)", [.int8(id)])
    for verb in ["reschedule($1, now())", "set_priority($1, 1)", "terminate($1)"] {
      #expect(try queue.text("select queue.\(verb)", [.int8(id)]).contains("finished as cancelled at 2"))
    }
  }

  @Test(
    "Claim rule 7: no verb waits for a running job, and none changes it",
    arguments: [
      "queue.reschedule(1, now() + interval '1 d')", "queue.set_priority(1, 0)", "queue.retry(1)", "queue.cancel(1)",
      "queue.cancel_many(array[1])", "queue.cancel_many(kind => 'noop')", "queue.retry_many(array[1])",
      "queue.retry_many(kind => 'noop')", "queue.purge('noop', 'r')", "queue.set_limit('noop', 1)",
      "queue.pause('noop')", "queue.resume('noop')", "queue.why(1)",
    ])
  func neverWaits(call: String) throws {
    let queue = try QueueDatabase()
    #expect(try queue.enqueue() == 1)
    let lane = try QueueLane(queue, holding: [1])
    try queue.connection.query("set role dvk_operator")
    try queue.connection.query("select \(call)")
    #expect(try queue.number("select count(*) from queue.job where priority = 4 and run_at <= now()") == 1)
    try lane.connection.query("commit")
  }

  @Test("Claim rule 7: a second cancel does not wait for the lane that is about to commit the job's end")
  func cancelWhileCommitting() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let lane = try queue.database.connect(applicationName: "dvkd/0badcafe/noop/1")
    try lane.query("begin")
    try lane.query("select id from queue.job for update")
    _ = try queue.text("select queue.cancel($1)", [.int8(id)])
    try lane.query("select queue.finish(array[$1::bigint])", [.int8(id)])
    #expect(try queue.number("select count(*) from queue.cancel_request") == 1)
    try queue.connection.query("set statement_timeout = '2s'")
    #expect(try queue.text("select queue.cancel($1)", [.int8(id)]).contains("running on"))
    try lane.query("commit")
    #expect(try queue.text("select queue.cancel($1)", [.int8(id)]).contains("finished as completed"))
  }

  @Test(
    "set_limit: null means no limit; a deploy keeps a limit; the range is checked, and 0 is told how to stop a kind")
  func setLimit() throws {
    let queue = try QueueDatabase()
    #expect(
      try queue.text("select queue.set_limit('noop', 3, 'máy yếu')")
        == "giới hạn 3 làn, trước là không có / limit 3 lanes, was none")
    try queue.connection.query("select queue.define_kind('noop', priority => 1)")
    #expect(try queue.number("select lane_limit::bigint from queue.kind where name = 'noop'") == 3)
    let zero = try queue.refusal("select queue.set_limit('noop', 0)")
    #expect(zero.sqlState == "22003" && zero.hint?.contains("queue.pause") == true)
    #expect(try queue.number("select lane_limit::bigint from queue.kind where name = 'noop'") == 3)
    #expect(try queue.text("select queue.set_limit('noop', null)").hasSuffix("limit none, was 3 lanes"))
    #expect(try queue.number("select count(*) from queue.kind where lane_limit is null and name = 'noop'") == 1)
    #expect(try queue.refusal("select queue.set_limit('noop', 1001)").sqlState == "22003")
    #expect(try queue.refusal("select queue.set_limit('noop', -1)").sqlState == "22003")
    #expect(try queue.refusal("select queue.set_limit('nop', 1)").hint?.contains("“noop”") == true)
  }

  @Test("terminate, as an operator: ends the lane that holds the job and no other; the job waits again")
  func terminate() throws {
    let queue = try QueueDatabase()
    let ids = try (1...3).map { _ in try queue.enqueue() }
    let stuck = try QueueLane(queue, name: "dvkd/0badcafe/noop/1", holding: [ids[0]])
    let other = try QueueLane(queue, name: "dvkd/0badcafe/noop/2", holding: [ids[1]])
    try queue.connection.query("set role dvk_operator")
    let answer = try queue.text("select queue.terminate($1, 'kẹt')", [.int8(ids[0])])
    #expect(answer.contains("ended lane dvkd/0badcafe/noop/1 (process \(stuck.connection.backendPID))"))
    try eventually("the released row") {
      try queue.number("select count(*) from queue.running where id = $1", [.int8(ids[0])]) == 0
    }
    #expect(throws: PostgresError.self) { try stuck.connection.query("select 1") }
    #expect(try other.connection.query("select 1::bigint").int8(0, 0) == 1)
    #expect(try queue.number("select count(*) from queue.job") == 3)
    #expect(try queue.text("select queue.terminate($1)", [.int8(ids[2])]).hasSuffix("not running, left alone"))
    #expect(try queue.refusal("select queue.terminate(999)").sqlState == "02000")
    #expect(
      try queue.text(
        "select string_agg(verb || ':' || job_id || ':' || coalesce(reason, ''), ' ' order by id) from queue.audit")
        == "terminate:\(ids[0]):kẹt terminate:\(ids[2]):")
  }

  @Test("terminate refuses a session that is no lane, and says whom to ask")
  func terminateNoLane() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let somebody = try QueueLane(queue, name: "psql", holding: [id])
    let error = try queue.refusal("select queue.terminate($1)", [.int8(id)])
    #expect(error.sqlState == "55000" && error.hint?.contains("(\(somebody.connection.backendPID))") == true)
    #expect(try somebody.connection.query("select 1::bigint").int8(0, 0) == 1)
  }

  @Test("terminate tells what is missing when the lane's role is not known to it")
  func terminateForeignRole() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    // The test's own role is a superuser, whose sessions nobody else may end.
    let lane = try queue.database.connect(applicationName: "dvkd/0badcafe/noop/1")
    try lane.query("begin")
    try lane.query("select id from queue.job for update")
    try queue.connection.query("set role dvk_operator")
    let error = try queue.refusal("select queue.terminate($1)", [.int8(id)])
    #expect(error.sqlState == .insufficientPrivilege && error.hint?.contains("to dvk_owner") == true)
    #expect(try lane.query("select 1::bigint").int8(0, 0) == 1)
  }

  @Test("what ends a job forgets that it was suspect; a job given up as a crasher begins anew")
  func suspicion() throws {
    let queue = try QueueDatabase()
    let ids = try (1...4).map { _ in try queue.enqueue() }
    try queue.connection.query("insert into queue.suspect (job_id, kind, tries) select id, kind, 3 from queue.job")
    _ = try queue.text("select queue.cancel($1)", [.int8(ids[0])])
    try queue.connection.query("select queue.cancel_many(array[$1::bigint])", [.int8(ids[1])])
    try queue.connection.query("select queue.reschedule($1, now() + interval '1 d')", [.int8(ids[2])])
    try queue.connection.query("select queue.purge('noop', 'r', 'scheduled')")
    #expect(try queue.connection.query("select array_agg(job_id) from queue.suspect").int8Array(0, 0) == [ids[3]])
    // Whoever discards it removes the row; should one be left, it must not count for the new life.
    try queue.connection.query(
      """
      with gone as (delete from queue.job where id = $1 returning *)
      insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts, args_version, kind, reason, args)
      select id, enqueued_at, now(), 'discarded', priority, 1, max_attempts, 1, kind, 'crashed the worker', args from gone
      """, [.int8(ids[3])])
    _ = try queue.text("select queue.retry($1)", [.int8(ids[3])])
    #expect(try queue.number("select count(*) from queue.suspect") == 0)
    #expect(try queue.number("select max_attempts::bigint from queue.job") == 21)
  }

  @Test(
    "every change is in the audit: who, what, why, and what it did",
    arguments: [
      "cancel(1, 'why')", "cancel_many(array[1], reason => 'why')", "retry(1, 'why')",
      "retry_many(array[1], reason => 'why')", "reschedule(1, now(), 'why')", "set_priority(1, 2, 'why')",
      "set_limit('noop', 2, 'why')", "pause('noop', 'why')", "resume('noop', 'why')", "purge('noop', 'why')",
      "terminate(1, 'why')",
    ])
  func audit(call: String) throws {
    let queue = try QueueDatabase()
    try queue.enqueue()
    try queue.connection.query("set role dvk_operator")
    try queue.connection.query("select queue.\(call)")
    #expect(
      try queue.number(
        """
        select count(*) from queue.audit
        where verb = $1 and reason = 'why' and who = session_user and result like '% / %'
          and at between now() - interval '1 min' and clock_timestamp()
        """, [.text(String(call.prefix { $0 != "(" }))]) == 1)
    #expect(
      try queue.refusal("select queue.\(call.replacing("why", with: String(repeating: "x", count: 201)))").sqlState
        == "22001")
  }

  @Test("only operators have the verbs")
  func grants() throws {
    let queue = try QueueDatabase()
    let calls = [
      "cancel_many(array[1])", "retry_many(array[1])", "reschedule(1, now())", "set_priority(1, 1)",
      "set_limit('noop', 1)", "purge('noop', 'r')", "terminate(1)",
    ]
    for role in ["dvk_daemon", "dvk_portal", "dvk_reader"] {
      try queue.connection.query("set role \(role)")
      for call in calls {
        #expect(try queue.refusal("select queue.\(call)").sqlState == .insufficientPrivilege, "\(role) \(call)")
      }
      try queue.connection.query("reset role")
    }
  }
}
