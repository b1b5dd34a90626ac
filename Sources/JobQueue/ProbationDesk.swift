internal import Dispatch
internal import Postgres

/// Where the lane that runs suspects alone meets the control thread, which counts each try before it begins.
final class ProbationDesk: Sendable {
  /// What the control connection says.
  enum Answer: Sendable {
    /// Run this job alone; the try is counted.
    case suspect(Int64)
    /// Nobody is suspect, or all of them run elsewhere.
    case nobody
    /// There is no control connection.
    case unavailable
  }

  /// A lane's question.
  final class Request: Sendable {
    let kind: String
    /// The suspect whose run is over.
    let done: Int64?
    /// Whether that one could not be run.
    let isUnrun: Bool
    private let answer = Locked<Answer>(.unavailable)
    private let semaphore = DispatchSemaphore(value: 0)

    init(kind: String, done: Int64?, isUnrun: Bool) {
      self.kind = kind
      self.done = done
      self.isUnrun = isUnrun
    }

    func fulfil(_ given: Answer) {
      answer.withLock { $0 = given }
      semaphore.signal()
    }

    func wait() -> Answer {
      // Longer than any statement of the control connection may take.
      _ = semaphore.wait(timeout: .now() + .seconds(15))
      return answer.withLock { $0 }
    }
  }

  private let bell: Bell
  private let isTaken = Locked(false)
  private let pending = Locked<Request?>(nil)

  init(bell: Bell) { self.bell = bell }

  /// Lets the calling lane, and no other of this process, run suspects; false when another does.
  func enter() -> Bool {
    isTaken.withLock { taken in
      defer { taken = true }
      return !taken
    }
  }

  /// The lane runs no more suspects.
  func leave() { isTaken.withLock { $0 = false } }

  /// Asks for the next suspect of a kind; blocks the lane until the control thread answers.
  func ask(kind: String, done: Int64?, isUnrun: Bool) -> Answer {
    let request = Request(kind: kind, done: done, isUnrun: isUnrun)
    pending.withLock { $0 = request }
    bell.ring()
    return request.wait()
  }

  /// The question that waits, for the control thread.
  func take() -> Request? {
    pending.withLock { request in
      defer { request = nil }
      return request
    }
  }
}
