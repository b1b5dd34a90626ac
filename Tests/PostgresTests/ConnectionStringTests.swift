import Postgres
import Testing

@Suite("ConnectionString")
struct ConnectionStringTests {
  @Test(
    "never shows a password",
    arguments: [
      "postgresql://an:secret@db1,db2:5433/portal", "host=db user=an password=secret sslpassword=secret",
      "host=db user=an password='sec ret", "host=db secret", "postgresql://an:pa/secret@db/portal",
    ])
  func redacted(conninfo: String) {
    let string = ConnectionString(conninfo)
    var dumped = ""
    dump(string, to: &dumped)
    for shown in [string.redacted, "\(string)", String(reflecting: string), dumped] {
      #expect(!shown.contains("sec"))
    }
    do {
      _ = try Connection(string, applicationName: "test", connectTimeout: .seconds(2))
      Issue.record("connected")
    } catch {
      #expect(!"\(error)".contains("sec"))
    }
  }

  @Test("keeps every keyword when one is set")
  func setting() throws {
    let string = ConnectionString(#"host=a,b port=1,2 user='it''s' options='-c x=\\y' dbname=old"#)
    #expect(throws: PostgresError.self) { try string.value(of: "user") }
    let good = ConnectionString(#"host=a,b port=1,2 user='it\'s' options='-c x=\\y' dbname=old"#)
    let set = try good.setting("dbname", to: "mới 'x'")
    #expect(try set.value(of: "dbname") == "mới 'x'")
    #expect(try set.value(of: "user") == "it's")
    #expect(try set.value(of: "options") == #"-c x=\y"#)
    #expect(try set.value(of: "port") == "1,2")
    #expect(try set.value(of: "password") == nil)
  }
}
