import VietnameseText

/// Any text: references lie inside it, in order, apart from one another, and say what they were read from.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let scalars = Array(text.unicodeScalars)
  var end = 0
  for reference in documentReferences(in: text) {
    expect(reference.start >= end, "references overlap")
    expect(reference.start < reference.end && reference.end <= scalars.count, "a reference outside the text")
    let part = scalars[reference.start..<reference.end]
    expect(
      part.map(\.value) == reference.raw.unicodeScalars.map(\.value), "a reference that does not say what stands there")
    end = reference.end
  }
  return 0
}
