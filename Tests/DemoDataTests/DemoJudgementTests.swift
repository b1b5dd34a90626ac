import DanVanKheo
import Postgres
import TestSupport
import Testing

@testable import DemoData

/// The demo data judged by the rule book, without the daemon: facts, verdict, effects.
@Suite("The demo data under the rule book")
struct DemoJudgementTests {
  /// One database for all tests of the suite: judging eight thousand dossiers takes a while.
  private static let judged = Result { try judgedDatabase() }

  private static func judgedDatabase() throws -> TestDatabase {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    try DemoData.write(connection: connection)
    try judgeAll(connection)
    try DemoData.write(connection: connection, phase: .supplements)
    try judgeAll(connection)
    // A refresh takes the dirty log in slices, as the daemon's handler does.
    while try connection.query("select (stats.refresh() ->> 'remaining')::boolean").bool(0, 0) {}
    // Published increases go back to closed years only.
    try connection.query(
      "select stats.close_period(unit_code, dimensions ->> 'base', 'chốt') from stats.reported_figure where measure = 'M14'"
    )
    return database
  }

  /// Judges all that waits, in chunks of the order of filing, until nothing moves any more.
  private static func judgeAll(_ connection: borrowing Connection) throws {
    // All campaigns of the demo are opened at once, with the newest version.
    let catalogue = try RuleCatalogue(
      json: connection.query("select registry.rule_set((select max(rule_set) from registry.campaign))").text(0, 0))
    while true {
      let waiting = try connection.query(
        "select array_agg(id) from (select id from registry.submission where state = 'submitted' order by turn limit 1000) s"
      )
      guard let ids = try waiting.int8ArrayOrNil(0, 0) else { return }
      let facts = try connection.query(
        "select facts from registry.validation_facts($1) order by submission_id", [.int8Array(ids)])
      var verdicts: [String] = []
      for row in 0..<facts.count {
        let submission = try SubmissionFacts(json: facts.text(row, 0))
        if submission.blockedBy.isEmpty { verdicts.append(validate(submission, catalogue: catalogue).json.written) }
      }
      try #require(!verdicts.isEmpty, "everything waits for something")
      try connection.query("select registry.validation_apply($1)", [.text("[\(verdicts.joined(separator: ","))]")])
    }
  }

  @Test("every dossier ends as planned: counted ones valid, faulty ones invalid by their one rule")
  func everyDossierEndsAsPlanned() throws {
    let connection = try Self.judged.get().connect()
    let plan = DemoPlanTests.plan
    let rows = try connection.query(
      """
      select s.source || ' ' || s.key, s.state, coalesce(string_agg(distinct f.code, ' ') filter (where f.severity = 'L'), '')
      from registry.submission s
      left join registry.finding f on f.submission_id = s.id and f.version = s.version
      group by s.id
      """)
    var ends: [String: (state: String, codes: String)] = [:]
    for row in 0..<rows.count { ends[try rows.text(row, 0)] = (try rows.text(row, 1), try rows.text(row, 2)) }
    var surprises: [String] = []
    for dossier in plan.dossiers {
      let end = ends["\(dossier.source) \(dossier.key)"] ?? ("absent", "")
      let expected: (state: String, codes: String)
      switch dossier.role {
      case .invalid(let rule): expected = ("invalid", rule)
      case .noise("withdrawn"): expected = ("withdrawn", "")
      case .noise("supplement missing"):
        let again = plan.supplements.contains { $0.key == dossier.key }
        expected = again ? ("invalid", "DK-001") : ("needs_supplement", "DK-001")
      case .noise(let text) where text.hasPrefix("twin"): expected = ("needs_supplement", "DK-006")
      default: expected = ("valid", "")
      }
      if end != expected {
        surprises.append("\(dossier.key): \(end.state) \(end.codes), not \(expected.state) \(expected.codes)")
      }
    }
    #expect(surprises.isEmpty, "\(surprises.count): \(surprises.prefix(20))")
  }

  @Test("every published figure comes out of the canonical rows")
  func everyFigureIsEqual() throws {
    let connection = try Self.judged.get().connect()
    let different = try connection.query(
      """
      select locality || ' ' || figure || ': ' || coalesce(counted::text, problem, '?') || ', not ' || published
      from stats.reconciliation where equal is not true
      """)
    let lines = try (0..<different.count).map { try different.text($0, 0) }
    #expect(lines.isEmpty, "\(lines)")
    #expect(try connection.query("select count(*) from stats.reconciliation").int8(0, 0) == 41)
  }

  @Test("an unchecked count of the papers would have been wrong")
  func naiveCountsDiffer() throws {
    let connection = try Self.judged.get().connect()
    let naive = try connection.query(
      "select count(*) filter (where naive <> counted), count(*) filter (where submitted > naive) from stats.reconciliation"
    )
    #expect(try naive.int8(0, 0) >= 15)
    #expect(try naive.int8(0, 1) >= 5)
  }
}
