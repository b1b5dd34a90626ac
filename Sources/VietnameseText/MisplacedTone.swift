/// A word whose tone mark stands on the wrong letter (dấu thanh đặt sai vị trí).
public struct MisplacedTone: Sendable, Hashable {
  /// The word: offsets of scalars, half-open.
  public let range: Range<Int>
  /// How it is written right: `tiến` for `tíên`.
  public let expected: String
}

/// Finds words whose tone mark stands on the wrong letter: `tíên`, `chúyên`, `tứơng`, `hòan`, `qúa`.
///
/// Linear. Both styles of open oa, oe, uy are right; what is no Vietnamese syllable (names of other peoples, foreign
/// words) is left alone, and i and y are never exchanged.
/// - Parameters:
///   - scalars: Precomposed scalars of the text.
///   - words: Its words, as `wordRanges` gives them.
/// - Returns: The words in order.
public func misplacedTones(in scalars: [UInt32], words: [Range<Int>]) -> [MisplacedTone] {
  words.compactMap { word in
    guard mayMisplaceTone(scalars, word), let syllable = Syllable(scalars, word), !syllable.isWellWritten
    else { return nil }
    return MisplacedTone(range: word, expected: string(of: syllable.repaired[...]))
  }
}

/// Cheap and necessary: a vowel with a tone beside another vowel.
private func mayMisplaceTone(_ scalars: [UInt32], _ word: Range<Int>) -> Bool {
  guard (2...Syllable.longest).contains(word.count) else { return false }
  var previousIsVowel = false
  var previousHasTone = false
  for at in word {
    let value = scalars[at]
    if value > 0x24F && value < 0x1EA0 { return false }
    guard let letter = VietnameseLetter(value) else { return false }
    if letter.isVowel {
      if previousIsVowel && (letter.tone > 0 || previousHasTone) { return true }
      previousIsVowel = true
      previousHasTone = letter.tone > 0
    } else {
      previousIsVowel = false
    }
  }
  return false
}
