/// Everything one locality brings: its set-up, its claims, its dossiers in filing order.
struct LocalityPlan: Sendable {
  var units: [SetUpPlan.Unit] = []
  var blocks: [SetUpPlan.Block] = []
  var fieldSets: [SetUpPlan.FieldSet] = []
  var campaigns: [SetUpPlan.Campaign] = []
  var dossiers: [Dossier] = []
  /// Models that are registered, by year: what noise and invalid dossiers refer to.
  var registered: [Int: [ModelPlan]] = [:]
  /// Models that may still be invented without repeating a name of a unit.
  var unused: [ModelPlan] = []
}
