/// The letters of Vietnamese without their marks: ậ → a, đ → d.
///
/// `registry.plain_letters` folds the same letters in SQL.
enum PlainLetters {
  /// The marked letters in front of each plain one.
  private static let families: [(plain: Unicode.Scalar, marked: String)] = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
    ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
  ]

  private static let latin = table(0x00C0..<0x01B1)
  private static let vietnamese = table(0x1EA0..<0x1F00)

  private static func table(_ range: Range<UInt32>) -> [UInt32] {
    var table = Array(range)
    for family in families {
      for scalar in family.marked.unicodeScalars where range.contains(scalar.value) {
        table[Int(scalar.value - range.lowerBound)] = family.plain.value
      }
    }
    return table
  }

  static func plain(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x00C0..<0x01B1: latin[Int(value - 0x00C0)]
    case 0x1EA0..<0x1F00: vietnamese[Int(value - 0x1EA0)]
    default: value
    }
  }
}
