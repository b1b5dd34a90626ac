/// What a submission is (loại hồ sơ).
public enum SubmissionKind: String, Sendable, Hashable, CaseIterable {
  /// Đăng ký mô hình.
  case registration
  /// Báo cáo kết quả.
  case report
  /// Biên bản kiểm tra.
  case inspectionRecord = "inspection_record"
  /// Đề nghị công nhận.
  case recognitionProposal = "recognition_proposal"
  /// Quyết định công nhận.
  case recognitionDecision = "recognition_decision"
  /// Đề nghị khen thưởng.
  case commendationProposal = "commendation_proposal"
  /// Quyết định khen thưởng.
  case commendationDecision = "commendation_decision"

  /// True for a proposal or decision on recognition.
  var isRecognition: Bool { self == .recognitionProposal || self == .recognitionDecision }
  /// True for a proposal or decision on commendation.
  var isCommendation: Bool { self == .commendationProposal || self == .commendationDecision }
  /// True for an act that people issued.
  var isDecision: Bool { self == .recognitionDecision || self == .commendationDecision }
}
