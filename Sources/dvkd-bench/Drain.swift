import ArgumentParser

/// Jobs a second that leave a full queue, history kept, against plain SQL that does the same writes.
struct Drain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Drain no-op jobs: the engine against plain SQL with the same writes and connections.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Jobs a round.")
  var jobs = 200_000

  @Option(name: .long, help: "Lanes of the engine, and connections of plain SQL.")
  var lanes = 2

  func run() throws {
    let output = BenchOutput(json: options.json)
    let cluster = try Cluster()
    do {
      try measure(cluster, output)
      try cluster.stop()
    } catch {
      try cluster.stop()
      throw error
    }
  }

  private func measure(_ cluster: Cluster, _ output: BenchOutput) throws {
    let database = try BenchDatabase(cluster, name: "drain")
    output.line(
      "drain: \(jobs) no-op jobs, \(lanes) lanes or connections, fsync and synchronous_commit on, history kept")
    output.line("round   engine jobs/s   plain SQL jobs/s   ratio")
    var product = Series()
    var baseline = Series()
    for round in 1...options.rounds {
      try database.fill(jobs: jobs)
      let engine = Double(jobs) / (try NoopDrain.run(url: database.url, lanes: lanes, jobs: jobs))
      try database.checkAllFinished(jobs: jobs)
      try database.fill(jobs: jobs)
      let plain = Double(jobs) / (try PlainDrain.run(url: database.url, connections: lanes))
      try database.checkAllFinished(jobs: jobs)
      product.append(engine)
      baseline.append(plain)
      output.line(
        "\(pad("\(round)", 5))\(pad(whole(engine), 16))\(pad(whole(plain), 19))\(pad(ratio(engine / plain), 8))")
      try output.object(["bench": "drain", "round": round, "rate": engine.rounded(), "baseline": plain.rounded()])
    }
    let quotient = product.median / baseline.median
    output.line(
      "median  engine \(whole(product.median)) (\(whole(product.low))…\(whole(product.high)))  plain SQL "
        + "\(whole(baseline.median)) (\(whole(baseline.low))…\(whole(baseline.high)))  ratio \(ratio(quotient))")
    try output.object([
      "bench": "drain", "rate": product.median.rounded(), "baseline": baseline.median.rounded(),
      "ratio": (quotient * 1000).rounded() / 1000, "jobs": jobs, "lanes": lanes,
    ])
  }

  private func whole(_ value: Double) -> String { String(Int(value.rounded())) }

  private func ratio(_ value: Double) -> String { String((value * 100).rounded() / 100) }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
