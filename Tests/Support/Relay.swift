import Glibc

/// One connection through a `FaultProxy`; runs on a queue of its own until a side closes or a fault ends it.
final class Relay: Sendable {
  private enum Phase {
    case passing
    case swallowingAnswer
    case holdingReadyBack
    case stalled
  }

  private let client: Int32
  private let server: Int32
  private let fault: Locked<FaultProxy.Fault>
  private let isStopped = Locked(false)
  private let isFrozen = Locked(false)

  init(client: Int32, server: Int32, fault: Locked<FaultProxy.Fault>) {
    self.client = client
    self.server = server
    self.fault = fault
  }

  /// Makes `run` return soon.
  func stop() {
    isStopped.withLock { $0 = true }
  }

  /// Stalls the line.
  func freeze() {
    isFrozen.withLock { $0 = true }
  }

  func run() {
    defer {
      close(client)
      close(server)
    }
    var phase = Phase.passing
    while !isStopped.withLock({ $0 }) {
      guard let (fromClient, fromServer) = UnixSocket.waitReadable(client, server, milliseconds: 50) else { continue }
      if isFrozen.withLock({ $0 }) { phase = .stalled }
      // A stalled line is not read at all, so that the senders feel it.
      if phase == .stalled {
        _ = poll(nil, 0, 50)
        continue
      }
      if fromClient {
        guard let chunk = UnixSocket.read(client) else { return }
        guard let next = passOn(request: chunk, phase) else { return }
        phase = next
      }
      if fromServer {
        guard let chunk = UnixSocket.read(server) else { return }
        let isEnd = Relay.endsWithReadyForQuery(chunk)
        switch phase {
        case .swallowingAnswer: if isEnd { return }
        case .holdingReadyBack where isEnd:
          guard UnixSocket.write(client, Array(chunk.dropLast(6))) else { return }
          phase = .stalled
        case .passing, .holdingReadyBack, .stalled: guard UnixSocket.write(client, chunk) else { return }
        }
      }
    }
  }

  /// Passes a request on or does what the fault says; nil when the line is to be closed.
  private func passOn(request chunk: [UInt8], _ phase: Phase) -> Phase? {
    let fired = fault.withLock { fault -> FaultProxy.Fault in
      let text: String
      switch fault {
      case .none: return .none
      case .dropAnswer(let answered), .stallBeforeReady(let answered): text = answered
      case .dropRequest(let request), .stall(let request): text = request
      }
      guard chunk.contains(text) else { return .none }
      defer { fault = .none }
      return fault
    }
    switch fired {
    case .none: return UnixSocket.write(server, chunk) ? phase : nil
    case .dropAnswer: return UnixSocket.write(server, chunk) ? .swallowingAnswer : nil
    case .stallBeforeReady: return UnixSocket.write(server, chunk) ? .holdingReadyBack : nil
    case .dropRequest: return nil
    case .stall: return .stalled
    }
  }

  /// Message type Z, length 5, one byte of transaction status: the end of every answer.
  private static func endsWithReadyForQuery(_ chunk: [UInt8]) -> Bool {
    chunk.suffix(6).prefix(5).elementsEqual([UInt8(ascii: "Z"), 0, 0, 0, 5])
  }
}

extension [UInt8] {
  /// Whether the bytes of the text stand somewhere in these.
  fileprivate func contains(_ text: String) -> Bool {
    let pattern = Array(text.utf8)
    guard count >= pattern.count else { return false }
    return (0...count - pattern.count).contains { self[$0..<$0 + pattern.count].elementsEqual(pattern) }
  }
}
