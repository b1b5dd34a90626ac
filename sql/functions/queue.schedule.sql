create or replace function queue.check_schedule()
returns trigger language plpgsql security definer set search_path = queue, pg_temp as $$
-- Refuses a schedule that could never make a job, whoever writes it and how, and computes its next fire time: anew when it
-- is made, resumed, or its cron expression or time zone changes; not when the rest changes, so nothing due is lost.
-- Errors:     22023 cron expression (DETAIL names field and range), time zone, name or missed-fire policy; those of
--             queue.enqueue for kind, args, priority and max_attempts.
declare
    c     record;
    found_ text;
begin
    if new.name !~ '^[a-z][a-z0-9_]{0,62}$' or new.name is null then
        raise exception using errcode = '22023',
            message = format('Tên lịch sai: %1$s / Bad schedule name: %1$s.', coalesce('“' || left(new.name, 80) || '”', 'NULL')),
            detail = 'Tham số / Parameter: name',
            hint = 'Chữ thường, số và _, tối đa 63 ký tự / Lower-case letters, digits and _, at most 63: nightly_report.';
    elsif new.missed not in ('skip', 'once') or new.missed is null then
        raise exception using errcode = '22023',
            message = format('Không có cách xử lý lần lỡ %1$s / Unknown missed-fire policy %1$s.',
                             coalesce('“' || new.missed || '”', 'NULL')),
            detail = 'Tham số / Parameter: missed',
            hint = 'Cho phép / Allowed: skip (bỏ qua / missed times make no job), once (chạy bù một lần / one job for all of them).';
    end if;
    select * into c from queue.cron_parse(new.cron);
    if c.problem is not null then
        raise exception using errcode = '22023', message = c.problem[1], detail = c.problem[2], hint = c.problem[3];
    end if;
    if tg_op = 'INSERT' or new.time_zone is distinct from old.time_zone then
        -- Names only: PostgreSQL would also take UTC+7, and understand seven hours behind UTC.
        select z.name into found_ from pg_timezone_names z where lower(z.name) = lower(new.time_zone);
        if found_ is null then
            raise exception using errcode = '22023',
                message = format('Không có múi giờ %1$s / Unknown time zone %1$s.', coalesce('“' || new.time_zone || '”', 'NULL')),
                detail = 'Tham số / Parameter: time_zone', hint = queue.time_zone_hint(new.time_zone);
        end if;
        new.time_zone := found_;
    end if;
    perform queue.enqueue(new.kind, new.args, priority => new.priority, max_attempts => new.max_attempts, dry_run => true);
    if new.paused_at is not null then
        new.next_fire_at := null;
    elsif tg_op = 'INSERT' or (new.cron, new.time_zone) is distinct from (old.cron, old.time_zone) or old.paused_at is not null then
        new.next_fire_at := queue.cron_next(new.cron, new.time_zone, clock_timestamp());
    end if;
    if tg_op = 'UPDATE' and (new.kind, new.args, new.cron, new.time_zone) is distinct from
                            (old.kind, old.args, old.cron, old.time_zone) then
        new.last_error := null;
    end if;
    return new;
end $$;
comment on function queue.check_schedule() is
    'Kiểm tra lịch khi ghi / Refuses a bad schedule on write and computes its next fire time.';

do $$
begin
    if not exists (select from pg_trigger t where t.tgrelid = 'queue.schedule'::regclass and t.tgname = 'schedule_is_checked') then
        -- Not next_fire_at: firing does not pay for the checks.
        create trigger schedule_is_checked
            before insert or update of name, kind, args, cron, time_zone, missed, priority, max_attempts, paused_at
            on queue.schedule for each row execute function queue.check_schedule();
    end if;
end $$;

create or replace function queue.time_zone_hint(given text)
returns text language sql stable set search_path = queue, pg_temp as $$
    -- The hint for a time zone that does not exist: the nearest names.
    select coalesce((
        select 'Có phải / Did you mean: ' || string_agg(n.name, ', ' order by n.l desc, n.name) || '?'
        from (select z.name, queue.likeness(z.name, given) as l from pg_timezone_names z
              where z.name not like 'posix/%' order by l desc nulls last, z.name limit 3) n
        where n.l >= 0.4), 'Ví dụ / Example: Asia/Ho_Chi_Minh.') || ' Xem / See: select name from pg_timezone_names.'
