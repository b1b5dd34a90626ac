create or replace function queue.has_died(locker xid)
returns boolean language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
-- Whether the transaction that last locked or changed a row was rolled back: its worker died, or was ended.
-- Volatile on purpose: a snapshot of its own knows workers that began and died after the claim's statement had taken its.
-- Parameters: locker - the raw xmax of the row.
-- Returns:    false also for a transaction that is under way, and for one too old to be known.
declare
    next bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
    age  bigint := (next - locker::text::bigint) & 4294967295;
begin
    -- The row keeps 32 bits; the transaction is the youngest before the next one that ends in them.
    if age = 0 or age >= 2147483648 or age > next then
        return false;
    end if;
    return coalesce(pg_xact_status((next - age)::text::xid8) = 'aborted', false);
end $$;
comment on function queue.has_died(xid) is 'Giao dịch đã hỏng / Whether a row''s last locker was rolled back.';

create or replace function queue.mark_suspects(ids bigint[])
returns void language sql security definer
set search_path = queue, pg_temp set enable_seqscan = off as $$
    -- Records jobs whose last worker died while it held them; each will run alone.
    -- Parameters: ids - jobs that the caller's transaction has claimed and leaves.
    -- Tables:     insert - queue.suspect; read - queue.job.
    insert into queue.suspect (job_id, kind)
    select j.id, j.kind from queue.job j where j.id = any (ids) order by j.id
    on conflict on constraint suspect_pkey do nothing
$$;
comment on function queue.mark_suspects(bigint[]) is 'Ghi công việc nghi vấn / Records suspects; each will run alone.';

create or replace function queue.try_suspect(kind text, done bigint default null, unrun boolean default false)
returns table (job_id bigint, tries smallint, is_given_up boolean) language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Gives the caller one suspect to run alone, and counts the try before it begins: called on the control connection,
-- outside a transaction, so that the count is durable when the lane touches the row.  A suspect of which three workers
-- died alone is given up: discarded.  One whose kind is paused, that is not due or whose key is busy waits.  So only deaths
-- while alone count, and a restart of the database costs one run alone.
-- Parameters: kind - name of a kind, or null to be given none; done - the suspect the caller was given before: its run is
--             over; unrun - it could not be run (somebody held its row, its key or the last slot): its try is not counted.
-- Returns:    the suspects given up now, then at most one that nobody runs, with its tries, this one included.
-- Tables:     update, delete - queue.suspect; lock, delete - queue.job; insert - queue.finished, queue.attempt_error.
-- Locks:      advisory queue.suspect_lock, to the end of the session or the next call that names it as done.
declare
    deadly constant smallint := 3;
    s      queue.suspect%rowtype;
    job    record;
begin
    -- The count must outlive a crash of the server in the very next moment.
    perform set_config('synchronous_commit', 'on', true);
    if done is not null then
        if unrun then
            update queue.suspect q set tries = q.tries - 1, tried_at = clock_timestamp() where q.job_id = done and q.tries > 0;
        end if;
        perform pg_advisory_unlock(queue.suspect_lock(done));
    end if;
    if exists (select from queue.kind k where k.name = try_suspect.kind and k.paused_at is not null) then
        return;
    end if;
    -- Those that could not be run stand behind the others.
    for s in
        select * from queue.suspect q where q.kind = try_suspect.kind
        order by q.tries, q.tried_at nulls first, q.job_id limit 100
    loop
        continue when not pg_try_advisory_lock(queue.suspect_lock(s.job_id));
        select j.run_at, j.concurrency_key into job from queue.job j where j.id = s.job_id for update skip locked;
        if not found then
            if not exists (select from queue.job j where j.id = s.job_id) then
                delete from queue.suspect q where q.job_id = s.job_id;
            end if;
        elsif job.run_at > clock_timestamp()
            or job.concurrency_key is not null
               and not pg_try_advisory_xact_lock(queue.key_lock(try_suspect.kind, job.concurrency_key))
        then
            null; -- Not yet.
        elsif s.tries >= deadly then
            perform queue.give_up_suspect(s.job_id, s.tried_by);
            job_id := s.job_id;
            tries := s.tries;
            is_given_up := true;
            return next;
        else
            -- The row as it is now: another daemon may have run it since this call's snapshot.
            update queue.suspect q
            set tries = q.tries + 1, tried_at = clock_timestamp(), tried_by = current_setting('application_name')
            where q.job_id = s.job_id and q.tries < deadly
            returning q.job_id, q.tries, false into try_suspect.job_id, try_suspect.tries, is_given_up;
            if found then
                return next;
                return;
            end if;
        end if;
        perform pg_advisory_unlock(queue.suspect_lock(s.job_id));
    end loop;
