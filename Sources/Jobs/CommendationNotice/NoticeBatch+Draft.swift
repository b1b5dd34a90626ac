import DanVanKheo
import Foundation
import JobQueue

extension NoticeBatch {
  /// Chooses and prints one notice; the draft in the shape of `notice.notice_apply`.
  static func draft(_ kind: NoticeKind, _ text: String, _ printer: NoticePrinter) throws -> JSON {
    let json = try JSON(parsing: text)
    func facts<Facts: Decodable>(_ type: Facts.Type = Facts.self) throws -> Facts {
      try JSONDecoder().decode(type, from: Data(text.utf8))
    }
    switch kind {
    case .supplementRequest:
      let facts: SupplementRequestFacts = try facts()
      return try draft(
        json, NoticeContent(facts), facts.objectID, facts.template, facts.demo, [unit(facts.unit)], printer)
    case .refusal:
      let facts: RefusalFacts = try facts()
      return try draft(
        json, NoticeContent(facts), facts.objectID, facts.template, facts.demo, [unit(facts.unit)], printer)
    case .appraisalResult:
      let facts: AppraisalResultFacts = try facts()
      return try draft(
        json, NoticeContent(facts), facts.objectID, facts.template, facts.demo, [unit(facts.unit)], printer)
    case .revocation:
      let facts: RevocationFacts = try facts()
      return try draft(
        json, NoticeContent(facts), facts.objectID, facts.template, facts.demo, facts.acts.map(recipient), printer)
    case .decision, .toSubject:
      let facts: NoticeFacts = try facts()
      return try draft(
        json, NoticeContent(facts), facts.objectID, facts.template, facts.demo, facts.recipients.map(recipient), printer
      )
    }
  }

  private static func draft(
    _ facts: JSON, _ content: NoticeContent, _ object: Int64, _ template: NoticeFacts.Template, _ isDemo: Bool,
    _ recipients: [JSON], _ printer: NoticePrinter
  ) throws -> JSON {
    .object([
      .init("notice", .string(content.kind.rawValue)),
      .init("object_id", .number(String(object))),
      .init(
        "template",
        .object([.init("code", .string(template.code)), .init("version", .number(String(template.version)))])),
      .init("system", content.system.map { .string($0.rawValue) } ?? .null),
      .init("demo", .bool(isDemo)),
      .init("data", facts),
      .init("html", .string(try printer.page(content, template: template.file))),
      .init("bases", .array(content.citedSymbols.map(JSON.string))),
      .init("document_ids", .array(content.citedDocumentIDs.map { .number(String($0)) })),
      .init("recipients", .array(recipients)),
    ])
  }

  private static func recipient(_ recipient: NoticeFacts.Recipient) -> JSON {
    .object([
      .init("kind", .string(recipient.kind)), .init("name", .string(recipient.name)),
      .init("unit", recipient.unit.map(JSON.string) ?? .null),
      .init("subject_id", .number(String(recipient.subjectID))),
    ])
  }

  /// The unit of a submission, and of a model whose recognition was revoked, as a recipient.
  private static func unit(_ name: String) -> JSON {
    .object([.init("kind", "collective"), .init("name", .string(name)), .init("unit", .string(name))])
  }

  private static func recipient(_ act: RevocationFacts.Act) -> JSON {
    guard let subject = act.subjectID else { return unit(act.unit ?? act.name) }
    return .object([
      .init("kind", .string(act.subjectKind)), .init("name", .string(act.name)),
      .init("unit", act.unit.map(JSON.string) ?? .null), .init("subject_id", .number(String(subject))),
    ])
  }
}
