import Postgres

/// A country of models made by set-based SQL: 34 provinces, 3,321 communes, places below them, eight years (2018 to 2025).
///
/// A place has 50 models of one field, 200 registrations; a larger country has more places. A model is registered in four years one
/// after the other, a quarter of them by individuals; every fifth is recognised in its first year. Written without triggers and foreign
/// keys, so it has to be counted by a rebuild.
struct SyntheticCountry {
  /// The registrations of one place.
  static let registrationsPerPlace = 200

  let database: BenchDatabase

  /// Makes a database with the units, and no registration.
  init(_ cluster: borrowing Cluster, name: String) throws {
    database = try BenchDatabase(cluster, name: name)
    try database.open().script(Self.units)
  }

  /// Adds places until the country has so many registrations, a multiple of those of one place, and counts them all.
  /// - Returns: The seconds that the rebuild took.
  func grow(to registrations: Int) throws -> Double {
    let connection = try database.open()
    try connection.script(Self.places(upTo: registrations / Self.registrationsPerPlace))
    try connection.script("vacuum (analyze)")
    try connection.script("checkpoint")
    let start = ContinuousClock.now
    try connection.query("select stats.rebuild()")
    let seconds = start.duration(to: .now) / .seconds(1)
    for table in ["stats.cell", "stats.rolled", "stats.path"] { try connection.script("vacuum (analyze) \(table)") }
    try connection.script("checkpoint")
    return seconds
  }

  /// Changes registrations of 2023 anywhere in the country, two of each place drawn, as corrections do, and logs them.
  ///
  /// So many places and figures are concerned whatever the size of the country.
  func change(_ connection: borrowing Connection, registrations: Int) throws {
    try connection.query(
      """
      with drawn as materialized (
        select u.id
        from (select distinct 1 + floor(random() * p.count)::int as n
              from (select count(*) from synthetic.unit where depth = 3) p cross join generate_series(1, $1::int * 2)) d
        join synthetic.unit u on u.depth = 3 and u.n = d.n
        order by random() limit ($1::int + 1) / 2),
      chosen as (
        select r.id
        from drawn d
        cross join lateral (select o.id from registry.registration o where o.unit_id = d.id and o.year = 2023 limit 2) r
        limit $1::int),
      changed as (
        update registry.registration r set type = case type when 'new' then 'maintained' else 'new' end
        from chosen c where r.id = c.id
        returning r.unit_id)
      select stats.touch(array_agg(c.unit_id), array[2023]) from changed c
      """, [.int4(Int32(registrations))])
  }

  private static let units = """
    set session_replication_role = replica;
    create schema synthetic;
    create table synthetic.unit (depth int, n int, id bigint, primary key (depth, n));
    with made as (
      insert into registry.unit (code, tree, path)
      select code, 'hanh_chinh', path from (
        select 'SYN' as code, 'Cả nước' as path
        union all select 'SYN-' || n, 'Tỉnh ' || n from generate_series(1, 34) n
        union all select 'SYN-X' || n, 'Xã ' || n from generate_series(1, 3321) n) u
      returning id, code)
    insert into synthetic.unit
      select case when code = 'SYN' then 0 when code like 'SYN-X%' then 2 else 1 end, coalesce(substring(code from '[0-9]+')::int, 1), id from made;
    insert into registry.unit_name (unit_id, name, type, name_key)
      select id, depth || ' ' || n, case depth when 2 then 'xa' else 'tinh' end, depth || ' ' || n from synthetic.unit;
    insert into registry.unit_parent (unit_id, tree, parent_id)
      select c.id, 'hanh_chinh', p.id from synthetic.unit c
      join synthetic.unit p on p.depth = c.depth - 1 and p.n = case c.depth when 1 then 1 else 1 + c.n % 34 end;
    insert into registry.campaign (code, name, unit_id, period, field_set, rule_set, tree)
      select 'SYN-' || y, 'Đợt ' || y, (select id from synthetic.unit where depth = 0), y::text, 'chuan_4', 2, 'hanh_chinh'
      from generate_series(2018, 2025) y cross join lateral (select registry.ensure_period(y::text)) p;
    create table synthetic.campaign as select id, period::int as year from registry.campaign where code like 'SYN-%';
    create table synthetic.field as select id, (row_number() over (order by position) - 1)::int as n from registry.field where field_set = 'chuan_4';
    """

  private static func places(upTo count: Int) -> String {
    """
    set session_replication_role = replica;
    set synchronous_commit = off;
    create temporary table added as
      select n from generate_series((select count(*) + 1 from synthetic.unit where depth = 3), \(count)) n;
    with made as (
      insert into registry.unit (code, tree, path) select 'SYN-O' || n, 'hanh_chinh', 'Thôn ' || n from added returning id, code)
    insert into synthetic.unit select 3, substr(code, 6)::int, id from made;
    insert into registry.unit_name (unit_id, name, type, name_key)
      select u.id, 'Thôn ' || u.n, 'thon', 'thon ' || u.n from synthetic.unit u join added a using (n) where u.depth = 3;
    insert into registry.unit_parent (unit_id, tree, parent_id)
      select u.id, 'hanh_chinh', p.id from synthetic.unit u join added a using (n)
      join synthetic.unit p on p.depth = 2 and p.n = 1 + u.n % 3321 where u.depth = 3;
    -- 25 subjects of two models each, models one after the other.
    create temporary table made as
      select 10000000 + (a.n - 1) * 50 + i as id, 10000000 + (a.n - 1) * 25 + i / 2 as subject_id, i, u.id as unit_id, f.id as field_id,
        case when i / 2 % 4 = 0 then 'individual' else 'collective' end as kind, 2018 + i % 5 as first_year
      from added a join synthetic.unit u on u.depth = 3 and u.n = a.n left join synthetic.field f on f.n = a.n % 5
      cross join generate_series(0, 49) i;
    insert into registry.subject (id, kind, name, name_key, unit_id, first_turn) overriding system value
      select subject_id, kind, 'S' || subject_id, 's' || subject_id, unit_id, subject_id from made where i % 2 = 0;
    insert into registry.model (id, code, name, name_key, unit_id, field_id, first_year, submission_id) overriding system value
      select id, 'SYN' || id, 'Mô hình ' || id, 'mô hình ' || id, unit_id, field_id, first_year, 0 from made;
    insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, subject_id, subject_kind, registered_on)
      select m.id * 4 + k, m.id, c.id, m.unit_id, c.year,
        case when k > 0 then 'maintained' when m.i % 10 = 3 then 'replicated' else 'new' end,
        m.field_id, m.subject_id, m.kind, make_date(c.year, 1 + m.i % 12, 1 + m.i % 28)
      from made m cross join generate_series(0, 3) k join synthetic.campaign c on c.year = m.first_year + k;
    insert into registry.recognition (submission_id, model_id, unit_id, campaign_id, level, year, title, document_id, recognised_on)
      select 0, m.id, m.unit_id, c.id, case when m.i % 20 = 7 then 'TINH' else 'XA' end, c.year, 'mo_hinh', 0, make_date(c.year, 11, 20)
      from made m join synthetic.campaign c on c.year = m.first_year where m.i % 5 = 2;
    """
  }
}
