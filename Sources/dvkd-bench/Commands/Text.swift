import ArgumentParser
import DanVanKheo
import Foundation
import VietnameseText

/// Processor time of the text rooms: a comparison key, what is read out of an article, and the worst that a text of the
/// largest allowed size can do.
struct Text: ParsableCommand {
  static let name = "text"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: """
      Microseconds a comparison key of a 60-character name, milliseconds an article of 5 KB, and the slowest of many \
      hostile texts of 128 KiB; needs no server.
      """)
  static let targets = [Target.atMost("key_us", 3), .atMost("article_ms", 1.5), .atMost("hostile_ms", 50)]

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
    try measureHostile(&summary, output)
    summary.set("rounds", keys.values.count)
    output.line(summary.text)
    for target in Self.targets { output.line(target.judgement(summary)) }
    try output.object(summary.object)
  }

  /// Calls every function with every hostile text; the slowest function of each shape is a row, the slowest shape first.
  private func measureHostile(_ summary: inout Summary, _ output: BenchOutput) throws {
    let functions = try TextFunction.all()
    output.line(
      "hostile: \(HostileText.all.count) shapes of \(HostileText.size / 1024) KiB, each through \(functions.count) "
        + "functions; the best of \(Self.hostileTimes) times")
    let rows = HostileText.all.map { text in
      let times = functions.map { function in
        (ms: Self.milliseconds { function.call(text.text) }, name: function.name)
      }
      return (shape: text.shape, slowest: times.max { $0.ms < $1.ms } ?? (0, ""))
    }
    .sorted { $0.slowest.ms > $1.slowest.ms }
    let table = Table(["ms", "function", "shape"], output: output)
    for row in rows {
      table.row([Table.number(row.slowest.ms), row.slowest.name, row.shape])
      try output.object([
        "bench": Self.name, "hostile": row.shape, "function": row.slowest.name,
        "hostile_ms": Summary.json(row.slowest.ms, digits: 3),
      ])
    }
    guard let worst = rows.first else { return }
    summary.set("hostile_ms", worst.slowest.ms, digits: 3)
    summary.set("hostile_shape", worst.shape)
    summary.set("hostile_function", worst.slowest.name)
  }

  private static let hostileTimes = 3
  /// Milliseconds below which once is enough.
  private static let quickEnough = 5.0

  /// Processor time of the fastest of some calls: what the machine adds by itself is not the text's.
  private static func milliseconds(_ body: () -> Int) -> Double {
    var best = Double.infinity
    for _ in 0..<hostileTimes {
      let start = ValidationTime.processorTime()
      precondition(body() >= 0, "nothing was read")
      best = min(best, (ValidationTime.processorTime() - start) / 1000)
      if best < quickEnough { break }
    }
    return best
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
