internal import Glibc

/// A value that several threads share, one at a time.
///
/// Not `Synchronization.Mutex`: ThreadSanitizer reports correct uses of it as races on Linux.
// Unchecked: the value is only touched between lock and unlock of the mutex, which lives as long as the box.
@safe
final class Locked<Value>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init(_ value: sending Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    let status = unsafe pthread_mutex_init(mutex, nil)
    precondition(status == 0, "no mutex: out of memory")
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Runs the closure with the value; others wait.
  ///
  /// Must not be nested on one box.
  func withLock<R, E: Error>(_ body: (inout Value) throws(E) -> R) throws(E) -> R {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
