/// What becomes of a submission (kết luận kiểm tra).
public struct Verdict: Sendable {
  /// The state that follows.
  public enum State: String, Sendable, Hashable {
    /// Hợp lệ.
    case valid
    /// Cần bổ sung.
    case needsSupplement = "needs_supplement"
    /// Không hợp lệ.
    case invalid
  }

  /// The submission.
  public var id: Int64
  /// The version judged.
  public var version: Int
  /// The version of the rule book it was judged by.
  public var ruleSet: Int
  /// The state that follows; only findings of severity L decide it.
  public var state: State
  /// The unit that files, if exactly one unit is meant.
  public var unitID: Int64?
  /// What was found, in the order of the rules and of the content.
  public var findings: [Finding]
  /// The content tidied (NFC, spaces, days as ISO), if that changed anything; canonical rows are made from it.
  public var repaired: JSON?
  /// The figures that a valid report states; never counted.
  public var claims: [Claim] = []

  /// The verdict as `registry.validation_apply` takes it.
  public var json: JSON {
    var members = [
      JSON.Member("id", .number(String(id))), JSON.Member("version", .number(String(version))),
      JSON.Member("rule_set", .number(String(ruleSet))), JSON.Member("state", .string(state.rawValue)),
    ]
    if let unitID { members.append(JSON.Member("unit_id", .number(String(unitID)))) }
    members.append(JSON.Member("findings", .array(findings.map(\.json))))
    if !claims.isEmpty { members.append(JSON.Member("claims", .array(claims.map(\.json)))) }
    if let repaired { members.append(JSON.Member("repaired", repaired)) }
    return .object(members)
  }
}

extension Finding {
  /// The finding as `registry.validation_apply` takes it.
  var json: JSON {
    .object([
      JSON.Member("code", .string(code.rawValue)), JSON.Member("severity", .string(severity.rawValue)),
      JSON.Member("path", .string(path)), JSON.Member("message", .string(message)), JSON.Member("data", data),
    ])
  }
}
