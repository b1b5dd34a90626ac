create or replace function queue.cancel(job_id bigint, reason text default null)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Cancels a job.  A waiting one is finished at once; for a running one the daemon is asked, which drops the job before
-- its effects are committed, or tells by its outcome that it was too late.  Never waits for a running job.
-- Parameters: job_id - a job's number; reason - kept with the job, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     02000 no such job; 22001 reason too long.
-- Tables:     delete - queue.job, queue.suspect; insert - queue.finished, queue.cancel_request, queue.audit.
-- Notifies:   dvkd_cancel with the job's number, when it is running.
declare
    answer text;
    kind_name text;
begin
    perform queue.check_reason(reason);
    if queue.cancel_unlocked(cancel.job_id, cancel.reason) then
        answer := 'đã hủy / cancelled';
    elsif exists (select from queue.job j where j.id = cancel.job_id) then
        perform queue.request_cancel(array[cancel.job_id], cancel.reason);
        answer := format('đã yêu cầu hủy, đang chạy tại %1$s / requested, running on %1$s',
                         coalesce((select l.lane from queue.locked_jobs(array[cancel.job_id]) l), '?'));
    else
        answer := queue.finished_as(cancel.job_id);
    end if;
    insert into queue.audit (verb, job_id, reason, result) values ('cancel', cancel.job_id, cancel.reason, answer);
    return answer;
end $$;
comment on function queue.cancel(bigint, text) is 'Hủy một công việc / Cancels a job, or asks the daemon to if it is running.';

create or replace function queue.cancel_unlocked(job_id bigint, reason text)
returns boolean language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Finishes a job as cancelled unless somebody holds its row.
-- Returns:    whether it did.
-- Tables:     delete - queue.job, queue.suspect; insert - queue.finished.
begin
    perform from queue.job j where j.id = cancel_unlocked.job_id for update skip locked;
    if not found then
        return false;
    end if;
    with gone as (
        delete from queue.job j where j.id = cancel_unlocked.job_id
        returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key,
                  j.concurrency_key, j.args)
    insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts, args_version,
                                kind, coalesce_key, concurrency_key, reason, args)
    select g.id, g.enqueued_at, clock_timestamp(), 'cancelled', g.priority, g.attempt, g.max_attempts, g.args_version,
           g.kind, g.coalesce_key, g.concurrency_key, cancel_unlocked.reason, g.args
    from gone g;
    delete from queue.suspect s where s.job_id = cancel_unlocked.job_id;
    return true;
end $$;
comment on function queue.cancel_unlocked(bigint, text) is
    'Hủy công việc không ai đang giữ / Finishes a job as cancelled unless it is running.';

create or replace function queue.request_cancel(ids bigint[], reason text)
returns integer language plpgsql
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Asks the daemons to cancel jobs that are running.
-- A request that is there is not written again, not even tried: a lane that is about to commit the job's end has deleted
-- it, and “on conflict” would wait for that lane.
-- Parameters: ids - jobs' numbers; reason - kept with the jobs.
-- Returns:    how many of them are still in queue.job.
-- Tables:     insert - queue.cancel_request; read - queue.job.
-- Notifies:   dvkd_cancel with each number.
declare
    running bigint[];
begin
    running := array(select j.id from queue.job j where j.id = any (ids) order by j.id);
    insert into queue.cancel_request (job_id, requested_by, reason)
    select r.id, session_user, request_cancel.reason
    from unnest(running) r (id)
    where not exists (select from queue.cancel_request c where c.job_id = r.id)
    order by r.id
    on conflict do nothing;
    perform pg_notify('dvkd_cancel', r.id::text) from unnest(running) r (id);
    return cardinality(running);
end $$;
comment on function queue.request_cancel(bigint[], text) is
    'Yêu cầu hủy việc đang chạy / Asks the daemons to cancel running jobs.';

create or replace function queue.drain_cancel_requests()
returns integer language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Obeys the requests whose job is no longer running: cancels the ones that wait again, forgets the finished ones.
-- Returns:    number of jobs cancelled.
-- Tables:     delete - queue.cancel_request, queue.job; insert - queue.finished.
declare
    r         queue.cancel_request%rowtype;
    cancelled integer := 0;
begin
    for r in select * from queue.cancel_request c order by c.job_id for update skip locked loop
        if queue.cancel_unlocked(r.job_id, r.reason) then
            cancelled := cancelled + 1;
        elsif exists (select from queue.job j where j.id = r.job_id) then
            continue;
        end if;
        delete from queue.cancel_request c where c.job_id = r.job_id;
    end loop;
    return cancelled;
end $$;
comment on function queue.drain_cancel_requests() is
    'Thực hiện các yêu cầu hủy còn lại / Obeys cancel requests whose job is no longer running.';

create or replace function queue.finished_as(job_id bigint)
returns text language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off set enable_bitmapscan = on as $$
-- Says how a job ended that is no longer in queue.job.
-- Errors:     02000 no such job.
-- Tables:     read - queue.finished.
declare
    f record;
begin
    select q.outcome, q.finished_at, q.coalesced_into into f
    from queue.finished q where q.id = finished_as.job_id order by q.finished_at desc limit 1;
    if not found then
        raise exception using errcode = '02000',
            message = format('Không có công việc số %1$s / No job %1$s.', finished_as.job_id),
            detail = 'Tham số / Parameter: job_id',
            hint = 'Xem / See: select id, kind from queue.job order by id desc limit 20.';
    end if;
    return format('đã xong: %1$s lúc %2$s / finished as %1$s at %2$s', f.outcome, queue.local_time(f.finished_at))
        || case when f.outcome = 'coalesced' then format(' (→ %s)', f.coalesced_into) else '' end;
end $$;
comment on function queue.finished_as(bigint) is 'Công việc đã kết thúc ra sao / Says how a finished job ended.';

create or replace function queue.check_reason(reason text)
returns void language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
-- Refuses an operator's reason that is too long to show.
-- Errors:     22001 longer than 200 characters.
begin
    if length(reason) > 200 then
        raise exception using errcode = '22001',
            message = 'Lý do quá dài / Reason too long.',
            detail = format('%s ký tự / characters', length(reason)),
            hint = 'Tối đa 200 ký tự / At most 200 characters.';
    end if;
end $$;
comment on function queue.check_reason(text) is 'Kiểm tra độ dài lý do / Refuses a reason that is too long.';
