import VietnameseText

/// A text as the rules of figures look at it: its sentences and the words between its quantities.
struct FigureSurvey {
  /// The scalars of the text as given.
  let scalars: [UInt32]
  private let isComposed: Bool
  /// Where each sentence ends; a line end ends one too.
  private(set) var sentenceEnds: [Int] = []
  /// For each quantity its sentence.
  private var sentences: [Int: Int] = [:]
  /// The quantities that stand in brackets, by where they begin.
  private var bracketed: Set<Int> = []
  /// Where the text speaks of a plan, in order; looked for only where a fraction is more than one.
  private var plans: [Range<Int>] = []

  init(_ text: String, _ quantities: [Quantity]) {
    let scalars = scalarValues(of: text)
    self.scalars = scalars
    isComposed = !scalars.contains { (0x300...0x36F).contains($0) }
    cut()
    if quantities.contains(where: Self.isMoreThanWhole) { findPlans() }
    var sentence = 0
    var at = 0
    var depth = 0
    for quantity in quantities {
      let start = quantity.range.lowerBound
      while sentence < sentenceEnds.count - 1, sentenceEnds[sentence] <= start {
        sentence += 1
        depth = 0
        at = sentenceEnds[sentence - 1]
      }
      while at < start {
        if scalars[at] == 0x28 { depth += 1 } else if scalars[at] == 0x29 { depth = max(0, depth - 1) }
        at += 1
      }
      sentences[start] = sentence
      if depth > 0 { bracketed.insert(start) }
    }
  }

  func sentenceIndex(_ quantity: Quantity) -> Int { sentences[quantity.range.lowerBound] ?? 0 }

  func isBracketed(_ quantity: Quantity) -> Bool { bracketed.contains(quantity.range.lowerBound) }

  func range(ofSentence index: Int) -> Range<Int> {
    (index == 0 ? 0 : sentenceEnds[index - 1])..<sentenceEnds[index]
  }

  /// True if the sentence, 300 characters to each side, speaks of a plan that may be outdone.
  func mentionsPlan(_ quantity: Quantity) -> Bool {
    let sentence = range(ofSentence: sentenceIndex(quantity))
    let part =
      max(
        sentence.lowerBound, quantity.range.lowerBound - 300)..<max(
        quantity.range.upperBound, min(sentence.upperBound, quantity.range.upperBound + 300))
    var (next, end) = (0, plans.count)
    while next < end {
      let middle = (next + end) / 2
      if plans[middle].lowerBound < part.lowerBound { next = middle + 1 } else { end = middle }
    }
    return next < plans.count && plans[next].upperBound <= part.upperBound
  }

  private static func isMoreThanWhole(_ quantity: Quantity) -> Bool {
    if case .fraction(let x?, let y?, _, _) = quantity.content { y.isLess(than: x) } else { false }
  }

  private static let planInitials = scalarValues(of: "kchtvdgyKCHTVDGY")

  /// Finds the words of `FigureWords.plan`, alone or in pairs, with one look over the text.
  private mutating func findPlans() {
    var last: (text: String, start: Int)?
    var start = -1
    for at in 0...scalars.count {
      if at < scalars.count, Self.isLetter(scalars[at]) {
        if start < 0 { start = at }
        continue
      }
      guard start >= 0 else { continue }
      // No word of a plan is longer, marks of its own included, or begins otherwise; the rest needs no text.
      let mayBePlan = at - start <= 8 && Self.planInitials.contains(scalars[start])
      let word = mayBePlan ? words(in: start..<at).first : nil
      if let word, FigureWords.plan.contains(word) {
        plans.append(start..<at)
      } else if let word, let last, FigureWords.plan.contains("\(last.text) \(word)") {
        plans.append(last.start..<at)
      }
      last = word.map { ($0, start) }
      start = -1
    }
  }

  /// The words in front of a place, the nearest last.
  func words(before offset: Int, limit: Int) -> [String] {
    words(in: max(0, offset - 12 * limit)..<offset).suffix(limit)
  }

  /// The words of a part, in lower case and composed.
  func words(in range: Range<Int>) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for value in scalars[range] {
      if Self.isLetter(value), let scalar = Unicode.Scalar(value) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(lowercased(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(lowercased(word)) }
    return words
  }

  private func lowercased(_ word: String.UnicodeScalarView) -> String {
    (isComposed ? String(word) : precomposed(String(word))).lowercased()
  }

  static func isLetter(_ value: UInt32) -> Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
      || value >= 0xC0 && !(0x2000...0x206F).contains(value)
  }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars[range] { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
    return String(view)
  }

  func has(_ mark: UInt32, in range: Range<Int>) -> Bool { scalars[range].contains(mark) }

  /// The place without the words in front of its number.
  func fromFirstDigit(_ range: Range<Int>) -> Range<Int> {
    let first = scalars[range].firstIndex { (0x30...0x39).contains($0) } ?? range.lowerBound
    return first..<range.upperBound
  }

  func hasBlankBetweenDigits(_ range: Range<Int>) -> Bool {
    var last: UInt32 = 0
    var blank = false
    for value in scalars[range] {
      if value == 0x20 || value == 0xA0 {
        blank = true
        continue
      }
      let isDigit = (0x30...0x39).contains(value)
      if isDigit, blank, (0x30...0x39).contains(last) { return true }
      last = value
      blank = false
    }
    return false
  }

  func hasMarkBetweenDigits(_ range: Range<Int>) -> Bool {
    let part = scalars[range]
    return part.indices.dropFirst().dropLast().contains {
      (part[$0] == 0x2E || part[$0] == 0x2C) && (0x30...0x39).contains(part[$0 - 1])
        && (0x30...0x39).contains(part[$0 + 1])
    }
  }

  /// A full stop ends a sentence where a blank and a capital or a quotation follow; not behind TP., TX., Đ/c.
  private mutating func cut() {
    for at in scalars.indices {
      let value = scalars[at]
      if value == 0x0A {
        sentenceEnds.append(at + 1)
      } else if value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026 {
        guard at + 1 < scalars.count else { continue }
        var next = at + 1
        while next < scalars.count, next < at + 4, scalars[next] == 0x20 || scalars[next] == 0xA0 { next += 1 }
        guard next > at + 1 || scalars[next] >= 0xC0, next < scalars.count, isCapital(scalars[next]) else { continue }
        if at >= 2, isCapital(scalars[at - 1]) || isCapital(scalars[at - 2]) && at < 3 { continue }
        sentenceEnds.append(next)
      }
    }
    if sentenceEnds.last != scalars.count { sentenceEnds.append(scalars.count) }
  }

  private func isCapital(_ value: UInt32) -> Bool {
    if value < 0x80 { return (0x41...0x5A).contains(value) }
    return Unicode.Scalar(value).map { $0.properties.isUppercase } ?? false
  }
}
