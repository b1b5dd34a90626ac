import Foundation
import Postgres
import TestSupport
import Testing

@testable import DanVanKheo

/// The overlap index by itself: titles, each once, and the models that have them.
@Suite struct OverlapTitlesTests {
  private static let quế = "trồng cây quế"

  private let database: TestDatabase

  init() throws { database = try TestDatabase.migrated() }

  /// A session for which models need not exist: it is their signatures that are tested.
  private func connect(_ database: TestDatabase) throws -> Connection {
    let connection = try database.connect()
    try connection.script("set session_replication_role = replica; set lock_timeout = '2s'")
    return connection
  }

  private func signature(
    _ model: Int, _ key: String, unit: Int = 1, province: Int = 1, content: String? = nil,
    without left: Set<String> = [], title: Int64? = nil
  ) -> JSON {
    var members = TitleSignature(key: key).members.filter { !left.contains($0.name) }
    if let title {
      members.removeAll { $0.name == "title" }
      members.append(JSON.Member("title", .number(String(title))))
    }
    members.append(JSON.Member("model_id", .number(String(model))))
    members.append(JSON.Member("unit_id", .number(String(unit))))
    members.append(JSON.Member("province", .number(String(province))))
    if let content { members.append(JSON.Member("content", .string(ContentSketch(content).hex))) }
    return .object(members)
  }

  private func write(_ signatures: [JSON], _ connection: borrowing Connection) throws {
    try connection.query("select registry.write_signatures($1)", [.jsonb(JSON.array(signatures).written)])
  }

  /// Models found, as “model similarity nearness”, in the order of their ids.
  private func found(
    _ key: String, unit: Int? = nil, province: Int = 0, listed: Int? = nil, _ connection: borrowing Connection
  ) throws -> [String] {
    var members = TitleSignature(key: key).members
    members.append(JSON.Member("id", .number("7")))
    if let unit { members.append(JSON.Member("unit_id", .number(String(unit)))) }
    members.append(JSON.Member("province", .number(String(province))))
    let rows = try connection.query(
      """
      select concat_ws(' ', model_id, round(similarity::numeric, 1), nearness)
      from registry.similar_models($1, listed => $2) order by model_id
      """,
      [.jsonb(JSON.array([.object(members)]).written), .int4(listed.map(Int32.init))])
    return try (0..<rows.count).map { try rows.text($0, 0) }
  }

  private func number(_ sql: String, _ connection: borrowing Connection) throws -> Int64 {
    try connection.query(sql).int8(0, 0)
  }

