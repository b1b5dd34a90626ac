import DanVanKheo
public import JobQueue

/// Submission validation (kiểm tra hồ sơ): judges submissions by the rule book and writes what follows.
public enum SubmissionValidation {
  /// The kind, as in `queue.kind`; arguments `{"submission_id": n}`.
  public static let kind = "submission_validation"

  /// Makes the handler.
  ///
  /// A batch reads all facts in one call, judges what depends on nobody, writes the verdicts in one call, and goes on
  /// with what depended on those. What waits for a submission in another lane is snoozed.
  /// - Returns: A handler whose lanes each keep the rule catalogues they have read, and who has waited for how long.
  public static func handler() -> KindHandler {
    KindHandler(kind: kind) {
      let catalogues = CatalogueCache()
      let waits = WaitingTimes()
      return { connection, jobs in
        var batch = ValidationBatch(jobs)
        try batch.run(connection, catalogues, waits)
        return batch.outcomes
      }
    }
  }
}
