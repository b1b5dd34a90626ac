create or replace function queue.cancel_many(
    ids        bigint[] default null,
    kind       text     default null,
    older_than interval default null,
    reason     text     default null,
    max_jobs   integer  default 10000,
    out done integer, out running integer, out skipped integer, out more boolean
) language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Cancels many jobs at once: those named, or those of a kind, first the ones that would run first.  Waiting ones are
-- finished as cancelled (queue.retry_many brings them back); for running ones the daemons are asked, as by queue.cancel.
-- Never waits for a running job.
-- Parameters: ids        - jobs' numbers; null: all of the kind.
--             kind       - a kind; with ids: only those of this kind.  One of the two must be given.
--             older_than - only jobs enqueued longer ago than this; null: all.
--             reason     - kept with the jobs, at most 200 characters.
--             max_jobs   - most jobs one call handles, 1..100,000; in one transaction, so better call again.
-- Returns:    one row: jobs cancelled; running ones asked for; numbers given that do not wait or do not fit; whether
--             more are left: then call again.
-- Errors:     22023 neither ids nor kind, or an unknown kind; 22003 max_jobs out of range; 22001 reason too long.
-- Tables:     delete - queue.job, queue.suspect, queue.cancel_request; insert - queue.finished, queue.cancel_request,
--             queue.audit.
-- Notifies:   dvkd_cancel with the number of each running job.
declare
    found  bigint[];
    picked bigint[];
    ended  bigint[];
begin
    perform queue.check_reason(reason);
    perform queue.check_many(ids, kind, max_jobs);
    found := queue.pick_jobs(ids, kind, null, older_than, null, max_jobs);
    more := cardinality(found) > max_jobs;
    picked := found[:max_jobs];
    with locked as materialized (
        select j.id from queue.job j where j.id = any (picked) order by j.id for update skip locked),
    gone as (
        delete from queue.job j using locked l where j.id = l.id
        returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key,
                  j.concurrency_key, j.args),
    kept as (
        insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts,
                                    args_version, kind, coalesce_key, concurrency_key, reason, args)
        select g.id, g.enqueued_at, clock_timestamp(), 'cancelled', g.priority, g.attempt, g.max_attempts,
               g.args_version, g.kind, g.coalesce_key, g.concurrency_key, cancel_many.reason, g.args
        from gone g
        order by g.id
        returning id)
    select coalesce(array_agg(k.id), '{}') into ended from kept k;
    perform queue.forget_marks(ended);
    done := cardinality(ended);
    running := queue.request_cancel(array(select p.id from unnest(picked) p (id) except select unnest(ended)), reason);
    skipped := queue.skipped(ids, found, picked, done + running);
    insert into queue.audit (verb, kind, reason, result)
    values ('cancel_many', cancel_many.kind, cancel_many.reason,
            format('đã hủy %1$s, yêu cầu %2$s, bỏ qua %3$s%4$s / cancelled %1$s, requested %2$s, skipped %3$s%5$s', done,
                   running, skipped, case when more then ', còn nữa' else '' end,
                   case when more then ', more are left' else '' end)
            || queue.id_list(picked));
end $$;
comment on function queue.cancel_many(bigint[], text, interval, text, integer) is
    'Hủy nhiều công việc / Cancels many jobs, named or of a kind; says how many, and whether more are left.';

create or replace function queue.pick_jobs(
    ids bigint[], kind text, state text, older_than interval, code text, max_jobs integer
) returns bigint[] language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Finds the jobs of queue.job that a verb for many is about; locks nothing.
-- Parameters: ids, kind, older_than, max_jobs - as for queue.cancel_many; state - null, due, scheduled or retrying;
--             code - SQLSTATE of the last failed attempt, or null.
-- Returns:    numbers: all that fit of those given, ascending; or of the kind, in the order in which they are claimed, one
--             more than max_jobs when there are more.
-- Tables:     read - queue.job, queue.attempt_error.
declare
    stamp  timestamptz := clock_timestamp();
    after  timestamptz := case when state in ('scheduled', 'retrying') then stamp else '-infinity' end;
    until  timestamptz := case when state = 'due' then stamp else 'infinity' end;
    before timestamptz := coalesce(stamp - older_than, 'infinity');
    tried  smallint := case when state = 'retrying' then 1 else 0 end;
    untried smallint := case when state = 'scheduled' then 0 else 32767 end;
