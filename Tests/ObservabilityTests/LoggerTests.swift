import Foundation
import Testing

@testable import Observability

@Suite("The logger")
struct LoggerTests {
  @Test("writes whole lines of its level and above")
  func filters() throws {
    let pipe = Pipe()
    let logger = Logger(level: .info, descriptor: pipe.fileHandleForWriting.fileDescriptor)
    logger.observe(.laneUp(kind: "noop", lane: 1))
    logger.observe(.draining(limitMilliseconds: 20_000))
    logger.level = .debug
    logger.observe(.laneDown(kind: "noop", lane: 1))
    try pipe.fileHandleForWriting.close()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(text == "<6>level=info msg=draining limit_ms=20000\n<7>level=debug msg=\"lane down\" kind=noop lane=1\n")
  }

  @Test("stamps lines that no journal stamps")
  func stamps() throws {
    let pipe = Pipe()
    Logger(level: .info, descriptor: pipe.fileHandleForWriting.fileDescriptor, stamped: true).log(LogLine(.info, "x"))
    try pipe.fileHandleForWriting.close()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(text.wholeMatch(of: /<6>time=20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z level=info msg=x\n/) != nil)
  }

  @Test("lines of many threads never mix")
  func threads() throws {
    let pipe = Pipe()
    let logger = Logger(level: .debug, descriptor: pipe.fileHandleForWriting.fileDescriptor)
    let reader = pipe.fileHandleForReading
    let filler = String(repeating: "a", count: 2000)
    let queue = DispatchQueue(label: "writers", attributes: .concurrent)
    for lane in 0..<8 {
      queue.async {
        for _ in 0..<50 {
          logger.log(LogLine(.debug, "m", [("lane", .integer(Int64(lane))), ("fill", .text(filler))]))
        }
      }
    }
    queue.async(flags: .barrier) { try? pipe.fileHandleForWriting.close() }
    let lines = String(decoding: try reader.readToEnd() ?? Data(), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 400)
    #expect(lines.allSatisfy { $0.hasPrefix("<7>level=debug msg=m lane=") && $0.hasSuffix(" fill=\(filler)") })
  }

  @Test(
    "tells the time in UTC",
    arguments: [
      (0, 0, "1970-01-01T00:00:00.000Z"), (951_782_399, 999, "2000-02-28T23:59:59.999Z"),
      (951_782_400, 1, "2000-02-29T00:00:00.001Z"), (1_709_251_199, 5, "2024-02-29T23:59:59.005Z"),
      (4_107_542_400, 0, "2100-03-01T00:00:00.000Z"), (1_751_328_000, 0, "2025-07-01T00:00:00.000Z"),
      (1_735_689_599, 0, "2024-12-31T23:59:59.000Z"),
    ])
  func stamp(seconds: Int, milliseconds: Int, text: String) {
    #expect(Logger.stamp(seconds: seconds, milliseconds: milliseconds) == text)
  }
}
