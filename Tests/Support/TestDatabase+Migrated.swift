import Foundation
import Postgres
public import Schema

extension TestDatabase {
  /// The checkout's share directory.
  public static let share = ShareDirectory(
    path: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path)

  /// Creates a database with the whole schema, by copying a template that is migrated once for each state of `sql/`.
  ///
  /// Takes about 0.05 s; the first call of a state takes as long as migrate.
  /// - Parameter keepsSchedules: Whether the shipped schedules stay. An engine or daemon on the database would fire them whenever the clock comes to
  ///   their time, and a test that counts jobs would fail then.
  /// - Returns: The database.
  /// - Throws: What making it throws.
  public static func migrated(keepsSchedules: Bool = false) throws -> TestDatabase {
    let database = try TestDatabase(template: template.get())
    if !keepsSchedules { try database.connect().query("delete from queue.schedule") }
    return database
  }

  private static let template = Result { try makeTemplate() }

  private static func makeTemplate() throws -> String {
    let files = try SchemaFiles(share)
    let texts = (files.migrations.map(\.file) + files.repeatable).flatMap { [$0.path, $0.text] }
    let server = try TestServer.connect()
    let digest = try server.query("select md5(array_to_string($1::text[], '|'))", [.textArray(texts)]).text(0, 0)
    let name = "dvkd_template_\(digest)"
    // Other test processes may be making it at this moment.
    try server.query("select pg_advisory_lock(hashtext('dvkd_template'))")
    let done = try server.query("select count(*) from pg_database where datname = $1 and datistemplate", [.text(name)])
    if try done.int8(0, 0) == 1 { return name }
    try server.query("drop database if exists \(name) with (force)")
    try server.query("create database \(name) template template0")
    _ = try Migrator(files: files).migrate(TestServer.url().setting("dbname", to: name))
    try server.query("alter database \(name) is_template true")
    return name
  }
}
