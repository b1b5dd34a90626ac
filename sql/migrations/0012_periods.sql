-- Statistics that are verified, closed periods, and the view by current boundaries; slow sweeps; the flow of validation.

-- ---------------------------------------------------------------- what the dirty log must also hear of
-- x/y of a committee counts the units that exist on the cut-off day, and a committee's first block divides all below it:
-- both change figures without a row of unit_parent or unit_block.

create function stats.log_unit_days() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs a unit whose days of existence changed, and the units above it (their x/y figures change too).
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id)
    select new.id
    union
    select p.parent_id from registry.unit_parent p where p.unit_id = new.id;
    return null;
end $$;
comment on function stats.log_unit_days() is 'Ghi nhận đơn vị bắt đầu, chấm dứt / Logs a unit whose days of existence changed in the dirty log';
create trigger unit_stats_days after update of valid on registry.unit
    for each row when (old.valid is distinct from new.valid) execute function stats.log_unit_days();

create function stats.log_blocks() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs the committees whose blocks changed: from the first one on, all below them is counted by block.
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id) select distinct c.committee_id from changed c;
    return null;
end $$;
comment on function stats.log_blocks() is 'Ghi nhận thay đổi khối / Logs committees whose blocks changed in the dirty log';
create trigger block_stats_insert after insert on registry.block
    referencing new table as changed for each statement execute function stats.log_blocks();
create trigger block_stats_delete after delete on registry.block
    referencing old table as changed for each statement execute function stats.log_blocks();

-- ---------------------------------------------------------------- closed periods

create table stats.refresh_mark (
    only_one     boolean primary key default true constraint refresh_mark_only_one check (only_one),
    mark         bigint not null,
    refreshed_at timestamptz not null
);
insert into stats.refresh_mark (mark, refreshed_at) values (0, now());
comment on table stats.refresh_mark is 'Dấu nguồn / Source mark: how many refreshes the kept figures have taken in';
comment on column stats.refresh_mark.only_one is 'Chỉ một dòng / There is one row';
comment on column stats.refresh_mark.mark is 'Số lần tổng hợp / Refreshes that changed the figures so far; every figure carries it';
comment on column stats.refresh_mark.refreshed_at is 'Lúc tổng hợp / Time of the last of them';

create table stats.closed_period (
    id          bigint generated always as identity primary key,
    unit_id     bigint not null references registry.unit (id),
    period      text not null references stats.period (code),
    version     integer not null constraint closed_period_version check (version >= 1),
    reason      text not null constraint closed_period_reason check (reason <> ''),
    closed_by   text not null default session_user,
    closed_at   timestamptz not null default clock_timestamp(),
    cut_off     date not null,
    source_mark bigint not null,
    definitions jsonb not null,
    report      jsonb not null,
    constraint closed_period_one_per_version unique (unit_id, period, version)
);
comment on table stats.closed_period is 'Kỳ đã chốt / Closed periods: figures of a unit with all below it, frozen; a correction is a new version';
comment on column stats.closed_period.id is 'Số thứ tự / Identity';
comment on column stats.closed_period.unit_id is 'Đơn vị / Unit, with all below it';
comment on column stats.closed_period.period is 'Kỳ / Period';
comment on column stats.closed_period.version is 'Phiên bản / 1 when closed, more for corrections; the last one counts';
comment on column stats.closed_period.reason is 'Lý do / Reason of the closing or of the correction';
comment on column stats.closed_period.closed_by is 'Người chốt / Who (session user)';
comment on column stats.closed_period.closed_at is 'Lúc chốt / When';
comment on column stats.closed_period.cut_off is 'Số liệu tính đến ngày / Last day whose rows count';
comment on column stats.closed_period.source_mark is 'Dấu nguồn / Source mark of the figures';
comment on column stats.closed_period.definitions is 'Phiên bản định nghĩa của từng chỉ tiêu / Definition version of each measure when it was closed';
comment on column stats.closed_period.report is 'Báo cáo như đã chốt / The report as it was closed';

