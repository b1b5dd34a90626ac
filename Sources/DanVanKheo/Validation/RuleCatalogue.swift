public import VietnameseText

/// One version of the rule book: which rules count, how severe they are and what they say (danh mục quy tắc).
///
/// Rows without an implementation are ignored, rules without a row find nothing: the catalogue of an older rule set
/// keeps its verdicts.
public struct RuleCatalogue: Sendable {
  /// A row of the catalogue.
  struct Row: Sendable {
    var severity: Severity
    var message: MessageTemplate
    var validFrom: CalendarDay?
    var validUntil: CalendarDay?
  }

  /// The version, 1 and up.
  public let version: Int
  /// What abbreviations in names stand for.
  public let abbreviations: AbbreviationDictionary
  private var rows: [RuleCode: Row] = [:]
  /// Codes of rows that this program has no rule for.
  public private(set) var unknownCodes: [String] = []

  /// Reads a catalogue.
  ///
  /// - Parameter text: JSON as `registry.rule_set` gives it.
  /// - Throws: `FactsError` if a field is missing or a severity unknown.
  public init(json text: String) throws(FactsError) {
    let json: JSON
    do { json = try JSON(parsing: text) } catch { throw .syntax(offset: error.offset) }
    version = try json.required("version", \.int)
    abbreviations = AbbreviationDictionary(
      (json["abbreviations"]?.elements ?? []).compactMap { item in
        guard let short = item["short"]?.text, let long = item["long"]?.text else { return nil }
        return AbbreviationDictionary.Row(short: short, long: long, isPrefix: item["kind"]?.text == "prefix")
      })
    for item in try json.required("rules", \.elements) {
      let name = try item.required("code", \.text)
      guard let code = RuleCode(rawValue: name) else {
        unknownCodes.append(name)
        continue
      }
      rows[code] = Row(
        severity: try item.required("severity") { $0.text.flatMap(Severity.init) },
        message: MessageTemplate(try item.required("message", \.text)),
        validFrom: item["valid_from"]?.text.flatMap { CalendarDay(iso: $0) },
        validUntil: item["valid_until"]?.text.flatMap { CalendarDay(iso: $0) })
    }
  }

  /// The codes that have a row.
  public var codes: Set<RuleCode> { Set(rows.keys) }

  /// The row of a rule as a campaign weighs it, if the rule counts on a day.
  ///
  /// A campaign may take an error for a warning and a warning for an error; what was tidied stays a hint.
  func row(_ code: RuleCode, on day: CalendarDay, _ campaign: CampaignFacts) -> Row? {
    guard var row = rows[code], row.validFrom.map({ $0 <= day }) ?? true, row.validUntil.map({ day <= $0 }) ?? true
    else { return nil }
    if row.severity != .hint, let severity = campaign.severities[code] { row.severity = severity }
    return row
  }
}
