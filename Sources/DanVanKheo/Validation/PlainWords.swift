import VietnameseText

/// The words of a file name or title without marks, in small letters, one blank between: “Biên_bản-xét.pdf” is `bien ban xet pdf`.
///
/// Only to recognise what something is called, never to compare names.
func plainWords(_ text: String) -> String {
  var words = ""
  for scalar in precomposed(text).lowercased().unicodeScalars {
    if let letter = plainLetters[scalar] {
      words.unicodeScalars.append(letter)
    } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      words.unicodeScalars.append(scalar)
    } else if !words.isEmpty, words.last != " " {
      words.append(" ")
    }
  }
  if words.last == " " { words.removeLast() }
  return words
}

/// Vietnamese letters with marks and the plain letter each is made from.
private let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
  let rows: [(Unicode.Scalar, String)] = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
    ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
  ]
  var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
  for (plain, marked) in rows {
    for scalar in precomposed(marked).unicodeScalars { letters[scalar] = plain }
  }
  return letters
}()
