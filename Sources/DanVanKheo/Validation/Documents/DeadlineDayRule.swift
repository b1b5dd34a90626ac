import VietnameseText

/// TB-010: no deadline falls on a Saturday, a Sunday or a public holiday.
struct DeadlineDayRule: DocumentRule {
  static let codes: [RuleCode] = [.tb010]

  /// Words that make the date behind them a deadline.
  private static let leads = [
    ["trước"], ["chậm", "nhất"], ["chậm", "nhất", "là"], ["chậm", "nhất", "đến"], ["muộn", "nhất"], ["đến", "hết"],
    ["thời", "hạn"], ["hạn", "cuối"], ["hạn", "nộp"], ["hạn", "đến"], ["hạn"],
  ]

  static func examine(_ examination: inout DocumentExamination) {
    for (path, text) in examination.texts where path.hasPrefix("/body") {
      let words = documentWords(text)
      for date in writtenDates(words) {
        guard let day = date.day, isDeadline(date, words), examination.day <= day else { continue }
        let weekday = day.weekday
        if weekday != .saturday, weekday != .sunday, !examination.facts.holidays.contains(day) { continue }
        let name = examination.facts.holidays.contains(day) ? "ngày lễ" : weekday.vietnamese
        examination.report(.tb010, at: path, .day("date", day), .text("weekday", name))
      }
    }
  }

  /// One of the lead words stands right before the date, “ngày” between them or not.
  private static func isDeadline(_ date: WrittenDate, _ words: [DocumentWord]) -> Bool {
    var end = date.at
    if end > 0, words[end - 1].bare == "ngày" { end -= 1 }
    return leads.contains { lead in
      end >= lead.count && lead.indices.allSatisfy { words[end - lead.count + $0].bare == lead[$0] }
    }
  }
}
