create or replace function queue.fire_schedules()
returns integer language plpgsql security definer set search_path = queue, pg_temp set lock_timeout = '200ms' as $$
-- Enqueues the jobs of the schedules that are due; every daemon calls it each second, none is special.
--
-- Exactly one job a fire time: the schedule's row is locked while its job is made and its next fire time set, in one
-- transaction; queue.schedule_fire remembers the fire time, so that a clock set back does not make it a second time.
-- Fire times that came while no daemon ran, or while no call got through, are missed:
--   skip  a fire time more than 60 s old makes no job; the next one that comes does;
--   once  one job stands for all of them, made for the latest.
-- A schedule whose job cannot be made keeps the error in last_error and goes on with its next fire time; when what
-- stopped it passes (a lock, a full disk, too many connections) it is tried again with the next call.  Neither stops the others.
-- Cheap when nothing is due: one look at a small table, no transaction id.
-- Returns:    number of jobs made.
-- Tables:     lock, update - queue.schedule; insert - queue.schedule_fire, and what queue.enqueue writes.
declare
    grace    constant interval := '60 s';
    passing  constant text[] := array['40', '53', '55', '57', '58'];
    stamp    timestamptz := clock_timestamp();
    s        queue.schedule%rowtype;
    latest   timestamptz;
    next_one timestamptz;
    is_made  boolean;
    job      bigint;
    problem  text;
    detail_  text;
    made     integer := 0;
begin
    if not exists (select from queue.schedule q where q.next_fire_at <= stamp) then
        return 0;
    end if;
    for s in select * from queue.schedule q where q.next_fire_at <= stamp order by q.name for update skip locked loop
        is_made := false;
        problem := null;
        latest := null;
        next_one := null;
        begin
            latest := s.next_fire_at;
            next_one := queue.cron_next(s.cron, s.time_zone, latest);
            if next_one <= stamp then
                latest := queue.cron_latest(s.cron, s.time_zone, latest, stamp);
                next_one := queue.cron_next(s.cron, s.time_zone, stamp);
            end if;
            if (s.missed = 'once' or stamp - latest < grace)
                and not exists (select from queue.schedule_fire f where f.schedule = s.name and f.fire_at = latest)
            then
                -- A job of its own, even if another schedule's has the same coalesce key: the claim coalesces them.
                perform set_config('queue.coalesced', '', true);
                job := queue.enqueue(s.kind, s.args, priority => s.priority, max_attempts => s.max_attempts);
                insert into queue.schedule_fire (schedule, fire_at, job_id) values (s.name, latest, job);
                is_made := true;
            end if;
        exception when others then
            get stacked diagnostics problem = message_text, detail_ = pg_exception_detail;
            problem := left(format('%s: %s %s', sqlstate, problem, detail_), 500);
            if left(sqlstate, 2) = any (passing) then
                next_one := s.next_fire_at;
            end if;
        end;
        if is_made then
            made := made + 1;
            update queue.schedule q
            set next_fire_at = next_one, last_fire_at = latest, last_job_id = job, last_error = null,
                missed_at = case when latest > s.next_fire_at and s.missed = 'skip' then s.next_fire_at else q.missed_at end
            where q.name = s.name;
        elsif problem is not null then
            update queue.schedule q set next_fire_at = next_one, last_error = problem
            where q.name = s.name and (q.next_fire_at, q.last_error) is distinct from (next_one, problem);
        else
            update queue.schedule q
            set next_fire_at = next_one, missed_at = case when stamp - latest < grace then q.missed_at else latest end
            where q.name = s.name;
        end if;
    end loop;
    return made;
end $$;
comment on function queue.fire_schedules() is
    'Đưa công việc theo lịch vào hàng / Enqueues the jobs of the schedules that are due; exactly one a fire time.';
