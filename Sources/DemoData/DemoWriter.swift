import Postgres

/// Hands a plan to the database in few round trips.
struct DemoWriter {
  /// Dossiers a statement: large enough to hide the round trip, small enough for a lane to start early.
  static let chunk = 250

  let progress: (String) -> Void

  /// Writes the set-up, the claims and the first version of every dossier.
  func file(_ plan: DemoPlan, on connection: borrowing Connection) throws -> DemoData.Counts {
    try refuseForeignData(plan, on: connection)
    var counts = DemoData.Counts()
    try setUp(plan, on: connection)
    counts.units = plan.units.count
    counts.campaigns = plan.campaigns.count
    counts.claims = plan.claims.count
    progress("\(counts.units) units, \(counts.campaigns) campaigns, \(counts.claims) claims")
    try submit(plan.dossiers, on: connection, counts: &counts)
    return counts
  }

  /// Hands in the second versions.
  func supplement(_ plan: DemoPlan, on connection: borrowing Connection) throws -> DemoData.Counts {
    try refuseForeignData(plan, on: connection)
    var counts = DemoData.Counts()
    try submit(plan.supplements, on: connection, counts: &counts)
    return counts
  }

  /// Simulated dossiers among real ones would be counted with them.
  private func refuseForeignData(_ plan: DemoPlan, on connection: borrowing Connection) throws {
    let rows = try connection.query(
      """
      select (select count(*) from registry.campaign c where c.code <> all ($1)),
             (select count(*) from registry.submission s join registry.campaign c on c.id = s.campaign_id
              where c.code <> all ($1) or s.source <> all ($2))
      """,
      [
        .textArray(plan.campaigns.map(\.code)),
        .textArray(Set((plan.dossiers + plan.supplements).map(\.source)).sorted()),
      ])
    let (campaigns, submissions) = (try rows.int8(0, 0), try rows.int8(0, 1))
    guard campaigns == 0, submissions == 0 else {
      throw DemoDataError.foreignData(campaigns: campaigns, submissions: submissions)
    }
  }

  private func submit(
    _ dossiers: [Dossier], on connection: borrowing Connection, counts: inout DemoData.Counts
  ) throws {
    var start = 0
    while start < dossiers.count {
      let part = Array(dossiers[start..<min(start + Self.chunk, dossiers.count)])
      let ids = try handIn(part, on: connection)
      counts.submissions += part.count
      counts.withdrawn += try withdraw(part, ids, on: connection)
      counts.repeated += try sendAgain(part, ids, on: connection)
      start += part.count
      if start % 2000 < Self.chunk || start == dossiers.count {
        progress("\(start) of \(dossiers.count) dossiers handed in")
      }
    }
  }

  /// One statement for many dossiers; ids come back in the order given.
  private func handIn(_ dossiers: [Dossier], on connection: borrowing Connection) throws -> [Int64] {
    let rows = try connection.prepared(
      "demo_submit",
      """
      select registry.submit(d.source, d.key, d.kind, d.campaign, d.unit, d.content, d.attachments)
      from unnest($1, $2, $3, $4, $5, $6, $7)
        with ordinality d (source, key, kind, campaign, unit, content, attachments, position)
      order by d.position
      """,
      [
        .textArray(dossiers.map(\.source)), .textArray(dossiers.map(\.key)), .textArray(dossiers.map(\.kind.rawValue)),
        .textArray(dossiers.map(\.campaign)), .textArray(dossiers.map(\.unit)),
        .jsonbArray(dossiers.map(\.content.json)), .jsonbArray(dossiers.map(\.kind.attachments)),
      ])
    return try (0..<rows.count).map { try rows.int8($0, 0) }
  }

  private func withdraw(_ dossiers: [Dossier], _ ids: [Int64], on connection: borrowing Connection) throws -> Int {
    let withdrawn = zip(dossiers, ids).filter { $0.0.withdrawal != nil }
    guard !withdrawn.isEmpty else { return 0 }
    try connection.query(
      "select registry.withdraw(w.id, w.reason) from unnest($1, $2) w (id, reason)",
      [.int8Array(withdrawn.map(\.1)), .textArray(withdrawn.map(\.0.withdrawal))])
    return withdrawn.count
  }

  /// The impatient sender: same key, same content, must be the same dossier.
  private func sendAgain(_ dossiers: [Dossier], _ ids: [Int64], on connection: borrowing Connection) throws -> Int {
    var sent = 0
    for turn in 1...3 {
      let again = zip(dossiers, ids).filter { $0.0.repeats >= turn }
      guard !again.isEmpty else { break }
      let second = try handIn(again.map(\.0), on: connection)
      for (pair, id) in zip(again, second) where pair.1 != id {
        throw DemoDataError.secondSubmission(key: pair.0.key)
      }
      sent += again.count
    }
    return sent
  }
}
