import Synchronization

/// A count that several lanes add to.
final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  var value: Int { count.load(ordering: .acquiring) }

  func add(_ amount: Int) { count.add(amount, ordering: .acquiringAndReleasing) }
}
