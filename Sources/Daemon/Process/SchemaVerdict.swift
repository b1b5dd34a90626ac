/// Whether the daemon can run with a database's schema.
public enum SchemaVerdict: Sendable, Hashable {
  /// It can; a `version` above `known` is newer than this program.
  case usable(version: Int, known: Int)
  /// It cannot, and trying again changes nothing; the sentence says what to do.
  case unusable(reason: String)
}
