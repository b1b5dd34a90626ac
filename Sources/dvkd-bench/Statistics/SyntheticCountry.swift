import Foundation
import Postgres

/// The synthetic country of `deploy/dev/synthetic-country.sql` in a database of its own: 34 provinces, 3,321 communes, places below
/// them with 50 models each, eight years (2018 to 2025).
///
/// A larger country has more places. Written without triggers and foreign keys, so it has to be counted by a rebuild.
struct SyntheticCountry {
  /// The registrations of one place.
  static let registrationsPerPlace = 200
  /// What is drawn is drawn by it.
  static let seed: Int64 = 1

  let database: BenchDatabase

  /// Makes a database with the units, and no registration.
  init(_ cluster: borrowing Cluster, name: String) throws {
    database = try BenchDatabase(cluster, name: name)
    let script = try String(contentsOfFile: Script.find("deploy/dev/synthetic-country.sql"), encoding: .utf8)
    let connection = try database.open()
    try connection.script(script)
    try connection.query("select synthetic.lay_out($1)", [.int8(Self.seed)])
  }

  /// Adds places until the country has so many registrations, a multiple of those of one place, and counts them all.
  /// - Returns: The seconds that the rebuild took.
  /// - Throws: `BenchError` when it is no such number; what the server says.
  func grow(to registrations: Int) throws -> Double {
    let connection = try database.open()
    let rows = try connection.query(
      "select synthetic.grow($1)", [.int4(Int32(registrations / Self.registrationsPerPlace))])
    guard try rows.int8(0, 0) == registrations else {
      throw BenchError("\(registrations) registrations are no multiple of \(Self.registrationsPerPlace)")
    }
    try connection.script("vacuum (analyze)")
    try connection.script("checkpoint")
    let start = ContinuousClock.now
    try connection.query("select stats.rebuild()")
    let seconds = start.duration(to: .now) / .seconds(1)
    for table in ["stats.cell", "stats.rolled", "stats.path"] { try connection.script("vacuum (analyze) \(table)") }
    try connection.script("checkpoint")
    return seconds
  }

  /// Changes registrations of 2023 anywhere in the country, two of each place drawn, as corrections do, and logs them.
  ///
  /// So many places and figures are concerned whatever the size of the country.
  func change(_ connection: borrowing Connection, registrations: Int) throws {
    try connection.query("select synthetic.change($1)", [.int4(Int32(registrations))])
  }
}
