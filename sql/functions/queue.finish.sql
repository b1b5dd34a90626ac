create or replace function queue.finish(completed bigint[], others jsonb default null)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Ends jobs that the caller's transaction has claimed, in the transaction that wrote their effects.
-- Parameters: completed - jobs whose effects are written.
--             others    - null, or an array of objects with id, outcome and
--               retry     delay_ms, reason (the error), sqlstate: attempt + 1, run again after the delay;
--               discard   reason, sqlstate: attempt + 1, finished as discarded;
--               snooze    delay_ms: run again after the delay, no attempt used;
--               coalesced into (a job's number, named before it): finished as coalesced, unless that one is cancelled;
--               cancelled: finished as cancelled.
--             A job with a cancel request is not run again: its retry or snooze becomes cancelled.
-- Returns:    kinds that this transaction enqueued, separated by spaces: wake their pools after the commit.
-- Errors:     55000 a job is not there: it was not claimed by this transaction.
-- Tables:     delete, update - queue.job; insert - queue.finished, queue.attempt_error; delete - queue.cancel_request.
declare
    stamp timestamptz := clock_timestamp();
begin
    perform queue.finish_completed(completed, stamp);
    return queue.finish_rest(completed, others, stamp);
end $$;
comment on function queue.finish(bigint[], jsonb) is
    'Kết thúc công việc đã nhận / Ends claimed jobs in the transaction that wrote their effects.';

create or replace function queue.finish(completed bigint[], places tid[], others jsonb)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- As queue.finish(completed, others), a third cheaper: the rows are found by where they stand, not by their numbers.
-- Parameters: completed - jobs whose effects are written; places - where queue.claim_behind found their rows, in any order:
--             the caller's lock keeps them there; others - as there.
-- Returns, errors, tables: as there.
declare
    stamp timestamptz := clock_timestamp();
    moved bigint[];
    done  bigint;
begin
    with gone as (
        delete from queue.job j where j.ctid = any (places)
        returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key,
                  j.concurrency_key, j.args)
    insert into queue.finished (id, enqueued_at, finished_at, started_at, outcome, priority, attempt, max_attempts,
                                args_version, kind, coalesce_key, concurrency_key, args)
    select g.id, g.enqueued_at, stamp, now(), 'completed', g.priority, g.attempt + 1, g.max_attempts,
           g.args_version, g.kind, g.coalesce_key, g.concurrency_key, g.args
    from gone g;
    get diagnostics done = row_count;
    if done <> cardinality(completed) then
        -- The transaction itself has moved some, by a verb on its own job.
        moved := array(select j.id from queue.job j where j.id = any (completed));
        if done + cardinality(moved) <> cardinality(completed) then
            perform queue.refuse_finish(done + cardinality(moved), cardinality(completed));
        end if;
        perform queue.finish_completed(moved, stamp);
    end if;
    return queue.finish_rest(completed, others, stamp);
end $$;
comment on function queue.finish(bigint[], tid[], jsonb) is
    'Kết thúc công việc đã nhận, theo vị trí dòng / Ends claimed jobs by where their rows stand.';

create or replace function queue.finish_completed(completed bigint[], stamp timestamptz)
returns void language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Moves completed jobs to the history; see queue.finish.
-- Errors:     55000 a job is not there: it was not claimed by this transaction.
declare
    done bigint;
begin
    with gone as (
        delete from queue.job j where j.id = any (completed)
        returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key,
                  j.concurrency_key, j.args)
    insert into queue.finished (id, enqueued_at, finished_at, started_at, outcome, priority, attempt, max_attempts,
                                args_version, kind, coalesce_key, concurrency_key, args)
    select g.id, g.enqueued_at, stamp, now(), 'completed', g.priority, g.attempt + 1, g.max_attempts,
           g.args_version, g.kind, g.coalesce_key, g.concurrency_key, g.args
    from gone g;
    get diagnostics done = row_count;
    if done <> cardinality(completed) then
        perform queue.refuse_finish(done, cardinality(completed));
    end if;
end $$;
comment on function queue.finish_completed(bigint[], timestamptz) is
    'Chuyển việc đã xong sang lịch sử / Moves completed jobs to the history.';

create or replace function queue.finish_rest(completed bigint[], others jsonb, stamp timestamptz)
returns text language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Ends what did not complete, and forgets the cancel requests for what did; see queue.finish.
-- Returns:    kinds that this transaction enqueued, separated by spaces.
begin
    if others is not null then
        perform queue.finish_others(others, stamp);
    end if;
    if exists (select from queue.cancel_request) then
        delete from queue.cancel_request r where r.job_id = any (completed);
    end if;
    return coalesce(current_setting('queue.enqueued', true), '');
end $$;
comment on function queue.finish_rest(bigint[], jsonb, timestamptz) is
    'Kết thúc các việc còn lại / Ends what did not complete.';

create or replace function queue.finish_others(others jsonb, stamp timestamptz)
returns void language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Ends or postpones the jobs of a batch that did not complete; see queue.finish.
-- Parameters: others - as for queue.finish; stamp - time of the finish.
-- Errors:     55000 a job is not there: it was not claimed by this transaction.
declare
    o         record;
    requested queue.cancel_request%rowtype;
    cancelled bigint[] := '{}';
    ending    queue.outcome;
    done      bigint;
begin
    for o in
        select x.id, x.outcome, x.delay_ms, x.reason, x.sqlstate, x."into"
        from jsonb_to_recordset(others)
            x (id bigint, outcome text, delay_ms bigint, reason text, sqlstate text, "into" bigint)
    loop
        -- Nobody would run for it: it waits for the next claim.
        continue when o.outcome = 'coalesced' and o."into" = any (cancelled);
        delete from queue.cancel_request r where r.job_id = o.id returning * into requested;
        if o.outcome in ('retry', 'discard') then
            insert into queue.attempt_error (job_id, failed_at, attempt, kind, sqlstate, error, lane)
            select j.id, stamp, j.attempt + 1, j.kind, o.sqlstate, left(coalesce(o.reason, ''), 2000),
                   current_setting('application_name')
            from queue.job j where j.id = o.id;
        end if;
        ending := case o.outcome
            when 'discard' then 'discarded'
            when 'coalesced' then 'coalesced'
            when 'cancelled' then 'cancelled'
            else case when requested.job_id is not null then 'cancelled' end
        end;
        if ending = 'cancelled' then
            cancelled := cancelled || o.id;
        end if;
        if ending is null then
            update queue.job j
            set run_at = stamp + o.delay_ms * interval '1 ms',
                attempt = j.attempt + case o.outcome when 'retry' then 1 else 0 end
            where j.id = o.id;
        else
            with gone as (
                delete from queue.job j where j.id = o.id
                returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind,
                          j.coalesce_key, j.concurrency_key, j.args)
            insert into queue.finished (id, enqueued_at, finished_at, started_at, coalesced_into, outcome, priority,
                                        attempt, max_attempts, args_version, kind, coalesce_key, concurrency_key,
                                        reason, args)
            select g.id, g.enqueued_at, stamp, now(), o."into", ending, g.priority,
                   g.attempt + case when o.outcome in ('retry', 'discard') then 1 else 0 end, g.max_attempts,
                   g.args_version, g.kind, g.coalesce_key, g.concurrency_key,
                   left(case ending when 'cancelled' then coalesce(requested.reason, o.reason) else o.reason end, 2000),
                   g.args
            from gone g;
        end if;
        get diagnostics done = row_count;
        if done <> 1 then
            perform queue.refuse_finish(done, 1);
        end if;
    end loop;
end $$;
comment on function queue.finish_others(jsonb, timestamptz) is
    'Kết thúc hoặc hoãn phần còn lại / Ends or postpones the jobs of a batch that did not complete.';

create or replace function queue.refuse_finish(done bigint, wanted bigint)
returns void language plpgsql set search_path = queue, pg_temp as $$
-- Raises the error for finishing jobs that are not there, which rolls their effects back.
begin
    raise exception using errcode = '55000',
        message = 'Công việc không còn trong hàng đợi / Jobs to finish are not in the queue.',
        detail = format('Cần / Wanted: %s; có / found: %s.', wanted, done),
        hint = 'Chỉ kết thúc công việc mà giao dịch này đã nhận / Finish only jobs that this transaction claimed.';
end $$;
comment on function queue.refuse_finish(bigint, bigint) is
    'Báo lỗi kết thúc công việc không còn / Raises the error for jobs that are not there.';
