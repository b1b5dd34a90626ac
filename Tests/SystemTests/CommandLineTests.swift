import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  static let commands = [
    "run", "migrate", "check-config", "dump-config", "status", "enqueue", "report", "text", "demo-data", "version",
  ]

  @Test("every command has --help", arguments: commands)
  func help(command: String) throws {
    let program = try ProcessDriver("dvkd", [command, "--help"])
    #expect(try program.wait() == .status(0))
    #expect(program.outputLines.contains { $0.hasPrefix("USAGE: dvkd \(command)") })
    #expect(program.errorLines == [])
  }

  @Test("the root lists every command")
  func root() throws {
    let program = try ProcessDriver("dvkd", ["--help"])
    #expect(try program.wait() == .status(0))
    for command in Self.commands {
      #expect(program.outputLines.contains { $0.hasPrefix("  \(command) ") }, "\(command)")
    }
  }

  @Test(
    "a wrong call exits 2 and says how to call",
    arguments: [
      ["nonsense"], ["run", "--nonsense"], ["status", "--format", "xml"], ["enqueue"], ["enqueue", "a", "{}", "b"],
      ["enqueue", "a", "--priority", "high"], ["migrate", "now"],
    ])
  func usage(arguments: [String]) throws {
    let program = try ProcessDriver("dvkd", arguments)
    #expect(try program.wait() == .status(2))
    #expect(program.outputLines == [])
    #expect(program.errorLines.contains { $0.hasPrefix("Usage: dvkd") || $0.hasPrefix("USAGE: dvkd") })
  }

  @Test("version tells program and schema", arguments: [["version"], ["version", "--json"], ["--version"]])
  func version(arguments: [String]) throws {
    let program = try ProcessDriver("dvkd", arguments)
    #expect(try program.wait() == .status(0))
    let line = program.outputLines.joined()
    #expect(
      line.wholeMatch(of: /dvkd \d+\.\d+\.\d+ \(schema \d+\)/) != nil || line.wholeMatch(of: /\d+\.\d+\.\d+/) != nil
        || line.wholeMatch(of: /\{"schema":\d+,"version":"\d+\.\d+\.\d+"\}/) != nil)
  }

  @Test(
    "bad configuration exits 78 with every problem, in every command that reads it",
    arguments: commands.filter { !["text", "version"].contains($0) })
  func configuration(command: String) throws {
    let arguments =
      command == "enqueue"
      ? [command, "noop"] : command == "report" ? [command, "--unit", "X", "--period", "2020"] : [command]
    let program = try ProcessDriver(
      "dvkd", arguments, environment: ["DVKD_LOG_LEVLE": "info", "DVKD_QUEUE_POLL_INTERVAL_MS": "1"])
    #expect(try program.wait() == .status(78))
    #expect(program.errorLines.count == 2)
    #expect(program.errorLines.allSatisfy { $0.hasPrefix("error: DVKD_") })
  }

  @Test("check-config says ok, or the problems as JSON")
  func checkConfig() throws {
    let good = try ProcessDriver("dvkd", ["check-config"])
    #expect(try good.wait() == .status(0))
    #expect(good.outputLines == ["configuration: ok, no file: no --config, and no /etc/dvkd/dvkd.toml"])
    for (path, reason) in [("nope.toml", "no such file"), ("/", "is a directory")] {
      let missing = try ProcessDriver("dvkd", ["check-config", "--config", path])
      #expect(try missing.wait() == .status(78))
      #expect(missing.errorLines == ["error: \(path): \(reason)"])
    }
    let bad = try ProcessDriver("dvkd", ["check-config", "--json"], environment: ["DVKD_LOG_LEVEL": "loud"])
    #expect(try bad.wait() == .status(78))
    #expect(bad.outputLines.first?.hasPrefix(#"{"ok":false,"problems":[{"message":"log.level: "#) == true)
  }

  @Test("dump-config shows values with origins and no password")
  func dumpConfig() throws {
    let program = try ProcessDriver(
      "dvkd", ["dump-config", "--database", "postgresql://u:geheim@h/d"], environment: ["DVKD_LOG_LEVEL": "debug"])
    #expect(try program.wait() == .status(0))
    let text = program.outputLines.joined(separator: "\n")
    #expect(text.contains("level = \"debug\"  # DVKD_LOG_LEVEL"))
    #expect(text.contains("***") && !text.contains("geheim"))
  }

  @Test(
    "a database that cannot be reached is an error of one line and exit 1",
    arguments: ["status", "migrate", "demo-data"])
  func unreachable(command: String) throws {
    let program = try ProcessDriver("dvkd", [command, "--database", "host=/nowhere dbname=none"])
    #expect(try program.wait() == .status(1))
    #expect(program.errorLines.first?.hasPrefix("error: ") == true)
  }
}
