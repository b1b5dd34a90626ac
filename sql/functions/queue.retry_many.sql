create or replace function queue.retry_many(
    ids      bigint[] default null,
    kind     text     default null,
    state    text     default null,
    code     text     default null,
    within   interval default '7 d',
    reason   text     default null,
    max_jobs integer  default 10000,
    out done integer, out running integer, out skipped integer, out more boolean
) language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Runs many jobs again: those named, or those of a kind.  Discarded and cancelled ones are put back under their numbers
-- with fresh attempts and no suspicion; waiting ones run now.  Running ones are left alone and never waited for.
-- Parameters: ids      - jobs' numbers; null: all of the kind.
--             kind     - a kind; with ids: only those of this kind.  One of the two must be given.
--             state    - discarded, cancelled or retrying: only jobs in this state.  null: of jobs named, all that wait or
--                        were given up; of a kind, the discarded ones and those that wait for another attempt.
--             code     - only jobs whose last attempt failed with this SQLSTATE; null: all.
--             within   - how far back finished jobs of a kind are looked for; jobs named are found in the whole history.
--             reason   - kept in the audit, at most 200 characters.
--             max_jobs - most jobs one call handles, 1..100,000; in one transaction, so better call again.
-- Returns:    one row: jobs put back or run now; running ones left alone; numbers given that cannot run again (completed,
--             coalesced, unknown) or do not fit; whether more are left: then call again.
-- Errors:     22023 neither ids nor kind, an unknown kind or state; 22003 max_jobs out of range; 22001 reason too long.
-- Tables:     delete - queue.finished, queue.suspect, queue.cancel_request; insert, update - queue.job;
--             insert - queue.audit; read - queue.attempt_error, queue.kind.
declare
    waiting  bigint[] := '{}';
    ended    bigint[] := '{}';
    handled  bigint[];
    returned integer;
begin
    perform queue.check_reason(reason);
    perform queue.check_many(ids, kind, max_jobs);
    perform queue.check_state(state, array['discarded', 'cancelled', 'retrying']);
    if state is null or state = 'retrying' then
        waiting := queue.pick_jobs(ids, kind, case when ids is null then 'retrying' else state end, null, code, max_jobs);
    end if;
    if state is distinct from 'retrying' then
        ended := queue.pick_given_up(ids, kind, case when state is not null then array[state]
                                                     when ids is null then array['discarded']
                                                     else array['discarded', 'cancelled'] end, code, within, max_jobs);
    end if;
    more := cardinality(waiting) + cardinality(ended) > max_jobs;
    skipped := case when ids is null then 0 else (select count(distinct i) from unnest(ids) i)
                   - cardinality(waiting) - cardinality(ended) end;
    waiting := waiting[:max_jobs];
    ended := ended[:max_jobs - cardinality(waiting)];

    handled := queue.run_now(waiting);
    running := (select count(*) from queue.job j
                where j.id in (select w.id from unnest(waiting) w (id) except select unnest(handled)));
    returned := queue.put_back(ended);
    done := cardinality(handled) + returned;
    skipped := skipped + cardinality(waiting) + cardinality(ended) - done - running;
    insert into queue.audit (verb, kind, reason, result)
    values ('retry_many', retry_many.kind, retry_many.reason,
            format('chạy lại %1$s, để yên %2$s đang chạy, bỏ qua %3$s%4$s / run again %1$s, left %2$s running alone, skipped %3$s%5$s',
                   done, running, skipped, case when more then ', còn nữa' else '' end,
                   case when more then ', more are left' else '' end)
            || queue.id_list(handled || ended));
end $$;
comment on function queue.retry_many(bigint[], text, text, text, interval, text, integer) is
    'Chạy lại nhiều công việc / Runs many jobs again, named or of a kind; says how many, and whether more are left.';

create or replace function queue.run_now(ids bigint[])
returns bigint[] language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Makes waiting jobs due, wakes workers for them, and forgets that somebody asked to cancel them; skips running ones.
-- Returns:    the numbers of those that were not running.
-- Tables:     update - queue.job; delete - queue.cancel_request; insert - queue.suspect.
declare
    free  bigint[] := '{}';
    mine  record;
    kinds text[];
begin
    for mine in
        select q.id, q.xmax as locker from queue.job q where q.id = any (ids) order by q.id for update skip locked
    loop
        perform queue.keep_suspicion(mine.id, mine.locker);
        free := free || mine.id;
    end loop;
    with due as (
        update queue.job j set run_at = clock_timestamp() where j.id = any (free) and j.run_at > clock_timestamp()
        returning j.kind)
    select array_agg(distinct d.kind) into kinds from due d;
    perform queue.announce(k.name) from unnest(kinds) k (name);
    delete from queue.cancel_request r where r.job_id = any (free);
    return free;
