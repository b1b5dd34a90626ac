import VietnameseText

/// Any text: keys, normal form, spaces, old encodings, numbers, dates, words, blocks and sentences; what is tidy stays so.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  keys(text)
  let composed = precomposed(text)
  expect(isPrecomposed(composed), "the normal form is none")
  expect(scalarValues(of: precomposed(composed)) == scalarValues(of: composed), "the normal form changes again")
  let tidy = tidySpaces(text)
  expect(scalarValues(of: tidySpaces(tidy)) == scalarValues(of: tidy), "tidy spaces are not")
  blocks(scalarValues(of: text))
  _ = TextSurvey(text)
  _ = legacyEncoding(of: text)
  _ = legacyReading(of: text)
  _ = hasMarkup(text)
  _ = isFormula(text)
  _ = hasWords(text)
  _ = readNumber(text)
  _ = readDate(text)
  return 0
}

private func keys(_ text: String) {
  let key = nameKey(text, dictionary: abbreviations)
  expect(key == nameKey(precomposed(text), dictionary: abbreviations), "the normal form changes the key")
  _ = searchKey(text, dictionary: abbreviations)
}

private func blocks(_ scalars: [UInt32]) {
  let words = wordRanges(in: scalars)
  inside(words, scalars, "words")
  let paragraphs = paragraphRanges(in: scalars)
  inside(paragraphs, scalars, "paragraphs")
  for paragraph in paragraphs {
    inside(sentenceRanges(in: scalars, paragraph: paragraph), scalars, "sentences")
    _ = unbalancedQuote(in: scalars, paragraph: paragraph)
  }
  _ = repeatedPassages(in: scalars, paragraphs: paragraphs)
  _ = misplacedTones(in: scalars, words: words)
  _ = mixedToneStyles(in: scalars, words: words)
  _ = lookAlikeWords(in: scalars, words: words)
  _ = openLists(in: scalars)
}

/// Ranges lie in the text, in order and apart.
private func inside(_ ranges: [Range<Int>], _ scalars: [UInt32], _ what: String) {
  var end = 0
  for range in ranges {
    expect(range.lowerBound >= end && range.upperBound <= scalars.count, "\(what) overlap or lie outside")
    end = range.upperBound
  }
}

private let abbreviations = AbbreviationDictionary([
  .init(short: "TP.", long: "thành phố", isPrefix: true),
  .init(short: "LHPN", long: "liên hiệp phụ nữ", isPrefix: false),
  .init(short: "BHYT", long: "bảo hiểm y tế", isPrefix: false),
])
