import Foundation
import Postgres
import TestSupport
import Testing

@Suite("dvkd run")
struct RunTests {
  private func start(_ database: String, _ socket: NotifySocket, _ environment: [String: String] = [:]) throws
    -> ProcessDriver
  {
    try ProcessDriver(
      "dvkd", ["run", "--database", database],
      environment: ["NOTIFY_SOCKET": socket.address, "DVKD_QUEUE_POLL_INTERVAL_MS": "50"].merging(environment) { $1 })
  }

  @Test("tells READY when the lanes are up, STOPPING at SIGTERM, and exits 0", arguments: [SIGTERM, SIGINT])
  func readyAndStop(signal: Int32) throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let program = try start(database.url.redacted, socket)
    let messages = try socket.wait { $0.hasPrefix("READY=1") }
    #expect(messages.first == "STATUS=waiting for the database")
    let lanes = try database.connect().query(
      "select count(*) from pg_stat_activity where datname = current_database() and application_name ~ '^dvkd/[0-9a-f]{8}/[a-z_]+/[0-9]+$'"
    )
    #expect(try lanes.int8(0, 0) == 4)
    program.send(signal)
    #expect(try socket.wait { $0.hasPrefix("STOPPING=1") }.count == 1)
    #expect(try program.wait() == .status(0))
    #expect(program.errorLines.last?.contains(#"msg="daemon stopped" clean=true"#) == true)
  }

  @Test("needs no right but those of dvk_daemon")
  func leastPrivilege() throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let role = "dvkd_test_login_\(UUID().uuidString.prefix(8).lowercased())"
    let server = try TestServer.connect()
    try server.script("create role \(role) login in role dvk_daemon")
    defer { #expect(throws: Never.self) { try server.script("drop role \(role)") } }
    let program = try start(try database.url.setting("user", to: role).redacted, socket)
    try socket.wait { $0.hasPrefix("READY=1") }
    let observer = try database.connect()
    try observer.query("select queue.enqueue('aggregation_refresh')")
    try eventually(within: .seconds(20), "the finished job") {
      try observer.query("select count(*) from queue.finished where outcome = 'completed'").int8(0, 0) == 1
    }
    program.send(SIGTERM)
    #expect(try program.wait() == .status(0))
    #expect(!program.errorLines.contains { $0.hasPrefix("<3>") || $0.hasPrefix("<4>") }, "\(program.errorLines)")
  }

  @Test("waits for a database that is not there, tells it once, and is ready when it comes")
  func lateDatabase() throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let directory = NSTemporaryDirectory() + "dvkd-late-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: directory) } }
    let program = try start(try database.url.setting("host", to: directory).redacted, socket)
    try program.waitForLine { $0.contains(#"msg="database lost" component=start"#) }
    let server = try #require(try database.url.value(of: "host"))
    try FileManager.default.createSymbolicLink(
      atPath: directory + "/.s.PGSQL.5432", withDestinationPath: server + "/.s.PGSQL.5432")
    try socket.wait { $0.hasPrefix("READY=1") }
    #expect(program.errorLines.filter { $0.contains("database lost") }.count == 1)
    program.send(SIGTERM)
    #expect(try program.wait() == .status(0))
  }

  @Test("a login that the server refuses is an error that says what to do, told once")
  func refusedLogin() throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let program = try start(try database.url.setting("user", to: "nobody_at_all").redacted, socket)
    try program.waitForLine { $0.hasPrefix("<3>") && $0.contains(#"msg="login refused""#) && $0.contains("hint=") }
    program.send(SIGTERM)
    #expect(try program.wait() == .status(0))
    #expect(program.errorLines.filter { $0.contains("login refused") }.count == 1)
  }

  @Test("runs with a schema that is one newer, and says so")
  func newerSchema() throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let newer = try raiseSchema(of: database, by: 1)
    let program = try start(database.url.redacted, socket)
    let messages = try socket.wait { $0.hasPrefix("READY=1") || $0.hasPrefix("STATUS=4 lanes up") }
    #expect(
      messages.contains { $0.contains("schema version \(newer), one newer than this program knows") }, "\(messages)")
    #expect(
      program.errorLines.contains {
        $0.contains(#"msg="schema one newer than this program knows" schema.version=\#(newer) known=\#(newer - 1)"#)
      }, "\(program.errorLines)")
    let observer = try database.connect()
    try observer.query("select queue.enqueue('aggregation_refresh')")
    try eventually(within: .seconds(20), "the finished job") {
      try observer.query("select count(*) from queue.finished where outcome = 'completed'").int8(0, 0) == 1
    }
    program.send(SIGTERM)
    #expect(try program.wait() == .status(0))
  }

  @Test("refuses a schema that is two newer: exit 78, with what to do")
  func farNewerSchema() throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let newer = try raiseSchema(of: database, by: 2)
    let program = try start(database.url.redacted, socket)
    #expect(try program.wait() == .status(78))
    let advice = "the database has schema version \(newer), this program runs with \(newer - 2) and \(newer - 1); "
    #expect(
      program.errorLines.contains { $0.contains(advice + "install the newer program") }, "\(program.errorLines)")
  }

  /// Pretends that newer programs have migrated the database; returns the version it then has.
  private func raiseSchema(of database: TestDatabase, by count: Int) throws -> Int {
    let connection = try database.connect()
    try connection.query(
      """
      insert into queue.schema_version (version, name)
      select max(v.version) + n, 'newer' from queue.schema_version v, generate_series(1, $1) n group by n
      """, [.int4(Int32(count))])
    return try Int(connection.query("select max(version) from queue.schema_version").int4(0, 0))
  }

  @Test("ends at SIGTERM while it waits for the database")
  func stopBeforeReady() throws {
    let socket = try NotifySocket()
    let program = try start("host=/nowhere dbname=none", socket)
    try program.waitForLine { $0.contains("database lost") }
    program.send(SIGTERM)
    #expect(try program.wait(within: .seconds(5)) == .status(0))
  }

  @Test("ends at a SIGTERM of its first moment", arguments: 0..<10)
  func stopAtOnce(time: Int) throws {
    let socket = try NotifySocket()
    let program = try start("host=/nowhere dbname=none", socket)
    try socket.wait { $0.hasPrefix("STATUS=") }
    program.send(SIGTERM)
    #expect(try program.wait(within: .seconds(5)) == .status(0))
  }

  @Test("templates that are not there exit 78, unless another daemon drafts the notices")
  func templates() throws {
    let missing = ["DVKD_NOTICES_TEMPLATES_DIR": "/nowhere"]
    let socket = try NotifySocket()
    let refused = try start("host=/nowhere dbname=none", socket, missing)
    #expect(try refused.wait() == .status(78))
    #expect(refused.errorLines == ["error: the template directory /nowhere cannot be read"])
    let without = missing.merging(["DVKD_POOLS_COMMENDATION_NOTICE_LANES": "0"]) { $1 }
    let program = try start("host=/nowhere dbname=none", socket, without)
    try program.waitForLine { $0.contains("database lost") }
    program.send(SIGTERM)
    #expect(try program.wait() == .status(0))
  }

  @Test("reads the log level again at SIGHUP, names what needs a restart, and keeps the old when the file is bad")
  func reload() throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let path = NSTemporaryDirectory() + "dvkd-\(UUID().uuidString.prefix(8)).toml"
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: path) } }
    func write(_ text: String) throws { try text.write(toFile: path, atomically: true, encoding: .utf8) }
    try write("[log]\nlevel = \"info\"")
    let program = try start(database.url.redacted, socket, ["DVKD_CONFIG": path])
    try socket.wait { $0.hasPrefix("READY=1") }
    #expect(!program.errorLines.contains { $0.contains("level=debug") })
    try write("[log]\nlevel = \"debug\"\n[pools.commendation_notice]\nlanes = 2")
    program.send(SIGHUP)
    try program.waitForLine {
      $0.contains(#"msg="configuration reloaded" log.level=debug need_restart=pools.commendation_notice.lanes"#)
    }
    try write("[log]\nlevel = \"loud\"")
    program.send(SIGHUP)
    try program.waitForLine { $0.hasPrefix("<3>") && $0.contains("configuration not reloaded") }
    program.send(SIGTERM)
    #expect(try program.wait() == .status(0))
    #expect(program.errorLines.contains { $0.contains("level=debug") })
  }

  @Test("rolls back at a second SIGTERM, at the drain limit too, and the job stays", arguments: [true, false])
  func rollBack(second: Bool) throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let holder = try database.connect()
    // The refresh waits for this lock, so its batch is in hand for as long as the test likes.
    try holder.script("begin; lock table stats.change in access exclusive mode")
    let program = try start(
      database.url.redacted, socket, ["DVKD_QUEUE_DRAIN_LIMIT_MS": second ? "600000" : "300"])
    try socket.wait { $0.hasPrefix("READY=1") }
    let observer = try database.connect()
    try observer.query("select queue.enqueue('aggregation_refresh')")
    try eventually(within: .seconds(20), "a waiting lane") {
      try observer.query(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and application_name like 'dvkd/%/aggregation_refresh/%' and datname = current_database()"
      ).int8(0, 0) == 1
    }
    program.send(SIGTERM)
    try socket.wait { $0.hasPrefix("STOPPING=1") }
    if second { program.send(SIGTERM) }
    #expect(try program.wait(within: .seconds(10)) == .status(0))
    #expect(program.errorLines.last?.contains(#"msg="daemon stopped" clean=false"#) == true)
    try holder.script("rollback")
    #expect(try observer.query("select count(*) from queue.job where attempt = 0").int8(0, 0) == 1)
  }

  @Test("feeds the watchdog")
  func watchdog() throws {
    let (database, socket) = (try TestDatabase.migrated(), try NotifySocket())
    let program = try start(database.url.redacted, socket, ["WATCHDOG_USEC": "300000"])
    try socket.wait { $0.hasPrefix("READY=1") }
    for _ in 0..<3 { try socket.wait(within: .seconds(1)) { $0 == "WATCHDOG=1" } }
    program.send(SIGTERM)
    #expect(try program.wait() == .status(0))
  }
}
