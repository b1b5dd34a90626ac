/// The codes of issuers in symbols and whose papers they sign (cơ quan ban hành trong ký hiệu).
enum DocumentIssuers {
  /// The Party: committees, their commissions and offices.
  static let party = [
    "TW", "TU", "HU", "QU", "ThU", "TXU", "ĐU", "ĐUK", "ĐUX", "ĐUP", "ĐUCQ", "ĐUCCQ", "CB", "ĐB", "BCSĐ", "BDV",
    "BDVTU",
    "BDVTW", "BDVHU", "BTG", "BTGTU", "BTGTW", "BTGDV", "BTGDVTU", "BTGDVTW", "BTCTU", "BTCTW", "BTCHU", "BNC", "BNCTU",
    "BNCTW", "UBKT", "UBKTTU", "UBKTTW", "UBKTHU", "VPTU", "VPTW", "VPHU", "VPĐU", "BXDĐ", "BCHTW", "BBT",
  ]

  /// The State: government, ministries, departments, people's committees and councils, courts, forces.
  static let state = [
    "UBND", "UB", "CP", "TTg", "QH", "UBTVQH", "CTN", "HĐND", "TTHĐND", "HĐBT", "VPCP", "VPQH", "VPUB", "VPUBND",
    "CTUBND",
    "BNV", "BTP", "BCA", "BQP", "BGDĐT", "BGD&ĐT", "BYT", "BTNMT", "BNN", "BNNPTNT", "BNNMT", "BXD", "BGTVT", "BKHĐT",
    "BKHCN", "BTTTT", "BVHTTDL", "BLĐTBXH", "BNG", "BDTTG", "UBDT", "TTCP", "NHNN", "KTNN", "TANDTC", "VKSNDTC", "BHXH",
    "CA", "CAT", "CATP", "CAH", "CAX", "CAP", "BCHQS", "BĐBP", "BTL", "SNV", "STC", "STP", "SGDĐT", "SGD&ĐT", "SYT",
    "STNMT",
    "SNN", "SNNMT", "SNNPTNT", "SCT", "SXD", "SGTVT", "SKHĐT", "SKHCN", "STTTT", "SVHTTDL", "SLĐTBXH", "SNgV", "BDT",
    "SDTTG", "TTT", "TTr", "TA", "TAND", "VKS", "VKSND", "CTHADS", "CCT", "PNV", "PGDĐT", "PGD&ĐT", "PLĐTBXH", "PVHTT",
    "PTCKH", "PTP", "HĐTĐKT", "BTĐKT", "TĐKT", "BQL", "KBNN", "CTK", "TTPVHCC", "KTHT", "VHXH", "THPT", "THCS",
  ]

  /// The Fatherland Front.
  static let front = [
    "MTTQ", "MT", "UBMT", "UBMTTQ", "UBMTTQVN", "MTTQVN", "MTTW", "BTT", "BTTMT", "BTTMTTQ", "BTTUBMT", "UBTWMTTQVN",
  ]

  /// Mass organisations: trade union, farmers, women, youth, veterans and others.
  static let organisations = [
    "LĐLĐ", "TLĐ", "CĐCS", "CĐVC", "CĐ", "HND", "HNDVN", "HPN", "HLHPN", "LHPN", "PN", "ĐCT", "ĐTN", "TĐTN", "TNCS",
    "HĐĐ",
    "HCCB", "CCB", "HCTĐ", "CTĐ", "HKH", "HNCT", "HLHTN", "HSV", "HCTN",
  ]

  /// Companies, cooperatives and others outside the political system.
  static let others = ["CTY", "CTCP", "TCTY", "TNHH", "HĐQT", "HĐTV", "HTX", "GHPGVN"]

  /// Codes of several systems (Ban Chỉ đạo, Bộ Tài chính or Ban Tổ chức): the shape of the symbol decides.
  static let shared = ["BCĐ", "BTC", "BCT", "BTV", "VP", "BCH", "BVĐ", "HĐPH", "TCT", "BCĐDVK", "BCĐQCDC"]

  /// Offices that are taken as a part of the symbol even behind a blank (`MTTQ- BTT`).
  static let offices: Set<String> = ["BTT", "TĐKT", "NC", "VP", "TH", "KT", "VX"]

  /// What a code that is in no list has in it, in this order, tells its system: `TWĐTN`, `BDVHU`, `ĐUCA`, `TTHĐND`.
  static let frontParts = ["MTTQ"]
  static let organisationParts = ["LHPN", "HPN", "ĐTN", "HCCB", "LĐLĐ", "HND"]
  /// The committee a Party body belongs to ends its code.
  static let partyEnds = ["TU", "HU", "TW", "ĐU"]
  static let partyBegins = ["ĐU"]
  static let companyParts = ["CTY", "CTCP"]
  static let stateParts = ["UBND", "HĐND", "UBTVQH"]
}
