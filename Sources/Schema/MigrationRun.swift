internal import Glibc
internal import Postgres

/// One run of migrate over its own connection; the connection's end releases the lock.
struct MigrationRun: ~Copyable {
  /// “dvkdmigr” as a number; the advisory lock of one database.
  static let lockKey: Int64 = 0x6476_6b64_6d69_6772

  private let connection: Connection
  private let files: SchemaFiles
  private let patience: Migrator.Patience

  /// Connects.
  init(_ conninfo: ConnectionString, files: SchemaFiles, patience: Migrator.Patience) throws(SchemaError) {
    self.files = files
    self.patience = patience
    do {
      connection = try Connection(
        conninfo, applicationName: "dvkd/migrate",
        settings: ["lock_timeout": "200ms", "client_min_messages": "warning"])
    } catch {
      throw .database(error)
    }
  }

  /// Refuses a server or an encoding that cannot be used.
  borrowing func checkServer() throws(SchemaError) {
    let (encoding, number, version) = try asked { connection throws(PostgresError) in
      let rows = try connection.query(
        """
        select current_setting('server_encoding'), current_setting('server_version_num')::int4,
               current_setting('server_version')
        """)
      return (try rows.text(0, 0), try rows.int4(0, 1), try rows.text(0, 2))
    }
    guard number >= 150_000 else { throw .serverTooOld(version: version) }
    guard encoding == "UTF8" else { throw .encoding(encoding) }
  }

  /// Waits until no other migration of this database runs.
  ///
  /// Tries instead of blocking: a blocked request would hold a snapshot, and back the vacuum horizon up, for the whole wait.
  borrowing func waitForTurn() throws(SchemaError) {
    let deadline = ContinuousClock.now + patience.busy
    while true {
      let mine = try asked { connection throws(PostgresError) in
        try connection.query("select pg_try_advisory_lock($1)", [.int8(Self.lockKey)]).bool(0, 0)
      }
      if mine { return }
      guard ContinuousClock.now < deadline else { throw .busy(seconds: Int(patience.busy.components.seconds)) }
      Self.pause(milliseconds: 20...150)
    }
  }

  /// Compares the database with the files; refuses a newer one.
  borrowing func compare() throws(SchemaError) -> MigrationReport {
    let applied = try appliedVersions()
    let found = applied.max() ?? 0
    guard found <= files.latestVersion else { throw .newer(found: found, known: files.latestVersion) }
    var report = MigrationReport(from: found, to: files.latestVersion)
    report.migrations = files.migrations.filter { !applied.contains($0.version) }.map(\.file.path)
    report.warnings = files.unlisted.map { .init(path: "reference/" + $0, problem: "not listed in reference/ORDER") }

    let known = try storedDigests()
    let digests = try digests(of: files.repeatable + files.migrations.map(\.file))
    let repeatable = files.repeatable.map(\.path)
    report.changed = repeatable.filter { known[$0] != digests[$0] }
    report.changed += known.keys.filter { !$0.hasPrefix("migrations/") && digests[$0] == nil }.sorted()
    for migration in files.migrations where applied.contains(migration.version) {
      let path = migration.file.path
      if let former = known[path], former != digests[path] {
        report.warnings.append(.init(path: path, problem: "edited after it was applied to this database"))
      }
    }
    return report
  }

  /// Creates roles and migrate's own tables if they are missing, and becomes `dvk_owner`.
  borrowing func setUp() throws(SchemaError) {
    try applying("roles", retrying: ["23505", "42710", "XX000"]) { connection throws(PostgresError) in
      try connection.script(SchemaSetUp.roles)
    }
    try asked { connection throws(PostgresError) in try connection.script("set role dvk_owner") }
    try applying("schema_version") { connection throws(PostgresError) in
      let there = try connection.query("select to_regclass('queue.schema_file') is not null").bool(0, 0)
      if !there { try connection.script(SchemaSetUp.tables) }
    }
  }

  /// Applies one migration in its own transaction.
  borrowing func apply(_ migration: SchemaFiles.Migration) throws(SchemaError) {
    let digest = try digests(of: [migration.file])
    try applying(migration.file.path, text: migration.file.text) { connection throws(PostgresError) in
      try connection.script(migration.file.text)
      try connection.query(
        "insert into queue.schema_version (version, name) values ($1, $2)",
        [.int4(Int32(migration.version)), .text(migration.name)])
      try Self.keep(digest, connection)
    }
  }

