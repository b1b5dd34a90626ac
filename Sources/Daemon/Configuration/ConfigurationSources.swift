internal import FoundationEssentials

/// Where the configuration comes from; kept so that SIGHUP can read it again.
public struct ConfigurationSources: Sendable, Hashable {
  /// The file used when none is named, if it is there.
  public static let usualFile = "/etc/dvkd/dvkd.toml"

  /// `--config`; nil for `DVKD_CONFIG` or the usual file.
  public var file: String?
  /// `--database`, which overrides everything else.
  public var database: String?
  /// The process's environment.
  public var environment: [String: String]

  /// The file that is read, if any; one that was named must exist.
  public var fileToRead: String? {
    if let named = file ?? environment["DVKD_CONFIG"], !named.isEmpty { return named }
    return FileManager.default.fileExists(atPath: Self.usualFile) ? Self.usualFile : nil
  }

  /// Collects the sources; reads nothing yet.
  public init(file: String? = nil, database: String? = nil, environment: [String: String]) {
    self.file = file
    self.database = database
    self.environment = environment
  }
}