create table stats.closed_cell (
    closed_period_id   bigint not null references stats.closed_period (id),
    tree               text,
    unit_id            bigint not null,
    measure            text not null,
    definition_version integer not null,
    block_id           bigint,
    field_id           bigint,
    level              text,
    subject_kind       text,
    registration_type  text,
    title              text,
    form               text,
    authority          text,
    value              bigint not null,
    row_count          bigint not null
);
create index closed_cell_by_unit on stats.closed_cell (unit_id, closed_period_id);
comment on table stats.closed_cell is 'Số liệu đã chốt / Frozen figures of a closed period';
comment on column stats.closed_cell.closed_period_id is 'Lần chốt / Closing';
comment on column stats.closed_cell.tree is 'Cây tổ chức; null = số liệu gốc của riêng đơn vị / Tree along which it is rolled up; null for what the unit''s own rows give';
comment on column stats.closed_cell.unit_id is 'Đơn vị / Unit: the closed one or one below it';
comment on column stats.closed_cell.measure is 'Chỉ tiêu / Measure';
comment on column stats.closed_cell.definition_version is 'Phiên bản định nghĩa / Definition version';
comment on column stats.closed_cell.block_id is 'Khối / Block, as in stats.total';
comment on column stats.closed_cell.field_id is 'Lĩnh vực / Field, as in stats.total';
comment on column stats.closed_cell.level is 'Cấp / Level';
comment on column stats.closed_cell.subject_kind is 'Loại chủ thể / Kind of subject';
comment on column stats.closed_cell.registration_type is 'Kiểu đăng ký / Type of registration';
comment on column stats.closed_cell.title is 'Danh hiệu / Title';
comment on column stats.closed_cell.form is 'Hình thức khen / Form of award';
comment on column stats.closed_cell.authority is 'Cơ quan khen thưởng / Authority';
comment on column stats.closed_cell.value is 'Giá trị / Counted value';
comment on column stats.closed_cell.row_count is 'Số dòng nguồn / Canonical rows behind the value';

create function stats.refuse_change_of_closed() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- What was closed stays as it is.
-- Errors: 55000.
begin
    raise exception 'Số liệu đã chốt không sửa được / closed figures are never changed'
        using errcode = 'object_not_in_prerequisite_state',
              hint = 'Chốt bản đính chính / make a new version: stats.correct_period(unit, period, reason)';
end $$;
comment on function stats.refuse_change_of_closed() is 'Chặn sửa số liệu đã chốt / Refuses changes of closed figures';
create trigger closed_period_is_final before update or delete or truncate on stats.closed_period
    for each statement execute function stats.refuse_change_of_closed();
create trigger closed_cell_is_final before update or delete or truncate on stats.closed_cell
    for each statement execute function stats.refuse_change_of_closed();

-- ---------------------------------------------------------------- measures that were missing
-- M05 asks whether a model had ended by a day, M16 whether anybody assessed its effect.

alter table registry.model add column if not exists ended_on date;
comment on column registry.model.ended_on is 'Ngày kết thúc / First day on which the model is no more; null while it runs, or when the day is not known (state says so)';

create table registry.effect_assessment (
    id          bigint generated always as identity primary key,
    model_id    bigint not null references registry.model (id),
    year        integer not null,
    effective   boolean not null,
    assessed_on date not null,
    assessed_by text not null,
    document_id bigint references registry.document (id),
    note        text not null default '',
    recorded_by text not null default session_user,
    recorded_at timestamptz not null default now(),
    constraint effect_assessment_one_per_model_and_year unique (model_id, year),
    constraint effect_assessment_by_somebody check (assessed_by <> '')
);
comment on table registry.effect_assessment is 'Đánh giá phát huy hiệu quả / Assessments of a model''s effect in a year, as people made them; never derived';
comment on column registry.effect_assessment.id is 'Mã số nội bộ / Identity';
comment on column registry.effect_assessment.model_id is 'Mô hình / Model';
comment on column registry.effect_assessment.year is 'Năm / Year it is about';
comment on column registry.effect_assessment.effective is 'Phát huy hiệu quả / Whether it was found effective';
comment on column registry.effect_assessment.assessed_on is 'Ngày đánh giá / Day';
comment on column registry.effect_assessment.assessed_by is 'Cơ quan đánh giá / Body that assessed it';
comment on column registry.effect_assessment.document_id is 'Văn bản / Document, when there is one';
comment on column registry.effect_assessment.note is 'Ghi chú / Note';
comment on column registry.effect_assessment.recorded_by is 'Người ghi / Who recorded it (session user)';
comment on column registry.effect_assessment.recorded_at is 'Lúc ghi / When';

create function stats.log_source() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs the unit of a source model whose replications changed: it is another unit than the one that replicates.
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id, year)
    select m.unit_id, r.year
    from (values (case when tg_op <> 'INSERT' then old.source_model_id end, case when tg_op <> 'INSERT' then old.year end),
            (case when tg_op <> 'DELETE' then new.source_model_id end, case when tg_op <> 'DELETE' then new.year end)) r (model_id, year)
    join registry.model m on m.id = r.model_id;
    return null;
