/// Something that happened, told once and after it became true.
///
/// Values are primitive, so a test can compare an observation and nothing here depends on another room. No personal data: a job is
/// named by its number, an error by its SQLSTATE and its primary message, never by DETAIL, which may quote rows. Times are
/// milliseconds.
public enum Observation: Sendable, Hashable {
  // MARK: The process

  /// The process began; the configuration was read.
  case starting(version: String, pid: Int32, boot: String)
  /// The schema version was read and the lanes are up.
  case ready(schemaVersion: Int, kinds: Int, lanes: Int, milliseconds: Int64)
  /// A signal asked for the end; no new job is claimed.
  case draining(limitMilliseconds: Int64)
  /// A second signal, or the drain limit: open batches are rolled back.
  case aborting(reason: String)
  /// The process ends; `clean` when every batch was finished.
  case stopped(clean: Bool, milliseconds: Int64)
  /// The configuration was read again; keys that need a restart are listed.
  case reloaded(logLevel: String, needRestart: String)
  /// The configuration could not be read again; the former one stays.
  case reloadRefused(problem: String)
  /// The database was migrated for the next version of this program, which can run with it still.
  case schemaNewer(found: Int, known: Int)
  /// The schema cannot be used by this program.
  case schemaUnsupported(problem: String)
  /// A message to the service manager could not be sent.
  case notifyFailed(errno: Int32)

  // MARK: The database

  /// A component lost its connection or could not get one; told once until it is back.
  case databaseLost(component: String, sqlState: String?, problem: String)
  /// The server answered and did not let the daemon in; told once a minute while it lasts.
  case loginRefused(sqlState: String?, problem: String, hint: String)
  /// The component has a connection again.
  case databaseBack(component: String, milliseconds: Int64)
  /// A notice of the server, severity WARNING or worse.
  case serverNotice(severity: String, sqlState: String?, message: String)

  // MARK: Lanes and batches

  /// A lane has its connection and claims.
  case laneUp(kind: String, lane: Int)
  /// A lane ended.
  case laneDown(kind: String, lane: Int)
  /// A batch was committed; counts are jobs.
  case batch(
    kind: String, lane: Int, claimed: Int, completed: Int, coalesced: Int, retried: Int, snoozed: Int, discarded: Int,
    cancelled: Int, milliseconds: Int64)
  /// A batch failed as a whole and is run singly.
  case batchSplit(kind: String, lane: Int, jobs: Int, sqlState: String?)
  /// A batch was rolled back for a reason that is not its jobs' (lost connection, deadlock); no attempt is counted.
  case batchRolledBack(kind: String, lane: Int, jobs: Int, sqlState: String?)
  /// The answer to a COMMIT was lost; the jobs are done or will run again.
  case commitUnknown(kind: String, lane: Int, jobs: Int)

  /// A claim met jobs whose last worker died while it held them; each will run alone.
  case suspectsFound(kind: String, lane: Int, jobs: Int)
  /// A suspect's try is counted and it runs alone; or, given up, it is discarded.
  case suspectTried(id: Int64, kind: String, tries: Int, isGivenUp: Bool)

  // MARK: Jobs

  /// A job ended; `outcome` is completed, coalesced, discarded or cancelled.
  case jobFinished(id: Int64, kind: String, attempt: Int, outcome: String)
  /// An attempt failed and another will be made.
  case jobRetried(
    id: Int64, kind: String, attempt: Int, maxAttempts: Int, delayMilliseconds: Int64, sqlState: String?,
    problem: String)
  /// A job waits for something; no attempt is counted.
  case jobSnoozed(id: Int64, kind: String, delayMilliseconds: Int64)
  /// A job was given up: its attempts are used, or its arguments cannot be understood.
  case jobDiscarded(id: Int64, kind: String, attempt: Int, sqlState: String?, problem: String)
  /// A job took more than half of its kind's timeout.
  case jobSlow(id: Int64, kind: String, milliseconds: Int64, timeoutMilliseconds: Int64)

  // MARK: Maintenance

  /// A lane's transaction was older than its kind's timeout and its backend was terminated.
  case laneReaped(kind: String, backend: Int32, ageMilliseconds: Int64)
  /// Something kept the control connection's upkeep from its work; it is tried again.
  case maintenanceFailed(task: String, sqlState: String?)
  /// Partitions of coming months were made, or those past retention dropped.
  case partitionsChanged(made: Int, dropped: Int)
  /// Schedules whose time had come made jobs.
  case schedulesFired(jobs: Int)
  /// Something had ended the control connection's LISTEN; it listens again.
  case listenRestored(channels: String)
  /// A configured kind is not in the database, so its lanes find nothing.
  case kindUnknown(kind: String)
}
