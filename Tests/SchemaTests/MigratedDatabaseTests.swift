import Foundation
import Postgres
import TestSupport
import Testing

@testable import Schema

@Suite("The schema of this checkout")
struct MigratedDatabaseTests {
  @Test("is applied whole, lists all its reference files, and is up to date afterwards")
  func whole() throws {
    let database = try TestDatabase()
    let files = try SchemaFiles(TestDatabase.share)
    let report = try Migrator(files: files).migrate(database.url)
    // Rows that do not fit are told; the official lists hold some.
    #expect(report.warnings.filter(\.row.isEmpty) == [])
    #expect(try Migrator(files: files).check(database.url).isUpToDate)
    #expect(try SchemaGate.check(database.connect()) == .open(version: SchemaVersion.known, known: SchemaVersion.known))
  }

  @Test("has an owner and a comment on every table, column, view and function, and grants nothing to PUBLIC")
  func commented() throws {
    let database = try TestDatabase.migrated()
    let rows = try database.connect().query(
      """
      with schemas as (
          select oid, nspname from pg_namespace where nspname in ('queue', 'registry', 'stats', 'notice')
      ), findings as (
          select 'no comment on schema ' || s.nspname as finding from schemas s
           where obj_description(s.oid, 'pg_namespace') is null
          union all
          select 'no comment on ' || c.oid::regclass from pg_class c join schemas s on s.oid = c.relnamespace
           where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and obj_description(c.oid, 'pg_class') is null
          union all
          select 'no comment on ' || c.oid::regclass || '.' || a.attname
            from pg_class c join schemas s on s.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
           where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
             and col_description(c.oid, a.attnum) is null
          union all
          select 'no comment on ' || p.oid::regprocedure from pg_proc p join schemas s on s.oid = p.pronamespace
           where obj_description(p.oid, 'pg_proc') is null
          union all
          select 'owner of ' || c.oid::regclass || ' is not dvk_owner' from pg_class c join schemas s on s.oid = c.relnamespace
           where c.relowner <> 'dvk_owner'::regrole
          union all
          select 'PUBLIC may execute ' || p.oid::regprocedure from pg_proc p join schemas s on s.oid = p.pronamespace
           where p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0)
          union all
          select 'PUBLIC has rights on ' || c.oid::regclass
            from pg_class c join schemas s on s.oid = c.relnamespace, aclexplode(c.relacl) a where a.grantee = 0
          union all
          select 'security definer without search_path: ' || p.oid::regprocedure
            from pg_proc p join schemas s on s.oid = p.pronamespace
           where p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)
      )
      select finding from findings order by 1
      """)
    var findings: [String] = []
    for row in 0..<rows.count { findings.append(try rows.text(row, 0)) }
    #expect(findings == [])
  }
}
