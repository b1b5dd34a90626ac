import Postgres
import Testing

@testable import JobQueue

@Suite struct InterruptionTests {
  private struct Fault: Error {}

  private func reason(
    _ error: any Error, isBroken: Bool = false, isAlone: Bool = true, elapsed: Duration = .zero
  ) -> Interruption {
    interruption(of: error, isConnectionBroken: isBroken, isAlone: isAlone, elapsed: elapsed, timeout: .seconds(10))
  }

  @Test("a handler's own error is an attempt")
  func own() {
    #expect(reason(Fault()) == .failure)
    #expect(reason(PostgresError.usage("x")) == .failure)
  }

  @Test("a lost connection is nobody's attempt")
  func lost() {
    #expect(reason(Fault(), isBroken: true) == .connectionLost)
    #expect(reason(PostgresError.connection("gone")) == .connectionLost)
  }
}
