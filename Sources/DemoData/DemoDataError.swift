/// The server did not treat the demo data as its contract says.
public enum DemoDataError: Error, Equatable, CustomStringConvertible {
  /// A key handed in twice with the same content gave two dossiers.
  case secondSubmission(key: String)

  /// The database holds campaigns or dossiers of somebody else.
  case foreignData(campaigns: Int64, submissions: Int64)

  /// What went wrong, in one line.
  public var description: String {
    switch self {
    case .secondSubmission(let key): "the same content under key \(key) gave a second submission"
    case .foreignData(let campaigns, let submissions):
      "the database holds \(campaigns) campaigns and \(submissions) submissions that are not demo data"
    }
  }

  /// What to do about it, if anything.
  public var hint: String? {
    switch self {
    case .secondSubmission: nil
    case .foreignData:
      "simulated data do not belong among real ones: make another database, and name it with --database"
    }
  }
}
