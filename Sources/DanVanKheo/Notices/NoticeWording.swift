/// The phrases that the two notices share.
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
  static func counts(of recipients: [NoticeFacts.Recipient]) -> String {
    let kinds = [("collective", "tập thể"), ("individual", "cá nhân"), ("household", "hộ gia đình")]
    let parts = kinds.compactMap { kind, noun -> String? in
      let number = Int64(recipients.count { $0.kind == kind })
      guard number > 0 else { return nil }
      let words = numberInWords(number).map { " (\($0))" } ?? ""
      return "\(FigureFormat.padded(number))\(words) \(noun)"
    }
    return parts.joined(separator: ", ")
  }

  /// The decision as a notice names it: symbol, day, issuer; what is unknown is said to be missing.
  static func decisionReference(_ decision: NoticeFacts.Decision) -> String {
    let symbol =
      decision.symbol.map { "Quyết định số \(OfficialHeader.withLeadingZero($0))" } ?? "quyết định khen thưởng"
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
