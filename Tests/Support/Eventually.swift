import Dispatch

/// Waits until a condition holds, looking every few milliseconds.
///
/// Blocks its thread; the condition may use a connection.
/// - Parameters:
///   - limit: The longest wait.
///   - what: What is waited for, shown when it does not come.
///   - condition: Is asked until it says true.
/// - Throws: `TestSupportError` when the time is over; what the condition throws.
public func eventually(
  within limit: Duration = .seconds(10), _ what: String = "the condition", _ condition: () throws -> Bool
) throws {
  let deadline = ContinuousClock.now + limit
  while try !condition() {
    guard ContinuousClock.now < deadline else { throw TestSupportError("\(what) did not come within \(limit)") }
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(5))
  }
}
