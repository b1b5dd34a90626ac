import Foundation
import JobQueue

/// The arguments of a no-op job, and the one place where the benchmarks decode them.
struct NoopArgs: Decodable {
  let n: Int

  /// Decodes many; one a lane.
  struct Reader {
    private let decoder = JSONDecoder()

    func read(_ job: ClaimedJob) throws -> NoopArgs { try decoder.decode(NoopArgs.self, from: Data(job.args.utf8)) }
  }
}
