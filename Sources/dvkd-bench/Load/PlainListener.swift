import Dispatch
import Postgres
import Synchronization

/// The baseline of the pickup latency: one connection that listens, and claims and finishes one job when it hears of it.
struct PlainListener {
  private static let claim = """
    select id from queue.job where kind = 'noop' and priority = 4 and run_at <= statement_timestamp()
    order by run_at, id limit 1 for update skip locked
    """

  /// Measures so many jobs of `queue`.
  static func run(_ queue: IdleQueue, jobs: Int, database: BenchDatabase) throws -> Series {
    try database.open().script(
      """
      create schema if not exists bench;
      create or replace function bench.tell() returns trigger language plpgsql as
        $$ begin notify bench_plain; return null; end $$;
      create trigger bench_tell after insert on queue.job for each statement execute function bench.tell()
      """)
    let pickups = Pickups()
    let signal = DispatchSemaphore(value: 0)
    let ready = DispatchSemaphore(value: 0)
    let stop = Counter()
    let group = DispatchGroup()
    let failures = Locked<[String]>([])
    Clients.start(
      1, url: queue.url, name: "listener",
      settings: ["plan_cache_mode": "force_generic_plan", "enable_seqscan": "off"],
      group: group, failures: failures
    ) { connection, _ in
      try connection.listen("bench_plain")
      ready.signal()
      while stop.value == 0 {
        guard try !connection.notifications(waitingUpTo: .milliseconds(100)).isEmpty else { continue }
        try connection.transaction { connection in
          let rows = try connection.prepared("claim", claim)
          guard rows.count == 1 else { return }
          pickups.started(try rows.int8(0, 0))
          signal.signal()
          try connection.prepared("finish", PlainDrain.statement, [.int4(1)])
        }
      }
    }
    defer {
      stop.add(1)
      group.wait()
    }
    guard ready.wait(timeout: .now() + .seconds(10)) == .success else {
      try Clients.check(failures)
      throw BenchError("the plain listener did not start")
    }
    try queue.run(jobs: jobs, pickups: pickups, signal: signal)
    try database.open().script("drop trigger bench_tell on queue.job")
    return pickups.milliseconds
  }
}
