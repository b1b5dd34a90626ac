-- Models, their registrations and reports, and what people decided about them.

-- ---------------------------------------------------------------- models and their subjects

create table registry.subject (
    id         bigint generated always as identity primary key,
    kind       text not null,
    name       text not null,
    name_key   text not null,
    unit_id    bigint references registry.unit (id),
    position   text,
    valid      daterange not null default daterange(null, null),
    first_turn bigint not null,
    constraint subject_kind check (kind in ('collective', 'individual', 'household')),
    constraint subject_one_per_unit_and_name unique nulls not distinct (name_key, kind, unit_id)
);
comment on table registry.subject is 'Chủ thể / Subjects: collectives, individuals, households';
comment on column registry.subject.id is 'Mã số nội bộ / Identity';
comment on column registry.subject.kind is 'Loại chủ thể / collective (tập thể), individual (cá nhân), household (hộ gia đình)';
comment on column registry.subject.name is 'Tên, như hồ sơ sớm nhất ghi / Name as the earliest submission wrote it';
comment on column registry.subject.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.subject.unit_id is 'Đơn vị / Unit it belongs to';
comment on column registry.subject.position is 'Chức vụ / Office held';
comment on column registry.subject.valid is 'Hiệu lực / Days';
comment on column registry.subject.first_turn is 'Lượt hồ sơ sớm nhất / Turn of the earliest submission that names it';

create table registry.model (
    id            bigint generated always as identity primary key,
    code          text not null,
    name          text not null,
    name_key      text not null,
    unit_id       bigint not null references registry.unit (id),
    field_id      bigint references registry.field (id),
    first_year    int,
    state         text not null default 'registered',
    submission_id bigint not null references registry.submission (id),
    constraint model_one_per_code unique (code),
    constraint model_one_per_unit_and_name unique (unit_id, name_key),
    constraint model_state check (state in ('proposed', 'registered', 'running', 'paused', 'ended'))
);
comment on table registry.model is 'Mô hình / Models';
comment on column registry.model.id is 'Mã số nội bộ / Identity';
comment on column registry.model.code is 'Mã mô hình / Code: MH and the number of the first submission';
comment on column registry.model.name is 'Tên mô hình / Name as first registered';
comment on column registry.model.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.model.unit_id is 'Đơn vị / Unit that registered it';
comment on column registry.model.field_id is 'Lĩnh vực / Field when first registered';
comment on column registry.model.first_year is 'Năm bắt đầu / Year of the first registration';
comment on column registry.model.state is 'Trạng thái / proposed, registered, running, paused, ended';
comment on column registry.model.submission_id is 'Hồ sơ đầu tiên / First submission';

create table registry.model_subject (
    model_id   bigint not null references registry.model (id),
    subject_id bigint not null references registry.subject (id),
    role       text not null default 'participate',
    position   int  not null default 0,
    constraint model_subject_pkey primary key (model_id, subject_id),
    constraint model_subject_role check (role in ('lead', 'coordinate', 'participate'))
);
create index model_subject_by_subject on registry.model_subject (subject_id);
comment on table registry.model_subject is 'Chủ thể của mô hình / Subjects of a model';
comment on column registry.model_subject.model_id is 'Mô hình / Model';
comment on column registry.model_subject.subject_id is 'Chủ thể / Subject';
comment on column registry.model_subject.role is 'Vai trò / lead (chủ trì), coordinate (phối hợp), participate (tham gia)';
comment on column registry.model_subject.position is 'Thứ tự trong hồ sơ / Order in the submission';

create table registry.model_place (
    model_id  bigint not null references registry.model (id),
    place     text not null,
    place_key text not null,
    position  int  not null default 0,
    constraint model_place_pkey primary key (model_id, place_key)
);
comment on table registry.model_place is 'Địa bàn của mô hình / Places of a model';
comment on column registry.model_place.model_id is 'Mô hình / Model';
comment on column registry.model_place.place is 'Địa bàn như hồ sơ ghi / Place as written';
comment on column registry.model_place.place_key is 'Khóa so sánh / Comparison key';
comment on column registry.model_place.position is 'Thứ tự trong hồ sơ / Order in the submission';