$$;
comment on function queue.time_zone_hint(text) is 'Gợi ý múi giờ / Hint for an unknown time zone.';

create or replace function queue.local_minute(at timestamptz, time_zone text)
returns text language sql stable set search_path = queue, pg_temp as $$
    -- A time as the clock of a time zone shows it.
    select to_char(at at time zone time_zone, 'YYYY-MM-DD HH24:MI') || ' ' || time_zone
$$;
comment on function queue.local_minute(timestamptz, text) is 'Giờ địa phương / A time as the clock of a time zone shows it.';

create or replace function queue.refuse_schedule(schedule_name text)
returns void language plpgsql stable set search_path = queue, pg_temp as $$
-- Raises the error for a schedule that does not exist.
-- Errors:     22023, with the names in the hint.
begin
    raise exception using errcode = '22023',
        message = format('Không có lịch %1$s / Unknown schedule %1$s.', coalesce('“' || left(schedule_name, 80) || '”', 'NULL')),
        detail = 'Tham số / Parameter: name',
        hint = coalesce('Các lịch / Schedules: ' || (select string_agg(s.name, ', ' order by s.name) from queue.schedule s) || '.',
                        'Chưa có lịch nào / There is none: queue.define_schedule.');
end $$;
comment on function queue.refuse_schedule(text) is 'Báo lỗi không có lịch / Raises the error for an unknown schedule.';

create or replace function queue.define_schedule(
    name         text,
    kind         text,
    args         jsonb,
    cron         text,
    time_zone    text    default 'Asia/Ho_Chi_Minh',
    missed       text    default 'skip',
    priority     integer default null,
    max_attempts integer default null,
    reason       text    default null
) returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Makes a schedule, or gives the one of that name a new definition; a pause stays.  A new cron expression or time zone
-- counts from now on; if neither changes, nothing due is lost, so it may be repeated at each deploy.
-- Parameters: name - [a-z][a-z0-9_]*, at most 63 characters; kind, args, priority, max_attempts - as for queue.enqueue;
--             cron - see queue.cron_parse; time_zone - a name of pg_timezone_names;
--             missed - skip: fire times that nobody made within 60 s make no job;
--                      once: one job, for the latest, stands for all that were missed;
--             reason - kept in the audit, at most 200 characters.
-- Returns:    what happened and the next fire time, in Vietnamese / English.
-- Errors:     22023 cron expression, time zone, name, missed; 22001 reason too long; those of queue.enqueue.
-- Tables:     insert, update - queue.schedule; insert - queue.audit.
declare
    made    queue.schedule%rowtype;
    former  queue.schedule%rowtype;
    state   text;
    problem text;
    detail_ text;
    hint_   text;
    answer  text;
begin
    perform queue.check_reason(reason);
    begin
        -- Also refuses numbers that do not fit the columns.
        perform queue.enqueue(define_schedule.kind, define_schedule.args, priority => define_schedule.priority,
                              max_attempts => define_schedule.max_attempts, dry_run => true);
        select * into former from queue.schedule s where s.name = define_schedule.name for update;
        insert into queue.schedule as s (name, kind, args, cron, time_zone, missed, priority, max_attempts)
        values (define_schedule.name, define_schedule.kind, define_schedule.args, btrim(define_schedule.cron),
                define_schedule.time_zone, define_schedule.missed, define_schedule.priority, define_schedule.max_attempts)
        on conflict on constraint schedule_pkey do update set
            kind = excluded.kind, args = excluded.args, cron = excluded.cron, time_zone = excluded.time_zone,
            missed = excluded.missed, priority = excluded.priority, max_attempts = excluded.max_attempts
        returning * into made;
    exception when others then
        -- Raised anew, so that the caller's error carries no stack of functions.
        get stacked diagnostics state = returned_sqlstate, problem = message_text, detail_ = pg_exception_detail,
            hint_ = pg_exception_hint;
        raise exception using errcode = state, message = problem, detail = detail_, hint = hint_;
    end;
    answer := format('%s: %s; %s', made.name,
        case when former.name is null then 'đã tạo / created'
             when (made.kind, made.args, made.cron, made.time_zone, made.missed, made.priority, made.max_attempts)
                  is distinct from (former.kind, former.args, former.cron, former.time_zone, former.missed, former.priority,
                                    former.max_attempts) then 'đã sửa / changed'
             else 'không đổi / unchanged' end,
        coalesce('lần tới / next ' || queue.local_minute(made.next_fire_at, made.time_zone), 'đang tạm dừng / paused'));
    insert into queue.audit (verb, kind, reason, result)
    values ('define_schedule', made.kind, define_schedule.reason,
            answer || format(' (%s, %s, %s)', made.cron, made.missed, left(made.args::text, 500)));
    return answer;
