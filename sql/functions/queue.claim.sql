create or replace function queue.claim_behind(
    kind text, batch integer, priorities smallint[], run_ats timestamptz[], ids bigint[]
) returns table (
    id bigint, priority smallint, run_at timestamptz, attempt smallint, max_attempts smallint, enqueued_at timestamptz,
    coalesce_key text, concurrency_key text, state smallint, args jsonb, place tid
) language plpgsql security definer rows 200
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Takes due jobs of one kind by locking their rows until the caller's transaction ends: the row lock is the lease.
-- In the order of the priorities given, then by (run_at, id), behind the cursor of each priority.  Rows that others hold
-- are skipped.  Nothing while the kind is paused or as many lanes as its limit allows work on it.
-- Plan-stable: priority is an equality (one index descent each, only as many as needed), settings fix the plan, and
-- “priority >= 0” names the index that has it as its predicate.
-- Parameters: kind - name of a kind; batch - most rows, 1..1000; priorities, run_ats, ids - the cursors, one an element:
--             only jobs of that priority behind (run_at, id); from the head is ('-infinity', 0).
-- Returns:    the jobs and what to do with each (state):
--               0 run it; attempt counts failed attempts so far;
--               1 a cancel request stands: finish it as cancelled, unrun;
--               2 suspect: leave it, and queue.mark_suspects in this transaction;
--               3 its concurrency key is busy: leave it;
--             and where its locked row stands, for queue.finish (place);
--             then one last row that is no job: state -1 (-2: limit of lanes reached, -3: paused), id = microseconds this
--             call took.
-- Tables:     lock - queue.job; read - queue.kind, queue.cancel_request, queue.suspect.
-- Locks:      advisory, to the end of the transaction: a slot of the kind's limit, the key of each keyed job it returns.
declare
    due      timestamptz := clock_timestamp();
    requests boolean := exists (select from queue.cancel_request);
    suspects boolean := exists (select from queue.suspect);
begin
    state := queue.admission(claim_behind.kind);
    if state = 0 then
        return query
            select x.id, x.priority, x.run_at, x.attempt, x.max_attempts, x.enqueued_at, x.coalesce_key, x.concurrency_key,
                   case when requests and exists (select from queue.cancel_request r where r.job_id = x.id) then 1::smallint
                        when x.locker <> '0' and (queue.has_died(x.locker) or queue.is_marked(x.id))
                             or suspects and exists (select from queue.suspect s where s.job_id = x.id) then 2::smallint
                        when x.concurrency_key is null then 0::smallint
                        when pg_try_advisory_xact_lock(queue.key_lock(claim_behind.kind, x.concurrency_key)) then 0::smallint
                        else 3::smallint end,
                   x.args, x.place
            from unnest(priorities, run_ats, claim_behind.ids) c (priority, run_at, id),
                lateral (
                    select j.id, j.priority, j.run_at, j.attempt, j.max_attempts, j.enqueued_at, j.coalesce_key,
                           j.concurrency_key, j.args, j.xmax as locker, j.ctid as place
                    from queue.job j
                    where j.kind = claim_behind.kind and j.priority = c.priority and j.priority >= 0 and j.run_at <= due
                        and (j.run_at, j.id) > (c.run_at, c.id)
                    order by j.run_at, j.id
                    limit claim_behind.batch
                    for update skip locked) x
            limit claim_behind.batch;
        state := -1;
    end if;
    id := extract(epoch from clock_timestamp() - due) * 1000000;
    return next;
end $$;
comment on function queue.claim_behind(text, integer, smallint[], timestamptz[], bigint[]) is
    'Nhận công việc đến hạn sau con trỏ / Locks due jobs of one kind behind a cursor for the caller''s transaction.';

create or replace function queue.claim(
    kind text, batch integer, priorities smallint[], run_ats timestamptz[], ids bigint[]
) returns table (
    id bigint, priority smallint, run_at timestamptz, attempt smallint, max_attempts smallint, enqueued_at timestamptz,
    coalesce_key text, concurrency_key text, state smallint, args jsonb
) language sql security definer rows 200 set search_path = queue, pg_temp as $$
    -- queue.claim_behind without the places, for daemons that do not know it.
    select c.id, c.priority, c.run_at, c.attempt, c.max_attempts, c.enqueued_at, c.coalesce_key, c.concurrency_key, c.state,
           c.args
    from queue.claim_behind(kind, batch, priorities, run_ats, ids) c
$$;
comment on function queue.claim(text, integer, smallint[], timestamptz[], bigint[]) is
    'Nhận công việc, cho phiên bản cũ / Locks due jobs behind a cursor, for daemons of older versions.';

