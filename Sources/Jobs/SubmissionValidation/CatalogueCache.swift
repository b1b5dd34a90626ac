import DanVanKheo
import Postgres

/// The rule catalogues that one lane has read, by version; used on that lane's thread only.
///
/// A released version never changes its verdicts, so it is read once.
final class CatalogueCache {
  private var catalogues: [Int: RuleCatalogue] = [:]

  /// The catalogue of a version.
  /// - Throws: `PostgresError` with SQLSTATE P0002 if there is none; `FactsError` if it cannot be read.
  func catalogue(_ version: Int, _ connection: borrowing Connection) throws -> RuleCatalogue {
    if let catalogue = catalogues[version] { return catalogue }
    let rows = try connection.prepared(
      "registry_rule_set", "select registry.rule_set($1)", [.int4(Int32(clamping: version))])
    let catalogue = try RuleCatalogue(json: rows.text(0, 0))
    catalogues[version] = catalogue
    return catalogue
  }
}
