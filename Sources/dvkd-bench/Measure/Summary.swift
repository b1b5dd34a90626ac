import Foundation

/// What a benchmark found: keys and values in the order they were set, `bench` first.
struct Summary {
  let bench: String
  private(set) var fields: [(key: String, value: Any, text: String)] = []
  /// The numbers, rounded as they are printed.
  private(set) var numbers: [String: Double] = [:]

  init(_ bench: String) { self.bench = bench }

  /// Sets a number, rounded to so many digits behind the point.
  mutating func set(_ key: String, _ value: Double, digits: Int) {
    let number = Self.json(value, digits: digits)
    numbers[key] = Self.rounded(value, digits: digits)
    put(key, number, String(describing: number))
  }

  mutating func set(_ key: String, _ value: Int) {
    numbers[key] = Double(value)
    put(key, value, String(value))
  }

  mutating func set(_ key: String, _ value: String) { put(key, value, value) }

  private mutating func put(_ key: String, _ value: Any, _ text: String) {
    if let place = fields.firstIndex(where: { $0.key == key }) {
      fields[place] = (key, value, text)
    } else {
      fields.append((key, value, text))
    }
  }

  /// One line for people.
  var text: String { "\(bench)  " + fields.map { "\($0.key) \($0.text)" }.joined(separator: "  ") }

  /// The last JSON object.
  var object: [String: Any] {
    var object: [String: Any] = ["bench": bench]
    for field in fields { object[field.key] = field.value }
    return object
  }

  static func rounded(_ value: Double, digits: Int) -> Double {
    let factor = pow(10, Double(digits))
    return (value * factor).rounded() / factor
  }

  /// A number as JSON prints it best: whole ones as integers, decimals in their shortest form; what is no number is null.
  static func json(_ value: Double, digits: Int) -> Any {
    guard value.isFinite else { return NSNull() }
    let rounded = rounded(value, digits: digits)
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return Int(rounded) }
    return NSDecimalNumber(string: String(format: "%.\(digits)f", rounded))
  }
}
