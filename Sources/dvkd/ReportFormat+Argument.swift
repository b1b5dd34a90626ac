public import ArgumentParser
public import Reports

extension CSVDelimiter: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension Report.Basis: ExpressibleByArgument {}
