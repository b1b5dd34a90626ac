internal import Glibc
internal import Synchronization

/// Writes observations as log lines; usable from any thread.
///
/// One `write` a line of at most PIPE_BUF bytes, so lines of several threads and processes never mix and no lock is held. A log
/// that cannot be written is no reason to stop the work: errors of `write` are ignored.
public final class Logger: Sendable {
  private let descriptor: Int32
  private let stamped: Bool
  private let threshold: Atomic<Int>

  /// Makes a logger.
  /// - Parameters:
  ///   - level: Lines less urgent than this are not written.
  ///   - descriptor: An open file descriptor, by default standard error; never closed by the logger.
  ///   - stamped: Whether each line begins with `time=…` in UTC; the journal stamps lines itself.
  public init(level: LogLevel, descriptor: Int32 = 2, stamped: Bool = false) {
    self.descriptor = descriptor
    self.stamped = stamped
    threshold = Atomic(level.rawValue)
  }

  /// The least urgent level written; may be changed while others log.
  public var level: LogLevel {
    get { LogLevel(rawValue: threshold.load(ordering: .relaxed)) ?? .info }
    set { threshold.store(newValue.rawValue, ordering: .relaxed) }
  }

  /// Writes the observation's line, if its level is wanted.
  public func observe(_ observation: Observation) {
    if observation.level.rawValue <= threshold.load(ordering: .relaxed) { log(observation.logLine) }
  }

  /// Writes a line, if its level is wanted.
  public func log(_ line: LogLine) {
    guard line.level.rawValue <= threshold.load(ordering: .relaxed) else { return }
    var bytes = Array(line.text(time: stamped ? Self.now() : nil).utf8)
    bytes.append(UInt8(ascii: "\n"))
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return
      }
    }
  }

  private static func now() -> String {
    var clock = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &clock)
    return stamp(seconds: clock.tv_sec, milliseconds: clock.tv_nsec / 1_000_000)
  }

  /// A time in UTC to the millisecond, as `2026-07-01T02:03:04.567Z`.
  ///
  /// Counted from 1 March so that the leap day is a year's last (the Gregorian calendar repeats every 146,097 days);
  /// `seconds` are those since 1970-01-01T00:00:00Z, 0 or more.
  static func stamp(seconds: Int, milliseconds: Int) -> String {
    let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let (era, day) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let date = [
      padded(year + era * 400 + (month <= 2 ? 1 : 0), 4), padded(month, 2),
      padded(dayOfYear - (153 * march + 2) / 5 + 1, 2),
    ]
    let clock = [padded(time / 3600, 2), padded(time / 60 % 60, 2), padded(time % 60, 2)]
    return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + ".\(padded(milliseconds, 3))Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
