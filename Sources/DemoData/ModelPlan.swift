/// A model (mô hình) as the generator thinks of it, before it becomes the content of dossiers.
struct ModelPlan: Sendable, Equatable {
  /// A subject (chủ thể) of the model.
  struct Subject: Sendable, Equatable {
    /// `collective`, `individual` or `household`.
    var kind = "collective"
    var name: String
    var role = "lead"
    var position: String?

    var json: JSONValue {
      var value: JSONValue = ["kind": .text(kind), "name": .text(name), "role": .text(role)]
      if let position { value["position"] = .text(position) }
      return value
    }
  }

  /// The owning unit as a form gives it.
  var unit: String
  var name: String
  var field: String
  var places: [String]
  var subjects: [Subject]
  /// True where the article ends the list of owners with “…”.
  var hasOpenSubjectList = false
  /// The recognised model this one replicates (nhân rộng).
  var source: (unit: String, name: String)?
  /// An article names the model, its owner and its place.
  var isNamed = false
  /// What the model does, in a few words, for the texts of its dossiers.
  var topic: String

  static func == (left: ModelPlan, right: ModelPlan) -> Bool {
    left.unit == right.unit && left.name == right.name
  }

  /// The reference of proposals and decisions to this model.
  var reference: JSONValue {
    ["unit": .text(unit), "name": .text(name)]
  }

  /// The source its dossiers carry: only what an article states is not `demo`.
  var filingSource: String {
    isNamed ? "article" : "demo"
  }
}
