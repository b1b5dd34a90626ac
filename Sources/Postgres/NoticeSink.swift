import CLibPQ

/// What libpq's notice hook points to: the closure that gets the notices of one connection.
final class NoticeSink {
  private let onNotice: (@Sendable (Notice) -> Void)?

  init(_ onNotice: (@Sendable (Notice) -> Void)?) {
    self.onNotice = onNotice
  }

  /// Called by libpq on the connection's thread, inside any of its calls.
  ///
  /// Without a closure notices are dropped (libpq would print them).
  static let receive: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Void = { context, result in
    guard let context = unsafe context else { return }
    let sink = unsafe Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue()
    guard let onNotice = sink.onNotice else { return }
    onNotice(unsafe Diagnostics.notice(from: result))
  }
}
