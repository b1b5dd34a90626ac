import Foundation
import Postgres
import TestSupport

/// A cluster of one test's own, for what the shared one must not suffer; removed when the last reference goes.
final class ThrowAwayCluster {
  private let directory: String
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../deploy/dev/postgres").standardized.path

  init() throws {
    let start = try ProcessDriver(Self.script, ["start"])
    guard try start.wait(within: .seconds(120)) == .status(0), let path = start.outputLines.last else {
      throw TestSupportError("no cluster: \(start.errorLines.joined(separator: "\n"))")
    }
    directory = path
  }

  deinit {
    do {
      try ProcessDriver(Self.script, ["stop", directory]).wait(within: .seconds(60))
    } catch {
      print("the cluster \(directory) is left behind: \(error)")
    }
  }

  /// How to reach a database on it, as superuser.
  func url(_ database: String) -> String { "postgresql:///\(database)?host=\(directory)&user=postgres" }

  /// `pg_ctl restart -m immediate`: the server dies as in a crash and recovers.
  func restartImmediately() throws {
    let restart = try ProcessDriver(Self.script, ["restart-immediate", directory])
    guard try restart.wait(within: .seconds(120)) == .status(0) else {
      throw TestSupportError("no restart: \(restart.errorLines.joined(separator: "\n"))")
    }
  }
}
