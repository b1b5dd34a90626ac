import Foundation
import Postgres
import TestSupport
import Testing

@testable import DanVanKheo

/// The verdicts must not depend on which job runs first, nor on how many lanes there are.
@Suite struct ValidationOrderTests {
  @Test("the same submissions give the same canonical rows in any order of jobs, with 1 and with 8 lanes")
  func order() throws {
    let straight = try rows(shuffled: nil, lanes: 1)
    for kind in ["model", "registration", "report", "recognition", "finding"] {
      #expect(straight.contains { $0.hasPrefix(kind + " ") }, "the submissions exercise \(kind)")
    }
    for code in ["DK-006", "DK-008", "DK-014", "CN-001", "CN-002", "CN-007", "CN-010", "VB-002"] {
      #expect(straight.contains { $0.hasPrefix("finding ") && $0.contains(code) }, "the submissions exercise \(code)")
    }
    for (seed, lanes) in [(0.1, 1), (0.7, 8)] {
      let shuffled = try rows(shuffled: seed, lanes: lanes)
      #expect(Set(straight).subtracting(shuffled).sorted() == [], "\(lanes) lanes")
      #expect(Set(shuffled).subtracting(straight).sorted() == [], "\(lanes) lanes")
    }
  }

  /// Submits the same dossiers into a fresh database, runs their jobs in some order, and reads what came of it.
  private func rows(shuffled seed: Double?, lanes: Int) throws -> [String] {
    let fixture = try SubmissionValidationFixture()
    let connection = try fixture.database.connect()
    let communes = try connection.query(
      """
      select u.path from registry.unit u join registry.unit_name n on n.unit_id = u.id
      where u.path like '%Tỉnh Bắc Kạn' and n.type = 'xa' order by u.path limit 4
      """)
    let units = try (0..<communes.count).map { try communes.text($0, 0) }
    var dossiers = Dossiers(units: units)
    try connection.transaction { connection in
      for number in 0..<150 { try dossiers.submit(number, fixture, connection) }
    }
    if let seed {
      try connection.query("select setseed($1)", [.float8(seed)])
      try connection.query(
        "update queue.job set run_at = now() - random() * interval '1 hour' where kind = 'submission_validation'")
    }
    try fixture.validateAll(lanes: lanes)
    return try fixture.canonicalRows()
  }
}

/// Dossiers that depend on one another in every way there is; the same ones each time.
private struct Dossiers {
  let units: [String]
  private var state: UInt64 = 2021

  init(units: [String]) { self.units = units }

  mutating func submit(_ number: Int, _ fixture: SubmissionValidationFixture, _ connection: borrowing Connection) throws
  {
    let unit = units[draw(units.count)]
    let name = spelling(
      of: ["Trồng cây quế", "Thùng rác xanh", "Hoà giải ở cơ sở", "Camera an ninh", "Tổ liên gia"][draw(5)])
    let year = 2020 + draw(2)
    let source: JSON = .object([
      JSON.Member("unit", .string(units[draw(units.count)])),
      JSON.Member("name", .string(spelling(of: "Trồng cây quế"))),
    ])
    let model: JSON = .object([JSON.Member("unit", .string(unit)), JSON.Member("name", .string(name))])
    var kind = SubmissionKind.registration
    var edits: [(path: [String], value: JSON?)] = [
      (["year"], .number(String(year))), (["filed_on"], .string("\(year)-11-20")),
    ]
    switch draw(10) {
    case 0...3:
      edits += [(["model", "name"], .string(name)), (["subjects", "0", "name"], .string("Chi bộ \(number % 7)"))]
    case 4: edits += [(["model", "name"], .string(name)), (["type"], "maintained")]
    case 5: edits += [(["model", "name"], .string(name)), (["type"], "replicated"), (["model", "source"], source)]
    case 6:
      kind = .report
      edits += [(["model", "name"], .string(name))]
    case 7:
      kind = .recognitionProposal
      edits += [(["models", "0", "unit"], .string(unit)), (["models", "0", "name"], .string(name))]
    case 8:
      kind = .recognitionDecision
      edits += [
        (["models"], .array([model])), (["level"], "TINH"), (["decision", "symbol"], .string("\(number)-QĐ/TU")),
      ]
    default:
      kind = .recognitionDecision
      edits += [
        (["models"], .array([source, model])), (["level"], "TINH"),
        (["decision", "symbol"], .string("\(number)-QĐ/TU")),
      ]
    }
    if kind == .recognitionDecision { edits.append((["decision", "issuer"], "Ban Thường vụ Tỉnh ủy Bắc Kạn")) }
    let content = try SubmissionValidationFixture.content(kind, edits)
    try fixture.submit(
      kind, key: "\(number)", year: year, unit: kind == .recognitionDecision ? "Tỉnh Bắc Kạn" : unit, content,
      on: connection)
  }

  /// One of the ways to write a name that must not make a difference.
  private mutating func spelling(of name: String) -> String {
    switch draw(4) {
    case 0: "“\(name)”"
    case 1: decomposed(name)
    case 2: name.replacing("oà", with: "òa").uppercased()
    default: name
    }
  }

  private func decomposed(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars { scalars.append(scalar) }
    return String(scalars)
  }

  /// A number below a limit, the same sequence each time.
  private mutating func draw(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
