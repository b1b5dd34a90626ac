/// One key of the configuration: what it may hold, and what it holds when nobody says.
///
/// The table of keys is the only place that knows them; reading, dumping, suggestions and the check of `config/dvkd.toml` follow it.
public struct ConfigurationKey: Sendable, Hashable {
  /// What a key may hold.
  public enum Form: Sendable, Hashable {
    /// A whole number in a range, counted in a unit.
    case integer(ClosedRange<Int>, unit: String)
    /// One of some words.
    case choice([String])
    /// Any text of at most 4096 bytes.
    case text
    /// A connection string; its password is shown as `***`.
    case conninfo
  }

  /// What a key holds.
  public enum Value: Sendable, Hashable {
    /// Of an `integer` key.
    case integer(Int)
    /// Of every other key.
    case text(String)
  }

  /// Section and key, as in `queue.poll_interval_ms`.
  public let name: String
  /// What it may hold.
  public let form: Form
  /// What it holds when nobody says.
  public let standard: Value
  /// Whether SIGHUP brings a change into effect; others need a restart.
  public let isReloadable: Bool

  /// The environment variable that overrides the file: `DVKD_QUEUE_POLL_INTERVAL_MS`.
  public var environmentName: String {
    "DVKD_" + name.uppercased().replacing(".", with: "_")
  }

  /// Says what may stand there, for messages: `a whole number in 10...60000 (milliseconds)`.
  public var expectation: String {
    switch form {
    case .integer(let range, let unit): "a whole number in \(range.lowerBound)...\(range.upperBound) (\(unit))"
    case .choice(let words): "one of " + words.map { "“\($0)”" }.joined(separator: ", ")
    case .text: "text"
    case .conninfo: "a connection string of libpq"
    }
  }

  init(_ name: String, _ form: Form, _ standard: Value, reloadable: Bool = false) {
    self.name = name
    self.form = form
    self.standard = standard
    isReloadable = reloadable
  }

  /// Every key, in the order of the sample file.
  public static let all: [ConfigurationKey] =
    [
      ConfigurationKey("database.url", .conninfo, .text("postgresql:///dvkd")),
      ConfigurationKey("database.connect_timeout_s", .integer(2...60, unit: "seconds"), .integer(5)),
      ConfigurationKey("queue.poll_interval_ms", .integer(10...1_000, unit: "milliseconds"), .integer(1_000)),
      ConfigurationKey("queue.drain_limit_ms", .integer(0...600_000, unit: "milliseconds"), .integer(20_000)),
      ConfigurationKey("log.level", .choice(["error", "warning", "info", "debug"]), .text("info"), reloadable: true),
      ConfigurationKey("notices.templates_dir", .text, .text("")),
    ]
    + Pool.standard.map { pool in
      ConfigurationKey("pools.\(pool.kind).lanes", .integer(0...64, unit: "lanes"), .integer(pool.lanes))
    }
}
