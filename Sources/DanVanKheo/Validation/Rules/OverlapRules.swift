/// DK-007, DK-009 and DK-013: what is registered as new is not there already.
///
/// One candidate, one finding. A new title over a copied content of the same unit or place hides nothing. What is maintained is the same model in another year, and what is replicated from a named
/// source is the same on purpose: neither overlaps.
struct OverlapRules: Rule {
  static let codes: [RuleCode] = [.dk007, .dk009, .dk013]

  static func examine(_ examination: inout Examination) {
    let facts = examination.facts
    let dictionary = examination.catalogue.abbreviations
    guard facts.kind == .registration, !facts.overlap.isEmpty, examination.text("type") != "maintained",
      let subject = examination.overlapSubject
    else { return }
    let isReplicated = examination.text("type") == "replicated" && facts.sourceModel?.isFound == true
    if isReplicated { return }
    var rest: [(candidate: OverlapCandidate, score: OverlapScore)] = facts.overlap.compactMap { candidate in
      OverlapScore(subject, candidate, dictionary: dictionary).map { (candidate, $0) }
    }
    // The most alike first; of equal ones the older.
    rest.sort { ($1.score.percent, $0.candidate.modelID) < ($0.score.percent, $1.candidate.modelID) }
    reportOld(&rest, &examination)
    reportCell(&rest, subject, &examination)
    if let (candidate, score) = rest.first(where: \.score.isOverlap) {
      examination.report(
        .dk007, at: "/model/name", .text("code", candidate.code), .text("name", candidate.name),
        .text("owner", candidate.owner), .count("percent", score.percent))
    }
  }

  private typealias Rest = [(candidate: OverlapCandidate, score: OverlapScore)]

  /// DK-009: called new, and the unit has one like it since an earlier year.
  private static func reportOld(_ rest: inout Rest, _ examination: inout Examination) {
    guard examination.text("type") == "new", let year = examination.year else { return }
    func isOld(_ pair: Rest.Element) -> Bool {
      pair.score.isSameUnit && pair.score.isOneThing && pair.candidate.firstYear < year
    }
    guard let first = rest.filter(isOld).min(by: { $0.candidate.firstYear < $1.candidate.firstYear }) else { return }
    examination.report(
      .dk009, at: "/type", .id("year", Int64(first.candidate.firstYear)), .text("code", first.candidate.code),
      .text("name", first.candidate.name))
    rest.removeAll(where: isOld)
  }

  /// DK-013: a cell of a residential area registers what the Front or a mass organisation leads there.
  private static func reportCell(_ rest: inout Rest, _ subject: OverlapSubject, _ examination: inout Examination) {
    guard Leader(key: subject.ownerKey ?? subject.unitKey) == .residentialCell else { return }
    func isTheirs(_ pair: Rest.Element) -> Bool {
      pair.score.isOneThing && pair.score.place == .same
        && Leader(key: examination.key(pair.candidate.owner)) == .front
    }
    guard let (candidate, _) = rest.first(where: isTheirs) else { return }
    examination.report(
      .dk013, at: "/model/name", .text("code", candidate.code), .text("name", candidate.name),
      .text("owner", candidate.owner))
    rest.removeAll(where: isTheirs)
  }
}
