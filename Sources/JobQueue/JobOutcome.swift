/// What a handler decided about one job; its effects are in the transaction already.
public enum JobOutcome: Sendable, Equatable {
  /// The effects are written.
  case complete
  /// The job can never succeed, for example because its arguments cannot be understood; it is not tried again.
  case discard(reason: String)
  /// Nothing is written and the job waits, without using an attempt.
  case snooze(for: Duration, reason: String)
  /// Nothing is written and this attempt failed; the job is tried again after a delay, up to its limit of attempts.
  case retry(error: String, sqlState: String?)
}
