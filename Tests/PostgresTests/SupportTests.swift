import Foundation
import Postgres
import TestSupport
import Testing

@Suite("The tests' own tools")
struct SupportTests {
  @Test("a test database goes with its last reference")
  func databaseGoes() throws {
    var database: TestDatabase? = try TestDatabase()
    let name = try #require(database?.name)
    let open = try database?.connect()
    let server = try TestServer.connect()
    func exists() throws -> Bool {
      try server.query("select 1 from pg_database where datname = $1", [.text(name)]).count == 1
    }
    #expect(try exists())
    database = nil
    #expect(try !exists())
    _ = consume open
  }

  @Test("a program's output, input, exit code and signals are seen")
  func program() throws {
    let cat = try ProcessDriver("/bin/cat", input: "một\nhai")
    #expect(try cat.wait() == .status(0))
    #expect(cat.outputLines == ["một", "hai"])
    let shell = try ProcessDriver(
      "/bin/sh", ["-c", "trap 'echo caught >&2; exit 7' TERM; echo $WORD; while :; do sleep 0.01; done"],
      environment: ["WORD": "ready"])
    #expect(try shell.waitForLine { $0 == "ready" } == "ready")
    shell.send(SIGTERM)
    #expect(try shell.wait() == .status(7))
    #expect(shell.errorLines == ["caught"])
    #expect(!shell.isRunning)
    let sleeper = try ProcessDriver("/bin/sleep", ["60"])
    #expect(throws: TestSupportError.self) { try sleeper.wait(within: .milliseconds(20)) }
    sleeper.send(SIGKILL)
    #expect(try sleeper.wait() == .signal(SIGKILL))
  }

  @Test("no child stays when its driver goes")
  func noChild() throws {
    var sleeper: ProcessDriver? = try ProcessDriver("/bin/sleep", ["60"])
    let pid = try #require(sleeper?.pid)
    #expect(kill(pid, 0) == 0)
    sleeper = nil
    #expect(kill(pid, 0) == -1)
  }

  @Test("a program that is not there is an error, and the products stand beside the tests")
  func products() throws {
    #expect(throws: TestSupportError.self) { try ProcessDriver("no-such-product") }
    #expect(FileManager.default.fileExists(atPath: "\(ProcessDriver.productsDirectory)/dvkd"))
  }

  @Test("eventually gives up")
  func givesUp() throws {
    #expect(throws: TestSupportError.self) { try eventually(within: .milliseconds(10)) { false } }
    try eventually { true }
  }
}
