/// The schema version this program was written for.
///
/// A daemon runs with exactly this version; `migrate` brings a database to it. Raised together with each new file of
/// `sql/migrations`; a test compares the two.
public enum SchemaVersion {
  /// The number of the newest migration.
  public static let known = 7
}
