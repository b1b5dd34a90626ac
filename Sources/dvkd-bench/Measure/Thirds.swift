import Postgres

/// How fast the first and the last third of a backlog were finished.
struct Thirds {
  /// Jobs a second.
  let first: Double
  /// Jobs a second.
  let last: Double

  var ratio: Double { last / first }

  /// Reads the times of the first `jobs` completions from the history.
  init(_ database: BenchDatabase, jobs: Int) throws {
    let rows = try database.open().query(
      """
      with done as (
        select finished_at as at, row_number() over (order by finished_at) as n from queue.finished)
      select extract(epoch from max(at) filter (where n = $1::int / 3) - (select min(started_at) from queue.finished))::float8,
             extract(epoch from max(at) filter (where n = $1::int) - max(at) filter (where n = $1::int - $1::int / 3))::float8
      from done
      """, [.int4(Int32(jobs))])
    first = Double(jobs / 3) / (try rows.float8(0, 0))
    last = Double(jobs / 3) / (try rows.float8(0, 1))
  }
}
