/// Fills the forms of recognition (công nhận) and commendation (khen thưởng): what is proposed and what people decided.
enum DecisionForms {
  /// The document of a decision; number and date stay null where no article gives them.
  struct Document: Sendable {
    var symbol: String?
    var issuedOn: String?
    var issuer: String
    var subject: String

    var json: JSONValue {
      [
        "symbol": .optional(symbol), "issued_on": .optional(issuedOn), "issuer": .text(issuer),
        "subject": .text(subject),
      ]
    }
  }

  /// A commended subject (đối tượng khen thưởng).
  struct Recipient: Sendable {
    var kind: String
    var name: String
    var unit: String
    var position: String?
    var model: JSONValue?

    var json: JSONValue {
      var value: JSONValue = ["kind": .text(kind), "name": .text(name), "unit": .text(unit)]
      if let position { value["position"] = .text(position) }
      if let model { value["model"] = model }
      return value
    }
  }

  /// Content of a proposal to recognise models, each judged by the four criteria.
  static func recognitionProposal(
    _ models: [ModelPlan], level: String, year: Int, title: String, filedOn: String
  ) -> JSONValue {
    [
      "filed_on": .text(filedOn), "level": .text(level), "year": .int(year), "title": .text(title),
      "models": .array(models.map { criteria(on: $0.reference, topic: $0.topic) }),
    ]
  }

  /// Content of a decision that recognises models.
  static func recognitionDecision(
    _ models: [ModelPlan], document: Document, level: String, year: Int?, title: String, filedOn: String
  ) -> JSONValue {
    [
      "filed_on": .text(filedOn), "decision": document.json, "level": .text(level),
      "year": year.map(JSONValue.int) ?? .null, "title": .text(title), "models": .array(models.map(\.reference)),
    ]
  }

  /// Content of a proposal to commend; with a document it is the decision.
  static func commendation(
    _ recipients: [Recipient], level: String, form: String?, period: String, reason: String, filedOn: String,
    document: Document? = nil
  ) -> JSONValue {
    var content: JSONValue = ["filed_on": .text(filedOn)]
    if let document { content["decision"] = document.json }
    content["level"] = .text(level)
    content["form"] = .optional(form)
    content["movement"] = "Dân vận khéo"
    content["period"] = .text(period)
    content["reason"] = .text(reason)
    content["recipients"] = .array(recipients.map(\.json))
    return content
  }

  private static func criteria(on reference: JSONValue, topic: String) -> JSONValue {
    var value = reference
    value["criteria"] = [
      "novelty": .text("Mô phỏng: cách làm mới đối với địa bàn trong việc \(topic.lowercasedFirst)."),
      "skill": "Vận động từng hộ, phát huy người có uy tín.",
      "practicality": "Đúng nhu cầu của người dân, phù hợp điều kiện địa phương.",
      "effectiveness": "Kết quả có số liệu, có thể kiểm chứng và nhân rộng.",
    ]
    return value
  }
}
