/// The notices drafted so far (loại thông báo).
public enum NoticeKind: String, Sendable, CaseIterable {
  /// Request to hand in a supplement (Yêu cầu bổ sung hồ sơ).
  case supplementRequest = "N02"
  /// Text of a recorded commendation decision with its list (Quyết định khen thưởng).
  case decision = "N07"
  /// Notice to one commended subject (Thông báo khen thưởng).
  case toSubject = "N08"
}
