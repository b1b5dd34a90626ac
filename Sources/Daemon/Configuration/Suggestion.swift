/// The known name somebody may have meant.
enum Suggestion {
  /// Finds the nearest of `names`, if it is near enough: one edit for every three characters, at least two.
  ///
  /// A name whose last part is right counts as near, so a key in the wrong section is found as well.
  static func nearest(to name: String, among names: [String]) -> String? {
    let limit = max(2, name.count / 3)
    let ranked = names.map { (name: $0, distance: editDistance(name, $0)) }.min { $0.distance < $1.distance }
    if let ranked, ranked.distance <= limit { return ranked.name }
    let last = name.split(separator: ".").last
    return names.first { $0.split(separator: ".").last == last }
  }

  /// Insertions, deletions and replacements of a character that turn one word into the other.
  static func editDistance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
