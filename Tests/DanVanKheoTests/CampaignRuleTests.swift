import Testing
import VietnameseText

@testable import DanVanKheo

/// What a campaign decides about the rule book, and what a supplement keeps.
@Suite struct CampaignRuleTests {
  @Test("a campaign takes an error for a warning, or a warning for an error")
  func severity() throws {
    var draft = try FactsDraft(.registration)
    draft.set("attachments", .array([]))
    #expect(try draft.verdict().state == .needsSupplement)
    draft.set("campaign/parameters/severity", .object([.init("DK-012", "C"), .init("DK-011", "L")]))
    #expect(try draft.verdict().findings.map(\.severity) == [.warning])
    #expect(try draft.verdict().state == .valid)
    draft.set("content/outputs", "nâng cao nhận thức")
    #expect(try draft.verdict().findings.map(\.severity) == [.error, .warning])
    #expect(try draft.verdict().state == .needsSupplement)
  }

  @Test("nothing else can be done to a rule: no hint, no unknown code, no switching off")
  func severityOfOther() throws {
    var draft = try FactsDraft(.registration)
    draft.set("attachments", .array([]))
    draft.set("content/goals", "hai  khoảng")
    draft.set(
      "campaign/parameters/severity",
      .object([.init("DK-012", "G"), .init("VB-003", "L"), .init("DK-999", "C"), .init("DK-011", "off")]))
    #expect(try draft.verdict().findings.map(\.severity) == [.hint, .error])
  }

  @Test(
    "deadlines are read as letters word them",
    arguments: [
      ("2026-10-25", "2026-10-25", "25/10/2026"), ("trước ngày 25/10/2026", "2026-10-24", "trước ngày 25/10/2026"),
      ("Trước ngày 01/3/2024", "2024-02-29", "trước ngày 01/03/2024"),
      ("trước 1/1/2026", "2025-12-31", "trước ngày 01/01/2026"),
      ("chậm nhất là ngày 5 tháng 2 năm 2026", "2026-02-05", "05/02/2026"),
      ("Đến hết ngày 25-10-2026", "2026-10-25", "25/10/2026"), ("hết ngày 25/10/2026", "2026-10-25", "25/10/2026"),
    ])
  func deadlines(text: String, lastDay: String, wording: String) throws {
    let deadline = try #require(Deadline(text))
    #expect(deadline.lastDay.iso == lastDay)
    #expect(deadline.wording == wording)
  }

  @Test(
    "what names no day is no deadline", arguments: ["", "sau ngày 25/10/2026", "31/02/2026", "tháng 10/2026", "25/10"])
  func noDeadline(text: String) { #expect(Deadline(text) == nil) }

  @Test("days are counted over months, years and leap days")
  func ordinals() throws {
    let days = ["0001-01-01", "1999-12-31", "2000-02-28", "2000-02-29", "2000-03-01", "2026-11-25"]
    let ordinals = try days.map { try #require(CalendarDay(iso: $0)).ordinal }
    #expect(ordinals == [1, 730_119, 730_178, 730_179, 730_180, 739_945])
    let day = try #require(CalendarDay(iso: "2000-03-01"))
    #expect(day.previous?.iso == "2000-02-29")
  }

  @Test("messages say by how much and which")
  func messages() throws {
    var draft = try FactsDraft(.report)
    draft.set("content/indicators/0/value", "4.648")
    draft.set("content/indicators/0/previous", "1.203")
    #expect(
      try draft.verdict().findings.map(\.message) == [
        "Biến động +286,4% so với kỳ trước (1.203 → 4.648), cần giải trình."
      ])
    draft = try FactsDraft(.registration)
    draft.set("campaign/parameters/registration_deadline", "trước ngày 02/3/2021")
    #expect(try draft.verdict().findings.map(\.message) == ["Nộp sau hạn trước ngày 02/03/2021 (1 ngày)."])
    draft = try FactsDraft(.registration)
    draft.set("content/starts_on", "2022-03-01")
    draft.set("content/ends_on", .null)
    #expect(
      try draft.verdict().findings.map(\.message)
        == ["Thời gian thực hiện không hợp lệ hoặc ngoài kỳ: 01/03/2022 – chưa nêu."])
  }
}