end $$;
comment on function queue.define_schedule(text, text, jsonb, text, text, text, integer, integer, text) is
    'Tạo hoặc sửa một lịch / Makes a schedule or changes it.';

create or replace function queue.drop_schedule(name text, reason text default null)
returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Removes a schedule; jobs that it made stay.  One that dvkd ships comes back with the next migrate: pause it instead.
-- Parameters: name - an existing schedule; reason - kept in the audit, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     22023 unknown schedule (hint lists them); 22001 reason too long.
-- Tables:     delete - queue.schedule; insert - queue.audit.
declare
    gone   queue.schedule%rowtype;
    answer text;
begin
    perform queue.check_reason(reason);
    delete from queue.schedule s where s.name = drop_schedule.name returning * into gone;
    if not found then
        perform queue.refuse_schedule(name);
    end if;
    answer := gone.name || ': đã xóa / dropped';
    insert into queue.audit (verb, kind, reason, result)
    values ('drop_schedule', gone.kind, drop_schedule.reason,
            answer || format(' (%s, %s, %s, %s)', gone.cron, gone.time_zone, gone.missed, left(gone.args::text, 500)));
    return answer;
end $$;
comment on function queue.drop_schedule(text, text) is 'Xóa một lịch / Removes a schedule.';

create or replace function queue.pause_schedule(name text, reason text default null)
returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Stops a schedule until queue.resume_schedule.  Fire times in between make no job, whatever its missed-fire policy.
-- Parameters: name - an existing schedule; reason - shown to operators, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     22023 unknown schedule (hint lists them); 22001 reason too long.
-- Tables:     update - queue.schedule; insert - queue.audit.
declare
    s      queue.schedule%rowtype;
    answer text;
begin
    perform queue.check_reason(reason);
    select * into s from queue.schedule q where q.name = pause_schedule.name for update;
    if not found then
        perform queue.refuse_schedule(name);
    elsif s.paused_at is not null then
        answer := s.name || ': đã tạm dừng từ trước / was paused already';
    else
        update queue.schedule q
        set paused_at = clock_timestamp(), paused_by = session_user, paused_reason = pause_schedule.reason
        where q.name = s.name;
        answer := s.name || ': đã tạm dừng / paused';
    end if;
    insert into queue.audit (verb, kind, reason, result) values ('pause_schedule', s.kind, pause_schedule.reason, answer);
    return answer;
end $$;
comment on function queue.pause_schedule(text, text) is 'Tạm dừng một lịch / Stops a schedule until queue.resume_schedule.';

create or replace function queue.resume_schedule(name text, reason text default null)
returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Lets a paused schedule go on with its first fire time from now; what came during the pause is not made up for.
-- Parameters: name - an existing schedule; reason - kept in the audit, at most 200 characters.
-- Returns:    what happened and the next fire time, in Vietnamese / English.
-- Errors:     22023 unknown schedule (hint lists them); 22001 reason too long.
-- Tables:     update - queue.schedule; insert - queue.audit.
declare
    s      queue.schedule%rowtype;
    answer text;
