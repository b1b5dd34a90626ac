internal import Dispatch
internal import Glibc
internal import Synchronization

/// Signals as counts that a thread can wait for.
///
/// Make it before anything else: a SIGTERM that comes earlier ends the process. SIGTERM and SIGINT count as one, SIGHUP as another;
/// SIGPIPE is ignored, so that a closed socket is an error of its call and no end.
public final class SignalWatch {
  /// What arrived since the process began.
  final class Counts: Sendable {
    let terminations = Atomic(0)
    let reloads = Atomic(0)
    let arrived = DispatchSemaphore(value: 0)
  }

  let counts = Counts()
  private var sources: [any DispatchSourceSignal] = []

  /// Installs the handlers.
  public init() {
    signal(SIGPIPE, SIG_IGN)
    // Dispatch registers a source some time after `resume`. An ignored signal of that time would be lost, but one that the main
    // thread blocks stays pending, ignored or not, and the source finds it.
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    for number in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&mask, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &mask, nil)
    let queue = DispatchQueue(label: "dvkd.signals")
    for number in [SIGTERM, SIGINT, SIGHUP] {
      // Dispatch sees the signal only when its default, to end the process, is off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      let counts = counts
      source.setEventHandler { @Sendable in
        if number == SIGHUP {
          counts.reloads.add(1, ordering: .sequentiallyConsistent)
        } else {
          counts.terminations.add(1, ordering: .sequentiallyConsistent)
        }
        counts.arrived.signal()
      }
      source.resume()
      sources.append(source)
    }
  }

  /// How many times somebody asked for the end.
  public var terminations: Int { counts.terminations.load(ordering: .sequentiallyConsistent) }

  /// Whether a reload was asked for since the last call.
  public func takeReload() -> Bool { counts.reloads.exchange(0, ordering: .sequentiallyConsistent) > 0 }

  /// Blocks until a signal arrives, or `wake`, or the time is over.
  public func wait(upTo limit: Duration) {
    let nanoseconds = limit.components.seconds * 1_000_000_000 + limit.components.attoseconds / 1_000_000_000
    _ = counts.arrived.wait(timeout: .now() + .nanoseconds(Int(nanoseconds)))
  }
}
