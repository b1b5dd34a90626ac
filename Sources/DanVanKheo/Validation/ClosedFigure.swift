import VietnameseText

/// A figure of an earlier period that is closed (số đã chốt), which a report may compare itself with.
public struct ClosedFigure: Sendable {
  /// Comparison key of the indicator's name.
  public var key: String
  /// The period it belongs to.
  public var period: String
  var value: DecimalNumber

  init?(_ json: JSON) {
    guard let key = json["key"]?.text, let value = FigureReading(json["value"]).number else { return nil }
    self.key = key
    self.value = value
    period = json["period"]?.text ?? ""
  }
}
