import Postgres
import TestSupport
import Testing

@Suite("Parameters and rows")
struct RowsTests {
  @Test("every type comes back as it was sent")
  func roundTrip() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    func echo(_ parameter: Parameter) throws -> Rows { try connection.query("select $1", [parameter]) }
    for value in [true, false] { #expect(try echo(.bool(value)).bool(0, 0) == value) }
    for value in [Int16.min, -1, 0, .max] { #expect(try echo(.int2(value)).int2(0, 0) == value) }
    for value in [Int32.min, -1, 0, .max] { #expect(try echo(.int4(value)).int4(0, 0) == value) }
    for value in [Int64.min, -1, 0, .max] { #expect(try echo(.int8(value)).int8(0, 0) == value) }
    for value in [-0.5, 0, 1e300, .infinity, .leastNonzeroMagnitude] {
      #expect(try echo(.float8(value)).float8(0, 0) == value)
    }
    #expect(try echo(.float8(.nan)).float8(0, 0).isNaN)
    for value in ["", "Xã Nghĩa Tá", "e\u{302}\u{301}", "🐝\n\t\\'\""] {
      #expect(try echo(.text(value)).text(0, 0).utf8.elementsEqual(value.utf8))
    }
    for value in [[], [0], Array(0...255)] as [[UInt8]] { #expect(try echo(.bytea(value)).bytea(0, 0) == value) }
    #expect(try echo(.jsonb(#"{"a": [1, null, "Ô"]}"#)).jsonb(0, 0) == #"{"a": [1, null, "Ô"]}"#)
    #expect(
      try echo(.uuid("{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}")).uuid(0, 0) == "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")
    for value in [[], [1], [Int64.min, 0, .max]] as [[Int64]] {
      #expect(try echo(.int8Array(value)).int8Array(0, 0) == value)
    }
    for value in [[], [nil], ["", nil, "{a,\"b\"}", "Tày"]] as [[String?]] {
      #expect(try echo(.textArray(value)).textArray(0, 0) == value)
    }
    let places = [TupleID(block: 0, offset: 1), TupleID(block: .max - 1, offset: 291)]
    let echoed = try TestServer.connect().query("select ($1)[1], ($1)[2], ($1)[3]", [.tidArray(places)])
    #expect(try (0..<3).map { try echoed.tidOrNil(0, $0) } == places + [nil])
    for value in [[], ["1", #"{"a": "b"}"#]] as [[String]] {
      #expect(try echo(.jsonbArray(value)).jsonbArray(0, 0) == value)
    }
  }

  @Test(
    "numeric is the text that the server prints",
    arguments: [
      "0", "0.00", "1", "-1", "9999", "10000", "10001", "100000000", "0.1", "0.0001", "0.00001", "-0.000000012345",
      "97.7",
      "1234567890.0987654321", "12345678901234567890123456789", "1e40", "1.50", "NaN", "Infinity", "-Infinity", "1e-20",
    ])
  func numeric(text: String) throws {
    let connection = try TestServer.connect()
    let rows = try connection.query("select $1, $1::text, 7::int4", [.numeric(text)])
    #expect(try rows.numeric(0, 0) == rows.text(0, 1))
    #expect(try rows.numeric(0, 2) == "7")
  }

  @Test("dates and times agree with the server, infinities too")
  func times() throws {
    let connection = try TestServer.connect()
    try connection.query("set timezone = 'Asia/Ho_Chi_Minh'")
    for text in [
      "2000-01-01", "1999-12-31", "2020-02-29", "1900-03-01", "0001-01-01", "9999-12-31", "infinity", "-infinity",
    ] {
      let date = try #require(CalendarDate(iso: text))
      let rows = try connection.query("select $1, $1::text", [.date(date)])
      #expect(try rows.date(0, 0) == date)
      #expect(try rows.text(0, 1) == text)
      #expect(date.description == text)
    }
    for text in ["2021-03-02T17:00:00.5+07:00", "1969-12-31T23:59:59.999999Z", "infinity", "-infinity"] {
      let moment = try #require(Timestamp(iso: text))
      let rows = try connection.query("select $1, $1 = $2::timestamptz", [.timestamptz(moment), .text(text)])
      #expect(try rows.timestamptz(0, 0) == moment)
      #expect(try rows.bool(0, 1))
    }
  }

  @Test("NULL is nil or an error, by what the caller asks")
  func null() throws {
    let connection = try TestServer.connect()
    let parameters: [Parameter] = [
      .bool(nil), .int2(nil), .int4(nil), .int8(nil), .float8(nil), .text(nil), .bytea(nil), .timestamptz(nil),
      .date(nil),
      .jsonb(nil), .uuid(nil), .numeric(nil), .int8Array(nil), .textArray(nil), .jsonbArray(nil),
      .tidArray(nil),
    ]
    let list = (1...parameters.count).map { "$\($0) as c\($0)" }.joined(separator: ", ")
    let rows = try connection.query("select \(list)", parameters)
    #expect(try rows.boolOrNil(0, 0) == nil && rows.int2OrNil(0, 1) == nil && rows.int4OrNil(0, 2) == nil)
    #expect(try rows.int8OrNil(0, 3) == nil && rows.float8OrNil(0, 4) == nil && rows.textOrNil(0, 5) == nil)
    #expect(try rows.byteaOrNil(0, 6) == nil && rows.timestamptzOrNil(0, 7) == nil && rows.dateOrNil(0, 8) == nil)
    #expect(try rows.jsonbOrNil(0, 9) == nil && rows.uuidOrNil(0, 10) == nil && rows.numericOrNil(0, 11) == nil)
    #expect(
      try rows.int8ArrayOrNil(0, 12) == nil && rows.textArrayOrNil(0, 13) == nil && rows.jsonbArrayOrNil(0, 14) == nil)
    #expect(try rows.isNull(0, 0) && rows.isNull(0, 15))
    #expect(problem { _ = try rows.int8(0, 3) }?.reason == .null)
    #expect(problem { _ = try rows.textArray(0, 13) }?.column == "c14")
  }

  @Test("a cell of another type is an error that names type and column, not the value")
  func wrongType() throws {
    let connection = try TestServer.connect()
    let rows = try connection.query(
      "select 1::int8 as n, 'bí mật'::text as t, array[1, null]::int8[], array[[1]]::int8[]")
    #expect(problem { _ = try rows.text(0, 0) }?.reason == .type)
    #expect(problem { _ = try rows.int4(0, 0) }?.reason == .type)
    #expect(problem { _ = try rows.int8(0, 1) }?.typeOID == 25)
    #expect(problem { _ = try rows.int8(0, 1) }?.description.contains("bí") == false)
    #expect(problem { _ = try rows.int8Array(0, 2) }?.reason == .null)
    #expect(problem { _ = try rows.int8Array(0, 3) }?.reason == .malformed)
    for (row, column) in [(1, 0), (0, 4), (-1, 0), (0, -1)] {
      let error = #expect(throws: PostgresError.self) { try rows.int8(row, column) }
      #expect(error?.kind == .usage)
    }
  }

  @Test("counts rows, names columns, widens small integers, reads enums and arrays of enums as text")
  func shapes() throws {
    let database = try TestDatabase()
    let connection = try database.connect()
    try connection.script("create type level as enum ('XA', 'TINH'); create table t (n int2, l level)")
    let inserted = try connection.query("insert into t select n, 'XA' from generate_series(1, 5) n")
    #expect(inserted.affected == 5 && inserted.commandTag == "INSERT 0 5" && inserted.count == 0)
    let rows = try connection.query("select n, l, array[l] as \"Cấp\" from t order by n")
    #expect(rows.count == 5 && rows.columnCount == 3)
    #expect(rows.columnIndex("Cấp") == 2 && rows.columnIndex("cấp") == nil && rows.columnName(1) == "l")
    #expect(try rows.int8(4, 0) == 5 && rows.int4(4, 0) == 5 && rows.text(0, 1) == "XA")
    #expect(try rows.textArray(0, 2) == ["XA"])
    #expect(try connection.query("create table u ()").affected == 0)
  }

  @Test("rows outlive their connection")
  func outlive() throws {
    func read() throws -> Rows { try TestServer.connect().query("select 'còn'") }
    #expect(try read().text(0, 0) == "còn")
  }

  @Test("too many parameters are refused and the connection stays usable")
  func tooMany() throws {
    let connection = try TestServer.connect()
    let many = [Parameter](repeating: .int4(1), count: 65_536)
    let error = #expect(throws: PostgresError.self) { try connection.query("select 1", many) }
    #expect(error?.kind == .usage)
    #expect(try connection.query("select 1").int4(0, 0) == 1)
  }

  private func problem(_ body: () throws -> Void) -> DecodingProblem? {
    let error = #expect(throws: PostgresError.self) { try body() }
    guard case .decoding(let problem) = error else { return nil }
    return problem
  }
}
