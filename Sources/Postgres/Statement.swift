/// One statement of the extended protocol.
struct Statement {
  /// The name it is prepared under; nil when it is parsed each time.
  let name: String?
  let sql: String
  let parameters: [Parameter]

  /// Whether it ends the transaction by committing it; by its first word.
  var isCommit: Bool {
    let word = sql.utf8.drop { Statement.isSpace($0) }.prefix { !Statement.isSpace($0) && $0 != UInt8(ascii: ";") }
    return word.count <= 6 && ["commit", "end"].contains(String(Substring(word)).lowercased())
  }

  /// Refuses what C strings cannot carry: they would be cut at the NUL.
  func check() throws(PostgresError) {
    guard !sql.utf8.contains(0) else { throw .usage("the statement holds a NUL character") }
    guard name?.utf8.contains(0) != true else { throw .usage("the name of the statement holds a NUL character") }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
