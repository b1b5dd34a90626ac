import VietnameseText

/// A day of the week (thứ).
enum Weekday: Int {
  case sunday
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday

  /// What officers call it.
  var vietnamese: String {
    switch self {
    case .sunday: "Chủ nhật"
    case .monday: "thứ Hai"
    case .tuesday: "thứ Ba"
    case .wednesday: "thứ Tư"
    case .thursday: "thứ Năm"
    case .friday: "thứ Sáu"
    case .saturday: "thứ Bảy"
    }
  }
}

extension CalendarDay {
  /// Its day of the week, by Zeller's congruence for the Gregorian calendar.
  var weekday: Weekday {
    let shifted = month < 3 ? month + 12 : month
    let year = month < 3 ? year - 1 : year
    let century = year / 100
    let rest = year % 100
    // 0 is a Saturday.
    let sum = day + 13 * (shifted + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century
    return Weekday(rawValue: (sum + 6) % 7) ?? .sunday
  }
}
