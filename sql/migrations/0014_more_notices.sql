-- Notices of refusal (N03), of an appraisal's result (N05) and of a revocation (N11).

alter table notice.notice drop constraint notice_kind;
alter table notice.notice add constraint notice_kind check (kind in ('N02', 'N03', 'N05', 'N07', 'N08', 'N11'));
comment on column notice.notice.kind is 'Loại: N02 yêu cầu bổ sung hồ sơ, N03 thông báo không hợp lệ, không đạt, N05 thông báo kết quả thẩm định, N07 quyết định khen thưởng, N08 thông báo khen thưởng, N11 thu hồi, hủy / Kind';
comment on column notice.notice.object_id is 'Đối tượng: hồ sơ (N02, N03), lần thẩm định (N05), quyết định (N07), lượt khen (N08) hoặc văn bản thu hồi, hủy (N11) / Submission (N02, N03), appraisal (N05), decision (N07), commendation (N08) or revoking document (N11) it is about';

-- What one document revoked is found by it.
create index recognition_by_revoking_document on registry.recognition (revoked_document_id) where revoked_document_id is not null;
create index commendation_by_revoking_document on registry.commendation (revoked_document_id) where revoked_document_id is not null;

comment on column queue.kind_field.required_when_value is '… có giá trị này, hoặc một trong các giá trị cách nhau bằng | / … has this value, or one of these, between |.';
