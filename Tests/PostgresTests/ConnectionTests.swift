import Dispatch
import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Connection")
struct ConnectionTests {
  @Test("sets application name, encoding and settings")
  func settings() throws {
    let database = try TestDatabase()
    let connection = try database.connect(
      applicationName: "dvkd/1/noop/2", settings: ["lock_timeout": "200ms", "search_path": "pg_catalog, pg_temp"])
    let rows = try connection.query(
      """
      select current_setting('application_name'), current_setting('client_encoding'), current_setting('lock_timeout'),
        current_setting('search_path'), pg_backend_pid()
      """)
    #expect(try rows.text(0, 0) == "dvkd/1/noop/2")
    #expect(try rows.text(0, 1) == "UTF8")
    #expect(try rows.text(0, 2) == "200ms")
    #expect(try rows.text(0, 3) == "pg_catalog, pg_temp")
    #expect(try rows.int4(0, 4) == connection.backendPID)
    #expect(connection.transactionStatus == .idle)
    #expect(connection.isBroken == false)
  }

  @Test("refuses an unknown setting with the server's error")
  func unknownSetting() throws {
    let url = try TestServer.url()
    let error = #expect(throws: PostgresError.self) {
      _ = try Connection(url, applicationName: "test", settings: ["no_such_setting": "1"])
    }
    #expect(error?.sqlState == "42704")
    #expect(error?.isConnectionLost == false)
  }

  @Test("tries the hosts in turn")
  func manyHosts() throws {
    let url = try TestServer.url()
    let host = try #require(try url.value(of: "host"))
    let connection = try Connection(
      try url.setting("host", to: "/nowhere-\(UUID().uuidString),\(host)"), applicationName: "test")
    #expect(try connection.query("select 1").int4(0, 0) == 1)
  }

  @Test("says that the server cannot be reached")
  func unreachable() throws {
    let url = try TestServer.url().setting("host", to: "/nowhere")
    let error = #expect(throws: PostgresError.self) { _ = try Connection(url, applicationName: "test") }
    #expect(error?.isConnectionLost == true)
    #expect(error?.isTransient == true)
    #expect(error?.sqlState == nil)
    #expect(error?.description.contains { $0.isNewline } == false)
  }

  @Test("gives up on a server that takes the connection and says nothing")
  func connectTimeout() throws {
    let database = try TestDatabase()
    let proxy = try FaultProxy()
    // The first packet of a session holds the application name.
    proxy.inject(.stall("silent"))
    let url = try proxy.url(of: database.url)
    let start = ContinuousClock.now
    let error = #expect(throws: PostgresError.self) {
      _ = try Connection(url, applicationName: "silent", connectTimeout: .seconds(1))
    }
    #expect(error?.isConnectionLost == true)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("reports SQLSTATE, detail, hint, constraint and position")
  func serverError() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    try connection.query("create table model (name text constraint model_name_once unique)")
    try connection.query("insert into model values ('Nuôi ong')")
    let twice = #expect(throws: PostgresError.self) { try connection.query("insert into model values ('Nuôi ong')") }
    #expect(twice?.sqlState == .uniqueViolation)
    #expect(twice?.serverError?.constraint == "model_name_once")
    #expect(twice?.serverError?.detail?.contains("Nuôi ong") == true)
    // The value is in the detail only, so that the description may be logged.
    #expect(twice?.description.contains("Nuôi ong") == false)

    let raised = #expect(throws: PostgresError.self) {
      try connection.query("do $$ begin raise 'no' using errcode = 'DV001', hint = 'do this'; end $$")
    }
    #expect(raised?.sqlState == "DV001")
    #expect(raised?.serverError?.hint == "do this")
    #expect(raised?.isTransient == false)
    let syntax = #expect(throws: PostgresError.self) { try connection.query("select frm") }
    #expect(syntax?.serverError?.position == 8)
  }

  @Test("runs scripts of many statements and leaves no failed transaction behind")
  func script() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    try connection.script("create table a (n int); insert into a values (1); insert into a values (2);")
    #expect(try connection.query("select count(*) from a").int8(0, 0) == 2)
    #expect(throws: PostgresError.self) { try connection.script("begin; insert into a values (3); select 1/0; commit") }
    #expect(connection.transactionStatus == .idle)
    #expect(try connection.query("select count(*) from a").int8(0, 0) == 2)
  }

  @Test("routes notices to the closure")
  func notices() throws {
    let seen = DispatchQueue(label: "seen")
    nonisolated(unsafe) var notices: [Notice] = []
    let database = try TestDatabase()
    let connection = try database.connect { @Sendable notice in seen.sync { unsafe notices.append(notice) } }
    try connection.query(
      "do $$ begin raise warning 'Sắp đầy' using detail = 'd', hint = 'h', errcode = '01234'; end $$")
    let notice = try #require(unsafe notices.first)
    #expect(notice.severity == "WARNING" && notice.sqlState == "01234" && notice.message == "Sắp đầy")
    #expect(notice.detail == "d" && notice.hint == "h")
  }

  @Test("refuses NUL in statements, names and parameters before sending anything")
  func nul() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    func refuses(_ what: String, _ body: () throws -> Void) {
      let error = #expect(throws: PostgresError.self, "\(what)") { try body() }
      #expect(error?.kind == .usage, "\(what)")
    }
    refuses("statement") { try connection.query("select 1\0 + 1") }
    refuses("text") { try connection.query("select $1", [.text("a\0b")]) }
    refuses("jsonb") { try connection.query("select $1", [.jsonb("\"\0\"")]) }
    refuses("element") { try connection.query("select $1", [.textArray(["a", "\0"])]) }
    refuses("name") { try connection.prepared("n\0", "select 1") }
    refuses("script") { try connection.script("select 1;\0") }
    refuses("pipeline") { try connection.pipeline { pipeline in try pipeline.query("select $1", [.text("\0")]) } }
    #expect(try connection.query("select $1", [.text("after")]).text(0, 0) == "after")
    // An escaped NUL in JSON is the server's to refuse.
    let escaped = #expect(throws: PostgresError.self) {
      try connection.query("select $1", [.jsonb(#"{"a":"\u0000"}"#)])
    }
    #expect(escaped?.sqlState == "22P05")
  }

  @Test("refuses bytes that are not UTF-8, both ways")
  func invalidUTF8() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    let out = #expect(throws: PostgresError.self) {
      try connection.query("select convert_from($1, 'UTF8')", [.bytea([0x4D, 0xC3, 0x28])])
    }
    #expect(out?.sqlState == .characterNotInRepertoire)
    try connection.query("create table t (x text)")
    let copied = #expect(throws: PostgresError.self) { try connection.copyIn("copy t from stdin", [0xC3, 0x28, 0x0A]) }
    #expect(copied?.sqlState == .characterNotInRepertoire)
    #expect(try connection.query("select 1").int4(0, 0) == 1)

    let name = "dvkd_ascii_\(UUID().uuidString.prefix(8).lowercased())"
    let server = try TestServer.connect()
    try server.query("create database \(name) template template0 encoding 'SQL_ASCII' locale 'C'")
    defer { #expect(throws: Never.self) { try server.query("drop database \(name) with (force)") } }
    let ascii = try TestServer.connect(database: name)
    // Otherwise the server itself refuses to send it.
    try ascii.query("set client_encoding = 'SQL_ASCII'")
    let rows = try ascii.query("select E'\\xC3\\x28'::text as broken")
    let read = #expect(throws: PostgresError.self) { try rows.text(0, 0) }
    guard case .decoding(let problem) = read else {
      Issue.record("\(String(describing: read))")
      return
    }
    #expect(problem.reason == .invalidUTF8 && problem.column == "broken" && problem.row == 0)
  }

  @Test("prepares a statement once and anew when its result type has changed")
  func prepared() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    try connection.query("create table unit (code text)")
    try connection.query("insert into unit values ('XA-01')")
    let name = "units"
    let sql = "select * from unit"
    #expect(try connection.prepared(name, sql).columnCount == 1)
    #expect(try connection.prepared(name, sql).columnCount == 1)
    #expect(try connection.query("select count(*) from pg_prepared_statements").int8(0, 0) == 1)
    try connection.query("alter table unit add column note text")
    #expect(try connection.prepared(name, sql).columnCount == 2)
    try connection.query("deallocate all")
    #expect(try connection.prepared(name, sql).columnCount == 2)

    // In a transaction the error stands, and the next use is well.
    try connection.query("alter table unit add column more text")
    let error = #expect(throws: PostgresError.self) {
      try connection.transaction { (connection) throws(PostgresError) in _ = try connection.prepared(name, sql) }
    }
    #expect(error?.sqlState == .featureNotSupported)
    #expect(try connection.prepared(name, sql).columnCount == 3)

    let otherSQL = #expect(throws: PostgresError.self) { try connection.prepared(name, "select 1") }
    #expect(otherSQL?.kind == .usage)
    try connection.prepared("typed", "select $1", [.int8(1)])
    let otherTypes = #expect(throws: PostgresError.self) { try connection.prepared("typed", "select $1", [.int4(1)]) }
    #expect(otherTypes?.kind == .usage)
  }
}
