/// A report in front of this one, of the same unit about the same model (báo cáo đã có).
public struct OtherReport: Sendable {
  /// The submission it came with.
  public var id: Int64
  /// Its period.
  public var period: String

  init?(_ json: JSON) {
    guard let id = json["id"]?.int else { return nil }
    self.id = Int64(id)
    period = json["period"]?.text ?? json["year"]?.int.map { String($0) } ?? ""
  }
}
