-- Campaigns, what they are judged by, submissions and the findings about them.

-- ---------------------------------------------------------------- campaigns and what they are judged by

create table registry.field_set (
    code  text primary key,
    name  text not null,
    valid daterange not null default daterange(null, null)
);
comment on table registry.field_set is 'Bộ lĩnh vực / Sets of fields; localities use different ones';
comment on column registry.field_set.code is 'Mã bộ / Code';
comment on column registry.field_set.name is 'Tên bộ / Name';
comment on column registry.field_set.valid is 'Hiệu lực / Days';

create table registry.field (
    id        bigint generated always as identity primary key,
    field_set text not null references registry.field_set (code),
    code      text not null,
    name      text not null,
    name_key  text not null,
    position  int  not null,
    constraint field_one_per_code unique (field_set, code),
    constraint field_one_per_name unique (field_set, name_key)
);
comment on table registry.field is 'Lĩnh vực / Fields of a set';
comment on column registry.field.id is 'Mã số nội bộ / Identity';
comment on column registry.field.field_set is 'Bộ lĩnh vực / Set';
comment on column registry.field.code is 'Mã lĩnh vực / Code within the set';
comment on column registry.field.name is 'Tên lĩnh vực / Name';
comment on column registry.field.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.field.position is 'Thứ tự / Order';

create table registry.criterion_set (
    code   text primary key,
    name   text not null,
    source text not null default ''
);
comment on table registry.criterion_set is 'Bộ tiêu chí / Sets of criteria';
comment on column registry.criterion_set.code is 'Mã bộ / Code';
comment on column registry.criterion_set.name is 'Tên bộ / Name';
comment on column registry.criterion_set.source is 'Căn cứ / Source';

create table registry.criterion (
    criterion_set text not null references registry.criterion_set (code),
    code          text not null,
    name          text not null,
    max_score     numeric,
    position      int not null,
    constraint criterion_pkey primary key (criterion_set, code)
);
comment on table registry.criterion is 'Tiêu chí / Criteria of a set: tính mới, tính khéo, tính thiết thực, tính hiệu quả';
comment on column registry.criterion.criterion_set is 'Bộ tiêu chí / Set';
comment on column registry.criterion.code is 'Mã tiêu chí / Code: novelty, skill, practicality, effectiveness';
comment on column registry.criterion.name is 'Tên tiêu chí / Name';
comment on column registry.criterion.max_score is 'Điểm tối đa / Highest score, null where the guideline gives none';
comment on column registry.criterion.position is 'Thứ tự / Order';

create table registry.period (
    code      text primary key,
    kind      text not null,
    first_day date not null,
    last_day  date not null,
    name      text not null,
    constraint period_in_order check (first_day <= last_day)
);
comment on table registry.period is 'Kỳ / Periods in use, with their days';
comment on column registry.period.code is 'Mã kỳ / 2021, 2021-H1, 2021-9M, 2021-Q3, 2018-2020';
comment on column registry.period.kind is 'Loại kỳ / nam, 6_thang, 9_thang, quy, giai_doan';
comment on column registry.period.first_day is 'Từ ngày / First day';
comment on column registry.period.last_day is 'Đến ngày / Last day';
comment on column registry.period.name is 'Tên kỳ / Name';

create table registry.campaign (
    id            bigint generated always as identity primary key,
    code          text not null,
    name          text not null,
    unit_id       bigint not null references registry.unit (id),
    period        text not null references registry.period (code),
    field_set     text not null references registry.field_set (code),
    criterion_set text references registry.criterion_set (code),
    rule_set      int  not null,
    tree          text not null,
    parameters    jsonb not null default '{}',
    created_at    timestamptz not null default now(),
    constraint campaign_one_per_code unique (code),
    constraint campaign_parameters_are_an_object check (jsonb_typeof(parameters) = 'object')
);
create index campaign_by_unit on registry.campaign (unit_id);
comment on table registry.campaign is 'Đợt / Campaigns: who organises, for which period, with which fields, criteria, rules and parameters';
comment on column registry.campaign.id is 'Mã số nội bộ / Identity';
comment on column registry.campaign.code is 'Mã đợt / Code';
comment on column registry.campaign.name is 'Tên đợt / Name';
comment on column registry.campaign.unit_id is 'Đơn vị tổ chức / Organising unit';
comment on column registry.campaign.period is 'Kỳ / Period';
comment on column registry.campaign.field_set is 'Bộ lĩnh vực / Field set';
comment on column registry.campaign.criterion_set is 'Bộ tiêu chí / Criterion set';
comment on column registry.campaign.rule_set is 'Phiên bản bộ quy tắc / Rule-set version; a result never changes because rules changed later';
comment on column registry.campaign.tree is 'Cây tổ chức / Tree in which the campaign is counted';
comment on column registry.campaign.parameters is 'Tham số / Parameters: supplement_limit, subject_kinds, deadlines, …';
comment on column registry.campaign.created_at is 'Lúc tạo / Created';

