import VietnameseText

/// KT-005: an award is proposed with a letter and its list, a report of the achievement and the minutes of the meeting.
///
/// A paper is there if a file of its kind was handed in, if a file is named for it (tờ trình, báo cáo thành tích, biên bản;
/// without marks and shortened, too), or if the content carries it. Silent where the files are not told.
struct AwardDossierRule: Rule {
  static let codes: [RuleCode] = [.kt005]

  /// A paper of the dossier: the kind of its file, the member of the content that may stand for it, how files of it are named.
  private static let papers: [(name: String, kind: String, member: String, words: [String])] = [
    ("văn bản đề nghị kèm danh sách", "proposal", "letter", ["to trinh", "ttr", "de nghi"]),
    ("báo cáo thành tích", "report", "achievement_report", ["bao cao", "bctt", "bc thanh tich", "thanh tich"]),
    ("biên bản xét", "minutes", "minutes", ["bien ban", "bb xet", "bbx"]),
  ]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind == .commendationProposal, let files = examination.facts.awards.attachments else {
      return
    }
    let kinds = Set(files.compactMap { $0["kind"]?.text })
    // A file whose kind is told is not guessed at.
    let names = files.prefix(100).filter { $0["kind"]?.text == nil }.compactMap { $0["name"]?.text }
    let words = names.map { " " + plainWords($0) + " " }
    let missing = papers.filter { paper in
      if let member = examination.content[paper.member], !member.isNull { return false }
      if kinds.contains(paper.kind) { return false }
      return !words.contains { name in paper.words.contains { name.contains(" \($0) ") } }
    }
    if missing.isEmpty { return }
    examination.report(.kt005, at: "/attachments", .text("missing", missing.map(\.name).joined(separator: "; ")))
  }
}
