/// A paragraph of a copied article and what it is (khối văn bản).
public struct TextBlock: Sendable, Hashable {
  /// What a block is.
  public enum Kind: Sendable, Hashable {
    /// The article's own text, rubbish in it or not.
    case article
    /// Nothing but rubbish of the portal.
    case leftover
    /// News about something else: a list behind `Các tin khác`, a link to the next article.
    case related
  }

  /// Where it stands: offsets of scalars, half-open.
  public let range: Range<Int>
  /// What it is.
  public let kind: Kind
  /// From the first to the last portal phrase in it; nil if it has none.
  public let leftover: Range<Int>?
}

/// Cuts a copied article into blocks and tells its own text from what the portal put around it.
///
/// Linear. Figures of a related-news tail are not the article's: read only its `articleBody`.
/// - Parameters:
///   - scalars: Precomposed scalars of the text.
///   - paragraphs: Its paragraphs, as `paragraphRanges` gives them.
///   - boilerplate: The portals' phrases.
/// - Returns: One block a paragraph, in order.
public func textBlocks(
  of scalars: [UInt32], paragraphs: [Range<Int>], boilerplate: Boilerplate
) -> [TextBlock] {
  var isTail = false
  return paragraphs.map { paragraph in
    let match = BoilerplateMatch(scalars, paragraph, boilerplate)
    isTail = isTail || match.kind == .related
    let kind: TextBlock.Kind =
      isTail || match.kind == .neighbour ? .related : match.coversLine ? .leftover : .article
    return TextBlock(range: paragraph, kind: kind, leftover: match.range)
  }
}

/// The paragraphs of a copied article that are its own text (thân bài).
///
/// - Parameters:
///   - scalars: Precomposed scalars of the text.
///   - boilerplate: The portals' phrases.
/// - Returns: Half-open ranges of offsets, in order; figures outside them are no claims of the article.
public func articleBody(of scalars: [UInt32], boilerplate: Boilerplate) -> [Range<Int>] {
  textBlocks(of: scalars, paragraphs: paragraphRanges(in: scalars), boilerplate: boilerplate)
    .filter { $0.kind == .article }.map(\.range)
}

/// The portal phrases of one paragraph.
private struct BoilerplateMatch {
  private(set) var range: Range<Int>?
  /// The weightiest kind found.
  private(set) var kind: Boilerplate.Kind?
  /// Nothing else stands in the paragraph.
  private(set) var coversLine = false

  init(_ scalars: [UInt32], _ paragraph: Range<Int>, _ boilerplate: Boilerplate) {
    let words = BoilerplateWords(scalars, paragraph)
    var at = 0
    // Phrases that need the whole line wait until it is known to hold nothing else.
    var covered = 0
    var waiting: [(words: Range<Int>, kind: Boilerplate.Kind)] = []
    while at < words.hashes.count {
      let phrase = boilerplate.phrases(from: words.hashes[at]).first { phrase in
        (phrase.place == .anywhere || covered == at) && words.hashes[at...].starts(with: phrase.words)
      }
      guard let phrase else {
        at += 1
        continue
      }
      let end = at + phrase.words.count
      if phrase.place == .line {
        waiting.append((at..<end, phrase.kind))
      } else {
        note(words.ranges[at].lowerBound..<words.ranges[end - 1].upperBound, phrase.kind)
      }
      if covered == at { covered = end }
      at = end
    }
    coversLine = covered == words.hashes.count && covered > 0
    if coversLine {
      for (found, kind) in waiting {
        note(words.ranges[found.lowerBound].lowerBound..<words.ranges[found.upperBound - 1].upperBound, kind)
      }
    }
  }

  private mutating func note(_ found: Range<Int>, _ weight: Boilerplate.Kind) {
    range = range.map { min($0.lowerBound, found.lowerBound)..<max($0.upperBound, found.upperBound) } ?? found
    if kind == nil || weight == .related || weight == .neighbour && kind == .leftover { kind = weight }
  }
}
