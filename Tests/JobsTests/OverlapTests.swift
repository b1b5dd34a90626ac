import Jobs
import Postgres
import TestSupport
import Testing
import VietnameseText

@testable import DanVanKheo

@Suite struct OverlapTests {
  private static let names = [
    "Trồng cây quế", "Mô hình trồng cây quế tại thôn Bản Bung, xã Dương Quang",
    "Đường hoa nông thôn mới xanh, sạch, đẹp",
    "Phụ nữ tiết kiệm mua bảo hiểm y tế (BHYT) vì sức khỏe gia đình", "Giữ gìn an toàn xã hội", "Thành lập hợp tác xã",
    "",
    "Tổ tự quản thôn bản", "Xã nông thôn mới", "mô hình khéo", "Thắp sáng đường quê tổ 11A, phường Sông Cầu",
    "Xóm bình yên",
    "Kiện toàn tổ chức hội ở xã Nông Thượng", "Trồng trồng trồng", "4 không 5 có", "Dưa-Lúa ở ấp 3 xã An Thủy",
    "Ấp ủ ước mơ",
    "Hoà giải ở khu dân cư số 3", "Vận động nhân dân hiến đất trên địa bàn thị trấn Bằng Lũng", "Chăn nuôi ở làng nghề",
    "x",
    "Tổ hợp tác thuộc bản Nà Lẹng", "Bảo vệ rừng tại bản làng", "Thôn", "Biểu 😀 漢字 ƯỚC MƠ ĐẸP",
    "Khu vực an toàn khối phố 5",
  ]

