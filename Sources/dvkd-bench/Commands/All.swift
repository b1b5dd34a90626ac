import ArgumentParser
import Foundation

/// Every benchmark of the queue, one after the other.
struct All: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Run all benchmarks of the queue in turn, and print what was reached last.")

  @OptionGroup var options: BenchOptions

  private static let benches: [any Bench.Type] = [
    Drain.self, HeldSnapshot.self, Backlog.self, ScheduledBacklog.self, LiveEdge.self, Latency.self, LatencyPoll.self,
    Enqueue.self, EnqueueMany.self, Wal.self, Crash.self, Stop.self, DrainOnTerm.self, Idle.self, Limits.self,
  ]

  func run() throws {
    CleanUp.shared.install(limit: .seconds(900))
    let start = ContinuousClock.now
    let output = BenchOutput(json: options.json)
    let arguments = ["--rounds", "\(options.rounds)"] + (options.json ? ["--json"] : [])
    var summaries: [(type: any Bench.Type, summary: Summary)] = []
    var failed: [String] = []
    for type in Self.benches {
      do {
        summaries.append((type, try type.parse(arguments).runOnce()))
      } catch {
        // The others can still be measured.
        FileHandle.standardError.write(Data("Error: \(type.name): \(error)\n".utf8))
        failed.append(type.name)
      }
      output.line("")
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    printTable(summaries, failed, output)
    output.line("\(summaries.count) measured, \(failed.count) could not run, \(Table.number(seconds)) s")
    try output.object([
      "bench": "all", "measured": summaries.count, "failed": failed, "seconds": Summary.json(seconds, digits: 1),
      "summaries": summaries.map(\.summary.object),
    ])
    if !failed.isEmpty { throw ExitCode(1) }
  }

  private func printTable(
    _ summaries: [(type: any Bench.Type, summary: Summary)], _ failed: [String], _ output: BenchOutput
  ) {
    let table = Table(["", "benchmark         ", "measure      ", "wanted", "found", "reached"], output: output)
    for (type, summary) in summaries {
      for target in type.targets {
        table.row([
          "", type.name, target.key, target.wanted, target.found(summary), target.isReached(summary) ? "yes" : "NO",
        ])
      }
    }
    for name in failed { table.row(["", name, "", "", "", "not run"]) }
  }
}
