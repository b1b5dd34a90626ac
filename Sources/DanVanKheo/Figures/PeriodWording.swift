/// Names a period code in the words of a report: `2018-2020` → “giai đoạn 2018–2020”.
///
/// Codes it does not know are given back as they are.
public func periodWording(_ code: String) -> String {
  let parts = code.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
  guard let year = parts.first, year.count == 4, Int(year) != nil, parts.count <= 2 else { return code }
  guard parts.count == 2 else { return "năm \(year)" }
  switch parts[1] {
  case "H1": return "6 tháng đầu năm \(year)"
  case "H2": return "6 tháng cuối năm \(year)"
  case "9M": return "9 tháng năm \(year)"
  case "Q1": return "quý I năm \(year)"
  case "Q2": return "quý II năm \(year)"
  case "Q3": return "quý III năm \(year)"
  case "Q4": return "quý IV năm \(year)"
  case let last where last.count == 4 && Int(last) != nil: return "giai đoạn \(year)–\(last)"
  default: return code
  }
}
