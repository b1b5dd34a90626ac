/// The configuration in effect, as text to read or to use as a file.
public struct ConfigurationDump: Sendable {
  private let configuration: Configuration

  /// Makes a dump; secrets are `***` in it.
  public init(_ configuration: Configuration) { self.configuration = configuration }

  /// TOML, each value with its origin.
  public var toml: String {
    var lines: [String] = []
    var section = ""
    for key in ConfigurationKey.all {
      let (sectionOfKey, name) = Self.parts(key.name)
      if sectionOfKey != section {
        section = sectionOfKey
        lines += (lines.isEmpty ? [] : [""]) + ["[\(section)]"]
      }
      lines.append(
        "\(name) = \(Self.written(configuration.shown(key)))  # \(configuration.origins[key.name] ?? "default")")
    }
    return lines.joined(separator: "\n")
  }

  /// One JSON object: key → value, origin, reloadable.
  public var json: String {
    let members = ConfigurationKey.all.map { key in
      let origin = Self.quoted(configuration.origins[key.name] ?? "default")
      return """
        \(Self.quoted(key.name)):{"value":\(Self.written(configuration.shown(key))),"origin":\(origin),\
        "reloadable":\(key.isReloadable)}
        """
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func parts(_ name: String) -> (section: String, key: String) {
    guard let dot = name.lastIndex(of: ".") else { return ("", name) }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }

  private static func written(_ value: ConfigurationKey.Value) -> String {
    switch value {
    case .integer(let number): String(number)
    case .text(let text): quoted(text)
    }
  }

  /// A basic string, the same in TOML and JSON.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
