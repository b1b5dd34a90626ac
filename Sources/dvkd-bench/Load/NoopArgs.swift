import JobQueue

/// The arguments of a no-op job, and the one place where the benchmarks decode them.
struct NoopArgs {
  let n: Int64

  /// Decodes many; one a lane.
  struct Reader {
    /// - Throws: `BenchError` when there is no number, `JobArgs.Problem` when it is none.
    func read(_ job: ClaimedJob) throws -> NoopArgs {
      guard let n = try JobArgs(job.args).integer("n") else { throw BenchError("job \(job.id) has no n") }
      return NoopArgs(n: n)
    }
  }
}
