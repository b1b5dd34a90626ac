/// What one look over a text finds, so that dearer checks run only where they can find something.
public struct TextSurvey: OptionSet, Sendable {
  /// The set as bits.
  public let rawValue: UInt16

  /// Makes a set from bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A character stands in it that may compose or decompose; `isPrecomposed` decides.
  public static let mayDecompose = TextSurvey(rawValue: 1)
  /// `tidySpaces` would change it.
  public static let untidySpaces = TextSurvey(rawValue: 2)
  /// A control character or a direction override stands in it.
  public static let control = TextSurvey(rawValue: 4)
  /// U+FFFD stands in it: something was lost.
  public static let replacement = TextSurvey(rawValue: 8)
  /// A `<` or `&` stands in it; `hasMarkup` decides.
  public static let mayHoldMarkup = TextSurvey(rawValue: 16)
  /// It starts with one of `= + - @`; `isFormula` decides.
  public static let mayBeFormula = TextSurvey(rawValue: 32)
  /// It holds Latin-1 characters that misread text is full of; `legacyEncoding` decides.
  public static let mayBeLegacy = TextSurvey(rawValue: 64)

  /// Looks over a text once; linear.
  public init(_ text: String) {
    var found: TextSurvey = []
    var previous: UInt32 = 0  // nothing yet
    var first = true
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if first, value != 0x20 {
        if value == 0x3D || value == 0x2B || value == 0x2D || value == 0x40 { found.insert(.mayBeFormula) }
        first = false
      }
      if value < 0x80 {
        if value <= 0x20 {
          if value == 0x20 {
            if previous == 0x20 || previous == 0x0A || previous == 0 { found.insert(.untidySpaces) }
          } else if value == 0x0A {
            if previous == 0x20 || previous == 0 { found.insert(.untidySpaces) }
          } else if value <= 0x0D && value >= 0x09 {
            found.insert(.untidySpaces)
          } else {
            found.insert(.control)
          }
        } else if value == 0x3C || value == 0x26 {
          found.insert(.mayHoldMarkup)
        } else if value == 0x7F {
          found.insert(.control)
        }
      } else if value < 0x300 {
        if value < 0x100 {
          if latinOneIsSuspicious[Int(value - 0x80)] { found.insert(.mayBeLegacy) }
          if value <= 0xA0 || value == 0xAD {
            found.formUnion(value < 0xA0 && value != 0x85 ? .control : .untidySpaces)
          }
        }
      } else if value < 0x1EA0 || value > 0x1EF9 {
        found.formUnion(Self.rare(value))
      }
      previous = value
    }
    if previous == 0x20 || previous == 0x0A { found.insert(.untidySpaces) }
    self = found
  }

  /// What a character outside Vietnamese text brings.
  private static func rare(_ value: UInt32) -> TextSurvey {
    var found: TextSurvey = value >= 0x1E00 && value < 0x1F00 || value >= 0x2002 && value < 0x2100 ? [] : .mayDecompose
    switch CharacterKind(value) {
    case .space, .invisible: found.insert(.untidySpaces)
    case .control: found.insert(.control)
    default: break
    }
    if value == 0xFFFD { found.insert(.replacement) }
    return found
  }
}

/// Latin-1 characters, from U+0080, that correct Vietnamese text does without; text in an old encoding is full of them.
private let latinOneIsSuspicious: [Bool] = {
  var table = Array(repeating: true, count: 128)
  for scalar in "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý«»°·\u{A0}\u{AD}".unicodeScalars {
    table[Int(scalar.value - 0x80)] = false
  }
  return table
}()
