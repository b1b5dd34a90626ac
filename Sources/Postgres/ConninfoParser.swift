import CLibPQ

/// Takes a connection string apart with libpq's own parser.
enum ConninfoParser {
  /// Keywords whose values are never shown.
  static let secrets: Set<String> = ["password", "sslpassword"]

  /// The keywords that the string sets, in libpq's order; nil when it cannot be read.
  static func parse(_ conninfo: String) -> [(keyword: String, value: String)]? {
    guard let first = unsafe PQconninfoParse(conninfo, nil) else { return nil }
    defer { unsafe PQconninfoFree(first) }
    var options: [(keyword: String, value: String)] = []
    var option = unsafe first
    while let keyword = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        unsafe options.append((String(cString: keyword), String(cString: value)))
      }
      unsafe option += 1
    }
    return options
  }
}