  /// Applies functions, reference data and grants in one transaction.
  borrowing func applyRepeatable() throws(SchemaError) -> [MigrationReport.Warning] {
    let digests = try digests(of: files.repeatable)
    var step = SchemaFiles.File(path: "functions", text: "")
    var warnings: [MigrationReport.Warning] = []
    var attempt = 1
    while true {
      do {
        warnings = try connection.transaction { connection throws(PostgresError) in
          var found: [MigrationReport.Warning] = []
          for file in files.functions {
            step = file
            try connection.script(file.text)
          }
          for reference in files.references {
            step = SchemaFiles.File(path: reference.files.first?.path ?? reference.name, text: "")
            found += try ReferenceLoader(reference: reference).load(connection)
          }
          if let grants = files.grants {
            step = grants
            try connection.script(grants.text)
          }
          step = SchemaFiles.File(path: "setup", text: "")
          try connection.script(SchemaSetUp.grants)
          try connection.query(
            "delete from queue.schema_file where path not like 'migrations/%' and path <> all ($1::text[])",
            [.textArray(Array(digests.keys))])
          try Self.keep(digests, connection)
          return found
        }
        return warnings
      } catch {
        try retry(error, step.path, step.text, attempt, [])
        attempt += 1
      }
    }
  }

  // MARK: State in the database

  private borrowing func appliedVersions() throws(SchemaError) -> Set<Int> {
    try asked { connection throws(PostgresError) in
      guard try connection.query("select to_regclass('queue.schema_version') is not null").bool(0, 0) else { return [] }
      let rows = try connection.query("select version from queue.schema_version")
      var versions: Set<Int> = []
      for row in 0..<rows.count { versions.insert(Int(try rows.int4(row, 0))) }
      return versions
    }
  }

  private borrowing func storedDigests() throws(SchemaError) -> [String: String] {
    try asked { connection throws(PostgresError) in
      guard try connection.query("select to_regclass('queue.schema_file') is not null").bool(0, 0) else { return [:] }
      let rows = try connection.query("select path, digest from queue.schema_file")
      var digests: [String: String] = [:]
      for row in 0..<rows.count { digests[try rows.text(row, 0)] = try rows.text(row, 1) }
      return digests
    }
  }

  /// SHA-256 of each file, computed by the server.
  private borrowing func digests(of files: [SchemaFiles.File]) throws(SchemaError) -> [String: String] {
    try asked { connection throws(PostgresError) in
      let rows = try connection.query(
        """
        select path, encode(sha256(convert_to(body, 'UTF8')), 'hex')
          from unnest($1::text[], $2::text[]) as file (path, body)
        """,
        [.textArray(files.map(\.path)), .textArray(files.map(\.text))])
      var digests: [String: String] = [:]
      for row in 0..<rows.count { digests[try rows.text(row, 0)] = try rows.text(row, 1) }
      return digests
    }
  }

  private static func keep(_ digests: [String: String], _ connection: borrowing Connection) throws(PostgresError) {
    let paths = digests.keys.sorted()
    try connection.query(
      """
      insert into queue.schema_file as f (path, digest)
      select path, digest from unnest($1::text[], $2::text[]) as file (path, digest)
      on conflict (path) do update set digest = excluded.digest, applied_at = now() where f.digest <> excluded.digest
      """,
      [.textArray(paths), .textArray(paths.map { digests[$0] ?? "" })])
  }

  // MARK: Errors and tries

  private borrowing func asked<R>(_ body: (borrowing Connection) throws(PostgresError) -> R) throws(SchemaError) -> R {
    do {
      return try body(connection)
    } catch {
      throw .database(error)
    }
  }

  /// Runs the body in a transaction until no lock stands in its way.
  private borrowing func applying(
    _ path: String, text: String = "", retrying: [SQLState] = [],
    _ body: (borrowing Connection) throws(PostgresError) -> Void
  ) throws(SchemaError) {
    var attempt = 1
    while true {
      do {
        return try connection.transaction { connection throws(PostgresError) in try body(connection) }
      } catch {
        try retry(error, path, text, attempt, retrying)
        attempt += 1
      }
    }
  }

  /// Pauses before the next try, or throws when there is to be none.
  private borrowing func retry(
    _ error: PostgresError, _ path: String, _ text: String, _ attempt: Int, _ others: [SQLState]
  ) throws(SchemaError) {
    let line = error.serverError?.position.map { position in 1 + text.prefix(position - 1).count(where: \.isNewline) }
    guard let state = error.sqlState else { throw .refused(path: path, line: line, error) }
    let again: [SQLState] = [.lockNotAvailable, .deadlockDetected] + others
    guard again.contains(state) else { throw .refused(path: path, line: text.isEmpty ? nil : line, error) }
    guard attempt < patience.attempts else {
      guard state == .lockNotAvailable else { throw .refused(path: path, line: nil, error) }
      throw .lockedOut(path: path, attempts: attempt)
    }
    Self.pause(milliseconds: 20...120)
  }

  private static func pause(milliseconds: ClosedRange<UInt32>) {
    usleep(UInt32.random(in: milliseconds) * 1000)
  }
}
