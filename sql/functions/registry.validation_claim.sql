create or replace function registry.validation_claim(ids bigint[])
returns table (submission_id bigint, job_id bigint)
language plpgsql volatile security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Takes the validation jobs of submissions that others wait for, so that one transaction judges the whole chain: a snoozed one too, for it
-- only waits for those in front of it.  Left are those that somebody holds, this transaction's own batch too, that are scheduled for later
-- or wait for another try, that are to be cancelled, and suspects.
-- Parameters: ids - submissions; the caller's transaction finishes the jobs by queue.finish, or leaves them as they are.  To be called
--             outside any savepoint: a lock that goes with a savepoint looks like a dead worker's.
-- Returns:    the submissions whose jobs it locked, in no order.
-- Tables:     select - submission, queue.cancel_request, queue.suspect; lock - queue.job; insert - queue.suspect.
declare
    found record;
begin
    for found in
        select s.id, j.id as job, j.locker
        from unnest(ids) i
        cross join lateral (select x.id, x.job_id from registry.submission x where x.id = i and x.state = 'submitted' offset 0) s
        cross join lateral (select q.id, q.xmax as locker from queue.job q
                            where q.id = s.job_id and q.kind = 'submission_validation'
                                and q.run_at <= clock_timestamp() + case when q.attempt = 0 then interval '1 s' else interval '0' end
                            limit 1 for update skip locked) j
    loop
        -- A job of the caller's own batch: its outcome is decided there.
        continue when found.locker = pg_current_xact_id()::xid;
        -- As in a claim: the lock taken here hides who held it before.
        if found.locker <> '0' and queue.has_died(found.locker) then
            perform queue.mark_suspects(array[found.job]);
        elsif not exists (select from queue.suspect q where q.job_id = found.job)
            and not exists (select from queue.cancel_request q where q.job_id = found.job) then
            submission_id := found.id;
            job_id := found.job;
            return next;
        end if;
    end loop;
end $$;
comment on function registry.validation_claim(bigint[]) is 'Nhận luôn các hồ sơ đứng trước / Takes the jobs of submissions that others wait for.';
