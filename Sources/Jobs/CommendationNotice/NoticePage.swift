import DanVanKheo

/// What the templates of notices may name: the content, flat, with the measures of the page by system of papers.
struct NoticePage {
  let watermark: String?
  let superior: String?
  let issuer: String
  let star: Bool
  let title: String?
  let motto: String?
  let number: String
  let placeDate: String
  let typeName: String
  let subject: String
  let authority: String?
  let bases: [String]
  let articles: [NoticeContent.Article]
  let paragraphs: [String]
  let rows: [NoticeContent.Row]
  let list: NoticeList?
  let annexReference: String?
  let total: String?
  let signature: [String]
  let recipients: [String]
  /// Fixed for Party papers (Hướng dẫn 36-HD/VPTW) and within the range of Nghị định 30/2020/NĐ-CP, Phụ lục I.
  let margins: String
  let titleSize: String
  let recipientsLabelStyle: String

  init(_ content: NoticeContent) {
    watermark = content.watermark
    superior = content.header.superior
    issuer = content.header.issuer
    star = content.header.star
    title = content.header.title
    motto = content.header.motto
    number = content.header.number
    placeDate = content.header.placeDate
    typeName = content.typeName
    subject = content.subject
    authority = content.authority
    bases = content.bases
    articles = content.articles
    paragraphs = content.paragraphs
    rows = content.rows
    list = content.list
    annexReference = content.annexReference
    total = content.total
    signature = content.signature
    recipients = content.recipients
    let isParty = content.system == .party
    margins = "20mm 15mm 20mm 30mm"
    titleSize = isParty ? "15pt" : "13pt"
    recipientsLabelStyle =
      isParty ? "text-decoration: underline; font-weight: normal;" : "font-weight: bold; font-style: italic;"
  }
}
