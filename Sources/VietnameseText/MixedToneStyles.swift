/// How the tone mark of a final open oa, oe, uy is placed (kiểu đặt dấu thanh).
public enum ToneStyle: Sendable, Hashable {
  /// On the last vowel: hoà, khoẻ, uỷ.
  case old
  /// On the first vowel: hòa, khỏe, ủy.
  case new
}

/// The first word of each style, in a text that has both.
public struct MixedToneStyles: Sendable, Hashable {
  /// The first word in the old style: `Hoà`.
  public let old: Range<Int>
  /// The first word in the new style: `Hòa`.
  public let new: Range<Int>
}

/// Finds whether a text places tone marks in both styles; each alone is right (hai kiểu đặt dấu thanh).
///
/// Linear. `quý`, `hoàn` and whatever else has one style only does not count.
/// - Parameters:
///   - scalars: Precomposed scalars of the text.
///   - words: Its words, as `wordRanges` gives them.
/// - Returns: Nil if the text has at most one style.
public func mixedToneStyles(in scalars: [UInt32], words: [Range<Int>]) -> MixedToneStyles? {
  var old: Range<Int>?
  var new: Range<Int>?
  for word in words where (2...5).contains(word.count) && endsOpen(scalars, word) {
    switch Syllable(scalars, word)?.style {
    case .old where old == nil: old = word
    case .new where new == nil: new = word
    default: continue
    }
    if let old, let new { return MixedToneStyles(old: old, new: new) }
  }
  return nil
}

/// Cheap and necessary: the last two letters are o with a or e, or u with y, one of them with a tone.
private func endsOpen(_ scalars: [UInt32], _ word: Range<Int>) -> Bool {
  guard let last = VietnameseLetter(scalars[word.upperBound - 1]), last.isVowel,
    let first = VietnameseLetter(scalars[word.upperBound - 2]), (first.tone > 0) != (last.tone > 0)
  else { return false }
  return first.base == 0x6F && (last.base == 0x61 || last.base == 0x65) || first.base == 0x75 && last.base == 0x79
}
