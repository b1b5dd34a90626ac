import Foundation
import Glibc
import Testing

@testable import Daemon

@Suite("The service manager")
struct ServiceManagerTests {
  /// A datagram socket that is bound as systemd's is.
  private final class Receiver {
    let descriptor: Int32

    init(_ name: [UInt8]) throws {
      descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
      let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
      let bound = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, length) }
      }
      try #require(bound == 0)
      var limit = timeval(tv_sec: 5, tv_usec: 0)
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func receive() -> String {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
      return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
  }

  @Test("hears messages at a path")
  func path() throws {
    let path = "/tmp/dvkd-\(UUID().uuidString.prefix(8)).sock"
    let receiver = try Receiver(Array(path.utf8))
    defer { unsafe unlink(path) }
    let manager = ServiceManager(environment: ["NOTIFY_SOCKET": path])
    #expect(manager.send(["READY=1", "STATUS=two\nlines"]) == 0)
    #expect(receiver.receive() == "READY=1\nSTATUS=two lines")
  }

  @Test("hears messages at an abstract address")
  func abstract() throws {
    let name = "dvkd-\(UUID().uuidString)"
    let receiver = try Receiver([0] + Array(name.utf8))
    #expect(ServiceManager(environment: ["NOTIFY_SOCKET": "@" + name]).send(["WATCHDOG=1"]) == 0)
    #expect(receiver.receive() == "WATCHDOG=1")
  }

  @Test(
    "that cannot be reached is an errno",
    arguments: [
      ("", 0), ("relative", EINVAL), ("/tmp/dvkd-nobody-listens", ENOENT),
      ("/" + String(repeating: "x", count: 200), EINVAL),
    ])
  func unreachable(path: String, code: Int32) {
    #expect(ServiceManager(environment: ["NOTIFY_SOCKET": path]).send(["READY=1"]) == code)
  }

  @Test(
    "watches only the process it names",
    arguments: [
      ([:], nil), (["WATCHDOG_USEC": "60000000"], 60), (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "7"], 60),
      (["WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "8"], nil), (["WATCHDOG_USEC": "x"], nil),
      (["WATCHDOG_USEC": "0"], nil),
    ] as [([String: String], Int64?)])
  func watchdog(environment: [String: String], seconds: Int64?) {
    let manager = ServiceManager(environment: environment, processID: 7)
    #expect(manager.watchdogInterval == seconds.map { .seconds($0) })
  }
}
