import Postgres
import Testing

/// Short ways to the acts of officers, in the campaign of huyện Chợ Đồn in 2021.
extension RegistryFixture {
  static let district = "Huyện Chợ Đồn, tỉnh Bắc Kạn"
  static let minutes =
    #"{"body": "Ban Dân vận Huyện ủy Chợ Đồn", "held_on": "2021-11-10", "reason": "chưa rõ kết quả"}"#
  static let council = #"[{"name": "Nguyễn Văn A", "unit": "Ban Dân vận", "role": "Chủ tịch"}, {"name": "Trần Thị B"}]"#
  static let award =
    #"{"level": "HUYEN", "form": "giay_khen", "movement": "Dân vận khéo", "period": "2021", "reason": "Có thành tích"}"#

  /// A list with one model of the fixture's unit.
  static func models(_ name: String = "Phân loại rác") -> String { #"[{"unit": "\#(unit)", "name": "\#(name)"}]"# }

  /// A list with one collective of the fixture's unit.
  static func recipients(_ name: String = "Chi bộ 1", kind: String = "collective") -> String {
    #"[{"kind": "\#(kind)", "name": "\#(name)", "unit": "\#(unit)"}]"#
  }

  /// A decision of the district's Party committee.
  static func decision(
    _ symbol: String = "12-QĐ/HU", _ day: String = "2021-12-15", issuer: String = "Huyện ủy Chợ Đồn"
  ) -> String { #"{"symbol": "\#(symbol)", "issued_on": "\#(day)", "issuer": "\#(issuer)", "subject": "Công nhận"}"# }

  /// Registers a model, and proposes it for recognition by the district; both are judged.
  func proposal(_ name: String = "Phân loại rác", subject: String = "Chi hội Phụ nữ", state: String = "valid") throws
    -> Int64
  {
    try submit("s \(name)", Self.registration(name, subject: subject))
    try judge()
    let id = try submit(
      "p \(name)", kind: "recognition_proposal", unit: Self.district,
      #"{"filed_on": "2021-11-01", "level": "HUYEN", "year": 2021, "title": "mo_hinh", "models": \#(Self.models(name))}"#
    )
    try judge([id], state: state)
    return id
  }

  /// Appraises; nil for members means those of the fixture.
  @discardableResult
  func appraise(
    _ id: Int64, _ conclusion: String? = "passed", scores: String? = nil, council: String? = council,
    minutes: String? = minutes
  ) throws -> String? {
    try text(
      "select registry.appraise($1, $2, $3, $4, $5)::text",
      [.int8(id), .jsonb(scores), .jsonb(council), .jsonb(minutes), .text(conclusion)])
  }

  /// Records a recognition and gives the id of its submission.
  @discardableResult
  func recognise(
    _ proposals: [Int64] = [], decision: String = decision(), level: String = "HUYEN", year: Int? = 2021,
    title: String = "mo_hinh", models: String = models(), campaign: String = "CD-2021"
  ) throws -> Int64 {
    let id = try text(
      "select registry.record_recognition($1, $2, $3, $4, $5::int, $6, $7, $8)::text",
      [
        .text(campaign), .text(Self.district), .jsonb(decision), .text(level), .text(year.map(String.init)),
        .text(title),
        .jsonb(models), .int8Array(proposals),
      ])
    return try #require(id.flatMap { Int64($0) })
  }

  /// Records a commendation and gives the id of its submission.
  @discardableResult
  func commend(
    _ recipients: String = recipients(), decision: String = decision("20-QĐ/HU"), award: String = award,
    proposals: [Int64] = []
  ) throws -> Int64 {
    let id = try text(
      "select registry.record_commendation('CD-2021', $1, $2, $3, $4, $5)::text",
      [.text(Self.district), .jsonb(decision), .jsonb(award), .jsonb(recipients), .int8Array(proposals)])
    return try #require(id.flatMap { Int64($0) })
  }

  /// The state of a submission.
  func state(_ id: Int64) throws -> String? {
    try text("select state from registry.submission where id = \(id)")
  }
}
