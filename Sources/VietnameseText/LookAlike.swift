/// Finds words in which a look-alike stands for đ or Đ: U+00D0, U+00F0, U+0189, U+0256 (ký tự giống chữ Đ).
///
/// Linear. In Vietnamese đ starts its syllable, so `Ðảng` counts, and capitals such as `HÐND` and `QÐ`; a foreign name
/// (`Sigurðsson`, `Guðrún`) does not.
/// - Parameters:
///   - scalars: Precomposed scalars of the text.
///   - words: Its words, as `wordRanges` gives them.
/// - Returns: The words, in order.
public func lookAlikeWords(in scalars: [UInt32], words: [Range<Int>]) -> [Range<Int>] {
  words.filter { word in
    guard scalars[word].contains(where: isLookAlike) else { return false }
    // Letters of the languages that have ð of their own.
    let isForeign = scalars[word].contains(where: isNordic)
    return !isForeign
      && (isLookAlike(scalars[word.lowerBound])
        || scalars[word].allSatisfy { $0 == 0xD0 || $0 == 0x189 || VietnameseLetter($0)?.isUpper == true })
  }
}

/// A letter that looks like đ or Đ and is another.
public func isLookAlike(_ value: UInt32) -> Bool {
  value == 0xD0 || value == 0xF0 || value == 0x189 || value == 0x256
}

/// Þ, Æ, Ö, Ø, Å, which stand beside ð where it is a letter of its own.
private func isNordic(_ value: UInt32) -> Bool {
  switch value {
  case 0xC5, 0xC6, 0xD6, 0xD8, 0xDE, 0xE5, 0xE6, 0xF6, 0xF8, 0xFE: true
  default: false
  }
}
