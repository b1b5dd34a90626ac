create or replace function queue.retry(job_id bigint, reason text default null)
returns text language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Runs a job again: a discarded or cancelled one is put back under its number with fresh attempts and no suspicion, a
-- waiting one runs now; a sleeping worker is woken.  A running one is left alone.  Never waits for a running job.
-- Parameters: job_id - a job's number; reason - kept in the audit, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     02000 no such job; 55000 completed or coalesced: its effects are there; 22001 reason too long.
-- Tables:     delete - queue.finished, queue.suspect; insert, update - queue.job; insert - queue.audit.
declare
    f      queue.finished%rowtype;
    kind   text;
    locker xid;
    answer text;
begin
    perform queue.check_reason(reason);
    select j.kind, j.xmax into kind, locker from queue.job j where j.id = retry.job_id for update skip locked;
    if found then
        perform queue.keep_suspicion(retry.job_id, locker);
        perform queue.announce(kind);
        update queue.job j set run_at = clock_timestamp() where j.id = retry.job_id and j.run_at > clock_timestamp();
        delete from queue.cancel_request r where r.job_id = retry.job_id;
        answer := 'chạy ngay / runs now';
    elsif exists (select from queue.job j where j.id = retry.job_id) then
        answer := queue.left_alone(retry.job_id);
    else
        delete from queue.finished q where q.id = retry.job_id and q.outcome in ('discarded', 'cancelled') returning * into f;
        if not found then
            raise exception using errcode = '55000',
                message = format('Công việc số %1$s %2$s / Job %1$s cannot run again.', retry.job_id,
                                 queue.finished_as(retry.job_id)),
                detail = 'Tham số / Parameter: job_id',
                hint = 'Đưa vào hàng một công việc mới / Enqueue a new job: select queue.enqueue(…).';
        end if;
        -- Should a suspicion be left of its last life, it is over: operators retry what was mended.
        perform queue.forget_marks(array[f.id]);
        insert into queue.job (id, run_at, enqueued_at, priority, attempt, max_attempts, args_version, kind, coalesce_key,
                               concurrency_key, args)
        overriding system value
        select f.id, clock_timestamp(), f.enqueued_at, f.priority, f.attempt,
               least(f.attempt + coalesce(k.max_attempts, f.max_attempts), 32767), f.args_version, f.kind, f.coalesce_key,
               f.concurrency_key, f.args
        from (values (1)) one left join queue.kind k on k.name = f.kind;
        perform queue.announce(f.kind);
        answer := format('đã đưa lại vào hàng (trước đó %1$s) / back in the queue (was %1$s)', f.outcome);
    end if;
    insert into queue.audit (verb, job_id, reason, result) values ('retry', retry.job_id, retry.reason, answer);
    return answer;
end $$;
comment on function queue.retry(bigint, text) is
    'Chạy lại một công việc / Puts a discarded or cancelled job back, or lets a waiting one run now.';
