import Postgres
import TestSupport
import Testing

@testable import JobQueue

/// Defaults that an administrator gives the database must not change what an engine's sessions do.
@Suite struct SessionDefaultsTests {
  @Test("a default isolation of repeatable read and jit hold for neither lanes nor control")
  func isolation() throws {
    let queue = try QueueFixture()
    let name = queue.database.name
    try queue.database.connect().script(
      """
      alter database "\(name)" set default_transaction_isolation = 'repeatable read';
      alter database "\(name)" set jit = on;
      -- Asked on the control connection: the engine is ready only in the right isolation.
      create or replace function queue.has_next_month() returns boolean language sql stable as
        $$ select current_setting('transaction_isolation') = 'read committed' and current_setting('jit') = 'off' $$;
      """)
    try queue.enqueue(3)
    try queue.withEngine { connection, jobs in
      let rows = try connection.query(
        "select current_setting('transaction_isolation'), current_setting('transaction_read_only'), current_setting('jit')"
      )
      guard try (rows.text(0, 0), rows.text(0, 1), rows.text(0, 2)) == ("read committed", "off", "off") else {
        throw TestSupportError("a lane works in \(try rows.text(0, 0))")
      }
      return try QueueFixture.effects(connection, jobs)
    } _: { engine in
      try queue.untilEmpty()
      try eventually("readiness") { engine.isReady }
    }
    #expect(try queue.number("select count(*) from queue.finished where outcome = 'completed'") == 3)
    #expect(try queue.number("select count(*) from queue.attempt_error") == 0)
  }
}
