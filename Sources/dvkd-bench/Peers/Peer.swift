/// A job queue that dvkd is measured against; its Python side is `Tests/Peers/peer_<name>.py`.
struct Peer {
  let name: String
  /// What pip installs for it; the versions are pinned in `Tests/Peers/requirements.txt`.
  let packages: [String]
  /// Jobs of a drain: enough for some seconds on two quiet cores.
  let jobs: Int
  /// What dvkd's drain is to be, as a multiple of this peer's; nil when none was set.
  let goal: Double?

  /// What every measure's own Python code needs.
  static let common = ["psycopg[binary]", "uvloop"]

  static let all = [
    Peer(name: "procrastinate", packages: ["procrastinate", "psycopg[binary,pool]"], jobs: 3_000, goal: 100),
    Peer(name: "pgqueuer", packages: ["pgqueuer[asyncpg]", "asyncpg"], jobs: 60_000, goal: 3.5),
    Peer(name: "oban", packages: ["oban", "psycopg[binary,pool]"], jobs: 12_000, goal: 10),
    Peer(name: "awa", packages: ["awa-pg"], jobs: 20_000, goal: nil),
  ]
}
