/// The schema version this program was written for.
///
/// A daemon runs with this version and with the one after it, so that a database can be migrated before its daemons are replaced; `SchemaGate`
/// refuses all others. `migrate` brings a database to this version. Raised together with each new file of `sql/migrations`; a test compares the two.
public enum SchemaVersion {
  /// The number of the newest migration.
  public static let known = 13
}
