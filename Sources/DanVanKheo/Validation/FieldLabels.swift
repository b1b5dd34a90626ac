/// What officers call the items of a form (tên mục), by member names without list positions.
private let labels: [String: String] = [
  "filed_on": "Ngày nộp", "sender_unit": "Đơn vị gửi", "year": "Năm", "type": "Hình thức đăng ký", "model": "Mô hình",
  "model.name": "Tên mô hình",
  "model.field": "Lĩnh vực", "model.places": "Địa chỉ mô hình", "model.source": "Mô hình gốc",
  "model.source.name": "Tên mô hình gốc", "model.source.unit": "Đơn vị của mô hình gốc", "subjects": "Chủ thể đăng ký",
  "subjects.name": "Tên chủ thể", "subjects.kind": "Loại chủ thể", "subjects.position": "Chức vụ",
  "situation": "Thực trạng, lý do", "goals": "Mục tiêu, tiêu chí", "content": "Nội dung, cách thức",
  "scope": "Địa bàn, đối tượng", "forces": "Lực lượng thực hiện", "resources": "Nguồn lực",
  "schedule": "Thời gian thực hiện", "outputs": "Sản phẩm, kết quả đầu ra",
  "sustainability": "Khả năng duy trì, nhân rộng", "starts_on": "Ngày bắt đầu", "ends_on": "Ngày kết thúc",
  "narrative": "Nội dung báo cáo", "indicators": "Chỉ tiêu", "indicators.name": "Tên chỉ tiêu",
  "indicators.unit": "Đơn vị tính", "indicators.value": "Giá trị", "tables": "Bảng số liệu",
  "tables.name": "Tên bảng", "tables.parts.name": "Tên thành phần", "held_on": "Ngày tổ chức", "team": "Đoàn kiểm tra",
  "inspected_on": "Ngày kiểm tra", "units": "Đơn vị được kiểm tra", "topics": "Nội dung kiểm tra",
  "conclusion": "Kết luận kiểm tra", "level": "Cấp", "title": "Danh hiệu", "models": "Danh sách mô hình",
  "models.unit": "Đơn vị của mô hình", "models.name": "Tên mô hình", "models.criteria.novelty": "Tính mới",
  "models.criteria.skill": "Tính khéo", "models.criteria.practicality": "Tính thiết thực",
  "models.criteria.effectiveness": "Tính hiệu quả", "decision": "Văn bản quyết định",
  "decision.symbol": "Số, ký hiệu", "decision.issued_on": "Ngày ban hành", "decision.issuer": "Cơ quan ban hành",
  "decision.subject": "Trích yếu", "form": "Hình thức khen", "movement": "Phong trào", "period": "Giai đoạn",
  "reason": "Thành tích, lý do", "recipients": "Danh sách đề nghị", "recipients.name": "Tên tập thể, cá nhân",
  "recipients.unit": "Đơn vị", "recipients.position": "Chức vụ", "recipients.kind": "Loại đối tượng",
  "recipients.amount": "Tiền thưởng", "merit": "Loại thành tích", "bases": "Căn cứ khen",
  "appraisal": "Biên bản thẩm định",
  "models.scores": "Điểm", "minutes": "Biên bản xét khen thưởng", "letter": "Văn bản đề nghị",
  "achievement_report": "Báo cáo thành tích",
]

/// What officers call an item.
///
/// - Parameter names: Names of the members that lead to it, list positions left out.
/// - Returns: The label of the form; for an item that no form has, its name.
func fieldLabel(_ names: [String]) -> String { labels[names.joined(separator: ".")] ?? names.last ?? "Nội dung" }
