import VietnameseText

/// VB-001 to 011 and DK-015: every text is Unicode, harmless, complete and written well; normal form and spaces are
/// tidied, the rest is told.
struct TextRules: Rule {
  static let codes: [RuleCode] = [
    .vb001, .vb002, .vb003, .vb004, .vb005, .vb006, .vb007, .vb008, .vb009, .vb010, .vb011, .dk015,
  ]

  static func examine(_ examination: inout Examination) {
    var walk = TextRules(examination: examination)
    let tidied = walk.tidied(examination.content)
    examination = walk.examination
    if let tidied { examination.repair(tidied) }
  }

  private enum Step {
    case name(String)
    case index(Int)
  }

  private var examination: Examination
  private var steps: [Step] = []

  private init(examination: Examination) { self.examination = examination }

  /// The value with its texts tidied; nil if nothing changed.
  ///
  /// Recursion is bounded by `JSON.depthLimit`.
  private mutating func tidied(_ value: JSON) -> JSON? {
    switch value {
    case .string(let text): return tidied(text).map(JSON.string)
    case .array(var elements):
      var changed = false
      for index in elements.indices {
        steps.append(.index(index))
        if let element = tidied(elements[index]) {
          elements[index] = element
          changed = true
        }
        steps.removeLast()
      }
      return changed ? .array(elements) : nil
    case .object(var members):
      var changed = false
      for index in members.indices {
        steps.append(.name(members[index].name))
        if let value = tidied(members[index].value) {
          members[index].value = value
          changed = true
        }
        steps.removeLast()
      }
      return changed ? .object(members) : nil
    case .tooDeep:
      let place = pointer
      examination.report(.dk001, at: place, .text("item", "nội dung đúng mẫu (lồng quá \(JSON.depthLimit - 2) cấp)"))
      return nil
    case .null, .bool, .number: return nil
    }
  }

  private mutating func tidied(_ text: String) -> String? {
    let survey = TextSurvey(text)
    if survey.isEmpty {
      readLanguage(text)
      return nil
    }
    let place = pointer
    let field = FindingValue.text("field", label)
    if survey.contains(.replacement) { examination.report(.vb011, at: place, field) }
    let legacy = survey.contains(.mayBeLegacy) ? LegacyText(scalarValues(of: text)) : nil
    for finding in legacy?.findings ?? [] { examination.report(finding, at: place) }
    if survey.contains(.control), legacy?.hasControl ?? true {
      reportUnsafe("control")
    } else if survey.contains(.mayHoldMarkup), hasMarkup(text) {
      reportUnsafe("html")
    } else if survey.contains(.mayBeFormula), isFormula(text) {
      reportUnsafe("formula")
    }
    if let legacy {
      // Repairs would destroy what a conversion needs.
      readLanguage(precomposed(string(of: legacy.readable[...])))
      return nil
    }
    var tidy: String?
    if survey.contains(.untidySpaces) {
      // The survey may be wrong about a blank behind a control character.
      let spaced = tidySpaces(text)
      if !spaced.unicodeScalars.elementsEqual(text.unicodeScalars) {
        examination.report(.vb003, at: place)
        tidy = spaced
      }
    }
    if survey.contains(.mayDecompose), !isPrecomposed(tidy ?? text) {
      examination.report(.vb002, at: place)
      tidy = precomposed(tidy ?? text)
    }
    readLanguage(tidy ?? text)
    return tidy
  }

  /// How the text is written; a text of a few letters says too little.
  private mutating func readLanguage(_ text: String) {
    guard text.utf8.count >= 4 else { return }
    let findings = languageFindings(
      in: scalarValues(of: text), boilerplate: examination.catalogue.boilerplate, field: label,
      isNameOfSubject: isNameOfSubject)
    if findings.isEmpty { return }
    let place = pointer
    for finding in findings { examination.report(finding, at: place) }
  }

  private var isNameOfSubject: Bool {
    guard steps.count == 3, case .name("subjects") = steps[0], case .name("name") = steps[2] else { return false }
    return true
  }

  private mutating func reportUnsafe(_ problem: String) {
    let place = pointer
    examination.report(.vb008, at: place, .text("field", label), .text("problem", problem))
  }

  private var pointer: String {
    steps.reduce(into: "") { pointer, step in
      pointer += "/"
      switch step {
      case .index(let index): pointer += String(index)
      case .name(let name):
        for character in name.unicodeScalars {
          switch character {
          case "~": pointer += "~0"
          case "/": pointer += "~1"
          default: pointer.unicodeScalars.append(character)
          }
        }
      }
    }
  }

  private var label: String {
    fieldLabel(steps.compactMap { if case .name(let name) = $0 { name } else { nil } })
  }
}
