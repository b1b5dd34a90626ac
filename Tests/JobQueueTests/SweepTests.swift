import Testing

@testable import JobQueue

@Suite struct SweepTests {
  private let now = ContinuousClock.now

  @Test("Claim rule 4.4: slice by slice, a tenth of the time at most, and the heap again every 500 ms")
  func paces() {
    var sweep = Sweep()
    #expect(sweep.begin(now: now) == 0)
    sweep.swept(pages: 600, took: .milliseconds(2), now: now)
    #expect(sweep.begin(now: now + .milliseconds(17)) == nil)
    #expect(sweep.begin(now: now + .milliseconds(18)) == 250)
    sweep.swept(pages: 600, took: .milliseconds(2), now: now + .milliseconds(20))
    #expect(sweep.begin(now: now + .milliseconds(40)) == 500)
    sweep.swept(pages: 600, took: .milliseconds(2), now: now + .milliseconds(42))
    #expect(sweep.lastPass == .milliseconds(42))
    #expect(sweep.begin(now: now + .milliseconds(499)) == nil)
    #expect(sweep.begin(now: now + .milliseconds(500)) == 0)
  }

  @Test("a pass over a large heap takes as long as it must")
  func longPass() {
    var sweep = Sweep()
    #expect(sweep.begin(now: now) == 0)
    sweep.swept(pages: 100, took: .milliseconds(300), now: now)
    #expect(sweep.begin(now: now + .milliseconds(2699)) == nil)
    #expect(sweep.begin(now: now + .milliseconds(2700)) == 0)
  }

  @Test("after a time without cursors the first pass begins half a second after the last look, at the first page")
  func rest() {
    var sweep = Sweep()
    #expect(sweep.begin(now: now) == 0)
    sweep.swept(pages: 600, took: .milliseconds(2), now: now)
    sweep.rest(now: now + .milliseconds(100))
    #expect(sweep.begin(now: now + .milliseconds(599)) == nil)
    #expect(sweep.begin(now: now + .milliseconds(600)) == 0)
  }

  @Test("a pass of a second or more is told, again after ten seconds, and once more when passes are quick again")
  func news() {
    var sweep = Sweep()
    var now = now
    var told: [Int] = []
    // Passes of one slice: it begins, and so long later it ends.
    for (number, took) in [100, 1000, 1500, 2000, 6000, 1200, 100, 100].enumerated() {
      #expect(sweep.begin(now: now) == 0)
      now += .milliseconds(took)
      sweep.swept(pages: 100, took: .zero, now: now)
      if let pass = sweep.news(now: now) {
        #expect(pass == .milliseconds(took))
        told.append(number)
      }
      now += .seconds(1)
    }
    #expect(told == [1, 4, 6])
  }
}
