import Postgres

/// Defines what must exist before anybody files, one statement a kind of thing.
extension DemoWriter {
  func setUp(_ plan: DemoPlan, on connection: borrowing Connection) throws {
    try each(
      """
      select registry.define_unit(code => r.value ->> 'code', name => r.value ->> 'name', type => r.value ->> 'type',
          tree => r.value ->> 'tree', parent_code => r.value ->> 'parent', valid_from => null,
          valid_until => (r.value ->> 'valid_until')::date, note => r.value ->> 'note')
      """,
      plan.units.map { unit in
        [
          "code": .text(unit.code), "name": .text(unit.name), "type": .text(unit.type), "tree": .text(unit.tree),
          "parent": .optional(unit.parent), "valid_until": .optional(unit.validUntil), "note": .text(unit.note),
        ]
      }, on: connection)
    try each(
      """
      select registry.define_block(committee_code => r.value ->> 'committee', block_code => r.value ->> 'code',
          name => r.value ->> 'name')
      """,
      plan.blocks.map { ["committee": .text($0.committee), "code": .text($0.code), "name": .text($0.name)] },
      on: connection)
    try each(
      """
      select registry.assign_block(unit_code => r.value ->> 'unit', committee_code => r.value ->> 'committee',
          block_code => r.value ->> 'block')
      """,
      plan.blocks.flatMap { block in
        block.units.map { ["unit": .text($0), "committee": .text(block.committee), "block": .text(block.code)] }
      }, on: connection)
    try each(
      "select registry.define_field_set(r.value ->> 'code', r.value ->> 'name', r.value -> 'fields')",
      plan.fieldSets.map { set in
        [
          "code": .text(set.code), "name": .text(set.name),
          "fields": .array(set.fields.map { ["code": .text($0.code), "name": .text($0.name)] }),
        ]
      }, on: connection)
    try each(
      """
      select registry.define_campaign(code => r.value ->> 'code', name => r.value ->> 'name',
          unit_code => r.value ->> 'unit', period => r.value ->> 'period', field_set => r.value ->> 'field_set',
          tree => r.value ->> 'tree', parameters => r.value -> 'parameters')
      """,
      plan.campaigns.map { campaign in
        [
          "code": .text(campaign.code), "name": .text(campaign.name), "unit": .text(campaign.unit),
          "period": .text(campaign.period), "field_set": .text(campaign.fieldSet), "tree": .text(campaign.tree),
          "parameters": ["supplement_limit": .int(campaign.supplementLimit)],
        ]
      }, on: connection)
    try record(plan.claims, on: connection)
  }

  private func record(_ claims: [Claim], on connection: borrowing Connection) throws {
    try each(
      """
      select stats.report_figure(locality => r.value ->> 'locality', figure => r.value ->> 'figure',
          measure => r.value ->> 'measure', unit_code => r.value ->> 'unit', period => r.value ->> 'period',
          dimensions => r.value -> 'dimensions', value => (r.value ->> 'value')::numeric,
          excerpt => r.value ->> 'excerpt', source => r.value ->> 'source', reading => r.value ->> 'reading',
          inferred => (r.value ->> 'inferred')::boolean)
      """,
      claims.map { claim in
        [
          "locality": .text(claim.locality.rawValue), "figure": .text(claim.figure),
          "measure": .optional(claim.measure),
          "unit": .optional(claim.unit), "period": .optional(claim.period), "dimensions": claim.dimensions,
          "value": .text(claim.value), "excerpt": .text(claim.excerpt), "source": .text(claim.locality.article),
          "reading": .optional(claim.reading), "inferred": .bool(claim.isInferred),
        ]
      }, on: connection)
  }

  /// Runs a call for every item, in order; the item is `r.value`.
  private func each(_ call: String, _ items: [JSONValue], on connection: borrowing Connection) throws {
    try connection.query(
      "\(call) from jsonb_array_elements($1) with ordinality r (value, position) order by r.position",
      [.jsonb(JSONValue.array(items).json)])
  }
}
