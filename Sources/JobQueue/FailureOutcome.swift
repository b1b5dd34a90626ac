/// What happens to a job after a failed attempt.
enum FailureOutcome: Equatable {
  case retry(after: Duration)
  case discard
}

/// Decides the fate of a failed attempt.
///
/// Pure: the caller draws the jitter, so a test can state the exact delay.
/// - Parameters:
///   - attempt: Attempts made so far, the failed one included; 1 or more.
///   - maxAttempts: Attempts allowed; 1 or more.
///   - jitter: Factor on the delay; 0.8...1.2.
/// - Returns: A delay of `2^attempt` seconds, at most 1024 s, times `jitter`; or that it is given up.
func failureOutcome(attempt: Int, maxAttempts: Int, jitter: Double) -> FailureOutcome {
  guard attempt < maxAttempts else { return .discard }
  return .retry(after: .seconds(Double(1 << min(max(attempt, 0), 10)) * jitter))
}
