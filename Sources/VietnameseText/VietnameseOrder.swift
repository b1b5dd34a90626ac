/// Where a text stands in Vietnamese alphabetical order (thứ tự bảng chữ cái).
///
/// The order of CLDR's `vi` with numbers by value, as of the collation `registry.vietnamese`: a ă â b c d đ e ê …; tones
/// ngang huyền hỏi ngã sắc nặng decide between equal letters, then small before capital; `Tổ 2` before `Tổ 10`.
/// Letters of other scripts follow z by their code points.
public struct VietnameseOrder: Sendable, Hashable, Comparable {
  private var key: [UInt8] = []

  /// Makes the key of a text; linear.
  public init(_ text: String) {
    var tones: [UInt8] = []
    var cases: [UInt8] = []
    key.reserveCapacity(text.utf8.count * 4)
    let scalars = scalarValues(of: precomposed(text))
    var at = 0
    while at < scalars.count {
      let value = scalars[at]
      at += 1
      if isDigit(value) {
        var end = at
        while end < scalars.count, isDigit(scalars[end]) { end += 1 }
        appendNumber(scalars[(at - 1)..<end])
        tones.append(0)
        cases.append(0)
        at = end
      } else if value < 0x20 && !(0x09...0x0D).contains(value) || value == 0x7F || value == 0xAD {
        continue  // no weight at all
      } else {
        appendLetter(value, &tones, &cases)
      }
    }
    key.append(Self.levelEnd)
    key.append(contentsOf: tones)
    key.append(Self.levelEnd)
    key.append(contentsOf: cases)
    key.append(Self.levelEnd)
    key.append(contentsOf: text.utf8)
  }

  /// Earlier in the alphabet comes first.
  public static func < (left: VietnameseOrder, right: VietnameseOrder) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }

  /// Below every weight.
  private static let levelEnd: UInt8 = 0
  private static let otherSign: UInt8 = 0x70
  private static let number: UInt8 = 0x71
  private static let otherLetter: UInt8 = 0xFF

  /// The value of a number: how many digits it has, then these.
  private mutating func appendNumber(_ digits: ArraySlice<UInt32>) {
    let digits = digits.drop { $0 == 0x30 }
    key.append(Self.number)
    for shift in [24, 16, 8, 0] { key.append(UInt8(truncatingIfNeeded: digits.count >> shift)) }
    for digit in digits { key.append(UInt8(truncatingIfNeeded: digit)) }
  }

  private mutating func appendLetter(_ value: UInt32, _ tones: inout [UInt8], _ cases: inout [UInt8]) {
    if let letter = VietnameseLetter(value), let weight = primaryWeights[UInt32(letter.base)] {
      key.append(weight)
      tones.append(UInt8(letter.tone + 1))
      cases.append(letter.isUpper ? 2 : 1)
    } else if value == 0xA0 || value == 0x202F {
      // A blank, and the difference between blanks is the least.
      key.append(primaryWeights[0x20] ?? 1)
      tones.append(1)
      cases.append(2)
    } else {
      if let weight = primaryWeights[value] {
        key.append(weight)
      } else {
        key.append(isLetter(value) ? Self.otherLetter : Self.otherSign)
        for shift: UInt32 in [16, 8, 0] { key.append(UInt8(truncatingIfNeeded: value >> shift)) }
      }
      tones.append(1)
      cases.append(1)
    }
  }
}

/// Where a person's name stands in a Vietnamese list: by tên, then họ, then đệm (thứ tự theo tên).
///
/// `Nguyễn Văn An`, `Trần Thị An`, `Lê Văn Bình`. The same order as `registry.person_name_parts` under the collation
/// `registry.vietnamese`.
public struct PersonNameOrder: Sendable, Hashable, Comparable {
  private let parts: [VietnameseOrder]

  /// Makes the key of a name; linear.
  public init(_ name: String) {
    let words = precomposed(name).unicodeScalars.split { CharacterKind($0.value) == .space }.map { String($0) }
    let middle = words.count > 2 ? words[1..<words.count - 1].joined(separator: " ") : ""
    parts = [words.last ?? "", words.count > 1 ? words[0] : "", middle].map(VietnameseOrder.init)
  }

  /// Earlier in the list comes first.
  public static func < (left: PersonNameOrder, right: PersonNameOrder) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}

/// Weights of what Vietnamese text is written with, in CLDR's order: blanks, signs, numbers, letters.
private let primaryWeights: [UInt32: UInt8] = {
  var weights: [UInt32: UInt8] = [:]
  let signs = "\t\n\u{B}\u{C}\r _-‐–—,;:!?.…·'‘’\"“”()[]{}@*/\\&#%•`^+<=>|~−$"
  for (weight, sign) in signs.unicodeScalars.enumerated() { weights[sign.value] = UInt8(weight + 1) }
  for (weight, letter) in "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars.enumerated() {
    weights[letter.value] = UInt8(weight + 0x80)
  }
  return weights
}()

private func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }
