internal import ArgumentParser
internal import Daemon
internal import DemoData
internal import Glibc
internal import Jobs
internal import Postgres
internal import Reports
internal import Schema

/// How a command ends that does not end well: its message and exit code.
enum CommandEnd {
  /// The command did what it could and failed; the message was already written.
  static let failed = ExitCode(1)
  /// The set-up is wrong: starting again changes nothing (EX_CONFIG of sysexits.h).
  static let misconfigured = ExitCode(78)

  /// Writes the error's message where it belongs and ends the process.
  static func exit(_ error: any Error) -> Never {
    switch error {
    case let error as ConfigurationError:
      for problem in error.problems { Terminal.error(problem.description) }
      Glibc.exit(misconfigured.rawValue)
    case let error as SchemaError:
      Terminal.error(error.description)
      Glibc.exit(error.isConfiguration ? misconfigured.rawValue : failed.rawValue)
    case let error as TemplateError:
      Terminal.error(error.description)
      Glibc.exit(misconfigured.rawValue)
    case let error as PostgresError:
      Terminal.error(error)
      Glibc.exit(failed.rawValue)
    case let error as ReportError:
      Terminal.error(error.description)
      Glibc.exit(failed.rawValue)
    case let error as DemoDataError:
      Terminal.error(error.description)
      if let hint = error.hint { Terminal.line("hint: " + hint) }
      Glibc.exit(failed.rawValue)
    default: other(error)
    }
  }

  /// Help, version, usage errors and exit codes of the commands themselves.
  private static func other(_ error: any Error) -> Never {
    let code = Dvkd.exitCode(for: error)
    let message = Dvkd.fullMessage(for: error)
    if !message.isEmpty {
      if code == .success { print(message) } else { Terminal.line(message) }
    }
    // The parser's code for usage errors is EX_USAGE; ours is 2, as of most tools.
    Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
  }
}