end $$;
comment on function queue.run_now(bigint[]) is 'Cho chạy ngay / Makes waiting jobs due.';

create or replace function queue.pick_given_up(
    ids bigint[], kind text, outcomes text[], code text, within interval, max_jobs integer
) returns bigint[] language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off set enable_nestloop = off as $$
-- Finds the finished jobs that queue.retry_many is about; locks nothing.  History has no index on numbers, only summaries
-- of its pages (BRIN): numbers are compared with all jobs between the least and the greatest of them, in one pass.
-- Parameters: as for queue.retry_many; outcomes - of the jobs wanted.
-- Returns:    numbers, ascending: all that fit of those given, or of the kind one more than max_jobs when there are more.
-- Tables:     read - queue.finished, queue.attempt_error.
begin
    if ids is not null then
        return array(
            select f.id
            from queue.finished f join (select distinct i from unnest(ids) i) g (id) on g.id = f.id
            where f.id between (select min(i) from unnest(ids) i) and (select max(i) from unnest(ids) i)
                and f.outcome::text = any (outcomes) and (pick_given_up.kind is null or f.kind = pick_given_up.kind)
                and (code is null or code = queue.last_code(f.id, f.attempt))
            order by f.id);
    end if;
    return array(
        select x.id
        from (select f.id from queue.finished f
              where f.finished_at > clock_timestamp() - within and f.kind = pick_given_up.kind
                  and f.outcome::text = any (outcomes)
                  and (code is null or code = queue.last_code(f.id, f.attempt))
              limit max_jobs + 1) x
        order by x.id);
end $$;
comment on function queue.pick_given_up(bigint[], text, text[], text, interval, integer) is
    'Chọn công việc đã bỏ để chạy lại / Finds the finished jobs to run again.';

create or replace function queue.last_code(job_id bigint, attempt smallint)
returns text language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- The SQLSTATE with which an attempt of a job failed; null if it has none.
-- Tables:     read - queue.attempt_error.
begin
    return (select e.sqlstate from queue.attempt_error e
            where e.job_id = last_code.job_id and e.attempt = last_code.attempt order by e.failed_at desc limit 1);
end $$;
comment on function queue.last_code(bigint, smallint) is 'Mã lỗi của một lần thử / SQLSTATE of a failed attempt.';

create or replace function queue.put_back(ids bigint[])
returns integer language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off set enable_nestloop = off as $$
-- Puts discarded and cancelled jobs back into the queue, due now, under their numbers, with fresh attempts and unsuspected,
-- and wakes workers for them.  Skips what another operator puts back at this moment.
-- Returns:    how many.
-- Tables:     delete - queue.finished, queue.suspect, queue.cancel_request; insert - queue.job; read - queue.kind.
declare
    free  bigint[];
    first timestamptz;
    last  timestamptz;
    back  integer;
    kinds text[];
begin
    if cardinality(ids) = 0 then
        return 0;
    end if;
    with free_ones as (
        select f.id, f.finished_at from queue.finished f join unnest(ids) g (id) on g.id = f.id
        where f.id between (select min(i) from unnest(ids) i) and (select max(i) from unnest(ids) i)
            and f.outcome in ('discarded', 'cancelled')
        for update of f skip locked)
    select coalesce(array_agg(o.id), '{}'), min(o.finished_at), max(o.finished_at) into free, first, last from free_ones o;
    perform queue.forget_marks(free);
    with gone as (
        delete from queue.finished f using unnest(free) g (id)
        where f.id = g.id and f.finished_at between first and last
            and f.id between (select min(i) from unnest(free) i) and (select max(i) from unnest(free) i)
        returning f.id, f.enqueued_at, f.priority, f.attempt, f.max_attempts, f.args_version, f.kind, f.coalesce_key,
                  f.concurrency_key, f.args),
    put as (
        insert into queue.job (id, run_at, enqueued_at, priority, attempt, max_attempts, args_version, kind, coalesce_key,
                               concurrency_key, args)
        overriding system value
        select g.id, clock_timestamp(), g.enqueued_at, g.priority, g.attempt,
               least(g.attempt + coalesce(k.max_attempts, g.max_attempts), 32767), g.args_version, g.kind, g.coalesce_key,
               g.concurrency_key, g.args
        from gone g left join queue.kind k on k.name = g.kind
        order by g.id
        returning kind)
    select count(*), array_agg(distinct p.kind) into back, kinds from put p;
    perform queue.announce(k.name) from unnest(kinds) k (name);
    return back;
end $$;
comment on function queue.put_back(bigint[]) is 'Đưa lại vào hàng đợi / Puts discarded and cancelled jobs back into the queue.';
