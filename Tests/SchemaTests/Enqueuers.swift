import Dispatch
import Postgres
import TestSupport
import Testing

/// Sessions that enqueue at the same time, each on a thread of its own; what they are given stands in `public.answer`.
final class Enqueuers: Sendable {
  private let database: TestDatabase
  private let group = DispatchGroup()

  /// Starts `count` of them, each with a query of one column, the numbers of jobs in order; `sql` gets the number of the session, from 0.
  init(_ count: Int, on database: TestDatabase, _ sql: (Int) -> String) throws {
    self.database = database
    let connection = try database.connect()
    try connection.script(
      """
      drop table if exists public.answer;
      create table public.answer (n bigint generated always as identity, enqueuer int, id bigint);
      """)
    for number in 0..<count {
      let statement = "insert into public.answer (enqueuer, id) select \(number), q.id from (\(sql(number))) q (id)"
      DispatchQueue(label: "enqueuer \(number)").async(group: group) { @Sendable in
        do {
          try database.connect(applicationName: "enqueuer \(number)").query(statement)
        } catch {
          Issue.record(error, "enqueuer \(number)")
        }
      }
    }
  }

  /// Waits until so many of them wait for a lock.
  func untilWaiting(_ count: Int64) throws {
    let observer = try database.connect()
    try eventually("\(count) enqueuers that wait") {
      try observer.query(
        """
        select count(*) from pg_stat_activity
        where datname = current_database() and application_name like 'enqueuer %' and wait_event_type = 'Lock'
        """
      ).int8(0, 0) == count
    }
  }

  /// Waits until all are done.
  /// - Returns: What each was given.
  func answers() throws -> [[Int64]] {
    group.wait()
    let rows = try database.connect().query(
      "select array_agg(id order by n) from public.answer group by enqueuer order by enqueuer")
    return try (0..<rows.count).map { try rows.int8Array($0, 0) }
  }
}
