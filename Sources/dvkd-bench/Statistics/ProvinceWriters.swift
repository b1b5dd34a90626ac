import Dispatch
import Postgres

/// Writers that correct registrations of one province at once, one a transaction.
struct ProvinceWriters {
  /// What keeps totals meanwhile.
  enum Keeping {
    /// Nobody: the writers log, and no refresh runs.
    case logged
    /// A refresh, again and again.
    case refreshed
    /// A trigger, which adds to the totals of the place and of all above it in the writer's own transaction; nothing is logged.
    case triggers
  }

  let country: SyntheticCountry
  /// The code of the province: the one whose number of communes is nearest to a 34th of all.
  let province: String

  /// Chooses the province, and names its registrations of 2023 by number.
  init(_ country: SyntheticCountry) throws {
    self.country = country
    let connection = try country.database.open()
    try connection.script(
      """
      create table synthetic.writable as
      select (row_number() over (order by r.id) - 1)::int as n, r.id
      from registry.registration r
      join synthetic.place o on o.id = r.unit_id
      where r.year = 2023 and o.province = (select p.n from synthetic.province p order by abs(p.communes - 3321 / 34), p.n limit 1);
      alter table synthetic.writable add primary key (n);
      """)
    province = try connection.query(
      "select p.code from synthetic.province p order by abs(p.communes - 3321 / 34), p.n limit 1"
    )
    .text(0, 0)
  }

  /// Lets them write for a time.
  /// - Returns: Committed changes a second, and the refreshes that were done meanwhile.
  func write(_ clients: Int, seconds: Double, keeping: Keeping) throws -> (rate: Double, refreshes: Int) {
    let connection = try country.database.open()
    let count = Int32(try connection.query("select count(*) from synthetic.writable").int8(0, 0))
    guard count > 0 else { throw BenchError("\(province) has no registrations of 2023: the country is too small") }
    if case .triggers = keeping { try connection.script(Self.triggers) }
    let url = country.database.url
    let isOver = Locked(false)
    let refreshes = Locked(0)
    let failures = Locked<[String]>([])
    let group = DispatchGroup()
    if case .refreshed = keeping {
      Clients.start(1, url: url, name: "refresher", group: group, failures: failures) { connection, _ in
        while !isOver.withLock({ $0 }) {
          try connection.query("select stats.refresh()")
          refreshes.withLock { $0 += 1 }
          Wait.nap(.milliseconds(100))
        }
      }
    }
    let statement = Self.statement(logged: keeping != .triggers)
    let committed = Locked(0)
    let start = ContinuousClock.now
    let writers = DispatchGroup()
    Clients.start(clients, url: url, name: "writer", group: writers, failures: failures) { connection, index in
      var drawn = UInt32(truncatingIfNeeded: index &* 7919 &+ 1)
      var own = 0
      let from = ContinuousClock.now
      while from.duration(to: .now) < .seconds(seconds) {
        drawn = drawn &* 1_664_525 &+ 1_013_904_223
        try connection.query(statement, [.int4(Int32(drawn >> 8) % count)])
        own += 1
      }
      committed.withLock { $0 += own }
    }
    writers.wait()
    let took = start.duration(to: .now) / .seconds(1)
    isOver.withLock { $0 = true }
    group.wait()
    try Clients.check(failures)
    if case .triggers = keeping {
      try connection.script("drop trigger keep_totals on registry.registration; drop table public.kept_total")
    }
    return (Double(committed.withLock { $0 }) / took, refreshes.withLock { $0 })
  }

  private static func statement(logged: Bool) -> String {
    """
    with changed as (
      update registry.registration r set type = case type when 'new' then 'maintained' else 'new' end
      where r.id = (select w.id from synthetic.writable w where w.n = $1::int)
      returning r.unit_id)
    select \(logged ? "stats.touch(array[c.unit_id], array[2023])" : "c.unit_id") from changed c
    """
  }

  /// The totals of M07 alone, filled from what is kept.
  private static let triggers = """
    create table public.kept_total (node bigint not null, year int not null, field_id bigint, subject_kind text, type text,
      value bigint not null, constraint kept_total_key unique nulls not distinct (node, year, field_id, subject_kind, type));
    insert into public.kept_total
      select unit_id, period::int, field_id, subject_kind, registration_type, value from stats.total
      where measure = 'M07' and tree = 'hanh_chinh' and period = '2023' and block_id is null;
    create or replace function public.keep_totals() returns trigger language plpgsql as $f$
    begin
      insert into public.kept_total as k
      select d.node, d.year, d.field_id, d.subject_kind, d.type, sum(d.value)
      from (
        select a.node, a.position, r.year, f.field_id, s.subject_kind, t.type, r.value
        from (values (old.unit_id, old.year, coalesce(old.field_id, 0), old.subject_kind, old.type, -1),
          (new.unit_id, new.year, coalesce(new.field_id, 0), new.subject_kind, new.type, 1)) r (unit_id, year, field_id, subject_kind, type, value)
        join stats.path w on w.unit_id = r.unit_id and w.period = r.year::text
        cross join lateral unnest(w.ancestors) with ordinality a (node, position)
        cross join lateral (values (r.field_id), (null)) f (field_id)
        cross join lateral (values (r.subject_kind), (null)) s (subject_kind)
        cross join lateral (values (r.type), (null)) t (type)) d
      group by d.node, d.position, d.year, d.field_id, d.subject_kind, d.type
      having sum(d.value) <> 0
      order by d.position, d.field_id, d.subject_kind, d.type
      on conflict on constraint kept_total_key do update set value = k.value + excluded.value;
      return null;
    end $f$;
    create trigger keep_totals after update on registry.registration for each row execute function public.keep_totals();
    """
}
