/// Finds jobs that were left behind a cursor: others that were to run after them ran long before them.
struct LeftBehind {
  /// A job of one kind and priority; times in microseconds of one clock.
  struct Start {
    let runAt: Int64
    let id: Int64
    /// When it was started.
    let started: Int64
    /// When it could be seen at the latest, if that is known: nobody can start a job that is not committed.
    let visible: Int64?
  }

  /// How many jobs started too late.
  private(set) var count = 0
  /// The longest time that a job started after one that was to run after it, microseconds; 0 when none did.
  private(set) var worst: Int64 = 0

  /// - Parameters:
  ///   - starts: All jobs of one kind and priority.
  ///   - limit: How much later than a job with a greater (run_at, id) one may start, microseconds.
  init(_ starts: [Start], limit: Int64) {
    var earliest = Int64.max
    for job in starts.sorted(by: { ($0.runAt, $0.id) > ($1.runAt, $1.id) }) {
      if earliest < job.started {
        let behind = job.started - max(earliest, job.visible ?? .min)
        worst = max(worst, behind)
        if behind > limit { count += 1 }
      }
      earliest = min(earliest, job.started)
    }
  }
}
