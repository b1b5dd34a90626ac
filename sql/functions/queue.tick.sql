create or replace function queue.due_kinds(kinds text[], priorities smallint[], run_ats timestamptz[], ids bigint[])
returns text[] language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Says which of the kinds have a due job behind their cursors; one that is running counts, too.
-- Parameters: kinds, priorities, run_ats, ids - the cursors, one an element, as for queue.claim; unknown kinds have
--             nothing due.
-- Returns:    those with a due job that are not paused, each once.
-- Tables:     read - queue.kind, queue.job.
declare
    stamp timestamptz := clock_timestamp();
begin
    return array(
        select distinct c.kind
        from unnest(kinds, priorities, run_ats, ids) c (kind, priority, run_at, id)
        where not exists (select from queue.kind k where k.name = c.kind and k.paused_at is not null)
            and exists (
                select from queue.job j
                where j.kind = c.kind and j.priority = c.priority and j.priority >= 0 and j.run_at <= stamp
                    and (j.run_at, j.id) > (c.run_at, c.id)));
end $$;
comment on function queue.due_kinds(text[], smallint[], timestamptz[], bigint[]) is
    'Loại nào có công việc đến hạn / Which kinds have a due job behind their cursors.';

create or replace function queue.due_kinds(kinds text[])
returns text[] language sql security definer set search_path = queue, pg_temp as $$
    -- Says which of the kinds have a due job, from the head of every priority; for psql.  See the other queue.due_kinds.
    select queue.due_kinds(array_agg(k.name), array_agg(p.priority::smallint), array_agg('-infinity'::timestamptz),
                           array_agg(0::bigint))
    from unnest(kinds) k (name), generate_series(0, 7) p (priority)
$$;
comment on function queue.due_kinds(text[]) is 'Loại nào có công việc đến hạn / Which kinds have a due job.';

create or replace function queue.reap()
returns table (lanes text[], pids bigint[], ages_ms bigint[], next_ms bigint) language sql
set search_path = queue, pg_temp as $$
    -- Ends the lanes of the caller's role whose transaction is older than their kind's timeout + 2 s: a stopped client
    -- keeps its locks for ever otherwise.  Identity and end are one statement, so a reused pid is not hit.
    -- Returns:    one row: application names, pids and ages of the lanes ended; milliseconds until the next lane would
    --             be over age (null: no lane works).
    -- Tables:     read - queue.kind, pg_stat_activity.
    -- Materialized: the planner would otherwise end sessions before it has looked at their age.
    with lane as materialized (
        select a.application_name::text as name, a.pid, clock_timestamp() - a.xact_start as age,
               k.timeout + interval '2 s' - (clock_timestamp() - a.xact_start) as rest
        from pg_stat_activity a
            join queue.kind k on k.name = split_part(a.application_name, '/', 3)
        where a.application_name like 'dvkd/%/%/%' and a.datname = current_database() and a.usename = session_user
            and a.pid <> pg_backend_pid() and a.xact_start is not null),
    ended as materialized (
        select l.name, l.pid, l.age from lane l where l.rest < interval '0' and pg_terminate_backend(l.pid))
    select coalesce(array_agg(e.name), '{}'), coalesce(array_agg(e.pid::bigint), '{}'),
           coalesce(array_agg((extract(epoch from e.age) * 1000)::bigint), '{}'),
           (select (extract(epoch from min(l.rest)) * 1000)::bigint + 1 from lane l where l.rest >= interval '0')
    from ended e
$$;
comment on function queue.reap() is 'Kết thúc làn quá hạn / Ends lanes whose transaction is over age.';

create or replace function queue.tick(
    kinds text[], cursor_kinds text[], priorities smallint[], run_ats timestamptz[], ids bigint[], upkeep boolean
) returns table (
    due text[], suspects text[], timeouts_ms bigint[], batch_limits bigint[], fired integer, cancelled integer,
    lanes text[], pids bigint[], ages_ms bigint[], reap_ms bigint, channels text[], cancels bigint[]
) language plpgsql
set search_path = queue, pg_temp as $$
-- One statement a poll for a whole daemon: the kinds that have due jobs, and, with upkeep, the work of each second.
-- Runs as the daemon's own role (no definer), because only that role may end its lanes.
-- Parameters: kinds - the kinds this daemon has lanes for; cursor_kinds, priorities, run_ats, ids - its cursors, as for
--             queue.due_kinds; upkeep - also fire schedules, drain cancel requests and reap.
-- Returns:    one row: kinds with a due job that is not paused; kinds with suspects; settings of each kind, in the order
--             of kinds (0: unknown kind); and with upkeep: jobs that schedules made; jobs cancelled; the lanes
--             reaped and milliseconds until the next one would be, as queue.reap; channels this session listens to; running jobs
--             whose cancellation is asked for, at most 1,000.
begin
    due := queue.due_kinds(cursor_kinds, priorities, run_ats, ids);
    suspects := array(select distinct s.kind from queue.suspect s where s.kind = any (kinds));
    select array_agg(coalesce((extract(epoch from k.timeout) * 1000)::bigint, 0) order by w.o),
           array_agg(coalesce(k.batch_limit::bigint, 0) order by w.o)
    into timeouts_ms, batch_limits
    from unnest(kinds) with ordinality w (name, o) left join queue.kind k on k.name = w.name;
    if upkeep then
        fired := queue.fire_schedules();
        cancelled := queue.drain_cancel_requests();
        cancels := array(select r.job_id from queue.cancel_request r order by r.job_id limit 1000);
        select r.lanes, r.pids, r.ages_ms, r.next_ms into lanes, pids, ages_ms, reap_ms from queue.reap() r;
        channels := array(select pg_listening_channels());
    end if;
    return next;
end $$;
comment on function queue.tick(text[], text[], smallint[], timestamptz[], bigint[], boolean) is
    'Nhịp của tiến trình nền / One statement a poll: kinds with due jobs, and the upkeep of each second.';
