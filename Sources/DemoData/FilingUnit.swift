/// A unit that files dossiers, with the words its texts need.
struct FilingUnit: Sendable, Equatable {
  /// As a form gives it: a code, or a name with its path.
  var text: String
  /// As a sentence names it: “xã Tòng Đậu”.
  var short: String
  /// The district it lies in; nil for a district itself and for party units.
  var district: String?
}