end $$;
comment on function queue.try_suspect(text, bigint, boolean) is
    'Lấy một công việc nghi vấn để chạy riêng / Gives one suspect to run alone, and counts the try first.';

create or replace function queue.give_up_suspect(job_id bigint, lane text)
returns void language plpgsql set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Discards a job of which several workers died while it ran alone.
-- Parameters: job_id - a job whose row the caller has locked; lane - the last lane that ran it.
-- Tables:     delete - queue.job, queue.suspect; insert - queue.finished, queue.attempt_error.
declare
    why constant text := 'làm chết tiến trình chạy nó / crashed the worker';
begin
    insert into queue.attempt_error (job_id, failed_at, attempt, kind, error, lane)
    select j.id, clock_timestamp(), j.attempt + 1, j.kind, why, coalesce(give_up_suspect.lane, '')
    from queue.job j where j.id = give_up_suspect.job_id;
    with gone as (
        delete from queue.job j where j.id = give_up_suspect.job_id
        returning j.id, j.enqueued_at, j.priority, j.attempt, j.max_attempts, j.args_version, j.kind, j.coalesce_key,
                  j.concurrency_key, j.args)
    insert into queue.finished (id, enqueued_at, finished_at, outcome, priority, attempt, max_attempts, args_version,
                                kind, coalesce_key, concurrency_key, reason, args)
    select g.id, g.enqueued_at, clock_timestamp(), 'discarded', g.priority, g.attempt + 1, g.max_attempts, g.args_version,
           g.kind, g.coalesce_key, g.concurrency_key, why, g.args
    from gone g;
    delete from queue.suspect s where s.job_id = give_up_suspect.job_id;
end $$;
comment on function queue.give_up_suspect(bigint, text) is
    'Loại công việc làm chết tiến trình / Discards a job of which several workers died.';

create or replace function queue.claim_suspect(kind text, job_id bigint)
returns table (
    id bigint, priority smallint, run_at timestamptz, attempt smallint, max_attempts smallint, enqueued_at timestamptz,
    coalesce_key text, concurrency_key text, state smallint, args jsonb
) language plpgsql security definer rows 2
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Takes the suspect that queue.try_suspect gave; with the outcome of this transaction it is no suspect any more.
-- Parameters: kind - name of a kind; job_id - the suspect.
-- Returns:    as queue.claim_ids; state 2 does not occur.
-- Tables:     delete - queue.suspect; as queue.claim_ids.
declare
    c record;
begin
    for c in select * from queue.claim_ids(claim_suspect.kind, array[claim_suspect.job_id]) loop
        id := c.id;
        priority := c.priority;
        run_at := c.run_at;
        attempt := c.attempt;
        max_attempts := c.max_attempts;
        enqueued_at := c.enqueued_at;
        coalesce_key := c.coalesce_key;
        concurrency_key := c.concurrency_key;
        args := c.args;
        state := case when c.state <> 2 then c.state
                      when c.concurrency_key is null
                          or pg_try_advisory_xact_lock(queue.key_lock(claim_suspect.kind, c.concurrency_key)) then 0
                      else 3 end;
        -- Only when it is run: one that somebody else holds, or whose key is busy, stays a suspect.
        if state in (0, 1) then
            delete from queue.suspect s where s.job_id = c.id;
        end if;
        return next;
    end loop;
end $$;
comment on function queue.claim_suspect(text, bigint) is
    'Nhận công việc nghi vấn / Locks the suspect to run alone for the caller''s transaction.';
