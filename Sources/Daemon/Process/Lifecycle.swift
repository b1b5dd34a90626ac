/// What the process should do next: a pure decision over what has happened, performed by `DaemonProcess`.
struct Lifecycle {
  enum Phase: Equatable {
    /// The lanes are on their way up.
    case starting
    /// READY was told.
    case running
    /// Nothing new is claimed.
    case draining
    /// What is in hand is rolled back.
    case aborting
  }

  enum Action: Equatable {
    /// Nothing to do until something happens.
    case wait
    /// Tell everybody that the daemon is ready.
    case tellReady
    /// Stop claiming, and wait for the batches in hand.
    case drain
    /// Roll back what is in hand.
    case abort(reason: String)
    /// End the process.
    case stop(clean: Bool)
  }

  private(set) var phase = Phase.starting

  /// Decides, and takes it as done.
  ///
  /// - Parameters:
  ///   - terminations: How many times the end was asked for.
  ///   - isReady: Whether the lanes are up.
  ///   - drained: Nil while batches are in hand; then whether all were finished within the limit.
  /// - Returns: What to do now.
  mutating func next(terminations: Int, isReady: Bool, drained: Bool?) -> Action {
    switch phase {
    case .starting, .running:
      if terminations > 0 {
        phase = .draining
        return .drain
      }
      guard phase == .starting, isReady else { return .wait }
      phase = .running
      return .tellReady
    case .draining:
      if drained == true { return .stop(clean: true) }
      guard drained == false || terminations > 1 else { return .wait }
      phase = .aborting
      return .abort(reason: terminations > 1 ? "second signal" : "drain limit")
    case .aborting: return .stop(clean: false)
    }
  }
}
