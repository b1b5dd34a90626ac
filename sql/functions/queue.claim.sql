create or replace function queue.claim(kind text, batch integer)
returns table (
    id bigint, attempt smallint, max_attempts smallint, enqueued_at timestamptz, coalesce_key text,
    cancel_requested boolean, args jsonb
) language plpgsql security definer rows 200
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Takes due jobs of one kind by locking their rows until the caller's transaction ends: the row lock is the lease.
-- Priority 0 first, then the longest due.  Rows that others hold are skipped.  Nothing while the kind is paused.
-- Plan-stable: priority is an equality (one index descent each, only as many as needed), settings fix the plan, and
-- “priority >= 0” names the index that has it as its predicate.
-- Parameters: kind - name of a kind; batch - most rows, 1..1000.
-- Returns:    the jobs; attempt counts failed attempts so far; cancel_requested: finish it as cancelled, unrun.
-- Tables:     lock - queue.job; read - queue.kind, queue.cancel_request.
declare
    due timestamptz := clock_timestamp();
    requests boolean := exists (select from queue.cancel_request);
begin
    if exists (select from queue.kind k where k.name = claim.kind and k.paused_at is not null) then
        return;
    end if;
    return query
        select x.id, x.attempt, x.max_attempts, x.enqueued_at, x.coalesce_key,
               requests and exists (select from queue.cancel_request r where r.job_id = x.id), x.args
        from generate_series(0, 7) p (priority),
            lateral (
                select j.id, j.attempt, j.max_attempts, j.enqueued_at, j.coalesce_key, j.args
                from queue.job j
                where j.kind = claim.kind and j.priority = p.priority and j.priority >= 0 and j.run_at <= due
                order by j.run_at, j.id
                limit claim.batch
                for update skip locked) x
        limit claim.batch;
end $$;
comment on function queue.claim(text, integer) is
    'Nhận công việc đến hạn / Locks due jobs of one kind for the caller''s transaction.';

create or replace function queue.claim_coalesced(kind text, ids bigint[])
returns table (id bigint, coalesced_into bigint) language plpgsql security definer rows 10
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Locks the other due jobs that share a coalesce key with claimed ones, before the handler reads any fact: what was
-- committed before such a job became visible is then seen by the one run, so the others need not run.
-- Parameters: kind - name of the kind; ids - jobs the caller's transaction claimed.
-- Returns:    jobs that need not run (claimed ones among them) and the job that runs for them: the smallest
--             claimed id of the key.  At most 1,000 a key; more are left for the next claim.
-- Tables:     lock - queue.job.
declare
    due timestamptz := clock_timestamp();
begin
    return query
        -- Materialized: looked up by the primary key, whatever is asked of the key's column.
        with claimed as materialized (
            select c.id, c.coalesce_key from queue.job c where c.id = any (ids))
        select j.id, l.id
        from (select c.coalesce_key, min(c.id) as id from claimed c
              where c.coalesce_key is not null group by c.coalesce_key) l,
            lateral (
                select q.id
                from queue.job q
                where q.kind = claim_coalesced.kind and q.coalesce_key = l.coalesce_key and q.run_at <= due
                    and q.id <> l.id
                order by q.id
                limit 1000
                for update skip locked) j;
end $$;
comment on function queue.claim_coalesced(text, bigint[]) is
    'Gộp các công việc cùng khóa / Locks the due jobs that one run of a claimed job covers.';

create or replace function queue.kind_settings(kind text)
returns table (timeout_ms bigint, batch_limit smallint) language sql stable security definer
set search_path = queue, pg_temp as $$
    -- What a lane needs to know of its kind when it connects; no row for an unknown kind.
    select (extract(epoch from k.timeout) * 1000)::bigint, k.batch_limit from queue.kind k where k.name = kind_settings.kind
$$;
comment on function queue.kind_settings(text) is 'Thiết lập của một loại / Time and batch limits of a kind.';
