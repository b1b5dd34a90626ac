import Postgres
import TestSupport
import Testing

@testable import JobQueue

@Suite struct ArmingTests {
  private let now = ContinuousClock.now

  @Test("Claim rule 11: armed once, then one more claim; a notification disarms, and sleep arms again")
  func cycle() {
    var arming = Arming()
    #expect(arming.wanted(idle: ["a"], now: now) == ["a"])
    #expect(arming.answered("a", .armed, now: now) == true)
    #expect(arming.wanted(idle: ["a"], now: now + .seconds(60)).isEmpty)
    #expect(arming.woken("a") == true)
    #expect(arming.woken("a") == false)
    #expect(arming.wanted(idle: ["a"], now: now) == ["a"])
  }

  @Test("Claim rule 11: while enqueuers are under way it claims again after 5, 10, 20 … 250 ms")
  func busy() {
    var arming = Arming()
    var at = now
    for delay in [5, 10, 20, 40, 80, 160, 250, 250] {
      #expect(arming.answered("a", .busy, now: at) == true)
      #expect(arming.wanted(idle: ["a"], now: at + .milliseconds(delay - 1)).isEmpty)
      at += .milliseconds(delay)
      #expect(arming.nextDue == at)
      #expect(arming.wanted(idle: ["a"], now: at) == ["a"])
    }
  }

  @Test("Claim rule 11: lanes that found work go idle anew: the pauses begin with 5 ms again")
  func worked() {
    var arming = Arming()
    for _ in 1...7 { _ = arming.answered("a", .busy, now: now) }
    #expect(arming.nextDue == now + .milliseconds(250))
    arming.worked("a")
    #expect(arming.wanted(idle: ["a"], now: now) == ["a"])
    _ = arming.answered("a", .busy, now: now)
    #expect(arming.nextDue == now + .milliseconds(5))
    _ = arming.answered("a", .other, now: now)
    arming.worked("a")
    #expect(arming.wanted(idle: ["a"], now: now).isEmpty)
  }

  @Test("Claim rule 11: when another daemon is armed the lanes sleep, and it is asked again after a second")
  func other() {
    var arming = Arming()
    #expect(arming.answered("a", .other, now: now) == false)
    #expect(arming.wanted(idle: ["a"], now: now + .milliseconds(999)).isEmpty)
    #expect(arming.wanted(idle: ["a"], now: now + .seconds(1)) == ["a"])
    #expect(arming.woken("a") == false)
  }

  @Test("Claim rule 11: lanes that may not claim ask for no notification; a kind that goes on is armed again")
  func refused() throws {
    let queue = try QueueFixture()
    let locked = "select (not pg_try_advisory_lock(queue.arm_lock('noop')))::int::bigint"
    _ = try queue.number("select 1::bigint from queue.pause('noop', 'test')")
    try queue.enqueue()
    try queue.withEngine(lanes: 2, QueueFixture.effects) { engine in
      let pool = try #require(engine.shared.pools["noop"])
      try eventually("refused lanes, asleep") { engine.isReady && pool.isIdle && pool.isRefused }
      #expect(try queue.number(locked) == 0)
      _ = try queue.number("select 1::bigint from queue.resume('noop')")
      try queue.untilEmpty()
      try eventually("the armed kind") { try queue.number(locked) == 1 }
    }
  }
}
