import Foundation

/// A real program under test: started, listened to, signalled and waited for.
///
/// No child is left behind: it is killed when the driver goes, and by a watchdog if the whole test process dies.
public final class ProcessDriver: Sendable {
  /// How a program ended.
  public enum Exit: Sendable, Hashable {
    /// It returned this code.
    case status(Int32)
    /// This signal ended it.
    case signal(Int32)
  }

  /// The process id.
  public let pid: Int32
  private let output: LineBuffer
  private let error: LineBuffer
  private let exit = Locked<Exit?>(nil)
  private let watchdog: Watchdog
  /// The other end of a standard input that stays open.
  private let lifeline: Int32?

  /// Where the build puts programs: the directory of the running test program.
  public static let productsDirectory = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  /// Starts a program.
  /// - Parameters:
  ///   - program: The name of a product such as `dvkd`, or a path with a slash.
  ///   - arguments: Its arguments.
  ///   - environment: Added to that of the tests; an empty value removes a variable.
  ///   - input: What it reads on standard input; nil for nothing, on an input that ends with the driver.
  /// - Throws: `TestSupportError` when it cannot be started.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], input: String? = ""
  ) throws {
    let path = program.contains("/") ? program : "\(ProcessDriver.productsDirectory)/\(program)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw TestSupportError("\(path) is not there; build it first")
    }
    let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }.filter { !$0.value.isEmpty }
    let source: Int32
    if let input {
      (source, lifeline) = (try ChildProcess.makeInput(input), nil)
    } else {
      (source, lifeline) = try ChildProcess.makePipe()
    }
    let (outputEnd, outputStart) = try ChildProcess.makePipe()
    let (errorEnd, errorStart) = try ChildProcess.makePipe()
    defer { for descriptor in [source, outputStart, errorStart] { close(descriptor) } }
    pid = try ChildProcess.spawn(
      path, arguments, environment: merged.map { "\($0.key)=\($0.value)" }, input: source, output: outputStart,
      error: errorStart)
    output = LineBuffer(reading: outputEnd, label: "stdout of \(pid)")
    error = LineBuffer(reading: errorEnd, label: "stderr of \(pid)")
    do {
      watchdog = try Watchdog(for: pid)
    } catch {
      kill(pid, SIGKILL)
      _ = ChildProcess.reap(pid, wait: true)
      throw error
    }
  }

  deinit {
    if let lifeline { close(lifeline) }
    exit.withLock { exit in
      guard exit == nil else { return }
      kill(pid, SIGKILL)
      exit = ChildProcess.reap(pid, wait: true)
    }
  }

  /// The lines on standard output so far.
  public var outputLines: [String] { output.lines }

  /// The lines on standard error so far.
  public var errorLines: [String] { error.lines }

  /// Whether it has not ended yet.
  public var isRunning: Bool { poll() == nil }

  /// Sends a signal, such as SIGTERM; nothing happens when the program has ended.
  public func send(_ signal: Int32) {
    exit.withLock { exit in
      // Not reaped yet, so the id cannot be somebody else's.
      if exit == nil { kill(pid, signal) }
    }
  }

  /// Waits for the end of the program and of its output.
  /// - Throws: `TestSupportError`, with the last lines of standard error, when it does not end in time.
  @discardableResult
  public func wait(within limit: Duration = .seconds(30)) throws -> Exit {
    let deadline = ContinuousClock.now + limit
    do {
      try eventually(within: limit, "the end of process \(pid)") { poll() != nil }
    } catch {
      throw TestSupportError("\(error)\n\(errorLines.suffix(20).joined(separator: "\n"))")
    }
    let rest = max(.seconds(1), deadline - .now)
    guard let ended = poll(), output.waitForEnd(within: rest), error.waitForEnd(within: rest) else {
      throw TestSupportError("process \(pid) has ended but somebody holds its output open")
    }
    return ended
  }

  /// Waits for a line on standard output or error that fits.
  /// - Throws: `TestSupportError` when none comes in time or the program ends without one.
  @discardableResult
  public func waitForLine(
    within limit: Duration = .seconds(30), where fits: (String) -> Bool
  ) throws -> String {
    var found: String?
    try eventually(within: limit, "the line of process \(pid)") {
      let hasEnded = !isRunning
      if hasEnded { try wait() }
      found = (outputLines + errorLines).first(where: fits)
      guard found != nil || !hasEnded else {
        throw TestSupportError(
          "process \(pid) ended without the line\n\(errorLines.suffix(20).joined(separator: "\n"))")
      }
      return found != nil
    }
    guard let found else { throw TestSupportError("no line") }
    return found
  }

  private func poll() -> Exit? {
    exit.withLock { exit in
      if exit == nil { exit = ChildProcess.reap(pid, wait: false) }
      return exit
    }
  }
}
