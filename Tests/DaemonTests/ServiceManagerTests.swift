import Foundation
import Glibc
import TestSupport
import Testing

@testable import Daemon

@Suite("The service manager")
struct ServiceManagerTests {
  @Test("hears messages at a path")
  func path() throws {
    let path = "/tmp/dvkd-\(UUID().uuidString.prefix(8)).sock"
    let receiver = try NotifySocket(path)
    let manager = ServiceManager(environment: ["NOTIFY_SOCKET": path])
    #expect(manager.send(["READY=1", "STATUS=two\nlines"]) == 0)
    #expect(receiver.receive() == "READY=1\nSTATUS=two lines")
  }

  @Test("hears messages at an abstract address")
  func abstract() throws {
    let name = "dvkd-\(UUID().uuidString)"
    let receiver = try NotifySocket("@" + name)
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