create table registry.registration (
    id                bigint generated always as identity primary key,
    submission_id     bigint not null references registry.submission (id),
    model_id          bigint not null references registry.model (id),
    campaign_id       bigint not null references registry.campaign (id),
    unit_id           bigint not null references registry.unit (id),
    year              int    not null,
    type              text   not null,
    field_id          bigint references registry.field (id),
    block_id          bigint references registry.block (id),
    subject_id        bigint references registry.subject (id),
    subject_kind      text,
    source_model_id   bigint references registry.model (id),
    open_subject_list boolean not null default false,
    starts_on         date,
    ends_on           date,
    registered_on     date not null,
    withdrawn_at      timestamptz,
    constraint registration_one_per_submission unique (submission_id),
    constraint registration_type check (type in ('new', 'maintained', 'replicated'))
);
create unique index registration_one_per_model_and_year on registry.registration (model_id, year) where withdrawn_at is null;
create index registration_by_unit on registry.registration (unit_id, year);
create index registration_by_campaign on registry.registration (campaign_id);
create index registration_by_source_model on registry.registration (source_model_id) where source_model_id is not null;
comment on table registry.registration is 'Đăng ký / Registrations: one per model and year among those not withdrawn';
comment on column registry.registration.id is 'Mã số nội bộ / Identity';
comment on column registry.registration.submission_id is 'Hồ sơ / Submission';
comment on column registry.registration.model_id is 'Mô hình / Model';
comment on column registry.registration.campaign_id is 'Đợt / Campaign';
comment on column registry.registration.unit_id is 'Đơn vị đăng ký / Registering unit as it was';
comment on column registry.registration.year is 'Năm / Year';
comment on column registry.registration.type is 'Kiểu / new (mới), maintained (duy trì), replicated (nhân rộng)';
comment on column registry.registration.field_id is 'Lĩnh vực / Field';
comment on column registry.registration.block_id is 'Khối trong kỳ / Block of the unit as of the period, null when unclassified';
comment on column registry.registration.subject_id is 'Chủ thể đăng ký / Registering subject';
comment on column registry.registration.subject_kind is 'Loại chủ thể đăng ký / Kind of the registering subject';
comment on column registry.registration.source_model_id is 'Mô hình gốc / Source model of a replication';
comment on column registry.registration.open_subject_list is 'Danh sách chủ thể để ngỏ / The list of subjects is open';
comment on column registry.registration.starts_on is 'Bắt đầu thực hiện / Starts';
comment on column registry.registration.ends_on is 'Kết thúc thực hiện / Ends';
comment on column registry.registration.registered_on is 'Ngày đăng ký / Day filed';
comment on column registry.registration.withdrawn_at is 'Lúc rút / Withdrawn; such a row counts no more';

