import Foundation
import Postgres
import Schema
import TestSupport
import Testing

/// A database is brought up to date under working daemons, which are replaced one after the other.
@Suite("Daemons of two versions") struct VersionsTests {
  private static let kind = "submission_validation"
  private static let known = SchemaVersion.known

  private let database: TestDatabase
  private let configuration: Configuration

  init() throws {
    database = try TestDatabase.migrated()
    configuration = try Configuration()
    // What the daemons' handler writes, a row a job, and what it is to write.
    try database.connect().script(
      """
      create schema bench;
      create table bench.effect (job_id bigint not null, process integer not null);
      create table bench.wanted (job_id bigint not null);
      """)
  }

  @Test("drain one queue through a migration; whichever is killed, the other goes on with jobs and schedules")
  func sideBySide() throws {
    let (older, olderSocket) = try start(knowing: Self.known)
    try Self.untilReady(olderSocket, schemaVersion: Self.known)
    try untilAllWork(older)
    try migrateToTheNext()
    try untilAllWork(older)

    let (newer, newerSocket) = try start(knowing: Self.known + 1)
    try Self.untilReady(newerSocket, schemaVersion: Self.known + 1)
    #expect(!Self.saysNewer(newer))
    try untilAllWork(older, newer)

    try kill(older)
    try fire("older_killed")
    try untilAllWork(newer)

    let (another, anotherSocket) = try start(knowing: Self.known)
    try Self.untilReady(anotherSocket, schemaVersion: Self.known + 1)
    #expect(Self.saysNewer(another))
    try untilAllWork(newer, another)

    try kill(newer)
    try fire("newer_killed")
    try untilAllWork(another)

    try eventually(within: .seconds(60), "an empty queue") {
      try number("select count(*) from queue.job where \(Self.ours)") == 0
    }
    another.send(SIGTERM)
    #expect(try another.wait() == .status(0))
    // Every job once, in effect and in history.
    let jobs = try number("select count(*) from bench.wanted")
    for (table, id) in [("bench.effect", "job_id"), ("queue.finished", "id")] {
      #expect(try number("select count(*) from \(table)") == jobs)
      #expect(try number("select count(*) from bench.wanted w join \(table) t on t.\(id) = w.job_id") == jobs)
    }
    #expect(try number("select count(*) from queue.finished where outcome <> 'completed'") == 0)
  }

  @Test("a daemon of a version too old for the database is refused beside one that works")
  func refused() throws {
    let (newer, socket) = try start(knowing: Self.known)
    try Self.untilReady(socket, schemaVersion: Self.known)
    let (tooOld, _) = try start(knowing: Self.known - 2)
    #expect(try tooOld.wait() == .status(78))
    try untilAllWork(newer)
  }

  // MARK: Daemons

  private static let ours = "kind = '\(kind)'"

  /// Starts a daemon whose jobs take 2 ms and write one effect each.
  private func start(knowing version: Int) throws -> (ProcessDriver, NotifySocket) {
    let socket = try NotifySocket()
    let daemon = try ProcessDriver(
      "dvkd-bench",
      [
        "worker", "--database", database.url.redacted, "--config", configuration.path, "--effect-cost", "2000",
        "--schema-version", String(version),
      ], environment: ["NOTIFY_SOCKET": socket.address], input: nil)
    return (daemon, socket)
  }

  private static func untilReady(_ socket: NotifySocket, schemaVersion: Int) throws {
    let messages = try socket.wait { $0.contains("lanes up, schema version") }
    #expect(messages.last?.contains("2 lanes up, schema version \(schemaVersion)") == true, "\(messages)")
  }

  private static func saysNewer(_ daemon: ProcessDriver) -> Bool {
    daemon.errorLines.contains {
      $0.contains("schema one newer than this program knows")
        && $0.contains("schema.version=\(known + 1) known=\(known)")
    }
  }

  /// Kills a daemon in mid-work.
  private func kill(_ daemon: ProcessDriver) throws {
    try feed()
    daemon.send(SIGKILL)
    #expect(try daemon.wait() == .signal(SIGKILL))
  }

  // MARK: Work

  /// Keeps the queue filled until each of the daemons has done jobs from now on.
  private func untilAllWork(_ daemons: ProcessDriver...) throws {
    let before = try daemons.map { try effects(of: $0) }
    try eventually(within: .seconds(60), "work of every daemon") {
      try feed()
      return try zip(daemons, before).allSatisfy { try effects(of: $0) > $1 }
    }
  }

  private func effects(of daemon: ProcessDriver) throws -> Int64 {
    try number("select count(*) from bench.effect where process = \(daemon.pid)")
  }

  /// Fills the queue up to a thousand jobs; names only the columns that the older version knows.
  private func feed() throws {
    try database.connect().query(
      """
      with made as (
        insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
        select now(), now(), 3, 20, 1, $1, jsonb_build_object('submission_id', n)
        from generate_series(1, 1000 - (select count(*) from queue.job)) n
        returning id)
      insert into bench.wanted select id from made
      """, [.text(Self.kind)])
  }

  /// Makes a schedule whose time has come, and waits for its job: one of a kind that no daemon here has lanes for.
  private func fire(_ name: String) throws {
    let session = try database.connect()
    try session.query(
      "select queue.define_schedule($1, 'aggregation_refresh', '{}', '@yearly', missed => 'once')", [.text(name)])
    try session.query(
      """
      update queue.schedule
      set next_fire_at = queue.cron_latest(cron, 'Asia/Ho_Chi_Minh', clock_timestamp() - interval '400 d', clock_timestamp())
      where name = $1
      """, [.text(name)])
    try eventually(within: .seconds(30), "the schedule's job") {
      try session.query("select count(*) from queue.schedule_fire where schedule = $1", [.text(name)]).int8(0, 0) == 1
    }
  }

  /// Applies the schema of a next version: one migration more, and all functions again.
  private func migrateToTheNext() throws {
    let share = NSTemporaryDirectory() + "dvkd-next-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: false)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: share) } }
    try FileManager.default.copyItem(atPath: TestDatabase.share.file("sql"), toPath: share + "/sql")
    let next = String(repeating: "0", count: 4 - String(Self.known + 1).count) + String(Self.known + 1)
    try "alter table queue.job add column note text; alter table queue.finished add column note text;".write(
      toFile: "\(share)/sql/migrations/\(next)_note.sql", atomically: true, encoding: .utf8)
    // With the migration all functions and reference data are applied anew.
    let report = try Migrator(files: SchemaFiles(ShareDirectory(path: share))).migrate(database.url)
    #expect(report.to == Self.known + 1)
  }

  private func number(_ sql: String) throws -> Int64 { try database.connect().query(sql).int8(0, 0) }

  /// Two lanes for the one kind, none for the others; removed when the last reference goes.
  private final class Configuration {
    let path = NSTemporaryDirectory() + "dvkd-versions-\(UUID().uuidString.prefix(8)).toml"

    init() throws {
      try """
      [queue]
      poll_interval_ms = 50
      [pools.submission_validation]
      lanes = 2
      [pools.aggregation_refresh]
      lanes = 0
      [pools.commendation_notice]
      lanes = 0
      """.write(toFile: path, atomically: true, encoding: .utf8)
    }

    deinit { unsafe unlink(path) }
  }
}
