create or replace function queue.why(job_id bigint)
returns text language plpgsql stable security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Says in one sentence why a job is not running now, or that it is.  Of several reasons the one that must go first.
-- Parameters: job_id - a job's number.
-- Returns:    the sentence, in Vietnamese / English.
-- Errors:     02000 no such job.
-- Tables:     read - queue.job, queue.kind, queue.suspect, queue.cancel_request, queue.attempt_error, queue.finished,
--             pg_locks, pg_stat_activity.
declare
    job    record;
    kind   queue.kind%rowtype;
    lanes  record;
    doubt  queue.suspect%rowtype;
    answer text;
begin
    select j.id, j.kind, j.priority, j.run_at, j.attempt, j.max_attempts, j.concurrency_key into job
    from queue.job j where j.id = why.job_id;
    if not found then
        return queue.why_finished(why.job_id);
    end if;
    answer := queue.why_running(job.id);
    if answer is not null then
        return answer;
    end if;
    select * into kind from queue.kind k where k.name = job.kind;
    select count(*) as alive, count(*) filter (where a.backend_xid is not null) as busy into lanes
    from pg_stat_activity a
    where a.datname = current_database() and a.application_name like 'dvkd/%/%/%'
        and split_part(a.application_name, '/', 3) = job.kind;
    if kind.paused_at is not null then
        return format('loại %1$s tạm dừng từ %2$s bởi %3$s%4$s / kind %1$s is paused since %2$s by %3$s%4$s', job.kind,
                      queue.local_time(kind.paused_at), kind.paused_by, ': ' || kind.paused_reason);
    elsif exists (select from queue.cancel_request r where r.job_id = job.id) then
        return 'đã có yêu cầu hủy, tiến trình nền sẽ hủy ngay / its cancel is requested, a daemon cancels it within a second';
    elsif job.run_at > clock_timestamp() then
        return queue.why_later(job.id, job.run_at, job.attempt, job.max_attempts);
    elsif lanes.alive = 0 then
        return format('không tiến trình nền nào đang chạy biết loại %1$s%2$s / no daemon alive knows kind %1$s%3$s', job.kind,
                      case when kind.name is null then ', loại này chưa khai báo' else '' end,
                      case when kind.name is null then ', which is not defined' else '' end);
    end if;
    select * into doubt from queue.suspect s where s.job_id = job.id;
    if found then
        return format('nghi vấn từ %1$s vì tiến trình chạy nó đã chết, sẽ chạy riêng (đã thử riêng %2$s) / suspect since %1$s: the worker that ran it died; it runs alone next (%2$s solitary runs so far)',
                      queue.local_time(doubt.found_at), doubt.tries);
    end if;
    answer := queue.why_key(job.kind, job.concurrency_key);
    if answer is not null then
        return answer;
    end if;
    return queue.why_line(job.id, job.kind, job.priority, job.run_at, kind.lane_limit, lanes.alive, lanes.busy);
end $$;
comment on function queue.why(bigint) is
    'Vì sao công việc chưa chạy / Says in one sentence why a job is not running now.';

create or replace function queue.advisory_key(key bigint, out classid oid, out objid oid)
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- A 64-bit advisory lock as pg_locks shows it: its upper and lower half.
    select ((key >> 32) & 4294967295)::oid, (key & 4294967295)::oid
$$;
comment on function queue.advisory_key(bigint) is 'Khóa như pg_locks hiển thị / An advisory lock as pg_locks shows it.';

create or replace function queue.why_finished(job_id bigint)
returns text language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- How a job ended, with the reason.
-- Errors:     02000 no such job.
-- Tables:     read - queue.finished.
begin
    return queue.finished_as(why_finished.job_id)
        || coalesce((select ': ' || queue.one_line(f.reason, 100) from queue.finished f
                     where f.id = why_finished.job_id order by f.finished_at desc limit 1), '');
end $$;
comment on function queue.why_finished(bigint) is 'Kết thúc ra sao, vì sao / How a job ended, with the reason.';

create or replace function queue.why_running(job_id bigint)
returns text language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Who runs a job since when, and for whose lock its session waits; null if nobody holds it.
-- Tables:     read - queue.job, queue.cancel_request, pg_locks, pg_stat_activity.
declare
    h record;
