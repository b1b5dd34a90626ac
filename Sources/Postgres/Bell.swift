internal import Glibc

/// Lets one thread end another's wait for notifications.
///
/// Rings are not counted: a wait that begins after one ends at once, and takes all rings so far.
public final class Bell: Sendable {
  /// An eventfd, which poll() can wait for; the descriptor is set once.
  let descriptor: Int32

  /// Makes a bell.
  public init() {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK.rawValue | EFD_CLOEXEC.rawValue))
    precondition(descriptor >= 0, "no eventfd: too many open files")
  }

  deinit { close(descriptor) }

  /// Ends the wait under way, or the next one.
  ///
  /// Does not block.
  public func ring() {
    unsafe eventfd_write(descriptor, 1)
  }

  /// Takes the rings so far.
  func take() {
    var count: eventfd_t = 0
    unsafe eventfd_read(descriptor, &count)
  }
}
