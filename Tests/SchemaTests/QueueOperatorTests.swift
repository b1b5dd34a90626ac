import Postgres
import TestSupport
import Testing

@Suite struct QueueOperatorTests {
  /// Lets a lane's session hold the jobs, runs the closure, and lets go.
  private func whileRunning<R>(
    _ queue: borrowing QueueDatabase, lane: String = "dvkd/0badcafe/noop/1", _ body: (borrowing Connection) throws -> R
  ) throws -> R {
    // A verb that waited for the running job would wait for ever.
    try queue.connection.query("set statement_timeout = '2s'")
    let worker = try queue.database.connect(applicationName: lane)
    try worker.query("begin")
    try worker.query("select id from queue.claim('noop', 100)")
    return try body(worker)
  }

  @Test("cancel: a waiting job is finished at once; a finished one is told; an unknown one is an error")
  func cancelWaiting() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    #expect(try queue.text("select queue.cancel($1, 'nhầm')", [.int8(id)]) == "đã hủy / cancelled")
    let rows = try queue.connection.query(
      "select outcome::text, reason, attempt, started_at is null from queue.finished where id = $1", [.int8(id)])
    #expect(try rows.text(0, 0) == "cancelled" && rows.text(0, 1) == "nhầm" && rows.int2(0, 2) == 0 && rows.bool(0, 3))
    #expect(try queue.text("select queue.cancel($1)", [.int8(id)]).contains("finished as cancelled at 2"))
    #expect(try queue.refusal("select queue.cancel(999)").sqlState == "02000")
    #expect(try queue.refusal("select queue.cancel(1, repeat('x', 201))").sqlState == "22001")
  }

  @Test("cancel of a running job returns at once, names the lane and notifies; the request stands")
  func cancelRunning() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let listener = try queue.database.connect()
    try listener.listen("dvkd_cancel")
    try whileRunning(queue) { worker throws in
      #expect(
        try queue.text("select queue.cancel($1)", [.int8(id)])
          == "đã yêu cầu hủy, đang chạy tại dvkd/0badcafe/noop/1 / requested, running on dvkd/0badcafe/noop/1")
      _ = try queue.text("select queue.cancel($1)", [.int8(id)])
      #expect(try listener.notifications(waitingUpTo: .seconds(2)).first?.payload == String(id))
      #expect(try queue.number("select queue.drain_cancel_requests()::bigint") == 0)
      #expect(try worker.query("select cancel_requested from queue.claim('noop', 1)").bool(0, 0))
      try worker.query("rollback")
    }
    #expect(try queue.number("select queue.drain_cancel_requests()::bigint") == 1)
    #expect(try queue.text("select outcome::text from queue.finished where id = $1", [.int8(id)]) == "cancelled")
    #expect(try queue.number("select count(*) from queue.cancel_request") == 0)
  }

  @Test("retry: a given-up job is put back under its number with fresh attempts; a waiting one runs now")
  func retry() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue(#"{"n": 4}"#)
    try queue.connection.query("begin")
    try queue.connection.query("select id from queue.claim('noop', 1)")
    try queue.connection.query(
      "select queue.finish('{}', jsonb_build_array(jsonb_build_object('id', $1::bigint, 'outcome', 'discard', 'reason', 'x')))",
      [.int8(id)])
    try queue.connection.query("commit")
    #expect(
      try queue.text("select queue.retry($1, 'mended')", [.int8(id)]).contains("back in the queue (was discarded)"))
    let rows = try queue.connection.query(
      "select attempt, max_attempts, args ->> 'n', run_at <= clock_timestamp() from queue.job where id = $1",
      [.int8(id)])
    #expect(try rows.int2(0, 0) == 1 && rows.int2(0, 1) == 21 && rows.text(0, 2) == "4" && rows.bool(0, 3))
    #expect(try queue.number("select count(*) from queue.finished where id = $1", [.int8(id)]) == 0)
    let later = try queue.number("select queue.enqueue('noop', run_at => now() + interval '1 d')")
    #expect(try queue.text("select queue.retry($1)", [.int8(later)]) == "chạy ngay / runs now")
    #expect(try queue.number("select count(*) from queue.job where run_at > now() + interval '1 s'") == 0)
    #expect(try queue.refusal("select queue.retry(999)").sqlState == "02000")
  }

  @Test("retry refuses a completed job and leaves a running one alone, without waiting for it")
  func retryRefused() throws {
    let queue = try QueueDatabase()
    let done = try queue.enqueue()
    try queue.connection.query("select queue.finish(array(select id from queue.claim('noop', 1)))")
    let error = try queue.refusal("select queue.retry($1)", [.int8(done)])
    #expect(
      error.sqlState == "55000" && error.message.contains("completed") && error.hint?.contains("queue.enqueue") == true)
    let id = try queue.enqueue()
    try whileRunning(queue) { _ throws in
      #expect(
        try queue.text("select queue.retry($1)", [.int8(id)]).contains("running on dvkd/0badcafe/noop/1, left alone"))
    }
  }

  @Test("pause and resume say what they did, do not wait for running jobs, and refuse an unknown kind")
  func pause() throws {
    let queue = try QueueDatabase()
    try queue.enqueue()
    try whileRunning(queue) { _ throws in
      #expect(try queue.text("select queue.pause('noop', 'Tết')") == "đã tạm dừng / paused")
      #expect(try queue.text("select queue.pause('noop')") == "đã tạm dừng từ trước / was paused already")
      #expect(try queue.text("select paused_reason from queue.kind where name = 'noop'") == "Tết")
      #expect(try queue.text("select queue.resume('noop')") == "đã chạy tiếp / resumed")
      #expect(try queue.text("select queue.resume('noop')") == "không bị tạm dừng / was not paused")
    }
    for verb in ["pause", "resume"] {
      let error = try queue.refusal("select queue.\(verb)('nooop')")
      #expect(error.sqlState == "22023" && error.hint?.contains("“noop”") == true)
    }
  }

  @Test("a deploy keeps a pause: loading the kinds changes their definition only")
  func pauseSurvivesDefinition() throws {
    let queue = try QueueDatabase()
    _ = try queue.text("select queue.pause('noop')")
    try queue.connection.query("select queue.define_kind('noop', priority => 1)")
    #expect(
      try queue.number("select count(*) from queue.kind where name = 'noop' and paused_at is not null and priority = 1")
        == 1)
    #expect(try queue.number("select count(*) from queue.kind_field where kind = 'noop'") == 8)
  }

  @Test("every verb is in the audit, with who and why")
  func audit() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    try queue.connection.query("set session authorization default")
    for verb in ["cancel(\(id), 'a')", "retry(\(id), 'b')", "pause('noop', 'c')", "resume('noop', 'd')"] {
      try queue.connection.query("select queue.\(verb)")
    }
    #expect(
      try queue.text(
        "select string_agg(verb || ':' || coalesce(job_id::text, kind) || ':' || reason, ' ' order by id) from queue.audit"
      )
        == "cancel:\(id):a retry:\(id):b pause:noop:c resume:noop:d")
    #expect(
      try queue.number(
        "select count(*) from queue.audit where who = session_user and result <> '' and at <= clock_timestamp()") == 4)
  }

  @Test("operators have the verbs and the views, not the tables of the daemon")
  func grants() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    try whileRunning(queue) { _ throws in
      try queue.connection.query("set role dvk_operator")
      #expect(try queue.text("select lane from queue.running where id = $1", [.int8(id)]) == "dvkd/0badcafe/noop/1")
      for view in ["overview", "running", "failures", "jobs"] {
        _ = try queue.number("select count(*) from queue.\(view)")
      }
      _ = try queue.text("select queue.cancel($1)", [.int8(id)])
      for refused in ["delete from queue.job", "select * from queue.claim('noop', 1)", "select queue.finish('{}')"] {
        #expect(try queue.refusal(refused).sqlState == .insufficientPrivilege)
      }
    }
  }

  @Test("finishing what is not there is refused, so that effects without a claim are rolled back")
  func finishUnclaimed() throws {
    let queue = try QueueDatabase()
    #expect(try queue.refusal("select queue.finish('{999}')").sqlState == "55000")
    #expect(
      try queue.refusal("select queue.finish('{}', '[{\"id\": 999, \"outcome\": \"discard\"}]')").sqlState == "55000")
  }

  @Test("followers of a job that is cancelled in the finish stay in the queue")
  func followersOfCancelled() throws {
    let queue = try QueueDatabase()
    let leader = try queue.enqueue()
    let follower = try queue.enqueue()
    try whileRunning(queue) { worker throws in
      _ = try queue.text("select queue.cancel($1)", [.int8(leader)])
      try worker.query(
        """
        select queue.finish('{}', jsonb_build_array(
          jsonb_build_object('id', $1::bigint, 'outcome', 'retry', 'delay_ms', 1000),
          jsonb_build_object('id', $2::bigint, 'outcome', 'coalesced', 'into', $1::bigint)))
        """, [.int8(leader), .int8(follower)])
      try worker.query("commit")
    }
    #expect(try queue.text("select outcome::text from queue.finished where id = $1", [.int8(leader)]) == "cancelled")
    #expect(try queue.number("select id from queue.job") == follower)
  }
}
