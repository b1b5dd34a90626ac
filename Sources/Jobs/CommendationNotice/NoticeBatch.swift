import DanVanKheo
import JobQueue
import Postgres

/// One batch of notice jobs, from their arguments to their outcomes.
struct NoticeBatch {
  /// How each job came out; complete once `run` returns.
  private(set) var outcomes: [Int64: JobOutcome] = [:]
  private var requests: [JSON] = []
  private var asked: [Int64: NoticeKind] = [:]

  init(_ jobs: [ClaimedJob]) {
    for job in jobs {
      guard let (kind, object) = Self.request(job) else {
        let kinds = NoticeKind.allCases.map { "\($0.rawValue) (\($0.argument))" }.joined(separator: ", ")
        outcomes[job.id] = .discard(reason: "args must name a notice and the number of what it is about: \(kinds)")
        continue
      }
      requests.append(
        .object([
          .init("job_id", .number(String(job.id))), .init("notice", .string(kind.rawValue)),
          .init("object_id", .number(String(object))),
        ]))
      asked[job.id] = kind
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
      guard let kind = asked.removeValue(forKey: job) else { continue }
      do {
        drafts.append(try Self.draft(kind, text, printer))
        outcomes[job] = .complete
      } catch {
        outcomes[job] = .retry(error: Self.reason(error), sqlState: nil)
      }
    }
    for (job, kind) in asked { outcomes[job] = .discard(reason: Self.absence(of: kind)) }
    guard !drafts.isEmpty else { return }
    try connection.prepared("notice_apply", "select notice.notice_apply($1)", [.text(JSON.array(drafts).written)])
  }

  private static func request(_ job: ClaimedJob) -> (NoticeKind, Int)? {
    guard let args = JSON(ifValid: job.args), let kind = args["notice"]?.text.flatMap(NoticeKind.init),
      let object = args[kind.argument]?.int
    else { return nil }
    return (kind, object)
  }

  /// Why there is nothing to draft.
  private static func absence(of kind: NoticeKind) -> String {
    switch kind {
    case .supplementRequest: "the submission does not exist or waits for no supplement"
    case .refusal: "the submission does not exist or was neither found invalid nor failed"
    case .appraisalResult: "the appraisal does not exist, or a later one, a new version or a withdrawal took its place"
    case .decision, .toSubject: "the commendation does not exist or was withdrawn"
    case .revocation: "the document does not exist or revoked nothing"
    }
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
