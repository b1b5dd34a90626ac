@testable import DanVanKheo

extension RuleExampleTests {
  /// DV-005 to DV-007 and DK-005.
  static let filing: [RuleCase] = [
    .passes(.dv005, .registration, ("campaign/has_blocks", .bool(true)), ("block", "xa_phuong")),
    .passes(.dv005, .registration, ("campaign/has_blocks", .bool(false))),
    .passes(.dv005, .registration, ("campaign/has_blocks", .bool(true)), ("campaign/unit_id", 5)),
    .passes(.dv005, .report, ("campaign/has_blocks", .bool(true))),
    .fails(
      .dv005, .registration, "/unit", ("campaign/has_blocks", .bool(true)),
      ("unit/candidates/0/path", "Chi bộ mới, Đảng bộ thành phố")),
    .fails(.dv005, .registration, "/unit", ("campaign/has_blocks", .bool(true)), ("block", .null)),

    .passes(.dv006),
    .passes(.dv006, .registration, sender("Đảng ủy xã Nông Thượng", "parent")),
    .passes(.dv006, .report, sender("Xã Nông Thượng", "self")),
    .passes(.dv006, .registration, sender("Phường A", "other"), ("unit/candidates", .array([]))),
    .fails(.dv006, .registration, "/sender_unit", sender("Phường Đức Xuân", "other")),
    .fails(.dv006, .inspectionRecord, "/sender_unit", sender("không có đơn vị này", "unknown")),

    .passes(.dv007, .registration, ("unit/candidates/0/split", .bool(false))),
    .passes(.dv007, .report, twoSuccessors),
    .passes(.dv007, .inspectionRecord, divided, twoSuccessors),
    .fails(.dv007, .report, "/unit", divided, twoSuccessors),
    .fails(
      .dv007, .registration, "/unit", divided,
      ("unit/candidates/0/successors", .array(["A", "B", "C", "D", "E", "F"]))),

    .passes(.dk005, .registration, ("filed_on", "2024-10-24")),
    .passes(.dk005, .registration, ("filed_on", "2024-10-24"), until("trước ngày 25/10/2024")),
    .passes(.dk005, .registration, ("filed_on", "2024-10-25"), until("2024-10-25")),
    .passes(.dk005, .registration, ("filed_on", "2024-10-25"), until("Chậm nhất ngày 25-10-2024")),
    .passes(.dk005, .registration, ("filed_on", "2024-10-25"), until("đến hết  ngày 25 tháng 10 năm 2024")),
    .passes(.dk005, .report, ("filed_on", "2024-10-26"), until("2024-10-25")),
    // A supplement that comes after the deadline, to a dossier that was in time.
    .passes(
      .dk005, .registration, ("version", 2), ("filed_on", "2024-11-30"), ("first_filed_on", "2024-10-24"),
      until("trước ngày 25/10/2024")),
    .fails(.dk005, .registration, "/filed_on", ("filed_on", "2024-10-26"), until("trước ngày 25/10/2024")),
    .fails(.dk005, .registration, "/filed_on", ("filed_on", "2024-10-25"), until("trước ngày 25/10/2024")),
    .fails(.dk005, .registration, "/filed_on", ("filed_on", "2025-01-01"), until("đến hết ngày 31/12/2024")),
    .fails(.dk005, .report, "/filed_on", ("campaign/parameters/report_deadline", "2021-03-01")),
    .fails(.dk005, .commendationProposal, "/filed_on", ("campaign/parameters/proposal_deadline", "trước 02/03/2021")),
    .fails(
      .dk005, .registration, "/filed_on", ("version", 2), ("filed_on", "2024-11-30"), ("first_filed_on", "2024-10-26"),
      until("2024-10-25")),
  ]

  private static func until(_ words: String) -> (String, JSON?) {
    ("campaign/parameters/registration_deadline", .string(words))
  }

  private static func sender(_ text: String, _ relation: String) -> (String, JSON?) {
    ("sender", .object([JSON.Member("text", .string(text)), JSON.Member("relation", .string(relation))]))
  }

  private static let divided: (String, JSON?) = ("unit/candidates/0/split", .bool(true))
  private static let twoSuccessors: (String, JSON?) = (
    "unit/candidates/0/successors", .array(["Xã Đồng Phúc", "Xã Bạch Thông"])
  )
}
