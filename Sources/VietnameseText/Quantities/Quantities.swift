/// Finds the quantities of a text: counts, measures, shares, amounts, dates, spans of time and time limits.
///
/// Linear in the length of the text. Numbers inside names, slogans, document symbols and telephone numbers are none.
/// - Parameter text: Any text; in any normal form.
/// - Returns: The quantities in the order of the text; they do not overlap.
public func quantities(in text: String) -> [Quantity] { [] }
