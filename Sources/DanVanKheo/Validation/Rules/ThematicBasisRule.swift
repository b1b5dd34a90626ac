import VietnameseText

/// KT-007: an award for regular merit (công trạng) does not rest on thematic ones (chuyên đề, đột xuất).
///
/// A basis is thematic if the content or the database says so, or if it is named after the movement.
struct ThematicBasisRule: Rule {
  static let codes: [RuleCode] = [.kt007]

  static func examine(_ examination: inout Examination) {
    guard examination.facts.kind.isCommendation, examination.text("merit") == "cong_trang" else { return }
    let movement = examination.key(examination.text("movement") ?? "Dân vận khéo")
    for (index, basis) in examination.list("bases").enumerated() {
      let title = basis["title"]?.words ?? basis["symbol"]?.words ?? basis.words
      guard let title else { continue }
      let isThematic =
        ["chuyen_de", "dot_xuat"].contains(basis["merit"]?.text)
        || examination.facts.awards.thematicBases.contains(index)
        || !movement.isEmpty && examination.key(title).contains(movement)
      if isThematic { examination.report(.kt007, at: "/bases/\(index)", .text("basis", title)) }
    }
  }
}
