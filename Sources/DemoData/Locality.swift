/// The five places whose published figures the demo reproduces.
enum Locality: String, CaseIterable, Sendable {
  case bacKanCity = "bac-kan-city"
  case provincialAgencies = "provincial-agencies"
  case benTre = "ben-tre"
  case hoaBinh = "hoa-binh"
  case choDon = "cho-don"

  /// Prefix of the locality's submission keys and campaign codes.
  var prefix: String {
    switch self {
    case .bacKanCity: "BK"
    case .provincialAgencies: "CQ"
    case .benTre: "BT"
    case .hoaBinh: "HB"
    case .choDon: "CD"
    }
  }

  /// Name of the article the locality's figures come from (the source of its claims).
  var article: String {
    switch self {
    case .bacKanCity: "000_f9150c328c170f4b"
    case .provincialAgencies: "001_ce509104d9e5d688"
    case .benTre: "002_5e479bc82137f1d1"
    case .hoaBinh: "003_ab8ad0e3d45b9b40"
    case .choDon: "004_303699eebcba118c"
    }
  }
}
