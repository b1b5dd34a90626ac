/// A message of the catalogue with named values in braces.
struct MessageTemplate: Sendable {
  private enum Part: Sendable {
    case text(String)
    case value(String)
  }

  private var parts: [Part] = []

  init(_ template: String) {
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.text(String(rest[..<open])))
      parts.append(.value(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
  }

  /// The message with its values; a value that is not given stays as its name in braces.
  func rendered(_ values: [FindingValue]) -> String {
    var message = ""
    for part in parts {
      switch part {
      case .text(let text): message += text
      case .value(let name):
        message += values.first { $0.name == name }?.written ?? "{\(name)}"
      }
    }
    return message
  }
}
