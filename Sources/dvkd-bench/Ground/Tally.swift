import Postgres

/// What became of a database's jobs.
struct Tally {
  let waiting: Int
  /// Rows of the history.
  let finished: Int
  /// Jobs in the history.
  let distinct: Int
  /// Jobs that are in the history and wait still.
  let both: Int

  init(_ database: BenchDatabase) throws {
    let rows = try database.open().query(
      """
      select (select count(*) from queue.job), count(*), count(distinct f.id),
             (select count(*) from queue.job j where exists (select from queue.finished x where x.id = j.id))
      from queue.finished f
      """)
    waiting = Int(try rows.int8(0, 0))
    finished = Int(try rows.int8(0, 1))
    distinct = Int(try rows.int8(0, 2))
    both = Int(try rows.int8(0, 3))
  }

  /// Of so many jobs enqueued, those that neither wait nor are finished.
  func lost(of enqueued: Int) -> Int { enqueued - (waiting + distinct - both) }

  /// Completions too many.
  var double: Int { finished - distinct + both }
}
