import Postgres

/// The synthetic country as a province's report needs it: claims beside the figures of 2025, and the year before closed as their base.
struct ReportGround {
  /// The province that is reported on.
  struct Province {
    let code: String
    let name: String
    let registrations: Int64
    let members: Int64
  }

  static let period = "2025"

  let database: BenchDatabase
  private let country: SyntheticCountry

  init(_ cluster: borrowing Cluster) throws {
    country = try SyntheticCountry(cluster, name: "report")
    database = country.database
  }

  /// Grows the country to so many registrations, and counts.
  func fill(_ count: Int) throws {
    _ = try country.grow(to: count)
    let connection = try database.open()
    try connection.query(
      """
      select stats.report_figure('bench', p.code, 'M07', p.code, $1, '{}', 1000, 'x', 'x') from synthetic.province p
      """, [.text(Self.period)])
    try connection.script("vacuum (analyze)")
  }

  /// The province with the most registrations of the period; the year before is closed, so its report has a base.
  func province() throws -> Province {
    let connection = try database.open()
    let rows = try connection.query(
      """
      select p.code, (select n.name from registry.unit_name n where n.unit_id = p.id limit 1), count(*), count(distinct o.commune)
      from synthetic.province p
      join synthetic.place o on o.province = p.n
      join registry.registration r on r.unit_id = o.id and r.year = $1::int
      group by p.code, p.id order by 3 desc, 1 limit 1
      """, [.text(Self.period)])
    try connection.query("select stats.close_period($1, '2024', 'bench')", [.text(try rows.text(0, 0))])
    return Province(
      code: try rows.text(0, 0), name: try rows.text(0, 1), registrations: try rows.int8(0, 2),
      members: try rows.int8(0, 3))
  }
}
