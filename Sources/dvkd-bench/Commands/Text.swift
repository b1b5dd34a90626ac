import ArgumentParser
import VietnameseText

/// Processor time of the text room: a comparison key, and what is read out of an article.
struct Text: ParsableCommand {
  static let name = "text"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Microseconds a comparison key of a 60-character name, milliseconds an article of 5 KB; needs no server.")
  static let targets = [Target.atMost("key_us", 3), .atMost("article_ms", 1.5)]

  @OptionGroup var options: BenchOptions

  func run() throws {
    CleanUp.shared.install(limit: .seconds(590))
    let output = BenchOutput(json: options.json)
    let names = TextSamples.names
    let articles = TextSamples.articles
    output.line(
      "text: \(names.count) names of \(TextSamples.meanLength(names)) characters; \(articles.count) articles of "
        + "\(articles.reduce(0) { $0 + $1.utf8.count } / articles.count) bytes; processor time of one thread")
    let table = Table(["round", "key µs", "article ms"], output: output)
    var keys = Series()
    var pages = Series()
    // The first round warms up.
    for round in 0...max(5, options.rounds) {
      let key = Self.microseconds(times: 200, of: names) { nameKey($0, dictionary: TextSamples.dictionary).utf8.count }
      let page =
        Self.microseconds(times: 5, of: articles) { documentReferences(in: $0).count + quantities(in: $0).count } / 1000
      if round == 0 { continue }
      keys.append(key)
      pages.append(page)
      table.row(["\(round)", Table.number(key), Table.number(page)])
      try output.object([
        "bench": Self.name, "round": round, "key_us": Summary.json(key, digits: 3),
        "article_ms": Summary.json(page, digits: 3),
      ])
    }
    var summary = Summary(Self.name)
    for (key, series) in [("key_us", keys), ("article_ms", pages)] {
      summary.set(key, series.median, digits: 3)
      summary.set("\(key)_low", series.low, digits: 3)
      summary.set("\(key)_high", series.high, digits: 3)
    }
    summary.set("rounds", keys.values.count)
    output.line(summary.text)
    for target in Self.targets { output.line(target.judgement(summary)) }
    try output.object(summary.object)
  }

  /// Processor time of one call, the mean over all texts; the sum of the results keeps the calls alive.
  private static func microseconds(times: Int, of texts: [String], _ body: (String) -> Int) -> Double {
    let start = ValidationTime.processorTime()
    var sum = 0
    for _ in 0..<times {
      for text in texts { sum &+= body(text) }
    }
    precondition(sum > 0, "nothing was read")
    return (ValidationTime.processorTime() - start) / Double(times * texts.count)
  }
}
