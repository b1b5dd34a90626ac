/// A message sent with NOTIFY on a channel this connection listens to.
public struct Notification: Sendable, Hashable {
  /// The channel.
  public let channel: String
  /// The payload; empty when NOTIFY gave none.
  public let payload: String
  /// The process id of the backend that notified.
  public let backendPID: Int32
}
