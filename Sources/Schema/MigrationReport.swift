/// What a migration did, or would do.
public struct MigrationReport: Sendable, Hashable {
  /// A row of reference data that does not fit, or a file worth a look; nothing is dropped in silence.
  public struct Warning: Sendable, Hashable {
    /// The file, below `sql/`.
    public let path: String
    /// The row as the loading function tells it; empty if the whole file is meant.
    public let row: String
    /// What is wrong with it.
    public let problem: String

    /// Makes a warning.
    public init(path: String, row: String = "", problem: String) {
      self.path = path
      self.row = row
      self.problem = problem
    }
  }

  /// Schema version found; 0 for an empty database.
  public let from: Int
  /// Schema version of the files.
  public let to: Int
  /// File names of the migrations applied, or due.
  public var migrations: [String] = []
  /// Functions, reference data and grants that are new, changed or gone; when there is one, all are applied again.
  public var changed: [String] = []
  /// Rows of reference data that do not fit.
  public var warnings: [Warning] = []

  /// Whether there was nothing to do.
  public var isUpToDate: Bool { migrations.isEmpty && changed.isEmpty }

  init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }
}
