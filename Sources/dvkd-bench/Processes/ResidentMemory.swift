/// Resident memory of a process, in units of 2²⁰ bytes as ps and systemd show it.
struct ResidentMemory {
  /// All of it, now.
  let now: Double
  /// The most so far.
  let peak: Double
  /// The process's own part; the rest is pages of files (program and libraries), which other processes share.
  let own: Double

  /// Reads `/proc/PID/status`; nil when it is not all there.
  init?(status: String) {
    func value(_ key: String) -> Double? {
      status.split(separator: "\n").first { $0.hasPrefix(key + ":") }
        .flatMap { $0.split { $0 == " " || $0 == "\t" }.dropFirst().first }
        .flatMap { Double($0) }.map { $0 / 1024 }
    }
    guard let now = value("VmRSS"), let peak = value("VmHWM"), let own = value("RssAnon") else { return nil }
    self.now = now
    self.peak = peak
    self.own = own
  }
}
