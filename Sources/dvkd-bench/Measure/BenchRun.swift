import Postgres

/// One run of a benchmark: its cluster, where it prints, and how often it repeats.
struct BenchRun {
  let bench: String
  let cluster: Cluster
  let output: BenchOutput
  let rounds: Int

  /// States the settings that the server really has.
  func stateSettings() throws {
    let settings = try ClusterSettings(cluster)
    output.line("\(bench) on \(settings.text)")
    try output.object(["bench": bench, "settings": settings.values])
  }

  /// Says what is measured, and under which conditions.
  func describe(_ text: String) { output.line("\(bench): \(text)") }

  /// A row of numbers for scripts.
  func round(_ number: Int, _ fields: [String: Double]) throws {
    var object: [String: Any] = ["bench": bench, "round": number]
    for (key, value) in fields { object[key] = Summary.json(value, digits: 3) }
    try output.object(object)
  }

  /// Measures the product and the baseline in turn, each first in every second round, and prints a row a round.
  ///
  /// At least `rounds` of them, more when the caller asked for more; `unit` is that of both values, `key` names the product's value in JSON, `names`
  /// stand in the table.
  func alternate(
    atLeast rounds: Int = 3, unit: String, key: String = "rate",
    names: (product: String, baseline: String) = ("engine", "plain SQL"),
    product: () throws -> Double, baseline: () throws -> Double
  ) throws -> Comparison {
    var comparison = Comparison()
    let table = Table(
      ["round", "\(names.product) \(unit)", "\(names.baseline) \(unit)", "ratio"], output: output)
    for number in 1...max(rounds, self.rounds) {
      let ours: Double
      let theirs: Double
      if number % 2 == 1 {
        ours = try product()
        theirs = try baseline()
      } else {
        theirs = try baseline()
        ours = try product()
      }
      comparison.add(product: ours, baseline: theirs)
      table.row(["\(number)", Table.number(ours), Table.number(theirs), Table.ratio(ours / theirs)])
      try round(number, [key: ours, "baseline": theirs, "ratio": ours / theirs])
    }
    table.row([
      "median", Table.number(comparison.product.median), Table.number(comparison.baseline.median),
      Table.ratio(comparison.ratio),
    ])
    table.row([
      "range", Table.range(comparison.product), Table.range(comparison.baseline),
      Table.range(comparison.ratios, digits: 2),
    ])
    return comparison
  }
}
