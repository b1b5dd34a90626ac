internal import Postgres

/// Why a piece of work ended without a result.
enum Interruption: Equatable {
  /// The job's own failure: an attempt.
  case failure
  /// Somebody else caused it (deadlock, serialisation, a table changed under a prepared statement, a cancel that was not for it): not an attempt.
  case neighbour
  /// The session is gone: nothing can be recorded.
  case connectionLost
}

/// Tells whose fault an error of a handler is.
/// - Parameters:
///   - error: What the handler threw.
///   - isConnectionBroken: Whether the lane's connection is of no more use.
///   - isAlone: Whether the work was on one job only.
///   - elapsed: How long the work took.
///   - timeout: The lane's statement timeout.
/// - Returns: The reason. A lone job that was cancelled by the server for its own timeout has failed.
func interruption(
  of error: any Error, isConnectionBroken: Bool, isAlone: Bool, elapsed: Duration, timeout: Duration
) -> Interruption {
  guard !isConnectionBroken else { return .connectionLost }
  guard let error = error as? PostgresError else { return .failure }
  guard !error.isConnectionLost else { return .connectionLost }
  if error.serverError?.isStalePlan == true { return .neighbour }
  switch error.sqlState {
  case .serializationFailure, .deadlockDetected: return .neighbour
  case .queryCanceled: return isAlone && elapsed >= timeout * 0.95 ? .failure : .neighbour
  default: return .failure
  }
}
