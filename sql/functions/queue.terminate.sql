create or replace function queue.terminate(job_id bigint, reason text default null)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Last resort for a job that is stuck in a lane: ends the lane's server process.  Its transaction is rolled back, with the
-- effects of the whole batch; the batch's jobs are claimable at once, each alone, as suspects; the daemon opens a new
-- lane.  The job runs again: to be rid of it, ask queue.cancel first.
-- Parameters: job_id - a job's number; reason - kept in the audit, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English; nothing is done to a job that is not running.
-- Errors:     02000 no such job; 55000 another session than a lane holds the row; 42501 the lane's role is not known to
--             the owner of this function; 22001 reason too long.
-- Tables:     read - queue.job, queue.finished; insert - queue.audit.
declare
    holder record;
    ended  boolean;
    answer text;
begin
    perform queue.check_reason(reason);
    select l.pid, a.backend_start, a.application_name as lane, a.usename, a.application_name like 'dvkd/%/%/%' as is_lane
    into holder
    from queue.locked_jobs(array[terminate.job_id]) l join pg_stat_activity a on a.pid = l.pid
    limit 1;
    if not found then
        if exists (select from queue.job j where j.id = terminate.job_id) then
            answer := 'không đang chạy, không đổi / not running, left alone';
        else
            answer := queue.finished_as(terminate.job_id);
        end if;
    elsif not holder.is_lane then
        raise exception using errcode = '55000',
            message = format('Phiên %1$s (%2$s, %3$s) giữ công việc số %4$s, không phải làn / Session %1$s (%2$s, %3$s) holds job %4$s: it is no lane.',
                             holder.pid, holder.lane, holder.usename, terminate.job_id),
            detail = 'Tham số / Parameter: job_id',
            hint = format('Nhờ người quản trị / Ask an administrator: select pg_terminate_backend(%s).', holder.pid);
    else
        begin
            -- The process is looked up again and ended in one statement: a pid that was given to somebody else since, or
            -- a lane that went on to other jobs, is not hit.
            with still as materialized (
                select a.pid
                from queue.locked_jobs(array[terminate.job_id]) l join pg_stat_activity a on a.pid = l.pid
                -- Start times of sessions that may not be ended are hidden: the refusal below is then the answer.
                where a.pid = holder.pid and a.backend_start is not distinct from holder.backend_start
                    and a.application_name like 'dvkd/%/%/%' and a.datname = current_database())
            select pg_terminate_backend(s.pid) into ended from still s;
        exception when insufficient_privilege then
            raise exception using errcode = '42501',
                message = format('Không được phép kết thúc phiên của %1$s / Not allowed to end a session of %1$s.', holder.usename),
                detail = format('Tiến trình / Process: %s, %s', holder.pid, holder.lane),
                hint = format('Cho dvkd đăng nhập bằng dvk_daemon, hoặc / Let dvkd log in as dvk_daemon, or: grant %I to dvk_owner;',
                              holder.usename);
        end;
        answer := case when ended then format('đã kết thúc làn %1$s (tiến trình %2$s) / ended lane %1$s (process %2$s)',
                                              holder.lane, holder.pid)
                       else 'vừa xong, không đổi / just ended, left alone' end;
    end if;
    insert into queue.audit (verb, job_id, reason, result) values ('terminate', terminate.job_id, terminate.reason, answer);
    return answer;
end $$;
comment on function queue.terminate(bigint, text) is
    'Kết thúc làn đang kẹt / Ends the lane that is stuck on a job; the last resort.';
