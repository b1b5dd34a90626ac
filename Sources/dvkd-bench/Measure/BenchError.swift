/// Why a benchmark could not be run; printed, exit code 1.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
