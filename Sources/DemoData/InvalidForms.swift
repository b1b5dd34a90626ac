/// Faulty registrations and reports: one damaged item each.
extension InvalidDossiers {
  mutating func breakRegistrations() {
    for item in ["outputs", "goals", "forces"] {
      var (content, model) = registration()
      content[item] = nil
      file("DK-001", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    for (name, places) in [("Mô hình dân vận khéo", true), ("Dân vận khéo", true), (nil, false)] as [(String?, Bool)] {
      var (content, model) = registration()
      if let name { content["model"]?["name"] = .text(name) }
      if !places { content["model"]?["places"] = [] }
      file("DK-002", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    for field in ["Cải cách hành chính", "Học tập và làm theo Bác", "Lĩnh vực khác"] {
      var (content, model) = registration()
      content["model"]?["field"] = .text(field)
      file("DK-003", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    for kind in ["household", "to_chuc", "household"] {
      var (content, model) = registration()
      content["subjects"] = [["kind": .text(kind), "name": "Hộ gia đình mô phỏng 01", "role": "lead"]]
      file("DK-004", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    for _ in 0..<3 {
      let model = material.plain2020.removeFirst()
      let content = RegistrationForm.content(of: model, year: 2020, kind: .new, using: &book.generator)
      file("DK-006", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    for _ in 0..<3 {
      let (content, model) = registration(kind: .maintained)
      file("DK-008", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
    breakReplications()
  }

  private mutating func breakReplications() {
    let unrecognised = material.plain2020.removeFirst()
    let sources: [JSONValue?] = [
      nil, ["unit": .text(unrecognised.unit), "name": "Mô hình không có thật"], unrecognised.reference,
    ]
    for source in sources {
      var (content, model) = registration(kind: .replicated)
      content["model"]?["source"] = source
      file("DK-014", .registration, content, unit: model.unit, campaign: "KT-HB-2020")
    }
  }

  mutating func breakFigures() {
    for (x, y) in [("221", "216"), ("5", "0"), ("48", "47")] {
      var (content, model) = report()
      content["indicators"] = [["name": "Hộ tham gia", "unit": "hộ", "value": .text(x), "x": .text(x), "y": .text(y)]]
      file("BC-002", .report, content, unit: model.unit, campaign: "KT-CD-2021")
    }
    for percent in ["98,7", "97,6", "100"] {
      var (content, model) = report()
      content["indicators"] = [
        [
          "name": "Thành viên có thẻ BHYT", "unit": "thành viên", "value": "216", "x": "216", "y": "221",
          "percent": .text(percent),
        ]
      ]
      file("BC-003", .report, content, unit: model.unit, campaign: "KT-CD-2021")
    }
    for total in ["128", "126", "1.270"] {
      var (content, model) = report()
      let parts: [JSONValue] = ["24", "08", "89", "06"].enumerated().map { index, value in
        ["name": .text("Phần \(index + 1)"), "value": .text(value)]
      }
      content["tables"] = [["name": "Mô hình theo khối", "total": .text(total), "parts": .array(parts)]]
      file("BC-004", .report, content, unit: model.unit, campaign: "KT-CD-2021")
    }
    for value in ["-3", "4,5", "2,5"] {
      var (content, model) = report()
      content["indicators"] = [["name": "Mô hình mới", "unit": "mô hình", "value": .text(value)]]
      file("BC-006", .report, content, unit: model.unit, campaign: "KT-CD-2021")
    }
    for day in ["31/02/2021", "2021-02-29", "12/13/2021"] {
      var (content, model) = report()
      content["held_on"] = .text(day)
      file("BC-007", .report, content, unit: model.unit, campaign: "KT-CD-2021")
    }
  }
}
