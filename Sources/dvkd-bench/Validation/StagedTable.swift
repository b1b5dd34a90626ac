/// A table that validation writes rows of submissions into, and how a row tells whose it is.
struct StagedTable {
  /// Its name with its schema.
  let name: String
  /// What `x`, a row of it, is joined with.
  private let join: String
  /// The submission that a row belongs to.
  private let owner: String

  /// All of them, in the order in which rows may be written.
  ///
  /// `PlainValidation.check` fails when validation writes into another one.
  static let all: [StagedTable] = [
    StagedTable("registry.subject", "join registry.submission s on s.turn = x.first_turn", owner: "s.id"),
    StagedTable("registry.model"), StagedTable("registry.registration"), StagedTable("registry.report"),
    StagedTable("registry.submission_change"), StagedTable("registry.finding"),
    StagedTable(ofModels: "registry.model_subject"), StagedTable(ofModels: "registry.model_place"),
    StagedTable(ofModels: "registry.model_signature"), StagedTable(ofModels: "registry.title_model"),
    StagedTable(ofModels: "registry.title_part"), StagedTable(ofModels: "registry.title_place"),
    StagedTable(
      "stats.reported_figure", "join registry.submission s on x.source = 'registry.submission ' || s.id", owner: "s.id"),
  ]

  private init(_ name: String, _ join: String = "", owner: String = "x.submission_id") {
    self.name = name
    self.join = join
    self.owner = owner
  }

  private init(ofModels name: String) {
    self.init(name, "join registry.model m on m.id = x.model_id", owner: "m.submission_id")
  }

  /// Where its rows are put aside: `owner` and `r`, the row.
  var staged: String { "bench.\(name.replacing(".", with: "_"))" }

  /// Puts the rows of submissions aside.
  /// - Returns: SQL that fails when there is no such table.
  func stage(_ ids: ClosedRange<Int64>) -> String {
    """
    create unlogged table \(staged) as select \(owner) as owner, x as r from \(name) x \(join) where \(within(ids));
    create index on \(staged) (owner);
    analyze \(staged)
    """
  }

  /// Deletes the rows of submissions.
  func delete(_ ids: ClosedRange<Int64>) -> String {
    "delete from \(name) where ctid = any (array(select x.ctid from \(name) x \(join) where \(within(ids))))"
  }

  /// How many rows submissions have there, and how many were put aside.
  func counts(_ ids: ClosedRange<Int64>) -> String {
    "select (select count(*) from \(name) x \(join) where \(within(ids))), (select count(*) from \(staged))"
  }

  /// Writes the rows of the submissions in `claimed`.
  var write: String {
    "insert into \(name) overriding system value select (x.r).* from claimed c join \(staged) x on x.owner = c.submission_id on conflict do nothing"
  }

  private func within(_ ids: ClosedRange<Int64>) -> String {
    "\(owner) between \(ids.lowerBound) and \(ids.upperBound)"
  }
}