  @Test("a title is kept once however many models have it, and all of them are listed, or the nearest ones")
  func keptOnce() throws {
    let connection = try connect(database)
    try write((1...600).map { signature($0, Self.quế, unit: $0, province: $0 % 2 + 1) }, connection)
    try write([signature(601, Self.quế + " tại thôn tân thành", unit: 601, province: 2)], connection)
    #expect(try number("select count(*) from registry.title_part", connection) == 3)
    #expect(try number("select count(*) from registry.title_model", connection) == 601)
    #expect(try found(Self.quế, province: 2, connection).count == 601)
    // Three of its province, three of the first.
    #expect(
      try found(Self.quế, province: 2, listed: 3, connection)
        == ["1 1.0 3", "2 1.0 4", "3 1.0 3", "4 1.0 4", "5 1.0 3", "6 1.0 4"])
    // The unit's own is the nearest of all, and listed whatever the number.
    #expect(try found(Self.quế, unit: 600, province: 2, listed: 1, connection) == ["1 1.0 3", "2 1.0 4", "600 1.0 1"])
  }

  @Test("of a part that more titles have than are compared, the probe's own title is found")
  func crowdedPart() throws {
    let connection = try connect(database)
    // As if common words were all that fell into each part.
    try connection.query(
      """
      insert into registry.title_part (part, size, title, model_id, bits)
      select k, 1 + n % 60, n, n, set_bit(repeat('0', 512)::bit(512), n % 512, 1) from generate_series(1, 20000) n, unnest($1::bigint[]) k
      """, [.int8Array(TitleSignature(key: Self.quế).parts)])
    try write([signature(30_001, Self.quế)], connection)
    #expect(try found(Self.quế, connection) == ["30001 1.0 4"])
  }

  @Test("two transactions bring a new title at once: neither waits, nothing is found twice, and no third row is added")
  func broughtTwice() throws {
    let one = try connect(database)
    let other = try connect(database)
    try one.script("begin")
    try other.script("begin")
    // In opposite order too, as two lanes may.
    try write([signature(1, Self.quế), signature(2, "thùng rác xanh", unit: 2)], one)
    try write([signature(3, "thùng rác xanh", unit: 3), signature(4, Self.quế, unit: 4)], other)
    try other.script("commit")
    try one.script("commit")
    #expect(try number("select count(*) from registry.title_part", one) == 12)
    #expect(try found(Self.quế, one) == ["1 1.0 4", "4 1.0 4"])
    try write([signature(5, Self.quế, unit: 5)], one)
    #expect(try number("select count(*) from registry.title_part", one) == 12)
    #expect(try found(Self.quế, one) == ["1 1.0 4", "4 1.0 4", "5 1.0 4"])
  }

  @Test("two titles whose numbers are equal by accident both stay, and each is found")
  func collision() throws {
    let connection = try connect(database)
    let title = TitleSignature(key: Self.quế).title
    try write([signature(1, Self.quế)], connection)
    try write([signature(2, "thùng rác xanh", unit: 2, title: title)], connection)
    // The same parts and the same number of bits besides.
    var bits = TitleSignature(key: Self.quế).coreBits
    bits.swapAt(0, 7)
    try write(
      [
        .object([
          JSON.Member("parts", .array(TitleSignature(key: Self.quế).parts.map { .number(String($0)) })),
          JSON.Member("title", .number(String(title))), JSON.Member("core_bits", .string(TitleSignature.hex(bits))),
          JSON.Member("model_id", .number("3")), JSON.Member("unit_id", .number("3")),
        ])
      ], connection)
    #expect(try number("select count(*) from registry.title_part", connection) == 9)
    #expect(try found(Self.quế, connection).contains("1 1.0 4"))
    #expect(try found("thùng rác xanh", connection).contains("2 1.0 4"))
  }

  @Test("what a daemon of the version before sends is written and asked alike")
  func withoutNumber() throws {
    let connection = try connect(database)
    try write([signature(1, Self.quế, without: ["title"])], connection)
    try write([signature(2, Self.quế, unit: 2)], connection)
    #expect(try number("select count(distinct title) from registry.title_model", connection) == 1)
    #expect(try number("select count(*) from registry.title_part", connection) == 3)
    let probe = JSON.array([
      .object(
        TitleSignature(key: Self.quế).members.filter { $0.name != "title" } + [JSON.Member("id", .number("7"))])
    ])
    let rows = try connection.query("select model_id from registry.similar_models($1)", [.jsonb(probe.written)])
    #expect(rows.count == 2)
  }

  @Test("a title without a word finds nothing and breaks nothing", arguments: ["", " "])
  func empty(_ key: String) throws {
    let connection = try connect(database)
    try write([signature(1, key), signature(2, Self.quế, unit: 2)], connection)
    #expect(try found(Self.quế, unit: 2, connection) == ["2 1.0 1"])
    _ = try found(key, unit: 1, connection)
  }

  @Test("what the index held before is carried over: places, contents, and each title once")
  func carriedOver() throws {
    let fresh = try TestDatabase()
    let connection = try connect(fresh)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sql/migrations")
      .standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
      .sorted()
    let place = try #require(files.firstIndex { $0.hasSuffix("_parts.sql") })
    func text(_ file: String) throws -> String {
      try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
    for earlier in files[..<place] { try connection.script(text(earlier)) }
    let sketch = ContentSketch(String(repeating: "họp bàn, giao việc, góp công, chăm sóc rừng ", count: 20)).hex
    let models = [Self.quế, Self.quế + " ở xã nông thượng", "thùng rác xanh"]
    for (index, key) in models.enumerated() {
      let (model, signature) = (index + 1, TitleSignature(key: key))
      let bits =
        "bit_count('\(TitleSignature.hex(signature.coreBits))'::bit(512)), '\(TitleSignature.hex(signature.coreBits))'::bit(512)"
      try connection.script("insert into registry.model_signature values (\(model), \(model % 2 + 1), '\(sketch)')")
      for part in Set(signature.parts) {
        try connection.script(
          "insert into registry.title_part values (\(part), \(model % 2 + 1), \(model), 3, repeat('1', 512)::bit(512))")
      }
      for place in [99, -model] {
        try connection.script("insert into registry.title_place values (\(place), \(model), \(bits))")
      }
    }
    try connection.script(text(files[place]))
    func dump(_ connection: borrowing Connection) throws -> String {
      try connection.query(
        """
        select concat_ws('; ', (select string_agg(t::text, ',' order by t) from registry.title_model t),
          (select string_agg(t::text, ',' order by t) from registry.title_part t),
          (select string_agg(t::text, ',' order by t) from registry.title_place t))
        """
      ).text(0, 0)
    }
    let written = try connect(database)
    try write(
      models.enumerated().map { index, key in
        guard case .object(let members) = signature(index + 1, key, unit: index + 1, province: (index + 1) % 2 + 1)
        else { return .null }
        return .object(
          members + [JSON.Member("places", .array([.number("99")])), JSON.Member("content", .string(sketch))])
      }, written)
    #expect(try dump(connection) == dump(written))
    #expect(try number("select count(*) from registry.title_part", connection) == 6)
  }
}
