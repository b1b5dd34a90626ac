import Testing

@testable import JobQueue

@Suite struct PoolStateTests {
  @Test("one wake-up wakes one sleeping lane")
  func wakesOne() {
    var pool = PoolState()
    #expect(pool.sleep(lane: 0, missedBefore: pool.missed) == true)
    #expect(pool.sleep(lane: 1, missedBefore: pool.missed) == true)
    #expect(pool.wake() == 1)
    #expect(pool.wake() == 0)
    #expect(pool.wake() == nil)
  }

  @Test("a wake-up that comes between a lane's claim and its sleep is not lost")
  func notLost() {
    var pool = PoolState()
    let before = pool.missed
    #expect(pool.wake() == nil)
    #expect(pool.sleep(lane: 0, missedBefore: before) == false)
    #expect(pool.sleep(lane: 0, missedBefore: pool.missed) == true)
  }

  @Test("a sibling is woken only if it sleeps; nobody claims again for it")
  func sibling() {
    var pool = PoolState()
    #expect(pool.wakeSibling() == nil)
    #expect(pool.sleep(lane: 0, missedBefore: 0) == true)
    #expect(pool.wakeSibling() == 0)
  }

  @Test("at the end nobody sleeps")
  func stops() {
    var pool = PoolState()
    #expect(pool.sleep(lane: 3, missedBefore: 0) == true)
    #expect(pool.stop() == [3])
    #expect(pool.sleep(lane: 3, missedBefore: pool.missed) == false)
  }
}
