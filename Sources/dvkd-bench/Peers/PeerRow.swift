/// What was measured of one queue: a peer, or dvkd itself.
struct PeerRow {
  let name: String
  var version = ""
  var settings = ""
  /// Drained jobs a second, a value a round, by the number of worker processes.
  private(set) var drains: [Int: Series] = [:]
  /// Single enqueues a second with the better number of processes.
  private(set) var enqueueRate: Double?
  /// Processes of the enqueuing clients.
  private(set) var enqueueProcesses: Int?
  /// Jobs a second of the bulk call, the best of all fillings.
  private(set) var bulkRate: Double?
  var p50: Double?
  var p99: Double?
  /// Why something is missing, the first reason.
  private(set) var error: String?

  init(_ name: String) { self.name = name }

  mutating func addDrain(_ rate: Double, processes: Int) {
    var series = drains[processes] ?? Series()
    series.append(rate)
    drains[processes] = series
  }

  mutating func addEnqueue(_ rate: Double, processes: Int) {
    guard rate > enqueueRate ?? 0 else { return }
    enqueueRate = rate
    enqueueProcesses = processes
  }

  mutating func addBulk(_ rate: Double) { bulkRate = max(rate, bulkRate ?? 0) }

  mutating func fail(_ reason: String) { error = error ?? reason }

  /// The number of processes with the better median, and its values; nil when no drain was measured.
  var drain: (processes: Int, rates: Series)? {
    drains.max { ($0.value.median, -$0.key) < ($1.value.median, -$1.key) }.map { ($0.key, $0.value) }
  }

  /// What a script reads of the row; the ratios are dvkd's rates divided by this one's.
  func fields(own: PeerRow) -> [String: Any] {
    var fields: [String: Any] = ["bench": "peers", "peer": name]
    if !version.isEmpty { fields["version"] = version }
    if !settings.isEmpty { fields["settings"] = settings }
    if let drain {
      fields["rate"] = drain.rates.median.rounded()
      fields["rate_low"] = drain.rates.low.rounded()
      fields["rate_high"] = drain.rates.high.rounded()
      fields["processes"] = drain.processes
      fields["rounds"] = drain.rates.values.count
    }
    if let enqueueRate { fields["enqueue_rate"] = enqueueRate.rounded() }
    if let enqueueProcesses { fields["enqueue_processes"] = enqueueProcesses }
    if let bulkRate { fields["bulk_rate"] = bulkRate.rounded() }
    if let p50 { fields["p50_ms"] = Self.rounded(p50) }
    if let p99 { fields["p99_ms"] = Self.rounded(p99) }
    if name != own.name {
      if let ratio = drainRatio(own: own) { fields["ratio"] = Self.rounded(ratio) }
      if let ratio = enqueueRatio(own: own) { fields["enqueue_ratio"] = Self.rounded(ratio) }
    }
    if let error { fields["error"] = error }
    return fields
  }

  /// dvkd's drain as a multiple of this one's.
  func drainRatio(own: PeerRow) -> Double? {
    guard let mine = own.drain, let theirs = drain else { return nil }
    return mine.rates.median / theirs.rates.median
  }

  /// dvkd's single enqueue as a multiple of this one's.
  func enqueueRatio(own: PeerRow) -> Double? {
    guard let mine = own.enqueueRate, let theirs = enqueueRate else { return nil }
    return mine / theirs
  }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
