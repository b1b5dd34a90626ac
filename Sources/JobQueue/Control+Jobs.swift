internal import Observability
internal import Postgres

/// What the control connection does for single jobs: suspects, those behind the cursors, and wake-ups.
extension Control {
  // MARK: Suspects

  /// Gives the lane that asks a suspect to run alone; the try is committed before the lane learns of it.
  func answerProbation(_ connection: borrowing Connection) throws(PostgresError) {
    guard let request = shared.probation.take() else { return }
    do throws(PostgresError) {
      let rows = try connection.prepared(
        "try_suspect", "select job_id, tries, is_given_up from queue.try_suspect($1, $2, $3)",
        [.text(request.kind), .int8(request.done), .bool(request.isUnrun)])
      var answer = ProbationDesk.Answer.nobody
      for row in 0..<rows.count {
        let (id, isGivenUp) = (try rows.int8(row, 0), try rows.bool(row, 2))
        if !isGivenUp { answer = .suspect(id) }
        shared.observe(
          .suspectTried(id: id, kind: request.kind ?? "", tries: Int(try rows.int2(row, 1)), isGivenUp: isGivenUp))
      }
      request.fulfil(answer)
    } catch {
      request.fulfil(.unavailable)
      throw error
    }
  }

  // MARK: Behind the cursors

  /// When the next slice is due; nil while no cursor has to be swept behind.
  var sweepDue: ContinuousClock.Instant? {
    isSweeping ? sweep.due ?? .now : nil
  }

  private var isSweeping: Bool {
    shared.pools.values.contains { pool in !pool.cursor.withLock { $0.passed }.isEmpty }
  }

  /// Looks for jobs behind the cursors in the next slice of the heap, if it is time.
  func sweepSlice(_ connection: borrowing Connection) throws(PostgresError) {
    guard isSweeping else { return sweep.rest(now: .now) }
    guard let page = sweep.begin(now: .now) else { return }
    let passed = shared.pools.flatMap { kind, pool in
      pool.cursor.withLock { $0.passed }.map { (kind: kind, priority: $0.priority, key: $0.key) }
    }
    let began = ContinuousClock.now
    let rows = try connection.prepared(
      "sweep", "select kind, priority, run_at, id from queue.sweep($1, $2, $3, $4, $5, $6, $7)",
      [
        .textArray(passed.map(\.kind)), .int2Array(passed.map { Int16($0.priority) }),
        .timestamptzArray(passed.map(\.key.runAt)), .int8Array(passed.map(\.key.id)), .int4(Int32(page)),
        .int4(Int32(Sweep.slice)), .int4(Int32(Sweep.most)),
      ])
    let last = rows.count - 1
    guard last >= 0 else { throw .usage("a sweep was answered without its last row") }
    let now = ContinuousClock.now
    let pages = try rows.int8(last, 3)
    sweep.swept(pages: Int(pages), took: now - began, now: now)
    if let pass = sweep.news(now: now) {
      try connection.query(
        "select queue.note_sweep($1, $2, $3)",
        [.text(shared.configuration.bootNonce), .int8(pass.wholeMilliseconds), .int4(Int32(clamping: pages))])
    }
    for row in 0..<last {
      guard let pool = shared.pools[try rows.text(row, 0)] else { continue }
      let id = try rows.int8(row, 3)
      pool.release([id])
      guard last >= Sweep.most else { continue }
      let key = ClaimCursor.Key(runAt: try rows.timestamptz(row, 2), id: id)
      let priority = Int(try rows.int2(row, 1))
      pool.cursor.withLock { $0.lower(priority: priority, to: key) }
    }
  }

  // MARK: Notifications

  /// Asks to be notified for kinds whose lanes sleep.
  func arm(_ connection: borrowing Connection) throws(PostgresError) {
    let now = ContinuousClock.now
    for (kind, pool) in shared.pools where pool.takeWork() { arming.worked(kind) }
    // Lanes that may not claim have no use for a notification; the poll tells them when they may.
    let idle = shared.pools.filter { $0.value.isIdle && !$0.value.isRefused }.keys.sorted()
    let wanted = arming.wanted(idle: idle, now: now)
    guard !wanted.isEmpty, !shared.isStopping else { return }
    let rows = try connection.prepared("arm", "select queue.arm($1)", [.textArray(wanted)])
    for (kind, word) in zip(wanted, try rows.textArray(0, 0)) {
      guard let answer = Arming.Answer(rawValue: word ?? "") else {
        throw .usage("queue.arm answered \(word ?? "NULL")")
      }
      if arming.answered(kind, answer, now: now) { shared.wake([kind]) }
    }
  }

  /// The lanes of a kind are awake: enqueue need not notify.
  func disarm(_ connection: borrowing Connection, _ kind: String) throws(PostgresError) {
    guard arming.woken(kind) else { return }
    try connection.prepared("disarm", "select queue.disarm($1)", [.textArray([kind])])
  }
}
