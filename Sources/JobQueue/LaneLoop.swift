/// Decides what a lane does next; the lane performs it and reports back.
///
/// Made anew with each connection, so that a lane starts with one job: one that cost the lane its connection is found alone.
struct LaneLoop {
  enum Action: Equatable {
    /// Claim this many jobs.
    case claim(limit: Int)
    /// Do the claimed jobs: as a batch, or one at a time because a batch of them failed.
    case work(singly: Bool)
    /// Nothing was claimed of what was asked for by number: end the transaction and claim again.
    case release
    /// Nothing is due: wait to be woken.
    case sleep
    case stop
  }

  private enum State {
    case ready, holding, empty, idle
  }

  /// Most jobs that are run one at a time in one transaction: each is a subtransaction, and more than 64 would overflow the server's cache of them.
  static let isolationLimit = 32

  private var state = State.ready
  private var size: BatchSize
  /// Jobs still to be run one at a time, since a batch failed.
  private(set) var isolating = 0

  init(batchLimit: Int, lanes: Int) {
    size = BatchSize(limit: batchLimit, lanes: lanes)
  }

  /// What to do now.
  func next(isStopping: Bool) -> Action {
    switch state {
    case .holding: .work(singly: isolating > 0)
    case .empty: .release
    case .idle: isStopping ? .stop : .sleep
    case .ready: isStopping ? .stop : .claim(limit: ask)
    }
  }

  /// How many jobs to claim in the same round trip that finishes the batch in hand; nil for none.
  func ahead(isStopping: Bool) -> Int? {
    isStopping ? nil : ask
  }

  private var ask: Int { isolating > 0 ? min(Self.isolationLimit, isolating) : size.next }

  // MARK: Reports

  /// A claim was answered.
  /// - Parameters:
  ///   - asked: How many were asked for.
  ///   - found: How many are to be run or cancelled.
  ///   - passed: How many were locked and are left to others: when these filled the claim, there may be more behind them.
  ///   - isByNumber: Whether jobs were asked for by number; others may be due then.
  ///   - looksAgain: Whether jobs may be due that this claim did not look at.
  mutating func claimed(
    asked: Int, found: Int, passed: Int = 0, isByNumber: Bool = false, looksAgain: Bool = false
  ) {
    if found > 0 {
      state = .holding
    } else {
      state = isByNumber || looksAgain || passed >= asked ? .empty : .idle
    }
    guard !isByNumber else { return }
    if isolating > 0 {
      if found == 0 { isolating = 0 }
    } else {
      size.claimed(asked: asked, found: found, passed: passed)
    }
  }

  /// The kind's jobs have concurrency keys: a batch takes at most so many.
  mutating func keyed(limit: Int) {
    size.keyed(limit: limit)
  }

  /// A batch of jobs was done, as measured before its finish.
  mutating func worked(jobs: Int, took: Duration) {
    if isolating == 0 { size.finished(jobs: jobs, took: took) }
  }

  /// The transaction in hand ended, and nothing was claimed with its end.
  mutating func ended() {
    state = .ready
  }

  /// A batch failed: so many jobs are to be run one at a time, in this transaction and the next ones.
  mutating func split(jobs: Int) {
    isolating = jobs
    size.reset()
  }

  /// So many jobs were run one at a time.
  mutating func ranSingly(_ jobs: Int) {
    isolating = max(0, isolating - jobs)
  }

  /// The lane was woken, or may not sleep.
  mutating func woken() {
    state = .ready
  }
}
