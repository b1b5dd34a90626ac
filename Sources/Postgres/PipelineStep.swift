/// One message of a pipeline that has a result of its own.
enum PipelineStep {
  /// Prepares a statement that is not known to the server yet, for the statement with that index.
  case prepare(name: String, serverName: String, sql: String, types: [UInt32], index: Int)
  /// Runs a statement that is prepared.
  case runPrepared(name: String, serverName: String, ParameterBuffer, index: Int, isCommit: Bool)
  /// Parses and runs a statement.
  case run(sql: String, ParameterBuffer, index: Int, isCommit: Bool)

  /// Which statement of the caller it belongs to.
  var index: Int {
    switch self {
    case .prepare(_, _, _, _, let index), .runPrepared(_, _, _, let index, _), .run(_, _, let index, _): index
    }
  }

  /// The caller's name of the prepared statement.
  var name: String? {
    switch self {
    case .prepare(let name, _, _, _, _), .runPrepared(let name, _, _, _, _): name
    case .run: nil
    }
  }

  var isPrepare: Bool {
    if case .prepare = self { true } else { false }
  }

  var isCommit: Bool {
    switch self {
    case .prepare: false
    case .runPrepared(_, _, _, _, let isCommit), .run(_, _, _, let isCommit): isCommit
    }
  }
}
