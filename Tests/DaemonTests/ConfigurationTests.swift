import Foundation
import Observability
import Testing

@testable import Daemon

@Suite("The configuration")
struct ConfigurationTests {
  /// Reads a file with this text.
  private func read(
    _ toml: String, environment: [String: String] = [:], database: String? = nil
  ) throws -> Configuration {
    let path = NSTemporaryDirectory() + "dvkd-\(UUID().uuidString).toml"
    try toml.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      return try Configuration(ConfigurationSources(file: path, database: database, environment: environment))
    } catch {
      throw ConfigurationError(
        problems: error.problems.map {
          .init(place: $0.place.replacing(path, with: "f"), message: $0.message)
        })
    }
  }

  private func problems(_ toml: String, environment: [String: String] = [:], database: String? = nil) -> [String] {
    do {
      _ = try read(toml, environment: environment, database: database)
      return []
    } catch let error as ConfigurationError {
      return error.problems.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("without any source is the table's defaults")
  func defaults() throws {
    let configuration = try read("")
    #expect(configuration.pollInterval == .seconds(1))
    #expect(configuration.drainLimit == .seconds(20))
    #expect(configuration.logLevel == .info)
    #expect(configuration.templatesDirectory == nil)
    #expect(configuration.pools == Pool.standard)
  }

  @Test("takes the option over the environment over the file")
  func layers() throws {
    let toml = "[database]\nurl = \"dbname=file\"\n[queue]\npoll_interval_ms = 50\n[log]\nlevel = \"debug\""
    let environment = ["DVKD_DATABASE_URL": "dbname=environment", "DVKD_QUEUE_POLL_INTERVAL_MS": "70", "PATH": "/bin"]
    let configuration = try read(toml, environment: environment, database: "dbname=option")
    #expect(configuration.origins["database.url"] == "--database")
    #expect(configuration.shown(ConfigurationKey.all[0]) == .text("dbname='option'"))
    #expect(configuration.pollInterval == .milliseconds(70))
    #expect(configuration.origins["queue.poll_interval_ms"] == "DVKD_QUEUE_POLL_INTERVAL_MS")
    #expect(configuration.logLevel == .debug)
  }

  @Test(
    "names what is wrong with place, key and range",
    arguments: [
      (
        "[queue]\npoll_interval_ms = 5",
        "f:2: queue.poll_interval_ms: expected a whole number in 10...1000 (milliseconds), found 5"
      ),
      (
        "queue.poll_interval_ms = 60001",
        "f:1: queue.poll_interval_ms: expected a whole number in 10...1000 (milliseconds), found 60001"
      ),
      (
        "[queue]\ndrain_limit_ms = \"20 s\"",
        "f:2: queue.drain_limit_ms: expected a whole number in 0...600000 (milliseconds), found the text “20 s”"
      ),
      (
        "[queue]\ndrain_limit_ms = 2.5",
        "f:2: queue.drain_limit_ms: expected a whole number in 0...600000 (milliseconds), found floating-point number"
      ),
      (
        "[log]\nlevel = \"wraning\"",
        "f:2: log.level: expected one of “error”, “warning”, “info”, “debug”, found “wraning”; did you mean “warning”?"
      ),
      ("[database]\nurl = 7", "f:2: database.url: expected a connection string of libpq, found a number"),
      (
        "# one\n\n[queue]\n# two\npol_interval_ms = 100",
        "f:5: unknown key “queue.pol_interval_ms”; did you mean “queue.poll_interval_ms”?"
      ),
      ("[log]\nlanes = 1", "f:2: unknown key “log.lanes”; did you mean “log.level”?"),
      ("[queue]\nlevel = \"info\"", "f:2: unknown key “queue.level”; did you mean “log.level”?"),
      ("[pool.noop]\nworkers = 1", "f:2: unknown key “pool.noop.workers”"),
      (
        "[pools.submission_validation]\nlanes = 65",
        "f:2: pools.submission_validation.lanes: expected a whole number in 0...64 (lanes), found 65"
      ),
    ])
  func problem(toml: String, message: String) {
    #expect(problems(toml) == [message])
  }

  @Test("tells the line of text that is no TOML")
  func syntax() {
    let found = problems("[queue]\npoll_interval_ms = = 3")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("f:2: ") == true)
  }

  @Test("tells all problems at once, those of the environment too")
  func allAtOnce() {
    let toml = "[queue]\npoll_interval_ms = 1\nwrong = 2\n[log]\nlevel = \"loud\""
    let found = problems(toml, environment: ["DVKD_LOG_LEVLE": "info", "DVKD_QUEUE_DRAIN_LIMIT_MS": "x"], database: "")
    #expect(found.count == 6)
    #expect(found[3] == "DVKD_LOG_LEVLE: unknown variable “DVKD_LOG_LEVLE”; did you mean “DVKD_LOG_LEVEL”?")
    #expect(found[4].hasPrefix("DVKD_QUEUE_DRAIN_LIMIT_MS: queue.drain_limit_ms: expected a whole number"))
    #expect(found[5].hasPrefix("--database: "))
  }

  @Test("with no lane at all is an error")
  func noLanes() {
    let toml = Pool.standard.map { "[pools.\($0.kind)]\nlanes = 0\n" }.joined()
    #expect(problems(toml) == ["pools: every pool has 0 lanes, so there is nothing to run"])
  }

  @Test("shows a connection string that libpq cannot read to nobody")
  func unreadable() {
    #expect(
      problems("[database]\nurl = \"host=h password='geheim\"")
        == ["f:2: database.url: expected a connection string of libpq, found one that libpq cannot read"])
  }

  @Test("a named file that is not there is an error")
  func missingFile() {
    #expect(throws: ConfigurationError.self) {
      try Configuration(ConfigurationSources(environment: ["DVKD_CONFIG": "/nowhere/dvkd.toml"]))
    }
  }

  @Test("leaves variables of scripts alone")
  func foreignVariables() {
    #expect(problems("", environment: ["DVKD_TEST_URL": "x", "DVKD_SHARE_DIR": "/x", "DVKD_DEMO_X": "y"]) == [])
  }

  @Test("shows no password")
  func secrets() throws {
    let configuration = try read("[database]\nurl = \"postgresql://u:geheim@h/d\"")
    let dump = ConfigurationDump(configuration)
    #expect(dump.toml.contains("***"))
    #expect(!dump.toml.contains("geheim") && !dump.json.contains("geheim"))
  }

  @Test("dumps what reads the same again")
  func dumpRoundTrip() throws {
    let configuration = try read(
      "[database]\nurl = \"dbname='d'\"\n[queue]\npoll_interval_ms = 50\n[notices]\ntemplates_dir = \"a \\\"b\\\" \\\\ c\""
    )
    let again = try read(ConfigurationDump(configuration).toml)
    #expect(again.templatesDirectory == "a \"b\" \\ c")
    #expect(again.changesNeedingRestart(from: configuration) == [])
  }

  @Test("knows which changes need a restart")
  func restart() throws {
    let former = try read("[log]\nlevel = \"info\"")
    let changed = try read("[log]\nlevel = \"debug\"\n[pools.commendation_notice]\nlanes = 3")
    #expect(changed.changesNeedingRestart(from: former) == ["pools.commendation_notice.lanes"])
  }

  @Test("config/dvkd.toml shows every key at its default, with unit, range and whether it is reloadable")
  func sampleFile() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../config/dvkd.toml").path
    let file = try ConfigurationFile(path: path)
    #expect(file.entries.map(\.name) == ConfigurationKey.all.map(\.name))
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (entry, key) in zip(file.entries, ConfigurationKey.all) {
      switch (entry.value, key.standard) {
      case (.integer(let written), .integer(let standard)): #expect(written == standard, "\(key.name)")
      case (.text(let written), .text(let standard)): #expect(written == standard, "\(key.name)")
      default: Issue.record("\(key.name) has another type in the sample")
      }
      let line = try #require(entry.place.split(separator: ":").last.flatMap { Int($0) })
      let comment = lines[..<(line - 1)].reversed().prefix { $0.hasPrefix("#") }.joined(separator: " ")
      #expect(comment.contains(key.isReloadable ? "  Reloadable." : "Not reloadable."), "\(key.name)")
      if case .integer(let range, let unit) = key.form {
        #expect(comment.contains("Unit: \(unit).  Range: \(range.lowerBound)...\(range.upperBound)."), "\(key.name)")
      }
    }
  }
}
