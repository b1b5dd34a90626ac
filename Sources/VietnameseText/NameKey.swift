/// Gives the key by which names of units, models and people are compared (khóa so khớp tên).
///
/// Normal form, case, punctuation, spaces, apostrophes, tone-mark style and known abbreviations do not count;
/// diacritics do (Ma, Mã, Mạ differ) and so do i and y. `registry.name_key` gives the same key in SQL.
/// - Parameters:
///   - name: Any text; linear in its length.
///   - dictionary: What the abbreviations stand for.
/// - Returns: Words separated by single spaces; empty if the name has no letter or digit.
public func nameKey(_ name: String, dictionary: AbbreviationDictionary) -> String {
  let words = NameWords(name)
  var key: [UInt32] = []
  key.reserveCapacity(words.scalars.count * 2)
  var word = 0
  while word < words.ends.count {
    let (long, used) = writtenOut(words, word, dictionary)
    let start = key.count
    if start > 0 { key.append(0x20) }
    if let long {
      for scalar in long.unicodeScalars {
        if scalar == " " { unifyToneStyle(&key, wordEndingAt: key.count) }
        key.append(scalar.value)
      }
    } else {
      for value in words.scalars[words.range(word)] where value != 0x2E { key.append(value) }
    }
    if key.count <= start + 1, start > 0 {
      key.removeLast(key.count - start)  // a lone full stop
    } else {
      unifyToneStyle(&key, wordEndingAt: key.count)
    }
    word += used
  }
  return text(of: key)
}

/// What a word stands for, if it is an abbreviation, and how many words that takes.
private func writtenOut(_ words: NameWords, _ word: Int, _ dictionary: AbbreviationDictionary) -> (String?, Int) {
  guard words.range(word).count <= dictionary.longestWord else { return (nil, 1) }
  switch dictionary[words.text(word)] {
  case .word(let long): return (long, 1)
  case .prefix(let long): return (word + 1 < words.ends.count ? long : nil, 1)
  case .pair(let seconds):
    guard word + 1 < words.ends.count else { return (nil, 1) }
    var second = words.text(word + 1)
    while second.hasSuffix(".") { second.removeLast() }
    return seconds[second].map { ($0, 2) } ?? (nil, 1)
  case nil: return (nil, 1)
  }
}

/// Puts scalars into a text; all of them come from a text.
private func text(of scalars: [UInt32]) -> String {
  var view = String.UnicodeScalarView()
  view.reserveCapacity(scalars.count * 2)
  for value in scalars {
    if let scalar = Unicode.Scalar(value) { view.append(scalar) }
  }
  return String(view)
}
