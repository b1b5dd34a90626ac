import DanVanKheo
public import JobQueue
import Postgres

/// Aggregation refresh (tổng hợp số liệu): recomputes what changed since the last one.
public enum AggregationRefresh {
  /// The kind, as in `queue.kind`; arguments `{"unit": code?, "period": code?}`, both optional.
  public static let kind = "aggregation_refresh"

  /// Makes the handler.
  ///
  /// A refresh takes a slice of the dirty log. While slices are full the job waits no longer than a claim takes, so a
  /// big load is worked off in transactions of bounded length.
  /// - Returns: A handler that keeps nothing between jobs.
  public static func handler() -> KindHandler {
    KindHandler(kind: kind) {
      { connection, jobs in
        var outcomes: [Int64: JobOutcome] = [:]
        for job in jobs { outcomes[job.id] = try refresh(connection, job) }
        return outcomes
      }
    }
  }

  private static func refresh(_ connection: borrowing Connection, _ job: ClaimedJob) throws -> JobOutcome {
    guard let args = JSON(ifValid: job.args), case .object = args else {
      return .discard(reason: "args must be an object with optional \"unit\" and \"period\"")
    }
    let rows = try connection.prepared(
      "stats_refresh", "select coalesce((stats.refresh($1, $2) ->> 'remaining')::boolean, false)",
      [.text(args["unit"]?.text), .text(args["period"]?.text)])
    return try rows.bool(0, 0) ? .snooze(for: .zero, reason: "more changes wait than one refresh takes") : .complete
  }
}
