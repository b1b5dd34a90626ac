import Dispatch
import Postgres

/// Several clients of the database at once, each with a connection and a thread.
enum Clients {
  /// Runs the closure once for each client and waits for all of them.
  /// - Throws: `BenchError` with the first error of any client.
  static func run(
    _ count: Int, url: String, name: String = "client", settings: [String: String] = [:],
    _ body: @escaping @Sendable (_ connection: borrowing Connection, _ index: Int) throws -> Void
  ) throws {
    let group = DispatchGroup()
    let failures = Locked<[String]>([])
    start(count, url: url, name: name, settings: settings, group: group, failures: failures, body)
    group.wait()
    try check(failures)
  }

  /// Starts the clients and returns at once.
  static func start(
    _ count: Int, url: String, name: String, settings: [String: String] = [:], group: DispatchGroup,
    failures: Locked<[String]>,
    _ body: @escaping @Sendable (_ connection: borrowing Connection, _ index: Int) throws -> Void
  ) {
    for index in 0..<count {
      // A serial queue gets a thread of its own.
      DispatchQueue(label: "dvkd-bench.\(name).\(index)").async(group: group) { @Sendable in
        do {
          let connection = try Connection(
            ConnectionString(url), applicationName: "dvkd-bench/\(name)/\(index)", settings: settings)
          try body(connection, index)
        } catch {
          failures.withLock { $0.append("\(name) \(index): \(error)") }
        }
      }
    }
  }

  static func check(_ failures: Locked<[String]>) throws {
    if let first = failures.withLock({ $0.first }) { throw BenchError(first) }
  }
}
