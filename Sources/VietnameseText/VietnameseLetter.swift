/// A letter of Vietnamese text taken apart: the letter without its tone, the tone, the case (chữ cái và dấu thanh).
struct VietnameseLetter {
  /// The tones in the order of CLDR's Vietnamese collation: ngang, huyền, hỏi, ngã, sắc, nặng.
  static let toneCount = 6

  private let code: UInt16

  /// Takes a precomposed scalar apart; nil for anything but a Latin letter that Vietnamese text may hold.
  init?(_ value: UInt32) {
    let index = value < 0x1B1 ? Int(value) : value >= 0x1EA0 && value <= 0x1EF9 ? Int(value) - 0x1EA0 + 0x1B1 : 0
    code = letterCodes[index]
    if code == 0 { return nil }
  }

  /// The letter in lower case without its tone: `ế` gives `ê`.
  var base: UInt16 { code & 0x1FF }
  /// 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
  var tone: Int { Int(code >> 9 & 7) }
  /// True for a capital.
  var isUpper: Bool { code & 0x1000 != 0 }
  /// True for a, ă, â, e, ê, i, o, ô, ơ, u, ư, y.
  var isVowel: Bool { code & 0x2000 != 0 }

  /// The scalar of a vowel with a tone, 0...5; a base that is no vowel stays as it is.
  static func scalar(_ base: UInt16, tone: Int, isUpper: Bool) -> UInt32 {
    let lower = vowels.first { $0[0] == UInt32(base) }?[tone] ?? UInt32(base)
    return isUpper ? upper(lower) : lower
  }

  /// The capital of a lower-case letter of Vietnamese.
  static func upper(_ lower: UInt32) -> UInt32 {
    switch lower {
    case 0x61...0x7A, 0xE0...0xFE: lower - 0x20
    case 0x103, 0x111, 0x129, 0x169, 0x1A1, 0x1B0, 0x1EA0...0x1EF9: lower - 1
    default: lower
    }
  }

  /// Every vowel with its tones in the order of `tone`, lower case.
  static let vowels: [[UInt32]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ].map { $0.unicodeScalars.map(\.value) }
}

/// Codes by scalar: bits 0–8 base, 9–11 tone, 12 capital, 13 vowel; first U+0000…U+01B0, then U+1EA0…U+1EF9.
private let letterCodes: [UInt16] = {
  var codes = [UInt16](repeating: 0, count: 0x1B1 + 0x5A)
  func set(_ value: UInt32, _ code: UInt16) { codes[Int(value < 0x1B1 ? value : value - 0x1EA0 + 0x1B1)] = code }
  for value in UInt32(0x61)...0x7A {
    set(value, UInt16(value))
    set(value - 0x20, UInt16(value) | 0x1000)
  }
  set(0x111, 0x111)
  set(0x110, 0x1111)
  for vowel in VietnameseLetter.vowels {
    for (tone, value) in vowel.enumerated() {
      let code = UInt16(vowel[0]) | UInt16(tone) << 9 | 0x2000
      set(value, code)
      set(VietnameseLetter.upper(value), code | 0x1000)
    }
  }
  return codes
}()
