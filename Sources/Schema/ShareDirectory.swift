internal import FoundationEssentials

/// Where the files shipped with the program are: `sql/` and `config/templates/`.
public struct ShareDirectory: Sendable, Hashable {
  /// The directory, without a slash at the end.
  public let path: String

  /// Takes a directory as it is.
  public init(path: String) { self.path = path }

  /// The file or directory at a path inside it.
  public func file(_ relative: String) -> String { path + "/" + relative }

  /// Finds the directory that holds `sql/migrations`.
  ///
  /// In this order: the one named (`--share-dir`), `DVKD_SHARE_DIR`, `../share/dvkd` beside the executable, and each directory
  /// above the executable, so that a program in a build folder finds its checkout. The first two are not searched past.
  /// - Parameters:
  ///   - named: Value of the option, if given.
  ///   - environment: By default the process's own.
  ///   - executable: Absolute path of the running program.
  /// - Returns: The directory.
  /// - Throws: `SchemaError.shareDirectoryMissing` with the places looked at.
  public static func locate(
    named: String? = nil, environment: [String: String]? = nil, executable: String = runningProgram()
  ) throws(SchemaError) -> ShareDirectory {
    let places: [String]
    let environment = environment ?? ProcessInfo.processInfo.environment
    if let explicit = named ?? environment["DVKD_SHARE_DIR"], !explicit.isEmpty {
      places = [trimmed(explicit)]
    } else {
      let parents = directories(above: executable)
      places = (parents.first.map { [parent(of: $0) + "/share/dvkd"] } ?? []) + parents
    }
    for place in places where FileManager.default.fileExists(atPath: place + "/sql/migrations") {
      return ShareDirectory(path: place)
    }
    throw .shareDirectoryMissing(places)
  }

  /// Absolute path of the running program, links followed; empty if the kernel does not tell.
  public static func runningProgram() -> String {
    do {
      return try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    } catch {
      return ""
    }
  }

  private static func directories(above path: String) -> [String] {
    var found: [String] = []
    var rest = parent(of: path)
    while !rest.isEmpty {
      found.append(rest)
      rest = parent(of: rest)
    }
    return found
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
