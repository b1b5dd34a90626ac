internal import ArgumentParser
internal import FoundationEssentials
internal import Schema

/// The shipped reference files, for commands that need no database.
struct ReferenceFiles {
  private let share: ShareDirectory

  /// Finds them.
  ///
  /// - Parameter named: Value of `--share-dir`, if given.
  /// - Throws: `SchemaError` with the places looked at.
  init(_ named: String?) throws { share = try ShareDirectory.locate(named: named) }

  /// The text of a file of `sql/reference`.
  ///
  /// - Throws: `CommandEnd.misconfigured` if it cannot be read; the message was written.
  func text(_ name: String) throws -> String {
    let path = share.file("sql/reference/" + name)
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      Terminal.error("cannot read \(path)")
      throw CommandEnd.misconfigured
    }
  }
}
