import DanVanKheo
import JobQueue
import Postgres

/// One batch of validation jobs, from their arguments to their outcomes.
struct ValidationBatch {
  /// How each job came out; complete once `run` returns.
  private(set) var outcomes: [Int64: JobOutcome] = [:]
  /// The jobs of each submission that has no outcome yet: two jobs may be about one submission.
  private var waiting: [Int64: [Int64]] = [:]
  /// Who each waiting submission waits for, as far as its facts named them.
  private var blockers: [Int64: [Int64]] = [:]
  /// The submissions that need nothing more.
  private var decided: Set<Int64> = []
  /// The jobs of submissions that others of the batch wait for, taken by the batch itself.
  private var fetched: [Int64: Int64] = [:]

  /// Chains of submissions that depend on one another are followed this far in one transaction.
  private static let waveLimit = 20
  /// Most submissions that a batch takes because others wait for them: its transaction must not become a long one.
  private static let fetchLimit = 200

  init(_ jobs: [ClaimedJob]) {
    for job in jobs {
      if let id = Self.submissionID(job.args) {
        waiting[id, default: []].append(job.id)
      } else {
        outcomes[job.id] = .discard(reason: "args must be {\"submission_id\": a number}")
      }
    }
  }

  /// Takes those in front that nobody holds, and judges wave after wave: first what depends on nobody, then what depended on it.
  mutating func run(
    _ connection: borrowing Connection, _ catalogues: CatalogueCache, _ waits: WaitingTimes
  ) throws {
    var waves = Self.waveLimit - 1
    let ready = try read(waiting.keys.sorted(), connection)
    if !blockers.isEmpty { try takeThoseInFront(connection) }
    try judge(ready, connection, catalogues)
    try follow(freed, &waves, connection, catalogues)
    if !fetched.isEmpty { try judgeThoseInFront(&waves, connection, catalogues) }
    for (id, jobs) in waiting {
      // Beyond the limit of waves nothing is missing any more.
      let isReady = blockers[id]?.allSatisfy(decided.contains) ?? true
      let reason = blockers[id]?.first.map { "waits for submission \($0)" } ?? "waits for its turn"
      let time = isReady ? .zero : waits.next(id)
      for job in jobs { outcomes[job] = .snooze(for: time, reason: reason) }
    }
    for id in decided { waits.end(id) }
  }

  /// The submissions whose blockers are all decided; a blocker of another batch stays one until this transaction ends.
  private var freed: [Int64] { blockers.filter { _, ids in ids.allSatisfy(decided.contains) }.map(\.key) }

  private mutating func follow(
    _ first: [Int64], _ waves: inout Int, _ connection: borrowing Connection, _ catalogues: CatalogueCache
  ) throws {
    var wave = first
    while !wave.isEmpty, waves > 0 {
      waves -= 1
      try judge(read(wave.sorted(), connection), connection, catalogues)
      wave = freed
    }
  }

  // MARK: Those in front

  /// Takes the jobs of the submissions that others of the batch wait for, and of those in front of these, as far as nobody holds them.
  ///
  /// Before the first effect, so that the locks stay whatever becomes of the effects.
  private mutating func takeThoseInFront(_ connection: borrowing Connection) throws {
    var asked: Set<Int64> = []
    while fetched.count < Self.fetchLimit {
      let inFront = Set(blockers.values.joined()).subtracting(decided).subtracting(asked).filter { waiting[$0] == nil }
      guard !inFront.isEmpty else { return }
      let ids = Array(inFront.sorted().prefix(Self.fetchLimit - fetched.count))
      asked.formUnion(ids)
      let rows = try connection.beforeEffects(
        "registry_validation_claim", "select submission_id, job_id from registry.validation_claim($1)",
        [.int8Array(ids)])
      for row in 0..<rows.count { fetched[try rows.int8(row, 0)] = try rows.int8(row, 1) }
      // Whom they wait for; they are read again when they are judged.
      _ = try read(ids.filter { fetched[$0] != nil }, connection)
    }
  }

  /// Judges the submissions that were taken, and those that waited for them.
  ///
  /// Under a savepoint: what fails, or cannot be locked within a second, is left to its own job, and those behind it wait.
  private mutating func judgeThoseInFront(
    _ waves: inout Int, _ connection: borrowing Connection, _ catalogues: CatalogueCache
  ) throws {
    let before = self
    var batch = self
    var left = waves
    do {
      try connection.savepoint("in_front") { (connection: borrowing Connection) throws in
        try connection.prepared("wait_briefly", "select set_config('lock_timeout', '1s', true)")
        try batch.follow(fetched.keys.filter { !decided.contains($0) }, &left, connection, catalogues)
        try connection.prepared("wait", "select set_config('lock_timeout', '0', true)")
      }
      self = batch
    } catch let error as PostgresError where error.isConnectionLost {
      throw error
    } catch {
      self = before
    }
    waves = left
  }

  // MARK: One wave

  /// Reads the facts of submissions.
  /// - Returns: Those that can be judged now.
  private mutating func read(_ ids: [Int64], _ connection: borrowing Connection) throws -> [SubmissionFacts] {
    let rows = try connection.prepared(
      "registry_validation_facts", "select submission_id, facts from registry.validation_facts($1)", [.int8Array(ids)])
    var missing = Set(ids)
    var ready: [SubmissionFacts] = []
    for row in 0..<rows.count {
      let id = try rows.int8(row, 0)
      missing.remove(id)
      let facts: SubmissionFacts
      do {
        facts = try SubmissionFacts(json: rows.text(row, 1))
      } catch let error as FactsError {
        end(id, .retry(error: "the facts cannot be read: \(error)", sqlState: nil))
        continue
      }
      if facts.state != "submitted" {
        // Decided, withdrawn: running it again changes nothing.
        end(id, .complete)
      } else if facts.blockedBy.isEmpty {
        ready.append(facts)
      } else {
        blockers[id] = facts.blockedBy
      }
    }
    for id in missing { end(id, .discard(reason: "submission \(id) does not exist")) }
    return ready
  }

  private mutating func judge(
    _ facts: [SubmissionFacts], _ connection: borrowing Connection, _ catalogues: CatalogueCache
  ) throws {
    var ready = facts
    try OverlapSearch.complete(&ready, connection, catalogues)
    var verdicts: [UInt8] = []
    for facts in ready {
      verdicts.append(UInt8(ascii: verdicts.isEmpty ? "[" : ","))
      let catalogue = try catalogues.catalogue(facts.campaign.ruleSet, connection)
      validate(facts, catalogue: catalogue).json.write(into: &verdicts)
      end(facts.id, .complete)
    }
    if !verdicts.isEmpty {
      verdicts.append(UInt8(ascii: "]"))
      try connection.prepared(
        "registry_validation_apply", "select registry.validation_apply($1)",
        [.text(String(decoding: verdicts, as: UTF8.self))])
    }
  }

  private mutating func end(_ id: Int64, _ outcome: JobOutcome) {
    for job in waiting.removeValue(forKey: id) ?? [] { outcomes[job] = outcome }
    if let job = fetched[id] { outcomes[job] = outcome }
    blockers[id] = nil
    decided.insert(id)
  }

  private static func submissionID(_ args: String) -> Int64? {
    guard let json = JSON(ifValid: args) else { return nil }
    return json["submission_id"]?.int.map(Int64.init)
  }
}
