/// A dash or slash with its blanks.
struct SymbolJoint {
  let isDash: Bool
  let hasBlankBefore: Bool
  let hasBlankAfter: Bool
  /// Where the next segment begins.
  let next: Int
  /// No blank stands beside it.
  var isTight: Bool { !hasBlankBefore && !hasBlankAfter }
}
