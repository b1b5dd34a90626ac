import DanVanKheo

/// A submission of any content, and facts of any shape: a verdict or a refusal, never a crash.
///
/// The first byte chooses the kind, or that the rest is the whole of the facts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  let kinds = SubmissionKind.allCases
  let choice = Int(first) % (kinds.count + 1)
  if choice == kinds.count {
    judge(text)
  } else if let content = JSON(ifValid: text) {
    judge(facts(kinds[choice], content))
  }
  return 0
}

private func judge(_ text: String) {
  let facts: SubmissionFacts
  do { facts = try SubmissionFacts(json: text) } catch { return }
  let verdict = validate(facts, catalogue: catalogue)
  expect(verdict.findings.count <= 200, "more findings than anybody reads")
  expect(JSON(ifValid: verdict.json.written) != nil, "a verdict that the database cannot read")
  guard let repaired = verdict.repaired else { return }
  // What was tidied is tidy.
  var again = facts
  again.content = repaired
  expect(validate(again, catalogue: catalogue).repaired == nil, "tidying is not done after one pass")
}

/// Facts without a flaw around a content.
private func facts(_ kind: SubmissionKind, _ content: JSON) -> String {
  let many = (0..<4).map {
    #"{"index":\#($0),"unit_candidates":1,"model_id":\#($0),"registered_years":[2021],"recognitions":[]}"#
  }
  let about = (0..<4).map {
    #"{"index":\#($0),"reports":[],"subjects":["Chi bộ"],"ended_on":"2020-01-01","achievements":[{"decision":"9-QĐ/HU","form":"giay_khen","level":"TINH","day":"2021-01-04","same_achievement":true}]}"#
  }
  return """
    {"id":7,"version":1,"kind":"\(kind.rawValue)","state":"submitted","filed_on":"2021-03-02","supplements_used":0,"blocked_by":[],
     "campaign":{"code":"c","rule_set":2,"from":"2021-01-01","to":"2021-12-31","fields":[{"code":"kinh_te","key":"kinh tế"}],
      "parameters":{"supplement_limit":1,"change_limit_percent":100,"recognition_threshold":80,"award_form_cap":1,"criterion_maxima":{"novelty":25},
       "registration_deadline":"2021-03-01","report_deadline":"2021-03-01","proposal_deadline":"2021-03-01"}},
     "unit":{"text":"x","candidates":[{"id":5,"name":"x","path":"x"}]},"attachments":[],"registered_years":[2020],
     "models":[\(many.joined(separator: ","))],"recipients":[\(many.joined(separator: ","))],
     "awards":{"level":{"code":"TINH","position":4},"lower_levels":[{"code":"HUYEN"}],
      "authorities":[{"level":"XA","commends":true,"recognises":true}],
      "parameters":{"base_salary":2340000,"giay_khen_tinh_individual_factor":1.5,"bang_khen_lowest_level":4},
      "models":[\(about.joined(separator: ","))],"recipients":[\(about.joined(separator: ","))]},
     "content":\(content.written)}
    """
}

/// Every rule counts.
private let catalogue: RuleCatalogue = {
  let rows = RuleCode.allCases.map { #"{"code":"\#($0.rawValue)","severity":"L","message":"{text}"}"# }
  do {
    return try RuleCatalogue(
      json:
        #"{"version":2,"rules":[\#(rows.joined(separator: ","))],"abbreviations":[{"short":"TP.","long":"thành phố","kind":"prefix"}],"words":[{"family":"family_name","word":"Nguyễn"},{"family":"generic_model_word","word":"mô"},{"family":"address_noun","word":"thôn"}]}"#
    )
  } catch { preconditionFailure("\(error)") }
}()
