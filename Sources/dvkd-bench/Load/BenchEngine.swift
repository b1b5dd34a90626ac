import JobQueue
import Postgres

/// Runs the engine in the benchmark's own process while a closure measures.
enum BenchEngine {
  /// Runs an engine with one pool; it is drained when the closure ends, however it ends.
  static func run<Result>(
    url: String, handler: KindHandler, lanes: Int, pollInterval: Duration = .seconds(1), usesNotify: Bool = true,
    _ body: (Engine) throws -> Result
  ) throws -> Result {
    let engine = Engine(
      configuration: EngineConfiguration(
        connection: ConnectionString(url), pools: [PoolConfiguration(handler: handler, lanes: lanes)],
        pollInterval: pollInterval, usesNotify: usesNotify),
      onEvent: { _ in })
    engine.start()
    let result: Result
    do {
      result = try body(engine)
    } catch {
      if !engine.drain(within: .seconds(10)) { engine.abort() }
      throw error
    }
    guard engine.drain(within: .seconds(30)) else {
      engine.abort()
      throw BenchError("the engine did not finish its batches within 30 s")
    }
    return result
  }
}
