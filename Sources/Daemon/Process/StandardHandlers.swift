public import JobQueue
internal import Jobs

/// The handlers of this program: one for each kind of `Pool.standard`.
public enum StandardHandlers {
  /// Makes them.
  ///
  /// - Parameter templates: The directory of the notice templates.
  /// - Returns: One a kind.
  /// - Throws: When the templates cannot be read.
  public static func make(templates: String) throws -> [KindHandler] {
    [SubmissionValidation.handler()]
  }
}
