/// A figure an article states (số liệu báo cáo): stored beside what the system counts, never mixed with it.
struct Claim: Sendable, Equatable {
  var locality: Locality
  /// Its path in the case: `by_block[0].models`; x and y of a ratio are two figures.
  var figure: String
  /// The measure it is compared with; nil for a bare claim that nothing here can count.
  var measure: String?
  var unit: String?
  var period: String?
  /// Members the figure is limited to, by name or code.
  var dimensions: JSONValue = .object([])
  /// Number as text, with a decimal point.
  var value: String
  /// At most fifteen words of the article.
  var excerpt: String
  /// Which measure was taken where the article leaves it open.
  var reading: String?
  /// Follows from stated figures, is not stated itself.
  var isInferred = false
}
