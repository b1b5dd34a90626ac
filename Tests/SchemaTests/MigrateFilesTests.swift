import Foundation
import Testing

@testable import Schema

@Suite("The files of sql/")
struct MigrateFilesTests {
  private func problem(_ files: [String: String]) throws -> String {
    let fixture = try ShareFixture(files)
    let error = try #require(throws: SchemaError.self) { try fixture.files() }
    #expect(error.isConfiguration)
    return error.description
  }

  @Test(
    "are refused when a name is out of order",
    arguments: [
      (["migrations/0002_a.sql": ""], "migrations/0002_a.sql: expected number 1 here"),
      (["migrations/0001_a.sql": "", "migrations/0001_b.sql": ""], "migrations/0001_b.sql: expected number 2 here"),
      (["migrations/1_a.sql": ""], "migrations/1_a.sql: its name is not like 0001_name.sql"),
      (["reference/ORDER": "numbers"], "reference/ORDER: “numbers” is not like schema.name"),
      (["reference/ORDER": "queue.numbers"], "reference/ORDER: there is no numbers.csv for “queue.numbers”"),
      (
        ["reference/ORDER": "queue.a", "reference/a.csv": "one,two;drop\n"],
        "reference/a.csv: “two;drop” in its first line is no column name"
      ),
      (
        ["reference/ORDER": "queue.forms", "reference/forms/a.schema.json": ""],
        "reference/forms/a.schema.json: its name is not like <kind>.v<version>.<part>.json"
      ),
    ])
  func refused(files: [String: String], message: String) throws {
    #expect(try problem(files).hasPrefix(message))
  }

  @Test("in reference/ that ORDER does not mention are told")
  func unlisted() throws {
    let fixture = try ShareFixture(["reference/ORDER": "", "reference/a.csv": "", "reference/README.md": ""])
    #expect(try fixture.files().unlisted == ["a.csv"])
  }

  @Test("are found where they are named, beside the executable, and above a build folder")
  func located() throws {
    let fixture = try ShareFixture([:])
    let installed = try ShareFixture([:])
    let prefix = installed.path + "/usr"
    try FileManager.default.createDirectory(
      atPath: prefix + "/share/dvkd/sql/migrations", withIntermediateDirectories: true)
    func locate(_ named: String?, _ environment: [String: String], _ executable: String) throws -> String {
      try ShareDirectory.locate(named: named, environment: environment, executable: executable).path
    }
    #expect(try locate(fixture.path + "/", [:], "/bin/dvkd") == fixture.path)
    #expect(try locate(nil, ["DVKD_SHARE_DIR": fixture.path], "/bin/dvkd") == fixture.path)
    #expect(try locate(nil, [:], prefix + "/bin/dvkd") == prefix + "/share/dvkd")
    #expect(try locate(nil, [:], fixture.path + "/.build/x/debug/dvkd") == fixture.path)
    #expect(throws: SchemaError.self) { try locate("/nowhere", [:], fixture.path + "/dvkd") }
    #expect(throws: SchemaError.self) { try locate(nil, [:], "/nowhere/bin/dvkd") }
  }

  @Test("of this checkout end at the version the program knows")
  func knownVersion() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
    #expect(try SchemaFiles(ShareDirectory(path: root)).latestVersion == SchemaVersion.known)
  }
}
