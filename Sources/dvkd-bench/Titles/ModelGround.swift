import DanVanKheo
import Postgres
import VietnameseText

/// A registry full of models: communes, submissions, models, registrations and the overlap index.
struct ModelGround {
  static let communes = 10_000
  private static let communesPerProvince = 160
  private static let chunk = 20_000

  private(set) var factory: TitleFactory
  private let database: BenchDatabase
  private let firstUnit: Int
  private let campaign: Int
  /// The comparison keys of the models, in the order of their ids from 1.
  private(set) var keys: [String] = []
  /// The commune of each.
  private(set) var places: [Int] = []

  /// Prepares the communes and the campaign; no model yet.
  init(_ database: BenchDatabase, models: Int, seed: UInt64) throws {
    self.database = database
    factory = TitleFactory(count: models, least: 500, seed: seed)
    let connection = try database.open()
    campaign = Int(
      try connection.query(
        "select registry.define_campaign('BENCH', 'Đợt đo', '06', '2021', 'chuan_4', 'hanh_chinh')::bigint"
      ).int8(0, 0))
    firstUnit = Int(
      try connection.query(
        """
        with made as (
          insert into registry.unit (code, tree, path)
          select 'BENCH-' || n, 'hanh_chinh', 'Xã ' || n || ', Tỉnh ' || n / $2::int from generate_series(0, $1::int - 1) n
          returning id)
        select min(id) from made
        """, [.int4(Int32(Self.communes)), .int4(Int32(Self.communesPerProvince))]
      ).int8(0, 0))
  }

  /// Makes so many models, by COPY and without foreign keys: it is their search that is measured.
  mutating func fill(models: Int) throws {
    let connection = try database.open()
    try connection.script("set session_replication_role = replica; set synchronous_commit = off")
    var known: Set<Int> = []
    var titles: Set<Int64> = []
    while keys.count < models {
      var rows = ModelRows()
      while keys.count < models, rows.count < Self.chunk {
        let title = factory.next()
        let key = nameKey(title.name, dictionary: AbbreviationDictionary())
        guard known.insert(Self.hash(title.commune, key)).inserted else { continue }
        keys.append(key)
        places.append(title.commune)
        let signature = TitleSignature(key: key)
        rows.add(
          id: keys.count, title: title, key: key, signature: signature,
          isNewTitle: titles.insert(signature.title).inserted, unit: firstUnit + title.commune, campaign: campaign,
          province: province(title.commune), commune: number(title.commune))
      }
      try rows.copy(into: connection)
    }
    try connection.script("vacuum (analyze)")
    try connection.script("checkpoint")
  }

  /// The question the daemon would ask about a title in a commune.
  func probe(key: String, commune: Int) -> String {
    var members = TitleSignature(key: key).members
    members.append(JSON.Member("id", .number("0")))
    members.append(JSON.Member("unit_id", .number(String(firstUnit + commune))))
    members.append(JSON.Member("province", .number(String(province(commune)))))
    members.append(JSON.Member("places", .array([.number(String(number(commune)))])))
    return JSON.array([.object(members)]).written
  }

  mutating func newTitle() -> (key: String, commune: Int) {
    let title = factory.next()
    return (nameKey(title.name, dictionary: AbbreviationDictionary()), title.commune)
  }

  func key(_ title: String) -> String { nameKey(title, dictionary: AbbreviationDictionary()) }

  private func province(_ commune: Int) -> Int { commune / Self.communesPerProvince + 1 }

  /// The number of a commune in the index; any but a unit's will do.
  private func number(_ commune: Int) -> Int { 1_000_000_000_000 + commune * 7_919 }

  private static func hash(_ commune: Int, _ key: String) -> Int {
    var hasher = Hasher()
    hasher.combine(commune)
    hasher.combine(key)
    return hasher.finalize()
  }
}
