import Foundation
public import Postgres

/// A database of one test, dropped when the last reference goes.
public final class TestDatabase: Sendable {
  /// Its name.
  public let name: String
  /// How to reach it as superuser.
  public let url: ConnectionString

  /// Creates an empty database, or a copy of `template`.
  public init(template: String = "template0") throws {
    name = "dvkd_test_\(getpid())_\(UUID().uuidString.prefix(8).lowercased())"
    url = try TestServer.url().setting("dbname", to: name)
    let server = try TestServer.connect()
    try server.query("create database \(name) template \(template)")
  }

  deinit {
    do {
      try TestServer.connect().query("drop database if exists \(name) with (force)")
    } catch {
      print("test database \(name) is left behind: \(error)")
    }
  }

  /// Opens a session on it.
  public func connect(
    applicationName: String = "dvkd-test", settings: [String: String] = [:],
    onNotice: (@Sendable (Notice) -> Void)? = nil
  ) throws(PostgresError) -> Connection {
    try Connection(url, applicationName: applicationName, settings: settings, onNotice: onNotice)
  }
}