begin
    select l.lane, l.pid, l.since, coalesce(host(a.client_addr), 'local') as host, a.usename
    into h
    from queue.locked_jobs(array[why_running.job_id]) l left join pg_stat_activity a on a.pid = l.pid
    limit 1;
    if not found then
        return null;
    elsif h.lane is null or h.lane not like 'dvkd/%/%/%' then
        return format('phiên %1$s (%2$s, %3$s) đang giữ, không phải tiến trình nền / held by session %1$s (%2$s, %3$s), which is no daemon',
                      h.pid, coalesce(nullif(h.lane, ''), '?'), h.usename);
    end if;
    return format('đang chạy trên %1$s, làn %2$s, từ %3$s%4$s%6$s / running on %1$s, lane %2$s, since %3$s%5$s%7$s', h.host, h.lane,
                  coalesce(queue.local_time(h.since), '?'),
                  case when r.job_id is null then '' else ', đã có yêu cầu hủy' end,
                  case when r.job_id is null then '' else ', cancel requested' end,
                  ', đang chờ khóa của phiên ' || b.who, ', waiting for a lock of session ' || b.who)
        from (values (1)) one left join queue.cancel_request r on r.job_id = why_running.job_id
            left join lateral (
                select format('%s (%s, %s)', a.pid, coalesce(nullif(a.application_name, ''), '?'), a.usename) as who
                from unnest(pg_blocking_pids(h.pid)) x (pid) join pg_stat_activity a on a.pid = x.pid
                order by a.xact_start limit 1) b on true;
end $$;
comment on function queue.why_running(bigint) is 'Ai đang chạy công việc / Who runs a job since when.';

create or replace function queue.why_later(job_id bigint, run_at timestamptz, attempt smallint, max_attempts smallint)
returns text language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- When a job is to run that is not due: for the first time, or after which error.
-- Tables:     read - queue.attempt_error.
declare
    last record;
begin
    select coalesce(e.sqlstate || ' ', '') || queue.one_line(queue.plain_error(e.error), 200) as text into last
    from queue.attempt_error e where e.job_id = why_later.job_id and e.attempt = why_later.attempt
    order by e.failed_at desc limit 1;
    return case when attempt = 0
                then format('hẹn lúc %1$s / scheduled for %1$s', queue.local_time(run_at))
                else format('thử lại lúc %1$s sau %2$s/%3$s lần lỗi%4$s / retrying at %1$s after %2$s of %3$s attempts failed%4$s',
                            queue.local_time(run_at), attempt, max_attempts, ': ' || last.text) end;
end $$;
comment on function queue.why_later(bigint, timestamptz, smallint, smallint) is 'Hẹn giờ hay thử lại / When a job is to run.';

create or replace function queue.why_key(kind text, concurrency_key text)
returns text language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Who is busy with a concurrency key; null if nobody is.  The job is looked for among the first 10,000 of each priority.
-- Tables:     read - queue.job, pg_locks, pg_stat_activity.
declare
    owner integer;
    owned bigint;
begin
    owner := (select l.pid from pg_locks l join queue.advisory_key(queue.key_lock(why_key.kind, why_key.concurrency_key)) k
                  on l.classid = k.classid and l.objid = k.objid
              where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
                  and l.database = (select d.oid from pg_database d where d.datname = current_database())
              limit 1);
    if owner is null then
        return null;
    end if;
    owned := (select x.id
              from generate_series(0, 7) p (priority),
                  lateral (
                      select j.id, j.xmax, j.concurrency_key from queue.job j
                      where j.kind = why_key.kind and j.priority = p.priority and j.priority >= 0
                          and j.run_at <= statement_timestamp()
                      order by j.run_at, j.id
                      limit 10000) x
              where x.concurrency_key = why_key.concurrency_key
                  and x.xmax in (select l.transactionid from pg_locks l
                                 where l.pid = owner and l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted)
              limit 1);
    return format('khóa “%1$s” đang bận với công việc %2$s (làn %3$s) / its key “%1$s” is busy with job %2$s (lane %3$s)',
                  concurrency_key, coalesce(owned::text, '?'),
                  coalesce((select a.application_name from pg_stat_activity a where a.pid = owner), '?'));
