import Foundation
import Postgres
import TestSupport
import Testing

/// Random lives: what refreshes give is what a recount gives and what a rebuild gives, row for row.
///
/// `DVKD_HISTORIES` says how many (`make soak`: thousands), `DVKD_HISTORY_SEED` repeats a run.
@Suite("Histories of statistics")
struct StatsHistoriesTests {
  @Test("refreshes of random histories equal a recount and a rebuild")
  func histories() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["DVKD_HISTORIES"].flatMap { Int($0) } ?? 200
    let first = environment["DVKD_HISTORY_SEED"].flatMap { Int($0) } ?? Int.random(in: 0..<1_000_000)
    print("histories of statistics: \(count) from DVKD_HISTORY_SEED=\(first)")
    let database = try StatsHistory.database()
    let connection = try database.connect()
    // Nothing of it is to last: the units and their first state are there again for the next one.
    for number in first..<(first + count) {
      try connection.query("begin")
      let wrong = try connection.query(
        "select history.check(16, $1)", [.float8(Double(number % 1_000_003) / 1_000_003)])
      let found = try wrong.textOrNil(0, 0)
      #expect(found == nil, "DVKD_HISTORY_SEED=\(number) DVKD_HISTORIES=1")
      try connection.query("rollback")
    }
  }
}
