internal import ArgumentParser
internal import Glibc

/// Standard input line by line, each answered by exactly one line on standard output.
///
/// Lines end in LF, a CR before it is dropped; the last one may lack its LF. What was read is answered before more is
/// waited for, so a pipe can be used in both directions.
struct TextLines {
  /// What a line that is not UTF-8 is answered with.
  private let unreadable: String
  /// Bytes of the line that is not complete yet.
  private var rest: [UInt8] = []
  /// Answers that are not written yet.
  private var output: [UInt8] = []
  /// Lines answered so far.
  private var count = 0
  /// A line was not UTF-8.
  private var hasFailed = false

  private init(unreadable: String) { self.unreadable = unreadable }

  /// Answers every line of standard input; blocks until its end.
  /// - Parameters:
  ///   - unreadable: The JSON that answers a line that is not UTF-8; the line is named on standard error too.
  ///   - answer: The JSON, without a line end, that answers a line.
  /// - Throws: `CommandEnd.failed` at the end if a line was not UTF-8, at once if reading or writing fails; what
  ///   `answer` throws.
  static func answer(unreadable: String, _ answer: (String) throws -> String) throws {
    var lines = TextLines(unreadable: unreadable)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read standard input") }
      if count == 0 { break }
      try lines.take(buffer[..<count], answer)
    }
    if !lines.rest.isEmpty { try lines.answerRest(answer) }
    try lines.flush()
    if lines.hasFailed { throw CommandEnd.failed }
  }

  /// Takes a piece of the input and answers the lines that end in it.
  private mutating func take(_ piece: ArraySlice<UInt8>, _ answer: (String) throws -> String) throws {
    var piece = piece
    while let end = piece.firstIndex(of: 0x0A) {
      rest.append(contentsOf: piece[..<end])
      if rest.last == 0x0D { rest.removeLast() }
      try answerRest(answer)
      piece = piece[(end + 1)...]
    }
    rest.append(contentsOf: piece)
    try flush()
  }

  private mutating func answerRest(_ answer: (String) throws -> String) throws {
    count += 1
    if let line = String(validating: rest, as: UTF8.self) {
      output.append(contentsOf: try answer(line).utf8)
    } else {
      hasFailed = true
      Terminal.error("line \(count) is not UTF-8 text")
      output.append(contentsOf: unreadable.utf8)
    }
    output.append(0x0A)
    rest.removeAll(keepingCapacity: true)
    if output.count >= 1 << 16 { try flush() }
  }

  private mutating func flush() throws {
    var written = 0
    while written < output.count {
      let count = unsafe output.withUnsafeBytes {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
        return unsafe write(STDOUT_FILENO, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure("write standard output") }
      written += count
    }
    output.removeAll(keepingCapacity: true)
  }

  private static func failure(_ what: String) -> ExitCode {
    Terminal.error("cannot \(what): \(unsafe String(cString: strerror(errno)))")
    return CommandEnd.failed
  }
}
