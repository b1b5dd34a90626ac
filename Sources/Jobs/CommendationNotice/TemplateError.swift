/// Why the templates of notices cannot be used.
public enum TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The directory cannot be listed.
  case unreadableDirectory(path: String)
  /// A file is no readable UTF-8 text.
  case unreadable(file: String)
  /// A file is no valid Mustache template; the reason names the place.
  case invalid(file: String, reason: String)
  /// No file of that name is there.
  case missing(name: String)

  /// One sentence for the log.
  public var description: String {
    switch self {
    case .unreadableDirectory(let path): "the template directory \(path) cannot be read"
    case .unreadable(let file): "the template \(file) cannot be read as UTF-8 text"
    case .invalid(let file, let reason): "the template \(file) is not valid: \(reason)"
    case .missing(let name): "the template \(name).mustache is missing"
    }
  }
}
