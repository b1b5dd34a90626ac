import Foundation

@testable import Schema

/// A share directory of one test, removed when the last reference goes.
final class ShareFixture {
  let path: String

  /// Writes the files; keys are paths below `sql/`.
  init(_ files: [String: String]) throws {
    path = NSTemporaryDirectory() + "dvkd-share-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path + "/sql/migrations", withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: path + "/sql/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func files() throws(SchemaError) -> SchemaFiles { try SchemaFiles(ShareDirectory(path: path)) }

  /// A small schema with one of everything.
  static func whole() throws -> ShareFixture {
    try ShareFixture([
      "migrations/0001_queue.sql": "create table queue.one (n int primary key);",
      "migrations/0002_more.sql":
        "create table queue.two (kind text, version int, part text, body jsonb, primary key (kind, part));",
      "functions/queue.load_numbers.sql": """
      create or replace function queue.load_numbers() returns table (row_text text, problem text)
      language plpgsql as $$
      begin
          return query select q.number, q.note from reference_numbers q where q.number !~ '^[0-9]+$';
          insert into queue.one select q.number::int from reference_numbers q where q.number ~ '^[0-9]+$' on conflict do nothing;
      end $$;
      """,
      "functions/queue.load_forms.sql": """
      create or replace function queue.load_forms() returns table (row_text text, problem text)
      language plpgsql as $$
      begin
          insert into queue.two select f.kind, f.version::int, f.part, f.body::jsonb from reference_forms f
          on conflict (kind, part) do update set body = excluded.body;
          return;
      end $$;
      """,
      "reference/ORDER": "# numbers first\nqueue.numbers\nqueue.forms\n",
      "reference/numbers.csv": "number,note\n1,\"one, \"\"two\"\"\nline\"\nx,no number\n",
      "reference/forms/report.v1.schema.json": "{\"a\": \"ạ\"}",
      "reference/forms/report.v1.valid.json": "{}",
      "grants.sql": "grant select on queue.one to dvk_reader;",
    ])
  }
}
