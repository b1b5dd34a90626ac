/// Stops with a reason that is printed in optimised builds, too.
func expect(_ isTrue: Bool, _ reason: @autoclosure () -> String) {
  if !isTrue { fatalError(reason()) }
}
