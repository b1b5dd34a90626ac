import Testing

@testable import JobQueue

@Suite struct BatchTests {
  private func batch(_ ids: [Int64]) -> Batch {
    Batch(asked: 10, jobs: ids.map { ClaimedJob(id: $0, args: "{}") }, cancelled: [], begun: .now)
  }

  @Test("a dropped job is cancelled, not done")
  func drops() {
    var batch = batch([1, 2, 3])
    batch.drop([2])
    #expect(batch.jobs.map(\.id) == [1, 3])
    #expect(batch.cancelled.map(\.id) == [2])
    #expect(batch.found == 3)
  }

  @Test("a covered job is not done, claimed or not, and its number is kept for the finish")
  func covers() {
    var batch = batch([1, 2, 3])
    batch.cover([(id: 2, by: 1), (id: 90, by: 1)])
    #expect(batch.jobs.map(\.id) == [1, 3])
    #expect(batch.followers == [1: [2, 90]])
  }
}