create table registry.form (
    kind            text not null,
    version         int  not null,
    schema          jsonb not null,
    valid_example   jsonb not null,
    invalid_example jsonb not null,
    constraint form_pkey primary key (kind, version)
);
comment on table registry.form is 'Biểu mẫu / Forms: JSON Schema of the content per kind and version, with one valid and one invalid example';
comment on column registry.form.kind is 'Loại hồ sơ / Kind of submission';
comment on column registry.form.version is 'Phiên bản / Version';
comment on column registry.form.schema is 'Lược đồ JSON / JSON Schema';
comment on column registry.form.valid_example is 'Ví dụ hợp lệ / Valid example';
comment on column registry.form.invalid_example is 'Ví dụ không hợp lệ / Invalid example';

create table registry.rule (
    rule_set    int  not null,
    code        text not null,
    severity    text not null,
    message     text not null,
    basis       text not null default '',
    valid_from  date,
    valid_until date,
    facts       text not null default '',
    constraint rule_pkey primary key (rule_set, code),
    constraint rule_severity check (severity in ('L', 'C', 'G'))
);
comment on table registry.rule is 'Quy tắc kiểm tra / Validation rules by rule-set version';
comment on column registry.rule.rule_set is 'Phiên bản bộ quy tắc / Rule-set version';
comment on column registry.rule.code is 'Mã quy tắc / Code, e.g. DK-001';
comment on column registry.rule.severity is 'Mức độ / L lỗi (blocks), C cảnh báo (a person confirms), G gợi ý (tidied, with a trace)';
comment on column registry.rule.message is 'Thông báo / Message with {values}';
comment on column registry.rule.basis is 'Căn cứ / Basis';
comment on column registry.rule.valid_from is 'Có hiệu lực từ / First day';
comment on column registry.rule.valid_until is 'Có hiệu lực đến / Last day';
comment on column registry.rule.facts is 'Dữ kiện cần / Facts the rule reads';

create table registry.abbreviation (
    short text primary key,
    long  text not null,
    kind  text not null default 'word',
    constraint abbreviation_kind check (kind in ('word', 'prefix'))
);
comment on table registry.abbreviation is 'Chữ viết tắt / Abbreviations and prefixes that comparison keys expand';
comment on column registry.abbreviation.short is 'Viết tắt / Short form';
comment on column registry.abbreviation.long is 'Viết đầy đủ / Long form';
comment on column registry.abbreviation.kind is 'Cách dùng / word: anywhere; prefix: only before a name (TP., X.)';

create table registry.boilerplate (
    text   text primary key,
    source text not null default ''
);
comment on table registry.boilerplate is 'Chữ thừa của cổng thông tin / Portal leftovers that are no content';
comment on column registry.boilerplate.text is 'Chữ thừa / The leftover as it appears';
comment on column registry.boilerplate.source is 'Nguồn / Where it was seen';

-- ---------------------------------------------------------------- submissions

create sequence registry.submission_turn;
comment on sequence registry.submission_turn is 'Lượt nộp / Order in which contents were handed in; a new version takes a new turn';

