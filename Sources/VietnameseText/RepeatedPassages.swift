/// Finds what a text says twice word for word: whole paragraphs, and sentences within paragraphs (đoạn văn lặp lại).
///
/// Linear. Spaces and punctuation do not count. Paragraphs of fewer than 30 letters and sentences of fewer than 60 may
/// come again; sentences that follow one another make one passage.
/// - Parameters:
///   - scalars: The scalars of the text.
///   - paragraphs: Its paragraphs, as `paragraphRanges` gives them.
/// - Returns: The later copies, in order.
public func repeatedPassages(in scalars: [UInt32], paragraphs: [Range<Int>]) -> [Range<Int>] {
  var seen: Set<UInt64> = []
  var found: [Range<Int>] = []
  for paragraph in paragraphs {
    let whole = Fingerprint(scalars, paragraph)
    if whole.letters >= 30, !seen.insert(whole.hash).inserted {
      found.append(paragraph)
      continue
    }
    if whole.letters < 60 { continue }
    let sentences = sentenceRanges(in: scalars, paragraph: paragraph)
    var follows = false
    for sentence in sentences {
      let own = sentences.count == 1 ? whole : Fingerprint(scalars, sentence)
      // The paragraph itself was noted just now.
      let isRepeated = own.letters >= 60 && (own.hash != whole.hash) && !seen.insert(own.hash).inserted
      if isRepeated, follows, let last = found.popLast() {
        found.append(last.lowerBound..<sentence.upperBound)
      } else if isRepeated {
        found.append(sentence)
      }
      follows = isRepeated
    }
  }
  return found
}

/// A hash of the letters and digits of a passage.
private struct Fingerprint {
  var hash: UInt64 = 14_695_981_039_346_656_037
  var letters = 0

  init(_ scalars: [UInt32], _ range: Range<Int>) {
    for at in range {
      let value = scalars[at]
      guard isLetter(value) || (0x30...0x39).contains(value) else { continue }
      hash = (hash ^ UInt64(value)) &* 1_099_511_628_211
      letters += 1
    }
  }
}
