public import Postgres

/// The demo data: five localities, what stands behind their published figures, and what must not count.
///
/// Written through the API only: units, blocks, campaigns and claims by their SQL functions, everything submitted by
/// `registry.submit`.  The same on every machine: one seed, no clock.
public enum DemoData {
  /// What is written at one call.
  public enum Phase: String, Sendable, CaseIterable {
    /// Set-up, claims and the first version of every dossier.
    case filing
    /// Second versions of the dossiers that were returned for supplement; only after the first ones were judged.
    case supplements
  }

  /// What one call wrote.
  public struct Counts: Sendable, Equatable {
    /// Units defined.
    public var units = 0
    /// Campaigns opened.
    public var campaigns = 0
    /// Claims recorded.
    public var claims = 0
    /// Dossiers handed in; a key sent twice counts once.
    public var submissions = 0
    /// Times a dossier was handed in again under its key.
    public var repeated = 0
    /// Dossiers withdrawn before anybody checked them.
    public var withdrawn = 0
  }

  /// Writes one phase of the demo data.
  ///
  /// Every chunk is a statement of its own, so a daemon may already work on what is in.  A second call before the supplements
  /// changes nothing: the same keys give the same dossiers.
  /// - Parameters:
  ///   - connection: A connection that may call the set-up functions and `registry.submit`.
  ///   - phase: What to write.
  ///   - progress: Called with one line now and then.
  /// - Returns: What was written.
  /// - Throws: `PostgresError` of the server; `DemoDataError` when a key sent twice was not taken as one dossier.
  @discardableResult
  public static func write(
    connection: borrowing Connection, phase: Phase = .filing, progress: @escaping (String) -> Void = { _ in }
  ) throws -> Counts {
    let plan = DemoPlan.make()
    let writer = DemoWriter(progress: progress)
    switch phase {
    case .filing: return try writer.file(plan, on: connection)
    case .supplements: return try writer.supplement(plan, on: connection)
    }
  }
}
