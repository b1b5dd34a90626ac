internal import Postgres

/// Collects the keys' values from all sources, and everything that is wrong with them.
struct ConfigurationReader {
  /// What each key holds.
  private(set) var values: [String: ConfigurationKey.Value] = [:]
  /// Where that came from.
  private(set) var origins: [String: String] = [:]
  /// What is wrong, in the order found.
  private(set) var problems: [ConfigurationProblem] = []

  /// Reads option over environment over file over default.
  init(_ sources: ConfigurationSources) {
    for key in ConfigurationKey.all {
      values[key.name] = key.standard
      origins[key.name] = "default"
    }
    if let path = sources.fileToRead {
      do {
        readFile(try ConfigurationFile(path: path))
      } catch {
        problems += error.problems
      }
    }
    readEnvironment(sources.environment)
    if let database = sources.database { set("database.url", .text(database), place: "--database") }
    if Pool.standard.allSatisfy({ values["pools.\($0.kind).lanes"] == .integer(0) }) {
      problems.append(.init(place: "pools", message: "every pool has 0 lanes, so there is nothing to run"))
    }
  }

  private mutating func readFile(_ file: ConfigurationFile) {
    for entry in file.entries {
      guard let key = ConfigurationKey.all.first(where: { $0.name == entry.name }) else {
        problems.append(
          .init(place: entry.place, message: Self.unknown("key", entry.name, ConfigurationKey.all.map(\.name))))
        continue
      }
      switch entry.value {
      case .integer(let number): set(key.name, .integer(number), place: entry.place)
      case .text(let text): set(key.name, .text(text), place: entry.place)
      case .other(let type):
        problems.append(.init(place: entry.place, message: "\(key.name): expected \(key.expectation), found \(type)"))
      }
    }
  }

  /// Variables of the program that are no keys.
  private static let otherVariables = ["DVKD_CONFIG", "DVKD_SHARE_DIR"]
  /// Variables of the scripts around the program.
  private static let foreignPrefixes = ["DVKD_TEST_", "DVKD_DEMO_", "DVKD_BENCH_"]

  private mutating func readEnvironment(_ environment: [String: String]) {
    let names = ConfigurationKey.all.map(\.environmentName) + Self.otherVariables
    for (variable, text) in environment.sorted(by: { $0.key < $1.key }) where variable.hasPrefix("DVKD_") {
      if Self.otherVariables.contains(variable) { continue }
      if Self.foreignPrefixes.contains(where: { variable.hasPrefix($0) }) { continue }
      guard let key = ConfigurationKey.all.first(where: { $0.environmentName == variable }) else {
        problems.append(.init(place: variable, message: Self.unknown("variable", variable, names)))
        continue
      }
      if case .integer = key.form {
        guard let number = Int(text) else {
          problems.append(.init(place: variable, message: "\(key.name): expected \(key.expectation), found “\(text)”"))
          continue
        }
        set(key.name, .integer(number), place: variable)
      } else {
        set(key.name, .text(text), place: variable)
      }
    }
  }

  private mutating func set(
    _ name: String, _ value: ConfigurationKey.Value, place: String
  ) {
    guard let key = ConfigurationKey.all.first(where: { $0.name == name }) else {
      preconditionFailure("\(name) is not in the table of keys")
    }
    if let found = Self.misfit(value, key) {
      problems.append(.init(place: place, message: "\(name): expected \(key.expectation), found \(found)"))
    } else {
      values[name] = value
      origins[name] = place
    }
  }

  /// What stands there instead of what is expected, or nil; never shows a connection string.
  private static func misfit(_ value: ConfigurationKey.Value, _ key: ConfigurationKey) -> String? {
    switch (key.form, value) {
    case (.integer(let range, _), .integer(let number)): range.contains(number) ? nil : String(number)
    case (.integer, .text(let text)): "the text “\(text)”"
    case (.conninfo, .integer), (.text, .integer), (.choice, .integer): "a number"
    case (.choice(let words), .text(let text)):
      words.contains(text)
        ? nil : "“\(text)”" + (Suggestion.nearest(to: text, among: words).map { "; did you mean “\($0)”?" } ?? "")
    case (.conninfo, .text(let text)):
      text.isEmpty ? "nothing" : text.utf8.count > 4096 ? "more than 4096 bytes" : unreadable(text)
    case (.text, .text(let text)): text.utf8.count > 4096 ? "more than 4096 bytes" : nil
    }
  }

  /// What libpq says against a connection string, or nil.
  private static func unreadable(_ conninfo: String) -> String? {
    do {
      _ = try ConnectionString(conninfo).value(of: "dbname")
      return nil
    } catch {
      return "one that libpq cannot read"
    }
  }

  private static func unknown(_ what: String, _ name: String, _ names: [String]) -> String {
    "unknown \(what) “\(name)”" + (Suggestion.nearest(to: name, among: names).map { "; did you mean “\($0)”?" } ?? "")
  }
}
