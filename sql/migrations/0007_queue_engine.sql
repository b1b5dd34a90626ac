-- The queue engine, complete: limits and keys, suspects, idempotency keys, schedules, settings.

-- Their results change; they are made anew with the functions.
drop function if exists queue.tick(text[], boolean);
drop function if exists queue.reap();

alter table queue.kind
    add column concurrency_key text,
    add column lane_limit      smallint,
    add column idempotency_ttl interval not null default '24 h',
    add column args_path       jsonpath,
    add column args_sure       integer  not null default 1048576,
    add column args_references smallint not null default 0,
    add constraint kind_concurrency_key_length check (length(concurrency_key) between 1 and 200),
    add constraint kind_lane_limit_between_1_and_1000 check (lane_limit between 1 and 1000),
    add constraint kind_idempotency_ttl_between_1_s_and_366_d
        check (idempotency_ttl between interval '1 s' and interval '366 d');
comment on column queue.kind.concurrency_key is
    'Khóa tuần tự mặc định / Default concurrency key; {field} stands for a value of args. One job of a key runs at a time.';
comment on column queue.kind.lane_limit is
    'Số làn tối đa trên mọi máy / Most lanes that work on this kind at once, over all daemons; null: no limit.';
comment on column queue.kind.idempotency_ttl is 'Thời hạn khóa chống trùng / How long an idempotency key gives the same job.';
comment on column queue.kind.args_limit is 'Kích thước tham số tối đa (byte) / Largest args, bytes as stored and as JSON text.';
comment on column queue.kind.args_path is
    'Điều kiện đủ của tham số / Args that satisfy it fit; compiled from queue.kind_field, null when that cannot be said in a path.';
comment on column queue.kind.args_sure is 'Giới hạn của điều kiện đủ (byte) / Bytes of JSON text up to which args_path decides.';
comment on column queue.kind.args_references is 'Số trường tham chiếu / Fields whose value must exist in a table.';

-- args_path never lags behind the declaration, whoever changes it.
create function queue.kind_field_changed() returns trigger
language plpgsql set search_path = queue, pg_temp as $$
begin
    perform queue.compile_args(k.name)
    from queue.kind k
    where k.args_path is not null or k.name in (select f.kind from queue.kind_field f);
    return null;
end $$;
comment on function queue.kind_field_changed() is 'Biên dịch lại khai báo / Compiles declarations anew after a change.';
create trigger kind_field_changed after insert or update or delete on queue.kind_field
    for each statement execute function queue.kind_field_changed();
-- It takes more parameters now.
drop function if exists queue.define_kind(text, text, integer, integer, integer, interval, text, integer, jsonb);

alter table queue.job add column concurrency_key text;
comment on column queue.job.concurrency_key is 'Khóa tuần tự / Jobs of this kind and key run one at a time; no order is promised.';
alter table queue.finished add column concurrency_key text;
comment on column queue.finished.concurrency_key is 'Khóa tuần tự / Concurrency key.';

-- Suspects ------------------------------------------------------------------------------------------------------

create table queue.suspect (
    job_id   bigint      primary key,
    kind     text        not null,
    tries    smallint    not null default 0,
    found_at timestamptz not null default clock_timestamp(),
    tried_at timestamptz,
    tried_by text,
    constraint suspect_tries_not_negative check (tries >= 0)
);
create index suspect_kind on queue.suspect (kind, tries, tried_at nulls first, job_id);
comment on table queue.suspect is
    'Công việc nghi vấn / Jobs whose last worker died while it held them; each runs alone, and is discarded when three workers died of it alone.';
comment on column queue.suspect.job_id is 'Số công việc / Job number.';
comment on column queue.suspect.kind is 'Loại công việc / Kind.';
comment on column queue.suspect.tries is 'Số lần chạy riêng / Solitary runs begun; written before each begins.';
comment on column queue.suspect.found_at is 'Phát hiện lúc / When it became suspect.';
comment on column queue.suspect.tried_at is 'Chạy riêng gần nhất lúc / When the last solitary run began.';
comment on column queue.suspect.tried_by is 'Tiến trình chạy riêng / Lane of the last solitary run.';

-- Idempotency keys ----------------------------------------------------------------------------------------------

create table queue.idempotency (
    kind       text        not null,
    key        text        not null,
    job_id     bigint      not null,
    args       jsonb       not null,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    constraint idempotency_pkey primary key (kind, key)
);
create index idempotency_expiry on queue.idempotency (expires_at);
comment on table queue.idempotency is 'Khóa chống trùng / Idempotency keys: the same key gives the same job until it expires.';
comment on column queue.idempotency.kind is 'Loại công việc / Kind.';
comment on column queue.idempotency.key is 'Khóa / Key given by the caller.';
comment on column queue.idempotency.job_id is 'Số công việc / Job it stands for.';
comment on column queue.idempotency.args is 'Tham số / Arguments; the same key with others is refused.';
comment on column queue.idempotency.created_at is 'Ghi lúc / When it was first used.';
comment on column queue.idempotency.expires_at is 'Hết hạn lúc / From then on the key may be used anew.';

-- Schedules -----------------------------------------------------------------------------------------------------

