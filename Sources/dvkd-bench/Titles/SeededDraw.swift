/// Random numbers whose sequence follows from a seed, so that every run measures the same titles (xorshift64*, Vigna 2016).
struct SeededDraw {
  private var state: UInt64

  init(seed: UInt64) { state = seed | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// True in so many of a hundred cases.
  mutating func percent(_ share: Int) -> Bool { below(100) < share }
}
