/// Spells a count below one million in Vietnamese: 15 → “mười lăm”, 105 → “một trăm linh năm”.
///
/// - Returns: nil for a negative number or one of a million and more; documents then carry figures only.
public func numberInWords(_ value: Int64) -> String? {
  guard (0..<1_000_000).contains(value) else { return nil }
  guard value > 0 else { return "không" }
  let thousands = value / 1000
  let rest = value % 1000
  var words: [String] = []
  if thousands > 0 { words += hundredsInWords(thousands, afterHigher: false) + ["nghìn"] }
  if rest > 0 { words += hundredsInWords(rest, afterHigher: thousands > 0) }
  return words.joined(separator: " ")
}

private let unitsInWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

/// Spells 1...999; after a higher group the hundreds are always said (“một nghìn không trăm linh hai”).
private func hundredsInWords(_ value: Int64, afterHigher: Bool) -> [String] {
  let hundreds = Int(value / 100)
  let tens = Int(value / 10 % 10)
  let units = Int(value % 10)
  let saysHundreds = hundreds > 0 || afterHigher
  var words = saysHundreds ? [unitsInWords[hundreds], "trăm"] : []
  switch (tens, units) {
  case (0, 0): break
  case (0, _): words += saysHundreds ? ["linh", unitsInWords[units]] : [unitsInWords[units]]
  case (1, 0): words += ["mười"]
  case (1, 5): words += ["mười", "lăm"]
  case (1, _): words += ["mười", unitsInWords[units]]
  case (_, 0): words += [unitsInWords[tens], "mươi"]
  case (_, 1): words += [unitsInWords[tens], "mươi", "mốt"]
  case (_, 5): words += [unitsInWords[tens], "mươi", "lăm"]
  default: words += [unitsInWords[tens], "mươi", unitsInWords[units]]
  }
  return words
}
