import DanVanKheo
import Testing

@Suite("Figures in print")
struct FigureFormatTests {
  @Test(
    "thousands are dotted",
    arguments: [(0, "0"), (8, "8"), (999, "999"), (4648, "4.648"), (1_234_567, "1.234.567"), (-90, "−90")])
  func count(value: Int64, printed: String) {
    #expect(FigureFormat.count(value) == printed)
  }

  @Test("counts below ten are padded in documents", arguments: [(0, "0"), (8, "08"), (10, "10"), (4648, "4.648")])
  func padded(value: Int64, printed: String) {
    #expect(FigureFormat.padded(value) == printed)
  }

  @Test(
    "shares round half up to one decimal",
    arguments: [
      (30, 47, "63,8"), (5, 112, "4,5"), (40, 112, "35,7"), (1, 2000, "0,1"), (47, 47, "100,0"), (0, 3, "0,0"),
    ])
  func percent(part: Int64, whole: Int64, printed: String) {
    #expect(FigureFormat.percent(part, of: whole) == printed)
  }

  @Test("a share of nothing is no number")
  func noWhole() {
    #expect(FigureFormat.percent(0, of: 0) == nil)
  }

  @Test(
    "counts are spelt in Vietnamese",
    arguments: [
      (1, "một"), (10, "mười"), (15, "mười lăm"), (21, "hai mươi mốt"), (24, "hai mươi bốn"),
      (105, "một trăm linh năm"),
      (372, "ba trăm bảy mươi hai"), (1002, "một nghìn không trăm linh hai"), (4648, "bốn nghìn sáu trăm bốn mươi tám"),
    ])
  func words(value: Int64, spelt: String) {
    #expect(numberInWords(value) == spelt)
  }

  @Test(
    "period codes are named",
    arguments: [
      ("2021", "năm 2021"), ("2018-2020", "giai đoạn 2018–2020"), ("2021-H1", "6 tháng đầu năm 2021"),
      ("2021-9M", "9 tháng năm 2021"), ("2021-Q3", "quý III năm 2021"), ("2021-X", "2021-X"),
    ])
  func periods(code: String, named: String) {
    #expect(periodWording(code) == named)
  }
}
