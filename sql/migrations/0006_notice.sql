-- Notices: drafts of commendation decisions and notices.  The daemon drafts; numbering, signing and issuing are acts of people.

create schema notice;
comment on schema notice is 'Thông báo / Notices';

create table notice.template (
    code       text not null,
    version    integer not null,
    name       text not null,
    file       text not null,
    valid_from date,
    constraint template_pkey primary key (code, version)
);
comment on table notice.template is 'Mẫu thông báo / Templates of notices';
comment on column notice.template.code is 'Mã mẫu / Code, such as N08';
comment on column notice.template.version is 'Phiên bản / Version';
comment on column notice.template.name is 'Tên / Name';
comment on column notice.template.file is 'Tệp trong config/templates, không phần mở rộng / File in config/templates, without extension';
comment on column notice.template.valid_from is 'Dùng từ ngày; null: từ đầu / Used for documents from this day on; null: always';

create table notice.notice (
    id               bigint generated always as identity primary key,
    kind             text not null constraint notice_kind check (kind in ('N07', 'N08')),
    object_id        bigint not null,
    content_version  integer not null constraint notice_content_version check (content_version >= 1),
    template         text not null,
    template_version integer not null,
    system           text,
    state            text not null default 'draft' constraint notice_state check (state in ('draft', 'awaiting_approval',
        'awaiting_signature', 'issued', 'sent', 'received', 'cancelled', 'corrected', 'revoked')),
    demo             boolean not null,
    data             jsonb not null,
    html             text not null,
    digest           text not null,
    bases            text[] not null default '{}',
    document_ids     bigint[] not null default '{}',
    drafted_at       timestamptz not null default now(),
    constraint notice_one_per_content_version unique (kind, object_id, content_version),
    constraint notice_template foreign key (template, template_version) references notice.template (code, version)
);
create unique index notice_one_draft on notice.notice (kind, object_id) where state = 'draft';
comment on table notice.notice is 'Thông báo và dự thảo / Notices, drafts included';
comment on column notice.notice.id is 'Số thứ tự / Identity';
comment on column notice.notice.kind is 'Loại: N07 quyết định khen thưởng, N08 thông báo khen thưởng / Kind';
comment on column notice.notice.object_id is 'Đối tượng: quyết định (N07) hoặc lượt khen (N08) / Decision (N07) or commendation (N08) it is about';
comment on column notice.notice.content_version is 'Phiên bản nội dung / Version of the content, from 1';
comment on column notice.notice.template is 'Mẫu / Template';
comment on column notice.notice.template_version is 'Phiên bản mẫu / Version of the template';
comment on column notice.notice.system is 'Hệ văn bản: nhà nước, Đảng, Mặt trận; null: chưa rõ / System of papers; null: a person must choose';
comment on column notice.notice.state is 'Trạng thái; tiến trình nền chỉ ghi bản dự thảo / State; the daemon writes drafts only';
comment on column notice.notice.demo is 'Từ dữ liệu mô phỏng / Rests on simulated data';
comment on column notice.notice.data is 'Dữ liệu của thông báo / Facts the notice was made of';
comment on column notice.notice.html is 'Bản in / Print-ready page';
comment on column notice.notice.digest is 'SHA-256 của bản in / SHA-256 of the page';
comment on column notice.notice.bases is 'Văn bản được viện dẫn / Symbols of the documents cited';
comment on column notice.notice.document_ids is 'Văn bản liên quan / Documents cited, from the catalogue';
comment on column notice.notice.drafted_at is 'Thời điểm dự thảo / When it was drafted';

create table notice.recipient (
    notice_id  bigint not null references notice.notice (id) on delete cascade,
    position   integer not null,
    kind       text not null,
    name       text not null,
    unit_text  text,
    subject_id bigint references registry.subject (id),
    constraint recipient_pkey primary key (notice_id, position)
);
create index recipient_subject on notice.recipient (subject_id);
comment on table notice.recipient is 'Nơi nhận / Recipients of a notice';
comment on column notice.recipient.notice_id is 'Thông báo / Notice';
comment on column notice.recipient.position is 'Thứ tự / Order in the list';
comment on column notice.recipient.kind is 'Loại chủ thể / Kind of subject';
comment on column notice.recipient.name is 'Tên như hồ sơ / Name as filed';
comment on column notice.recipient.unit_text is 'Đơn vị khi lập thành tích / Unit at the time of merit';
comment on column notice.recipient.subject_id is 'Chủ thể / Subject';
