import Jobs
import Postgres

/// One changed registration after the other on an idle system, from the commit of its transaction until the figure is another one.
///
/// The writer's transaction asks for the refresh as those of the product do; an engine as the daemon's takes the job, and another
/// session looks at the total of the province, as a reader does, until it has changed.
struct VisibleChange {
  let country: SyntheticCountry
  /// How long the system is left alone before a change, in microseconds: the engine's lane has gone to sleep.
  private static let pause = 20_000...120_000

  /// Makes so many changes.
  /// - Returns: Milliseconds from sending COMMIT until the new figure is read.
  /// - Throws: `BenchError` when a change is not visible within 10 s, or another figure than the one it must give is.
  func measure(count: Int) throws -> Series {
    var series = Series()
    // Each in a place of its own.
    let places = try country.database.number("select count(*) from synthetic.place")
    try BenchEngine.run(url: country.database.url, handler: AggregationRefresh.handler(), lanes: 1) { _ in
      let writer = try country.database.open()
      let reader = try country.database.open()
      for number in 0..<count {
        Wait.nap(.microseconds(Int.random(in: Self.pause)))
        let place = try writer.query(
          "select o.id, p.id from synthetic.place o join synthetic.province p on p.n = o.province where o.n = $1::int",
          [.int4(Int32(1 + number * 997 % places))])
        let province = try place.int8(0, 1)
        let before = try total(reader, province)
        try writer.query("begin")
        let change = try writer.prepared("change", Self.change, [.int8(try place.int8(0, 0))]).int8(0, 0)
        try writer.query("select stats.ask_refresh()")
        let start = ContinuousClock.now
        try writer.query("commit")
        try Wait.until("change \(number) in the totals", within: .seconds(10), every: .microseconds(500)) {
          let now = try total(reader, province)
          guard now == before || now == before + change else {
            throw BenchError("the total is \(now), and \(before) \(change < 0 ? "" : "+")\(change) was expected")
          }
          return now != before
        }
        series.append(start.duration(to: .now) / .milliseconds(1))
      }
    }
    return series
  }

  /// The province's new registrations of 2023.
  private func total(_ connection: borrowing Connection, _ province: Int64) throws -> Int64 {
    try connection.prepared(
      "total",
      """
      select coalesce(sum(t.value), 0)::bigint from stats.total t
      where t.unit_id = $1 and t.period = '2023' and t.measure = 'M07' and t.tree = 'hanh_chinh' and t.registration_type = 'new'
        and num_nonnulls(t.block_id, t.field_id, t.level, t.subject_kind, t.title, t.form, t.authority) = 0
      """, [.int8(province)]
    ).int8(0, 0)
  }

  /// Corrects the type of a registration, logs it and says by how much the new ones are more.
  private static let change = """
    with changed as (
      update registry.registration r set type = case r.type when 'new' then 'maintained' else 'new' end
      where r.id = (select o.id from registry.registration o where o.unit_id = $1 and o.year = 2023 and o.type <> 'replicated' limit 1)
      returning r.unit_id, case r.type when 'new' then 1 else -1 end as more),
    logged as materialized (select stats.touch(array_agg(c.unit_id), array[2023]) from changed c)
    select c.more::bigint from changed c cross join logged
    """
}
