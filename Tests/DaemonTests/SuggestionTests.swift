import Testing

@testable import Daemon

@Suite("A suggestion")
struct SuggestionTests {
  @Test(
    "counts edits",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "ab", 2), ("lanes", "lanes", 0), ("lane", "lanes", 1), ("kitten", "sitting", 3),
    ])
  func distance(left: String, right: String, edits: Int) {
    #expect(Suggestion.editDistance(left, right) == edits)
    #expect(Suggestion.editDistance(right, left) == edits)
  }

  @Test("is none when nothing is near")
  func none() {
    #expect(Suggestion.nearest(to: "zzzzzz", among: ["queue.poll_interval_ms", "log.level"]) == nil)
  }
}
