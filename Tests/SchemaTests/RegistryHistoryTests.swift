import Postgres
import TestSupport
import Testing

@Suite("registry organisation with history")
struct RegistryHistoryTests {
  /// Two Party committees of one range of days, and their successor.
  private static func committees(_ fixture: RegistryFixture) throws {
    try fixture.run(
      """
      select registry.define_unit('A', 'Đảng bộ A', 'dang_bo', 'dang', null, '2010-01-01', '2025-06-30'),
             registry.define_unit('B', 'Đảng bộ B', 'dang_bo', 'dang', null, '2010-01-01', '2025-06-30'),
             registry.define_unit('C', 'Đảng bộ C', 'dang_bo', 'dang', null, '2025-07-01')
      """)
  }

  @Test("two transactions that hang each unit below the other do not make a cycle together")
  func concurrentCycle() throws {
    let fixture = try RegistryFixture()
    try Self.committees(fixture)
    let other = try fixture.database.connect()
    let hang = { (child: String, parent: String) in
      "insert into registry.unit_parent (unit_id, tree, parent_id) select a.id, 'dang', b.id from registry.unit a, registry.unit b where a.code = '\(child)' and b.code = '\(parent)'"
    }
    try other.query("begin")
    try other.query(hang("A", "B"))
    try fixture.run("set lock_timeout = '50ms'")
    #expect(try serverError { try fixture.run(hang("B", "A")) }.sqlState == "55P03")
    try other.query("commit")
    #expect(try serverError { try fixture.run(hang("B", "A")) }.constraint == "unit_parent_no_cycle")
  }

