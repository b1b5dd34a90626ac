/// A text cut into words, numbers and marks; words and numbers part where letters meet digits.
struct TokenizedText {
  /// The text, composed.
  private(set) var scalars: [UInt32] = []
  private(set) var tokens: [TextToken] = []
  /// How many of the tokens are numbers.
  private(set) var numberCount = 0
  /// Where each composed scalar began in the text as given, and the text's end; empty if the text was composed.
  private var origins: [Int] = []
  /// The text as given; empty if it was composed.
  private var given: [UInt32] = []

  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count)
    var isPlain = true
    for scalar in text.unicodeScalars {
      let value = scalar.value
      scalars.append(value)
      if value >= 0x300, value < 0x1EA0 || value > 0x1EF9, isCombining(value) || CharacterKind(value) == .invisible {
        isPlain = false
      }
    }
    if !isPlain { compose(text) }
    cut()
  }

  /// The offset into the text as given.
  func origin(_ offset: Int) -> Int { origins.isEmpty ? offset : origins[offset] }

  /// A part of the text as it was given.
  func written(_ range: Range<Int>) -> String {
    string(of: given.isEmpty ? scalars[range] : given[origin(range.lowerBound)..<origin(range.upperBound)])
  }

  /// Composes letter by letter and drops invisible characters, keeping where each came from.
  private mutating func compose(_ text: String) {
    let source = scalars
    given = scalars
    scalars.removeAll(keepingCapacity: true)
    origins.reserveCapacity(source.count + 1)
    var known: [UInt64: [UInt32]] = [:]
    var at = 0
    while at < source.count {
      let start = at
      at += 1
      if CharacterKind(source[start]) == .invisible { continue }
      while at < source.count, isCombining(source[at]) { at += 1 }
      if at == start + 1 || at > start + 8 {
        // No letter has so many marks: they stay as they are.
        for offset in start..<at {
          scalars.append(source[offset])
          origins.append(offset)
        }
      } else {
        // A text knows few letters with marks of their own.
        var composed = at - start <= 3 ? known[source[start..<at].reduce(0) { $0 << 21 | UInt64($1) }] : nil
        if composed == nil {
          var cluster = String.UnicodeScalarView()
          for value in source[start..<at] { if let scalar = Unicode.Scalar(value) { cluster.append(scalar) } }
          composed = precomposed(String(cluster)).unicodeScalars.map(\.value)
          if at - start <= 3 { known[source[start..<at].reduce(0) { $0 << 21 | UInt64($1) }] = composed }
        }
        for (place, value) in (composed ?? []).enumerated() {
          scalars.append(value)
          origins.append(min(start + place, at - 1))
        }
      }
    }
    origins.append(source.count)
  }

  private mutating func cut() {
    let scalars = scalars
    tokens.reserveCapacity(scalars.count / 4 + 8)
    var at = 0
    var previousEnd = -1
    while at < scalars.count {
      let start = at
      let value = scalars[at]
      if isDigit(value) {
        var whole: Int? = Int(value - 0x30)
        at += 1
        while at < scalars.count {
          if isDigit(scalars[at]) {
            whole = at - start < TextToken.longestWhole ? whole.map { $0 * 10 + Int(scalars[at] - 0x30) } : nil
            at += 1
          } else if scalars[at] == 0x2E || scalars[at] == 0x2C, at + 1 < scalars.count, isDigit(scalars[at + 1]) {
            whole = nil
            at += 2
          } else {
            break
          }
        }
        numberCount += 1
        tokens.append(TextToken(number: whole, start: start, end: at, isGlued: start == previousEnd))
        previousEnd = at
      } else if isWordLetter(value) {
        var hash = hashStart
        var capitals = 0
        var isPlain = true
        while at < scalars.count, isWordLetter(scalars[at]) {
          let small = lowercased(scalars[at])
          if small != scalars[at] { capitals += 1 }
          if small >= 0x80 { isPlain = false }
          hash = hashed(hash, small)
          at += 1
        }
        tokens.append(
          TextToken(
            kind: .word, start: start, end: at, hash: hash, isGlued: start == previousEnd,
            isCapitalised: lowercased(value) != value, isAllCapitals: capitals == at - start, isPlain: isPlain))
        previousEnd = at
      } else {
        at += 1
        if value == 0x0A || value == 0x0D || value == 0x2028 || value == 0x2029 || value == 0x0B || value == 0x0C {
          tokens.append(TextToken(kind: .lineEnd, start: start, end: at, hash: 0, isGlued: false))
        } else if value != 0x20, value != 0x09, CharacterKind(value) != .space {
          let hash = UInt64(isDash(value) ? 0x2D : value)
          tokens.append(TextToken(kind: .mark, start: start, end: at, hash: hash, isGlued: start == previousEnd))
          previousEnd = at
        }
      }
    }
  }
}

@inline(__always)
func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

@inline(__always)
private func isWordLetter(_ value: UInt32) -> Bool {
  if value < 0x80 { return value >= 0x61 && value <= 0x7A || value >= 0x41 && value <= 0x5A }
  if value >= 0x1EA0 && value <= 0x1EF9 || value >= 0xD8 && value <= 0xF6 { return true }
  return CharacterKind(value) == .kept
}

/// Dashes of all lengths, and the minus sign.
private func isDash(_ value: UInt32) -> Bool { value == 0x2D || value >= 0x2010 && value <= 0x2015 || value == 0x2212 }

@inline(__always)
private func isCombining(_ value: UInt32) -> Bool { value >= 0x300 && value <= 0x36F }
