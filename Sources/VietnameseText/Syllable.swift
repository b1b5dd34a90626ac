/// A written Vietnamese syllable: onset, rhyme and tone (âm tiết).
///
/// Only what the orthography admits is one: `Đắk`, `Ksor` and `café` are none.
struct Syllable {
  /// No syllable has more letters: `nghiêng`.
  static let longest = 7

  /// The letters without their tones.
  private var bases = SIMD8<UInt16>()
  private var isUpper = SIMD8<UInt16>()
  private let count: Int
  /// Where the rhyme starts: behind `qu` and `gi` where they are the onset.
  private let rhyme: Int
  /// 0...5, see `VietnameseLetter.tone`.
  let tone: Int
  /// The letter that carries the tone mark; nil without one.
  private let toned: Int?

  /// Takes a word apart; nil if it is no syllable, or has two tone marks.
  ///
  /// The mark itself may stand on the wrong letter.
  /// - Parameters:
  ///   - scalars: Precomposed scalars.
  ///   - range: The word in them.
  init?(_ scalars: [UInt32], _ range: Range<Int>) {
    guard (1...Self.longest).contains(range.count) else { return nil }
    var tone = 0
    var toned: Int?
    for (at, index) in range.enumerated() {
      guard let letter = VietnameseLetter(scalars[index]) else { return nil }
      bases[at] = letter.base
      isUpper[at] = letter.isUpper ? 1 : 0
      if letter.tone > 0 {
        if toned != nil { return nil }
        tone = letter.tone
        toned = at
      }
    }
    count = range.count
    self.tone = tone
    self.toned = toned
    guard let rhyme = Self.rhyme(in: bases, count) else { return nil }
    self.rhyme = rhyme
  }

  /// Where the mark may stand; `hòa` and `hoà` are both right.
  private var places: ClosedRange<Int> {
    var vowels = 0
    var marked: Int?
    while rhyme + vowels < count, isVowel(bases[rhyme + vowels]) {
      if bases[rhyme + vowels] > 0x7F { marked = vowels }
      vowels += 1
    }
    // A vowel with a mark of its own carries the tone: ê in iên, ơ in ương.
    if let marked { return rhyme + marked...rhyme + marked }
    switch vowels {
    case 2 where rhyme + 2 < count: return rhyme + 1...rhyme + 1
    case 2: return isOpenPair ? rhyme...rhyme + 1 : rhyme...rhyme
    case 3...: return rhyme + 1...rhyme + 1
    default: return rhyme...rhyme
    }
  }

  /// oa, oe, uy and nothing behind them.
  private var isOpenPair: Bool {
    guard count == rhyme + 2 else { return false }
    let (first, second) = (bases[rhyme], bases[rhyme + 1])
    return first == 0x6F && (second == 0x61 || second == 0x65) || first == 0x75 && second == 0x79
  }

  /// True if the tone mark stands where it may.
  var isWellWritten: Bool { toned.map(places.contains) ?? true }

  /// True if a reader would take it for a word: well written, and a rhyme on c, ch, p, t has sắc or nặng.
  var isPlausible: Bool {
    let last = bases[count - 1]
    let isStopped =
      last == 0x63 || last == 0x70 || last == 0x74
      || last == 0x68 && count > rhyme + 1 && bases[count - 2] == 0x63
    return isWellWritten && (!isStopped || tone >= 4)
  }

  /// The syllable with its mark on the right letter.
  var repaired: [UInt32] {
    let place = places.lowerBound
    return (0..<count).map {
      VietnameseLetter.scalar(bases[$0], tone: $0 == place ? tone : 0, isUpper: isUpper[$0] == 1)
    }
  }

  /// The way the mark of a final open oa, oe, uy is placed; nil for every other syllable.
  var style: ToneStyle? {
    guard let toned, isOpenPair, rhyme == 0 || bases[rhyme - 1] != 0x71 else { return nil }
    return toned == rhyme ? .new : toned == rhyme + 1 ? .old : nil
  }

  /// Where the rhyme starts; nil if the letters are no syllable.
  private static func rhyme(in bases: SIMD8<UInt16>, _ count: Int) -> Int? {
    var onset = 0
    while onset < count, !isVowel(bases[onset]) { onset += 1 }
    guard onset <= 3, onset < count else { return nil }
    if onset == 1, bases[0] == 0x71 {
      return bases[1] == 0x75 && rhymes.contains(packed(bases, 2, count)) ? 2 : nil
    }
    if onset == 1, bases[0] == 0x67, bases[1] == 0x69, rhymes.contains(packed(bases, 2, count)) { return 2 }
    guard onsets.contains(packed(bases, 0, onset)), rhymes.contains(packed(bases, onset, count)) else { return nil }
    return onset
  }

  private static func packed(_ bases: SIMD8<UInt16>, _ from: Int, _ to: Int) -> UInt64 {
    guard to - from <= 4 else { return .max }
    var key: UInt64 = 0
    for at in from..<to { key = key << 9 | UInt64(bases[at]) }
    return key
  }

  private static func packed(_ word: Substring) -> UInt64 {
    word.unicodeScalars.reduce(0) { $0 << 9 | UInt64($1.value) }
  }

  private static let onsets = Set(
    "b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x".split(separator: " ").map(packed) + [0])

  private static let rhymes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et \
    ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang \
    oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ \
    ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych \
    uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt yp
    """.split(separator: " ").map(packed))
}

private func isVowel(_ base: UInt16) -> Bool {
  switch base {
  case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x103, 0xE2, 0xEA, 0xF4, 0x1A1, 0x1B0: true
  default: false
  }
}
