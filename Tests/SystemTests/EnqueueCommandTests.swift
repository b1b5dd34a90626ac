import Foundation
import Postgres
import TestSupport
import Testing

@Suite("dvkd enqueue")
struct EnqueueCommandTests {
  private let database: TestDatabase

  init() throws {
    database = try TestDatabase.migrated()
    try database.connect().query(
      "select queue.define_kind('noop', fields => '[{\"name\": \"n\", \"type\": \"integer\", \"maximum\": 100}]')")
  }

  private func run(_ arguments: [String], input: String = "") throws -> (ProcessDriver.Exit, ProcessDriver) {
    let program = try ProcessDriver(
      "dvkd", ["enqueue"] + arguments + ["--database", database.url.redacted], input: input)
    return (try program.wait(within: .seconds(120)), program)
  }

  private func text(_ sql: String) throws -> String { try database.connect().query(sql).text(0, 0) }

  @Test("every option reaches the job")
  func options() throws {
    let (code, program) = try run([
      "noop", #"{"n": 7}"#, "--priority", "2", "--run-at", "2099-01-01 08:00+07", "--idempotency-key", "i",
      "--coalesce-key", "c", "--concurrency-key", "x", "--max-attempts", "3",
    ])
    #expect(code == .status(0), "\(program.errorLines)")
    #expect(
      try text(
        """
        select concat_ws(' ', j.id, args ->> 'n', priority, run_at at time zone 'Asia/Ho_Chi_Minh', coalesce_key, concurrency_key,
          max_attempts, (select key from queue.idempotency i where i.job_id = j.id))
        from queue.job j
        """) == "\(program.outputLines[0]) 7 2 2099-01-01 08:00:00 c x 3 i")
    let (_, again) = try run(["noop", #"{"n": 7}"#, "--idempotency-key", "i"])
    #expect(again.outputLines == program.outputLines)
    let (refused, other) = try run(["noop", #"{"n": 8}"#, "--idempotency-key", "i"])
    #expect(refused == .status(1) && other.errorLines.last == "sqlstate: 23505")
    #expect(
      other.errorLines.map { $0.prefix { $0 != ":" } } == ["error", "detail", "hint", "sqlstate"], "\(other.errorLines)"
    )
  }

  @Test(
    "--from takes an array or an object a line, from standard input or a file, and prints a number a job",
    arguments: [
      "[{\"n\": 1},\n {\"n\": 2}, {}]", "\n  [ {\"n\": 1}, {\"n\": 2}, {} ]\n", "{\"n\": 1}\n\n{\"n\": 2}\n{}",
      "{\"n\": 1}\r\n{\"n\": 2}\r\n{}\r\n",
    ])
  func many(input: String) throws {
    let (code, program) = try run(["noop", "--from", "-", "--priority", "1"], input: input)
    #expect(code == .status(0), "\(program.errorLines)")
    #expect(
      try text(
        "select string_agg(id || coalesce(args ->> 'n', '-') || priority, ' ' order by id) from queue.job")
        == zip(program.outputLines, ["1", "2", "-"]).map { "\($0)\($1)1" }.joined(separator: " "))
    let file = NSTemporaryDirectory() + "dvkd-enqueue-\(UUID().uuidString)"
    try input.write(toFile: file, atomically: true, encoding: .utf8)
    defer { unsafe unlink(file) }
    let (fromFile, second) = try run(["noop", "--from", file, "--json"])
    #expect(fromFile == .status(0), "\(second.errorLines)")
    #expect(second.outputLines.count == 1)
    #expect(second.outputLines.first?.wholeMatch(of: /\{"ids":\[\d+,\d+,\d+\]\}/) != nil, "\(second.outputLines)")
    #expect(try text("select count(*)::text from queue.job") == "6")
  }

  @Test("--from with keys: numbered idempotency keys, so a repeated import makes nothing twice")
  func manyKeys() throws {
    let call = ["noop", "--from", "-", "--idempotency-key", "import", "--concurrency-key", "x"]
    let (_, first) = try run(call, input: "{\"n\": 1}\n{\"n\": 2}")
    let (_, second) = try run(call, input: "{\"n\": 1}\n{\"n\": 2}\n{\"n\": 3}")
    #expect(first.outputLines.count == 2 && second.outputLines.prefix(2) == first.outputLines[...])
    #expect(try text("select string_agg(key, ' ' order by key) from queue.idempotency") == "import/1 import/2 import/3")
    #expect(try text("select count(*) || max(concurrency_key) from queue.job") == "3x")
    let (_, merged) = try run(["noop", "--from", "-", "--coalesce-key", "c"], input: "{}\n{}")
    #expect(merged.outputLines.count == 2 && Set(merged.outputLines).count == 1)
  }

  @Test("a refused element is named, and nothing is enqueued; --dry-run enqueues nothing either")
  func refusals() throws {
    let (code, program) = try run(["noop", "--from", "-"], input: "[{\"n\": 1}, {\"n\": 101}]")
    #expect(code == .status(1))
    #expect(program.errorLines.contains("detail: Trường / Field: noop.args[2]/n"), "\(program.errorLines)")
    let (dry, checked) = try run(["noop", "--from", "-", "--dry-run"], input: "[{\"n\": 1}]")
    #expect(dry == .status(0) && checked.outputLines == ["valid; nothing was enqueued"])
    let (_, json) = try run(["noop", "--from", "-", "--dry-run", "--json"], input: "[{\"n\": 1}]")
    #expect(json.outputLines == [#"{"ids":[]}"#])
    for bad in ["[{\"n\": 1},", "{\"n\": 1}\n{\"n\":", "nothing"] {
      let (code, program) = try run(["noop", "--from", "-"], input: bad)
      #expect(code == .status(1) && program.errorLines.last == "sqlstate: 22P02", "\(program.errorLines)")
    }
    let (empty, none) = try run(["noop", "--from", "-"])
    #expect(empty == .status(0) && none.outputLines == [])
    #expect(try text("select count(*)::text from queue.job") == "0")
  }

  @Test(
    "wrong usage exits 2",
    arguments: [
      ["noop", "{}", "--from", "-"], ["noop", "--from", "/nowhere/args"], ["noop", "--from", "/"],
      ["noop", "{}", "--priority", "x"],
    ])
  func usage(arguments: [String]) throws {
    let (code, program) = try run(arguments)
    #expect(code == .status(2), "\(program.errorLines)")
  }
}
