/// One run of `dvkd-bench peers`: measures dvkd and the peers in turn, and keeps what was found and what failed.
struct PeerRun {
  /// Single enqueues: connections of every queue, over all its processes.
  static let clients = 8
  /// Single enqueues: seconds.
  static let enqueueSeconds = 2.0
  /// Latency: jobs.
  static let samples = 200
  /// Lanes of dvkd's drain.
  static let lanes = 2
  /// A measure of a peer that takes longer is ended.
  static let limit = Duration.seconds(75)

  private let peers: [Peer]
  private let server: String
  private let output: BenchOutput
  private let environment: PeerEnvironment?
  private let end: ContinuousClock.Instant
  private let database: BenchDatabase
  private let jobs: Int
  private(set) var own = PeerRow("dvkd")
  private(set) var rows: [PeerRow]

  /// Makes dvkd's database and the peers' virtual environment; without one every peer is marked as failed.
  /// - Parameters:
  ///   - cluster: Where all databases are made.
  ///   - output: Where progress goes.
  ///   - peers: Which.
  ///   - jobs: Of dvkd's drain.
  ///   - end: When all must be over; what is not measured by then is reported as missing.
  /// - Throws: What makes measuring dvkd itself impossible.
  init(cluster: Cluster, output: BenchOutput, peers: [Peer], jobs: Int, end: ContinuousClock.Instant) throws {
    self.peers = peers
    self.output = output
    self.end = end
    self.jobs = jobs
    server = cluster.url(database: "postgres")
    database = try BenchDatabase(cluster, name: "peers")
    own.settings = "\(Self.lanes) lanes in one process, batches of up to 1000, history kept, \(jobs) jobs a drain"
    rows = peers.map { PeerRow($0.name) }
    do {
      environment = try PeerEnvironment()
    } catch {
      environment = nil
      for index in rows.indices { rows[index].fail("\(error)") }
    }
  }

  /// Installs each peer; one that does not install is marked and left out of what follows.
  mutating func install() throws {
    for index in peers.indices {
      output.line("installing \(peers[index].name)")
      try attempt(index, "install") { run, limit in
        try run.environment?.install(run.peers[index], limit: limit)
        let line = try run.measure(index, ["describe"], limit)
        run.rows[index].version = line.version ?? ""
        run.rows[index].settings = (line.settings ?? "") + ", \(run.peers[index].jobs) jobs a drain"
      }
    }
  }

  /// Single enqueues, each committed by itself; a peer with one process and with two, the better counts.
  mutating func enqueue() throws {
    try database.fill(jobs: 0)
    own.addEnqueue(
      try OwnEnqueue.run(url: database.url, clients: Self.clients, seconds: Self.enqueueSeconds), processes: 1)
    try report("enqueue", own.name, 1, own.enqueueRate ?? 0)
    for index in peers.indices {
      for processes in 1...2 {
        try attempt(index, "enqueue") { run, limit in
          let line = try run.measure(
            index,
            [
              "enqueue", "--clients", "\(Self.clients)", "--seconds", "\(Self.enqueueSeconds)",
              "--processes", "\(processes)",
            ], limit)
          run.rows[index].addEnqueue(line.rate ?? 0, processes: processes)
          try run.report("enqueue", run.rows[index].name, processes, line.rate ?? 0)
        }
      }
    }
  }

  /// Pickup latency of an idle queue, one worker process.
  mutating func latency() throws {
    try database.fill(jobs: 0)
    let waits = try OwnLatency.run(url: database.url, samples: Self.samples).sorted()
    own.p50 = waits[(waits.count * 50 + 99) / 100 - 1]
    own.p99 = waits[(waits.count * 99 + 99) / 100 - 1]
    for index in peers.indices {
      try attempt(index, "latency") { run, limit in
        let line = try run.measure(index, ["latency", "--samples", "\(Self.samples)"], limit)
        run.rows[index].p50 = line.p50
        run.rows[index].p99 = line.p99
      }
    }
    for row in [own] + rows {
      guard let p50 = row.p50, let p99 = row.p99 else { continue }
      output.line("latency  \(row.name): p50 \(PeerRow.rounded(p50)) ms, p99 \(PeerRow.rounded(p99)) ms")
    }
  }

  /// A round of drains: dvkd, then each peer with one process and with two.
  mutating func drain(round: Int) throws {
    try database.fill(jobs: jobs)
    let rate = Double(jobs) / (try NoopDrain.run(url: database.url, lanes: Self.lanes, jobs: jobs))
    try database.checkAllFinished(jobs: jobs)
    own.addDrain(rate, processes: 1)
    try report("drain", own.name, 1, rate, round: round)
    for index in peers.indices {
      for processes in 1...2 {
        try attempt(index, "drain, round \(round)") { run, limit in
          let line = try run.measure(
            index, ["drain", "--jobs", "\(run.peers[index].jobs)", "--processes", "\(processes)"], limit)
          guard let rate = line.rate else { throw BenchError("no rate") }
          run.rows[index].addDrain(rate, processes: processes)
          run.rows[index].addBulk(line.bulkRate ?? 0)
          try run.report("drain", run.rows[index].name, processes, rate, round: round)
        }
      }
    }
  }

  private func measure(_ index: Int, _ arguments: [String], _ limit: Duration) throws -> PeerLine {
    guard let environment else { throw BenchError("there is no virtual environment") }
    return try environment.measure(peers[index], arguments, server: server, limit: limit)
  }

  /// Does a thing of a peer that has not failed yet; what goes wrong becomes a note in its row.
  private mutating func attempt(
    _ index: Int, _ what: String, _ body: (inout PeerRun, Duration) throws -> Void
  ) throws {
    guard rows[index].error == nil else { return }
    let left = end - .now
    do {
      guard left > .seconds(10) else { throw BenchError("no time was left") }
      try body(&self, min(left, Self.limit))
    } catch {
      rows[index].fail("\(what): \(error)")
      output.line("\(rows[index].name): \(what): \(error)")
    }
  }

  private func report(_ what: String, _ name: String, _ processes: Int, _ rate: Double, round: Int? = nil) throws {
    let place = round.map { "\(what), round \($0)" } ?? what
    output.line("\(place)  \(name) with \(processes) process\(processes == 1 ? "" : "es"): \(Int(rate.rounded()))/s")
    var fields: [String: Any] = [
      "bench": "peers", "measure": what, "peer": name, "processes": processes, "rate": rate.rounded(),
    ]
    if let round { fields["round"] = round }
    try output.object(fields)
  }
}
