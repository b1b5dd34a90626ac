/// What stops a test before it can say anything about the product.
public struct TestSupportError: Error, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  /// Takes the message.
  public init(_ description: String) {
    self.description = description
  }
}