begin
    perform queue.check_reason(reason);
    select * into s from queue.schedule q where q.name = resume_schedule.name for update;
    if not found then
        perform queue.refuse_schedule(name);
    elsif s.paused_at is null then
        answer := s.name || ': không bị tạm dừng / was not paused';
    else
        update queue.schedule q set paused_at = null, paused_by = null, paused_reason = null
        where q.name = s.name returning q.* into s;
        answer := format('%s: đã chạy tiếp / resumed; lần tới / next %s', s.name, queue.local_minute(s.next_fire_at, s.time_zone));
    end if;
    insert into queue.audit (verb, kind, reason, result) values ('resume_schedule', s.kind, resume_schedule.reason, answer);
    return answer;
end $$;
comment on function queue.resume_schedule(text, text) is 'Cho một lịch chạy tiếp / Lets a paused schedule go on.';

create or replace function queue.fires(schedule text, n integer default 5, time_zone text default 'Asia/Ho_Chi_Minh')
returns table (fire_at timestamptz, local_time text, note text) language plpgsql stable security definer
set search_path = queue, pg_temp as $$
-- The next fire times of a schedule, or of a cron expression before it is used in one.
-- Parameters: schedule - a schedule's name or a cron expression; n - how many, 1..100; time_zone - of an expression; a
--             schedule has its own.
-- Returns:    the times, as moments and as local time; note says when the schedule is paused.
-- Errors:     22023 unknown schedule, not a cron expression, unknown time zone; 22003 n out of range.
-- Tables:     read - queue.schedule.
declare
    s    queue.schedule%rowtype;
    expr text;
    zone text;
begin
    if n is null or n not between 1 and 100 then
        raise exception using errcode = '22003',
            message = format('Ngoài phạm vi / Out of range: %s.', coalesce(n::text, 'NULL')),
            detail = 'Tham số / Parameter: n', hint = 'Cho phép / Allowed: 1 .. 100.';
    end if;
    select * into s from queue.schedule q where q.name = fires.schedule;
    if not found and coalesce(fires.schedule, '') ~ '^[A-Za-z0-9_]*$' then
        perform queue.refuse_schedule(fires.schedule);
    elsif not found and not exists (
        select from pg_timezone_names z where lower(z.name) = lower(fires.time_zone))
    then
        raise exception using errcode = '22023',
            message = format('Không có múi giờ %1$s / Unknown time zone %1$s.', coalesce('“' || fires.time_zone || '”', 'NULL')),
            detail = 'Tham số / Parameter: time_zone', hint = queue.time_zone_hint(fires.time_zone);
    end if;
    expr := coalesce(s.cron, fires.schedule);
    zone := coalesce(s.time_zone, fires.time_zone);
    fire_at := clock_timestamp();
    for i in 1 .. n loop
        fire_at := queue.cron_next(expr, zone, fire_at);
        exit when fire_at is null;
        local_time := to_char(fire_at at time zone zone, 'Dy YYYY-MM-DD HH24:MI');
        note := case when s.paused_at is not null then 'tạm dừng / paused' end;
        return next;
    end loop;
end $$;
comment on function queue.fires(text, integer, text) is
    'Các lần chạy sắp tới của lịch / The next fire times of a schedule or a cron expression.';

create or replace function queue.load_schedules()
returns table (row_text text, problem text) language plpgsql set search_path = queue, pg_temp as $$
-- Loads sql/reference/schedules.csv from the temporary table reference_schedules: makes the schedules that are not there,
-- so that what operators changed or paused stays as it is.
-- Returns:    rows that do not fit, with the reason.
-- Tables:     insert - queue.schedule.
declare
    r record;
begin
    for r in select * from reference_schedules loop
        continue when exists (select from queue.schedule s where s.name = r.name);
        begin
            insert into queue.schedule (name, kind, args, cron, time_zone, missed, priority, max_attempts)
            values (r.name, r.kind, r.args::jsonb, r.cron, r.time_zone, r.missed, nullif(r.priority, '')::smallint,
                    nullif(r.max_attempts, '')::smallint)
            on conflict do nothing;
        exception when data_exception or integrity_constraint_violation or syntax_error_or_access_rule_violation then
            row_text := r::text;
            problem := sqlerrm;
            return next;
        end;
    end loop;
end $$;
comment on function queue.load_schedules() is 'Nạp lịch định kỳ / Makes the schedules of the reference data that are not there.';
