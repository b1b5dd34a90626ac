create or replace function queue.reschedule(job_id bigint, run_at timestamptz, reason text default null)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Lets a waiting job run at another time.  A running one is left alone.  Never waits for a running job.
-- Parameters: job_id - a job's number; run_at - not before this time; a time gone by means now, at the end of the line, and
--             wakes a sleeping worker; reason - kept in the audit, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     02000 no such job; 22004 no time; 22003 an infinite time; 22001 reason too long.
-- Tables:     update - queue.job; insert - queue.audit, queue.suspect.
declare
    new_time timestamptz := greatest(run_at, clock_timestamp());
    kind     text;
    locker   xid;
    answer   text;
begin
    perform queue.check_reason(reason);
    if run_at is null then
        raise exception using errcode = '22004', message = 'Thiếu thời điểm / No time given.',
            detail = 'Tham số / Parameter: run_at',
            hint = 'Ví dụ / For example: now() + interval ''1 hour''.  Chạy ngay / Run now: queue.retry.';
    elsif not isfinite(run_at) then
        raise exception using errcode = '22003', message = format('Ngoài phạm vi / Out of range: %s.', run_at),
            detail = 'Tham số / Parameter: run_at', hint = 'Cần một thời điểm hữu hạn / A finite time is wanted.';
    end if;
    select j.kind, j.xmax into kind, locker from queue.job j where j.id = reschedule.job_id for update skip locked;
    if found then
        perform queue.keep_suspicion(reschedule.job_id, locker);
        update queue.job j set run_at = new_time where j.id = reschedule.job_id;
        if new_time <= clock_timestamp() then
            perform queue.announce(kind);
        end if;
        answer := format('hẹn lúc %1$s / scheduled for %1$s', queue.local_time(new_time));
    else
        answer := queue.left_alone(reschedule.job_id);
    end if;
    insert into queue.audit (verb, job_id, kind, reason, result)
    values ('reschedule', reschedule.job_id, kind, reschedule.reason, answer);
    return answer;
end $$;
comment on function queue.reschedule(bigint, timestamptz, text) is
    'Hẹn lại giờ chạy / Lets a waiting job run at another time.';

create or replace function queue.set_priority(job_id bigint, priority integer, reason text default null)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Gives a waiting job another priority; when it is due, a sleeping worker is woken.  A running one is left alone.  Never
-- waits for a running job.
-- Parameters: job_id - a job's number; priority - 0 (first) .. 7 (last); reason - kept in the audit, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     02000 no such job; 22003 priority out of range; 22001 reason too long.
-- Tables:     update - queue.job; insert - queue.audit, queue.suspect.
declare
    old_one smallint;
    kind    text;
    locker  xid;
    is_due  boolean;
    answer  text;
begin
    perform queue.check_reason(reason);
    if priority is null or priority not between 0 and 7 then
        raise exception using errcode = '22003',
            message = format('Ngoài phạm vi / Out of range: %s.', coalesce(priority::text, 'NULL')),
            detail = 'Tham số / Parameter: priority', hint = 'Cho phép / Allowed: 0 (trước / first) .. 7.';
    end if;
    select j.kind, j.priority, j.xmax into kind, old_one, locker
    from queue.job j where j.id = set_priority.job_id for update skip locked;
    if found then
        perform queue.keep_suspicion(set_priority.job_id, locker);
        update queue.job j set priority = set_priority.priority
        where j.id = set_priority.job_id and j.priority <> set_priority.priority
        returning j.run_at <= clock_timestamp() into is_due;
        if is_due then
            perform queue.announce(kind);
        end if;
        answer := format('ưu tiên %2$s, trước là %1$s / priority %2$s, was %1$s', old_one, set_priority.priority);
    else
        answer := queue.left_alone(set_priority.job_id);
    end if;
    insert into queue.audit (verb, job_id, kind, reason, result)
    values ('set_priority', set_priority.job_id, kind, set_priority.reason, answer);
    return answer;
end $$;
comment on function queue.set_priority(bigint, integer, text) is
    'Đổi mức ưu tiên / Gives a waiting job another priority.';

create or replace function queue.keep_suspicion(job_id bigint, locker xid)
returns void language plpgsql set search_path = queue, pg_temp as $$
-- Records a job whose last worker died before a verb overwrites the trace of that in its row.
-- Parameters: job_id - a job whose row the caller has locked; locker - the row's xmax as it was before that.
-- Tables:     insert - queue.suspect.
begin
    if locker <> '0' and queue.has_died(locker) then
        perform queue.mark_suspects(array[keep_suspicion.job_id]);
    end if;
end $$;
comment on function queue.keep_suspicion(bigint, xid) is
    'Giữ dấu nghi vấn / Records a dead worker''s job before its row is changed.';

create or replace function queue.left_alone(job_id bigint)
returns text language plpgsql stable
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Says why a verb for waiting jobs changed nothing: the job runs, or has ended.
-- Errors:     02000 no such job.
-- Tables:     read - queue.job, queue.finished.
begin
    if exists (select from queue.job j where j.id = left_alone.job_id) then
        return format('đang chạy tại %1$s, không đổi / running on %1$s, left alone',
                      coalesce((select l.lane from queue.locked_jobs(array[left_alone.job_id]) l limit 1), '?'));
    end if;
    return queue.finished_as(left_alone.job_id);
end $$;
comment on function queue.left_alone(bigint) is 'Vì sao không đổi gì / Says why a verb for waiting jobs changed nothing.';