create table registry.report (
    id              bigint generated always as identity primary key,
    submission_id   bigint not null references registry.submission (id),
    model_id        bigint references registry.model (id),
    registration_id bigint references registry.registration (id),
    campaign_id     bigint not null references registry.campaign (id),
    unit_id         bigint not null references registry.unit (id),
    year            int    not null,
    narrative       text   not null default '',
    indicators      jsonb  not null default '[]',
    tables          jsonb  not null default '[]',
    held_on         date,
    reported_on     date not null,
    withdrawn_at    timestamptz,
    constraint report_one_per_submission unique (submission_id)
);
create index report_by_model on registry.report (model_id, year);
create index report_by_unit on registry.report (unit_id, year);
comment on table registry.report is 'Báo cáo kết quả / Reports of results';
comment on column registry.report.id is 'Mã số nội bộ / Identity';
comment on column registry.report.submission_id is 'Hồ sơ / Submission';
comment on column registry.report.model_id is 'Mô hình / Model, null when none of that name is known in the unit';
comment on column registry.report.registration_id is 'Đăng ký của năm / Registration of that year, null when there is none';
comment on column registry.report.campaign_id is 'Đợt / Campaign';
comment on column registry.report.unit_id is 'Đơn vị / Unit';
comment on column registry.report.year is 'Năm / Year';
comment on column registry.report.narrative is 'Thuyết minh / Narrative';
comment on column registry.report.indicators is 'Chỉ tiêu / Indicators as reported: claims, never summed with counts';
comment on column registry.report.tables is 'Bảng số liệu / Tables as reported: claims';
comment on column registry.report.held_on is 'Ngày tổng kết / Day of the review';
comment on column registry.report.reported_on is 'Ngày nộp / Day filed';
comment on column registry.report.withdrawn_at is 'Lúc rút / Withdrawn';

create table registry.inspection (
    id            bigint generated always as identity primary key,
    submission_id bigint not null references registry.submission (id),
    campaign_id   bigint not null references registry.campaign (id),
    unit_id       bigint not null references registry.unit (id),
    year          int    not null,
    team          text   not null,
    team_key      text   not null,
    inspected_on  date,
    topics        text[] not null default '{}',
    conclusion    text   not null default '',
    withdrawn_at  timestamptz,
    constraint inspection_one_per_submission unique (submission_id)
);
create index inspection_by_unit on registry.inspection (unit_id, year);
comment on table registry.inspection is 'Cuộc kiểm tra của đoàn / Records of inspection teams';
comment on column registry.inspection.id is 'Mã số nội bộ / Identity';
comment on column registry.inspection.submission_id is 'Hồ sơ / Submission';
comment on column registry.inspection.campaign_id is 'Đợt / Campaign';
comment on column registry.inspection.unit_id is 'Đơn vị cử đoàn / Unit that sent the team';
comment on column registry.inspection.year is 'Năm / Year';
comment on column registry.inspection.team is 'Đoàn kiểm tra / Team';
comment on column registry.inspection.team_key is 'Khóa so sánh tên đoàn / Comparison key of the team; one team may hand in several records';
comment on column registry.inspection.inspected_on is 'Ngày kiểm tra / Day';
comment on column registry.inspection.topics is 'Nội dung kiểm tra / Topics';
comment on column registry.inspection.conclusion is 'Kết luận / Conclusion';
comment on column registry.inspection.withdrawn_at is 'Lúc rút / Withdrawn';

create table registry.inspection_unit (
    inspection_id bigint not null references registry.inspection (id),
    unit_id       bigint not null references registry.unit (id),
    constraint inspection_unit_pkey primary key (inspection_id, unit_id)
);
create index inspection_unit_by_unit on registry.inspection_unit (unit_id);
comment on table registry.inspection_unit is 'Đơn vị được kiểm tra / Units inspected';
comment on column registry.inspection_unit.inspection_id is 'Cuộc kiểm tra / Inspection';
comment on column registry.inspection_unit.unit_id is 'Đơn vị / Unit';

create table registry.recognition (
    id            bigint generated always as identity primary key,
    submission_id bigint not null references registry.submission (id),
    model_id      bigint not null references registry.model (id),
    campaign_id   bigint not null references registry.campaign (id),
    level         text   not null references registry.level (code),
    year          int,
    title         text   not null,
    authority     text   references registry.authority (code),
    document_id   bigint not null references registry.document (id),
    recognised_on date,
    revoked_at    timestamptz,
    constraint recognition_title check (title in ('mo_hinh', 'dien_hinh', 'nhan_rong'))
);
create unique index recognition_one_per_level_year_and_title on registry.recognition (model_id, level, year, title) nulls not distinct
    where revoked_at is null;
