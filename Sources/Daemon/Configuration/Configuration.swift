public import Observability
public import Postgres

/// Everything the daemon can be told, parsed and checked once.
public struct Configuration: Sendable, Hashable {
  /// Where each key's value came from: `default`, `dvkd.toml:12`, a variable or an option.
  public let origins: [String: String]
  /// `database.url`, with `database.connect_timeout_s` unless it has one of its own.
  public let database: ConnectionString
  private let values: [String: ConfigurationKey.Value]

  /// Reads and checks all sources: option over environment over file over default.
  ///
  /// - Parameter sources: The option values and the environment.
  /// - Throws: `ConfigurationError` with everything that is wrong, not only the first.
  public init(_ sources: ConfigurationSources) throws(ConfigurationError) {
    let read = ConfigurationReader(sources)
    guard read.problems.isEmpty else { throw ConfigurationError(problems: read.problems) }
    (values, origins) = (read.values, read.origins)
    guard case .text(let url) = read.values["database.url"],
      case .integer(let seconds) = read.values["database.connect_timeout_s"]
    else { preconditionFailure("the table of keys has both, of these forms") }
    do {
      let given = ConnectionString(url)
      let hasOwn = try given.value(of: "connect_timeout") != nil
      database = hasOwn ? given : try given.setting("connect_timeout", to: String(seconds))
    } catch {
      let place = read.origins["database.url"] ?? ""
      throw ConfigurationError(problems: [.init(place: place, message: "database.url: libpq cannot read it")])
    }
  }

  // MARK: What the keys hold

  /// `queue.poll_interval_ms`.
  public var pollInterval: Duration { milliseconds("queue.poll_interval_ms") }
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
}
