import ArgumentParser
import DanVanKheo
import Postgres

/// The search of overlapping models among a million whose titles come from templates.
struct Duplicates: Bench {
  static let name = "duplicates"
  static let targets = [Target.atMost("p50_ms", 1.5), Target.atMost("p99_ms", 10)]
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Overlap look-ups among 1,000,000 models; with --recall against comparing with each of them.")

  @OptionGroup var options: BenchOptions

  @Option(name: .long, help: "Models.")
  var models = 1_000_000

  @Option(name: .long, help: "Titles looked up.")
  var probes = 300

  @Flag(
    name: .long,
    help:
      "Compare what the timed search lists with all models whose titles have a trigram similarity of 0.7 or more; no time limit."
  )
  var recall = false

  /// Titles that were published.
  private static let realTitles = [
    "Trồng cây quế", "Thùng rác xanh", "Phụ nữ tiết kiệm mua bảo hiểm y tế vì sức khỏe gia đình",
    "Bảo vệ cây trồng, vật nuôi, bảo vệ rừng", "Địa bàn không có ma túy", "Phân loại, xử lý rác tại nguồn",
    "Chi hội Phụ nữ thôn Bản Bung, xã Dương Quang vận động hội viên trồng cây chuối tây",
    "Vận động nhân dân phát triển kinh tế xen canh Dưa-Lúa nâng cao thu nhập",
    "Vận động nhân dân đồng thuận giao đất giải phóng mặt bằng", "Camera an ninh", "Thắp sáng đường quê",
    "Hiến đất làm đường giao thông nông thôn", "Đường hoa nông thôn mới", "Xây dựng nông thôn mới",
    "Hũ gạo tình thương",
  ]

  func run() throws {
    CleanUp.shared.install(limit: recall ? .seconds(7200) : .seconds(590))
    _ = try runOnce()
  }

  func measure(_ run: BenchRun) throws -> Summary {
    let database = try BenchDatabase(run.cluster, name: "duplicates")
    let clock = ContinuousClock()
    let start = clock.now
    var ground = try ModelGround(database, models: models, seed: 4)
    run.describe(
      "\(models) models, \(ground.factory.templateCount) templates, each at least \(ground.factory.rarestTemplate) times"
    )
    try ground.fill(models: models)
    run.describe("filled in \(Table.number(start.duration(to: clock.now) / .seconds(1))) s")
    let asked = questions(&ground)
    let connection = try database.open()
    var (complete, bounded) = (Series(), Series())
    // The first round warms the caches and does not count.
    for round in 0...run.rounds {
      for question in asked {
        let whole = try milliseconds(connection, ground, question, inValidation: false)
        let short = try milliseconds(connection, ground, question, inValidation: true)
        if round > 0 {
          complete.append(whole)
          bounded.append(short)
        }
      }
    }
    var summary = Summary(Self.name)
    summary.set("p50_ms", complete.median, digits: 3)
    summary.set("p99_ms", complete.percentile(99), digits: 3)
    summary.set("validation_p50_ms", bounded.median, digits: 3)
    summary.set("validation_p99_ms", bounded.percentile(99), digits: 3)
    summary.set("models", models)
    summary.set("probes", asked.count)
    summary.set(
      "index_mb",
      try database.number(
        """
        select (sum(pg_total_relation_size(c)) / 1048576)::bigint from unnest(array['registry.model_signature', 'registry.title_model',
          'registry.title_part', 'registry.title_place']::regclass[]) c
        """))
    if recall { try addRecall(&summary, run, connection, ground, asked) }
    return summary
  }

  /// Half of the titles are there, half are new; the published ones come last.
  private func questions(_ ground: inout ModelGround) -> [(key: String, commune: Int)] {
    var draw = SeededDraw(seed: 2021)
    var asked: [(key: String, commune: Int)] = []
    for number in 0..<probes {
      let place = draw.below(ground.keys.count)
      asked.append(number % 2 == 0 ? (ground.keys[place], ground.places[place]) : ground.newTitle())
    }
    for title in Self.realTitles { asked.append((ground.key(title), draw.below(ModelGround.communes))) }
    return asked
  }

  /// The time to find and list all models of similar titles, or to give validation the nearest ones with all the score needs.
  ///
  /// Both compare the same titles with the same limits; they differ in how many models of each similar title are listed.
  private func milliseconds(
    _ connection: borrowing Connection, _ ground: ModelGround, _ question: (key: String, commune: Int),
    inValidation: Bool
  ) throws -> Double {
    let start = ContinuousClock.now
    let probe = ground.probe(key: question.key, commune: question.commune)
    if inValidation {
      try connection.prepared(
        "candidates", "select submission_id, candidates from registry.overlap_candidates($1)", [.text(probe)])
    } else {
      try similar(connection, probe)
    }
    return start.duration(to: .now) / .milliseconds(1)
  }

  @discardableResult
  private func similar(_ connection: borrowing Connection, _ probe: String) throws -> Rows {
    try connection.prepared("similar", "select model_id from registry.similar_models($1)", [.jsonb(probe)])
  }

  private func addRecall(
    _ summary: inout Summary, _ run: BenchRun, _ connection: borrowing Connection, _ ground: ModelGround,
    _ asked: [(key: String, commune: Int)]
  ) throws {
    var index = TitleIndex()
    for key in ground.keys { try index.append(Trigrams(key: key)) }
    var shares = Series()
    var sizes = Series()
    var (wanted, found, returned) = (0, 0, 0)
    var real = (wanted: 0, found: 0)
    for (number, question) in asked.enumerated() {
      let all = index.similar(to: Trigrams(key: question.key), atLeast: 0.7)
      let rows = try similar(connection, ground.probe(key: question.key, commune: question.commune))
      var ids: Set<Int> = []
      for row in 0..<rows.count { ids.insert(Int(try rows.int8(row, 0)) - 1) }
      let hits = all.count { ids.contains($0) }
      wanted += all.count
      found += hits
      returned += ids.count
      sizes.append(Double(all.count))
      if !all.isEmpty { shares.append(Double(hits) / Double(all.count)) }
      if number >= probes { real = (real.wanted + all.count, real.found + hits) }
    }
    summary.set("recall", Double(found) / Double(max(1, wanted)), digits: 4)
    summary.set("recall_mean", shares.values.reduce(0, +) / Double(max(1, shares.values.count)), digits: 4)
    if real.wanted > 0 { summary.set("recall_real", Double(real.found) / Double(real.wanted), digits: 4) }
    summary.set("similar_p50", sizes.median, digits: 0)
    summary.set("similar_max", sizes.high, digits: 0)
    summary.set("precision", Double(found) / Double(max(1, returned)), digits: 4)
    run.output.line(Target.atLeast("recall", 0.95).judgement(summary))
  }
}
