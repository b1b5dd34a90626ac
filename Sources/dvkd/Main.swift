internal import ArgumentParser

/// The entry point.
@main
enum Main {
  static func main() {
    do {
      var command = try Dvkd.parseAsRoot()
      try command.run()
    } catch {
      CommandEnd.exit(error)
    }
  }
}