  @Test("Swift and SQL give the same signature of every title")
  func signaturesAreEqual() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    let objects = [
      "trồng quế", "hiến đất làm đường", "thu gom rác thải tổ chức tốt", "nuôi dê ở xã hội", "camera an ninh",
    ]
    let places = [
      "", "tại thôn bản bung xã dương quang", "ở xã nông thượng", "thôn", "khu dân cư 5 phường sông cầu", "tổ 3",
    ]
    var keys = Self.names.map { nameKey($0, dictionary: AbbreviationDictionary()) }
    for object in objects {
      for place in places {
        for word in ["", "mô hình", "vận động nhân dân"] { keys.append("\(word) \(object) \(place)") }
      }
    }
    for key in keys {
      let row = try connection.query(
        "select parts::text, core_bits::text, title, registry.title_number(core_bits) from registry.title_signature($1)",
        [.text(key)])
      let signature = TitleSignature(key: key)
      func bits(_ words: [UInt64]) -> String {
        String(
          decoding: (0..<512).map { words[$0 / 64] >> UInt64($0 % 64) & 1 == 1 ? 0x31 : 0x30 as UInt8 }, as: UTF8.self)
      }
      #expect(try row.text(0, 0) == "{\(signature.parts.map(String.init).joined(separator: ","))}", "\(key)")
      #expect(try row.text(0, 1) == bits(signature.coreBits), "\(key)")
      #expect(try row.int8(0, 2) == signature.title, "\(key)")
      #expect(try row.int8(0, 3) == signature.title, "\(key)")
    }
  }

  private func fixture() throws -> SubmissionValidationFixture {
    let fixture = try SubmissionValidationFixture()
    try fixture.database.connect().query("update registry.campaign set rule_set = 2")
    return fixture
  }

  private func findings(_ fixture: SubmissionValidationFixture) throws -> String {
    try fixture.text(
      """
      select coalesce(string_agg(submission_id || ' ' || code || ' ' || (data ->> 'code'), ', ' order by submission_id, code), '')
      from registry.finding where code in ('DK-007', 'DK-009', 'DK-013')
      """)
  }

  private func named(_ name: JSON, lead: JSON = "Hội Nông dân xã Nông Thượng") -> [(path: [String], value: JSON?)] {
    [(["model", "name"], name), (["subjects", "0", "name"], lead)]
  }

  private func submit(
    _ fixture: SubmissionValidationFixture, _ key: String, year: Int = 2021,
    unit: String = SubmissionValidationFixture.commune,
    _ edits: [(path: [String], value: JSON?)]
  ) throws {
    let connection = try fixture.database.connect()
    let dated: [(path: [String], value: JSON?)] = [
      (["year"], .number(String(year))), (["filed_on"], .string("\(year)-03-02")),
      (["starts_on"], .string("\(year)-03-05")),
      (["ends_on"], .string("\(year)-11-30")),
    ]
    try fixture.submit(
      .registration, key: key, year: year, unit: unit,
      try SubmissionValidationFixture.content(.registration, dated + edits), on: connection)
  }

  @Test(
    "another name of a model of the unit is found, an unlike one is not, and the index is kept by what writes the model"
  )
  func foundAcrossNames() throws {
    let fixture = try fixture()
    try submit(fixture, "1", named("Phụ nữ tiết kiệm mua bảo hiểm y tế (BHYT) vì sức khỏe gia đình"))
    try submit(fixture, "2", named("Thùng rác xanh"))
    try fixture.validateAll()
    #expect(try findings(fixture) == "")
    #expect(try fixture.number("select count(*) from registry.model_signature") == 2)
    #expect(try fixture.number("select count(*) from registry.title_model") == 2)
    #expect(try fixture.number("select count(*) from registry.title_part") == 6)
    // By its unit and by the commune that its place names.
    #expect(
      try fixture.number("select count(distinct place) from registry.title_place where model_id is not null") == 2)
    #expect(try fixture.number("select count(*) from registry.title_place") == 4)
    try submit(fixture, "3", named("Vận động phụ nữ tiết kiệm mua BHYT vì sức khỏe gia đình"))
    try submit(fixture, "4", named("Trồng cây quế"))
    try fixture.validateAll()
    #expect(try findings(fixture) == "3 DK-007 MH1")
  }

  @Test("called new in a later year it is old; maintained it is the same model")
  func oldAndMaintained() throws {
    let fixture = try fixture()
    try submit(fixture, "1", year: 2020, named("Trồng cây quế"))
    try fixture.validateAll()
    try submit(fixture, "2", named("Nhân dân trồng cây quế"))
    try submit(fixture, "3", named("Trồng cây quế") + [(["type"], "maintained")])
    try fixture.validateAll()
    #expect(try findings(fixture) == "2 DK-009 MH1")
    #expect(try fixture.text("select data ->> 'year' from registry.finding where code = 'DK-009'") == "2020")
  }

  @Test("what a later turn made is not seen, and a withdrawn registration is not either")
  func laterTurnsAreNotSeen() throws {
    let fixture = try fixture()
    try submit(fixture, "1", named("Trồng cây quế", lead: "Chi bộ Tân Thành"))
    try fixture.validateAll()
    let connection = try fixture.database.connect()
    let unit = try fixture.number("select unit_id from registry.model")
    func seen(_ submission: Int64) throws -> Int {
      let key = nameKey("Trồng cây quế đồi", dictionary: AbbreviationDictionary())
      let probe = JSON.object(
        TitleSignature(key: key).members + [
          JSON.Member("id", .number(String(submission))),
          JSON.Member("unit_id", .number(String(unit))),
        ])
      return try connection.query(
        "select * from registry.overlap_candidates($1)", [.text(JSON.array([probe]).written)]
      ).count
    }
    try submit(fixture, "2", named("Thùng rác xanh"))
    #expect(try seen(2) == 1)
    #expect(try seen(1) == 0)
    try connection.query("update registry.submission set turn = 9000 where id = 1")
    #expect(try seen(2) == 0)
    try connection.query("update registry.submission set turn = 1 where id = 1")
    try connection.query("update registry.registration set withdrawn_at = now()")
    #expect(try seen(2) == 0)
  }

  private static let town = "Thị trấn Bằng Lũng, huyện Chợ Đồn, tỉnh Bắc Kạn"
  private static let text = """
    Chi bộ họp bàn, giao mỗi đảng viên giúp ba hộ; hộ nào cũng đóng góp cây giống, ngày công và cùng nhau chăm sóc rừng. Hằng \
    tháng tổ tự quản đi kiểm tra, nhắc nhở và báo cáo với ban công tác Mặt trận; cuối năm tổng kết, khen những hộ làm tốt.
    """

  @Test(
    "a title of another commune overlaps only if its content is copied, and is not described else",
    arguments: [true, false])
  func elsewhere(isCopied: Bool) throws {
    let fixture = try fixture()
    let place: (path: [String], value: JSON?) = (["model", "places"], .array(["Thôn Tân Thành"]))
    let name = named("Trồng cây quế", lead: "Chi bộ 1")
    try submit(fixture, "1", name + [place, (["content"], .string(Self.text))])
    try fixture.validateAll()
    let content =
      isCopied ? "Kính gửi. " + Self.text : "Họp dân, phát giống, trồng rồi nghiệm thu từng lô một, giữ rừng chung."
    try submit(fixture, "2", unit: Self.town, name + [place, (["content"], .string(content))])
    try fixture.validateAll()
    #expect(try findings(fixture) == (isCopied ? "2 DK-007 MH1" : ""))
  }

  @Test("the unit's own content under a new title is found, whatever the title; another content is not")
  func renamed() throws {
    let fixture = try fixture()
    try submit(fixture, "1", year: 2020, named("Trồng cây quế") + [(["content"], .string(Self.text))])
    try fixture.validateAll()
    try submit(fixture, "2", named("Tiếng loa an ninh") + [(["content"], .string(Self.text + " Năm nay làm tiếp."))])
    try submit(
      fixture, "3",
      named("Thùng rác xanh") + [
        (["content"], .string("Phân loại rác tại nhà, đổi rác lấy cây xanh, mỗi tuần thu một lần."))
      ])
    try fixture.validateAll()
    #expect(try findings(fixture) == "2 DK-009 MH1")
  }

  @Test("only what certainly stands elsewhere is left out")
  func uncertainPlaces() throws {
    let fixture = try fixture()
    try submit(fixture, "1", named("Trồng cây quế") + [(["model", "places"], .array(["Thôn Tân Thành"]))])
    try fixture.validateAll()
    let key = nameKey("Trồng cây quế", dictionary: AbbreviationDictionary())
    func seen(_ more: [JSON.Member]) throws -> Int {
      let members = TitleSignature(key: key).members + [JSON.Member("id", .number("0"))] + more
      return try fixture.database.connect().query(
        "select * from registry.overlap_candidates($1)", [.text(JSON.array([.object(members)]).written)]
      ).count
    }
    let sketch = JSON.Member("content", .string(ContentSketch(Self.text).hex))
    let unit = JSON.Member("unit_id", .number("1"))
    #expect(try seen([sketch, unit]) == 0)
    #expect(try seen([sketch]) == 1, "the unit is not certain")
    #expect(try seen([unit]) == 1, "the content is not known")
    try fixture.database.connect().query("update registry.title_model set province = 0")
    #expect(try seen([sketch, unit]) == 1, "the place of the model is not known")
  }

  @Test("where a model stands is the same in Swift and in SQL, or not known there")
  func standingPlaces() throws {
    let fixture = try fixture()
    let none: (path: [String], value: JSON?) = (["model", "places"], .array(["Thôn Tân Thành"]))
    let units = [
      SubmissionValidationFixture.commune, Self.town, "Huyện Chợ Đồn, tỉnh Bắc Kạn",
      "Xã Bằng Thành, huyện Pác Nặm, tỉnh Bắc Kạn",
    ]
    for (number, unit) in units.enumerated() {
      try submit(fixture, "\(number)", unit: unit, named(.string("Trồng cây quế \(number)")) + [none])
    }
    try submit(fixture, "9", named("Thùng rác xanh xã Nông Thượng") + [none])
    try fixture.validateAll()
    let dump = """
      select string_agg(concat_ws(' ', s.model_id, s.province, (select string_agg(p.place::text, ',' order by p.place)
        from registry.title_place p where p.model_id = s.model_id)), '; ' order by s.model_id)
      from registry.model_signature s join registry.model m on m.id = s.model_id
      where m.name like 'Trồng%'
      """
    let written = try fixture.text(dump)
    #expect(written.split(separator: ";").count == 4)
    let connection = try fixture.database.connect()
    try connection.script(
      "truncate registry.model_signature, registry.title_model, registry.title_part, registry.title_place")
    try connection.query("select registry.sign_models()")
    #expect(try fixture.text(dump) == written)
    #expect(
      try fixture.number(
        "select s.province from registry.model_signature s join registry.model m on m.id = s.model_id where m.name like 'Thùng%'"
      ) == 0)
  }

  @Test("models without a signature get one from SQL, which finds them alike")
  func signedInSQL() throws {
    let fixture = try fixture()
    try submit(fixture, "1", named("Trồng cây quế tại thôn Tân Thành"))
    try fixture.validateAll()
    let dump =
      """
      select string_agg(concat_ws(' ', p.part, p.size, p.title, p.bits, x.core_bits), ',' order by p.part)
      from registry.title_part p join registry.title_model m on m.title = p.title
      join registry.title_place x on x.model_id = m.model_id and x.place < 0
      """
    let written = try fixture.text(dump)
    let connection = try fixture.database.connect()
    try connection.script(
      "truncate registry.model_signature, registry.title_model, registry.title_part, registry.title_place")
    #expect(try connection.query("select registry.sign_models()").int4(0, 0) == 1)
    #expect(try connection.query("select registry.sign_models()").int4(0, 0) == 0)
    #expect(try fixture.text(dump) == written)
    #expect(
      try fixture.number(
        "select count(*) from registry.similar_models(jsonb_build_array(registry.title_probe('Trồng cây quế, thôn Tân Thành')))"
      )
        == 1)
  }
}
