/// The open connections of one proxy.
final class RelayGroup: Sendable {
  private let relays = Locked<[Relay]>([])

  func add(_ relay: Relay) {
    relays.withLock { $0.append(relay) }
  }

  /// Stalls all of them.
  func freeze() {
    relays.withLock { for relay in $0 { relay.freeze() } }
  }

  /// Ends all of them.
  func stop() {
    relays.withLock { relays in
      for relay in relays { relay.stop() }
      relays.removeAll()
    }
  }
}
