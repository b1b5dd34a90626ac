import Testing
import VietnameseText

@Suite struct QuantitiesTests {
  @Test("whole numbers are read with their noun", arguments: QuantityTable.counts)
  func counts(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("measures are read with their unit", arguments: QuantityTable.measures)
  func measures(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("percentages and fractions are told from counts with a slash", arguments: QuantityTable.shares)
  func shares(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("ranges are read with any dash, broken ones are marked", arguments: QuantityTable.ranges)
  func ranges(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("money is read in whole units", arguments: QuantityTable.amounts)
  func amounts(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("dates keep their precision, and those that do not exist are marked", arguments: QuantityTable.dates)
  func dates(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("periods are read, open or closed", arguments: QuantityTable.periods)
  func periods(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("deadlines say whether their day is included", arguments: QuantityTable.deadlines)
  func deadlines(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("numbers in names, slogans, symbols and telephone numbers are no quantities", arguments: QuantityTable.none)
  func none(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("whole phrases of reports are read", arguments: QuantityTable.reports)
  func reports(text: String, expected: [String]) { #expect(notations(text) == expected) }

  @Test("offsets count scalars of the text as given, composed or not, with invisible characters in it")
  func offsets() throws {
    for text in ["gần 300 hộ", "gâ\u{300}n 300 hô\u{323}", "\u{FEFF}gần\u{A0}300\u{200B} hộ"] {
      let quantity = try #require(quantities(in: "Có \(text), 5 xã").first)
      let scalars = Array("Có \(text), 5 xã".unicodeScalars)
      #expect(String(String.UnicodeScalarView(scalars[quantity.range])) == quantity.raw)
      #expect(quantity.notation.hasPrefix("count <~ 300"))
    }
  }

  @Test(
    "any text is read to its end, in order and without overlap",
    arguments: [
      "123 ", "1/", "1-", "1.", "số ", "5 số ", "0912 ", "từ 5 đến ", "ngày 1/1/", "12-KL/", "1 triệu ", "%", "5%",
      "12:", "tháng một ", "\u{301}", "5\u{301}", "\u{202E}1", "(1", "“3 ", "9", "=1+1", "999.999.999.", "5 xã, ",
      "năm 2020-",
    ])
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 3000)
    var end = 0
    for quantity in quantities(in: text) {
      #expect(quantity.range.lowerBound >= end && !quantity.range.isEmpty)
      end = quantity.range.upperBound
    }
    #expect(end <= text.unicodeScalars.count)
  }

  @Test("precision and recall over the whole table are at least 0.97")
  func scores() {
    let (precision, recall) = QuantityTable.scores(QuantityTable.all)
    #expect(precision >= 0.97 && recall >= 0.97, "precision \(precision), recall \(recall)")
  }

  private func notations(_ text: String) -> [String] { quantities(in: text).map(\.notation) }
}

extension QuantityTable {
  /// The share of what was found that is right, and the share of what is there that was found.
  static func scores(_ rows: [(String, [String])]) -> (precision: Double, recall: Double) {
    var found = 0
    var there = 0
    var right = 0
    for (text, expected) in rows {
      var open = expected
      for quantity in quantities(in: text) {
        found += 1
        if let at = open.firstIndex(of: quantity.notation) {
          right += 1
          open.remove(at: at)
        }
      }
      there += expected.count
    }
    return (found == 0 ? 0 : Double(right) / Double(found), there == 0 ? 0 : Double(right) / Double(there))
  }
}
