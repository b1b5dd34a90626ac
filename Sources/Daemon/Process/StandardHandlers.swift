public import JobQueue
internal import Jobs

/// The handlers of this program: one for each kind of `Pool.standard`.
public enum StandardHandlers {
  /// Makes those of the pools that have lanes.
  ///
  /// - Parameters:
  ///   - pools: The configured ones.
  ///   - templates: The directory of the notice templates; read only if notices are drafted here.
  /// - Returns: One a kind.
  /// - Throws: `TemplateError` when the templates cannot be read.
  public static func make(for pools: [Pool], templates: String) throws -> [KindHandler] {
    try pools.filter { $0.lanes > 0 }.map { pool in
      switch pool.kind {
      case SubmissionValidation.kind: SubmissionValidation.handler()
      case AggregationRefresh.kind: AggregationRefresh.handler()
      case CommendationNotice.kind: try CommendationNotice.handler(templateDirectory: templates)
      default: preconditionFailure("\(pool.kind) is in Pool.standard but has no handler")
      }
    }
  }
}
