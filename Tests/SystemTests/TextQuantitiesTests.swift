import TestSupport
import Testing

@Suite("dvkd text quantities")
struct TextQuantitiesTests {
  @Test(
    "each kind has the fields of the contract, and no others",
    arguments: [
      ("127 mô hình", #"[{"end":11,"kind":"count","raw":"127 mô hình","start":0,"unit":"mô hình","value":127}]"#),
      (
        "hơn 4.657 ha",
        #"[{"end":12,"kind":"measure","op":">~","raw":"hơn 4.657 ha","start":0,"unit":"ha","value":4657}]"#
      ),
      ("97,7%", #"[{"end":5,"kind":"percent","raw":"97,7%","start":0,"value":97.7}]"#),
      (
        "216/221 (97,7%)",
        #"[{"consistent":true,"end":15,"kind":"fraction","percent":97.7,"raw":"216/221 (97,7%)","start":0,"x":216,"y":221}]"#
      ),
      (
        "6-7 triệu đồng",
        #"[{"currency":"VND","end":14,"high":7000000,"kind":"range","low":6000000,"raw":"6-7 triệu đồng","start":0}]"#
      ),
      ("500.000 đ", #"[{"currency":"VND","end":9,"kind":"money","raw":"500.000 đ","start":0,"value":500000}]"#),
      ("ngày 3-2-2025", #"[{"end":13,"kind":"date","raw":"ngày 3-2-2025","start":0,"value":"2025-02-03"}]"#),
      ("(15/10)", #"[{"day":15,"end":6,"kind":"date_partial","month":10,"raw":"15/10","start":1}]"#),
      (
        "24/02/2025 - 21:22",
        #"[{"end":18,"kind":"datetime","raw":"24/02/2025 - 21:22","start":0,"value":"2025-02-24T21:22"}]"#
      ),
      (
        "từ năm 2018 đến nay",
        #"[{"end":19,"from":2018,"kind":"period","raw":"từ năm 2018 đến nay","start":0,"to":null}]"#
      ),
      (
        "trước ngày 25/10/2026",
        #"[{"before":"2026-10-25","end":21,"kind":"deadline","raw":"trước ngày 25/10/2026","start":0}]"#
      ),
      (
        "200 250 triệu/ha",
        #"[{"ambiguous":true,"end":16,"kind":"range","per":"ha","raw":"200 250 triệu/ha","start":0}]"#
      ),
      ("mô hình “4 không”", "[]"),
    ])
  func contract(text: String, expected: String) throws {
    let program = try ProcessDriver("dvkd", ["text", "quantities"], input: "\(text)\n")
    #expect(try program.wait() == .status(0))
    #expect(program.outputLines == [expected])
  }
}
