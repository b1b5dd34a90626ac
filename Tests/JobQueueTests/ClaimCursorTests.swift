import Postgres
import Testing

@testable import JobQueue

@Suite struct ClaimCursorTests {
  private let now = ContinuousClock.now

  private func key(_ second: Int64, _ id: Int64 = 1) -> ClaimCursor.Key {
    ClaimCursor.Key(runAt: Timestamp(microsecondsSince2000: second * 1_000_000), id: id)
  }

  private func answer(
    asked: Int = 10, found: Int = 10, passed: Int = 0, at keys: [(priority: Int, key: ClaimCursor.Key)],
    milliseconds: Int
  ) -> ClaimCursor.Answer {
    ClaimCursor.Answer(
      asked: asked, found: found, passed: passed, keys: keys, took: .milliseconds(milliseconds))
  }

  private func following() -> ClaimCursor {
    var cursor = ClaimCursor()
    for _ in 1...2 { cursor.claimed(answer(at: [(4, key(100, 7))], milliseconds: 5), now: now) }
    return cursor
  }

  @Test("Claim rule 4.1: claims begin at the head while that is cheap; one slow claim may be the machine's fault")
  func headWhileCheap() {
    var cursor = ClaimCursor()
    cursor.claimed(answer(at: [(4, key(100))], milliseconds: 1), now: now)
    cursor.claimed(answer(at: [(4, key(101))], milliseconds: 9), now: now)
    cursor.claimed(answer(at: [(4, key(102))], milliseconds: 1), now: now)
    #expect(cursor.start(now: now) == [ClaimCursor.Key](repeating: .head, count: 8))
    #expect(cursor.passed.isEmpty)
  }

  @Test(
    "Claim rule 4.1: in a backlog a cursor pays earlier than at the live edge", arguments: [(1000, true), (900, false)])
  func backlog(found: Int, follows: Bool) {
    var cursor = ClaimCursor()
    for _ in 1...2 { cursor.claimed(answer(asked: 1000, found: found, at: [(4, key(100))], milliseconds: 2), now: now) }
    #expect(cursor.isFollowing == follows)
  }

  @Test("Claim rule 4.2: in a backlog the cursor of each priority is strict")
  func strict() {
    var cursor = following()
    cursor.claimed(answer(at: [(0, key(50)), (4, key(99))], milliseconds: 1), now: now)
    let start = cursor.start(now: now)
    #expect(start[4] == key(100, 7))
    #expect(start[0] == key(50))
    #expect(start[7] == .head)
    #expect(cursor.passed.map(\.priority) == [0, 4])
  }

  @Test("Claim rule 4.3: at the live edge claims begin 500 ms before the cursor, less when that is slow")
  func liveEdge() {
    var cursor = following()
    cursor.claimed(answer(found: 3, at: [(4, key(101))], milliseconds: 1), now: now)
    #expect(cursor.start(now: now)[4] == ClaimCursor.Key(runAt: Timestamp(microsecondsSince2000: 100_500_000), id: 0))
    cursor.claimed(answer(found: 3, at: [], milliseconds: 5), now: now)
    #expect(cursor.start(now: now)[4].runAt == Timestamp(microsecondsSince2000: 100_750_000))
    cursor.claimed(answer(found: 3, at: [], milliseconds: 1), now: now)
    #expect(cursor.start(now: now)[4].runAt == Timestamp(microsecondsSince2000: 100_500_000))
  }

  @Test("Claim rule 4.3: a strict claim that finds too few looks at the overlap before its lane sleeps")
  func looksAgain() {
    var cursor = following()
    let empty = answer(found: 0, at: [], milliseconds: 1)
    #expect(cursor.claimed(answer(at: [(4, key(101))], milliseconds: 1), now: now) == false)
    #expect(cursor.claimed(empty, now: now) == true)
    #expect(cursor.claimed(empty, now: now) == false)
    var loop = LaneLoop(batchLimit: 10, lanes: 1)
    loop.claimed(asked: 1, found: 0, looksAgain: true)
    #expect(loop.next(isStopping: false) == .release)
  }

  @Test("Claim rule 4.1: after an idle minute claims begin at the head again")
  func idle() {
    var cursor = following()
    #expect(cursor.start(now: now + .seconds(59))[4] != .head)
    #expect(cursor.start(now: now + .seconds(61))[4] == .head)
    #expect(cursor.passed.isEmpty)
  }

  @Test("Claim rule 4.5: a full slice of the sweep lowers the cursor to before its smallest key, and never raises it")
  func lowers() {
    var cursor = following()
    cursor.lower(priority: 4, to: key(60, 9))
    cursor.lower(priority: 4, to: key(70, 2))
    cursor.lower(priority: 3, to: key(1))
    #expect(cursor.start(now: now)[4] == key(60, 8))
    #expect(cursor.start(now: now)[3] == .head)
  }

  @Test("rows that are passed over are not met again at the head")
  func passedOver() {
    var cursor = ClaimCursor()
    cursor.claimed(answer(passed: 10, at: [(4, key(100))], milliseconds: 1), now: now)
    #expect(cursor.start(now: now)[4] == key(100))
  }
}
