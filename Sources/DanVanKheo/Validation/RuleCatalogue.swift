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
  /// What portals leave in copied text.
  public let boilerplate: Boilerplate
  /// What names, addresses and bodies are told by.
  let words: RuleWords
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
    boilerplate = Boilerplate(
      (json["boilerplate"]?.elements ?? []).compactMap { item in
        guard let phrase = item["phrase"]?.text, let kind = item["kind"]?.text.flatMap(Boilerplate.Kind.init),
          let place = item["place"]?.text.flatMap(Boilerplate.Place.init)
        else { return nil }
        return Boilerplate.Row(phrase: phrase, kind: kind, place: place)
      })
    words = RuleWords(json: json["words"])
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

  /// Reads a catalogue from the reference files that a database is loaded from.
  ///
  /// - Parameters:
  ///   - version: The rule set.
  ///   - rules: The text of `rules.csv`.
  ///   - abbreviations: The text of `abbreviations.csv`.
  ///   - boilerplate: The text of `boilerplate.csv`.
  ///   - words: The text of `words.csv`.
  /// - Throws: `FactsError` if a severity is unknown, or no row is of that version.
  public init(
    version: Int, rules: String, abbreviations: String, boilerplate: String, words: String
  ) throws(FactsError) {
    self.version = version
    self.abbreviations = AbbreviationDictionary(csv: abbreviations)
    self.boilerplate = Boilerplate(csv: boilerplate)
    self.words = RuleWords(csv: words)
    for item in CSVTable(rules).rows where item["rule_set"] == String(version) {
      guard let code = item["code"].flatMap(RuleCode.init) else {
        unknownCodes.append(item["code"] ?? "")
        continue
      }
      guard let severity = item["severity"].flatMap(Severity.init) else { throw .field("severity") }
      rows[code] = Row(
        severity: severity, message: MessageTemplate(item["message"] ?? ""),
        validFrom: item["valid_from"].flatMap { CalendarDay(iso: $0) },
        validUntil: item["valid_until"].flatMap { CalendarDay(iso: $0) })
    }
    if rows.isEmpty { throw .field("rules") }
  }

  /// The codes that have a row.
  public var codes: Set<RuleCode> { Set(rows.keys) }

  /// The row of a rule as a campaign weighs it, if the rule counts on a day.
  ///
  /// A campaign may take an error for a warning and a warning for an error; what was tidied stays a hint.
  func row(_ code: RuleCode, on day: CalendarDay, _ campaign: CampaignFacts? = nil) -> Row? {
    guard var row = rows[code], row.validFrom.map({ $0 <= day }) ?? true, row.validUntil.map({ day <= $0 }) ?? true
    else { return nil }
    if row.severity != .hint, let severity = campaign?.severities[code] { row.severity = severity }
    return row
  }
}
