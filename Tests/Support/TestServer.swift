import Foundation
public import Postgres

/// The server that `make test` starts.
public enum TestServer {
  /// How to reach it as superuser.
  /// - Throws: When the tests were not started through `make test`.
  public static func url() throws -> ConnectionString {
    guard let url = ProcessInfo.processInfo.environment["DVKD_TEST_URL"], !url.isEmpty else {
      throw TestSupportError("DVKD_TEST_URL is not set, so there is no test server: run `make test`")
    }
    return ConnectionString(url)
  }

  /// Opens a superuser session on a database of the server.
  public static func connect(database: String = "postgres") throws -> Connection {
    try Connection(try url().setting("dbname", to: database), applicationName: "dvkd-test")
  }
}
