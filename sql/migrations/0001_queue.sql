-- The queue: kinds of job, waiting jobs, finished jobs, errors, cancel requests, audit.
--
-- A job is claimed by a row lock that the working transaction holds, so no column says "running".
-- No foreign key references queue.job: it would take KEY SHARE locks and wait for running jobs.

create schema if not exists queue;
comment on schema queue is 'Công việc nền / Background jobs.';

create type queue.outcome as enum ('completed', 'coalesced', 'discarded', 'cancelled');
comment on type queue.outcome is 'Kết cục của công việc / How a job ended.';

-- Kinds ---------------------------------------------------------------------------------------------------------

create table queue.kind (
    name          text        primary key,
    title         text        not null,
    priority      smallint    not null,
    max_attempts  smallint    not null,
    batch_limit   smallint    not null,
    timeout       interval    not null,
    coalesce_key  text,
    args_limit    integer     not null,
    args_version  smallint    not null default 1,
    paused_at     timestamptz,
    paused_by     text,
    paused_reason text,
    constraint kind_name_is_a_short_identifier check (name ~ '^[a-z][a-z0-9_]{0,39}$'),
    constraint kind_priority_between_0_and_7 check (priority between 0 and 7),
    constraint kind_max_attempts_between_1_and_100 check (max_attempts between 1 and 100),
    constraint kind_batch_limit_between_1_and_1000 check (batch_limit between 1 and 1000),
    constraint kind_timeout_between_1_s_and_1_h check (timeout between interval '1 s' and interval '1 h'),
    constraint kind_coalesce_key_length check (length(coalesce_key) between 1 and 200),
    constraint kind_args_limit_between_1_and_1_mib check (args_limit between 1 and 1048576),
    constraint kind_args_version_positive check (args_version > 0)
);
comment on table queue.kind is 'Loại công việc / Kinds of job.';
comment on column queue.kind.name is 'Mã loại / Name; part of the lanes'' application_name, hence at most 40 characters.';
comment on column queue.kind.title is 'Tên gọi / Title for people.';
comment on column queue.kind.priority is 'Mức ưu tiên mặc định / Default priority; 0 is first, 7 is last.';
comment on column queue.kind.max_attempts is 'Số lần thử tối đa mặc định / Default limit of attempts.';
comment on column queue.kind.batch_limit is 'Số công việc tối đa mỗi lần nhận / Most jobs one claim takes.';
comment on column queue.kind.timeout is 'Thời hạn một giao dịch / Limit of one working transaction; the reaper ends it 2 s later.';
comment on column queue.kind.coalesce_key is 'Khóa gộp mặc định / Default coalesce key; {field} stands for a value of args. One run covers all due jobs of a key.';
comment on column queue.kind.args_limit is 'Kích thước tham số tối đa (byte) / Largest args, bytes as stored.';
comment on column queue.kind.args_version is 'Phiên bản tham số / Version of the args declaration, kept with each job.';
comment on column queue.kind.paused_at is 'Tạm dừng từ lúc / Paused since; null while it runs.';
comment on column queue.kind.paused_by is 'Người tạm dừng / Who paused it.';
comment on column queue.kind.paused_reason is 'Lý do tạm dừng / Why it is paused.';

