import Foundation
import Postgres
import Schema

/// A cluster of one test's own, for what the shared one must not suffer; removed when the last reference goes.
public final class ThrowAwayCluster {
  private let directory: String
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../deploy/dev/postgres").standardized.path

  /// Makes and starts a cluster.
  /// - Throws: `TestSupportError` when it does not come up.
  public init() throws {
    directory = try Self.run("start")
  }

  /// Makes and starts a standby that follows `primary` by streaming.
  /// - Throws: `TestSupportError` when it does not come up.
  public init(standbyOf primary: ThrowAwayCluster) throws {
    directory = try Self.run("standby", primary.directory)
  }

  deinit {
    do {
      try Self.run("stop", directory)
    } catch {
      print("the cluster \(directory) is left behind: \(error)")
    }
  }

  /// How to reach a database on it, as superuser.
  public func url(_ database: String) -> String { "postgresql:///\(database)?host=\(directory)&user=postgres" }

  /// How to reach a database on whichever of this and another cluster lets the client write, as superuser.
  public func conninfo(_ database: String, or other: ThrowAwayCluster) -> String {
    "host=\(directory),\(other.directory) dbname=\(database) user=postgres"
  }

  /// Creates a database with the whole schema.
  /// - Throws: `PostgresError` or `SchemaError`.
  public func makeMigrated(_ database: String) throws {
    try Connection(ConnectionString(url("postgres")), applicationName: "dvkd-test").query("create database \(database)")
    _ = try Migrator(files: SchemaFiles(TestDatabase.share)).migrate(ConnectionString(url(database)))
  }

  /// `pg_ctl restart -m immediate`: the server dies as in a crash and recovers.
  /// - Throws: `TestSupportError`.
  public func restartImmediately() throws { try Self.run("restart-immediate", directory) }

  /// Stops the server's first process, which answers those who connect: a host that lets clients in and is silent; sessions that are open work on.
  /// - Throws: When its process id cannot be read.
  public func freeze() throws { kill(try postmaster(), SIGSTOP) }

  /// Ends `freeze`.
  /// - Throws: When its process id cannot be read.
  public func thaw() throws { kill(try postmaster(), SIGCONT) }

  /// `pg_ctl stop -m fast`: ends all sessions, and sends a standby everything that was committed.
  /// - Throws: `TestSupportError`.
  public func shut() throws { try Self.run("shut", directory) }

  /// Makes a standby a primary.
  /// - Throws: `TestSupportError`.
  public func promote() throws { try Self.run("promote", directory) }

  private func postmaster() throws -> pid_t {
    let lines = try String(contentsOfFile: "\(directory)/data/postmaster.pid", encoding: .utf8).split(separator: "\n")
    guard let pid = lines.first.flatMap({ pid_t($0) }) else {
      throw TestSupportError("postmaster.pid names no process")
    }
    return pid
  }

  /// Runs a command of the script; returns the last line of its output.
  @discardableResult
  private static func run(_ arguments: String...) throws -> String {
    let program = try ProcessDriver(script, arguments)
    guard try program.wait(within: .seconds(120)) == .status(0) else {
      throw TestSupportError("\(arguments[0]) failed: \(program.errorLines.joined(separator: "\n"))")
    }
    return program.outputLines.last ?? ""
  }
}
