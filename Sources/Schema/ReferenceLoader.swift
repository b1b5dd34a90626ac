internal import Postgres

/// Loads one table of reference data: file → temp table → `<schema>.load_<name>()`.
struct ReferenceLoader {
  let reference: SchemaFiles.Reference

  /// Loads it inside the caller's transaction.
  ///
  /// - Returns: A warning for each row that does not fit.
  func load(_ connection: borrowing Connection) throws(PostgresError) -> [MigrationReport.Warning] {
    let table = "reference_" + reference.name
    try connection.script(
      "create temp table \(table) (\(columns.map { $0 + " text" }.joined(separator: ", "))) on commit drop")
    if reference.isDirectory {
      try connection.query(
        "insert into pg_temp.\(table) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])", documents)
    } else if let file = reference.files.first {
      try connection.copyIn("copy pg_temp.\(table) from stdin (format csv, header true)", Array(file.text.utf8))
    }
    try connection.script("analyze pg_temp.\(table)")
    let rows = try connection.query("select row_text, problem from \(reference.schema).load_\(reference.name)()")
    let path = reference.isDirectory ? "reference/\(reference.name)" : "reference/\(reference.name).csv"
    var warnings: [MigrationReport.Warning] = []
    for row in 0..<rows.count {
      warnings.append(
        .init(path: path, row: try rows.textOrNil(row, 0) ?? "", problem: try rows.textOrNil(row, 1) ?? ""))
    }
    try connection.script("drop table pg_temp.\(table)")
    return warnings
  }

  /// Names of the temp table's columns.
  private var columns: [String] {
    if reference.isDirectory { return ["kind", "version", "part", "body"] }
    let header = reference.files.first?.text.prefix { !$0.isNewline } ?? ""
    return header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// Why the files cannot be loaded, or nil.
  var problem: (path: String, problem: String)? {
    for file in reference.files {
      if reference.isDirectory {
        if Self.parts(of: file.path) == nil {
          return (file.path, "its name is not like <kind>.v<version>.<part>.json")
        }
      } else if let bad = columns.first(where: { $0.isEmpty || !SchemaFiles.isIdentifier($0) }) {
        return (file.path, "“\(bad)” in its first line is no column name")
      }
    }
    return nil
  }

  private var documents: [Parameter] {
    let parts = reference.files.compactMap { Self.parts(of: $0.path) }
    return [
      .textArray(parts.map(\.kind)), .textArray(parts.map(\.version)), .textArray(parts.map(\.part)),
      .textArray(reference.files.map(\.text)),
    ]
  }

  /// `reference/forms/report.v1.schema.json` → report, 1, schema.
  static func parts(of path: String) -> (kind: String, version: String, part: String)? {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[3] == "json", parts[1].first == "v", let version = Int(parts[1].dropFirst()),
      !parts[0].isEmpty, !parts[2].isEmpty
    else { return nil }
    return (parts[0], String(version), parts[2])
  }
}