begin
    if ids is not null then
        return array(
            select j.id from queue.job j
            where j.id = any (ids) and (pick_jobs.kind is null or j.kind = pick_jobs.kind)
                and j.run_at > after and j.run_at <= until and j.enqueued_at < before
                and j.attempt between tried and untried
                and (code is null or exists (select from queue.attempt_error e
                                             where e.job_id = j.id and e.attempt = j.attempt and e.sqlstate = code))
            order by j.id);
    end if;
    -- Taken in the order of the claim index, so that nothing beyond the limit is read.
    return array(
        select x.id
        from generate_series(0, 7) p (priority),
            lateral (
                select j.id from queue.job j
                where j.kind = pick_jobs.kind and j.priority = p.priority and j.priority >= 0
                    and j.run_at > after and j.run_at <= until and j.enqueued_at < before
                    and j.attempt between tried and untried
                    and (code is null or exists (select from queue.attempt_error e
                                                 where e.job_id = j.id and e.attempt = j.attempt and e.sqlstate = code))
                order by j.run_at, j.id
                limit max_jobs + 1) x
        limit max_jobs + 1);
end $$;
comment on function queue.pick_jobs(bigint[], text, text, interval, text, integer) is
    'Chọn công việc cho thao tác hàng loạt / Finds the jobs that a verb for many is about.';

create or replace function queue.check_many(ids bigint[], kind text, max_jobs integer)
returns void language plpgsql stable set search_path = queue, pg_temp as $$
-- Checks what the verbs for many have in common.
-- Errors:     22023 neither ids nor kind, or a kind that is neither defined nor in the queue; 22003 max_jobs.
-- Tables:     read - queue.kind, queue.job.
begin
    if ids is null and check_many.kind is null then
        raise exception using errcode = '22023',
            message = 'Chưa nói công việc nào / Neither jobs nor a kind are named.',
            detail = 'Tham số / Parameter: ids, kind',
            hint = 'Ví dụ / For example: ids => array[7, 8], kind => ''submission_validation''.';
    end if;
    if max_jobs is null or max_jobs not between 1 and 100000 then
        raise exception using errcode = '22003',
            message = format('Ngoài phạm vi / Out of range: %s.', coalesce(max_jobs::text, 'NULL')),
            detail = 'Tham số / Parameter: max_jobs', hint = 'Cho phép / Allowed: 1 .. 100000.';
    end if;
    if check_many.kind is not null and not exists (select from queue.kind k where k.name = check_many.kind)
        and not exists (select from queue.job j where j.kind = check_many.kind and j.priority >= 0) then
        perform queue.refuse_kind('kind', check_many.kind);
    end if;
end $$;
comment on function queue.check_many(bigint[], text, integer) is
    'Kiểm tra tham số hàng loạt / Checks the parameters of a verb for many.';

create or replace function queue.skipped(ids bigint[], found bigint[], picked bigint[], handled integer)
returns integer language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- How many of the numbers given do not wait or do not fit, and of the jobs picked ended meanwhile.
    select (case when ids is null then 0 else (select count(distinct i) from unnest(ids) i) - cardinality(found) end
            + cardinality(picked) - handled)::integer
$$;
comment on function queue.skipped(bigint[], bigint[], bigint[], integer) is
    'Số công việc bị bỏ qua / How many of the jobs named were skipped.';

create or replace function queue.id_list(ids bigint[])
returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- The numbers for the audit: a few in full, else the first and the last.
    select case when cardinality(ids) = 0 then ''
                when cardinality(ids) <= 20 then (select format(' [%s]', string_agg(i::text, ' ' order by i)) from unnest(ids) i)
                else (select format(' [%s … %s]', min(i), max(i)) from unnest(ids) i) end
$$;
comment on function queue.id_list(bigint[]) is 'Danh sách số công việc rút gọn / Numbers of jobs, shortened.';

create or replace function queue.forget_marks(ids bigint[])
returns void language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Forgets what is noted about jobs that have ended or begin anew: suspicion and cancel requests.
-- Tables:     delete - queue.suspect, queue.cancel_request.
begin
    if exists (select from queue.suspect) then
        delete from queue.suspect s where s.job_id = any (ids);
    end if;
    if exists (select from queue.cancel_request) then
        delete from queue.cancel_request r where r.job_id = any (ids);
    end if;
end $$;
comment on function queue.forget_marks(bigint[]) is 'Bỏ ghi chú về công việc / Forgets suspicion and cancel requests.';
