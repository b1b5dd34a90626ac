internal import ArgumentParser
internal import Postgres

/// A day as an option takes it: `2021-09-30`.
struct ReportDay: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(iso: argument), date.isFinite else { return nil }
    self.date = date
  }
}
