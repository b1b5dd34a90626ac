import Dispatch
import Postgres
import TestSupport
import Testing

@Suite("LISTEN and NOTIFY")
struct NotificationTests {
  @Test("messages come in order with channel, payload and sender")
  func messages() throws {
    let database = try TestDatabase()
    let listener = try database.connect()
    try listener.listen("Kênh \"1\"")
    #expect(try listener.notifications(waitingUpTo: .zero).isEmpty)
    let sender = try database.connect()
    try sender.transaction { sender in
      try sender.query("select pg_notify($1, 'một')", [.text("Kênh \"1\"")])
      try sender.query("select pg_notify($1, '')", [.text("Kênh \"1\"")])
      try sender.query("select pg_notify('other', 'x')")
    }
    var seen: [Notification] = []
    try eventually("two messages") {
      seen += try listener.notifications(waitingUpTo: .seconds(1))
      return seen.count >= 2
    }
    #expect(seen.map { $0.payload } == ["một", ""])
    #expect(seen.map { $0.channel } == ["Kênh \"1\"", "Kênh \"1\""])
    #expect(seen[0].backendPID == sender.backendPID)
  }

  @Test("a wait ends with the first message, or with its time")
  func wait() throws {
    let database = try TestDatabase()
    let listener = try database.connect()
    try listener.listen("wake")
    let start = ContinuousClock.now
    #expect(try listener.notifications(waitingUpTo: .milliseconds(30)).isEmpty)
    #expect(ContinuousClock.now - start >= .milliseconds(30))
    let sender = DispatchQueue(label: "sender")
    sender.async { @Sendable in
      #expect(throws: Never.self) { try database.connect().query("notify wake") }
    }
    #expect(try listener.notifications(waitingUpTo: .seconds(20)).count == 1)
    #expect(ContinuousClock.now - start < .seconds(15))
    sender.sync {}
  }

  @Test("messages that came with the answer to a statement are not lost")
  func between() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    try connection.listen("me")
    try connection.query("notify me, 'a'")
    try connection.query("select 1")
    #expect(try connection.notifications(waitingUpTo: .zero).map { $0.payload } == ["a"])
  }

  @Test("a wait ends with an error when the backend is terminated")
  func lost() throws {
    let database = try TestDatabase()
    let listener = try database.connect()
    try listener.listen("wake")
    try database.connect().query("select pg_terminate_backend($1)", [.int4(listener.backendPID)])
    let error = #expect(throws: PostgresError.self) {
      while try listener.notifications(waitingUpTo: .seconds(5)).isEmpty {}
    }
    #expect(error?.isConnectionLost == true)
    #expect(listener.isBroken == true)
  }
}
