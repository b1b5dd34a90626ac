import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Commands with a database")
struct DatabaseCommandTests {
  private func run(_ arguments: [String], _ database: TestDatabase) throws -> (ProcessDriver.Exit, ProcessDriver) {
    let program = try ProcessDriver("dvkd", arguments + ["--database", database.url.redacted])
    return (try program.wait(within: .seconds(120)), program)
  }

  @Test("migrate --check exits 1 while behind, and 0 when up to date")
  func migrateCheck() throws {
    let empty = try TestDatabase()
    let (code, program) = try run(["migrate", "--check"], empty)
    #expect(code == .status(1))
    #expect(program.outputLines.contains("due migrations/0001_queue.sql"))
    let (codeAfter, after) = try run(["migrate", "--check", "--json"], try TestDatabase.migrated())
    #expect(codeAfter == .status(0))
    #expect(after.outputLines.first?.contains(#""upToDate":true"#) == true)
  }

  @Test("a schema newer than the program exits 78: migrate, status and run")
  func newer() throws {
    let database = try TestDatabase.migrated()
    try database.connect().query("insert into queue.schema_version values (99, 'later')")
    for command in ["migrate", "status", "run"] {
      let (code, program) = try run([command], database)
      #expect(code == .status(78), "\(command)")
      #expect(program.errorLines.contains { $0.contains("schema version 99") }, "\(command)")
    }
  }

  @Test("an older or missing schema exits 78 and names migrate: status and run", arguments: ["status", "run"])
  func older(command: String) throws {
    let (code, program) = try run([command], try TestDatabase())
    #expect(code == .status(78))
    #expect(program.errorLines.contains { $0.contains("run dvkd migrate") })
  }

  @Test("enqueue prints the job's number, and status counts it")
  func enqueue() throws {
    let database = try TestDatabase.migrated()
    let (code, program) = try run(["enqueue", "aggregation_refresh", #"{"period": "2021"}"#, "--json"], database)
    #expect(code == .status(0))
    let id = try #require(program.outputLines.first?.wholeMatch(of: /\{"id":(\d+)\}/)).1
    #expect(
      try database.connect().query("select count(*) from queue.job where id = \(id) and args->>'period' = '2021'").int8(
        0, 0)
        == 1)
    let (_, status) = try run(["status"], database)
    #expect(
      status.outputLines.contains { $0.split(separator: " ").prefix(3) == ["aggregation_refresh", "0", "1"] },
      "\(status.outputLines)")
    let (_, json) = try run(["status", "--json"], database)
    #expect(json.outputLines.first?.contains(#""due":1"#) == true)
  }

  @Test("status tells the queue's health, as text and as JSON")
  func health() throws {
    let database = try TestDatabase.migrated()
    let lane = try database.connect(applicationName: "dvkd/0badcafe/commendation_notice/1")
    try database.connect().query("select queue.enqueue('aggregation_refresh')")
    let (code, status) = try run(["status"], database)
    #expect(code == .status(0), "\(status.errorLines)")
    for line in [
      "ok    daemons     1 tiến trình, 1 làn / 1 daemons, 1 lanes",
      "bad   unserved    không ai chạy / nobody runs: aggregation_refresh",
    ] {
      #expect(status.outputLines.contains(line), "\(status.outputLines)")
    }
    #expect(try run(["status", "--check"], database).0 == .status(1))
    let (_, json) = try run(["status", "--json"], database)
    let answer = try #require(json.outputLines.first)
    #expect(
      answer.contains(#"{"check":"paused","sentence":"không loại nào tạm dừng / no kind is paused","state":"ok"}"#))
    #expect(answer.contains(#""estimated":false"#))
    try database.connect().query("select queue.pause('aggregation_refresh')")
    #expect(try run(["status", "--check"], database).0 == .status(0), "a warning is not bad")
    try lane.query("select")
  }

  @Test("enqueue --dry-run checks and enqueues nothing")
  func dryRun() throws {
    let database = try TestDatabase.migrated()
    let (code, program) = try run(["enqueue", "aggregation_refresh", "--dry-run"], database)
    #expect(code == .status(0), "\(program.errorLines)")
    #expect(try database.connect().query("select count(*) from queue.job").int8(0, 0) == 0)
  }

  @Test("a refused job exits 1 with message, detail, hint and SQLSTATE")
  func refused() throws {
    let (code, program) = try run(["enqueue", "aggregation_refres"], try TestDatabase.migrated())
    #expect(code == .status(1))
    #expect(
      program.errorLines.map { $0.prefix { $0 != ":" } } == ["error", "detail", "hint", "sqlstate"],
      "\(program.errorLines)")
  }

  @Test("report prints each format, and refuses an unknown unit or period with a hint")
  func report() throws {
    let database = try TestDatabase.migrated()
    let call = ["report", "--unit", "06", "--period", "2021"]
    let starts = [
      ("text", ""), ("csv", "\u{feff}"), ("json", "{"), ("html", "<!DOCTYPE html>"),
    ]
    for (format, start) in starts {
      let (code, program) = try run(call + ["--format", format, "--as-of", "2021-12-31"], database)
      #expect(code == .status(0), "\(format): \(program.errorLines)")
      let text = program.outputLines.joined(separator: "\n")
      #expect(text.unicodeScalars.starts(with: start.unicodeScalars), "\(format)")
      #expect(text.contains("Bắc Kạn"), "\(format)")
    }
    let (_, short) = try run(call + ["--json"], database)
    #expect(short.outputLines.first?.hasPrefix("{") == true)
    for wrong in [["report", "--unit", "nowhere", "--period", "2021"], ["report", "--unit", "06", "--period", "21"]] {
      let (code, program) = try run(wrong, database)
      #expect(code == .status(1))
      #expect(program.errorLines.contains("sqlstate: 22023"), "\(program.errorLines)")
    }
    let (code, _) = try run(call + ["--as-of", "2021-02-30"], database)
    #expect(code == .status(2))
  }
}
