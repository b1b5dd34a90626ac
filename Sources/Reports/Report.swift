import DanVanKheo
public import Postgres

/// The statistics of a unit with all below it in a period (báo cáo tổng hợp), as `stats.report` gives them.
public struct Report: Sendable {
  /// Which units figures are shown on.
  public enum Basis: String, Sendable, CaseIterable {
    /// Units as they were.
    case historical
    /// Units of today, through successor edges.
    case current
  }

  /// A counted figure or a rate.
  struct Figure: Sendable {
    let measure: String
    let name: String
    let definition: String
    let definitionVersion: Int64
    /// Which reading or variant was taken where sources leave it open.
    let reading: String?
    let value: ReportValue
    /// The same in the period of comparison; missing where there is none.
    let base: ReportValue
    let difference: ReportValue
    let changePercent: ReportValue
  }

  /// What the figures are compared with.
  struct Comparison: Sendable {
    let period: String
    let isAvailable: Bool
    /// Why there is no comparison.
    let reason: String?
  }

  /// The closing whose figures it shows (kỳ đã chốt).
  struct Closing: Sendable {
    let version: Int64
    /// When, as pages print it, in Viet Nam.
    let time: String
    let by: String
    let reason: String
    /// The unit it was closed with, where that stands above.
    let unitAbove: String?
  }

  let unitCode: String
  let unitName: String
  let unitPath: String
  let period: String
  let basis: String
  /// Last day whose rows count, ISO.
  let cutOff: String
  /// Rests on simulated data.
  let isDemo: Bool
  /// Changes that no refresh has counted yet.
  let pendingChanges: Int64
  /// Of a period that is closed.
  let closing: Closing?
  /// Rows after a day of the caller's choice do not count.
  let isAsOf: Bool
  let comparison: Comparison
  /// Old units that cannot be shared out among those of today: whether their figures are in this report, one an item.
  let undivided: [Bool]
  let figures: [Figure]
  let tables: [ReportTable]
  /// The data as PostgreSQL sent it.
  let json: String
  let words: ReportWords

  /// Reads a report.
  ///
  /// Blocks until the server has answered. Periods that are not kept up to date are counted on the spot.
  /// - Parameters:
  ///   - connection: A session of a role that may execute `stats.report`.
  ///   - unit: The unit's code, resolved on the last day of the period, by current boundaries today.
  ///   - period: `2021`, `2021-H1`, `2021-9M`, `2021-Q3` or `2018-2020`.
  ///   - basis: Which units figures are shown on.
  ///   - asOf: Rows dated after this day do not count; nil for all that was refreshed.
  /// - Returns: The report, ready to render.
  /// - Throws: `PostgresError` with SQLSTATE 22023 for an unknown or ambiguous unit (its detail lists the candidates) or an
  ///   unknown period (its hint lists the forms); `ReportError` when the data is not of the expected shape.
  public static func load(
    connection: borrowing Connection, unit: String, period: String, basis: Basis = .historical,
    asOf: CalendarDate? = nil
  ) throws -> Report {
    let rows = try connection.query(
      "select stats.report($1, $2, $3, $4)::text, stats.report_words()::text",
      [.text(unit), .text(period), .text(basis.rawValue), .date(asOf)])
    return try Report(json: rows.text(0, 0), words: ReportWords(json: rows.text(0, 1)))
  }

  /// The whole report in a format.
  /// - Parameters:
  ///   - format: The format.
  ///   - delimiter: What stands between the fields of csv, and with it the decimal mark.
  /// - Returns: Text that ends in a line end; for csv with a byte order mark and CRLF line ends.
  public func render(_ format: ReportFormat, delimiter: CSVDelimiter = .semicolon) -> String {
    switch format {
    case .text: TextReport(self).rendered
    case .csv: CSVReport(self, delimiter).rendered
    case .json: json + "\n"
    case .html: HTMLReport(self).rendered
    }
  }
}
