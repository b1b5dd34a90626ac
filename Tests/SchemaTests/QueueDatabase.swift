import Postgres
import TestSupport
import Testing

/// A migrated database with the test kinds `noop` (fields of every type) and what tests of the queue's SQL need.
struct QueueDatabase: ~Copyable {
  let database: TestDatabase
  let connection: Connection

  init(onNotice: (@Sendable (Notice) -> Void)? = nil) throws {
    let copy = try TestDatabase.migrated(keepsSchedules: true)
    let session = try copy.connect(onNotice: onNotice)
    try session.script(
      """
      create table public.thing (id bigint primary key);
      insert into public.thing values (7);
      grant select on public.thing to dvk_owner;
      select queue.define_kind('noop', args_limit => 300, fields => '[
        {"name": "n", "type": "integer", "minimum": 1, "maximum": 100},
        {"name": "share", "type": "number", "minimum": 0, "maximum": 1},
        {"name": "name", "type": "text", "minimum": 2, "maximum": 10, "pattern": "^[a-z ]+$"},
        {"name": "flag", "type": "boolean"},
        {"name": "day", "type": "date"},
        {"name": "colour", "type": "enum", "allowed": ["red", "green"]},
        {"name": "shade", "type": "text", "required_when_field": "colour", "required_when_value": "green"},
        {"name": "thing_id", "type": "integer", "reference": "public.thing.id"}]');
      select queue.define_kind('strict', fields => '[{"name": "a", "type": "integer", "required": true}]');
      """)
    database = copy
    connection = session
  }

  /// Enqueues a job of kind `noop`.
  @discardableResult
  borrowing func enqueue(_ args: String = "{}") throws -> Int64 {
    try connection.query("select queue.enqueue('noop', $1)", [.jsonb(args)]).int8(0, 0)
  }

  /// The text that a statement gives.
  borrowing func text(_ sql: String, _ parameters: [Parameter] = []) throws -> String {
    try connection.query(sql, parameters).text(0, 0)
  }

  /// The number that a statement gives.
  borrowing func number(_ sql: String, _ parameters: [Parameter] = []) throws -> Int64 {
    try connection.query(sql, parameters).int8(0, 0)
  }

  /// The server's error of a statement.
  borrowing func refusal(_ sql: String, _ parameters: [Parameter] = []) throws -> ServerError {
    do {
      try connection.query(sql, parameters)
    } catch {
      return try #require(error.serverError)
    }
    throw TestSupportError("not refused: \(sql)")
  }
}
