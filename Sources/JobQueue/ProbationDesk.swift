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
    /// The kind whose next suspect is asked for; nil only gives the last one back.
    let kind: String?
    /// The suspect whose run is over.
    let done: Int64?
    /// Whether that one could not be run.
    let isUnrun: Bool
    private let answer = Locked<Answer>(.unavailable)
    private let semaphore = DispatchSemaphore(value: 0)

    init(kind: String?, done: Int64?, isUnrun: Bool) {
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
  /// The suspect that was given last, until its end is told: also when its lane lost its connection over it.
  private let given = Locked<Int64?>(nil)

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

  /// Tells that the suspect given before has run, and asks for the next one of a kind; blocks the lane until the control thread answers.
  func ask(kind: String) -> Answer {
    put(kind: kind, isUnrun: false)
  }

  /// Tells that the suspect given could not be run; blocks the lane until that is noted.
  func giveBack() {
    _ = put(kind: nil, isUnrun: true)
  }

  /// The control connection ended, and its locks with it: nothing has to be given back.
  func forget() {
    given.withLock { $0 = nil }
    take()?.fulfil(.unavailable)
  }

  private func put(kind: String?, isUnrun: Bool) -> Answer {
    let request = Request(kind: kind, done: given.withLock { $0 }, isUnrun: isUnrun)
    pending.withLock { $0 = request }
    bell.ring()
    let answer = request.wait()
    switch answer {
    case .suspect(let id): given.withLock { $0 = id }
    case .nobody: given.withLock { $0 = nil }
    case .unavailable: break
    }
    return answer
  }

  /// The question that waits, for the control thread.
  func take() -> Request? {
    pending.withLock { request in
      defer { request = nil }
      return request
    }
  }
}
