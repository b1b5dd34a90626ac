create or replace function queue.due_kinds(kinds text[])
returns text[] language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Says which of the kinds have a due job; one that is running counts, too.
-- Parameters: kinds - names of kinds; unknown ones have nothing due.
-- Returns:    those with a due job that are not paused.
-- Tables:     read - queue.kind, queue.job.
declare
    stamp timestamptz := clock_timestamp();
begin
    return array(
        select w.name
        from unnest(kinds) w (name)
        where not exists (select from queue.kind k where k.name = w.name and k.paused_at is not null)
            and exists (
                select from generate_series(0, 7) p (priority), lateral (
                    select from queue.job j
                    where j.kind = w.name and j.priority = p.priority and j.priority >= 0 and j.run_at <= stamp
                    limit 1) x));
end $$;
comment on function queue.due_kinds(text[]) is 'Loại nào có công việc đến hạn / Which kinds have a due job.';

create or replace function queue.reap()
returns table (lanes text[], pids bigint[], ages_ms bigint[]) language sql
set search_path = queue, pg_temp as $$
    -- Ends the lanes of the caller's role whose transaction is older than their kind's timeout + 2 s: a stopped client
    -- keeps its locks for ever otherwise.  Identity and end are one statement, so a reused pid is not hit.
    -- Returns:    one row: application names, pids and ages of the lanes ended.
    -- Tables:     read - queue.kind, pg_stat_activity.
    -- Materialized: the planner would otherwise end sessions before it has looked at their age.
    with over_age as materialized (
        select a.application_name::text as lane, a.pid, clock_timestamp() - a.xact_start as age
        from pg_stat_activity a
            join queue.kind k on k.name = split_part(a.application_name, '/', 3)
        where a.application_name like 'dvkd/%/%/%' and a.datname = current_database() and a.usename = session_user
            and a.pid <> pg_backend_pid() and a.xact_start < clock_timestamp() - k.timeout - interval '2 s')
    select coalesce(array_agg(o.lane), '{}'), coalesce(array_agg(o.pid::bigint), '{}'),
           coalesce(array_agg((extract(epoch from o.age) * 1000)::bigint), '{}')
    from over_age o
    where pg_terminate_backend(o.pid)
$$;
comment on function queue.reap() is 'Kết thúc làn quá hạn / Ends lanes whose transaction is over age.';

create or replace function queue.tick(kinds text[], upkeep boolean)
returns table (due text[], cancelled integer, lanes text[], pids bigint[], ages_ms bigint[]) language plpgsql
set search_path = queue, pg_temp as $$
-- One statement a poll for a whole daemon: the kinds that have due jobs, and, with upkeep, the work of each second.
-- Runs as the daemon's own role (no definer), because only that role may end its lanes.
-- Parameters: kinds - the kinds this daemon has lanes for; upkeep - also drain cancel requests and reap.
-- Returns:    one row: kinds with a due job that is not paused; jobs cancelled; the lanes reaped, as queue.reap.
begin
    due := queue.due_kinds(kinds);
    if upkeep then
        cancelled := queue.drain_cancel_requests();
        select r.lanes, r.pids, r.ages_ms into lanes, pids, ages_ms from queue.reap() r;
    end if;
    return next;
end $$;
comment on function queue.tick(text[], boolean) is
    'Nhịp của tiến trình nền / One statement a poll: kinds with due jobs, and the upkeep of each second.';
