import TestSupport
import Testing

@Suite("dvkd text")
struct TextCommandTests {
  @Test("each line of input is answered by one line; a CR at its end is dropped, the last LF may be missing")
  func lines() throws {
    let program = try ProcessDriver(
      "dvkd", ["text", "references"], input: "không có văn bản\r\n\nSố 12-TB/ĐU\r\n12-TB/ĐU")
    #expect(try program.wait() == .status(0))
    #expect(program.outputLines.count == 4)
    #expect(program.outputLines.prefix(2) == ["[]", "[]"])
    #expect(program.outputLines.suffix(2).allSatisfy { $0.contains(#""raw":"12-TB/ĐU""#) })
    #expect(program.errorLines == [])
  }

  @Test("no input gives no output")
  func empty() throws {
    let program = try ProcessDriver("dvkd", ["text", "references"])
    #expect(try program.wait() == .status(0))
    #expect(program.outputLines == [])
  }

  @Test("a line that is not UTF-8 gives [], is named on standard error, and the exit code is 1 at the end")
  func broken() throws {
    let program = try ProcessDriver(
      "/bin/sh",
      [
        "-c", #"printf '12-TB/\304\220U\n12-TB/\304\n13-TB/\304\220U\n' | "$0" text references"#,
        "\(ProcessDriver.productsDirectory)/dvkd",
      ])
    #expect(try program.wait() == .status(1))
    #expect(program.outputLines.count == 3)
    #expect(program.outputLines.last?.contains(#""number":13"#) == true)
    #expect(program.outputLines.dropFirst().first == "[]")
    #expect(program.errorLines == ["error: line 2 is not UTF-8 text"])
  }

  @Test("every field of a reference is there, unknown ones as null")
  func fields() throws {
    let program = try ProcessDriver(
      "dvkd", ["text", "references"], input: "Hướng dẫn số 01- HD/ BDVTU ngày 20/4/2021\n")
    #expect(try program.wait() == .status(0))
    #expect(
      program.outputLines == [
        #"[{"date":"2021-04-20","end":26,"issuer_code":"BDVTU","number":1,"raw":"01- HD/ BDVTU","repaired":false,"#
          + #""start":13,"suffix":null,"system":"dang","type_code":"HD","year_in_number":null}]"#
      ])
  }
}
