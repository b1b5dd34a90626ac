/// The server did not treat the demo data as its contract says.
public enum DemoDataError: Error, Equatable, CustomStringConvertible {
  /// A key handed in twice with the same content gave two dossiers.
  case secondSubmission(key: String)

  /// What went wrong, in one line.
  public var description: String {
    switch self {
    case .secondSubmission(let key): "the same content under key \(key) gave a second submission"
    }
  }
}
