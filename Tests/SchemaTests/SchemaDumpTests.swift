import Foundation
import Postgres
import Schema
import TestSupport
import Testing

@Suite("sql/schema.expected.sql")
struct SchemaDumpTests {
  @Test("is what migrate makes; make schema-expected writes it anew")
  func expected() throws {
    let database = try TestDatabase.migrated()
    // Another pg_dump writes the same schema in other words.
    guard try database.connect().query("show server_version_num").text(0, 0).hasPrefix("15") else { return }
    let root = TestDatabase.share.path
    let program = try ProcessDriver(root + "/deploy/dev/schema-dump", ["--of", database.url.redacted])
    #expect(try program.wait() == .status(0), "\(program.errorLines)")
    let made = program.outputLines
    let written = try String(contentsOfFile: root + "/sql/schema.expected.sql", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(made.count > 100)
    let difference = Array(written.dropLast()).difference(from: made)
    let shown = difference.prefix(20).map { change in
      switch change {
      case .insert(_, let line, _): "only in the file: " + line
      case .remove(_, let line, _): "only in the database: " + line
      }
    }
    #expect(difference.isEmpty, "\(shown.joined(separator: "\n"))")
  }

  @Test("holds no month, no version and no token")
  func stable() throws {
    let text = try String(contentsOfFile: TestDatabase.share.path + "/sql/schema.expected.sql", encoding: .utf8)
    #expect(!text.contains("restrict ") || !text.contains("\\restrict"))
    #expect(!text.contains("Dumped"))
    #expect(text.firstMatch(of: /finished_?y?20\d\d/) == nil)
  }
}
