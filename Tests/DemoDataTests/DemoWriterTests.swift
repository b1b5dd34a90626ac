import Postgres
import TestSupport
import Testing

@testable import DemoData

@Suite("Writing the demo data")
struct DemoWriterTests {
  @Test("everything goes in once, and a second call changes nothing")
  func writesOnce() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    let plan = DemoPlanTests.plan
    let counts = try DemoData.write(connection: connection)
    #expect(counts.submissions == plan.dossiers.count)
    #expect(counts.withdrawn == 18)
    #expect(counts.repeated >= plan.dossiers.filter { $0.repeats > 0 }.count)

    let census = "select count(*), count(*) filter (where state = 'withdrawn'), max(version) from registry.submission"
    let first = try connection.query(census)
    #expect(try first.int8(0, 0) == Int64(plan.dossiers.count))
    #expect(try first.int8(0, 1) == 18)
    #expect(try first.int4(0, 2) == 1)

    try DemoData.write(connection: connection)
    #expect(try connection.query(census).int8(0, 0) == Int64(plan.dossiers.count))
    #expect(try connection.query("select count(*) from stats.reported_figure").int8(0, 0) == Int64(plan.claims.count))
  }

  @Test("a database that holds a campaign of somebody else is refused, and nothing is written")
  func refusesForeignData() throws {
    let database = try TestDatabase.migrated()
    let connection = try database.connect()
    try connection.script(
      """
      select registry.define_campaign(code => 'THAT', name => 'Đợt thật', unit_code => '06', period => '2021',
        field_set => 'chuan_4', tree => 'hanh_chinh');
      """)
    #expect(throws: DemoDataError.foreignData(campaigns: 1, submissions: 0)) {
      try DemoData.write(connection: connection)
    }
    #expect(try connection.query("select count(*) from registry.campaign").int8(0, 0) == 1)
  }
}
