internal import FoundationEssentials
internal import TOMLKit

/// A configuration file taken apart: each key with its value and line.
struct ConfigurationFile {
  /// One key as written.
  struct Entry {
    /// Section and key.
    let name: String
    /// Its value, or the name of a type no key has.
    let value: Found
    /// `dvkd.toml:12`.
    let place: String
  }

  /// A value as written.
  enum Found: Equatable {
    case integer(Int)
    case text(String)
    case other(String)
  }

  /// In the order of lines.
  let entries: [Entry]

  /// Reads a file.
  ///
  /// - Parameter path: The file; the name is repeated in messages.
  /// - Throws: `ConfigurationError` if it cannot be read or is no TOML.
  init(path: String) throws(ConfigurationError) {
    let text: String
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw ConfigurationError(problems: [.init(place: path, message: "no such file")])
    }
    guard !isDirectory else { throw ConfigurationError(problems: [.init(place: path, message: "is a directory")]) }
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw ConfigurationError(problems: [.init(place: path, message: "cannot be read as UTF-8 text")])
    }
    try self.init(text: text, path: path)
  }

  init(text: String, path: String) throws(ConfigurationError) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = "\(path):\(error.source.begin.line)"
      throw ConfigurationError(problems: [.init(place: place, message: error.description)])
    } catch {
      throw ConfigurationError(problems: [.init(place: path, message: "\(error)")])
    }
    let lines = Self.lines(text)
    var found: [(name: String, value: Found)] = []
    // Tables inside are views into the outer one: it must live until they are read.
    withExtendedLifetime(table) { Self.flatten(table, prefix: "", into: &found) }
    entries = found.sorted { (lines[$0.name] ?? 0, $0.name) < (lines[$1.name] ?? 0, $1.name) }.map { item in
      Entry(name: item.name, value: item.value, place: lines[item.name].map { "\(path):\($0)" } ?? path)
    }
  }

  private static func flatten(_ table: TOMLTable, prefix: String, into found: inout [(name: String, value: Found)]) {
    for key in table.keys {
      let name = prefix.isEmpty ? key : "\(prefix).\(key)"
      guard let value = table[key] else { continue }
      switch value.type {
      case .table:
        guard let inner = value.table else { continue }
        if inner.isEmpty { continue }
        flatten(inner, prefix: name, into: &found)
      case .int: found.append((name, value.int.map { .integer($0) } ?? .other("integer")))
      case .string: found.append((name, value.string.map { .text($0) } ?? .other("text")))
      case let type: found.append((name, .other(type.description)))
      }
    }
  }

  /// Line of each `[section]` and key, counted from 1; keys inside inline tables have none.
  private static func lines(_ text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop(while: \.isWhitespace)
      if line.first == "[" {
        section = line.dropFirst().prefix { $0 != "]" }.filter { !$0.isWhitespace && $0 != "\"" }
      } else if let equals = line.firstIndex(of: "="), line.first != "#" {
        let key = line[..<equals].filter { !$0.isWhitespace && $0 != "\"" }
        lines[section.isEmpty ? key : "\(section).\(key)"] = index + 1
      }
    }
    return lines
  }
}
