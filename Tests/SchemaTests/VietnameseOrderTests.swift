import Postgres
import TestSupport
import Testing
import VietnameseText

/// The collation `registry.vietnamese` and Swift's `VietnameseOrder` are one order, written twice.
@Suite struct VietnameseOrderTests {
  private let database: TestDatabase
  private static let shared = Result { try TestDatabase.migrated() }

  init() throws { database = try Self.shared.get() }

  @Test("every syllable stands where SQL and Swift agree")
  func syllables() throws {
    var names: [String] = []
    for onset in ["", "b", "đ", "ngh", "qu"] {
      for rhyme in Syllables.rhymes {
        names += Syllables.toned(rhyme).flatMap { [onset + $0, (onset + $0).uppercased()] }
      }
    }
    #expect(names.count > 9000)
    try compare(names)
  }

  @Test("names of units, numbers and signs stand where SQL and Swift agree")
  func names() throws {
    let rows = try database.connect().query("select distinct name from registry.unit_name order by name limit 4000")
    var names = try (0..<rows.count).map { try rows.text($0, 0) }
    var generator = Syllables.Generator(state: 11)
    let pieces = [
      "Tổ", "tổ", "TỔ", " ", " ", "2", "02", "10", "11A", "007", "0", "Hòa", "Hoà", "hoa", "Đắk", "Dak", "'", "’", "-",
      "–", ",", ".", "(", ")", "“", "”", "/", "&", ":", "w", "Z", "f", "ộ", "Ơ", "ư", "\t", "%", "+",
    ]
    names += (0..<6000).map { _ in (0..<generator.below(7)).map { _ in pieces[generator.below(pieces.count)] }.joined()
    }
    try compare(names)
  }

  @Test("people stand where SQL and Swift agree")
  func people() throws {
    var generator = Syllables.Generator(state: 13)
    let words = [
      "Nguyễn", "Lê", "Trần", "Ma", "Mã", "Đặng", "Dương", "Văn", "Thị", "An", "Ân", "Hoa", "Hòa", "Hoà", "Duyên",
      "Đường",
      "H’Hen", "Niê", "Y", "Ngông", "K'sor", "\u{A0}",
    ]
    let names = (0..<3000).map { _ in
      (0..<generator.below(5)).map { _ in words[generator.below(words.count)] }.joined(separator: " ")
    }
    let rows = try database.connect().query(
      """
      select n from (select distinct n from unnest($1::text[]) u (n)) x
      order by registry.person_name_parts(n) collate registry.vietnamese, n collate "C"
      """, [.textArray(names)])
    let sql = try (0..<rows.count).map { try rows.text($0, 0) }
    let swift = Set(names).sorted {
      let (left, right) = (PersonNameOrder($0), PersonNameOrder($1))
      return left == right ? $0.utf8.lexicographicallyPrecedes($1.utf8) : left < right
    }
    #expect(swift == sql)
  }

  private func compare(_ names: [String]) throws {
    let rows = try database.connect().query(
      "select n from (select distinct n from unnest($1::text[]) u (n)) x order by n collate registry.vietnamese",
      [.textArray(names)])
    let sql = try (0..<rows.count).map { try rows.text($0, 0) }
    let keys = Dictionary(uniqueKeysWithValues: Set(sql).map { ($0, VietnameseOrder($0)) })
    var misplaced: [String] = []
    for (first, second) in zip(sql, sql.dropFirst()) where misplaced.count < 8 {
      guard let left = keys[first], let right = keys[second], left < right else {
        misplaced.append("\(first.debugDescription) \(second.debugDescription)")
        continue
      }
    }
    #expect(misplaced == [])
  }
}
