/// Takes the data of one COPY … FROM STDIN.
public struct CopyWriter: ~Copyable {
  private let stream: CopyStream

  init(_ stream: CopyStream) {
    self.stream = stream
  }

  /// Adds a row in COPY's text format (the default format, tab-delimited); nil is NULL.
  /// - Throws: `usage` for a NUL character; `connection` when the connection broke.
  public borrowing func row(_ fields: [String?]) throws(PostgresError) {
    try stream.append(row: fields)
  }

  /// Adds bytes as they are, in whatever format the statement named; rows may be cut anywhere.
  /// - Throws: `connection` when the connection broke.
  public borrowing func bytes(_ bytes: [UInt8]) throws(PostgresError) {
    try stream.append(bytes)
  }
}
