import VietnameseText

/// Any text: keys, normal form, spaces, old encodings, numbers and dates; each is stable, none crashes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let key = nameKey(text, dictionary: abbreviations)
  precondition(key == nameKey(precomposed(text), dictionary: abbreviations), "the normal form changes the key")
  let composed = precomposed(text)
  precondition(isPrecomposed(composed), "the normal form is none")
  precondition(scalars(precomposed(composed)) == scalars(composed), "the normal form changes again")
  let tidy = tidySpaces(text)
  precondition(scalars(tidySpaces(tidy)) == scalars(tidy), "tidy spaces are not")
  _ = TextSurvey(text)
  _ = legacyEncoding(of: text)
  _ = hasMarkup(text)
  _ = isFormula(text)
  _ = hasWords(text)
  _ = readNumber(text)
  _ = readDate(text)
  return 0
}

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

private let abbreviations = AbbreviationDictionary([
  .init(short: "TP.", long: "thành phố", isPrefix: true),
  .init(short: "LHPN", long: "liên hiệp phụ nữ", isPrefix: false),
  .init(short: "BHYT", long: "bảo hiểm y tế", isPrefix: false),
])
