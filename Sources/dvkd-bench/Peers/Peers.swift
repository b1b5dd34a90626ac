import ArgumentParser

/// Other job queues on the same cluster, in the same run: drain, single enqueue, pickup latency.
struct Peers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Other PostgreSQL job queues (Python) on the same cluster, each at its best documented settings.",
    discussion: """
      Installs the peers with pip into a private virtual environment, .build/peers-venv of the checkout, which is kept. \
      A peer that does not install or fails is reported in its row; exit code 1 only if dvkd could not be measured.
      """)

  /// All is over by then, within the ten minutes that a subcommand may take.
  private static let limit = Duration.seconds(560)

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs of dvkd's drain.")
  var jobs = 200_000

  @Option(name: .long, help: "Only this peer (may be repeated); all of them if not given.")
  var only: [String] = []

  mutating func validate() throws {
    for name in only where !Peer.all.contains(where: { $0.name == name }) {
      throw ValidationError("--only is one of \(Peer.all.map(\.name).joined(separator: ", ")), not \(name)")
    }
  }

  func run() throws {
    let end = ContinuousClock.now + Self.limit
    let output = BenchOutput(json: options.json)
    let cluster = try Cluster()
    do {
      try measure(cluster, output, end)
      try cluster.stop()
    } catch {
      try cluster.stop()
      throw error
    }
  }

  private func measure(_ cluster: Cluster, _ output: BenchOutput, _ end: ContinuousClock.Instant) throws {
    let peers = Peer.all.filter { only.isEmpty || only.contains($0.name) }
    output.line("peers: no-op jobs with small JSON args that the handler decodes, fsync and synchronous_commit on")
    var run = try PeerRun(cluster: cluster, output: output, peers: peers, jobs: jobs, end: end)
    try run.install()
    try run.enqueue()
    try run.latency()
    for round in 1...options.rounds { try run.drain(round: round) }
    for line in PeerTable(own: run.own, peers: run.rows).lines { output.line(line) }
    for (peer, row) in zip(peers, run.rows) {
      guard let goal = peer.goal, let ratio = row.drainRatio(own: run.own) else { continue }
      output.line(
        "wanted  drain at least \(goal)× \(peer.name): \(ratio >= goal ? "reached" : "missed"), \(PeerRow.rounded(ratio))×"
      )
    }
    for row in [run.own] + run.rows { try output.object(row.fields(own: run.own)) }
    try output.object(PeerSummary.fields(own: run.own, peers: run.rows))
  }
}
