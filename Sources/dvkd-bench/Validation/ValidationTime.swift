import DanVanKheo
import Glibc
import Postgres

/// Processor time of judging: facts decoded, all rules with their text work, the verdict written; no database.
struct ValidationTime {
  private let facts: [String]
  private let catalogue: RuleCatalogue

  /// Reads the facts of submissions that wait.
  init(_ database: BenchDatabase, _ ids: ClosedRange<Int64>, count: Int) throws {
    let connection = try database.open()
    catalogue = try RuleCatalogue(
      json: connection.query("select registry.rule_set(max(rule_set)) from registry.campaign").text(0, 0))
    var facts: [String] = []
    let last = min(ids.upperBound, ids.lowerBound + Int64(count) - 1)
    for start in stride(from: ids.lowerBound, through: last, by: 200) {
      let rows = try connection.prepared(
        "facts", "select facts from registry.validation_facts($1)", [.int8Array(Array(start...min(start + 199, last)))])
      for row in 0..<rows.count { facts.append(try rows.text(row, 0)) }
    }
    self.facts = facts
  }

  /// Mean bytes of the facts of a submission.
  var bytes: Double { Double(facts.reduce(0) { $0 + $1.utf8.count }) / Double(facts.count) }

  /// Microseconds a submission, of several passes over all of them.
  func microseconds(passes: Int) throws -> Series {
    var series = Series()
    for _ in 0..<passes {
      let start = Self.processorTime()
      var written: [UInt8] = []
      for text in facts {
        written.removeAll(keepingCapacity: true)
        validate(try SubmissionFacts(json: text), catalogue: catalogue).json.write(into: &written)
      }
      series.append((Self.processorTime() - start) / Double(facts.count))
    }
    return series
  }

  /// Of this thread, in microseconds.
  static func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
