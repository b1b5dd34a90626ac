create or replace function queue.cancel(job_id bigint, reason text default null)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Cancels a job.  A waiting one is finished at once; for a running one the daemon is asked, which drops the job before
-- its effects are committed, or tells by its outcome that it was too late.  Never waits for a running job.
-- Parameters: job_id - a job's number; reason - kept with the job, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     02000 no such job; 22001 reason too long.
-- Tables:     delete - queue.job; insert - queue.finished, queue.cancel_request, queue.audit.
-- Notifies:   dvkd_cancel with the job's number, when it is running.
declare
    answer text;
    kind_name text;
begin
    perform queue.check_reason(reason);
    if queue.cancel_unlocked(cancel.job_id, cancel.reason) then
        answer := 'đã hủy / cancelled';
    elsif exists (select from queue.job j where j.id = cancel.job_id) then
        insert into queue.cancel_request (job_id, requested_by, reason)
        values (cancel.job_id, session_user, cancel.reason) on conflict do nothing;
        perform pg_notify('dvkd_cancel', cancel.job_id::text);
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
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Finishes a job as cancelled unless somebody holds its row.
-- Returns:    whether it did.
-- Tables:     delete - queue.job; insert - queue.finished.
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
    return true;
end $$;
comment on function queue.cancel_unlocked(bigint, text) is
    'Hủy công việc không ai đang giữ / Finishes a job as cancelled unless it is running.';

create or replace function queue.drain_cancel_requests()
returns integer language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
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
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Says how a job ended that is no longer in queue.job.
-- Errors:     02000 no such job.
-- Tables:     read - queue.finished.
declare
    f record;
begin
    select q.outcome, q.finished_at into f from queue.finished q where q.id = finished_as.job_id;
    if not found then
        raise exception using errcode = '02000',
            message = format('Không có công việc số %1$s / No job %1$s.', finished_as.job_id),
            detail = 'Tham số / Parameter: job_id',
            hint = 'Xem / See: select * from queue.jobs order by id desc limit 20.';
    end if;
    return format('đã xong: %1$s lúc %2$s / finished as %1$s at %2$s', f.outcome,
                  to_char(f.finished_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS'));
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
