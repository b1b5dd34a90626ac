internal import FoundationEssentials
public import Observability
public import Postgres

/// Everything the daemon can be told, parsed and checked once.
public struct Configuration: Sendable, Hashable {
  /// Where each key's value came from: `default`, `dvkd.toml:12`, a variable or an option.
  public private(set) var origins: [String: String] = [:]
  private var values: [String: ConfigurationKey.Value] = [:]

  /// Reads and checks all sources: option over environment over file over default.
  ///
  /// - Parameter sources: The option values and the environment.
  /// - Throws: `ConfigurationError` with everything that is wrong, not only the first.
  public init(_ sources: ConfigurationSources) throws(ConfigurationError) {
    var problems: [ConfigurationProblem] = []
    for key in ConfigurationKey.all {
      values[key.name] = key.standard
      origins[key.name] = "default"
    }
    if let path = Self.file(sources) {
      do {
        readFile(try ConfigurationFile(path: path), &problems)
      } catch {
        problems += error.problems
      }
    }
    readEnvironment(sources.environment, &problems)
    if let database = sources.database { set("database.url", .text(database), place: "--database", &problems) }
    guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
  }

  // MARK: What the keys hold

  /// `database.url`.
  public var database: ConnectionString { ConnectionString(text("database.url")) }
  /// `database.connect_timeout_ms`.
  public var connectTimeout: Duration { milliseconds("database.connect_timeout_ms") }
  /// `queue.poll_interval_ms`.
  public var pollInterval: Duration { milliseconds("queue.poll_interval_ms") }
  /// `queue.batch_budget_ms`.
  public var batchBudget: Duration { milliseconds("queue.batch_budget_ms") }
  /// `queue.drain_limit_ms`.
  public var drainLimit: Duration { milliseconds("queue.drain_limit_ms") }
  /// `log.level`.
  public var logLevel: LogLevel { LogLevel(name: text("log.level")) ?? .info }
  /// `notices.templates_dir`; nil for the directory shipped with the program.
  public var templatesDirectory: String? { text("notices.templates_dir").isEmpty ? nil : text("notices.templates_dir") }
  /// `pools.*.lanes`, in the order of the sample file.
  public var pools: [Pool] { Pool.standard.map { Pool(kind: $0.kind, lanes: integer("pools.\($0.kind).lanes")) } }

  /// What a key holds as it may be shown: passwords are `***`.
  public func shown(_ key: ConfigurationKey) -> ConfigurationKey.Value {
    if case .conninfo = key.form { return .text(ConnectionString(text(key.name)).redacted) }
    return values[key.name] ?? key.standard
  }

  /// Names of the keys that differ and need a restart.
  public func changesNeedingRestart(from former: Configuration) -> [String] {
    ConfigurationKey.all.filter { !$0.isReloadable && values[$0.name] != former.values[$0.name] }.map(\.name)
  }

  private func text(_ name: String) -> String {
    guard case .text(let text) = values[name] else { preconditionFailure("\(name) is a text key of the table") }
    return text
  }

  private func integer(_ name: String) -> Int {
    guard case .integer(let number) = values[name] else {
      preconditionFailure("\(name) is an integer key of the table")
    }
    return number
  }

  private func milliseconds(_ name: String) -> Duration { .milliseconds(integer(name)) }

  // MARK: Reading

  /// The file to read, if any; one that was named must exist.
  private static func file(_ sources: ConfigurationSources) -> String? {
    if let named = sources.file ?? sources.environment["DVKD_CONFIG"], !named.isEmpty { return named }
    let usual = ConfigurationSources.usualFile
    return FileManager.default.fileExists(atPath: usual) ? usual : nil
  }

  private mutating func readFile(_ file: ConfigurationFile, _ problems: inout [ConfigurationProblem]) {
    for entry in file.entries {
      guard let key = ConfigurationKey.all.first(where: { $0.name == entry.name }) else {
        problems.append(
          .init(place: entry.place, message: Self.unknown("key", entry.name, ConfigurationKey.all.map(\.name))))
        continue
      }
      switch entry.value {
      case .integer(let number): set(key.name, .integer(number), place: entry.place, &problems)
      case .text(let text): set(key.name, .text(text), place: entry.place, &problems)
      case .other(let type):
        problems.append(.init(place: entry.place, message: "\(key.name): expected \(key.expectation), found \(type)"))
      }
    }
  }

  /// Variables of the program that are no keys.
  private static let otherVariables = ["DVKD_CONFIG", "DVKD_SHARE_DIR"]
  /// Variables of the scripts around the program.
  private static let foreignPrefixes = ["DVKD_TEST_", "DVKD_DEMO_", "DVKD_BENCH_"]

  private mutating func readEnvironment(_ environment: [String: String], _ problems: inout [ConfigurationProblem]) {
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
        set(key.name, .integer(number), place: variable, &problems)
      } else {
        set(key.name, .text(text), place: variable, &problems)
      }
    }
  }

  private mutating func set(
    _ name: String, _ value: ConfigurationKey.Value, place: String, _ problems: inout [ConfigurationProblem]
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
    case (.conninfo, .text(let text)): text.isEmpty ? "nothing" : text.utf8.count > 4096 ? "more than 4096 bytes" : nil
    case (.text, .text(let text)): text.utf8.count > 4096 ? "more than 4096 bytes" : nil
    }
  }

  private static func unknown(_ what: String, _ name: String, _ names: [String]) -> String {
    "unknown \(what) “\(name)”" + (Suggestion.nearest(to: name, among: names).map { "; did you mean “\($0)”?" } ?? "")
  }
}
