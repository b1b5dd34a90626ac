import Testing

@testable import JobQueue

@Suite struct LaneLoopTests {
  @Test("claims, works, and sleeps when nothing is due")
  func cycle() {
    var loop = LaneLoop(batchLimit: 100, lanes: 1)
    #expect(loop.next(isStopping: false) == .claim(limit: 1))
    loop.claimed(asked: 1, found: 1)
    #expect(loop.next(isStopping: false) == .work(singly: false))
    loop.worked(jobs: 1, took: .milliseconds(1))
    #expect(loop.ahead(isStopping: false) == 2)
    loop.ended()
    loop.claimed(asked: 2, found: 0)
    #expect(loop.next(isStopping: false) == .sleep)
    loop.woken()
    #expect(loop.next(isStopping: false) == .claim(limit: 1))
  }

  @Test("a draining lane finishes what it holds and claims nothing more")
  func drains() {
    var loop = LaneLoop(batchLimit: 100, lanes: 1)
    loop.claimed(asked: 1, found: 1)
    #expect(loop.next(isStopping: true) == .work(singly: false))
    #expect(loop.ahead(isStopping: true) == nil)
    loop.ended()
    #expect(loop.next(isStopping: true) == .stop)
    loop.claimed(asked: 1, found: 0)
    #expect(loop.next(isStopping: true) == .stop)
  }

  @Test("a failed batch is run one at a time, at most 32 a transaction, until all of it was")
  func isolates() {
    var loop = LaneLoop(batchLimit: 500, lanes: 1)
    loop.claimed(asked: 70, found: 70)
    loop.split(jobs: 70)
    loop.ranSingly(32)
    #expect(loop.ahead(isStopping: false) == 32)
    loop.ended()
    loop.claimed(asked: 32, found: 32)
    #expect(loop.next(isStopping: false) == .work(singly: true))
    loop.ranSingly(32)
    #expect(loop.ahead(isStopping: false) == 6)
    loop.ended()
    loop.claimed(asked: 6, found: 6)
    loop.ranSingly(6)
    #expect(loop.isolating == 0)
    #expect(loop.ahead(isStopping: false) == 1)
  }

  @Test("isolation ends when its jobs are gone, done by other lanes")
  func isolationEnds() {
    var loop = LaneLoop(batchLimit: 500, lanes: 1)
    loop.split(jobs: 70)
    loop.claimed(asked: 32, found: 0)
    #expect(loop.isolating == 0)
  }
}
