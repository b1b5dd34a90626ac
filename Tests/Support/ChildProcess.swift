import Foundation

/// Starts programs with posix_spawn.
enum ChildProcess {
  /// Starts a program with the three standard descriptors, no blocked and no ignored signal.
  ///
  /// The threads of Dispatch block signals, and a child would inherit that: SIGTERM would never reach it.
  static func spawn(
    _ path: String, _ arguments: [String], environment: [String], input: Int32, output: Int32, error: Int32
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (index, descriptor) in [input, output, error].enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(index))
    }

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
    guard code == 0 else { throw TestSupportError("cannot start \(path): errno \(code)") }
    return pid
  }

  /// A one-way channel that children do not inherit.
  ///
  /// A pair of sockets: pipe() cannot set close-on-exec in the same step, and a child started in between would keep the channel open.
  static func makePipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw TestSupportError("socketpair: errno \(errno)")
    }
    return (ends[0], ends[1])
  }

  /// A descriptor from which a child reads `text`; a file without a name, so nobody has to feed it.
  static func makeInput(_ text: String) throws -> Int32 {
    let path = "/tmp/dvkd-input-\(UUID().uuidString)"
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw TestSupportError("cannot create \(path): errno \(errno)") }
    unsafe unlink(path)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw TestSupportError("write: errno \(errno)") }
      rest = rest.dropFirst(count)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// How a child ended; nil while it runs.
  static func reap(_ pid: pid_t, wait: Bool) -> ProcessDriver.Exit? {
    var status: Int32 = 0
    while true {
      let answer = unsafe waitpid(pid, &status, wait ? 0 : WNOHANG)
      if answer < 0, errno == EINTR { continue }
      guard answer == pid else { return nil }
      let signal = status & 0x7F
      return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
    }
  }
}
