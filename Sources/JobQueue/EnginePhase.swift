internal import Synchronization

/// What the engine as a whole is doing.
enum EnginePhase: UInt8, AtomicRepresentable {
  /// Claiming and working.
  case running
  /// Claiming nothing more, finishing what is in hand.
  case draining
  /// Rolling back what is in hand.
  case aborting
}
