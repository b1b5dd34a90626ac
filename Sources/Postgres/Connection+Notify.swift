/// LISTEN and its messages.
extension Connection {
  /// Listens to a channel; outside a transaction at once, else from its COMMIT.
  /// - Parameter channel: The name, taken as it is: case counts.
  /// - Throws: `server`, `connection`, `usage`.
  public borrowing func listen(_ channel: String) throws(PostgresError) {
    let quoted = channel.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    try query("LISTEN \"\(quoted)\"")
  }

  /// Takes the messages that have arrived; waits for one when there is none.
  /// - Parameters:
  ///   - waitingUpTo: The longest wait; zero only looks.
  ///   - bell: Ends the wait when it rings.
  /// - Returns: All that are there, oldest first; empty after the wait.
  /// - Throws: `connection` when the connection broke.
  public borrowing func notifications(
    waitingUpTo: Duration, orUntil bell: Bell? = nil
  ) throws(PostgresError) -> [Notification] {
    try session.requireUsable()
    let deadline = ContinuousClock.now + waitingUpTo
    while true {
      guard session.handle.consumeInput() else { throw session.broken() }
      var taken: [Notification] = []
      while let notification = session.handle.nextNotification() { taken.append(notification) }
      guard taken.isEmpty, try session.handle.waitReadable(deadline - .now, orUntil: bell) else { return taken }
    }
  }
}
