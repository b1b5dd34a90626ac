import Postgres
import TestSupport
import Testing

/// A verdict asks for a refresh of the figures: at once on an idle system, half a second later while batches follow one another.
@Suite("registry.validation_apply: when the figures are refreshed")
struct RegistryRefreshDelayTests {
  /// Judges a submission, and tells when its refresh is due: `at once`, `later` (half a second after it was asked for), or the days.
  private func due(_ fixture: RegistryFixture, _ key: String) throws -> String? {
    let last = try fixture.text("select coalesce(max(id), 0)::text from queue.job")
    try fixture.judge([fixture.submit(key, RegistryFixture.registration("Trồng quế \(key)"))])
    return try fixture.text(
      """
      select string_agg(case
        when run_at = enqueued_at then 'at once'
        when run_at >= enqueued_at + interval '500 ms' and run_at <= clock_timestamp() + interval '500 ms' then 'later'
        else enqueued_at || ' ' || run_at end, ', ' order by id)
      from queue.job where kind = 'aggregation_refresh' and id > \(last ?? "0")
      """)
  }

  @Test("without another refresh, or with one that was due long ago, it comes at once")
  func idle() throws {
    let fixture = try RegistryFixture()
    #expect(try due(fixture, "first") == "at once")
    try fixture.run("update queue.job set run_at = run_at - interval '1 min' where kind = 'aggregation_refresh'")
    #expect(try due(fixture, "second") == "at once")
  }

  @Test("a refresh that is an hour away, as one that failed, delays none")
  func faraway() throws {
    let fixture = try RegistryFixture()
    try fixture.run("select queue.enqueue('aggregation_refresh', '{}', run_at => now() + interval '1 hour')")
    #expect(try due(fixture, "first") == "at once")
  }

  @Test("a refresh that was due within the last second counts as one of a row of batches")
  func justDue() throws {
    let fixture = try RegistryFixture()
    try fixture.run("select queue.enqueue('aggregation_refresh', '{}')")
    var tries = 0
    // On a machine that is busy a verdict may take longer than the second that is asked about.
    try eventually("a verdict within a second of the refresh before it") {
      tries += 1
      try fixture.run("update queue.job set run_at = clock_timestamp() where kind = 'aggregation_refresh'")
      let answer = try due(fixture, "\(tries)")
      let isInTime = try fixture.text(
        "select (min(run_at) > clock_timestamp() - interval '1 s')::text from queue.job where kind = 'aggregation_refresh'"
      )
      if isInTime == "true" { #expect(answer == "later") }
      return isInTime == "true"
    }
  }

  @Test("work of other kinds that is about to come delays no refresh")
  func others() throws {
    let fixture = try RegistryFixture()
    try fixture.submit("other", RegistryFixture.registration("Trồng chè"))
    try fixture.run("update queue.job set run_at = now() + interval '1 hour' where kind = 'submission_validation'")
    #expect(try due(fixture, "first") == "at once")
  }

  @Test("a verdict that changes nothing asks for no refresh")
  func nothing() throws {
    let fixture = try RegistryFixture()
    try fixture.run("select registry.validation_apply('[]')")
    #expect(try fixture.rows("select kind from queue.job") == [])
  }
}
