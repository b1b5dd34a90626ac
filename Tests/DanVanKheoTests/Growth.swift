import Glibc

/// How much longer four times the work takes, in processor time of this thread: a busy machine does not change it.
enum Growth {
  /// Linear work gives about 4, quadratic work 16.
  static let bound = 8.0

  /// The factor by which the large work takes longer, of the best of several runs; 4 if it is over at once.
  static func factor(small: () -> Int, large: () -> Int) -> Double {
    // The first call of all makes tables.
    var best = (small: time(small), large: Double.infinity)
    for _ in 0..<5 {
      best = (min(best.small, time(small)), min(best.large, time(large)))
      if best.large < 2 { return 4 }
      if best.large <= bound * best.small { break }
    }
    return best.large / best.small
  }

  /// Milliseconds.
  private static func time(_ work: () -> Int) -> Double {
    let start = processorTime()
    precondition(work() >= 0)
    return processorTime() - start
  }

  private static func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