create index recognition_by_submission on registry.recognition (submission_id);
comment on table registry.recognition is 'Công nhận / Recognitions written from decisions people issued; facts with dates, not states';
comment on column registry.recognition.id is 'Mã số nội bộ / Identity';
comment on column registry.recognition.submission_id is 'Hồ sơ / Submission that recorded the decision';
comment on column registry.recognition.model_id is 'Mô hình / Model';
comment on column registry.recognition.campaign_id is 'Đợt / Campaign';
comment on column registry.recognition.level is 'Cấp / Level';
comment on column registry.recognition.year is 'Năm / Year, null when the source does not state it';
comment on column registry.recognition.title is 'Danh hiệu / mo_hinh, dien_hinh, nhan_rong (chosen for replication)';
comment on column registry.recognition.authority is 'Cơ quan công nhận / Body, when it is known';
comment on column registry.recognition.document_id is 'Quyết định / Decision';
comment on column registry.recognition.recognised_on is 'Ngày quyết định / Day of the decision';
comment on column registry.recognition.revoked_at is 'Lúc thu hồi / Revoked or withdrawn; such a row counts no more';

create table registry.commendation_decision (
    id            bigint generated always as identity primary key,
    submission_id bigint not null references registry.submission (id),
    campaign_id   bigint not null references registry.campaign (id),
    unit_id       bigint not null references registry.unit (id),
    document_id   bigint not null references registry.document (id),
    level         text   not null references registry.level (code),
    form          text,
    authority     text   references registry.authority (code),
    movement      text   not null default '',
    period        text   references registry.period (code),
    reason        text   not null default '',
    withdrawn_at  timestamptz,
    constraint commendation_decision_one_per_submission unique (submission_id)
);
create index commendation_decision_by_unit on registry.commendation_decision (unit_id);
comment on table registry.commendation_decision is 'Quyết định khen thưởng / Commendation decisions as people issued them';
comment on column registry.commendation_decision.id is 'Mã số nội bộ / Identity';
comment on column registry.commendation_decision.submission_id is 'Hồ sơ / Submission';
comment on column registry.commendation_decision.campaign_id is 'Đợt / Campaign';
comment on column registry.commendation_decision.unit_id is 'Đơn vị gửi / Unit that handed it in';
comment on column registry.commendation_decision.document_id is 'Văn bản / Document';
comment on column registry.commendation_decision.level is 'Cấp khen / Level';
comment on column registry.commendation_decision.form is 'Hình thức khen / Form of award, null when the source gives none';
comment on column registry.commendation_decision.authority is 'Cơ quan khen / Body, when it is known';
comment on column registry.commendation_decision.movement is 'Phong trào / Movement';
comment on column registry.commendation_decision.period is 'Kỳ thành tích / Period of the merit';
comment on column registry.commendation_decision.reason is 'Lý do / Reason';
comment on column registry.commendation_decision.withdrawn_at is 'Lúc rút / Withdrawn';

create table registry.achievement (
    id         bigint generated always as identity primary key,
    subject_id bigint not null references registry.subject (id),
    movement   text not null,
    period     text,
    model_id   bigint references registry.model (id),
    constraint achievement_one_per_subject_movement_period_and_model
        unique nulls not distinct (subject_id, movement, period, model_id)
);
comment on table registry.achievement is 'Thành tích / Achievements: what may be commended only once';
comment on column registry.achievement.id is 'Mã số nội bộ / Identity';
comment on column registry.achievement.subject_id is 'Chủ thể / Subject';
comment on column registry.achievement.movement is 'Phong trào / Movement';
comment on column registry.achievement.period is 'Kỳ / Period';
comment on column registry.achievement.model_id is 'Mô hình / Model';

