extension Observation {
  /// The line that tells of this observation.
  ///
  /// Total: every case has exactly one line, with a constant message.
  public var logLine: LogLine {
    switch self {
    case .starting(let version, let pid, let boot):
      LogLine(
        .info, "daemon starting", [("version", .text(version)), ("pid", .integer(Int64(pid))), ("boot", .text(boot))])
    case .ready(let schemaVersion, let kinds, let lanes, let milliseconds):
      LogLine(
        .info, "daemon ready",
        [
          ("schema.version", .integer(Int64(schemaVersion))), ("kinds", .integer(Int64(kinds))),
          ("lanes", .integer(Int64(lanes))), ("ms", .integer(milliseconds)),
        ])
    case .draining(let limit): LogLine(.info, "draining", [("limit_ms", .integer(limit))])
    case .aborting(let reason): LogLine(.warning, "rolling back open batches", [("reason", .text(reason))])
    case .stopped(let clean, let milliseconds):
      LogLine(.info, "daemon stopped", [("clean", .flag(clean)), ("drain_ms", .integer(milliseconds))])
    case .reloaded(let logLevel, let needRestart):
      LogLine(.info, "configuration reloaded", [("log.level", .text(logLevel)), ("need_restart", .text(needRestart))])
    case .reloadRefused(let problem):
      LogLine(.error, "configuration not reloaded", [("problem", .text(problem))])
    case .schemaUnsupported(let problem): LogLine(.error, "schema unsupported", [("problem", .text(problem))])
    case .notifyFailed(let code):
      LogLine(.warning, "service manager not reached", [("errno", .integer(Int64(code)))])
    case .databaseLost(let component, let sqlState, let problem):
      LogLine(
        .warning, "database lost",
        [("component", .text(component))] + Self.state(sqlState) + [("problem", .text(problem))])
    case .databaseBack(let component, let milliseconds):
      LogLine(.info, "database back", [("component", .text(component)), ("ms", .integer(milliseconds))])
    case .serverNotice(let severity, let sqlState, let message):
      LogLine(
        .warning, "server notice",
        [("severity", .text(severity))] + Self.state(sqlState) + [("text", .text(message))])
    case .laneUp(let kind, let lane): LogLine(.debug, "lane up", Self.lane(kind, lane))
    case .laneDown(let kind, let lane): LogLine(.debug, "lane down", Self.lane(kind, lane))
    case .batch(
      let kind, let lane, let claimed, let completed, let coalesced, let retried, let snoozed, let discarded,
      let cancelled,
      let milliseconds):
      LogLine(
        .debug, "batch done",
        Self.lane(kind, lane) + [
          ("claimed", .integer(Int64(claimed))), ("completed", .integer(Int64(completed))),
          ("coalesced", .integer(Int64(coalesced))), ("retried", .integer(Int64(retried))),
          ("snoozed", .integer(Int64(snoozed))), ("discarded", .integer(Int64(discarded))),
          ("cancelled", .integer(Int64(cancelled))), ("ms", .integer(milliseconds)),
        ])
    case .batchSplit(let kind, let lane, let jobs, let sqlState):
      LogLine(
        .warning, "batch run singly",
        Self.lane(kind, lane) + [("jobs", .integer(Int64(jobs)))] + Self.state(sqlState))
    case .batchRolledBack(let kind, let lane, let jobs, let sqlState):
      LogLine(
        .warning, "batch rolled back",
        Self.lane(kind, lane) + [("jobs", .integer(Int64(jobs)))] + Self.state(sqlState))
    case .commitUnknown(let kind, let lane, let jobs):
      LogLine(.warning, "commit answer lost", Self.lane(kind, lane) + [("jobs", .integer(Int64(jobs)))])
    case .jobFinished(let id, let kind, let attempt, let outcome):
      LogLine(.debug, "job finished", Self.job(id, kind, attempt) + [("job.outcome", .text(outcome))])
    case .jobRetried(let id, let kind, let attempt, let maxAttempts, let delay, let sqlState):
      LogLine(
        .warning, "job failed, will retry",
        Self.job(id, kind, attempt)
          + [("job.max_attempts", .integer(Int64(maxAttempts))), ("delay_ms", .integer(delay))] + Self.state(sqlState))
    case .jobSnoozed(let id, let kind, let delay):
      LogLine(.debug, "job snoozed", Self.job(id, kind) + [("delay_ms", .integer(delay))])
    case .jobDiscarded(let id, let kind, let attempt, let sqlState):
      LogLine(.error, "job discarded", Self.job(id, kind, attempt) + Self.state(sqlState))
    case .jobSlow(let id, let kind, let milliseconds, let timeout):
      LogLine(
        .warning, "job slow", Self.job(id, kind) + [("ms", .integer(milliseconds)), ("timeout_ms", .integer(timeout))])
    case .laneReaped(let kind, let backend, let age):
      LogLine(
        .warning, "stuck transaction ended",
        [("kind", .text(kind)), ("backend", .integer(Int64(backend))), ("age_ms", .integer(age))])
    case .maintenanceFailed(let task, let sqlState):
      LogLine(.warning, "maintenance failed", [("task", .text(task))] + Self.state(sqlState))
    case .partitionsChanged(let made, let dropped):
      LogLine(.info, "partitions changed", [("made", .integer(Int64(made))), ("dropped", .integer(Int64(dropped)))])
    case .kindUnknown(let kind): LogLine(.error, "kind not in the database", [("kind", .text(kind))])
    }
  }

  private static func lane(_ kind: String, _ lane: Int) -> [(String, LogLine.Value)] {
    [("kind", .text(kind)), ("lane", .integer(Int64(lane)))]
  }

  private static func job(_ id: Int64, _ kind: String, _ attempt: Int? = nil) -> [(String, LogLine.Value)] {
    let fields: [(String, LogLine.Value)] = [("job.id", .integer(id)), ("job.kind", .text(kind))]
    guard let attempt else { return fields }
    return fields + [("job.attempt", .integer(Int64(attempt)))]
  }

  private static func state(_ sqlState: String?) -> [(String, LogLine.Value)] {
    sqlState.map { [("sqlstate", .text($0))] } ?? []
  }
}
