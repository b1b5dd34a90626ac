/// Product and baseline, a pair of values a round.
struct Comparison {
  private(set) var product = Series()
  private(set) var baseline = Series()
  /// The quotient of each round.
  private(set) var ratios = Series()

  mutating func add(product ours: Double, baseline theirs: Double) {
    product.append(ours)
    baseline.append(theirs)
    ratios.append(ours / theirs)
  }

  /// The quotient of the medians.
  var ratio: Double { product.median / baseline.median }

  /// The keys that every comparison of rates has.
  func summary(_ bench: String) -> Summary {
    var summary = Summary(bench)
    summary.set("rate", product.median, digits: 0)
    summary.set("baseline", baseline.median, digits: 0)
    summary.set("ratio", ratio, digits: 3)
    summary.set("ratio_low", ratios.low, digits: 3)
    summary.set("ratio_high", ratios.high, digits: 3)
    summary.set("rounds", product.values.count)
    return summary
  }
}
