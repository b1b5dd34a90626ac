/// Why a report cannot be made of what the database sent.
public enum ReportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The data is not of the expected shape; the path names the place.
  case unexpectedShape(path: String)

  /// One sentence for the operator.
  public var description: String {
    switch self {
    case .unexpectedShape(let path): "the report's data is not as expected at \(path): is the schema older or newer?"
    }
  }
}
