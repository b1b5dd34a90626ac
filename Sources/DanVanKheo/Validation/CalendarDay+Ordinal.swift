import VietnameseText

extension CalendarDay {
  /// The number of the day in the Gregorian calendar; 1 is 1 January of the year 1.
  var ordinal: Int {
    // March is the first month, so that the leap day ends its year.
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (months * 153 + 2) / 5 + day - 306
  }
}
