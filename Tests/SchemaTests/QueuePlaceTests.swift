import Dispatch
import Postgres
import TestSupport
import Testing

/// Jobs are finished by where their rows stand: the lock keeps them there, and what moves is found all the same.
@Suite struct QueuePlaceTests {
  private static let claim =
    "select id, place from queue.claim_behind('noop', 9, '{4}', '{-infinity}', '{0}') where state = 0"

  @Test("jobs that are finished by place are gone from the queue and whole in the history, their cancel requests too")
  func finished() throws {
    let queue = try QueueDatabase()
    let ids = [try queue.enqueue("{\"n\": 1}"), try queue.enqueue("{\"n\": 2}")]
    try queue.connection.query("begin")
    let rows = try queue.connection.query(Self.claim)
    let places = try (0..<2).map { try #require(try rows.tidOrNil($0, 1)) }
    let operating = try queue.database.connect()
    try operating.query("select queue.cancel($1)", [.int8(ids[0])])
    #expect(
      try queue.text("select queue.finish($1, $2, null)", [.int8Array(ids), .tidArray(places.reversed())]) == "")
    try queue.connection.query("commit")
    #expect(
      try queue.number("select count(*) from queue.job") + queue.number("select count(*) from queue.cancel_request")
        == 0)
    #expect(
      try queue.text(
        "select string_agg(id || ':' || outcome || ':' || attempt || ':' || args, ' ' order by id) from queue.finished")
        == "\(ids[0]):completed:1:{\"n\": 1} \(ids[1]):completed:1:{\"n\": 2}")
  }

  @Test("a job that its own transaction has moved is finished by its number")
  func movedByItself() throws {
    let queue = try QueueDatabase()
    let ids = [try queue.enqueue(), try queue.enqueue()]
    try queue.connection.query("begin")
    let rows = try queue.connection.query(Self.claim)
    let places = try (0..<2).map { try #require(try rows.tidOrNil($0, 1)) }
    try queue.connection.query("select queue.set_priority($1, 2)", [.int8(ids[0])])
    try queue.connection.query("select queue.finish($1, $2, null)", [.int8Array(ids), .tidArray(places)])
    #expect(
      try queue.text("select string_agg(id || ':' || priority, ' ' order by id) from queue.finished")
        == "\(ids[0]):2 \(ids[1]):4")
    #expect(try queue.number("select count(*) from queue.job") == 0)
  }

  @Test("a job that is not there is refused, and nothing is finished")
  func absent() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let error = try queue.refusal(
      "select queue.finish(array[$1, 999::bigint], '{\"(0,1)\",\"(77,1)\"}', null)", [.int8(id)])
    #expect(error.sqlState == "55000")
    #expect(try queue.number("select count(*) from queue.job") == 1)
  }

  @Test("a claim says where the row stands that it has locked, also when it was moved while the claim was under way")
  func movedMeanwhile() throws {
    let queue = try QueueDatabase()
    let id = try queue.enqueue()
    let gate = try queue.database.connect()
    try gate.query("select pg_advisory_lock(7)")
    let database = queue.database
    let thread = DispatchQueue(label: "claim")
    thread.async { @Sendable in
      // The statement's snapshot is taken before it waits; the row is locked after it was moved.
      let sql = """
        select j.place from (select pg_advisory_lock_shared(7)::text as gate offset 0) g,
          lateral (select q.ctid as place from queue.job q where q.id = $1 and g.gate is not null for update skip locked) j
        """
      #expect(throws: Never.self) {
        let lane = try database.connect(applicationName: "claim")
        try lane.query("begin")
        let place = try #require(try lane.query(sql, [.int8(id)]).tidOrNil(0, 0))
        let current = try lane.query("select ctid from queue.job where id = $1", [.int8(id)]).tidOrNil(0, 0)
        #expect(place == current)
        try lane.query("select queue.finish($1, $2, null)", [.int8Array([id]), .tidArray([place])])
        try lane.query("commit")
      }
    }
    try eventually("the claim under way") {
      try queue.number(
        "select count(*) from pg_stat_activity where application_name = 'claim' and wait_event = 'advisory'") == 1
    }
    try queue.connection.query("select queue.set_priority($1, 1)", [.int8(id)])
    try gate.query("select pg_advisory_unlock(7)")
    thread.sync {}
    #expect(try queue.text("select string_agg(id || ':' || priority, ' ') from queue.finished") == "\(id):1")
  }
}
