import VietnameseText

/// TB-012: after the district level ended its bodies are named only as history.
///
/// The row of the catalogue says from which day on. A line is history if it says so, or holds a date or a year before that day.
struct DistrictBodyRule: DocumentRule {
  static let codes: [RuleCode] = [.tb012]

  private static let marks: [[String]] = [["trước", "đây"], ["cũ"], ["nguyên"]]

  static func examine(_ examination: inout DocumentExamination) {
    guard let end = examination.catalogue.row(.tb012, on: examination.day)?.validFrom else { return }
    let bodies = examination.catalogue.words.districtBodies
    let recipients = examination.facts.recipients.enumerated().map { ("/recipients/\($0.offset)", $0.element) }
    let heads = examination.facts.header.map { ("/header", $0) }
    for (path, text) in heads + examination.texts + recipients {
      let words = documentWords(text)
      guard let (body, place) = firstBody(words, bodies), !isHistory(words, before: end) else { continue }
      // With the name behind it: “Huyện ủy Chợ Đồn”.
      let name = words[place..<min(words.count, place + body.count + 2)].map { String($0.raw) }.joined(separator: " ")
      examination.report(.tb012, at: path, .text("text", name))
    }
  }

  private static func firstBody(_ words: [DocumentWord], _ bodies: [[String]]) -> (body: [String], place: Int)? {
    bodies.compactMap { body in words.place(of: body).map { (body, $0) } }.min { $0.1 < $1.1 }
  }

  private static func isHistory(_ words: [DocumentWord], before end: CalendarDay) -> Bool {
    if marks.contains(where: { words.place(of: $0) != nil }) { return true }
    for date in writtenDates(words) {
      guard let day = date.day else { continue }
      // “trước 01/7/2025” itself names the day.
      let isBound =
        date.at > 0 && (words[date.at - 1].bare == "trước" || date.at > 1 && words[date.at - 2].bare == "trước")
      if day < end || isBound && day == end { return true }
    }
    return words.indices.dropFirst().contains { at in
      words[at - 1].bare == "năm" && Int(words[at].bare).map { (1945..<end.year).contains($0) } ?? false
    }
  }
}
