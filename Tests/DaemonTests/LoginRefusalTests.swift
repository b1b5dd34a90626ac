import Postgres
import Testing

@testable import Daemon

@Suite struct LoginRefusalTests {
  @Test(
    "what somebody must mend has a hint, what heals by itself has none",
    arguments: [
      (#"failed: FATAL:  database "dvkd" does not exist"#, "create the database"),
      (#"failed: FATAL:  role "dvkd" does not exist"#, "dvk_daemon"),
      (#"failed: FATAL:  role "dvk_daemon" is not permitted to log in"#, "alter role dvk_daemon login"),
      (#"failed: FATAL:  Peer authentication failed for user "dvk_daemon""#, "pg_ident.conf"),
      (#"failed: FATAL:  no pg_hba.conf entry for host "[local]""#, "pg_hba.conf"),
      ("failed: FATAL:  the database system is starting up", nil),
      ("failed: FATAL:  sorry, too many clients already", nil),
      ("failed: No such file or directory", nil),
    ])
  func hints(message: String, hint: String?) {
    let refusal = LoginRefusal(.connection(message))
    #expect((refusal == nil) == (hint == nil))
    if let hint { #expect(refusal?.hint.contains(hint) == true) }
  }

  @Test("a reason is told at once when it is new, and once a minute while it lasts")
  func told() {
    var told = ToldReasons()
    let start = ContinuousClock.now
    let answers = [("a", 0), ("a", 59), ("b", 59), ("b", 60), ("a", 60)].map { reason, second in
      told.tells(reason, at: start + .seconds(second))
    }
    #expect(answers == [true, false, true, false, true])
  }
}