create table registry.submission (
    id               bigint generated always as identity primary key,
    source           text not null,
    key              text not null,
    kind             text not null,
    campaign_id      bigint not null references registry.campaign (id),
    unit_text        text not null,
    unit_id          bigint references registry.unit (id),
    filed_on         date not null,
    year             int,
    model_key        text,
    source_model_key text,
    model_keys       text[],
    version          int not null default 1,
    turn             bigint not null default nextval('registry.submission_turn'),
    state            text not null default 'submitted',
    supplements_used int not null default 0,
    rule_set         int,
    job_id           bigint,
    submitted_at     timestamptz not null default now(),
    decided_at       timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    constraint submission_one_per_source_and_key unique (source, key),
    constraint submission_state check (state in ('draft', 'submitted', 'valid', 'needs_supplement', 'invalid', 'supplement_overdue',
        'under_appraisal', 'passed', 'failed', 'returned', 'decided', 'withdrawn')),
    constraint submission_withdrawn_with_day check ((state = 'withdrawn') = (withdrawn_at is not null))
) with (fillfactor = 85);
create index submission_unchecked_by_model on registry.submission (model_key, turn) where state = 'submitted' and model_key is not null;
create index submission_unchecked_by_campaign on registry.submission (campaign_id, turn) where state = 'submitted';
create index submission_unchecked_lists on registry.submission (turn) where state = 'submitted' and model_keys is not null;
create index submission_by_campaign on registry.submission (campaign_id, kind);
comment on table registry.submission is 'Hồ sơ / Submissions: the current version''s keys and state; contents are in submission_version';
comment on column registry.submission.id is 'Mã hồ sơ / Identity, told to the portal';
comment on column registry.submission.source is 'Nguồn gửi / System that hands it in';
comment on column registry.submission.key is 'Khóa gửi / The source''s own key; (source, key) is one submission';
comment on column registry.submission.kind is 'Loại hồ sơ / registration, report, inspection_record, recognition_proposal, recognition_decision, commendation_proposal, commendation_decision';
comment on column registry.submission.campaign_id is 'Đợt / Campaign';
comment on column registry.submission.unit_text is 'Đơn vị như hồ sơ ghi / Unit as written: a code, or a name with its path';
comment on column registry.submission.unit_id is 'Đơn vị / Unit found by validation';
comment on column registry.submission.filed_on is 'Ngày nộp / Day on which units are resolved: content''s filed_on, else the day of handing in (Asia/Ho_Chi_Minh)';
comment on column registry.submission.year is 'Năm / Year stated in the content; a registration, report or inspection without one takes its campaign''s';
comment on column registry.submission.model_key is 'Khóa tên mô hình / Comparison key of the model''s name (registration, report)';
comment on column registry.submission.source_model_key is 'Khóa tên mô hình gốc / Comparison key of the source model''s name (replicated registration)';
comment on column registry.submission.model_keys is 'Khóa tên các mô hình trong danh sách / Comparison keys of all models a proposal or decision lists, null for other kinds';
comment on column registry.submission.version is 'Phiên bản / Current version, 1 or more';
comment on column registry.submission.turn is 'Lượt / Turn of the current version: a verdict counts only what smaller turns made';
comment on column registry.submission.state is 'Trạng thái / State';
comment on column registry.submission.supplements_used is 'Số lần đã bổ sung / Supplements handed in so far';
comment on column registry.submission.rule_set is 'Phiên bản bộ quy tắc đã dùng / Rule-set version of the last verdict';
comment on column registry.submission.job_id is 'Công việc kiểm tra / Validation job of the current version';
comment on column registry.submission.submitted_at is 'Lúc nộp / First handed in';
comment on column registry.submission.decided_at is 'Lúc có kết quả kiểm tra / Time of the last verdict';
comment on column registry.submission.withdrawn_at is 'Lúc rút / Withdrawn';
comment on column registry.submission.withdrawn_reason is 'Lý do rút / Reason given';

