/// The phrases that notices share.
enum NoticeWording {
  /// Printed where no legal basis is known; never replaced by a guess.
  static let missingBasis = "[căn cứ: cần bổ sung]"
  /// Printed where the record gives no form of award.
  static let missingForm = "khen (hình thức chưa nêu)"
  /// Printed over every page that rests on simulated data.
  static let watermark = "DỮ LIỆU MÔ PHỎNG – BẢN DỰ THẢO"

  /// The reason with movement and period: “vì đã có thành tích trong … giai đoạn 2018–2020”.
  static func merit(_ facts: NoticeFacts) -> String {
    let reason = facts.reason.map { text in
      let start = text.lowercased()
      if start.hasPrefix("đã ") { return text.lowercasingFirst }
      if start.hasPrefix("có ") { return "đã \(text.lowercasingFirst)" }
      return "đã có thành tích: \(text)"
    }
    let movement = "phong trào thi đua “\(facts.movement)”"
    let merit = reason ?? "đã có thành tích trong thực hiện \(movement)"
    let named = merit.contains(facts.movement) ? merit : merit + " (\(movement))"
    guard let period = facts.period, !named.contains(period) else { return named }
    return named + ", " + periodWording(period)
  }

  /// “15 (mười lăm) tập thể, 09 (chín) cá nhân”, kinds without members left out.
  static func counts(of recipients: [NoticeFacts.Recipient]) -> String { counts(ofKinds: recipients.map(\.kind)) }

  /// The same for kinds of subject: `collective`, `individual`, `household`.
  static func counts(ofKinds subjects: [String]) -> String {
    let kinds = [("collective", "tập thể"), ("individual", "cá nhân"), ("household", "hộ gia đình")]
    let parts = kinds.compactMap { kind, noun -> String? in
      let number = Int64(subjects.count { $0 == kind })
      return number > 0 ? counted(number, noun) : nil
    }
    return parts.joined(separator: ", ")
  }

  /// “15 (mười lăm) tập thể”.
  static func counted(_ number: Int64, _ noun: String) -> String {
    let words = numberInWords(number).map { " (\($0))" } ?? ""
    return "\(FigureFormat.padded(number))\(words) \(noun)"
  }

  /// A text with a full stop, if it has no closing mark of its own.
  static func sentence(_ text: String) -> String { text.last.map { ".?!…".contains($0) } == true ? text : text + "." }

  /// The decision as a notice names it: symbol, day, issuer; what is unknown is said to be missing.
  static func decisionReference(_ decision: NoticeFacts.Decision) -> String {
    documentReference(decision, noun: "Quyết định", unnumbered: "quyết định khen thưởng")
  }

  /// A document as another names it: noun, symbol, day, issuer; what is unknown is said to be missing.
  static func documentReference(_ decision: NoticeFacts.Decision, noun: String, unnumbered: String? = nil) -> String {
    let symbol =
      decision.symbol.map { "\(noun) số \(OfficialHeader.withLeadingZero($0))" } ?? unnumbered ?? noun
    let date = decision.issuedOn.map { " \($0.documentForm)" } ?? ""
    let missing = decision.symbol == nil || decision.issuedOn == nil ? " \(missingBasis)" : ""
    return "\(symbol)\(date) của \(decision.issuer)\(missing)"
  }

  /// Lines of legal bases with the closing marks of the system: each “;”, the last “.” (state) or “,” (Party).
  static func punctuated(_ lines: [String], system: DocumentSystem?) -> [String] {
    lines.enumerated().map { index, line in
      line + (index < lines.count - 1 ? ";" : system == .party ? "," : ".")
    }
  }
}

extension String {
  /// The text with a small first letter.
  fileprivate var lowercasingFirst: String { prefix(1).lowercased() + dropFirst() }
}
