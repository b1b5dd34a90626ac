import Postgres
import TestSupport
import Testing

@Suite("queue.enqueue with an idempotency key")
struct QueueIdempotencyTests {
  private static let call = "select queue.enqueue('noop', '{\"n\": 1}', idempotency_key => 'k')"

  @Test("Claim rule 9: the same key with the same args gives the same job, whatever became of it; a null counts as absent")
  func again() throws {
    let queue = try QueueDatabase()
    let id = try queue.number(Self.call)
    #expect(try queue.number(Self.call) == id)
    #expect(
      try queue.number(
        "select queue.enqueue('noop', '{\"n\": 1, \"day\": null}', priority => 7, idempotency_key => 'k')")
        == id)
    #expect(try queue.number("select count(*) from queue.job") == 1)
    try queue.connection.query("delete from queue.job")
    #expect(try queue.number(Self.call) == id)
    #expect(try queue.number("select count(*) from queue.job") == 0)
  }

  @Test("a key is its kind's: another kind, another key and no key are other jobs")
  func scope() throws {
    let queue = try QueueDatabase()
    try queue.connection.query(
      """
      select queue.enqueue('noop', '{"n": 1}', idempotency_key => 'k'), queue.enqueue('strict', '{"a": 1}', idempotency_key => 'k'),
        queue.enqueue('noop', '{"n": 1}', idempotency_key => 'K'), queue.enqueue('noop', '{"n": 1}')
      """)
    #expect(try queue.number("select count(*) from queue.job") == 4)
  }

  @Test(
    "the same key with other args is refused, and the error names the key's job and the field",
    arguments: [false, true])
  func otherArgs(dryRun: Bool) throws {
    let queue = try QueueDatabase()
    let id = try queue.number(Self.call)
    let error = try queue.refusal(
      "select queue.enqueue('noop', '{\"n\": 1, \"share\": 1}', idempotency_key => 'k', dry_run => \(dryRun))")
    #expect(error.sqlState == .uniqueViolation)
    #expect(error.message.contains("was used for a job with other args") && error.message.contains(" / "))
    #expect(
      error.detail
        == "Tham số / Parameter: idempotency_key; khóa / key: “k”; công việc / job: \(id); "
        + "trường khác nhau / field that differs: noop.args/share")
    #expect(error.hint?.contains("this one expires at") == true)
    #expect(try queue.number("select count(*) from queue.job") == 1)
  }

  @Test("a dry run leaves the key free; so does a rollback, of a savepoint too")
  func leavesFree() throws {
    let queue = try QueueDatabase()
    #expect(
      try queue.connection.query(
        "select queue.enqueue('noop', idempotency_key => 'k', dry_run => true)"
      ).isNull(0, 0))
    try queue.connection.query("begin")
    try queue.connection.query("savepoint s")
    let lost = try queue.number("select queue.enqueue('noop', '{\"n\": 2}', idempotency_key => 'k')")
    try queue.connection.query("rollback to savepoint s")
    let kept = try queue.number(Self.call)
    try queue.connection.query("commit")
    #expect(kept != lost)
    #expect(try queue.number("select job_id from queue.idempotency") == kept)
    #expect(try queue.number(Self.call) == kept)
  }

  @Test("an expired key makes a new job, with other args too; the kind says when keys expire")
  func expired() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("select queue.define_kind('noop', idempotency_ttl => '2 h')")
    let id = try queue.number(Self.call)
    #expect(
      try queue.number("select extract(epoch from expires_at - created_at)::bigint from queue.idempotency") == 7200)
    try queue.connection.query("update queue.idempotency set expires_at = clock_timestamp() - interval '1 s'")
    let next = try queue.number("select queue.enqueue('noop', '{\"n\": 2}', idempotency_key => 'k')")
    #expect(next != id)
    #expect(try queue.number("select queue.enqueue('noop', '{\"n\": 2}', idempotency_key => 'k')") == next)
    #expect(try queue.number("select count(*) from queue.idempotency where created_at > now() - interval '1 min'") == 1)
    #expect(try queue.number("select count(*) from queue.job") == 2)
  }

  @Test("maintenance deletes expired keys only, as many as it is asked for, and passes over one that is being renewed")
  func expiry() throws {
    let queue = try QueueDatabase()
    // A wait for a held key is an error, not a hang.
    try queue.connection.query("set lock_timeout = '5 s'")
    try queue.connection.query(
      """
      insert into queue.idempotency (kind, key, job_id, args, expires_at)
      select 'noop', 'k' || i, -i, '{}', now() + (i - 6) * interval '1 s' from generate_series(1, 10) i where i <> 6
      """)
    let renewer = try queue.database.connect()
    try renewer.query("begin")
    #expect(try renewer.query("select queue.enqueue('noop', idempotency_key => 'k1')").int8(0, 0) > 0)
    #expect(try queue.number("select queue.expire_idempotency(2)::bigint") == 2)
    #expect(try queue.number("select queue.expire_idempotency()::bigint") == 2)
    #expect(try queue.number("select queue.expire_idempotency()::bigint") == 0)
    try renewer.query("commit")
    #expect(
      try queue.text("select string_agg(key, ' ' order by length(key), key) from queue.idempotency")
        == "k1 k7 k8 k9 k10")
  }

  @Test("Claim rule 9: of many enqueuers of one key at once exactly one makes the job, and all get its number")
  func race() throws {
    let queue = try QueueDatabase()
    for round in 0..<5 {
      let ids = try Enqueuers(12, on: queue.database) { _ in
        "select queue.enqueue('noop', idempotency_key => 'round \(round)')"
      }.answers()
      #expect(ids.count == 12 && Set(ids).count == 1, "\(ids)")
      #expect(try queue.number("select count(*) from queue.job") == Int64(round + 1))
    }
  }

  @Test("of many enqueuers of one expired key at once exactly one makes the job")
  func expiredRace() throws {
    let queue = try QueueDatabase()
    let former = try queue.number(Self.call)
    try queue.connection.query("update queue.idempotency set expires_at = clock_timestamp()")
    let ids = try Enqueuers(12, on: queue.database) { _ in Self.call }.answers()
    #expect(ids.count == 12 && Set(ids).count == 1 && ids[0] != [former], "\(ids)")
    #expect(try queue.number("select count(*) from queue.job") == 2)
  }

  @Test(
    "an enqueuer waits for the other one of its key: its job when that commits, one of its own when not",
    arguments: [true, false])
  func waits(commits: Bool) throws {
    let queue = try QueueDatabase()
    try queue.connection.query("begin")
    let id = try queue.number(Self.call)
    let others = try Enqueuers(3, on: queue.database) { _ in Self.call }
    try others.untilWaiting(3)
    try queue.connection.query(commits ? "commit" : "rollback")
    let ids = try others.answers()
    #expect(ids.count == 3 && Set(ids).count == 1 && (ids[0] == [id]) == commits)
    #expect(try queue.number("select count(*) from queue.job") == 1)
  }

  @Test("Claim rule 9: nobody waits for the job while it runs")
  func running() throws {
    let queue = try QueueDatabase()
    let id = try queue.number(Self.call)
    let lane = try queue.database.connect()
    try lane.query("begin")
    #expect(try lane.query("select id from queue.claim('noop', 1)").int8(0, 0) == id)
    try queue.connection.query("set lock_timeout = '2 s'")
    #expect(try queue.number(Self.call) == id)
    try lane.query("rollback")
  }

  @Test(
    "a repeatable-read caller whose snapshot is too old is told to run again, and then gets the job",
    arguments: ["repeatable read", "serializable"])
  func oldSnapshot(level: String) throws {
    let queue = try QueueDatabase()
    let caller = try queue.database.connect()
    try caller.query("begin isolation level \(level)")
    try caller.query("select 1")
    let id = try queue.number(Self.call)
    let error = try #require(throws: PostgresError.self) { try caller.query(Self.call) }
    let server = try #require(error.serverError)
    #expect(server.sqlState == .serializationFailure)
    #expect(server.hint?.contains("Run the whole transaction again") == true)
    #expect(server.detail?.contains("idempotency_key") == true)
    try caller.query("rollback")
    try caller.query("begin isolation level \(level)")
    #expect(try caller.query(Self.call).int8(0, 0) == id)
    #expect(try caller.query("select queue.enqueue('noop', idempotency_key => 'other')").int8(0, 0) > id)
    try caller.query("commit")
    #expect(try queue.number("select count(*) from queue.job") == 2)
  }

  @Test("a key of a job that coalesces within the transaction stands for the one job")
  func coalesced() throws {
    let queue = try QueueDatabase()
    try queue.connection.query("begin")
    let first = try queue.number("select queue.enqueue('noop', coalesce_key => 'c')")
    #expect(try queue.number("select queue.enqueue('noop', coalesce_key => 'c', idempotency_key => 'k')") == first)
    try queue.connection.query("commit")
    #expect(try queue.number("select queue.enqueue('noop', coalesce_key => 'c', idempotency_key => 'k')") == first)
    #expect(try queue.number("select count(*) from queue.job") == 1)
  }
}
