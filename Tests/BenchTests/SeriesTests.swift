import Testing

@testable import dvkd_bench

@Suite("Medians, percentiles and summaries of measurements")
struct SeriesTests {
  @Test("the median is the middle value, or the mean of the two middle ones")
  func median() {
    #expect(Series([9, 1, 5]).median == 5)
    #expect(Series([9, 1, 5, 7]).median == 6)
    #expect(Series().median.isNaN)
  }

  @Test(
    "a percentile is the smallest value that so many do not exceed",
    arguments: [(50, 50.0), (99, 99.0), (99.5, 100.0), (100, 100.0), (0, 1.0)])
  func percentile(percent: Double, expected: Double) {
    #expect(Series((1...100).map(Double.init).reversed()).percentile(percent) == expected)
  }

  @Test("the percentile of few values is one of them; of none it is no number")
  func fewValues() {
    #expect(Series([3]).percentile(99) == 3)
    #expect(Series([3, 8]).percentile(50) == 3)
    #expect(Series().percentile(50).isNaN)
  }

  @Test("a ratio is that of the medians, not the median of the ratios")
  func ratio() {
    var comparison = Comparison()
    for (ours, theirs) in [(1.0, 10.0), (8, 10), (9, 100)] { comparison.add(product: ours, baseline: theirs) }
    #expect(comparison.ratio == 0.8)
    #expect(comparison.ratios.median == 0.1)
  }

  @Test("a target that has no number is missed")
  func targets() {
    var summary = Summary("drain")
    summary.set("ratio", 0.8004, digits: 3)
    #expect(Target.atLeast("ratio", 0.8).isReached(summary))
    #expect(!Target.atLeast("ratio", 0.81).isReached(summary))
    #expect(Target.atMost("ratio", 0.8).isReached(summary))
    #expect(!Target.atMost("p99_ms", 100).isReached(summary))
    summary.set("p99_ms", .nan, digits: 2)
    #expect(!Target.atMost("p99_ms", 100).isReached(summary))
  }
}
