/// One thing wrong with the configuration.
public struct ConfigurationProblem: Sendable, Hashable, CustomStringConvertible {
  /// Where: `dvkd.toml:12`, an environment variable, or an option.
  public let place: String
  /// What is wrong, in one sentence.
  public let message: String

  /// Place and sentence, like a compiler's message.
  public var description: String { "\(place): \(message)" }
}

/// Everything wrong with the configuration, found in one reading.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// In the order found; at least one.
  public let problems: [ConfigurationProblem]

  /// A line a problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
