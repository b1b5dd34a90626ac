/// The statements that one connection has prepared, by the caller's name.
struct PreparedStatements {
  private struct Entry {
    let sql: String
    let types: [UInt32]
    /// Counts the times it had to be prepared anew; part of the server's name, so that the old one need not be deallocated in a failed transaction.
    var generation = 0
    var isPrepared = false
  }

  private var entries: [String: Entry] = [:]

  /// The server's name of a statement, and whether it still has to be prepared.
  /// - Throws: `usage` when the name stands for other SQL or other types of parameters already.
  mutating func resolve(
    _ name: String, _ sql: String, _ types: [UInt32]
  ) throws(PostgresError) -> (serverName: String, isPrepared: Bool) {
    guard let entry = entries[name] else {
      entries[name] = Entry(sql: sql, types: types)
      return (name, false)
    }
    guard entry.sql == sql else { throw .usage("prepared statement \(name) has other SQL on this connection") }
    guard entry.types == types else { throw .usage("prepared statement \(name) has parameters of other types") }
    return (entry.generation == 0 ? name : "\(name)/\(entry.generation)", entry.isPrepared)
  }

  /// Records that the server has it.
  mutating func markPrepared(_ name: String) {
    entries[name]?.isPrepared = true
  }

  /// Has it prepared anew, under a new name, at its next use.
  mutating func renew(_ name: String) {
    entries[name]?.isPrepared = false
    entries[name]?.generation += 1
  }
}
