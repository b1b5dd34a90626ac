import Postgres
import TestSupport

/// A migrated database with recorded commendation decisions, written as canonical rows.
struct CommendationFixture {
  let database: TestDatabase

  init() throws {
    database = try TestDatabase.migrated()
    try database.connect().script(
      """
      insert into registry.unit (code, tree, path) values ('T-HUYEN', 'hanh_chinh', 'Huyện Thử');
      select registry.define_field_set('thu', 'Thử', '[{"code":"kinh_te","name":"Kinh tế"}]');
      insert into registry.period (code, kind, first_day, last_day, name)
        values ('2018-2020', 'giai_doan', '2018-01-01', '2020-12-31', '') on conflict do nothing;
      insert into registry.campaign (code, name, unit_id, period, field_set, rule_set, tree)
        select 'T-DOT', 'Đợt thử', id, '2018-2020', 'thu', 1, 'hanh_chinh' from registry.unit where code = 'T-HUYEN';
      """)
  }

  /// Records a decision with its recipients and returns its id and those of its commendations.
  func decide(
    issuer: String, symbol: String? = nil, issuedOn: String? = nil, form: String? = nil, source: String = "demo",
    recipients: [(kind: String, name: String)]
  ) throws -> (decision: Int64, commendations: [Int64]) {
    let connection = try database.connect()
    let rows = try connection.query(
      """
      with paper as (
        insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, state)
        select $5, gen_random_uuid()::text, 'commendation_decision', c.id, 'Huyện Thử', c.unit_id, '2021-01-01', 'valid'
        from registry.campaign c where c.code = 'T-DOT' returning *),
      version as (
        insert into registry.submission_version (submission_id, version, turn, unit_text, content, digest, attachments_digest)
        select p.id, 1, p.turn, p.unit_text, '{}', ''::bytea, ''::bytea from paper p),
      document as (
        insert into registry.document (symbol, issuer, issued_on, date_precision)
        select $2, $1, $3::date, case when $3 is null then 'unknown' else 'day' end returning id)
      insert into registry.commendation_decision (submission_id, campaign_id, unit_id, document_id, level, form, movement, period)
      select p.id, p.campaign_id, p.unit_id, d.id, 'HUYEN', $4, 'Dân vận khéo', '2018-2020' from paper p, document d
      returning id
      """,
      [.text(issuer), .text(symbol), .text(issuedOn), .text(form), .text(source)])
    let decision = try rows.int8(0, 0)
    var commendations: [Int64] = []
    for (index, recipient) in recipients.enumerated() {
      let row = try connection.query(
        """
        with s as (
          insert into registry.subject (kind, name, name_key, unit_id, first_turn)
          select $2, $3, $3 || $1, unit_id, 1 from registry.commendation_decision where id = $1 returning id),
        a as (insert into registry.achievement (subject_id, movement, period) select id, 'Dân vận khéo', '2018-2020' from s returning id)
        insert into registry.commendation (commendation_decision_id, subject_id, achievement_id, document_id, unit_id, level,
          form, subject_name, unit_text, list_position)
        select d.id, s.id, a.id, d.document_id, d.unit_id, d.level, d.form, $3, 'Xã Nghĩa Tá', $4
        from registry.commendation_decision d, s, a where d.id = $1
        returning id
        """,
        [.int8(decision), .text(recipient.kind), .text(recipient.name), .int4(Int32(index))])
      commendations.append(try row.int8(0, 0))
    }
    return (decision, commendations)
  }
}
