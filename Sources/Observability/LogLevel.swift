/// How much a log line matters, and to whom.
public enum LogLevel: Int, Sendable, CaseIterable, Comparable {
  /// A person must act.
  case error = 3
  /// Something went wrong and healed itself.
  case warning = 4
  /// Start, stop, reload.
  case info = 6
  /// Each job.
  case debug = 7

  /// The name used in configuration: `error`, `warning`, `info` or `debug`.
  public var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "info"
    case .debug: "debug"
    }
  }

  /// The level of that name, or nil.
  public init?(name: String) {
    guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }

  /// Orders levels by urgency as syslog does: an error is smaller than a warning.
  public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }
}