create table queue.schedule (
    name          text        primary key,
    kind          text        not null references queue.kind (name),
    args          jsonb       not null default '{}',
    cron          text        not null,
    time_zone     text        not null default 'Asia/Ho_Chi_Minh',
    missed        text        not null default 'skip',
    priority      smallint,
    max_attempts  smallint,
    next_fire_at  timestamptz,
    last_fire_at  timestamptz,
    last_job_id   bigint,
    missed_at     timestamptz,
    last_error    text,
    paused_at     timestamptz,
    paused_by     text,
    paused_reason text,
    constraint schedule_name_is_a_short_identifier check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint schedule_missed_known check (missed in ('skip', 'once')),
    constraint schedule_priority_between_0_and_7 check (priority between 0 and 7),
    constraint schedule_max_attempts_between_1_and_100 check (max_attempts between 1 and 100)
);
comment on table queue.schedule is 'Lịch định kỳ / Jobs enqueued by the clock.';
comment on column queue.schedule.name is 'Tên lịch / Name.';
comment on column queue.schedule.kind is 'Loại công việc / Kind of the jobs.';
comment on column queue.schedule.args is 'Tham số / Arguments of the jobs.';
comment on column queue.schedule.cron is 'Biểu thức cron / Five fields (minute hour day month weekday) or @hourly, @daily, @weekly, @monthly, @yearly.';
comment on column queue.schedule.time_zone is 'Múi giờ / Time zone of the fields.';
comment on column queue.schedule.missed is 'Khi lỡ giờ / After an outage: skip the missed times, or run once for all of them.';
comment on column queue.schedule.priority is 'Mức ưu tiên / Priority; null: the kind''s.';
comment on column queue.schedule.max_attempts is 'Số lần thử / Attempts; null: the kind''s.';
comment on column queue.schedule.next_fire_at is 'Lần tới / Next fire time; null while it is paused.';
comment on column queue.schedule.last_fire_at is 'Lần trước / Last fire time that made a job.';
comment on column queue.schedule.last_job_id is 'Công việc gần nhất / Job of the last fire time.';
comment on column queue.schedule.missed_at is 'Lần lỡ gần nhất / Latest fire time that came while no daemon ran and made no job of its own.';
comment on column queue.schedule.last_error is 'Lỗi gần nhất / SQLSTATE and text of what kept the last fire time from making a job; null when it made one.';
comment on column queue.schedule.paused_at is 'Tạm dừng từ lúc / Paused since.';
comment on column queue.schedule.paused_by is 'Người tạm dừng / Who paused it.';
comment on column queue.schedule.paused_reason is 'Lý do tạm dừng / Why it is paused.';

create table queue.schedule_fire (
    schedule text        not null,
    fire_at  timestamptz not null,
    job_id   bigint      not null,
    fired_at timestamptz not null default clock_timestamp(),
    constraint schedule_fire_once primary key (schedule, fire_at)
);
comment on table queue.schedule_fire is 'Các lần đã chạy theo lịch / One row a fire time that made a job: no fire time makes two.';
comment on column queue.schedule_fire.schedule is 'Tên lịch / Schedule.';
comment on column queue.schedule_fire.fire_at is 'Giờ theo lịch / Fire time.';
comment on column queue.schedule_fire.job_id is 'Số công việc / Job made.';
comment on column queue.schedule_fire.fired_at is 'Ghi lúc / When the job was enqueued.';

-- Settings ------------------------------------------------------------------------------------------------------

create table queue.setting (
    one              boolean  primary key default true,
    retention_months smallint not null default 12,
    constraint setting_has_one_row check (one),
    constraint setting_retention_between_1_and_120_months check (retention_months between 1 and 120)
);
insert into queue.setting default values;
comment on table queue.setting is 'Thiết lập chung / Settings of the whole queue; one row.';
comment on column queue.setting.one is 'Luôn đúng / Always true.';
comment on column queue.setting.retention_months is 'Số tháng giữ lịch sử / Whole months of history kept besides the current one.';

create table queue.maintenance_state (
    one           boolean     primary key default true,
    ran_at        timestamptz,
    ran_by        text,
    made          integer     not null default 0,
    dropped       integer     not null default 0,
    blocked       text[]      not null default '{}',
    blocked_since timestamptz,
    constraint maintenance_state_has_one_row check (one)
);
insert into queue.maintenance_state default values;
comment on table queue.maintenance_state is 'Lần bảo trì gần nhất / The last maintenance run; one row.';
comment on column queue.maintenance_state.one is 'Luôn đúng / Always true.';
comment on column queue.maintenance_state.ran_at is 'Chạy lúc / When it ended; null: never yet.';
comment on column queue.maintenance_state.ran_by is 'Tiến trình chạy / application_name of the session that ran it.';
comment on column queue.maintenance_state.made is 'Số phân vùng đã tạo / Partitions made in that run.';
comment on column queue.maintenance_state.dropped is 'Số phân vùng đã xóa / Partitions dropped in that run.';
comment on column queue.maintenance_state.blocked is 'Việc chưa làm được / Steps that could not be done, with SQLSTATE; empty: all done.';
comment on column queue.maintenance_state.blocked_since is 'Chưa làm được từ lúc / Since when some step could not be done; null: all done.';
