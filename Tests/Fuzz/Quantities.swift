import VietnameseText

/// Any text: quantities lie inside it, in order, and apart from one another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let scalars = text.unicodeScalars.count
  var end = 0
  for quantity in quantities(in: text) {
    expect(quantity.range.lowerBound >= end, "quantities overlap")
    expect(!quantity.range.isEmpty && quantity.range.upperBound <= scalars, "a quantity outside the text")
    end = quantity.range.upperBound
  }
  return 0
}
