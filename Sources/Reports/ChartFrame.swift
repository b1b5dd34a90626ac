/// The figure around a chart: title and description for those who cannot see it.
struct ChartFrame {
  let code: String
  let title: String
  let alternative: String
  /// In the chart's own units, 360 of which are its width.
  let height: Int

  static let width = 360

  func write(_ page: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void) {
    let names = (title: "chart-\(code)-title", description: "chart-\(code)-description")
    page.element("figure") { page in
      page.element(
        "svg",
        [
          "viewBox": "0 0 \(Self.width) \(height)", "role": "img",
          "aria-labelledby": names.title, "aria-describedby": names.description,
        ]
      ) { page in
        page.element("title", ["id": names.title], title)
        page.element("desc", ["id": names.description], alternative)
        body(&page)
      }
    }
  }
}
