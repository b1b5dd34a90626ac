import Postgres

/// A country of models made by set-based SQL: 34 provinces, 3,321 communes, 9,963 places below them, eight years.
///
/// A model is registered in four years one after the other; every fifth is recognised in its first year. Written without
/// triggers and foreign keys, then counted by one rebuild.
struct SyntheticCountry {
  let database: BenchDatabase
  /// Seconds that the rebuild of all figures took.
  let rebuildSeconds: Double

  /// Fills a fresh database with so many registrations, a multiple of 8, and counts it.
  init(_ cluster: borrowing Cluster, name: String, registrations: Int) throws {
    database = try BenchDatabase(cluster, name: name)
    let connection = try database.open()
    try connection.script(Self.fill(registrations: registrations))
    let start = ContinuousClock.now
    try connection.query("select stats.rebuild()")
    rebuildSeconds = start.duration(to: .now) / .seconds(1)
    try connection.script("vacuum (analyze)")
    try connection.script("checkpoint")
  }

  /// Changes registrations of 2023 anywhere in the country, as a correction does, and logs them.
  func change(_ connection: borrowing Connection, registrations: Int) throws {
    try connection.query(
      """
      with changed as (
        update registry.registration r set type = case type when 'new' then 'maintained' else 'new' end
        where r.id in (select o.id from registry.registration o where o.year = 2023 order by random() limit $1)
        returning r.unit_id)
      select stats.touch(array[c.unit_id], array[2023]) from changed c
      """, [.int4(Int32(registrations))])
  }

  /// The view that keeps the same totals, x of y left out, by counting all of them.
  static let view = """
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
    """

  private static func fill(registrations: Int) -> String {
    """
    set session_replication_role = replica;
    set synchronous_commit = off;
    insert into registry.unit (code, tree, path) values ('SYN', 'hanh_chinh', 'Cả nước');
    insert into registry.unit (code, tree, path) select 'SYN-' || p, 'hanh_chinh', 'Tỉnh ' || p from generate_series(1, 34) p;
    insert into registry.unit (code, tree, path) select 'SYN-X' || c, 'hanh_chinh', 'Xã ' || c from generate_series(1, 3321) c;
    insert into registry.unit (code, tree, path) select 'SYN-O' || o, 'hanh_chinh', 'Thôn ' || o from generate_series(1, 9963) o;
    create temp table synthetic as
      select id, code, case when code = 'SYN' then 0 when code ~ '^SYN-[0-9]' then 1 when code ~ '^SYN-X' then 2 else 3 end as depth,
        nullif(regexp_replace(code, '[^0-9]', '', 'g'), '')::int as n
      from registry.unit where code like 'SYN%';
    create index on synthetic (depth, n); analyze synthetic;
    insert into registry.unit_name (unit_id, name, type, name_key)
      select id, code, case depth when 3 then 'thon' when 2 then 'xa' else 'tinh' end, lower(code) from synthetic;
    insert into registry.unit_parent (unit_id, tree, parent_id)
      select c.id, 'hanh_chinh', p.id from synthetic c join synthetic p on p.depth = c.depth - 1
        and p.n is not distinct from case c.depth when 1 then null when 2 then 1 + c.n % 34 else 1 + c.n % 3321 end;
    insert into registry.campaign (code, name, unit_id, period, field_set, rule_set, tree)
      select 'SYN-' || y, 'Đợt ' || y, (select id from synthetic where depth = 0), y::text, 'chuan_4', 2, 'hanh_chinh'
      from generate_series(2018, 2025) y cross join lateral (select registry.ensure_period(y::text)) p;
    create temp table field as select id, (row_number() over (order by position) - 1)::int as n from registry.field where field_set = 'chuan_4';
    create temp table campaign as select id, period::int as year from registry.campaign where code like 'SYN-%';
    insert into registry.subject (id, kind, name, name_key, unit_id, first_turn) overriding system value
      select 10000000 + s, case when s % 3 = 0 then 'individual' else 'collective' end, 'S' || s, 's' || s, u.id, s
      from generate_series(1, \(registrations) / 8) s join synthetic u on u.depth = 3 and u.n = 1 + s % 9963;
    insert into registry.model (id, code, name, name_key, unit_id, field_id, submission_id) overriding system value
      select 10000000 + m, 'SYN' || m, 'Mô hình ' || m, 'mô hình ' || m, u.id, f.id, 0
      from generate_series(1, \(registrations) / 4) m join synthetic u on u.depth = 3 and u.n = 1 + m % 9963 left join field f on f.n = m % 5;
    insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, subject_id, subject_kind, registered_on)
      select 10000000 + m * 4 + k, 10000000 + m, c.id, u.id, c.year, case when k > 0 then 'maintained' when m % 20 = 0 then 'replicated' else 'new' end,
        f.id, 10000000 + 1 + (m - 1) % (\(registrations) / 8), case when (1 + (m - 1) % (\(registrations) / 8)) % 3 = 0 then 'individual' else 'collective' end, make_date(c.year, 1 + m % 12, 1 + m % 28)
      from generate_series(1, \(registrations) / 4) m cross join generate_series(0, 3) k
      join campaign c on c.year = 2018 + m % 5 + k
      join synthetic u on u.depth = 3 and u.n = 1 + m % 9963 left join field f on f.n = m % 5;
    insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, document_id, recognised_on)
      select 0, 10000000 + m, c.id, case when m % 50 = 0 then 'TINH' else 'XA' end, c.year, 'mo_hinh', 0, make_date(c.year, 11, 20)
      from generate_series(5, \(registrations) / 4, 5) m join campaign c on c.year = 2018 + m % 5;
    set session_replication_role = origin;
    analyze registry.unit; analyze registry.unit_parent; analyze registry.model; analyze registry.registration; analyze registry.recognition; analyze registry.subject;
    """
  }
}
