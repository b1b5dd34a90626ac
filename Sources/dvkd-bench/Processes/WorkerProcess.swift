import Foundation

/// A daemon process of the benchmark's own: this executable again, as `worker`.
final class WorkerProcess {
  enum Exit: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  let pid: pid_t
  private let lifeline: Int32
  private let logFile: String
  private var exit: Exit?

  /// Starts one.
  ///
  /// `arguments`: after `worker`. `lanes`: by kind; kinds left out have their default. `logFile`: gets its log.
  init(_ arguments: [String], lanes: [String: Int], logFile: String) throws {
    guard let path = Bundle.main.executablePath else { throw BenchError("the executable does not know its path") }
    var environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("DVKD_") && $0.key != "NOTIFY_SOCKET"
    }
    for (kind, count) in lanes { environment["DVKD_POOLS_\(kind.uppercased())_LANES"] = String(count) }

    // Empty, so that the machine's own configuration changes nothing.
    let config = logFile + ".toml"
    guard FileManager.default.createFile(atPath: config, contents: Data()) else {
      throw BenchError("\(config) cannot be written")
    }

    // A pair of sockets that no other child inherits: the worker ends when this end is closed.
    var ends: [Int32] = [0, 0]
    guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw BenchError("socketpair: errno \(errno)")
    }
    defer { close(ends[1]) }
    do {
      pid = try Self.spawn(
        path, ["worker", "--config", config] + arguments, environment: environment.map { "\($0.key)=\($0.value)" },
        input: ends[1],
        logFile: logFile)
    } catch {
      close(ends[0])
      throw error
    }
    lifeline = ends[0]
    self.logFile = logFile
    CleanUp.shared.add(child: pid)
  }

  deinit {
    // Whatever happened, nothing is left behind.
    if exit == nil {
      kill(pid, SIGKILL)
      _ = poll(waiting: true)
    }
    close(lifeline)
  }

  func send(_ signal: Int32) { kill(pid, signal) }

  /// Whether it runs still.
  var isRunning: Bool { poll(waiting: false) == nil }

  /// Waits for its end.
  func wait(within limit: Duration) throws -> Exit {
    try Wait.until("the end of worker \(pid)", within: limit) { !isRunning }
    guard let exit else { throw BenchError("worker \(pid) ended unseen") }
    return exit
  }

  /// What it logged last, for an error.
  var lastLines: String {
    guard let data = FileManager.default.contents(atPath: logFile) else { return "" }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").suffix(3).joined(separator: "\n")
  }

  /// Its resident memory.
  func memory() throws -> ResidentMemory {
    guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/status"),
      let memory = ResidentMemory(status: String(decoding: data, as: UTF8.self))
    else { throw BenchError("worker \(pid) is gone: \(lastLines)") }
    return memory
  }

  private func poll(waiting: Bool) -> Exit? {
    if exit != nil { return exit }
    var status: Int32 = 0
    while true {
      let answer = unsafe waitpid(pid, &status, waiting ? 0 : WNOHANG)
      if answer < 0, errno == EINTR { continue }
      guard answer == pid else { return nil }
      break
    }
    CleanUp.shared.remove(child: pid)
    let signal = status & 0x7F
    exit = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
    return exit
  }

  /// Starts a program with no blocked and no ignored signal: a child of a thread of Dispatch would inherit blocked ones.
  private static func spawn(
    _ path: String, _ arguments: [String], environment: [String], input: Int32, logFile: String
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, logFile, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let argv = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    let envp = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      unsafe (argv + envp).forEach { unsafe free($0) }
    }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, path, &actions, &attributes, argv, envp)
    guard code == 0 else { throw BenchError("cannot start \(path): errno \(code)") }
    return pid
  }
}
