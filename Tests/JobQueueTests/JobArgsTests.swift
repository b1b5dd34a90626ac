import Testing

@testable import JobQueue

@Suite struct JobArgsTests {
  @Test(
    "a whole number of a top-level field",
    arguments: [
      (#"{"n": 7}"#, 7), (#"{"a": {"n": 1, "x": "}"}, "n": -42, "z": [1, 2]}"#, -42), (#"{"n": 7.00}"#, 7),
      (#"{"n": 9223372036854775807}"#, .max), (#"{"n": -9223372036854775808}"#, .min),
      (#"{"m": "\"n\": 3, ", "n": 5}"#, 5), (#"{"mô hình": "Dân vận khéo \\", "n": 6}"#, 6),
    ] as [(String, Int64)])
  func reads(args: String, value: Int64) throws {
    #expect(try JobArgs(args).integer("n") == value)
  }

  @Test(
    "nil when the field is absent or null", arguments: ["{}", #"{"m": 1}"#, #"{"n": null}"#, #"{"m": {"n": 1}}"#, ""])
  func absent(args: String) throws {
    #expect(try JobArgs(args).integer("n") == nil)
  }

  @Test(
    "another type, a fraction, or a number that does not fit is an error",
    arguments: [
      #"{"n": "7"}"#, #"{"n": 7.5}"#, #"{"n": true}"#, #"{"n": [7]}"#, #"{"n": 9223372036854775808}"#, #"{"n": -}"#,
      #"{"n": 7"#,
    ])
  func refused(args: String) {
    #expect(throws: JobArgs.Problem(field: "n", expected: "integer")) { try JobArgs(args).integer("n") }
  }
}
