/// The last JSON object of `dvkd-bench peers`.
enum PeerSummary {
  /// dvkd's own numbers; `ratio` is the smallest of its drain's ratios, `ratio_<peer>` each of them.
  static func fields(own: PeerRow, peers: [PeerRow]) -> [String: Any] {
    var fields = own.fields(own: own)
    fields["peer"] = nil
    fields["measured"] = peers.filter { $0.drain != nil }.map(\.name)
    fields["failed"] = peers.filter { $0.error != nil }.map(\.name)
    let ratios = peers.compactMap { row in row.drainRatio(own: own).map { (row.name, PeerRow.rounded($0)) } }
    for (name, ratio) in ratios { fields["ratio_\(name)"] = ratio }
    if let smallest = ratios.min(by: { $0.1 < $1.1 }) {
      fields["ratio"] = smallest.1
      fields["baseline"] = peers.first { $0.name == smallest.0 }?.drain?.rates.median.rounded()
    }
    return fields
  }
}
