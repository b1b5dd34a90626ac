create or replace function queue.maintain(
    out ran boolean, out made integer, out dropped integer, out removed bigint, out blocked text[], out more boolean
) language plpgsql security definer
set search_path = queue, pg_temp set lock_timeout = '200ms' set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
-- The upkeep of the queue: partitions three months ahead; rows that nobody needs any more; schedules whose next fire time
-- no longer fits the clock or the zone data; months that retention no longer keeps.
-- Runs on one daemon at a time: an advisory lock of the transaction, tried, not waited for, and free when its holder dies.
-- No step waits for a lock longer than 200 ms, each fails alone, and the others go on.  About 2 s at most.
-- Returns:    ran - false: another session is at it, nothing was done; made, dropped - partitions;
--             removed - rows of idempotency keys, fire times and suspects; blocked - steps that could not be done, with
--             SQLSTATE: call again, soon while queue.has_next_month() is false, else after a minute;
--             more - there was more to remove or drop than one call does: call again at once.
-- Tables:     those of queue.ensure_partitions and queue.drop_old_months; delete - queue.idempotency,
--             queue.schedule_fire, queue.suspect; update - queue.schedule, queue.maintenance_state.
declare
    until timestamptz;
    stamp timestamptz;
    old   record;
begin
    made := 0;
    dropped := 0;
    removed := 0;
    blocked := '{}';
    more := false;
    ran := pg_try_advisory_xact_lock(queue.maintenance_lock());
    if not ran then
        return;
    end if;
    begin
        made := queue.ensure_partitions();
    exception when others then
        blocked := blocked || format('partitions: %s %s', sqlstate, sqlerrm);
    end;
    -- A partition just made is of use from the commit on.
    until := clock_timestamp() + case when made > 0 then interval '0' else interval '1 s' end;
    begin
        select r.removed, r.more into removed, more from queue.remove_old_rows(until) r;
    exception when others then
        removed := 0;
        blocked := blocked || format('rows: %s %s', sqlstate, sqlerrm);
    end;
    blocked := blocked || queue.mend_schedules();
    -- Last: its locks are held until the commit.
    begin
        select o.dropped, o.blocked, o.more into old from queue.drop_old_months() o;
        dropped := old.dropped;
        more := more or old.more;
        blocked := blocked || array(select format('retention: %s 55P03', b) from unnest(old.blocked) b);
    exception when others then
        blocked := blocked || format('retention: %s %s', sqlstate, sqlerrm);
    end;
    stamp := clock_timestamp();
    update queue.maintenance_state m
    set ran_at = stamp, ran_by = current_setting('application_name'), made = maintain.made,
        dropped = maintain.dropped, blocked = maintain.blocked,
        blocked_since = case when maintain.blocked <> '{}' then coalesce(m.blocked_since, stamp) end;
end $$;
comment on function queue.maintain() is 'Bảo trì hàng đợi / The upkeep of the queue, on one daemon at a time.';

create or replace function queue.remove_old_rows(until timestamptz, out removed bigint, out more boolean)
language plpgsql
set search_path = queue, pg_temp set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
-- Deletes expired idempotency keys, fire times older than retention, and suspects whose job is gone.  Rows that others
-- hold are left for the next time.
-- Parameters: until - begins no further batch of 10,000 after this time; at least one of each is done.
-- Returns:    removed - rows; more - it stopped for the time.
-- Tables:     delete - queue.idempotency, queue.schedule_fire, queue.suspect; read - queue.job, queue.setting.
declare
    batch  constant integer := 10000;
    oldest timestamptz := queue.oldest_kept_month()::timestamp at time zone 'Asia/Ho_Chi_Minh';
    n      bigint;
begin
    removed := 0;
    more := false;
    loop
        with expired as materialized (
            select i.ctid from queue.idempotency i
            where i.expires_at <= clock_timestamp() order by i.expires_at limit batch for update skip locked)
        delete from queue.idempotency i using expired e where i.ctid = e.ctid;
        get diagnostics n = row_count;
        removed := removed + n;
        exit when n < batch or clock_timestamp() > until;
    end loop;
    more := n = batch;
    loop
        with expired as materialized (
            select f.ctid from queue.schedule_fire f where f.fire_at < oldest limit batch for update skip locked)
        delete from queue.schedule_fire f using expired e where f.ctid = e.ctid;
        get diagnostics n = row_count;
        removed := removed + n;
        exit when n < batch or clock_timestamp() > until;
    end loop;
    more := more or n = batch;
    with gone as materialized (
        select s.job_id from queue.suspect s
        where not exists (select from queue.job j where j.id = s.job_id)
        order by s.job_id limit batch for update skip locked)
    delete from queue.suspect s using gone g where s.job_id = g.job_id;
    get diagnostics n = row_count;
    removed := removed + n;
end $$;
comment on function queue.remove_old_rows(timestamptz) is 'Xóa các dòng hết hạn / Deletes rows that nobody needs any more.';

create or replace function queue.mend_schedules()
returns text[] language plpgsql set search_path = queue, pg_temp as $$
-- Sets next fire times that no longer fit: after the clock went ahead and came back, and after new zone data.
-- What has fired does not fire again: queue.schedule_fire knows.
-- Returns:    the schedules whose next fire time cannot be computed, with SQLSTATE and text.
-- Tables:     lock, update - queue.schedule.
declare
    stamp    timestamptz := clock_timestamp();
    s        queue.schedule%rowtype;
    next_one timestamptz;
    problems text[] := '{}';
begin
    for s in select * from queue.schedule q
             where q.paused_at is null and (q.next_fire_at is null or q.next_fire_at > stamp)
             order by q.name for update skip locked
    loop
        begin
            next_one := queue.cron_next(s.cron, s.time_zone, stamp);
            if next_one is distinct from s.next_fire_at then
                update queue.schedule q set next_fire_at = next_one where q.name = s.name;
            end if;
        exception when others then
            problems := problems || format('schedule %s: %s %s', s.name, sqlstate, sqlerrm);
        end;
    end loop;
    return problems;
end $$;
comment on function queue.mend_schedules() is 'Sửa giờ tới của các lịch / Sets next fire times that no longer fit.';