end $$;
comment on function stats.log_source() is 'Ghi nhận mô hình gốc được nhân rộng / Logs the unit of a replicated source model in the dirty log';
create trigger registration_stats_source_insert after insert on registry.registration
    for each row when (new.source_model_id is not null) execute function stats.log_source();
create trigger registration_stats_source_update after update on registry.registration
    for each row when (old.source_model_id is not null or new.source_model_id is not null) execute function stats.log_source();
create trigger registration_stats_source_delete after delete on registry.registration
    for each row when (old.source_model_id is not null) execute function stats.log_source();

create function stats.log_model_end() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs the unit of a model that ended or goes on: M05 of every period may change.
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id) values (new.unit_id);
    return null;
end $$;
comment on function stats.log_model_end() is 'Ghi nhận mô hình kết thúc / Logs the unit of a model that ended in the dirty log';
create trigger model_stats_end after update on registry.model
    for each row when (old.ended_on is distinct from new.ended_on or (old.state = 'ended') <> (new.state = 'ended'))
    execute function stats.log_model_end();

create function stats.log_assessment() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs the units of models that were assessed.
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id, year)
    select m.unit_id, c.year from changed c join registry.model m on m.id = c.model_id;
    return null;
end $$;
comment on function stats.log_assessment() is 'Ghi nhận đánh giá hiệu quả / Logs the units of assessed models in the dirty log';
create trigger effect_assessment_stats_insert after insert on registry.effect_assessment
    referencing new table as changed for each statement execute function stats.log_assessment();
create trigger effect_assessment_stats_update_old after update on registry.effect_assessment
    referencing old table as changed for each statement execute function stats.log_assessment();
create trigger effect_assessment_stats_update_new after update on registry.effect_assessment
    referencing new table as changed for each statement execute function stats.log_assessment();
create trigger effect_assessment_stats_delete after delete on registry.effect_assessment
    referencing old table as changed for each statement execute function stats.log_assessment();

-- Replaced by ones that take more.
drop function if exists stats.rows_of(bigint, text, text, date);
drop function if exists stats.apply(bigint[], text[]);
drop function if exists stats.report_base(bigint, text, text, boolean);
drop function if exists stats.report_trend(bigint, text, integer);

-- ---------------------------------------------------------------- figures that change in place
-- A refresh changes values that no index holds: with room on their pages they stay where they are.
alter table stats.cell set (fillfactor = 85);
alter table stats.total set (fillfactor = 85);

-- ---------------------------------------------------------------- slow sweeps
-- How long daemons need for a pass of the sweep, when that is longer than a second: a line of queue.health.

create table queue.sweep_state (
    boot     text        primary key,
    took     interval    not null,
    pages    integer     not null,
    noted_at timestamptz not null default clock_timestamp(),
    constraint sweep_state_boot_not_empty check (boot <> ''),
    constraint sweep_state_took_positive check (took > interval '0'),
    constraint sweep_state_pages_positive check (pages >= 0)
);
comment on table queue.sweep_state is 'Lượt quét chậm của từng tiến trình / Slow passes of the sweep, a row a daemon; none: all passes take under a second.';
comment on column queue.sweep_state.boot is 'Tiến trình / Boot nonce of the daemon.';
comment on column queue.sweep_state.took is 'Thời gian một lượt / How long its last pass took: the longest wait of a job that was committed behind a cursor.';
comment on column queue.sweep_state.pages is 'Số trang đã quét / Pages of queue.job it went through.';
comment on column queue.sweep_state.noted_at is 'Ghi lúc / When it was noted.';

-- ---------------------------------------------------------------- the flow of validation
-- A report hangs on what was registered in front of it, withdrawn or not.  The registrations that stand are found by
-- registration_one_per_model_and_year; without an index of the others every report read all registrations there are.
create index registration_withdrawn_by_model on registry.registration (model_id) where withdrawn_at is not null;

-- The overlap search reads runs of these indexes alone, as long as vacuum has been there: rows are only ever added, and a fifth of
-- the table, the usual threshold, would be read from the heap one by one.
alter table registry.title_part set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
alter table registry.title_place set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);

-- Signatures made before did not say where their models stand: registry.sign_models makes them anew.
truncate registry.model_signature, registry.title_part, registry.title_place;
