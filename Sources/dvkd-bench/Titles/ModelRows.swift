import DanVanKheo
import Postgres

/// Rows of many models, as COPY takes them, by table.
struct ModelRows {
  private enum Table: String, CaseIterable {
    case submission =
      "submission (id, source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, model_key, state, turn)"
    case model = "model (id, code, name, name_key, unit_id, first_year, submission_id)"
    case registration = "registration (submission_id, model_id, campaign_id, unit_id, year, type, registered_on)"
    case place = "model_place (model_id, place, place_key)"
    case signature = "model_signature (model_id, province)"
    case titleModel = "title_model (title, province, model_id)"
    case part = "title_part (part, size, title, model_id, bits)"
    case titlePlace = "title_place (place, model_id, core_size, core_bits)"
  }

  private var lines: [Table: [UInt8]] = [:]
  /// How many models.
  private(set) var count = 0

  // No value of theirs holds a tabulator or a backslash.
  mutating func add(
    id: Int, title: TitleFactory.Title, key: String, signature: TitleSignature, isNewTitle: Bool, unit: Int,
    campaign: Int, province: Int, commune: Int
  ) {
    count += 1
    let year = 2015 + id % 7
    put(
      .submission,
      "\(id)\tbench\t\(id)\tregistration\t\(campaign)\t\(unit)\t\(unit)\t\(year)-03-01\t\(year)\t\(key)\tvalid\t\(id)")
    put(.model, "\(id)\tMH\(id)\t\(title.name)\t\(key)\t\(unit)\t\(year)\t\(id)")
    put(.registration, "\(id)\t\(id)\t\(campaign)\t\(unit)\t\(year)\tnew\t\(year)-03-01")
    put(.place, "\(id)\t\(title.place)\t\(title.place.lowercased())")
    let coreBits = TitleSignature.hex(signature.coreBits)
    put(.signature, "\(id)\t\(province)")
    put(.titleModel, "\(signature.title)\t\(province)\t\(id)")
    if isNewTitle {
      for part in Set(signature.parts) {
        put(.part, "\(part)\t\(size(signature.coreBits))\t\(signature.title)\t\(id)\t\(coreBits)")
      }
    }
    for place in [commune, -unit] { put(.titlePlace, "\(place)\t\(id)\t\(size(signature.coreBits))\t\(coreBits)") }
  }

  /// Writes all rows.
  func copy(into connection: borrowing Connection) throws {
    for table in Table.allCases {
      try connection.copyIn("copy registry.\(table.rawValue) from stdin", lines[table] ?? [])
    }
  }

  private mutating func put(_ table: Table, _ line: String) {
    lines[table, default: []].append(contentsOf: line.utf8)
    lines[table, default: []].append(UInt8(ascii: "\n"))
  }

  private func size(_ bits: [UInt64]) -> Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
}
