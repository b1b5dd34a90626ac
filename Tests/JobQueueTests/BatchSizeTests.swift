import Testing

@testable import JobQueue

@Suite struct BatchSizeTests {
  /// Sizes asked for while claims are filled and each job takes the given time.
  private func sizes(limit: Int, perJob: Duration, batches: Int) -> [Int] {
    var size = BatchSize(limit: limit, lanes: 4)
    return (0..<batches).map { _ in
      let asked = size.next
      size.claimed(asked: asked, found: asked)
      size.finished(jobs: asked, took: perJob * asked)
      return asked
    }
  }

  @Test("Claim rule 2: quick jobs: batches double from one to the kind's limit")
  func doubles() {
    #expect(
      sizes(limit: 500, perJob: .microseconds(10), batches: 12) == [1, 2, 4, 8, 16, 32, 64, 128, 256, 500, 500, 500])
  }

  @Test("Claim rule 2: slow jobs: a batch stays between a quarter and half of the budget of 250 ms")
  func slowJobs() {
    #expect(sizes(limit: 500, perJob: .milliseconds(10), batches: 8) == [1, 2, 4, 8, 8, 8, 8, 8])
  }

  @Test("a job of 100 ms is done alone, so that 60 of them are shared by all lanes")
  func hostage() {
    #expect(sizes(limit: 200, perJob: .milliseconds(100), batches: 5) == [1, 1, 1, 1, 1])
  }

  @Test("a batch of a quarter of the budget does not grow")
  func quarterOfBudget() {
    var size = BatchSize(limit: 500, lanes: 1)
    size.claimed(asked: 1, found: 1)
    size.finished(jobs: 1, took: .milliseconds(62))
    #expect(size.next == 2)
    size.finished(jobs: 2, took: .milliseconds(63))
    #expect(size.next == 2)
  }

  @Test("few jobs: each lane asks for its share", arguments: [(9, 3), (8, 2), (1, 1), (0, 1)])
  func scarce(found: Int, next: Int) {
    var size = BatchSize(limit: 100, lanes: 4)
    for _ in 0..<4 {
      size.claimed(asked: size.next, found: size.next)
      size.finished(jobs: size.next, took: .milliseconds(1))
    }
    #expect(size.next == 16)
    size.claimed(asked: 16, found: found)
    size.finished(jobs: max(1, found), took: .milliseconds(1))
    #expect(size.next == next)
  }

  @Test("jobs that become slow shrink the batch at once")
  func becomesSlow() {
    var size = BatchSize(limit: 500, lanes: 1)
    for _ in 0..<10 {
      size.claimed(asked: size.next, found: size.next)
      size.finished(jobs: size.next, took: .milliseconds(1))
    }
    #expect(size.next == 500)
    size.claimed(asked: 500, found: 500)
    size.finished(jobs: 500, took: .seconds(5))
    #expect(size.next < 50)
  }

  @Test("after a failure it starts with one job")
  func reset() {
    var size = BatchSize(limit: 500, lanes: 1)
    size.claimed(asked: 1, found: 1)
    size.finished(jobs: 1, took: .zero)
    size.reset()
    #expect(size.next == 1)
  }

  @Test("when all jobs were passed over, the next claim looks at more of them")
  func passedOver() {
    var size = BatchSize(limit: 500, lanes: 2)
    for expected in [2, 4, 8] {
      size.claimed(asked: size.next, found: 0, passed: size.next)
      #expect(size.next == expected)
    }
  }

  @Test(
    "Claim rule 10: the keys of all lanes of a pool fill at most an eighth of the server's lock table",
    arguments: [(2, 400), (8, 100), (6400, 1)])
  func keyed(lanes: Int, expected: Int) {
    let limit = BatchSize.keyedLimit(locks: 6400, lanes: lanes)
    #expect(limit == expected)
    var size = BatchSize(limit: 1000, lanes: lanes)
    size.keyed(limit: limit)
    for _ in 0..<12 {
      size.claimed(asked: size.next, found: size.next)
      size.finished(jobs: size.next, took: .microseconds(10) * size.next)
    }
    #expect(size.next == expected)
  }
}
