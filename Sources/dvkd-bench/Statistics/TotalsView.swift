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
      with pair as (select array_agg(a.unit_id) as ids, array_agg(p.code) as codes from stats.active_units() a cross join stats.period p),
      part as (
        select w.tree, n.node, l.period, l.measure, n.block_id, l.field_id, l.level, l.subject_kind, l.registration_type, l.title, l.form,
          l.authority, sum(l.value) as value, sum(l.row_count) as row_count
        from pair
        cross join lateral stats.leaf(pair.ids, pair.codes) l
        join lateral (select * from stats.path) w on w.unit_id = l.unit_id and w.period = l.period
        cross join lateral unnest(w.ancestors, w.blocks) n (node, block_id)
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
      select p.tree, p.node, p.period, p.measure, coalesce(b.block_id, -1) as block_id, coalesce(m.of_field, -1) as field_id,
        coalesce(m.of_level, '') as level, coalesce(m.of_subject_kind, '') as subject_kind,
        coalesce(m.of_registration_type, '') as registration_type, coalesce(m.of_title, '') as title, coalesce(m.of_form, '') as form,
        coalesce(m.of_authority, '') as authority, sum(p.value) as value, sum(p.row_count) as row_count
      from part p
      cross join lateral stats.margins(p.field_id, p.level, p.subject_kind, p.registration_type, p.title, p.form, p.authority) m
      cross join lateral (select p.block_id where p.block_id is not null union all select null) b (block_id)
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
