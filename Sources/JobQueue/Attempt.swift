internal import Postgres

/// What came of calling a handler.
enum Attempt {
  case done([Int64: JobOutcome])
  /// Its effects are rolled back.
  case failed(FailedAttempt)
  /// The engine aborts; nothing is to be recorded.
  case aborted
}

/// A failed call of a handler.
struct FailedAttempt {
  /// The error in words; no parameter values.
  let error: String
  let sqlState: String?
  let reason: Interruption

  init(_ error: any Error, reason: Interruption) {
    self.error = String(describing: error)
    sqlState = (error as? PostgresError)?.sqlState?.rawValue
    self.reason = reason
  }

  /// The outcome for a job that failed alone: an attempt, unless somebody else caused it; then it is soon tried again.
  var outcome: JobOutcome {
    switch reason {
    case .failure: .retry(error: error, sqlState: sqlState)
    case .neighbour, .connectionLost:
      .snooze(for: .milliseconds(Int.random(in: 50...500)), reason: error)
    }
  }
}

/// Everything that one call of a handler left behind.
struct HandlerResult {
  var outcomes: [Int64: JobOutcome] = [:]
  var error: (any Error)?
  /// Jobs whose cancellation was asked for during the call.
  var cancelled: Set<Int64> = []

  var postgresError: PostgresError? { error as? PostgresError }
}
