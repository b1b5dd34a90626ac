/// Collects the data of one COPY and hands it to libpq in large pieces.
final class CopyStream {
  private let session: Session
  private var buffer: [UInt8] = []
  private static let chunk = 64 * 1024

  init(_ session: Session) {
    self.session = session
    buffer.reserveCapacity(CopyStream.chunk + 1024)
  }

  func append(row fields: [String?]) throws(PostgresError) {
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "\t")) }
      guard let field else {
        buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "N")])
        continue
      }
      for byte in field.utf8 { try append(escaping: byte) }
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= CopyStream.chunk { try flush() }
  }

  func append(_ bytes: [UInt8]) throws(PostgresError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= CopyStream.chunk { try flush() }
  }

  func flush() throws(PostgresError) {
    guard !buffer.isEmpty else { return }
    guard session.handle.putCopyData(buffer) else { throw session.broken() }
    buffer.removeAll(keepingCapacity: true)
  }

  private func append(escaping byte: UInt8) throws(PostgresError) {
    switch byte {
    case 0: throw .usage("a field of COPY holds a NUL character")
    case UInt8(ascii: "\\"): buffer.append(contentsOf: [byte, byte])
    case UInt8(ascii: "\t"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
    case UInt8(ascii: "\n"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
    case UInt8(ascii: "\r"): buffer.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
    default: buffer.append(byte)
    }
  }
}
