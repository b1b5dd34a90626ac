import ArgumentParser
import Postgres

/// Single enqueues, each in its own transaction, against a plain INSERT into the same table.
struct Enqueue: Bench {
  static let name = "enqueue"
  static let targets = [Target.atLeast("ratio", 0.7)]
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "8 clients: queue.enqueue in its own transaction against a plain INSERT.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Clients, each with a connection.")
  var clients = 8

  private static let seconds = 2

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "enqueue")
    run.describe(
      "\(clients) clients for \(Self.seconds) s, one job a transaction, prepared statements, one round trip each")
    let comparison = try run.alternate(atLeast: 5, unit: "jobs/s", names: ("queue.enqueue", "INSERT")) {
      try rate(database, "select queue.enqueue('noop', $1)")
    } baseline: {
      try rate(
        database,
        """
        insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
        values (now(), now(), 4, 20, 1, 'noop', $1) returning id
        """)
    }
    return comparison.summary(Self.name)
  }

  private func rate(_ database: BenchDatabase, _ sql: String) throws -> Double {
    try database.fill(jobs: 0)
    let done = Counter()
    let start = ContinuousClock.now
    try Clients.run(clients, url: database.url) { connection, _ in
      let end = start + .seconds(Self.seconds)
      var number = 0
      while ContinuousClock.now < end {
        number += 1
        try connection.prepared("enqueue", sql, [.jsonb("{\"n\": \(number)}")])
      }
      done.add(number)
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    let waiting = try database.number("select count(*) from queue.job")
    guard waiting == done.value else { throw BenchError("\(done.value) jobs were enqueued and \(waiting) wait") }
    return Double(done.value) / seconds
  }
}
