import Glibc

/// A shell that kills a process when this one dies, in whatever way: it waits on a pipe whose other end only we hold.
final class Watchdog: Sendable {
  private let pid: pid_t
  private let pipe: Int32

  init(for watched: pid_t) throws {
    let (reading, writing) = try ChildProcess.makePipe()
    let null = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer {
      close(reading)
      close(null)
    }
    pipe = writing
    pid = try ChildProcess.spawn(
      "/bin/sh", ["-c", "read -r line; kill -9 \(watched)"], environment: [], input: reading, output: null, error: null)
  }

  deinit {
    // First the watchdog, then the pipe: it must not fire at an id that may be somebody else's by now.
    kill(pid, SIGKILL)
    _ = ChildProcess.reap(pid, wait: true)
    close(pipe)
  }
}
