/// The table of `dvkd-bench peers`, a row a queue, and its reasons below.
struct PeerTable {
  private let own: PeerRow
  private let peers: [PeerRow]

  init(own: PeerRow, peers: [PeerRow]) {
    self.own = own
    self.peers = peers
  }

  private static let headings = [
    "queue", "version", "proc.", "drain jobs/s", "range", "dvkd is", "enqueue/s", "dvkd is", "p50 ms", "p99 ms",
  ]

  /// Headings, rows, then the settings of each and what is missing and why.
  var lines: [String] {
    let cells = [Self.headings] + ([own] + peers).map(row)
    let widths = Self.headings.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let rows = cells.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return column < 2 ? row[column] + space : space + row[column]
      }.joined(separator: "  ")
    }
    return rows + ([own] + peers).flatMap(notes)
  }

  private func row(_ row: PeerRow) -> [String] {
    let drain = row.drain
    let isOwn = row.name == own.name
    return [
      row.name, row.version.isEmpty ? "-" : row.version, drain.map { "\($0.processes)" } ?? "-",
      Self.whole(drain?.rates.median),
      drain.map { "\(Self.whole($0.rates.low))…\(Self.whole($0.rates.high))" } ?? "-",
      isOwn ? "" : Self.multiple(row.drainRatio(own: own)), Self.whole(row.enqueueRate),
      isOwn ? "" : Self.multiple(row.enqueueRatio(own: own)), Self.decimals(row.p50), Self.decimals(row.p99),
    ]
  }

  private func notes(_ row: PeerRow) -> [String] {
    var notes: [String] = []
    if !row.settings.isEmpty { notes.append("\(row.name): \(row.settings)") }
    if let error = row.error { notes.append("\(row.name): not measured: \(error)") }
    return notes
  }

  private static func whole(_ value: Double?) -> String { value.map { String(Int($0.rounded())) } ?? "-" }

  private static func multiple(_ value: Double?) -> String { value.map { "\(PeerRow.rounded($0))×" } ?? "-" }

  private static func decimals(_ value: Double?) -> String { value.map { String(PeerRow.rounded($0)) } ?? "-" }
}