end $$;
comment on function queue.why_key(text, text) is 'Ai đang giữ khóa tuần tự / Who is busy with a concurrency key.';

create or replace function queue.why_line(
    job_id bigint, kind text, priority smallint, run_at timestamptz, lane_limit smallint, alive bigint, busy bigint
) returns text language plpgsql stable set search_path = queue, pg_temp as $$
-- What a job waits for that is due: the limit of its kind, the jobs of its kind that come first, a free lane, or nothing.
-- Tables:     read - queue.job, pg_locks.
declare
    ahead text[] := queue.why_ahead(job_id, kind, priority, run_at);
begin
    if queue.busy_slots(kind, lane_limit) >= lane_limit then
        return format('đủ giới hạn %1$s làn của loại %2$s%3$s / limit of its kind reached: %1$s lanes run %2$s%4$s', lane_limit,
                      kind, '; chờ sau ' || ahead[1], '; waits behind ' || ahead[2]);
    elsif ahead is not null then
        return format('chờ sau %s / waits behind %s', ahead[1], ahead[2]);
    elsif busy >= alive then
        return format('kế tiếp, cả %1$s làn đang bận / is next, all %1$s lanes are busy', alive);
    end if;
    return 'kế tiếp, sẽ được nhận ngay / is next, to be claimed at once';
end $$;
comment on function queue.why_line(bigint, text, smallint, timestamptz, smallint, bigint, bigint) is
    'Công việc đến hạn đang chờ gì / What a due job waits for.';

create or replace function queue.why_ahead(job_id bigint, kind text, priority smallint, run_at timestamptz)
returns text[] language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- The waiting jobs of the kind that are claimed before a job, counted up to 10,000.
-- Returns:    Vietnamese and English: how many of which priority; null if there are none.
-- Tables:     read - queue.job, pg_locks.
declare
    bound constant integer := 10000;
    held  xid[] := array(select l.transactionid from pg_locks l
                         where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted);
    ahead record;
begin
    select sum(c.walked) as walked,
           string_agg(format('%s việc ưu tiên %s', c.waiting, c.priority), ', ' order by c.priority) filter (where c.waiting > 0) as vi,
           string_agg(format('%s of priority %s', c.waiting, c.priority), ', ' order by c.priority) filter (where c.waiting > 0) as en
    into ahead
    from (select x.priority, count(*) as walked, count(*) filter (where not x.held) as waiting
          from (select p.priority, y.held
                from generate_series(0, why_ahead.priority) p (priority),
                    lateral (
                        select j.xmax = any (held) as held from queue.job j
                        where j.kind = why_ahead.kind and j.priority = p.priority and j.priority >= 0
                            and j.run_at <= statement_timestamp()
                            and (j.run_at, j.id) < (case when p.priority = why_ahead.priority then why_ahead.run_at
                                                         else 'infinity' end, why_ahead.job_id)
                        order by j.run_at, j.id
                        limit bound + 1) y
                limit bound + 1) x
          group by x.priority) c;
    if ahead.walked > bound then
        return array[format('hơn %s việc ưu tiên 0 đến %s', bound, priority),
                     format('more than %s of priority 0 to %s', bound, priority)];
    end if;
    return case when ahead.vi is not null then array[ahead.vi, ahead.en] end;
end $$;
comment on function queue.why_ahead(bigint, text, smallint, timestamptz) is
    'Những việc xếp trước / The waiting jobs that are claimed before a job.';

create or replace function queue.busy_slots(kind text, lane_limit smallint)
returns bigint language sql stable set search_path = queue, pg_temp as $$
    -- How many of a kind's slots lanes hold; null without a limit.
    -- Tables:     read - pg_locks.
    select case when lane_limit is not null then (
        select count(*)
        from generate_series(1, lane_limit) i, queue.advisory_key(queue.slot_lock(busy_slots.kind, i)) k
        where exists (select from pg_locks l
                      where l.locktype = 'advisory' and l.objsubid = 1 and l.classid = k.classid and l.objid = k.objid and l.granted
                          and l.database = (select d.oid from pg_database d where d.datname = current_database()))) end
$$;
comment on function queue.busy_slots(text, smallint) is 'Số suất đang dùng / How many of a kind''s slots lanes hold.';
