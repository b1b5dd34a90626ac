/// Tells whether a text holds HTML: a tag, a comment or a character reference (mã HTML).
///
/// Linear. `a < b`, `3<5` and `<họ tên>` are not HTML; `<script`, `</p>`, `<b>` and `&nbsp;` are.
public func hasMarkup(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  var at = 0
  while let next = bytes[at...].firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
    if bytes[next] == 0x3C ? isTag(bytes[(next + 1)...]) : isCharacterReference(bytes[(next + 1)...]) { return true }
    at = next + 1
  }
  return false
}

/// Tells whether a spreadsheet would run a text as a formula (công thức bảng tính).
///
/// Bullets (`- Hỗ trợ 5 hộ`, `+ Năm 2020`), signed numbers and arrows (`=>`) are not formulas.
public func isFormula(_ text: String) -> Bool {
  var rest = Array(text.utf8)[...]
  while rest.first == 0x20 { rest.removeFirst() }
  guard let sign = rest.popFirst() else { return false }
  switch sign {
  case 0x3D:
    while rest.first == 0x20 { rest.removeFirst() }
    guard let first = rest.first else { return false }
    if isLetter(first) || first == 0x24 { return callsFunction(rest, mustBeUpper: false) || isCellReference(rest) }
    return isDigit(first) || [0x28, 0x2B, 0x2D, 0x22, 0x40, 0x7B].contains(first)
  case 0x2B, 0x2D:
    // Arithmetic in front of a call, as in “-2+3+cmd|' /C calc'!A0”.
    while let first = rest.first, isDigit(first) || [0x2B, 0x2D, 0x2A, 0x2F, 0x28].contains(first) {
      rest.removeFirst()
    }
    return callsFunction(rest, mustBeUpper: true)
  case 0x40: return callsFunction(rest, mustBeUpper: false)
  default: return false
  }
}

/// A name straight before `(`, or before the `|` or `!` of a link to another program or sheet.
private func callsFunction(_ text: ArraySlice<UInt8>, mustBeUpper: Bool) -> Bool {
  let name = text.prefix { isLetter($0) || isDigit($0) || $0 == 0x2E || $0 == 0x5F }
  guard let first = name.first, isLetter(first) else { return false }
  switch text[name.endIndex...].first {
  // “-Hỗ trợ người dân(40 suất)” is a bullet: there the name must be in capitals.
  case 0x28: return !mustBeUpper || name.allSatisfy { !(0x61...0x7A).contains($0) }
  case 0x7C, 0x21: return true
  default: return false
  }
}

/// Capitals and digits, as in `=A1+B2` or `=$C$3`.
private func isCellReference(_ text: ArraySlice<UInt8>) -> Bool {
  let letters = text.prefix { (0x41...0x5A).contains($0) || $0 == 0x24 }
  let digits = text[letters.endIndex...].prefix(while: isDigit)
  return (1...5).contains(letters.count) && !digits.isEmpty
}

/// Names of HTML elements that text from a web page or an attack brings along.
private let elements: Set<String> = Set(
  """
  a abbr address applet article aside audio b base body br button canvas caption center code col colgroup div dl dt dd \
  em embed fieldset font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li \
  link main map marquee math meta nav noscript object ol option p param picture pre s script section select small source \
  span strike strong style sub sup svg table tbody td template textarea tfoot th thead title tr u ul video xml
  """.split(separator: " ").map(String.init))

/// What follows a `<`.
private func isTag(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = text
  switch rest.first {
  case 0x21: return rest.starts(with: Array("!--".utf8)) || rest.dropFirst().first.map(isLetter) == true
  case 0x3F, 0x2F: rest.removeFirst()
  default: break
  }
  let name = rest.prefix { isLetter($0) || isDigit($0) }
  guard (1...10).contains(name.count), elements.contains(String(decoding: name, as: UTF8.self).lowercased())
  else { return false }
  let behind = rest[name.endIndex...]
  // One-letter names also stand behind a “less than”: “x <b và c”.
  if name.count == 1 { return behind.prefix(200).contains(0x3E) }
  return behind.first.map { [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains($0) } ?? true
}

/// What follows an `&`.
private func isCharacterReference(_ text: ArraySlice<UInt8>) -> Bool {
  let name = text.prefix(10).prefix { $0 != 0x3B }
  guard text[name.endIndex...].first == 0x3B, let first = name.first else { return false }
  if first == 0x23 { return name.count > 1 && name.dropFirst().allSatisfy { isLetter($0) || isDigit($0) } }
  return ["nbsp", "lt", "gt", "amp", "quot", "apos", "ndash", "mdash", "hellip", "ldquo", "rdquo", "copy"]
    .contains(String(decoding: name, as: UTF8.self))
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
