/// Numbers as Vietnamese documents print them: thousands “.”, decimal “,”, counts below ten with a leading zero.
public enum FigureFormat {
  /// A count for tables and data: `4.648`, `8`.
  public static func count(_ value: Int64) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { grouped.append(".") }
      grouped.append(digit)
    }
    return (value < 0 ? "−" : "") + grouped
  }

  /// A count in the running text of a document: `08`, `15`, `4.648`; zero stays `0`.
  public static func padded(_ value: Int64) -> String {
    (1...9).contains(value) ? "0\(value)" : count(value)
  }

  /// A share with one decimal, rounded half up: `63,8`; nil when the whole is zero.
  ///
  /// Shares are printed as computed: their sum may be 100,1.
  public static func percent(_ part: Int64, of whole: Int64) -> String? {
    guard whole > 0, part >= 0, part < Int64.max / 2000 else { return nil }
    let tenths = (part * 2000 + whole) / (whole * 2)
    return "\(count(tenths / 10)),\(tenths % 10)"
  }
}
