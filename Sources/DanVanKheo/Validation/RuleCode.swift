/// The rules that this program implements, by the code officers see (mã quy tắc).
public enum RuleCode: String, Sendable, Hashable, CaseIterable {
  case vb001 = "VB-001"
  case vb002 = "VB-002"
  case vb003 = "VB-003"
  case vb008 = "VB-008"
  case vb011 = "VB-011"
  case dv001 = "DV-001"
  case dv002 = "DV-002"
  case dv003 = "DV-003"
  case dv004 = "DV-004"
  case dk001 = "DK-001"
  case dk002 = "DK-002"
  case dk003 = "DK-003"
  case dk004 = "DK-004"
  case dk006 = "DK-006"
  case dk008 = "DK-008"
  case dk014 = "DK-014"
  case bc002 = "BC-002"
  case bc003 = "BC-003"
  case bc004 = "BC-004"
  case bc006 = "BC-006"
  case bc007 = "BC-007"
  case cn001 = "CN-001"
  case cn004 = "CN-004"
  case cn010 = "CN-010"
}

/// How much a finding weighs (mức độ).
public enum Severity: String, Sendable, Hashable {
  /// Lỗi: blocks.
  case error = "L"
  /// Cảnh báo: a person confirms.
  case warning = "C"
  /// Gợi ý: tidied, with a trace.
  case hint = "G"
}
