import ArgumentParser
import Jobs
import Postgres

/// Full validation, end to end through the queue, against plain SQL that does the same writes.
struct Validate: Bench {
  static let name = "validate"
  static let targets = [Target.atLeast("rate", 1500), .atLeast("ratio", 0.5), .atMost("cpu_us", 250)]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Submissions a second through the queue with 100,000 models present, and processor time of judging one.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Submissions a round.")
  var submissions = 6000

  @Option(name: .long, help: "Models that are registered already.")
  var models = 100_000

  @Option(name: .long, help: "Lanes of the engine, and connections of plain SQL.")
  var lanes = 2

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "validate")
    var ground = try ValidationGround(database, models: models)
    let plain = PlainValidation(database: database)
    run.describe(
      "\(submissions) submissions of 2 KB a round, 8 of 20 with a flaw, \(models) models present, \(lanes) lanes or connections"
    )

    // The first batch warms up product and database; the baseline that comes first in a round writes the one before.
    var staged = try ground.submit(submissions)
    let time = try ValidationTime(database, staged, count: 2000)
    _ = try time.microseconds(passes: 1)
    let processor = try time.microseconds(passes: 5)
    run.output.line(
      "processor time \(Table.number(processor.median)) µs a submission (\(Table.range(processor))), facts of \(Table.number(time.bytes)) bytes"
    )
    let before = try plain.written()
    _ = try judge(database, staged)
    try plain.check(since: before)
    try plain.stage(staged)

    let comparison = try run.alternate(unit: "submissions/s") {
      staged = try ground.submit(submissions)
      let rate = try judge(database, staged)
      try plain.stage(staged)
      return rate
    } baseline: {
      try plain.reset(staged)
      let seconds = try plain.run(connections: lanes)
      try check(database, staged)
      try plain.checkRows(staged)
      return Double(submissions) / seconds
    }
    var summary = comparison.summary(Self.name)
    summary.set("cpu_us", processor.median, digits: 1)
    summary.set("cpu_us_low", processor.low, digits: 1)
    summary.set("cpu_us_high", processor.high, digits: 1)
    summary.set("submissions", submissions)
    summary.set("models", models)
    summary.set("lanes", lanes)
    return summary
  }

  /// Runs the engine until all are judged; submissions a second.
  private func judge(_ database: BenchDatabase, _ ids: ClosedRange<Int64>) throws -> Double {
    let watch = try database.open()
    let seconds = try BenchEngine.run(url: database.url, handler: SubmissionValidation.handler(), lanes: lanes) { _ in
      try Wait.until("the verdicts on \(submissions) submissions", within: .seconds(120), every: .milliseconds(10)) {
        try watch.prepared(
          "watch", "select not exists (select from queue.job where kind = 'submission_validation')", []
        )
        .bool(0, 0)
      }
    }
    try check(database, ids)
    return Double(submissions) / seconds
  }

  /// Every submission has its verdict, good and bad ones among them, or the rate means nothing.
  private func check(_ database: BenchDatabase, _ ids: ClosedRange<Int64>) throws {
    let rows = try database.open().query(
      """
      select count(*) filter (where state = 'submitted'), count(*) filter (where state = 'valid'),
             count(*) filter (where state = 'needs_supplement'), (select count(*) from registry.finding f where f.submission_id between $1 and $2)
      from registry.submission where id between $1 and $2
      """, [.int8(ids.lowerBound), .int8(ids.upperBound)])
    let valid = Int(try rows.int8(0, 1))
    guard try rows.int8(0, 0) == 0, valid > submissions / 2, valid < submissions, try rows.int8(0, 2) > 0,
      try rows.int8(0, 3) > 0
    else {
      throw BenchError(
        "of \(submissions) submissions \(try rows.int8(0, 0)) wait, \(valid) are valid, \(try rows.int8(0, 2)) need a supplement"
      )
    }
  }
}
