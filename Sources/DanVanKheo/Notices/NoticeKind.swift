/// The notices drafted so far (loại thông báo).
public enum NoticeKind: String, Sendable, CaseIterable {
  /// Request to hand in a supplement (Yêu cầu bổ sung hồ sơ).
  case supplementRequest = "N02"
  /// Notice that a submission is invalid or failed (Thông báo không hợp lệ, không đạt).
  case refusal = "N03"
  /// Notice of the result of an appraisal (Thông báo kết quả thẩm định).
  case appraisalResult = "N05"
  /// Text of a recorded commendation decision with its list (Quyết định khen thưởng).
  case decision = "N07"
  /// Notice to one commended subject (Thông báo khen thưởng).
  case toSubject = "N08"
  /// Text of a recorded decision that revoked recognitions or commendations (Quyết định, thông báo thu hồi, hủy).
  case revocation = "N11"

  /// The argument that names what a notice of this kind is about.
  public var argument: String {
    switch self {
    case .supplementRequest, .refusal: "submission_id"
    case .appraisalResult: "appraisal_id"
    case .decision: "commendation_decision_id"
    case .toSubject: "commendation_id"
    case .revocation: "document_id"
    }
  }
}
