/// DK-001: nothing that the form requires is missing, empty or of the wrong type.
struct RequiredItemsRule: Rule {
  static let codes: [RuleCode] = [.dk001]

  static func examine(_ examination: inout Examination) {
    guard case .object = examination.content else {
      examination.report(.dk001, at: "", .text("item", "nội dung hồ sơ"))
      return
    }
    switch examination.facts.kind {
    case .registration:
      // The ten items of a registration, then what the canonical row needs.
      requireText(["model", "name"], &examination)
      for item in [
        "situation", "goals", "content", "scope", "forces", "resources", "schedule", "outputs", "sustainability",
      ] {
        requireText([item], &examination)
      }
      requireValue("year", &examination)
      requireOne(of: ["new": "mới", "maintained": "duy trì", "replicated": "nhân rộng"], "type", &examination)
      if !examination.facts.campaign.fields.isEmpty { requireText(["model", "field"], &examination) }
      requireList("subjects", ["name", "kind"], &examination)
    case .report:
      requireText(["model", "name"], &examination)
      requireValue("year", &examination)
    case .inspectionRecord:
      requireText(["team"], &examination)
      requireValue("year", &examination)
    case .recognitionProposal, .recognitionDecision:
      requireLevel(&examination)
      requireOne(of: ["mo_hinh": "mô hình", "dien_hinh": "điển hình", "nhan_rong": "nhân rộng"], "title", &examination)
      requireList("models", ["unit", "name"], &examination)
      if examination.facts.kind == .recognitionProposal { requireValue("year", &examination) }
    case .commendationProposal, .commendationDecision:
      requireLevel(&examination)
      checkForm(&examination)
      requireList("recipients", ["name"], &examination)
    }
    if examination.facts.kind.isDecision {
      if case .object? = examination.content["decision"] { return }
      missing(["decision"], &examination)
    }
  }

  private static func requireText(_ names: [String], _ examination: inout Examination) {
    if names.reduce(examination.content as JSON?, { $0?[$1] })?.words == nil { missing(names, &examination) }
  }

  /// Whether a year makes sense is BC-007's business.
  private static func requireValue(_ name: String, _ examination: inout Examination) {
    switch examination.content[name] {
    case .number?: return
    case .string(let text)? where !text.isEmpty: return
    default: missing([name], &examination)
    }
  }

  private static func requireLevel(_ examination: inout Examination) {
    requireOne(
      of: ["CO_SO": "cơ sở", "XA": "xã", "HUYEN": "huyện", "TINH": "tỉnh", "TRUNG_UONG": "trung ương"], "level",
      &examination)
  }

  /// A form of award may be left open; one that is given is one of the known.
  private static func checkForm(_ examination: inout Examination) {
    switch examination.content["form"] {
    case nil, .null?, .string("")?: return
    default:
      requireOne(
        of: ["bang_khen": "bằng khen", "giay_khen": "giấy khen", "bieu_duong": "biểu dương", "thu_khen": "thư khen"],
        "form", &examination)
    }
  }

  private static func requireOne(of values: [String: String], _ name: String, _ examination: inout Examination) {
    if let text = examination.content[name]?.text, values[text] != nil { return }
    let choice = values.values.sorted().joined(separator: ", ")
    examination.report(.dk001, at: "/" + name, .text("item", "\(fieldLabel([name])) (\(choice))"))
  }

  private static func requireList(_ name: String, _ members: [String], _ examination: inout Examination) {
    let list = examination.list(name)
    if list.isEmpty { missing([name], &examination) }
    for (index, element) in list.enumerated() {
      for member in members where element[member]?.words == nil {
        examination.report(.dk001, at: "/\(name)/\(index)/\(member)", .text("item", fieldLabel([name, member])))
      }
    }
  }

  private static func missing(_ names: [String], _ examination: inout Examination) {
    examination.report(.dk001, at: "/" + names.joined(separator: "/"), .text("item", fieldLabel(names)))
  }
}
