import Testing

@testable import Observability

@Suite("An observation")
struct ObservationTests {
  @Test(
    "has a line of the level its urgency asks for",
    arguments: [
      (
        Observation.jobFinished(id: 7, kind: "noop", attempt: 1, outcome: "completed"),
        "<7>level=debug msg=\"job finished\" job.id=7 job.kind=noop job.attempt=1 job.outcome=completed"
      ),
      (
        .jobRetried(
          id: 7, kind: "noop", attempt: 1, maxAttempts: 5, delayMilliseconds: 2000, sqlState: nil,
          problem: "no answer\nDETAIL: Key (name)=(Nguyễn Văn A)"),
        "<4>level=warning msg=\"job failed, will retry\" job.id=7 job.kind=noop job.attempt=1 job.max_attempts=5 delay_ms=2000 problem=\"no answer\""
      ),
      (
        .jobDiscarded(id: 7, kind: "noop", attempt: 5, sqlState: "22P02", problem: String(repeating: "x", count: 500)),
        "<3>level=error msg=\"job discarded\" job.id=7 job.kind=noop job.attempt=5 sqlstate=22P02 problem="
          + String(repeating: "x", count: 199) + "…"
      ),
      (
        .databaseLost(component: "control", sqlState: "57P01", problem: "terminating connection"),
        "<4>level=warning msg=\"database lost\" component=control sqlstate=57P01 problem=\"terminating connection\""
      ),
      (
        .loginRefused(sqlState: nil, problem: "role is missing", hint: "make it"),
        "<3>level=error msg=\"login refused\" problem=\"role is missing\" hint=\"make it\""
      ),
      (
        .schemaNewer(found: 8, known: 7),
        "<4>level=warning msg=\"schema one newer than this program knows\" schema.version=8 known=7"
      ),
      (
        .ready(schemaVersion: 4, kinds: 3, lanes: 8, milliseconds: 12),
        "<6>level=info msg=\"daemon ready\" schema.version=4 kinds=3 lanes=8 ms=12"
      ),
    ])
  func line(observation: Observation, text: String) {
    #expect(observation.logLine.text() == text)
  }
}