create or replace function queue.claim_ids(kind text, ids bigint[])
returns table (
    id bigint, priority smallint, run_at timestamptz, attempt smallint, max_attempts smallint, enqueued_at timestamptz,
    coalesce_key text, concurrency_key text, state smallint, args jsonb
) language plpgsql security definer rows 20
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Takes due jobs of one kind by their numbers: those that were passed over, or that a transaction let go.
-- Parameters: kind - name of a kind; ids - jobs' numbers, in any order.
-- Returns:    as queue.claim_behind, without place; jobs that are not due, not there, of another kind, or held by others
--             are left out.
-- Tables, locks: as queue.claim_behind.
declare
    due timestamptz := clock_timestamp();
begin
    state := queue.admission(claim_ids.kind);
    if state = 0 then
        return query
            select x.id, x.priority, x.run_at, x.attempt, x.max_attempts, x.enqueued_at, x.coalesce_key, x.concurrency_key,
                   case when exists (select from queue.cancel_request r where r.job_id = x.id) then 1::smallint
                        when x.locker <> '0' and (queue.has_died(x.locker) or queue.is_marked(x.id))
                             or exists (select from queue.suspect s where s.job_id = x.id) then 2::smallint
                        when x.concurrency_key is null then 0::smallint
                        when pg_try_advisory_xact_lock(queue.key_lock(claim_ids.kind, x.concurrency_key)) then 0::smallint
                        else 3::smallint end,
                   x.args
            from unnest(claim_ids.ids) c (id),
                lateral (
                    select j.id, j.priority, j.run_at, j.attempt, j.max_attempts, j.enqueued_at, j.coalesce_key,
                           j.concurrency_key, j.args, j.xmax as locker
                    from queue.job j
                    where j.id = c.id and j.kind = claim_ids.kind and j.run_at <= due
                    limit 1
                    for update skip locked) x;
        state := -1;
    end if;
    id := extract(epoch from clock_timestamp() - due) * 1000000;
    return next;
end $$;
comment on function queue.claim_ids(text, bigint[]) is
    'Nhận công việc theo số / Locks due jobs by their numbers for the caller''s transaction.';

create or replace function queue.claim(kind text, batch integer)
returns table (
    id bigint, attempt smallint, max_attempts smallint, enqueued_at timestamptz, coalesce_key text,
    cancel_requested boolean, args jsonb
) language sql security definer rows 200 set search_path = queue, pg_temp as $$
    -- Takes due jobs from the head of every priority; for psql and programs that keep no cursor.  See queue.claim_behind.
    -- Returns:    the jobs that may be run; cancel_requested: finish it as cancelled, unrun.
    select c.id, c.attempt, c.max_attempts, c.enqueued_at, c.coalesce_key, c.state = 1, c.args
    from queue.claim_behind(kind, batch, '{0,1,2,3,4,5,6,7}', array_fill('-infinity'::timestamptz, array[8]),
                            array_fill(0::bigint, array[8])) c
    where c.state in (0, 1)
$$;
comment on function queue.claim(text, integer) is
    'Nhận công việc đến hạn / Locks due jobs of one kind for the caller''s transaction.';

create or replace function queue.admission(kind text)
returns smallint language plpgsql set search_path = queue, pg_temp as $$
-- Whether the caller's transaction may work on a kind; takes a slot when the kind has a limit of lanes.
-- Parameters: kind - name of a kind; an unknown one has no jobs and no limit.
--             A limit that is lowered holds for those who come: lanes in the slots above it end their batches.
-- Returns:    0 yes; -2 all slots are taken; -3 it is paused.
-- Tables:     read - queue.kind.
-- Locks:      advisory queue.slot_lock, to the end of the transaction.
declare
    k record;
begin
    select q.paused_at, q.lane_limit into k from queue.kind q where q.name = admission.kind;
    if k.paused_at is not null then
        return -3;
    elsif k.lane_limit is null then
        return 0;
    end if;
    -- Each session begins its search at a slot of its own.
    for i in 0 .. k.lane_limit - 1 loop
        if pg_try_advisory_xact_lock(queue.slot_lock(admission.kind, (pg_backend_pid() + i) % k.lane_limit + 1)) then
            return 0;
        end if;
    end loop;
    return -2;
end $$;
comment on function queue.admission(text) is 'Có được nhận việc không / Whether a lane may claim now; takes its slot.';

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

create or replace function queue.is_marked(job_id bigint)
returns boolean language plpgsql volatile set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Whether a job is marked as suspect now.  Volatile on purpose: it looks with a snapshot of its own, after the claim has locked
-- the row, so a mark that another lane committed since the claim began is seen.
-- Tables:     read - queue.suspect.
begin
    return exists (select from queue.suspect s where s.job_id = is_marked.job_id);
end $$;
comment on function queue.is_marked(bigint) is 'Công việc có dấu nghi vấn không / Whether a job is marked as suspect now.';
