import VietnameseText

/// BC-010: of registered models at most all are recognised, and of these at most all exemplary where a campaign counts so.
///
/// An indicator says what it counts by its measure (M01, M08, M09), else by its name: “Mô hình được công nhận”.
struct RelationRule: Rule {
  static let codes: [RuleCode] = [.bc010]

  private enum Group {
    case registered
    case recognised
    case exemplary
  }

  private struct Entry {
    var index: Int
    var name: String
    var value: DecimalNumber
    /// “Đăng ký mới”, “duy trì”: a part of the registered ones.
    var isPart: Bool
  }

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .report else { return }
    var groups: [Group: [Entry]] = [:]
    for (index, indicator) in examination.list("indicators").enumerated() {
      guard let group = group(of: indicator, &examination), let value = FigureReading(indicator["value"]).number else {
        continue
      }
      let name = indicator["name"]?.words ?? indicator["measure"]?.words ?? ""
      let key = examination.key(name)
      groups[group, default: []].append(
        Entry(index: index, name: name, value: value, isPart: parts.contains { key.contains($0) }))
    }
    compare(groups[.recognised], groups[.registered], &examination)
    if examination.facts.campaign.countsExemplaryAsRecognised {
      compare(groups[.exemplary], groups[.recognised], &examination)
    }
  }

  private static func group(of indicator: JSON, _ examination: inout Examination) -> Group? {
    switch indicator["measure"]?.text {
    case "M01"?, "M07"?: return .registered
    case "M08"?: return .recognised
    case "M09"?: return .exemplary
    case _?: return nil
    case nil: break
    }
    guard let name = indicator["name"]?.words else { return nil }
    let key = examination.key(name)
    if key.contains("điển hình") || key.contains("tiêu biểu") { return .exemplary }
    // Households, people and money are no models; what is only proposed is not recognised.
    guard key.contains("mô hình"), indicator["unit"]?.words.map({ examination.key($0) == "mô hình" }) ?? true,
      !key.contains("đề nghị"), !key.contains("chưa")
    else { return nil }
    let isRegistered = key.contains("đăng ký")
    let isRecognised = key.contains("công nhận")
    return isRegistered == isRecognised ? nil : isRegistered ? .registered : .recognised
  }

  private static let parts = ["đăng ký mới", "duy trì", "nhân rộng"]

  /// Each of the smaller is at most the largest of the larger; what names only a part of the larger tells nothing.
  private static func compare(_ smaller: [Entry]?, _ larger: [Entry]?, _ examination: inout Examination) {
    guard let smaller, let whole = larger?.filter({ !$0.isPart }).max(by: { isGreater($1.value, than: $0.value) })
    else { return }
    for part in smaller where isGreater(part.value, than: whole.value) {
      examination.report(
        .bc010, at: "/indicators/\(part.index)/value", .text("smaller", part.name), .number("x", part.value),
        .text("larger", whole.name), .number("y", whole.value))
    }
  }

  private static func isGreater(_ left: DecimalNumber, than right: DecimalNumber) -> Bool {
    left.adding(right.negated).map { $0.mantissa > 0 } ?? false
  }
}
