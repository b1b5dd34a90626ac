/// What an administrator defines before anybody files: units, blocks, field sets, campaigns.
enum SetUpPlan {
  /// A unit (đơn vị) that has no official code.
  struct Unit: Sendable, Equatable {
    var code: String
    var name: String
    /// A code of the types of unit: `dang_bo`, `chi_bo`.
    var type: String
    var tree = "dang"
    var parent: String?
    var validUntil: String?
    var note: String
  }

  /// A block (khối) of a committee's units.
  struct Block: Sendable, Equatable {
    var committee: String
    var code: String
    var name: String
    var units: [String]
  }

  /// A field set (bộ lĩnh vực) as an article lists it.
  struct FieldSet: Sendable, Equatable {
    var code: String
    var name: String
    var fields: [(code: String, name: String)]

    static func == (left: FieldSet, right: FieldSet) -> Bool {
      left.code == right.code
    }
  }

  /// A campaign (đợt) of one year.
  struct Campaign: Sendable, Equatable {
    var code: String
    var name: String
    var unit: String
    var period: String
    var fieldSet: String
    var tree: String
    /// How often a dossier may be supplemented; 0 makes a faulty one invalid at once.
    var supplementLimit = 1
  }
}
