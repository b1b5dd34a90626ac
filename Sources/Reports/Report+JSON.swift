import DanVanKheo

extension Report {
  /// Reads the data of `stats.report`.
  init(json text: String, words: ReportWords) throws(ReportError) {
    guard let root = JSON(ifValid: text) else { throw .unexpectedShape(path: "") }
    json = text
    self.words = words
    unitCode = try root.string("unit", "code")
    unitName = root["unit"]?["name"]?.text ?? unitCode
    unitPath = root["unit"]?["path"]?.text ?? ""
    period = try root.string("period")
    basis = try root.string("basis")
    cutOff = try root.string("cut_off")
    isDemo = root["demo"]?.bool ?? false
    pendingChanges = root["pending_changes"]?.int64 ?? 0
    closing = try Closing(root["closed"], unitCode: unitCode)
    isAsOf = root["as_of"]?.text != nil
    undivided = root["undivided"]?.elements?.map { $0["counted"]?.bool ?? false } ?? []
    comparison = Comparison(
      period: try root.string("comparison", "period"), isAvailable: root["comparison"]?["available"]?.bool ?? false,
      reason: root["comparison"]?["reason"]?.text)
    figures = try Self.list(root, "figures").enumerated().map { index, item throws(ReportError) in
      try Figure(item, path: "figures[\(index)]")
    }
    tables = try Self.list(root, "tables").enumerated().map { index, item throws(ReportError) in
      try ReportTable(item, path: "tables[\(index)]")
    }
  }

  private static func list(_ root: JSON, _ name: String) throws(ReportError) -> [JSON] {
    guard let elements = root[name]?.elements else { throw .unexpectedShape(path: name) }
    return elements
  }
}

extension Report.Closing {
  /// Nil for null.
  fileprivate init?(_ item: JSON?, unitCode: String) throws(ReportError) {
    guard let item, case .object = item else { return nil }
    guard let version = item["version"]?.int64, let time = item["time"]?.text, let by = item["by"]?.text,
      let reason = item["reason"]?.text
    else { throw .unexpectedShape(path: "closed") }
    self.version = version
    self.time = time
    self.by = by
    self.reason = reason
    unitAbove = item["unit"]?["code"]?.text == unitCode ? nil : item["unit"]?["name"]?.text
  }
}

extension Report.Figure {
  fileprivate init(_ item: JSON, path: String) throws(ReportError) {
    guard let measure = item["measure"]?.text, let name = item["name"]?.text,
      let definition = item["definition"]?.text, let version = item["definition_version"]?.int64
    else { throw .unexpectedShape(path: path) }
    self.measure = measure
    self.name = name
    self.definition = definition
    definitionVersion = version
    reading = item["reading"]?.text
    value = ReportValue(part: item["part"], whole: item["whole"], count: item["value"])
    base = ReportValue(part: item["base_part"], whole: item["base_whole"], count: item["base"])
    difference = item["difference"].map { ReportValue($0, .change) } ?? .missing
    changePercent = item["change_percent"].map { ReportValue($0, .change) } ?? .missing
  }
}

extension ReportTable {
  fileprivate init(_ item: JSON, path: String) throws(ReportError) {
    guard let code = item["code"]?.text, let title = item["title"]?.text,
      let columns = item["columns"]?.elements, let rows = item["rows"]?.elements
    else { throw .unexpectedShape(path: path) }
    self.code = code
    self.title = title
    self.columns = try columns.map { column throws(ReportError) in
      guard let parts = column.elements, parts.count == 3, let code = parts[0].text, let name = parts[1].text,
        let kind = parts[2].text.flatMap(Kind.init(rawValue:))
      else { throw .unexpectedShape(path: path + ".columns") }
      return Column(code: code, name: name, kind: kind)
    }
    let kinds = self.columns.map(\.kind)
    self.rows = try rows.map { row throws(ReportError) in
      guard let cells = row.elements, cells.count == kinds.count else { throw .unexpectedShape(path: path + ".rows") }
      return zip(cells, kinds).map(ReportValue.init)
    }
    chartColumn = item["chart"]?.int
    trendColumns = item["lines"]?.elements?.compactMap(\.int) ?? []
  }
}

extension ReportValue {
  fileprivate init(part: JSON?, whole: JSON?, count: JSON?) {
    if let part = part?.int64, let whole = whole?.int64 {
      self = .ratio(part: part, whole: whole)
    } else {
      self = count?.int64.map(ReportValue.count) ?? .missing
    }
  }

  fileprivate init(_ cell: JSON, _ kind: ReportTable.Kind) {
    switch (kind, cell) {
    case (.text, .string(let text)): self = .text(text)
    case (.count, .number): self = cell.int64.map(ReportValue.count) ?? .missing
    case (.percent, .number(let digits)): self = .percent(digits)
    case (.number, .number(let digits)): self = .number(digits)
    case (.change, .number(let digits)): self = .change(digits)
    case (.flag, .bool(let flag)): self = .flag(flag)
    default: self = .missing
    }
  }
}

extension JSON {
  fileprivate var int64: Int64? { int.map(Int64.init) }

  fileprivate func string(_ path: String...) throws(ReportError) -> String {
    var value: JSON? = self
    for name in path { value = value?[name] }
    guard let text = value?.text else { throw .unexpectedShape(path: path.joined(separator: ".")) }
    return text
  }
}
