/// Vowels with a tone mark, in the order ngang huyền sắc hỏi ngã nặng, lower case.
private let openings: [(vowel: UInt32, toned: [UInt32])] = [
  (0x61, [0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1]),
  (0x65, [0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9]),
  (0x79, [0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5]),
]

/// Moves the tone mark of a final open oa, oe, uy to its last vowel: hòa → hoà, khỏe → khoẻ, ủy → uỷ.
///
/// Only keys are written so; the text itself is never changed. Closed and longer rhymes (hoàn, xoáy), `quý`, `già`
/// and `của` have one style only and stay; `i` and `y` are never unified, that would change names.
/// - Parameters:
///   - scalars: Lower-case NFC scalars.
///   - end: Where a word ends in them.
func unifyToneStyle(_ scalars: inout [UInt32], wordEndingAt end: Int) {
  guard end >= 2, scalars[end - 2] > 0x7F else { return }
  let last = scalars[end - 1]
  guard last == 0x61 || last == 0x65 || last == 0x79 else { return }
  let onY = last == 0x79
  let tone: Int
  switch (scalars[end - 2], onY) {
  case (0xF2, false), (0xF9, true): tone = 0
  case (0xF3, false), (0xFA, true): tone = 1
  case (0x1ECF, false), (0x1EE7, true): tone = 2
  case (0xF5, false), (0x169, true): tone = 3
  case (0x1ECD, false), (0x1EE5, true): tone = 4
  default: return
  }
  scalars[end - 2] = onY ? 0x75 : 0x6F
  scalars[end - 1] = openings[onY ? 2 : (last == 0x61 ? 0 : 1)].toned[tone]
}
