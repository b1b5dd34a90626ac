import DanVanKheo
import VietnameseText

/// A paper of any lines: findings, never a crash.
///
/// The first byte chooses the system; each line goes to the part of the paper that its first byte names.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  var facts = DocumentFacts()
  facts.system = [DocumentSystem.state, .party, .front, nil][Int(first) % 4]
  for line in bytes.dropFirst().split(separator: 10) {
    let text = String(decoding: line.dropFirst(), as: UTF8.self)
    switch line[line.startIndex] % 9 {
    case 0: facts.number = text
    case 1: facts.placeDate = text
    case 2: facts.subject = text
    case 3: facts.bases.append(text)
    case 4: facts.body.append(text)
    case 5: facts.signature.append(text)
    case 6: facts.recipients.append(text)
    case 7: facts.list.append(.init(kind: "collective", name: text))
    default: facts.header.append(text)
    }
  }
  if facts.list.count > 1 { facts.approved = Array(facts.list.dropFirst()) }
  if let today = CalendarDay(year: 2026, month: 9, day: 1) {
    let findings = documentFindings(facts, catalogue: catalogue, today: today)
    expect(findings.count <= 200, "more findings than anybody reads")
  }
  return 0
}

private let catalogue: RuleCatalogue = {
  let rows = RuleCode.allCases.map {
    #"{"code":"\#($0.rawValue)","severity":"L","message":"{text}","valid_from":"2025-07-01"}"#
  }
  do {
    return try RuleCatalogue(
      json:
        #"{"version":2,"rules":[\#(rows.joined(separator: ","))],"words":[{"family":"district_body","word":"huyện ủy"}]}"#
    )
  } catch { preconditionFailure("\(error)") }
}()
