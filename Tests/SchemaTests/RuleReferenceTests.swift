import Postgres
import TestSupport
import Testing

/// The loaders of the rule catalogue, the dictionary and the forms report what does not fit and load the rest.
@Suite struct RuleReferenceTests {
  @Test("rows of the rule catalogue that do not fit are reported; the others are added or reworded")
  func rules() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    try connection.script(
      """
      create temp table reference_rules (rule_set text, code text, severity text, message text, basis text, facts text,
                                         valid_from text, valid_until text);
      insert into reference_rules values
        ('1', 'DK-001', 'C', 'Thiếu {item}', null, 'content', null, '2030-12-31'), ('1', 'DK-099', 'L', 'Mới', 'x', 'y', '2030-01-01', null),
        ('0', 'DK-001', 'L', 'a', null, null, null, null), ('1', 'dk-1', 'L', 'a', null, null, null, null),
        ('1', 'DK-098', 'X', 'a', null, null, null, null), ('1', 'DK-098', 'L', null, null, null, null, null),
        ('1', 'DK-097', 'L', 'a', null, null, '2030-02-30', null), ('1', 'DK-099', 'L', 'lần nữa', null, null, null, null);
      """)
    let problems = try connection.query("select row_text, problem from registry.load_rules()")
    #expect(problems.count == 6)
    let rows = try connection.query(
      "select concat_ws('|', code, severity, message, valid_until) from registry.rule where code in ('DK-001', 'DK-099') and rule_set = 1 order by code"
    )
    #expect(try (0..<rows.count).map { try rows.text($0, 0) } == ["DK-001|C|Thiếu {item}|2030-12-31", "DK-099|L|Mới"])
    #expect(try connection.query("select count(*) from registry.rule where rule_set = 1").int8(0, 0) == 25)
  }

  @Test("every rule says what is to be done; rows that do not fit are reported")
  func ruleActions() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    #expect(
      try connection.query(
        "select count(*) from (select distinct code from registry.rule) r full join registry.rule_action a using (code) where a.code is null"
      ).int8(0, 0) == 0)
    try connection.script(
      """
      create temp table reference_rule_actions (code text, action text);
      insert into reference_rule_actions values ('DK-001', 'Ghi thêm.'), ('DK-999', 'x'), ('DK-002', null), ('DK-001', 'y');
      """)
    #expect(try connection.query("select row_text, problem from registry.load_rule_actions()").count == 3)
    #expect(
      try connection.query("select action from registry.rule_action where code = 'DK-001'").text(0, 0) == "Ghi thêm.")
  }

  @Test("abbreviations that do not fit are reported; keys follow the new dictionary at once")
  func abbreviations() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    #expect(
      try connection.query("select registry.name_key('TP. Huế, BHYT')").text(0, 0) == "thành phố huế bảo hiểm y tế")
    try connection.script(
      """
      create temp table reference_abbreviations (short text, long text, kind text);
      insert into reference_abbreviations values ('TP', 'thành phố', 'prefix'), ('XYZ', 'Xưởng Thủy tinh', 'word'), ('xyz', 'lần nữa', 'word'),
        ('một hai ba', 'x', 'word'), ('hai từ', 'x', 'prefix'), ('A', null, 'word'), ('B', 'x', 'other'), ('XYZ-T', 'x', 'word');
      """)
    let problems = try connection.query("select row_text, problem from registry.load_abbreviations()")
    #expect(problems.count == 6)
    #expect(try connection.query("select registry.name_key('TP. Huế, BHYT')").text(0, 0) == "thành phố huế bhyt")
    #expect(try connection.query("select registry.name_key('xyz. TP')").text(0, 0) == "xưởng thuỷ tinh tp")
  }

  @Test("a form that is no JSON or lacks a part is reported and left out")
  func forms() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    #expect(try connection.query("select count(*) from registry.form").int8(0, 0) == 7)
    try connection.script(
      """
      create temp table reference_forms (kind text, version text, part text, body text);
      insert into reference_forms values
        ('report', '2', 'schema', '{}'), ('report', '2', 'valid', '{"a": 1}'), ('report', '2', 'invalid', '[]'),
        ('report', '3', 'schema', '{'), ('report', '3', 'valid', '{}'), ('report', '3', 'invalid', '{}'),
        ('report', '4', 'schema', '{}'), ('report', '5', 'example', '{}');
      """)
    let problems = try connection.query("select row_text, problem from registry.load_forms() order by 1")
    #expect(
      try (0..<problems.count).map { try problems.text($0, 0) } == [
        "report.v3.invalid.json", "report.v3.schema.json", "report.v3.valid.json", "report.v4.schema.json",
        "report.v5.example.json",
      ])
    #expect(
      try connection.query("select valid_example::text from registry.form where version = 2").text(0, 0) == "{\"a\": 1}"
    )
    #expect(try connection.query("select count(*) from registry.form").int8(0, 0) == 8)
  }

  @Test("phrases of portals that do not fit are reported; the others replace the list")
  func boilerplate() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    try connection.script(
      """
      create temp table reference_boilerplate (phrase text, kind text, place text);
      insert into reference_boilerplate values ('Các tin khác', 'related', 'line'), ('CÁC TIN  KHÁC', 'related', 'line'),
        ('…', 'leftover', 'line'), ('a,b', 'leftover', 'line'), ('In trang', 'x', 'line'), ('In trang', 'leftover', null);
      """)
    #expect(try connection.query("select row_text, problem from registry.load_boilerplate()").count == 5)
    let rows = try connection.query("select phrase from registry.boilerplate")
    #expect(try (0..<rows.count).map { try rows.text($0, 0) } == ["Các tin khác"])
  }

  @Test("words that do not fit are reported; the others replace the list")
  func words() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    try connection.script(
      """
      create temp table reference_words (family text, word text);
      insert into reference_words values ('family_name', 'Nguyễn'), ('family_name', 'Nguyễn'), ('family_name', U&'Nguye\\0302\\0303n'),
        ('address_noun', 'thôn'), ('address_noun', 'Thôn'), ('address_noun', ' bản'), ('address_noun', null), ('address_noun', '…'),
        ('address_noun', repeat('x', 101)), ('district_body', 'huyện  ủy'), ('district_body', 'a, b'), (null, 'xã'), ('x', 'xã');
      """)
    #expect(try connection.query("select row_text, problem from registry.load_words()").count == 11)
    let rows = try connection.query("select family || ' ' || word from registry.word order by 1")
    #expect(try (0..<rows.count).map { try rows.text($0, 0) } == ["address_noun thôn", "family_name Nguyễn"])
  }

  @Test("a rule set is read with its rules, the dictionary and the phrases of portals; an unknown one is an error")
  func ruleSet() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    let rows = try connection.query(
      """
      select s ->> 'version', jsonb_array_length(s -> 'rules') = (select count(*) from registry.rule where rule_set = 1),
             jsonb_array_length(s -> 'abbreviations') = (select count(*) from registry.abbreviation),
             jsonb_array_length(s -> 'boilerplate') = (select count(*) from registry.boilerplate),
             (select count(*) > 50 from registry.boilerplate),
             jsonb_array_length(s -> 'words') = (select count(*) from registry.word),
             (select count(distinct family) = 4 from registry.word)
      from (select registry.rule_set(1)::jsonb as s) x
      """)
    #expect(try rows.text(0, 0) == "1")
    #expect(try rows.bool(0, 1))
    #expect(try rows.bool(0, 2))
    #expect(try rows.bool(0, 3))
    #expect(try rows.bool(0, 4))
    #expect(try rows.bool(0, 5))
    #expect(try rows.bool(0, 6))
    #expect { try connection.query("select registry.rule_set(99)") } throws: {
      ($0 as? PostgresError)?.sqlState?.rawValue == "P0002"
    }
  }
}
