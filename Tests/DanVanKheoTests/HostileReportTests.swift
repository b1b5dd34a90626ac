import Testing

@testable import DanVanKheo

/// The rules about outputs, figures, periods and files on content that is meant to break them.
@Suite struct HostileReportTests {
  @Test(
    "outputs of any text get a verdict",
    arguments: [
      String(repeating: "\u{301}", count: 60_000), String(repeating: "9", count: 130_000),
      String(repeating: "số 1 ", count: 20_000), String(repeating: "\u{202E}%", count: 30_000), "٣ hộ", "²", "½",
    ])
  func outputs(text: String) throws {
    var draft = try FactsDraft(.registration)
    draft.set("content/outputs", .string(text))
    #expect(try draft.verdict().findings.count <= 2)
  }

  @Test("figures of 400 digits are no numbers, whichever member holds them")
  func longNumbers() throws {
    let digits = String(repeating: "9", count: 400)
    for value in [JSON.number(digits), .string(digits), .number("1e400"), .number("-1e400")] {
      var draft = try FactsDraft(.report)
      for member in ["previous", "change"] { draft.set("content/indicators/0/\(member)", value) }
      #expect(try draft.verdict().findings.isEmpty)
      draft.set("content/indicators/0/value", value)
      #expect(try draft.verdict().findings.map(\.code) == [.bc006])
      draft.set("closed_figures", .array([.object([.init("key", "hộ trồng quế"), .init("value", value)])]))
      #expect(try draft.verdict().findings.map(\.code) == [.bc006])
    }
  }

  @Test("figures at the edge of what can be calculated with")
  func edges() throws {
    let most = "999999999999999"
    var draft = try FactsDraft(.report)
    draft.set("content/indicators/0/value", .string(most))
    draft.set("content/indicators/0/previous", .string("0,00000000000001"))
    draft.set("content/indicators/0/change", .string("−" + most))
    _ = try draft.verdict()
    draft.set("content/indicators/0/previous", .number("1"))
    draft.set("campaign/parameters/change_limit_percent", .number(String(Int.max)))
    #expect(try draft.verdict().findings.map(\.code) == [.bc005])
    draft.set("campaign/parameters/change_limit_percent", 1)
    #expect(try draft.verdict().findings.map(\.code) == [.bc005, .bc011])
  }

  @Test(
    "a period that is none is told so, and compared with nothing",
    arguments: ["2021-H3", "H1", "20211", "2021-2020", "2021-", "-2021", String(repeating: "2", count: 100_000)])
  func periods(code: String) throws {
    var draft = try FactsDraft(.report)
    draft.set("content/period", .string(code))
    draft.set("other_reports", .array([.object([.init("id", 3), .init("period", "2021")])]))
    #expect(try draft.verdict().findings.map(\.code) == [.bc007])
  }

  @Test("ten thousand indicators that are all wrong cost no more than looking at them")
  func many() throws {
    var draft = try FactsDraft(.report)
    let wrong = #"{"name": "Mô hình được công nhận", "value": 9, "previous": 1, "change": 7}"#
    let list = Array(repeating: wrong, count: 10_000).joined(separator: ",")
    draft.set(
      "content/indicators", try JSON(parsing: "[{\"name\": \"Mô hình đăng ký\", \"value\": 1},\(list)]"))
    #expect(try draft.verdict().findings.count == Examination.findingLimit)
  }

  @Test("facts of other shapes than promised are as good as none")
  func facts() throws {
    var draft = try FactsDraft(.report)
    for (path, value) in [
      ("sender", JSON.array([])), ("sender", .object([.init("text", "x"), .init("relation", "boss")])),
      ("attachments/0", .null), ("other_reports", .array([7, .object([])])), ("closed_figures", "x"),
      ("campaign/parameters/severity", "x"), ("campaign/parameters/report_deadline", 7), ("block", 7),
      ("first_filed_on", "hôm qua"),
    ] { draft.set(path, value) }
    #expect(try draft.verdict().findings.isEmpty)
  }
}
