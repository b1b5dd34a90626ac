create or replace function queue.running_jobs()
returns table (id bigint, lane text, pid integer, since timestamptz) language sql stable security definer
set search_path = queue, pg_temp as $$
    -- Who runs what, read from the rows themselves: job.xmax -> pg_locks -> pid -> application_name.  No ledger to go stale.
    -- Definer: the owner is a member of dvk_daemon and so sees since when its lanes run.
    -- Returns:    locked jobs, the application_name and pid of who holds them, and since when (null if hidden).
    select j.id, a.application_name, l.pid, a.xact_start
    from queue.job j
        join pg_locks l on l.locktype = 'transactionid' and l.transactionid = j.xmax and l.mode = 'ExclusiveLock' and l.granted
        left join pg_stat_activity a on a.pid = l.pid
$$;
comment on function queue.running_jobs() is 'Ai đang chạy công việc nào / Which session holds which job.';

create or replace function queue.locked_jobs(ids bigint[])
returns table (id bigint, lane text, pid integer, since timestamptz) language sql stable security definer
set search_path = queue, pg_temp as $$
    -- The same as queue.running_jobs for a few jobs, found by the primary key.
    -- Parameters: ids - jobs' numbers.
    select j.id, a.application_name, l.pid, a.xact_start
    from queue.job j
        join pg_locks l on l.locktype = 'transactionid' and l.transactionid = j.xmax and l.mode = 'ExclusiveLock' and l.granted
        left join pg_stat_activity a on a.pid = l.pid
    where j.id = any (ids)
$$;
comment on function queue.locked_jobs(bigint[]) is 'Ai đang giữ các công việc này / Which session holds these jobs.';

create or replace function queue.short_age(age interval)
returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- An age in its largest unit, for narrow columns: 3 d, 5 h, 12 min, 8 s.
    select case when age >= interval '2 d' then trunc(extract(epoch from age) / 86400) || ' d'
                when age >= interval '2 h' then trunc(extract(epoch from age) / 3600) || ' h'
                when age >= interval '2 min' then trunc(extract(epoch from age) / 60) || ' min'
                else trunc(extract(epoch from age)) || ' s' end
$$;
comment on function queue.short_age(interval) is 'Tuổi viết gọn / An age in its largest unit.';
