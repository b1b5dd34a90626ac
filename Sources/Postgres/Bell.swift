internal import Glibc

/// Lets one thread end another's wait for notifications.
///
/// Rings are not counted: a wait that begins after one ends at once, and takes all rings so far.
public final class Bell: Sendable {
  /// The end that poll() can wait for; both ends are set once.
  let descriptor: Int32
  private let rope: Int32

  /// Makes a bell.
  public init() {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let code = unsafe socketpair(AF_UNIX, type, 0, &ends)
    precondition(code == 0, "no pair of sockets: too many open files")
    descriptor = ends[0]
    rope = ends[1]
  }

  deinit {
    close(descriptor)
    close(rope)
  }

  /// Ends the wait under way, or the next one.
  ///
  /// Does not block: when nobody has listened for long, the bell rings already.
  public func ring() {
    var byte: UInt8 = 1
    _ = unsafe send(rope, &byte, 1, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
  }

  /// Takes the rings so far.
  func take() {
    var byte: UInt8 = 0
    while unsafe recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT)) > 0 {}
  }
}
