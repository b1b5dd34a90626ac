import Postgres

/// A database with campaigns, registered models and submissions that wait for their verdict.
struct ValidationGround {
  let database: BenchDatabase
  let mix: SubmissionMix
  /// How many submissions were handed in so far; their numbers go on.
  private(set) var submitted = 0

  /// The attachments of every submission.
  private static let attachments =
    #"[{"name": "Giấy xác nhận.pdf", "kind": "confirmation", "sha256": "\#(String(repeating: "0a", count: 32))"}, {"name": "anh.jpg", "kind": "photo", "sha256": "\#(String(repeating: "0b", count: 32))"}]"#

  init(_ database: BenchDatabase, models: Int) throws {
    self.database = database
    let connection = try database.open()
    let rows = try connection.query(
      """
      select u.path from registry.unit u join registry.unit_name n on n.unit_id = u.id
      where n.type in ('xa', 'phuong') and u.valid @> '2026-03-02'::date and n.valid @> '2026-03-02'::date
        and u.tree = 'hanh_chinh' order by u.id
      """)
    mix = SubmissionMix(communes: try (0..<rows.count).map { try rows.text($0, 0) })
    try connection.query(
      """
      select registry.define_campaign('B-' || year, 'Đợt ' || year, (select u.code from registry.unit u join registry.unit_name n on n.unit_id = u.id
          where n.type = 'tinh' and u.valid @> '2026-03-02'::date order by u.id limit 1), year::text, 'chuan_4', 'hanh_chinh')
      from generate_series(2025, 2026) year
      """)
    try register(models, connection)
  }

  /// Models registered in 2025, as validation would have left them.
  private func register(_ models: Int, _ connection: borrowing Connection) throws {
    let numbers = Array(0..<models)
    try connection.query(
      """
      create temporary table given as
      select n - 1 as n, u.id as unit_id, x.path, x.name, registry.name_key(x.name) as key
      from unnest($1::text[], $2::text[]) with ordinality x (path, name, n) join registry.unit u on u.path = x.path and u.valid @> '2026-03-02'::date
      """,
      [
        .textArray(numbers.map { mix.communes[$0 % mix.communes.count] }),
        .textArray(numbers.map { SubmissionMix.name($0, communes: mix.communes.count) }),
      ])
    try connection.script(
      """
      insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, model_key, state, rule_set, decided_at)
      select 'fill', n::text, 'registration', (select id from registry.campaign where code = 'B-2025'), path, unit_id, '2025-03-02', 2025, key,
             'valid', 1, now() from given order by n;
      insert into registry.submission_version (submission_id, version, turn, unit_text, content, digest, attachments_digest)
      select s.id, 1, s.turn, g.path, jsonb_build_object('model', jsonb_build_object('name', g.name)), '', ''
      from given g join registry.submission s on s.source = 'fill' and s.key = g.n::text;
      insert into registry.model (code, name, name_key, unit_id, field_id, first_year, submission_id)
      select 'MH' || s.id, g.name, g.key, g.unit_id, (select id from registry.field where field_set = 'chuan_4' and code = 'kinh_te'), 2025, s.id
      from given g join registry.submission s on s.source = 'fill' and s.key = g.n::text order by s.id;
      insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, registered_on)
      select m.submission_id, m.id, s.campaign_id, m.unit_id, 2025, 'new', m.field_id, '2025-03-02'
      from registry.model m join registry.submission s on s.id = m.submission_id
      """)
    // The overlap index, where the schema has one.
    guard try database.number("select count(*) from pg_proc where proname = 'sign_models'") > 0 else { return }
    while try database.number("select registry.sign_models(5000)::int8") > 0 {}
  }

  /// Hands in so many new submissions; not measured.
  /// - Returns: The first and the last id.
  mutating func submit(_ count: Int) throws -> ClosedRange<Int64> {
    let connection = try database.open()
    var first: Int64?
    var last: Int64 = 0
    for start in stride(from: submitted, to: submitted + count, by: 500) {
      let items = (start..<min(start + 500, submitted + count)).map(mix.item)
      let rows = try connection.prepared(
        "submit",
        """
        select min(id), max(id) from (
          select registry.submit('bench', d.key, d.kind, case when d.kind = 'report' then 'B-2025' else 'B-2026' end, d.unit, d.content, $5) as id
          from unnest($1, $2, $3, $4) with ordinality d (key, kind, unit, content, n) order by d.n) x
        """,
        [
          .textArray(items.map(\.key)), .textArray(items.map(\.kind)), .textArray(items.map(\.unit)),
          .jsonbArray(items.map(\.content)), .jsonb(Self.attachments),
        ])
      first = try first ?? rows.int8(0, 0)
      last = try rows.int8(0, 1)
    }
    submitted += count
    for table in ["queue.job", "registry.submission", "registry.submission_version", "registry.attachment"] {
      try connection.script("vacuum (analyze) \(table)")
    }
    try connection.script("checkpoint")
    return (first ?? 0)...last
  }
}
