/// Writes elements of a page; every text and attribute value is escaped.
struct HTMLWriter {
  private(set) var text = ""

  /// An attribute; the order of writing is kept.
  typealias Attributes = KeyValuePairs<StaticString, String>

  /// An element on lines of its own with what `body` writes in it.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void) {
    open(name, attributes)
    text += "\n"
    body(&self)
    text += "</\(name)>\n"
  }

  /// An element with a text.
  mutating func element(_ name: StaticString, _ content: String) {
    element(name, [:], content)
  }

  /// An element with attributes and a text.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ content: String) {
    open(name, attributes)
    escape(content)
    text += "</\(name)>\n"
  }

  /// Text of the program itself, as the style sheet.
  mutating func trusted(_ content: StaticString) {
    text += "\(content)"
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    text += "<\(name)"
    for (name, value) in attributes {
      text += " \(name)=\""
      escape(value)
      text += "\""
    }
    text += ">"
  }

  private mutating func escape(_ content: String) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      // A page must not hold what is no character of it.
      case "\0"..."\u{8}", "\u{b}"..."\u{1f}", "\u{7f}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
