/// One dossier (hồ sơ) as it will be given to `registry.submit`.
struct Dossier: Sendable, Equatable {
  /// Why the plan holds the dossier; nothing of this reaches the database.
  enum Role: Sendable, Equatable {
    /// One of the 7,274 registrations behind the published figures.
    case counted
    /// A registration of an earlier year that a maintained one needs.
    case predecessor
    /// A report, inspection, proposal or decision that a figure or a rule needs.
    case evidence
    /// Must leave every figure as it is; the text says what it tries.
    case noise(String)
    /// Breaks this one rule and no other.
    case invalid(rule: String)
  }

  /// The kinds of submission of the portal's contract.
  enum Kind: String, Sendable {
    case registration
    case report
    case inspectionRecord = "inspection_record"
    case recognitionProposal = "recognition_proposal"
    case recognitionDecision = "recognition_decision"
    case commendationProposal = "commendation_proposal"
    case commendationDecision = "commendation_decision"

    /// What a dossier of the kind comes with, as metadata; the files themselves do not exist.
    var attachments: String {
      switch self {
      case .registration: Self.files(("xac-nhan.pdf", "confirmation"))
      case .report: Self.files(("anh.jpg", "photo"))
      case .recognitionProposal: Self.files(("bien-ban-tham-dinh.pdf", "minutes"))
      case .commendationProposal:
        Self.files(("to-trinh-kem-danh-sach.pdf", "proposal"), ("bao-cao.pdf", "report"), ("bien-ban.pdf", "minutes"))
      default: "[]"
      }
    }

    private static func files(_ files: (name: String, kind: String)...) -> String {
      JSONValue.array(
        files.enumerated().map { number, file in
          let digest = String(repeating: String(number), count: 64)
          return ["name": .text(file.name), "kind": .text(file.kind), "sha256": .text(digest)]
        }
      ).json
    }
  }

  /// `demo`, or `article` where an article names the model, its owner and its place.
  var source = "demo"
  /// Unique in its source.
  var key: String
  var kind: Kind
  /// Code of the campaign (đợt).
  var campaign: String
  /// The filing unit as the form gives it: a code, or a name with its path.
  var unit: String
  var content: JSONValue
  var role: Role
  /// The campaign is the locality's, so its noise is told apart by role only.
  var locality: Locality
  /// How many times the same content comes again under the same key (the portal's double click).
  var repeats = 0
  /// Withdrawn with this reason before anybody checked it.
  var withdrawal: String?
}
