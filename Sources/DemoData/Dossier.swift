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
      case .registration: Self.file("xac-nhan.pdf", kind: "confirmation")
      case .report: Self.file("anh.jpg", kind: "photo")
      default: "[]"
      }
    }

    private static func file(_ name: String, kind: String) -> String {
      JSONValue.array([
        ["name": .text(name), "kind": .text(kind), "sha256": .text(String(repeating: "0", count: 64))]
      ]).json
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
