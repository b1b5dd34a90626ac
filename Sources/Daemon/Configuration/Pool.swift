internal import Jobs

/// How many lanes of one kind this daemon runs.
public struct Pool: Sendable, Hashable {
  /// The kind of job.
  public let kind: String
  /// Lanes, each with its own connection; 0...64, 0 when another daemon runs this kind.
  public let lanes: Int

  /// Makes a pool.
  public init(kind: String, lanes: Int) {
    self.kind = kind
    self.lanes = lanes
  }

  /// The kinds this program has handlers for, with the lanes they get when nobody says.
  public static let standard = [
    Pool(kind: SubmissionValidation.kind, lanes: 2),
    Pool(kind: AggregationRefresh.kind, lanes: 1),
    Pool(kind: CommendationNotice.kind, lanes: 1),
  ]
}
