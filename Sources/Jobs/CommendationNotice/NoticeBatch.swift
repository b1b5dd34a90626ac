import DanVanKheo
import Foundation
import JobQueue
import Postgres

/// One batch of notice jobs, from their arguments to their outcomes.
struct NoticeBatch {
  /// How each job came out; complete once `run` returns.
  private(set) var outcomes: [Int64: JobOutcome] = [:]
  private var requests: [JSON] = []
  private var asked: Set<Int64> = []
  private var supplementRequests: Set<Int64> = []

  init(_ jobs: [ClaimedJob]) {
    for job in jobs {
      guard let request = Self.request(job) else {
        outcomes[job.id] = .discard(
          reason: "args must name a notice, N02, N07 or N08, and the number of a submission, decision or commendation")
        continue
      }
      requests.append(request)
      asked.insert(job.id)
      if request["notice"]?.text == NoticeKind.supplementRequest.rawValue { supplementRequests.insert(job.id) }
    }
  }

  /// Drafts every notice that has an object in force and stores the drafts.
  mutating func run(_ connection: borrowing Connection, _ printer: NoticePrinter) throws {
    guard !requests.isEmpty else { return }
    let rows = try connection.prepared(
      "notice_facts", "select job_id, facts from notice.notice_facts($1)", [.text(JSON.array(requests).written)])
    var drafts: [JSON] = []
    for row in 0..<rows.count {
      let job = try rows.int8(row, 0)
      let text = try rows.text(row, 1)
      asked.remove(job)
      do {
        drafts.append(try Self.draft(text, printer))
        outcomes[job] = .complete
      } catch {
        outcomes[job] = .retry(error: Self.reason(error), sqlState: nil)
      }
    }
    for job in asked {
      outcomes[job] = .discard(
        reason: supplementRequests.contains(job)
          ? "the submission does not exist or waits for no supplement"
          : "the commendation does not exist or was withdrawn")
    }
    guard !drafts.isEmpty else { return }
    try connection.prepared("notice_apply", "select notice.notice_apply($1)", [.text(JSON.array(drafts).written)])
  }

  /// Chooses and prints one notice; the draft in the shape of `notice.notice_apply`.
  private static func draft(_ text: String, _ printer: NoticePrinter) throws -> JSON {
    let json = try JSON(parsing: text)
    if json["notice"]?.text == NoticeKind.supplementRequest.rawValue {
      let facts = try JSONDecoder().decode(SupplementRequestFacts.self, from: Data(text.utf8))
      return try draft(
        json, NoticeContent(facts), facts.objectID, facts.template, facts.demo,
        [
          .object([.init("kind", "collective"), .init("name", .string(facts.unit)), .init("unit", .string(facts.unit))])
        ], printer)
    }
    let facts = try JSONDecoder().decode(NoticeFacts.self, from: Data(text.utf8))
    return try draft(
      json, NoticeContent(facts), facts.objectID, facts.template, facts.demo, facts.recipients.map(recipient), printer)
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

  private static func request(_ job: ClaimedJob) -> JSON? {
    guard let args = JSON(ifValid: job.args), let notice = args["notice"]?.text else { return nil }
    let object: Int? =
      switch NoticeKind(rawValue: notice) {
      case .supplementRequest?: args["submission_id"]?.int
      case .decision?: args["commendation_decision_id"]?.int
      case .toSubject?: args["commendation_id"]?.int
      case nil: nil
      }
    guard let object else { return nil }
    return .object([
      .init("job_id", .number(String(job.id))), .init("notice", .string(notice)),
      .init("object_id", .number(String(object))),
    ])
  }

  /// Says what failed without a word of the facts, which name people.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as TemplateError: error.description
    case DecodingError.keyNotFound(let key, _): "the facts lack \(key.stringValue)"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      "the facts cannot be read at \(context.codingPath.map(\.stringValue).joined(separator: "."))"
    default: "the notice cannot be drafted"
    }
  }
}
