internal import FoundationEssentials

/// The files of `sql/`, read once and checked for their names and order.
public struct SchemaFiles: Sendable {
  /// One file.
  public struct File: Sendable, Hashable {
    /// Path below `sql/`, as in `functions/queue.claim.sql`.
    public let path: String
    /// The whole text.
    public let text: String
  }

  /// One numbered file of `sql/migrations`.
  public struct Migration: Sendable, Hashable {
    /// 1 for the first, without gaps.
    public let version: Int
    /// The part of the file name after the number.
    public let name: String
    /// The file.
    public let file: File
  }

  /// One table of reference data, loaded through `<schema>.load_<name>()`.
  public struct Reference: Sendable, Hashable {
    /// Schema of the loading function.
    public let schema: String
    /// Name of the table: the file `reference/<name>.csv`, or the directory `reference/<name>`.
    public let name: String
    /// The CSV file, or the files of the directory in the order of their names.
    public let files: [File]
    /// Whether it is a directory of `<kind>.v<version>.<part>.json` files.
    public let isDirectory: Bool
  }

  /// In order of version.
  public let migrations: [Migration]
  /// In order of path.
  public let functions: [File]
  /// In the order of `reference/ORDER`.
  public let references: [Reference]
  /// `grants.sql`, if there is one.
  public let grants: File?
  /// Names in `reference/` that `ORDER` does not mention.
  public let unlisted: [String]

  /// The newest migration's version; 0 without migrations.
  public var latestVersion: Int { migrations.last?.version ?? 0 }

  /// Everything re-applied at each change, in order: functions, reference data, grants, and what this program itself sets up.
  public var repeatable: [File] {
    functions + references.flatMap(\.files) + (grants.map { [$0] } ?? []) + [Self.setUp]
  }

  private static let setUp = File(path: "setup", text: SchemaSetUp.roles + SchemaSetUp.tables + SchemaSetUp.grants)

  /// Reads the files.
  ///
  /// - Parameter share: Holds `sql/`.
  /// - Throws: `SchemaError.file` for one that cannot be read, is no UTF-8, or has a name out of order.
  public init(_ share: ShareDirectory) throws(SchemaError) {
    let root = share.file("sql")
    migrations = try Self.migrations(root)
    var functions: [File] = []
    for name in try Self.names(root + "/functions") where name.hasSuffix(".sql") {
      functions.append(try Self.read(root, "functions/" + name))
    }
    self.functions = functions
    grants = FileManager.default.fileExists(atPath: root + "/grants.sql") ? try Self.read(root, "grants.sql") : nil
    (references, unlisted) = try Self.references(root)
    for reference in references {
      if let bad = ReferenceLoader(reference: reference).problem { throw .file(path: bad.path, problem: bad.problem) }
    }
  }

  private static func migrations(_ root: String) throws(SchemaError) -> [Migration] {
    var found: [Migration] = []
    for name in try names(root + "/migrations") where name.hasSuffix(".sql") {
      let path = "migrations/" + name
      let parts = name.dropLast(4).split(separator: "_", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 4, let version = Int(parts[0]) else {
        throw .file(path: path, problem: "its name is not like 0001_name.sql")
      }
      guard version == found.count + 1 else {
        throw .file(path: path, problem: "expected number \(found.count + 1) here; numbers have no gaps and no doubles")
      }
      found.append(Migration(version: version, name: String(parts[1]), file: try read(root, path)))
    }
    return found
  }

  private static func references(_ root: String) throws(SchemaError) -> ([Reference], [String]) {
    let directory = root + "/reference"
    guard FileManager.default.fileExists(atPath: directory + "/ORDER") else { return ([], []) }
    var found: [Reference] = []
    var rest = Set(try names(directory)).subtracting(["ORDER", "README.md"])
    for line in try read(root, "reference/ORDER").text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: ".").map(String.init)
      guard parts.count == 2, parts.allSatisfy(isIdentifier) else {
        throw .file(path: "reference/ORDER", problem: "“\(line)” is not like schema.name")
      }
      let (schema, name) = (parts[0], parts[1])
      if rest.remove(name + ".csv") != nil {
        let file = try read(root, "reference/\(name).csv")
        found.append(Reference(schema: schema, name: name, files: [file], isDirectory: false))
      } else if rest.remove(name) != nil {
        var files: [File] = []
        for part in try names(directory + "/" + name) where part.hasSuffix(".json") {
          files.append(try read(root, "reference/\(name)/\(part)"))
        }
        found.append(Reference(schema: schema, name: name, files: files, isDirectory: true))
      } else {
        throw .file(path: "reference/ORDER", problem: "there is no \(name).csv for “\(line)”, or it is listed twice")
      }
    }
    return (found, rest.sorted())
  }

  /// Whether a name can stand in SQL without quotes; names come from our own files, but a typo must not become a statement.
  static func isIdentifier(_ name: String) -> Bool {
    name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
      && name.first?.isNumber == false
  }

  /// Names in a directory sorted by bytes, hidden ones left out; none if there is no such directory.
  private static func names(_ directory: String) throws(SchemaError) -> [String] {
    guard FileManager.default.fileExists(atPath: directory) else { return [] }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: directory)
      return names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw .file(path: directory, problem: "cannot be listed: \(error)")
    }
  }

  private static func read(_ root: String, _ path: String) throws(SchemaError) -> File {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: root + "/" + path))
    } catch {
      throw .file(path: path, problem: "cannot be read: \(error)")
    }
    guard let text = String(validating: data, as: UTF8.self) else { throw .file(path: path, problem: "is not UTF-8") }
    return File(path: path, text: text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text)
  }
}
