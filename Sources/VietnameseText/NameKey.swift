/// Gives the key by which names of units, models and people are compared (khóa so khớp tên).
///
/// Normal form, case, punctuation, spaces, apostrophes, tone-mark style and known abbreviations do not count;
/// diacritics do (Ma, Mã, Mạ differ) and so do i and y. `registry.name_key` gives the same key in SQL.
/// - Parameters:
///   - name: Any text; linear in its length.
///   - dictionary: What the abbreviations stand for.
/// - Returns: Words separated by single spaces; empty if the name has no letter or digit.
public func nameKey(_ name: String, dictionary: AbbreviationDictionary) -> String {
  string(of: nameKeyScalars(name, dictionary: dictionary)[...])
}

/// The key of a name as scalars.
func nameKeyScalars(_ name: String, dictionary: AbbreviationDictionary) -> [UInt32] {
  let words = NameWords(name)
  var key: [UInt32] = []
  key.reserveCapacity(words.scalars.count * 2 + 16)
  var word = 0
  while word < words.ends.count {
    var used = 1
    if let long = writtenOut(words, word, dictionary, &used) {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: long)
    } else {
      let body = words.body(word)
      if !body.isEmpty {  // a lone full stop
        if !key.isEmpty { key.append(0x20) }
        for at in body { key.append(words.scalars[at]) }
        unifyToneStyle(&key, wordEndingAt: key.count)
      }
    }
    word += used
  }
  return key
}

/// What a word stands for, if it is an abbreviation, and how many words that takes.
private func writtenOut(
  _ words: NameWords, _ word: Int, _ dictionary: AbbreviationDictionary, _ used: inout Int
) -> [UInt32]? {
  guard let entry = dictionary.entry(words.scalars, words.range(word), hash: words.hashes[word]) else { return nil }
  switch entry {
  case .word(let long): return long
  case .prefix(let long): return word + 1 < words.ends.count && !isBeforeCommittee(words, word) ? long : nil
  case .pair(let seconds):
    guard word + 1 < words.ends.count else { return nil }
    let second = words.scalars[words.body(word + 1)]
    guard let long = seconds.first(where: { second.elementsEqual($0.word) })?.long else { return nil }
    used = 2
    return long
  }
}

/// Tells whether a committee stands behind the word: in “TT Huyện ủy” no place is named.
private func isBeforeCommittee(_ words: NameWords, _ word: Int) -> Bool {
  guard word + 2 < words.ends.count else { return false }
  let last = words.scalars[words.body(word + 2)]
  return last.elementsEqual([0x1EE7, 0x79]) || last.elementsEqual([0x75, 0x1EF7])  // ủy, uỷ
}
