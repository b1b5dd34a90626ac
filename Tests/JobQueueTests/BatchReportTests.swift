import Observability
import Testing

@testable import JobQueue

@Suite struct BatchReportTests {
  @Test("completed jobs travel as numbers only")
  func completed() {
    var report = BatchReport(kind: "noop", tellsEachJob: false)
    report.add(ClaimedJob(id: 7, args: "{}"), .complete, jitter: 1)
    #expect(report.completed == [7])
    #expect(report.others == nil)
    #expect(report.tellings.isEmpty)
  }

  @Test("a failed job is retried after 2^attempt seconds, and given up at its limit")
  func failed() {
    var report = BatchReport(kind: "noop", tellsEachJob: false)
    let failure = JobOutcome.retry(error: "a \"quoted\"\nline", sqlState: "22012")
    report.add(ClaimedJob(id: 1, args: "{}", attempt: 3, maxAttempts: 4), failure, jitter: 0.8)
    report.add(ClaimedJob(id: 2, args: "{}", attempt: 4, maxAttempts: 4), failure, jitter: 0.8)
    #expect(
      report.others
        == #"[{"id":1,"outcome":"retry","delay_ms":6400,"reason":"a \"quoted\"\nline","sqlstate":"22012"},"#
        + #"{"id":2,"outcome":"discard","reason":"a \"quoted\"\nline","sqlstate":"22012"}]"#)
    #expect(report.counts == BatchReport.Counts(retried: 1, discarded: 1))
    let problems = report.tellings.compactMap { telling -> String? in
      if case let .jobRetried(_, _, _, _, _, _, problem) = telling { return problem }
      if case let .jobDiscarded(_, _, _, _, problem) = telling { return problem }
      return nil
    }
    #expect(problems == ["a \"quoted\"\nline", "a \"quoted\"\nline"])
  }

  @Test("a job covers the others of its key unless it was given up or cancelled")
  func followers() {
    var report = BatchReport(kind: "noop", tellsEachJob: false)
    report.add(ClaimedJob(id: 1, args: "{}"), .complete, followers: [2, 3], jitter: 1)
    report.add(ClaimedJob(id: 4, args: "{}"), .discard(reason: "x"), followers: [5], jitter: 1)
    report.add(
      ClaimedJob(id: 6, args: "{}", attempt: 1, maxAttempts: 1), .retry(error: "x", sqlState: nil), followers: [7],
      jitter: 1)
    report.addCancelled(ClaimedJob(id: 8, args: "{}"))
    #expect(report.counts == BatchReport.Counts(completed: 1, coalesced: 2, discarded: 2, cancelled: 1))
  }

  @Test(
    "texts become JSON literals the server can store",
    arguments: [("\u{1}", #""\u0001""#), ("a\0b\\", #""ab\\""#), ("Nghĩa", #""Nghĩa""#)])
  func literals(text: String, literal: String) {
    #expect(jsonString(text) == literal)
  }

  @Test("a jitter is asked for when a job is retried, and only then")
  func jitter() {
    var asked = 0
    func jitter() -> Double {
      asked += 1
      return 1
    }
    var report = BatchReport(kind: "noop", tellsEachJob: false)
    report.add(ClaimedJob(id: 1, args: "{}"), .complete, jitter: jitter())
    report.add(ClaimedJob(id: 2, args: "{}"), .discard(reason: "x"), jitter: jitter())
    #expect(asked == 0)
    report.add(ClaimedJob(id: 3, args: "{}"), .retry(error: "x", sqlState: nil), jitter: jitter())
    #expect(asked == 1)
  }
}
