import Testing

@testable import dvkd_bench

@Suite("Jobs left behind a cursor")
struct LeftBehindTests {
  private func job(_ id: Int64, runAt: Int64 = 0, started: Int64, visible: Int64? = nil) -> LeftBehind.Start {
    LeftBehind.Start(runAt: runAt, id: id, started: started, visible: visible)
  }

  @Test("jobs started in their order are not behind, whatever the order they are given in")
  func inOrder() {
    let found = LeftBehind([job(3, started: 900), job(1, started: 10), job(2, started: 500)], limit: 0)
    #expect(found.count == 0)
    #expect(found.worst == 0)
  }

  @Test("a job is behind when one with a greater number started more than the limit before it")
  func numbers() {
    let starts = [job(1, started: 110), job(2, started: 111), job(3, started: 10), job(4, started: 300)]
    #expect(LeftBehind(starts, limit: 100).count == 1)
    #expect(LeftBehind(starts, limit: 99).count == 2)
    #expect(LeftBehind(starts, limit: 100).worst == 101)
  }

  @Test("the time to run at comes before the number")
  func runAt() {
    #expect(LeftBehind([job(9, runAt: 1, started: 200), job(1, runAt: 2, started: 10)], limit: 100).count == 1)
    #expect(LeftBehind([job(1, runAt: 2, started: 200), job(9, runAt: 1, started: 10)], limit: 100).count == 0)
  }

  @Test("a job cannot be left behind before it is committed")
  func visible() {
    let later = job(2, started: 10)
    #expect(LeftBehind([job(1, started: 200, visible: 150), later], limit: 100).count == 0)
    #expect(LeftBehind([job(1, started: 200, visible: 50), later], limit: 100).count == 1)
  }
}
