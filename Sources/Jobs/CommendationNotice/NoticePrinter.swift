import DanVanKheo
import Foundation
import Mustache

/// Prints notices from the templates of a directory; every value is HTML-escaped by the templates' `{{…}}`.
struct NoticePrinter: Sendable {
  private let library: MustacheLibrary
  private let names: Set<String>

  /// Reads every `*.mustache` file of the directory.
  init(directory: String) throws(TemplateError) {
    let folder = URL(filePath: directory, directoryHint: .isDirectory)
    let files: [URL]
    do {
      files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    } catch {
      throw .unreadableDirectory(path: directory)
    }
    var templates: [String: MustacheTemplate] = [:]
    for file in files where file.pathExtension == "mustache" {
      let name = file.deletingPathExtension().lastPathComponent
      templates[name] = try Self.template(file)
    }
    library = MustacheLibrary(templates: templates)
    names = Set(templates.keys)
    for name in NoticeKind.allCases.map(\.rawValue) where !names.contains(name) { throw .missing(name: name) }
  }

  /// The whole page of a notice.
  func page(_ content: NoticeContent, template: String) throws(TemplateError) -> String {
    guard let page = library.render(NoticePage(content), withTemplate: template) else { throw .missing(name: template) }
    return page
  }

  private static func template(_ file: URL) throws(TemplateError) -> MustacheTemplate {
    let text: String
    do {
      text = try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw .unreadable(file: file.lastPathComponent)
    }
    do {
      return try MustacheTemplate(string: text)
    } catch {
      throw .invalid(file: file.lastPathComponent, reason: "\(error)")
    }
  }
}
