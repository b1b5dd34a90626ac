public import Postgres

/// Brings a database to the schema of the files: roles, migrations, functions, reference data, grants.
///
/// Idempotent, and safe to run by any number of processes at once: a session advisory lock lets one work while the others wait.
/// Every statement runs with a short `lock_timeout` and is tried again, so the portal never waits behind a waiting DDL.
public struct Migrator: Sendable {
  /// Bounds of the waits.
  public struct Patience: Sendable, Hashable {
    /// How long to wait for another migration to end.
    public var busy: Duration = .seconds(300)
    /// Tries of a transaction that meets a lock, each up to 200 ms and a pause of 20...120 ms.
    public var attempts = 100

    /// The defaults: 300 s and 100 tries.
    public init() {}
  }

  let files: SchemaFiles
  let patience: Patience

  /// Makes a migrator of files already read.
  public init(files: SchemaFiles, patience: Patience = Patience()) {
    self.files = files
    self.patience = patience
  }

  /// Applies what is missing.
  ///
  /// Blocks for as long as that takes. The role of the connection must be a superuser, or own the database and be allowed to create
  /// roles; everything is created as `dvk_owner`.
  /// - Parameter conninfo: The database.
  /// - Returns: What was done.
  /// - Throws: `SchemaError`; the database is then at the last migration that was applied whole.
  public func migrate(_ conninfo: ConnectionString) throws(SchemaError) -> MigrationReport {
    let run = try MigrationRun(conninfo, files: files, patience: patience)
    try run.checkServer()
    try run.waitForTurn()
    var report = try run.compare()
    guard !report.isUpToDate else { return report }
    try run.setUp()
    for migration in files.migrations where report.migrations.contains(migration.file.path) {
      try run.apply(migration)
    }
    report.warnings += try run.applyRepeatable()
    return report
  }

  /// Tells what `migrate` would do, and changes nothing.
  ///
  /// - Parameter conninfo: The database; the role needs to read `queue.schema_version` and `queue.schema_file`.
  /// - Returns: What is due.
  /// - Throws: `SchemaError`, also for a database newer than the files.
  public func check(_ conninfo: ConnectionString) throws(SchemaError) -> MigrationReport {
    let run = try MigrationRun(conninfo, files: files, patience: patience)
    try run.checkServer()
    return try run.compare()
  }
}
