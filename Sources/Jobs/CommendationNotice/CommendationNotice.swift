public import JobQueue

/// Commendation notice (thông báo khen thưởng): drafts the notice to a commended subject, the texts of decisions that commend or
/// revoke, and what a submission is answered with: the request for a supplement, the refusal, the result of its appraisal.
public enum CommendationNotice {
  /// The kind, as in `queue.kind`.
  ///
  /// Arguments: `{"notice": "N08", "commendation_id": n}`, `{"notice": "N07", "commendation_decision_id": n}`,
  /// `{"notice": "N02", "submission_id": n}`, `{"notice": "N03", "submission_id": n}`, `{"notice": "N05", "appraisal_id": n}` or
  /// `{"notice": "N11", "document_id": n}`, the document that revoked.
  public static let kind = "commendation_notice"

  /// Makes the handler.
  ///
  /// A batch reads all facts in one call, chooses and prints each notice, and stores all drafts in one call. Drafting the
  /// same notice again changes nothing.
  /// - Parameter templateDirectory: The directory of the templates, `config/templates` of the share directory.
  /// - Returns: A handler; the templates are read once, now.
  /// - Throws: `TemplateError` when the directory or a template cannot be read.
  public static func handler(templateDirectory: String) throws -> KindHandler {
    let printer = try NoticePrinter(directory: templateDirectory)
    return KindHandler(kind: kind) {
      { connection, jobs in
        var batch = NoticeBatch(jobs)
        try batch.run(connection, printer)
        return batch.outcomes
      }
    }
  }
}
