/// Makes titles of models as they are written: from templates, with places, typing errors and swapped words.
struct TitleFactory {
  /// One title and where its model is.
  struct Title {
    var name: String
    /// A number of the commune.
    var commune: Int
    /// “thôn Bản Bung, xã Dương Quang”.
    var place: String
  }

  private var draw: SeededDraw
  private let templates: [String]
  /// For each title that is made from a template, which one; shuffled.
  private var order: [Int] = []
  private let communes: [String]
  /// Of a hundred titles so many come once.
  private static let rareShare = 10

  /// Plans so many titles, each template at least so often; one template in fifty comes five times as often.
  init(count: Int, least: Int, seed: UInt64) {
    draw = SeededDraw(seed: seed)
    var combined: [String] = []
    for object in TitleWords.objects {
      for action in TitleWords.actions {
        for purpose in TitleWords.purposes where !action.isEmpty || !purpose.isEmpty {
          combined.append([action, object, purpose].filter { !$0.isEmpty }.joined(separator: " "))
        }
      }
    }
    for index in combined.indices { combined.swapAt(index, index + draw.below(combined.count - index)) }
    let wanted = count - count * Self.rareShare / 100
    var used = 0
    while order.count < wanted, used < combined.count {
      let size = used % 50 == 49 ? least * 5 : least + draw.below(least / 2 + 1)
      // What is left over goes to the last, so that none falls short.
      let rest = wanted - order.count - size
      order.append(contentsOf: repeatElement(used, count: rest < least ? size + rest : size))
      used += 1
    }
    templates = Array(combined[..<used])
    for index in order.indices { order.swapAt(index, index + draw.below(order.count - index)) }
    var names: [String] = []
    for _ in 0..<10_000 { names.append(draw.pick(TitleWords.nameWords) + " " + draw.pick(TitleWords.nameWords)) }
    communes = names
  }

  /// How many templates are used.
  var templateCount: Int { templates.count }

  /// How often the rarest template is used.
  var rarestTemplate: Int { Dictionary(order.map { ($0, 1) }, uniquingKeysWith: +).values.min() ?? 0 }

  /// The next title.
  mutating func next() -> Title {
    let commune = draw.below(communes.count)
    let communeName = (commune % 7 == 0 ? "phường " : "xã ") + communes[commune]
    let hamlet = draw.pick(TitleWords.hamletNouns) + " " + hamletName()
    var words = core()
    if draw.percent(8) { words = mistyped(words) }
    if draw.percent(5), words.count > 3 {
      let index = draw.below(words.count - 1)
      words.swapAt(index, index + 1)
    }
    if draw.percent(4), words.count > 5 { words.remove(at: draw.below(words.count)) }
    if draw.percent(4) {
      words.insert(draw.pick(["tốt", "khéo", "mới", "cùng", "tích cực", "hiệu quả"]), at: draw.below(words.count))
    }
    var name = words.joined(separator: " ")
    if draw.percent(15) { name = "mô hình " + name }
    name = name.prefix(1).uppercased() + name.dropFirst()
    switch draw.below(100) {
    case ..<15: break
    case ..<45: name += " tại \(hamlet)"
    case ..<75: name += " \(hamlet), \(communeName)"
    case ..<90: name += " - \(communeName)"
    default: name += " trên địa bàn \(communeName)"
    }
    return Title(name: name, commune: commune, place: "\(hamlet), \(communeName)")
  }

  private mutating func hamletName() -> String {
    draw.percent(30)
      ? String(draw.below(12) + 1) : draw.pick(TitleWords.nameWords) + " " + draw.pick(TitleWords.nameWords)
  }

  private mutating func core() -> [String] {
    if !draw.percent(Self.rareShare) {
      // Once all are used as often as planned, any may come again.
      return templates[order.popLast() ?? draw.below(templates.count)].split(separator: " ").map(String.init)
    }
    return (0..<(3 + draw.below(5))).flatMap { _ in
      draw.pick(TitleWords.rareWords).split(separator: " ").map(String.init)
    }
  }

  /// One word with a letter left out, doubled, or without its mark.
  private mutating func mistyped(_ words: [String]) -> [String] {
    var words = words
    let index = draw.below(words.count)
    var letters = Array(words[index])
    let letter = draw.below(letters.count)
    switch draw.below(3) {
    case 0 where letters.count > 2: letters.remove(at: letter)
    case 1: letters.insert(letters[letter], at: letter)
    default: letters[letter] = Self.plain[letters[letter]] ?? "x"
    }
    words[index] = String(letters)
    return words
  }

  private static let plain: [Character: Character] = [
    "ậ": "a", "â": "a", "ă": "a", "á": "a", "à": "a", "ế": "e", "ê": "e", "ồ": "o", "ô": "o", "ơ": "o", "ự": "u",
    "ư": "u",
    "ộ": "o", "ó": "o", "ì": "i", "í": "i", "ị": "i", "ệ": "e", "ề": "e", "ạ": "a", "ấ": "a", "đ": "d", "ữ": "u",
  ]
}
