internal import ArgumentParser
internal import Daemon

/// `dvkd check-config`.
struct CheckConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the configuration without starting anything.",
    discussion: "All problems are listed, each with its place; exit code 78 if there is one. The database is not asked."
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var output: FormatOptions

  private struct Answer: Encodable {
    let ok: Bool
    let problems: [Problem]
  }

  private struct Problem: Encodable {
    let place: String
    let message: String
  }

  mutating func run() throws {
    do {
      _ = try options.read()
    } catch {
      guard output.wantsJSON else { throw error }
      let problems = error.problems.map { Problem(place: $0.place, message: $0.message) }
      print(try JSONText.line(Answer(ok: false, problems: problems)))
      throw CommandEnd.misconfigured
    }
    if output.wantsJSON { return print(try JSONText.line(Answer(ok: true, problems: []))) }
    let file = options.sources.fileToRead
    print(
      "configuration: ok"
        + (file.map { ", file \($0)" } ?? ", no file: no --config, and no \(ConfigurationSources.usualFile)"))
  }
}
