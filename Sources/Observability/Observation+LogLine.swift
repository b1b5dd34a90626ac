extension Observation {
  /// How much this observation matters; cheap, so that what is not wanted costs nothing.
  public var level: LogLevel {
    switch self {
    case .reloadRefused, .schemaUnsupported, .loginRefused, .jobDiscarded, .kindUnknown: .error
    case .schemaNewer, .suspectsFound, .suspectTried, .listenRestored, .aborting, .notifyFailed, .databaseLost,
      .serverNotice, .batchSplit, .batchRolledBack, .commitUnknown,
      .jobRetried,
      .jobSlow, .laneReaped, .maintenanceFailed:
      .warning
    case .starting, .ready, .draining, .stopped, .reloaded, .databaseBack, .partitionsChanged,
      .schedulesFired:
      .info
    case .laneUp, .laneDown, .batch, .jobFinished, .jobSnoozed: .debug
    }
  }

  /// The line that tells of this observation.
  ///
  /// Total: every case has exactly one line, with a constant message.
  public var logLine: LogLine {
    switch self {
    case .starting(let version, let pid, let boot):
      line("daemon starting", [("version", .text(version)), ("pid", .integer(Int64(pid))), ("boot", .text(boot))])
    case .ready(let schemaVersion, let kinds, let lanes, let milliseconds):
      line(
        "daemon ready",
        [
          ("schema.version", .integer(Int64(schemaVersion))), ("kinds", .integer(Int64(kinds))),
          ("lanes", .integer(Int64(lanes))), ("ms", .integer(milliseconds)),
        ])
    case .draining(let limit): line("draining", [("limit_ms", .integer(limit))])
    case .aborting(let reason): line("rolling back open batches", [("reason", .text(reason))])
    case .stopped(let clean, let milliseconds):
      line("daemon stopped", [("clean", .flag(clean)), ("drain_ms", .integer(milliseconds))])
    case .reloaded(let logLevel, let needRestart):
      line("configuration reloaded", [("log.level", .text(logLevel)), ("need_restart", .text(needRestart))])
    case .reloadRefused(let problem):
      line("configuration not reloaded", [("problem", .text(problem))])
    case .schemaNewer(let found, let known):
      line(
        "schema one newer than this program knows",
        [("schema.version", .integer(Int64(found))), ("known", .integer(Int64(known)))])
    case .schemaUnsupported(let problem): line("schema unsupported", [("problem", .text(problem))])
    case .notifyFailed(let code):
      line("service manager not reached", [("errno", .integer(Int64(code)))])
    case .databaseLost(let component, let sqlState, let problem):
      line(
        "database lost",
        [("component", .text(component))] + Self.state(sqlState) + [("problem", .text(problem))])
    case .loginRefused(let sqlState, let problem, let hint):
      line("login refused", Self.state(sqlState) + [("problem", .text(problem)), ("hint", .text(hint))])
    case .databaseBack(let component, let milliseconds):
      line("database back", [("component", .text(component)), ("ms", .integer(milliseconds))])
    case .serverNotice(let severity, let sqlState, let message):
      line(
        "server notice",
        [("severity", .text(severity))] + Self.state(sqlState) + [("text", .text(message))])
    case .laneUp(let kind, let lane): line("lane up", Self.lane(kind, lane))
    case .laneDown(let kind, let lane): line("lane down", Self.lane(kind, lane))
    case .batch(
      let kind, let lane, let claimed, let completed, let coalesced, let retried, let snoozed, let discarded,
      let cancelled,
      let milliseconds):
      line(
        "batch done",
        Self.lane(kind, lane) + [
          ("claimed", .integer(Int64(claimed))), ("completed", .integer(Int64(completed))),
          ("coalesced", .integer(Int64(coalesced))), ("retried", .integer(Int64(retried))),
          ("snoozed", .integer(Int64(snoozed))), ("discarded", .integer(Int64(discarded))),
          ("cancelled", .integer(Int64(cancelled))), ("ms", .integer(milliseconds)),
        ])
    case .batchSplit(let kind, let lane, let jobs, let sqlState):
      line(
        "batch run singly",
        Self.lane(kind, lane) + [("jobs", .integer(Int64(jobs)))] + Self.state(sqlState))
    case .batchRolledBack(let kind, let lane, let jobs, let sqlState):
      line(
        "batch rolled back",
        Self.lane(kind, lane) + [("jobs", .integer(Int64(jobs)))] + Self.state(sqlState))
    case .commitUnknown(let kind, let lane, let jobs):
      line("commit answer lost", Self.lane(kind, lane) + [("jobs", .integer(Int64(jobs)))])
    case .suspectsFound(let kind, let lane, let jobs):
      line("jobs whose worker died", Self.lane(kind, lane) + [("jobs", .integer(Int64(jobs)))])
    case .suspectTried(let id, let kind, let tries, let isGivenUp):
      line(
        isGivenUp ? "suspect discarded" : "suspect runs alone",
        Self.job(id, kind) + [("tries", .integer(Int64(tries)))])
    case .schedulesFired(let jobs): line("schedules fired", [("jobs", .integer(Int64(jobs)))])
    case .listenRestored(let channels): line("listening again", [("channels", .text(channels))])
    case .jobFinished(let id, let kind, let attempt, let outcome):
      line("job finished", Self.job(id, kind, attempt) + [("job.outcome", .text(outcome))])
    case .jobRetried(let id, let kind, let attempt, let maxAttempts, let delay, let sqlState, let problem):
      line(
        "job failed, will retry",
        Self.job(id, kind, attempt)
          + [("job.max_attempts", .integer(Int64(maxAttempts))), ("delay_ms", .integer(delay))] + Self.state(sqlState)
          + Self.problem(problem))
    case .jobSnoozed(let id, let kind, let delay):
      line("job snoozed", Self.job(id, kind) + [("delay_ms", .integer(delay))])
    case .jobDiscarded(let id, let kind, let attempt, let sqlState, let problem):
      line("job discarded", Self.job(id, kind, attempt) + Self.state(sqlState) + Self.problem(problem))
    case .jobSlow(let id, let kind, let milliseconds, let timeout):
      line("job slow", Self.job(id, kind) + [("ms", .integer(milliseconds)), ("timeout_ms", .integer(timeout))])
    case .laneReaped(let kind, let backend, let age):
      line(
        "stuck transaction ended",
        [("kind", .text(kind)), ("backend", .integer(Int64(backend))), ("age_ms", .integer(age))])
    case .maintenanceFailed(let task, let sqlState):
      line("maintenance failed", [("task", .text(task))] + Self.state(sqlState))
    case .partitionsChanged(let made, let dropped):
      line("partitions changed", [("made", .integer(Int64(made))), ("dropped", .integer(Int64(dropped)))])
    case .kindUnknown(let kind): line("kind not in the database", [("kind", .text(kind))])
    }
  }

  private func line(_ message: String, _ fields: [(String, LogLine.Value)]) -> LogLine {
    LogLine(level, message, fields)
  }

  private static func lane(_ kind: String, _ lane: Int) -> [(String, LogLine.Value)] {
    [("kind", .text(kind)), ("lane", .integer(Int64(lane)))]
  }

  private static func job(_ id: Int64, _ kind: String, _ attempt: Int? = nil) -> [(String, LogLine.Value)] {
    let fields: [(String, LogLine.Value)] = [("job.id", .integer(id)), ("job.kind", .text(kind))]
    guard let attempt else { return fields }
    return fields + [("job.attempt", .integer(Int64(attempt)))]
  }

  /// The first line of what a failed job says, at most 200 characters of it.
  private static func problem(_ text: String) -> [(String, LogLine.Value)] {
    let first = text.prefix { !$0.isNewline }
    return [("problem", .text(first.count > 200 ? first.prefix(199) + "…" : String(first)))]
  }

  private static func state(_ sqlState: String?) -> [(String, LogLine.Value)] {
    sqlState.map { [("sqlstate", .text($0))] } ?? []
  }
}
