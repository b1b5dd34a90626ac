import Foundation
import Postgres
import TestSupport
import Testing

@testable import Schema

@Suite("Migrate")
struct MigratorTests {
  private func count(_ database: TestDatabase, _ sql: String) throws -> Int {
    Int(try database.connect().query("select count(*) from \(sql)").int8(0, 0))
  }

  @Test("brings an empty database to the newest version, with roles, functions, reference data and grants")
  func fresh() throws {
    let database = try TestDatabase()
    let report = try Migrator(files: ShareFixture.whole().files()).migrate(database.url)
    #expect(report.from == 0)
    #expect(report.to == 2)
    #expect(report.migrations == ["migrations/0001_queue.sql", "migrations/0002_more.sql"])
    #expect(report.warnings == [.init(path: "reference/numbers.csv", row: "x", problem: "no number")])
    #expect(try count(database, "queue.one") == 1)
    #expect(
      try count(database, "queue.two where kind = 'report' and version = 1 and part = 'schema' and body->>'a' = 'ạ'")
        == 1)
    #expect(try count(database, "queue.schema_version") == 2)
    #expect(try count(database, "pg_class where relname = 'one' and pg_get_userbyid(relowner) = 'dvk_owner'") == 1)
    // Roles are the cluster's: tests of lanes let dvk_daemon log in, as an installation does.
    #expect(
      try count(
        database,
        """
        pg_roles where rolname in ('dvk_owner', 'dvk_daemon', 'dvk_portal', 'dvk_operator', 'dvk_reader') and not rolsuper
          and (not rolcanlogin or rolname = 'dvk_daemon')
        """) == 5)
    #expect(
      try database.connect().query("select has_table_privilege('dvk_reader', 'queue.one', 'select')").bool(0, 0))
    #expect(
      try database.connect().query("select has_table_privilege('dvk_daemon', 'queue.schema_version', 'select')").bool(
        0, 0))
  }

  @Test("does nothing the second time")
  func idempotent() throws {
    let (database, share) = (try TestDatabase(), try ShareFixture.whole())
    _ = try Migrator(files: share.files()).migrate(database.url)
    let again = try Migrator(files: share.files()).migrate(database.url)
    #expect(again.isUpToDate)
    #expect(again.from == 2)
  }

  @Test("applies what is new, changed or gone, and warns of an edited migration")
  func changes() throws {
    let (database, share) = (try TestDatabase(), try ShareFixture.whole())
    _ = try Migrator(files: share.files()).migrate(database.url)
    try share.write("reference/numbers.csv", "number,note\n1,\n2,\n")
    try share.write("migrations/0002_more.sql", "select 1;")
    try share.write("migrations/0003_new.sql", "create table queue.three ();")
    let check = try Migrator(files: share.files()).check(database.url)
    #expect(check.migrations == ["migrations/0003_new.sql"])
    #expect(check.changed == ["reference/numbers.csv"])
    #expect(check.warnings.map(\.path) == ["migrations/0002_more.sql"])
    #expect(try count(database, "queue.one") == 1)
    let report = try Migrator(files: share.files()).migrate(database.url)
    #expect(report.migrations == check.migrations && report.changed == check.changed)
    #expect(try count(database, "queue.one") == 2)
    #expect(try Migrator(files: share.files()).check(database.url).isUpToDate)
  }

  @Test("--check of an empty database lists everything and changes nothing")
  func checkEmpty() throws {
    let database = try TestDatabase()
    let report = try Migrator(files: ShareFixture.whole().files()).check(database.url)
    #expect(report.migrations.count == 2)
    #expect(report.changed.count == 7)
    #expect(try count(database, "pg_namespace where nspname = 'queue'") == 0)
  }

  @Test("can be raced by 20 at once")
  func race() async throws {
    let database = try TestDatabase()
    let files = try ShareFixture.whole().files()
    let reports = try await withThrowingTaskGroup(of: MigrationReport.self) { group in
      for number in 0..<20 {
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "migrate.\(number)").async {
              continuation.resume(with: Result { try Migrator(files: files).migrate(database.url) })
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(reports.count == 20)
    #expect(reports.filter { !$0.isUpToDate }.count == 1)
    #expect(try count(database, "queue.schema_version") == 2)
    #expect(try count(database, "queue.one") == 1)
  }

  @Test("refuses a schema newer than it knows")
  func newer() throws {
    let (database, share) = (try TestDatabase(), try ShareFixture.whole())
    _ = try Migrator(files: share.files()).migrate(database.url)
    try database.connect().query("insert into queue.schema_version values (3, 'later')")
    for work in [Migrator.migrate, Migrator.check] {
      let error = try #require(throws: SchemaError.self) { _ = try work(Migrator(files: share.files()))(database.url) }
      #expect(error.isConfiguration)
      guard case .newer(found: 3, known: 2) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("refuses a database that is not UTF8")
  func encoding() throws {
    let name = "dvkd_test_latin_\(getpid())"
    let server = try TestServer.connect()
    try server.query("create database \(name) encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0")
    defer { #expect(throws: Never.self) { try server.query("drop database \(name) with (force)") } }
    let error = try #require(throws: SchemaError.self) {
      try Migrator(files: ShareFixture.whole().files()).migrate(TestServer.url().setting("dbname", to: name))
    }
    #expect(error.isConfiguration)
    guard case .encoding("LATIN1") = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("waits out a lock, and gives up loudly when it stays")
  func lock() throws {
    let (database, share) = (try TestDatabase(), try ShareFixture.whole())
    _ = try Migrator(files: share.files()).migrate(database.url)
    try share.write("migrations/0003_new.sql", "alter table queue.one add column note text;")
    let holder = try database.connect()
    try holder.script("begin; lock table queue.one in access share mode")
    var patience = Migrator.Patience()
    patience.attempts = 2
    let error = try #require(throws: SchemaError.self) {
      try Migrator(files: share.files(), patience: patience).migrate(database.url)
    }
    #expect(!error.isConfiguration)
    guard case .lockedOut(path: "migrations/0003_new.sql", attempts: 2) = error else {
      Issue.record("\(error)")
      return
    }
    try holder.script("commit")
    #expect(try Migrator(files: share.files()).migrate(database.url).migrations == ["migrations/0003_new.sql"])
  }

  @Test("a failing migration leaves the ones before it, and tells file and line")
  func failure() throws {
    let (database, share) = (try TestDatabase(), try ShareFixture.whole())
    try share.write("migrations/0002_more.sql", "create table queue.two ();\n\nselect nowhere;")
    let error = try #require(throws: SchemaError.self) { try Migrator(files: share.files()).migrate(database.url) }
    #expect(error.description.hasPrefix("migrations/0002_more.sql:3: "))
    #expect(try count(database, "queue.schema_version") == 1)
    #expect(try count(database, "pg_class where relname = 'two'") == 0)
  }

  @Test("waits while another migration runs, up to a limit")
  func busy() throws {
    let (database, share) = (try TestDatabase(), try ShareFixture.whole())
    let holder = try database.connect()
    try holder.query("select pg_advisory_lock($1)", [.int8(MigrationRun.lockKey)])
    var patience = Migrator.Patience()
    patience.busy = .milliseconds(300)
    let error = try #require(throws: SchemaError.self) {
      try Migrator(files: share.files(), patience: patience).migrate(database.url)
    }
    guard case .busy = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("works as the owner of the database who may create roles")
  func notSuperuser() throws {
    let database = try TestDatabase()
    let name = "dvkd_test_admin_\(getpid())"
    let server = try TestServer.connect()
    try server.script("create role \(name) login createrole")
    defer {
      #expect(throws: Never.self) { try server.script("drop role \(name)") }
    }
    try server.script("alter database \(database.name) owner to \(name)")
    let url = try database.url.setting("user", to: name)
    #expect(try Migrator(files: ShareFixture.whole().files()).migrate(url).to == 2)
    #expect(try Migrator(files: ShareFixture.whole().files()).check(url).isUpToDate)
    try server.script("alter database \(database.name) owner to postgres")
  }
}
