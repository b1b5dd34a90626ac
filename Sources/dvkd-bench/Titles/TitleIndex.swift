import DanVanKheo

/// All titles in memory, to find by comparing with each what a search should find.
struct TitleIndex {
  /// The trigrams of all titles one after the other, as small numbers.
  private var trigrams: [UInt16] = []
  private var ends: [Int] = []
  private var numbers: [UInt64: UInt16] = [:]

  mutating func append(_ title: Trigrams) throws {
    for code in title.codes {
      if numbers[code] == nil {
        guard numbers.count < Int(UInt16.max) else { throw BenchError("the titles have too many different trigrams") }
        numbers[code] = UInt16(numbers.count)
      }
      trigrams.append(numbers[code] ?? 0)
    }
    ends.append(trigrams.count)
  }

  var count: Int { ends.count }

  /// The places, from 0, of all titles whose trigram similarity is at least so much.
  func similar(to title: Trigrams, atLeast least: Double) -> [Int] {
    var isIn = [Bool](repeating: false, count: numbers.count)
    for code in title.codes { if let number = numbers[code] { isIn[Int(number)] = true } }
    var found: [Int] = []
    var start = 0
    for (place, end) in ends.enumerated() {
      var shared = 0
      for number in trigrams[start..<end] where isIn[Int(number)] { shared += 1 }
      if Double(shared) >= least * Double(title.count + end - start - shared) { found.append(place) }
      start = end
    }
    return found
  }
}