create table registry.submission_version (
    submission_id      bigint not null references registry.submission (id),
    version            int    not null,
    turn               bigint not null,
    unit_text          text   not null,
    content            jsonb  not null,
    digest             bytea  not null,
    attachments_digest bytea  not null,
    submitted_at       timestamptz not null default now(),
    constraint submission_version_pkey primary key (submission_id, version),
    constraint submission_version_content_is_an_object check (jsonb_typeof(content) = 'object')
);
comment on table registry.submission_version is 'Nội dung từng phiên bản hồ sơ / Contents of every version, as handed in, never changed';
comment on column registry.submission_version.submission_id is 'Hồ sơ / Submission';
comment on column registry.submission_version.version is 'Phiên bản / Version';
comment on column registry.submission_version.turn is 'Lượt / Turn of this version';
comment on column registry.submission_version.unit_text is 'Đơn vị như hồ sơ ghi / Unit as written in this version';
comment on column registry.submission_version.content is 'Nội dung / Content as handed in, nothing normalised';
comment on column registry.submission_version.digest is 'Mã băm nội dung / SHA-256 of the NFC form of the content''s text';
comment on column registry.submission_version.attachments_digest is 'Mã băm danh sách tệp / SHA-256 of the NFC form of the attachment list''s text';
comment on column registry.submission_version.submitted_at is 'Lúc nộp / Handed in';

create table registry.attachment (
    submission_id bigint not null,
    version       int    not null,
    position      int    not null,
    name          text   not null,
    media_type    text,
    size          bigint,
    sha256        bytea  not null,
    constraint attachment_pkey primary key (submission_id, version, position),
    constraint attachment_of_a_version foreign key (submission_id, version)
        references registry.submission_version (submission_id, version),
    constraint attachment_sha256_length check (length(sha256) = 32),
    constraint attachment_size_not_negative check (size >= 0)
);
comment on table registry.attachment is 'Tệp kèm theo / Attachments: metadata and SHA-256; the bytes stay with the portal';
comment on column registry.attachment.submission_id is 'Hồ sơ / Submission';
comment on column registry.attachment.version is 'Phiên bản / Version';
comment on column registry.attachment.position is 'Thứ tự / Order, from 0';
comment on column registry.attachment.name is 'Tên tệp / File name';
comment on column registry.attachment.media_type is 'Loại tệp / Media type';
comment on column registry.attachment.size is 'Kích thước / Bytes';
comment on column registry.attachment.sha256 is 'Mã băm / SHA-256 of the bytes';

create table registry.finding (
    submission_id bigint not null references registry.submission (id),
    version       int    not null,
    rule_set      int    not null,
    code          text   not null,
    path          text   not null,
    severity      text   not null,
    message       text   not null,
    data          jsonb  not null default '{}',
    found_at      timestamptz not null default now(),
    constraint finding_pkey primary key (submission_id, version, rule_set, code, path),
    constraint finding_severity check (severity in ('L', 'C', 'G'))
);
create index finding_by_code on registry.finding (code);
comment on table registry.finding is 'Kết quả kiểm tra / Findings of validation; the key makes a second run write nothing new';
comment on column registry.finding.submission_id is 'Hồ sơ / Submission';
comment on column registry.finding.version is 'Phiên bản hồ sơ / Version judged';
comment on column registry.finding.rule_set is 'Phiên bản bộ quy tắc / Rule-set version';
comment on column registry.finding.code is 'Mã quy tắc / Rule';
comment on column registry.finding.path is 'Vị trí / JSON pointer into the content; empty for the whole';
comment on column registry.finding.severity is 'Mức độ / L, C or G';
comment on column registry.finding.message is 'Thông báo / Vietnamese message with its values';
comment on column registry.finding.data is 'Dữ liệu / Values of the message';
comment on column registry.finding.found_at is 'Lúc ghi / Written';

create table registry.submission_change (
    id            bigint generated always as identity,
    xid           xid8 not null default pg_current_xact_id(),
    submission_id bigint not null references registry.submission (id),
    version       int  not null,
    state         text not null,
    changed_at    timestamptz not null default now(),
    constraint submission_change_pkey primary key (xid, id)
);
create index submission_change_by_submission on registry.submission_change (submission_id);
comment on table registry.submission_change is 'Nhật ký trạng thái hồ sơ / Feed of state changes, in the order of transactions';
comment on column registry.submission_change.id is 'Số thứ tự / Sequence number';
comment on column registry.submission_change.xid is 'Giao dịch / Writing transaction; served only when no older one can still commit';
comment on column registry.submission_change.submission_id is 'Hồ sơ / Submission';
comment on column registry.submission_change.version is 'Phiên bản / Version';
comment on column registry.submission_change.state is 'Trạng thái mới / New state';
comment on column registry.submission_change.changed_at is 'Lúc đổi / Changed';
