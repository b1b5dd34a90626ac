/// What is known of one attachment (tệp kèm theo): metadata only, the bytes stay with the portal.
public struct AttachmentFacts: Sendable {
  /// The file's name.
  public var name: String
  /// What it is, as the portal says: `confirmation`, `photo`, `minutes`, `list`, …; nil if it does not say.
  public var kind: String?

  init?(_ json: JSON) {
    guard let name = json["name"]?.text else { return nil }
    self.name = name
    kind = json["kind"]?.text
  }

  /// True for the confirmation of the committee or the head of the unit (xác nhận của cấp ủy, thủ trưởng đơn vị).
  ///
  /// A portal that names no kinds is read by the file's name: `Giấy xác nhận.pdf`, `giay_xac_nhan.pdf`.
  var isConfirmation: Bool {
    if let kind { return kind == "confirmation" }
    let letters = name.lowercased().map { $0.isLetter ? $0 : " " }
    let words = " " + String(letters).split(separator: " ").joined(separator: " ") + " "
    return words.contains(" xác nhận ") || words.contains(" xac nhan ")
  }

  /// True for minutes (biên bản); a portal that names no kinds is read by the file's name.
  var isMinutes: Bool {
    if let kind { return kind == "minutes" }
    return " \(plainWords(name)) ".contains(" bien ban ")
  }
}
