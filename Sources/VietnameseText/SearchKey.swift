@_spi(_Unicode) import Swift

/// Gives the key without diacritics by which candidates are searched: `Tỉnh uỷ Đắk Lắk` gives `tinh uy dak lak`.
///
/// Never for equality: Ma, Mã, Mạ and thủy, thúy fall together. `registry.search_key` gives the same key in SQL.
/// - Parameters:
///   - name: Any text; linear in its length.
///   - dictionary: What the abbreviations stand for.
/// - Returns: The comparison key with every combining mark removed and đ, ð, ɖ written d.
public func searchKey(_ name: String, dictionary: AbbreviationDictionary) -> String {
  var key = nameKeyScalars(name, dictionary: dictionary)
  var isPlain = true
  for at in key.indices where key[at] > 0x7F {
    if let letter = VietnameseLetter(key[at]) {
      key[at] = plain(UInt32(letter.base))
    } else {
      key[at] = plain(key[at])
      if key[at] > 0x7F { isPlain = false }
    }
  }
  return isPlain ? string(of: key[...]) : withoutMarks(string(of: key[...]))
}

/// A letter of Vietnamese without its mark; others stay.
private func plain(_ value: UInt32) -> UInt32 {
  switch value {
  case 0x103, 0xE2: 0x61
  case 0x111, 0xF0, 0x256: 0x64
  case 0xEA: 0x65
  case 0xF4, 0x1A1: 0x6F
  case 0x1B0: 0x75
  default: value
  }
}

/// The rare rest: letters of other languages, decomposed, stripped of U+0300…U+036F and composed again.
private func withoutMarks(_ key: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in withSortedMarks(key)._nfd where !(0x300...0x36F).contains(scalar.value) { scalars.append(scalar) }
  return precomposed(String(scalars))
}
