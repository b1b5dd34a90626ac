import Foundation
import Testing

@testable import DanVanKheo

/// Facts of a submission that breaks no rule, made from the valid example of its form; a test damages them.
struct FactsDraft {
  var facts: JSON

  init(_ kind: SubmissionKind) throws {
    let content = try JSON(parsing: Self.reference("forms/\(kind.rawValue).v1.valid.json"))
    facts = try JSON(
      parsing: """
        {"id":7,"version":1,"kind":"\(kind.rawValue)","state":"submitted","filed_on":"2021-03-02","source":"test",
         "supplements_used":0,"blocked_by":[],
         "campaign":{"code":"DVK-2021","rule_set":2,"from":"2021-01-01","to":"2021-12-31","unit":"Tỉnh Bắc Kạn",
          "parameters":{"supplement_limit":1,"change_limit_percent":100},"fields":[{"code":"kinh_te","name":"Kinh tế","key":"kinh tế"},
           {"code":"van_hoa","name":"Văn hóa - xã hội","key":"văn hoá xã hội"}]},
         "unit":{"text":"Xã Nông Thượng","candidates":[
          {"id":5,"name":"Xã Nông Thượng","path":"Xã Nông Thượng, Thành phố Bắc Kạn","type":"xa","valid_from":null,
           "valid_until":"2025-06-30","successors":["Phường Bắc Kạn"]}]},
         "content":null,"attachments":[{"name":"xac-nhan.pdf","kind":"confirmation"},{"name":"anh.jpg","kind":"photo"}],
         "duplicates":[],"registered_years":\(kind == .report ? "[2020,2021]" : "[2020]"),"source_model":null,
         "models":[{"index":0,"unit_candidates":1,"model_id":9,"registered_years":[2020,2021],"recognitions":[]}],
         "recipients":[{"index":0,"unit_candidates":1}],"inspected_units":[{"index":0,"unit_candidates":1}]}
        """)
    facts = facts.setting(["content"], content)
  }

  /// Sets the value at a path such as `content/models/0/name`; nil removes it.
  mutating func set(_ path: String, _ value: JSON?) {
    facts = facts.setting(path.split(separator: "/").map(String.init)[...], value)
  }

  func verdict() throws -> Verdict {
    validate(try SubmissionFacts(json: facts.written), catalogue: try Self.catalogue())
  }

  /// The text of a file of `sql/reference`.
  static func reference(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).appending(path: "../../../sql/reference").standardized
    return try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Rule set 2 as `registry.rule_set` gives it, from the file that migrate loads.
  static func catalogue() throws -> RuleCatalogue {
    func list(_ file: String) throws -> JSON {
      .array(
        try CommaSeparated.rows(reference(file)).filter { $0["rule_set"] ?? "2" == "2" }.map { row in
          .object(row.map { JSON.Member($0.key, $0.value.isEmpty ? .null : .string($0.value)) })
        })
    }
    return try RuleCatalogue(
      json: JSON.object([
        JSON.Member("version", 2), JSON.Member("rules", try list("rules.csv")),
        JSON.Member("abbreviations", try list("abbreviations.csv")),
        JSON.Member("boilerplate", try list("boilerplate.csv")), JSON.Member("words", try list("words.csv")),
      ]).written)
  }
}

extension JSON {
  func setting(_ path: ArraySlice<String>, _ value: JSON?) -> JSON {
    guard let name = path.first else { return value ?? .null }
    let rest = path.dropFirst()
    if case .array(var elements) = self, let index = Int(name) {
      if index == elements.count { elements.append(.object([])) }
      elements[index] = elements[index].setting(rest, value)
      return .array(elements)
    }
    var members: [Member] = if case .object(let members) = self { members } else { [] }
    let at = members.firstIndex { $0.name == name }
    if rest.isEmpty, value == nil {
      if let at { members.remove(at: at) }
    } else if let at {
      members[at].value = members[at].value.setting(rest, value)
    } else {
      members.append(Member(name, (rest.first == "0" ? JSON.array([]) : .object([])).setting(rest, value)))
    }
    return .object(members)
  }
}

/// CSV as the reference files have it: quotes double, no line ends inside.
enum CommaSeparated {
  static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map { cells(String($0)) }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
