/// Who leads a model, as far as overlap between the organisations of one place goes.
enum Leader: Sendable {
  /// A Party cell of a hamlet or residential area (chi bộ khu dân cư).
  case residentialCell
  /// The Fatherland Front or a mass organisation (Mặt trận, đoàn thể).
  case front
  case other

  /// Words behind “chi bộ” that make it an agency's.
  private static let agencies: Set<String> = [
    "cơ", "công", "quân", "trường", "trạm", "phòng", "ban", "sở", "văn", "doanh", "bệnh", "hợp", "toà", "viện", "uỷ",
    "quỹ",
    "ngân", "bưu", "chi", "trung", "hải", "kiểm", "thuế", "kho", "đồn", "đội", "mầm", "tiểu",
  ]
  private static let fronts = [
    "mặt trận", "uỷ ban mặt trận", "ban công tác mặt trận", "hội ", "chi hội", "phân hội", "đoàn thanh niên",
    "chi đoàn",
    "đoàn thể", "đoàn xã", "đoàn phường", "công đoàn", "liên đoàn", "tổ phụ nữ", "câu lạc bộ phụ nữ",
  ]

  /// Tells by the comparison key of the leader's name.
  init(key: String) {
    if key.hasPrefix("chi bộ ") {
      let next = key.split(separator: " ").dropFirst(2).first.map(String.init) ?? ""
      self = Self.agencies.contains(next) ? .other : .residentialCell
    } else if !key.hasPrefix("hội đồng"), Self.fronts.contains(where: { key.hasPrefix($0) }) {
      self = .front
    } else {
      self = .other
    }
  }
}
