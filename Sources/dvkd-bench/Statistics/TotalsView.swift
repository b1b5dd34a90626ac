import Postgres

/// A materialized view of the totals that refreshes keep, x of y left out: what would have to be refreshed instead.
struct TotalsView: ~Copyable {
  private let connection: Connection

  /// Makes it, filled, with the memory that a rebuild has.
  init(_ country: SyntheticCountry) throws {
    let connection = try country.database.open()
    try connection.script("set work_mem = '256MB'; set maintenance_work_mem = '256MB'; set jit = off")
    try connection.script(
      """
      create materialized view public.totals as
      with pair as (select array_agg(a.unit_id) as ids, array_agg(p.code) as codes from stats.active_units() a cross join stats.period p)
      select w.tree, n.node, l.period, l.measure, coalesce(n.block_id, -1) as block_id, coalesce(l.field_id, -1) as field_id,
        coalesce(l.level, '') as level, coalesce(l.subject_kind, '') as subject_kind, coalesce(l.registration_type, '') as registration_type,
        coalesce(l.title, '') as title, coalesce(l.form, '') as form, coalesce(l.authority, '') as authority,
        sum(l.value) as value, sum(l.row_count) as row_count
      from pair
      cross join lateral stats.leaf(pair.ids, pair.codes) l
      join lateral (select * from stats.path) w on w.unit_id = l.unit_id and w.period = l.period
      cross join lateral (
        select a.node, null::bigint as block_id from unnest(w.ancestors) a (node)
        union all
        select a.node, a.block_id from unnest(w.ancestors, w.blocks) a (node, block_id) where a.block_id is not null) n
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
      create unique index on public.totals (node, period, measure, tree, block_id, field_id, level, subject_kind, registration_type, title,
        form, authority);
      """)
    self.connection = connection
  }

  func refresh(concurrently: Bool) throws {
    try connection.query("refresh materialized view \(concurrently ? "concurrently" : "") public.totals")
  }

  func drop() throws { try connection.script("drop materialized view public.totals") }
}
