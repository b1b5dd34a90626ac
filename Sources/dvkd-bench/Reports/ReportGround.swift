import Postgres

/// Two years of registrations in the communes of all provinces, written as canonical rows, with recognitions, commendations'
/// claims and warnings, and counted.
struct ReportGround {
  /// The province that is reported on.
  struct Province {
    let code: String
    let name: String
    let registrations: Int64
    let members: Int64
  }

  static let period = "2026"

  private let database: BenchDatabase

  init(_ database: BenchDatabase) throws {
    self.database = database
    try database.open().script(
      """
      create temporary table province as
      select u.id, u.code from registry.unit u join registry.unit_name n on n.unit_id = u.id and n.valid @> '2026-03-02'::date
      where u.tree = 'hanh_chinh' and u.valid @> '2026-03-02'::date and n.type in ('tinh', 'thanh_pho_trung_uong');
      select registry.define_campaign(format('R-%s-%s', p.code, y), 'Đợt', p.code, y::text, 'chuan_4', 'hanh_chinh')
      from province p cross join generate_series(2025, 2026) y;
      create table commune as
      select row_number() over (order by hashint8(u.id), u.id) - 1 as n, u.id, p.code as province
      from province p join registry.unit_parent c on c.parent_id = p.id and c.tree = 'hanh_chinh' and c.valid @> '2026-03-02'::date
      join registry.unit u on u.id = c.unit_id and u.valid @> '2026-03-02'::date;
      create table field as select row_number() over (order by id) - 1 as n, id from registry.field where field_set = 'chuan_4';
      """)
  }

  /// Writes the rows of so many registrations, every tenth model recognised and every twentieth submission warned of, and counts.
  func fill(_ count: Int) throws {
    let connection = try database.open()
    for start in stride(from: 0, to: count, by: 100_000) {
      try connection.query(
        """
        with given as (
          select i, c.id as unit_id, 2025 + i % 2 as year, p.id as campaign_id
          from generate_series($1::int, $2::int) i
          join commune c on c.n = (i / 2) % (select count(*) from commune)
          join registry.campaign p on p.code = format('R-%s-%s', c.province, 2025 + i % 2)),
        filed as (
          insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, state, rule_set, decided_at)
          select 'bench', i::text, 'registration', campaign_id, 'x', unit_id, make_date(year, 1 + i % 12, 3), year,
            case when i % 25 = 0 then 'needs_supplement' else 'valid' end, 2, now() from given
          returning id, key::int as i, campaign_id, unit_id, year, filed_on, state),
        found as (
          insert into registry.finding (submission_id, version, rule_set, code, path, severity, message)
          select id, 1, 2, (array['DK-003', 'DK-005', 'DK-008', 'DK-011', 'BC-004'])[1 + i / 40 % 5], '/x', 'C', 'Cần xem lại ' || i
          from filed where i / 2 % 20 = 0 returning 1),
        made as (
          insert into registry.model (code, name, name_key, unit_id, field_id, first_year, submission_id)
          select 'B' || f.i, 'Mô hình ' || f.i, 'mo hinh ' || f.i, f.unit_id, (select x.id from field x where x.n = f.i / 7 % (select count(*) from field)),
            f.year, f.id
          from filed f where f.state = 'valid' returning id, submission_id, unit_id, field_id)
        insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, subject_kind, registered_on)
        select m.submission_id, m.id, f.campaign_id, m.unit_id, f.year, (array['new', 'maintained', 'replicated'])[1 + f.i / 3 % 3], m.field_id,
          (array['collective', 'individual', 'household'])[1 + f.i / 5 % 3], f.filed_on
        from made m join filed f on f.id = m.submission_id
        """, [.int4(Int32(start)), .int4(Int32(min(start + 100_000, count) - 1))])
    }
    try connection.script(
      """
      insert into registry.document (symbol) values ('1/QĐ-BENCH');
      insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, document_id)
      select r.submission_id, r.model_id, r.campaign_id, (array['XA', 'TINH'])[1 + r.id % 2], r.year, 'mo_hinh', (select max(id) from registry.document)
      from registry.registration r where r.id % 10 = 0;
      select stats.report_figure('bench', c.code, 'M07', left(substr(c.code, 3), 2), '2026', '{}', 1000, 'x', 'x')
      from registry.campaign c where c.code like 'R-%-2026';
      """)
    for statement in ["vacuum analyze", "select stats.rebuild()", "vacuum analyze"] { try connection.query(statement) }
  }

  /// The province with the most registrations; the year before is closed, so its report has a base.
  func province() throws -> Province {
    let rows = try database.open().query(
      """
      select c.province, (select n.name from registry.unit u join registry.unit_name n on n.unit_id = u.id
          where u.code = c.province and u.valid @> '2026-03-02'::date and n.valid @> '2026-03-02'::date limit 1),
        count(*), count(distinct c.id)
      from commune c join registry.registration r on r.unit_id = c.id group by 1 order by 3 desc, 1 limit 1
      """)
    try database.open().query(
      "select stats.close_period($1, '2025', 'bench')", [.text(try rows.text(0, 0))])
    return Province(
      code: try rows.text(0, 0), name: try rows.text(0, 1), registrations: try rows.int8(0, 2),
      members: try rows.int8(0, 3))
  }
}
