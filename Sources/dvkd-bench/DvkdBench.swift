import ArgumentParser

@main
struct DvkdBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dvkd-bench", abstract: "Benchmarks of dvkd against plain SQL on a durable throw-away cluster.",
    discussion: """
      Each subcommand starts a PostgreSQL cluster of its own with fsync and synchronous_commit on, alternates the product and
      the baseline, and prints the median and the range of each. Compare ratios within one run; machines are noisy. \
      Exit code 0 when measured, 1 when it could not run.
      """,
    subcommands: [
      Drain.self, HeldSnapshot.self, Backlog.self, ScheduledBacklog.self, LiveEdge.self, Latency.self, LatencyPoll.self,
      Enqueue.self, EnqueueMany.self, Wal.self, Crash.self, Stop.self, DrainOnTerm.self, Idle.self, Limits.self,
      Validate.self, Duplicates.self, Text.self, Refresh.self, Report.self, Peers.self, All.self, Worker.self,
    ])
}