create table registry.commendation (
    id                        bigint generated always as identity primary key,
    commendation_decision_id  bigint not null references registry.commendation_decision (id),
    subject_id                bigint not null references registry.subject (id),
    achievement_id            bigint not null references registry.achievement (id),
    document_id               bigint not null references registry.document (id),
    unit_id                   bigint references registry.unit (id),
    level                     text not null references registry.level (code),
    form                      text,
    authority                 text references registry.authority (code),
    subject_name              text not null,
    subject_position          text,
    unit_text                 text not null default '',
    list_position             int  not null,
    commended_on              date,
    revoked_at                timestamptz
);
create unique index commendation_one_per_achievement_form_and_document
    on registry.commendation (subject_id, achievement_id, form, document_id) nulls not distinct where revoked_at is null;
create index commendation_by_decision on registry.commendation (commendation_decision_id);
create index commendation_by_unit on registry.commendation (unit_id);
comment on table registry.commendation is 'Khen thưởng / Commendations: one subject in one decision';
comment on column registry.commendation.id is 'Mã số nội bộ / Identity';
comment on column registry.commendation.commendation_decision_id is 'Quyết định khen thưởng / Decision';
comment on column registry.commendation.subject_id is 'Chủ thể / Subject';
comment on column registry.commendation.achievement_id is 'Thành tích / Achievement';
comment on column registry.commendation.document_id is 'Văn bản / Document';
comment on column registry.commendation.unit_id is 'Đơn vị của chủ thể / Unit of the subject when it was found';
comment on column registry.commendation.level is 'Cấp khen / Level';
comment on column registry.commendation.form is 'Hình thức khen / Form of award, null when the source gives none';
comment on column registry.commendation.authority is 'Cơ quan khen / Body, when it is known';
comment on column registry.commendation.subject_name is 'Tên như quyết định ghi / Name as the decision prints it';
comment on column registry.commendation.subject_position is 'Chức vụ như quyết định ghi / Office as the decision prints it';
comment on column registry.commendation.unit_text is 'Đơn vị như quyết định ghi / Unit as the decision prints it';
comment on column registry.commendation.list_position is 'Thứ tự trong danh sách / Order in the list, from 0';
comment on column registry.commendation.commended_on is 'Ngày quyết định / Day of the decision';
comment on column registry.commendation.revoked_at is 'Lúc thu hồi / Revoked or withdrawn; such a row counts no more';

create table registry.audit (
    id        bigint generated always as identity primary key,
    at        timestamptz not null default clock_timestamp(),
    who       text not null default session_user,
    action    text not null,
    object    text not null,
    object_id bigint,
    reason    text,
    detail    jsonb not null default '{}'
);
create index audit_by_object on registry.audit (object, object_id);
comment on table registry.audit is 'Nhật ký thao tác / What people and systems did; append only';
comment on column registry.audit.id is 'Số thứ tự / Sequence number';
comment on column registry.audit.at is 'Lúc / When';
comment on column registry.audit.who is 'Ai / Who (session user)';
comment on column registry.audit.action is 'Việc / What was done';
comment on column registry.audit.object is 'Đối tượng / Kind of thing it was done to';
comment on column registry.audit.object_id is 'Mã đối tượng / Identity of the thing';
comment on column registry.audit.reason is 'Lý do / Reason';
comment on column registry.audit.detail is 'Chi tiết / Details';

create type registry.judged as (
    id               bigint,
    turn             bigint,
    kind             text,
    campaign_id      bigint,
    unit_id          bigint,
    year             int,
    filed_on         date,
    model_key        text,
    source_model_key text,
    content          jsonb
);
comment on type registry.judged is 'Hồ sơ vừa được kết luận hợp lệ / A submission just judged valid, as the functions that write canonical rows take it';

create type registry.named_subject as (
    submission_id bigint,
    turn          bigint,
    unit_id       bigint,
    kind          text,
    name          text,
    name_key      text,
    "position"    text,
    role          text,
    list_position int
);
comment on type registry.named_subject is 'Chủ thể như hồ sơ nêu / A subject as a submission names it';
