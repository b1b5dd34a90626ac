import VietnameseText

/// DV-005: where the campaign's committee groups units into blocks (khối), the unit that registers is in one.
///
/// The committee itself stands above its blocks.
struct BlockRule: Rule {
  static let codes: [RuleCode] = [.dv005]

  static func examine(_ examination: inout Examination) {
    let campaign = examination.facts.campaign
    // Of a unit that is not certain DV-001 to DV-003 speak.
    guard examination.facts.kind == .registration, campaign.hasBlocks, let unit = examination.facts.certainUnit,
      unit.id != campaign.unitID, examination.facts.block == nil
    else { return }
    examination.report(.dv005, at: "/unit", .text("unit", unit.path), .text("period", period(of: campaign)))
  }

  private static func period(of campaign: CampaignFacts) -> String {
    guard let from = campaign.from, let until = campaign.until else { return campaign.code }
    return "\(from.written) – \(until.written)"
  }
}
