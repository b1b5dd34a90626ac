import ArgumentParser

@main
struct Dvkd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dvkd", abstract: "Background jobs of the Dân vận khéo portal.")
}