  @Test(
    "an edge of succession never runs against time, and names its kind",
    arguments: [
      ("'A', 'B', '2025-07-01', 'merge'", "22023"), ("'C', 'A', '2025-07-01', 'merge'", "22023"),
      ("'A', null, '2025-07-01', 'merge'", "23514"), ("'A', null, '2020-01-01', 'dissolve'", "23514"),
      ("'A', 'A', '2020-01-01', 'rename'", "23514"), ("'A', 'C', '2025-07-01', 'eat'", "22023"),
      ("'A', 'C', '2025-07-01', null", "22023"),
    ])
  func refusedEdges(arguments: String, state: String) throws {
    let fixture = try RegistryFixture()
    try Self.committees(fixture)
    let error = try serverError { try fixture.run("select registry.define_successor(\(arguments), 'NQ 1')") }
    #expect(error.sqlState.rawValue == state)
    #expect(
      try fixture.text("select count(*)::text from registry.unit_successor where source = 'define_successor'") == "0")
  }

  @Test(
    "an edge written without the function is checked too, and a unit's days may change only together with its edges")
  func daysAndEdges() throws {
    let fixture = try RegistryFixture()
    try Self.committees(fixture)
    let insert = { (day: String) in
      "insert into registry.unit_successor (from_id, to_id, on_day, kind) select a.id, c.id, '\(day)', 'merge' from registry.unit a, registry.unit c where a.code = 'A' and c.code = 'C'"
    }
    for day in ["2025-07-02", "2025-06-30"] {
      let error = try serverError { try fixture.run(insert(day)) }
      #expect(error.constraint == "unit_successor_forward")
      #expect(error.detail?.contains("Đảng bộ A") == true)
    }
    try fixture.run(insert("2025-07-01"))
    let close = "update registry.unit set valid = daterange('2010-01-01', '2025-01-01') where code = 'A'"
    #expect(try serverError { try fixture.run(close) }.constraint == "unit_successor_forward")
    try fixture.run(
      """
      do $$ begin
        update registry.unit set valid = daterange('2010-01-01', '2025-01-01') where code = 'A';
        update registry.unit set valid = daterange('2025-01-01', null) where code = 'C';
        update registry.unit_successor s set on_day = '2025-01-01' from registry.unit a where a.id = s.from_id and a.code = 'A';
      end $$
      """)
    #expect(try fixture.rows("select upper(valid) from registry.unit where code = 'A'") == ["2025-01-01"])
  }

  @Test("an edge needs its legal basis; recorded again it changes nothing, and both are in the audit once")
  func legalBasis() throws {
    let fixture = try RegistryFixture()
    try Self.committees(fixture)
    for basis in ["null", "' '", "repeat('x', 301)"] {
      let error = try serverError {
        try fixture.run("select registry.define_successor('A', 'C', '2025-07-01', 'merge', \(basis))")
      }
      #expect(error.sqlState == "22023")
      #expect(error.hint != nil)
    }
    for _ in 1...2 {
      try fixture.run("select registry.define_successor('A', 'C', '2025-07-01', 'merge', 'NQ 202/2025/QH15')")
    }
    #expect(
      try fixture.rows("select action, object, reason from registry.audit") == [
        "define_successor|unit|NQ 202/2025/QH15"
      ])
  }

  @Test("a block is one of the committee that set it")
  func foreignBlock() throws {
    let fixture = try RegistryFixture()
    try Self.committees(fixture)
    try fixture.run("select registry.define_block('A', 'X', 'Khối xã')")
    let error = try serverError {
      try fixture.run(
        "insert into registry.unit_block (unit_id, committee_id, block_id) select a.id, b.id, k.id from registry.unit a, registry.unit b, registry.block k where a.code = 'A' and b.code = 'B'"
      )
    }
    #expect(error.constraint == "unit_block_is_the_committees")
  }

  @Test("a committee has one standing body a day, with its basis")
  func roles() throws {
    let fixture = try RegistryFixture()
    try Self.committees(fixture)
    try fixture.run("select registry.define_unit('S', 'Ban Dân vận', 'dang_bo', 'dang', null)")
    let assign = { (unit: String, from: String, until: String) in
      "select registry.assign_role('\(unit)', 'standing_body', 'A', 'Quy chế', '\(from)', '\(until)')"
    }
    for _ in 1...2 { try fixture.run(assign("S", "2015-01-01", "2020-12-31")) }
    #expect(
      try serverError { try fixture.run(assign("B", "2020-12-31", "2021-12-31")) }.constraint
        == "unit_role_one_standing_body")
    try fixture.run(assign("B", "2021-01-01", "2021-12-31"))
    #expect(try fixture.text("select count(*)::text from registry.unit_role") == "2")
    #expect(
      try serverError { try fixture.run("select registry.assign_role('S', 'chief', 'A', 'x')") }.sqlState == "22023")
    #expect(
      try serverError { try fixture.run("select registry.assign_role('S', 'appraiser', 'A', '')") }.sqlState == "22023")
  }

  @Test(
    "a unit is told as of a day: its name, its place and whether it exists",
    arguments: [
      ("2021-03-02", "Xã Nghĩa Tá|xa|Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn|true"),
      ("2026-03-02", "Xã Nghĩa Tá|xa|Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn|false"),
    ])
  func asOf(day: String, row: String) throws {
    let fixture = try RegistryFixture.reading()
    let id = "(select id from registry.unit where code = '02071' and valid @> date '2021-01-01')"
    #expect(try fixture.rows("select name, type, path, alive from registry.unit_as_of(\(id), '\(day)')") == [row])
  }

  @Test("the nearest name counts on a day without one; an unknown unit is an error")
  func nearestName() throws {
    let fixture = try RegistryFixture()
    try Self.committees(fixture)
    try fixture.run(
      """
      update registry.unit_name n set valid = '[2012-01-01,2014-01-01)' from registry.unit u where u.id = n.unit_id and u.code = 'A';
      """)
    try fixture.run(
      "insert into registry.unit_name (unit_id, valid, name, type, name_key) select id, '[2020-01-01,2025-07-01)', 'Đảng bộ A mới', 'dang_bo', 'đảng bộ a mới' from registry.unit where code = 'A'"
    )
    let names = try ["2011-01-01", "2013-01-01", "2015-01-01", "2020-01-01", "2030-01-01"].map {
      try fixture.text("select name from registry.unit_as_of((select id from registry.unit where code = 'A'), '\($0)')")
    }
    #expect(names == ["Đảng bộ A", "Đảng bộ A", "Đảng bộ A", "Đảng bộ A mới", "Đảng bộ A mới"])
    #expect(try serverError { try fixture.run("select registry.unit_as_of(-1)") }.sqlState == "P0002")
  }

  @Test(
    "who stands for a unit: itself while it exists, then those that follow it, all the way",
    arguments: [
      ("Xã Nghĩa Tá, huyện Chợ Đồn", "2021-01-01", ["Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn|same|false"]),
      ("Xã Nghĩa Tá, huyện Chợ Đồn", "2025-07-01", ["Xã Nghĩa Tá, Tỉnh Thái Nguyên|merge|false"]),
      ("Xã Nghĩa Tá, huyện Chợ Đồn", "1900-01-01", ["Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn|same|false"]),
      ("phường Sông Cầu, tỉnh Bắc Kạn", "2026-01-01", ["Phường Bắc Kạn, Tỉnh Thái Nguyên|merge|false"]),
      ("tỉnh Bến Tre", "2026-01-01", ["Tỉnh Vĩnh Long|merge|false"]), ("xã Nghiã Tá Mới", "2026-01-01", []),
    ] as [(String, String, [String])])
  func standsFor(text: String, day: String, rows: [String]) throws {
    let fixture = try RegistryFixture.reading()
    #expect(try fixture.rows("select path, kind, divided from registry.stands_for('\(text)', '\(day)')") == rows)
  }

  @Test(
    "a divided unit is shown on each that follows it, flagged; parts that meet again are whole; the dissolved have nobody"
  )
  func divided() throws {
    let fixture = try RegistryFixture()
    try fixture.run(
      """
      select registry.define_unit('O', 'Chi bộ O', 'chi_bo', 'dang', null, null, '2019-12-31'),
             registry.define_unit('P', 'Chi bộ P', 'chi_bo', 'dang', null, '2020-01-01', '2022-12-31'),
             registry.define_unit('Q', 'Chi bộ Q', 'chi_bo', 'dang', null, '2020-01-01', '2022-12-31'),
             registry.define_unit('R', 'Chi bộ R', 'chi_bo', 'dang', null, '2023-01-01', '2024-12-31')
      """)
    try fixture.run(
      """
      select registry.define_successor('O', 'P', '2020-01-01', 'split', 'QĐ 1', true), registry.define_successor('O', 'Q', '2020-01-01', 'split', 'QĐ 1', true),
             registry.define_successor('P', 'R', '2023-01-01', 'merge', 'QĐ 2'), registry.define_successor('Q', 'R', '2023-01-01', 'merge', 'QĐ 2'),
             registry.define_successor('R', null, '2025-01-01', 'dissolve', 'QĐ 3')
      """)
    func ends(_ day: String) throws -> [String] {
      try fixture.rows(
        "select code, kind, partial, divided, alive, legal_basis from registry.successors((select id from registry.unit where code = 'O'), '\(day)')"
      )
    }
    #expect(try ends("2019-12-31") == [])
    #expect(try ends("2021-01-01") == ["P|split|true|true|true|QĐ 1", "Q|split|true|true|true|QĐ 1"])
    #expect(try ends("2023-01-01") == ["R|merge|true|false|true|QĐ 2"])
    #expect(try ends("2025-01-01") == ["–|dissolve|true|false|false|QĐ 3"])
    #expect(try fixture.rows("select standing_id from registry.stands_for('O', '2025-01-01')") == [])
  }

  @Test("an area that went round in a circle on one day ends")
  func circle() throws {
    let fixture = try RegistryFixture()
    try fixture.run(
      "select registry.define_unit('O', 'Chi bộ O', 'chi_bo', 'dang', null), registry.define_unit('P', 'Chi bộ P', 'chi_bo', 'dang', null)"
    )
    try fixture.run(
      "select registry.define_successor('O', 'P', '2020-01-01', 'split', 'QĐ 1', true), registry.define_successor('P', 'O', '2020-01-01', 'split', 'QĐ 1', true)"
    )
    #expect(
      try fixture.rows("select code, divided from registry.successors((select id from registry.unit where code = 'O'))")
        == ["P|true"])
  }

  @Test(
    "a person's typing finds candidates, the exact ones first, also without diacritics",
    arguments: [
      ("02071", "2021-01-01", "exact|Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn|true"),
      ("Xã Nghĩa Tá, Thái Nguyên", "2026-01-01", "exact|Xã Nghĩa Tá, Tỉnh Thái Nguyên|true"),
      ("xa nghia ta, cho don", "2021-01-01", "search|Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn|true"),
      ("nghia ta", "2026-01-01", "search|Xã Nghĩa Tá, Tỉnh Thái Nguyên|true"),
      ("xa nghia t", "2026-01-01", "prefix|Xã Nghĩa Tá, Tỉnh Thái Nguyên|true"),
      ("nghia t", "2026-01-01", "part|Xã Nghĩa Tá, Tỉnh Thái Nguyên|true"), ("100%", "2026-01-01", nil),
      ("xa_nghia_ta", "2026-01-01", "search|Xã Nghĩa Tá, Tỉnh Thái Nguyên|true"), ("", "2026-01-01", nil),
      (" , ", "2026-01-01", nil), ("\\\\", "2026-01-01", nil),
    ] as [(String, String, String?)])
  func search(text: String, day: String, first: String?) throws {
    let fixture = try RegistryFixture.reading()
    let rows = try fixture.rows(
      "select match, path, alive from registry.search_unit($1, '\(day)')", [.text(text)])
    if let first { #expect(rows.contains(first), "\(rows.prefix(5))") } else { #expect(rows == []) }
    #expect(rows.count <= 20)
  }

  @Test("the stored search key is the one that registry.search_key makes")
  func searchKey() throws {
    let fixture = try RegistryFixture.reading()
    #expect(
      try fixture.rows(
        "select name from registry.unit_name where search_key is distinct from registry.search_key(name) limit 3") == []
    )
    #expect(try serverError { try fixture.run("select registry.search_unit('x', null, 0)") }.sqlState == "22023")
  }

  @Test("the portal asks who stands for whom; it defines nothing")
  func roleOfPortal() throws {
    let fixture = try RegistryFixture()
    try fixture.run("set role dvk_portal")
    #expect(
      try fixture.rows("select path from registry.stands_for('tỉnh Bến Tre', '2026-01-01')") == ["Tỉnh Vĩnh Long"])
    #expect(try fixture.rows("select code from registry.search_unit('ben tre', '2021-01-01', 1)").count == 1)
    let error = try serverError {
      try fixture.run("select registry.define_successor('A', 'C', '2025-01-01', 'merge', 'x')")
    }
    #expect(error.sqlState == "42501")
  }
}
