/// Finds the documents a text refers to (số, ký hiệu văn bản).
public func documentReferences(in text: String) -> [DocumentReference] { [] }