create table queue.kind_field (
    kind                text     not null references queue.kind (name) on delete cascade,
    name                text     not null,
    position            smallint not null,
    type                text     not null,
    required            boolean  not null default false,
    required_when_field text,
    required_when_value text,
    minimum             numeric,
    maximum             numeric,
    allowed             text[],
    pattern             text,
    reference           text,
    title               text     not null,
    primary key (kind, name),
    constraint kind_field_name_is_an_identifier check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint kind_field_type_known check (type in ('integer', 'number', 'text', 'boolean', 'date', 'enum')),
    constraint kind_field_required_when_is_whole check (num_nulls(required_when_field, required_when_value) <> 1),
    constraint kind_field_enum_has_values check ((type = 'enum') = (allowed is not null)),
    constraint kind_field_reference_is_schema_table_column
        check (reference ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$')
);
comment on table queue.kind_field is 'Trường tham số của loại công việc / Declared fields of a kind''s args.';
comment on column queue.kind_field.kind is 'Loại công việc / Kind.';
comment on column queue.kind_field.name is 'Tên trường / Field name in args.';
comment on column queue.kind_field.position is 'Thứ tự / Order in messages.';
comment on column queue.kind_field.type is 'Kiểu / integer, number, text, boolean, date or enum.';
comment on column queue.kind_field.required is 'Bắt buộc / Must be given.';
comment on column queue.kind_field.required_when_field is 'Bắt buộc khi trường này … / Must be given when this field …';
comment on column queue.kind_field.required_when_value is '… có giá trị này / … has this value.';
comment on column queue.kind_field.minimum is 'Giá trị (độ dài) nhỏ nhất / Least value; least length of a text.';
comment on column queue.kind_field.maximum is 'Giá trị (độ dài) lớn nhất / Greatest value; greatest length of a text.';
comment on column queue.kind_field.allowed is 'Các giá trị cho phép / Values of an enum.';
comment on column queue.kind_field.pattern is 'Mẫu / Regular expression a text must match.';
comment on column queue.kind_field.reference is 'Tham chiếu schema.bảng.cột / schema.table.column in which the value must exist.';
comment on column queue.kind_field.title is 'Ý nghĩa / Meaning.';

-- Waiting jobs --------------------------------------------------------------------------------------------------

create table queue.job (
    id           bigint      generated always as identity,
    run_at       timestamptz not null,
    enqueued_at  timestamptz not null,
    priority     smallint    not null,
    attempt      smallint    not null default 0,
    max_attempts smallint    not null,
    args_version smallint    not null,
    kind         text        not null,
    coalesce_key text,
    args         jsonb       not null,
    constraint job_pkey primary key (id),
    constraint job_priority_between_0_and_7 check (priority between 0 and 7)
) with (
    -- The table is emptied as fast as it fills: thresholds in rows, never in shares of it.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000
);
-- Partial on what is always true: only a statement that says so, the claim, can use it.  A statement that looks for numbers
-- and is planned while the table is empty would otherwise take it for as good as the primary key, and keep that plan.
create index job_claim on queue.job (kind, priority, run_at, id) where priority >= 0;
create index job_coalesce on queue.job (kind, coalesce_key, id) where coalesce_key is not null;

comment on table queue.job is 'Công việc đang chờ / Jobs waiting, scheduled, retrying or running; a running one is a locked row.';
comment on column queue.job.id is 'Số công việc / Job number; stays the same through retries.';
comment on column queue.job.run_at is 'Chạy từ lúc / Not claimed before.';
comment on column queue.job.enqueued_at is 'Đưa vào hàng lúc / Start of the transaction that enqueued it.';
comment on column queue.job.priority is 'Mức ưu tiên / 0 is first, 7 is last.';
comment on column queue.job.attempt is 'Số lần đã thử / Attempts made and failed.';
comment on column queue.job.max_attempts is 'Số lần thử tối đa / Attempts allowed.';
comment on column queue.job.args_version is 'Phiên bản tham số / Version of the args declaration at enqueue.';
comment on column queue.job.kind is 'Loại công việc / Kind; no foreign key, enqueue checks it.';
comment on column queue.job.coalesce_key is 'Khóa gộp / One run covers all due jobs of this kind and key.';
comment on column queue.job.args is 'Tham số / Arguments, checked against queue.kind_field.';

-- Finished jobs -------------------------------------------------------------------------------------------------

create table queue.finished (
    id             bigint        not null,
    enqueued_at    timestamptz   not null,
    finished_at    timestamptz   not null,
    started_at     timestamptz,
    coalesced_into bigint,
    outcome        queue.outcome not null,
    priority       smallint      not null,
    attempt        smallint      not null,
    max_attempts   smallint      not null,
    args_version   smallint      not null,
    kind           text          not null,
    coalesce_key   text,
    reason         text,
    args           jsonb         not null
) partition by range (finished_at);
-- Operators look single jobs up, rarely; a BRIN index costs the lanes no WAL.
create index finished_brin on queue.finished using brin (finished_at, id int8_minmax_multi_ops)
    with (pages_per_range = 32, autosummarize = on);

comment on table queue.finished is 'Công việc đã xong / Finished jobs, a partition a month (Asia/Ho_Chi_Minh).';
comment on column queue.finished.id is 'Số công việc / Job number.';
comment on column queue.finished.enqueued_at is 'Đưa vào hàng lúc / When it was enqueued.';
comment on column queue.finished.finished_at is 'Xong lúc / When it ended.';
comment on column queue.finished.started_at is 'Bắt đầu lúc / Start of the transaction that ended it; null if it never ran.';
comment on column queue.finished.coalesced_into is 'Gộp vào công việc số / Job whose run covered this one.';
comment on column queue.finished.outcome is 'Kết cục / completed, coalesced, discarded or cancelled.';
comment on column queue.finished.priority is 'Mức ưu tiên / Priority.';
comment on column queue.finished.attempt is 'Số lần thử / Attempts made, the last one included.';
comment on column queue.finished.max_attempts is 'Số lần thử tối đa / Attempts allowed.';
comment on column queue.finished.args_version is 'Phiên bản tham số / Version of the args declaration at enqueue.';
comment on column queue.finished.kind is 'Loại công việc / Kind.';
comment on column queue.finished.coalesce_key is 'Khóa gộp / Coalesce key.';
comment on column queue.finished.reason is 'Lý do / Why it was discarded or cancelled.';
comment on column queue.finished.args is 'Tham số / Arguments.';

create table queue.attempt_error (
    job_id    bigint      not null,
    failed_at timestamptz not null,
    attempt   smallint    not null,
    kind      text        not null,
    sqlstate  text,
    error     text        not null,
    lane      text        not null
) partition by range (failed_at);
create index attempt_error_job on queue.attempt_error (job_id, attempt);
create index attempt_error_time on queue.attempt_error (failed_at);

comment on table queue.attempt_error is 'Lỗi từng lần thử / One row a failed attempt, a partition a month.';
comment on column queue.attempt_error.job_id is 'Số công việc / Job number.';
comment on column queue.attempt_error.failed_at is 'Lỗi lúc / When it failed.';
comment on column queue.attempt_error.attempt is 'Lần thử thứ / Which attempt, from 1.';
comment on column queue.attempt_error.kind is 'Loại công việc / Kind.';
comment on column queue.attempt_error.sqlstate is 'Mã lỗi SQL / SQLSTATE, if the server raised it.';
comment on column queue.attempt_error.error is 'Nội dung lỗi / The error, at most 2,000 characters.';
comment on column queue.attempt_error.lane is 'Làn chạy / application_name of the lane.';

-- Operators -----------------------------------------------------------------------------------------------------

create table queue.cancel_request (
    job_id       bigint      primary key,
    requested_at timestamptz not null default now(),
    requested_by text        not null,
    reason       text
);
comment on table queue.cancel_request is 'Yêu cầu hủy / Requests to cancel jobs that were running; obeyed by the daemon, drained each second.';
comment on column queue.cancel_request.job_id is 'Số công việc / Job number.';
comment on column queue.cancel_request.requested_at is 'Yêu cầu lúc / When.';
comment on column queue.cancel_request.requested_by is 'Người yêu cầu / Who.';
comment on column queue.cancel_request.reason is 'Lý do / Why.';

create table queue.audit (
    id     bigint      generated always as identity primary key,
    at     timestamptz not null default clock_timestamp(),
    who    text        not null default session_user,
    verb   text        not null,
    job_id bigint,
    kind   text,
    reason text,
    result text        not null
);
comment on table queue.audit is 'Nhật ký điều hành / Every change an operator made.';
comment on column queue.audit.id is 'Số thứ tự / Number.';
comment on column queue.audit.at is 'Lúc / When.';
comment on column queue.audit.who is 'Người thực hiện / Session user.';
comment on column queue.audit.verb is 'Thao tác / Function called.';
comment on column queue.audit.job_id is 'Số công việc / Job, if it was about one.';
comment on column queue.audit.kind is 'Loại công việc / Kind, if known.';
comment on column queue.audit.reason is 'Lý do / Reason given.';
comment on column queue.audit.result is 'Kết quả / What it did.';
