create or replace function queue.enqueue(
    kind            text,
    args            jsonb       default '{}',
    priority        integer     default null,
    run_at          timestamptz default null,
    idempotency_key text        default null,
    coalesce_key    text        default null,
    concurrency_key text        default null,
    max_attempts    integer     default null,
    dry_run         boolean     default false
) returns bigint language plpgsql security definer set search_path = queue, pg_temp as $$
-- Puts a job into the queue, inside the caller's transaction: it runs only if that transaction commits.
-- Parameters: kind            - a kind of queue.kind.
--             args            - an object with the fields of queue.kind_field for that kind.
--             priority        - 0 (first) .. 7 (last); the kind's by default.
--             run_at          - not before this time; at once by default.
--             idempotency_key - the same key with the same args gives the same job, whatever became of it, until the key
--                               expires (queue.kind.idempotency_ttl).  1..200 characters, as the other keys.
--             coalesce_key    - one run covers all due jobs of the kind with this key; the kind's by default.  Enqueued
--                               twice in one transaction it is one job.
--             concurrency_key - jobs of the kind with this key run one at a time, in no promised order; the kind's by default.
--             max_attempts    - 1..100; the kind's by default.
--             dry_run         - true: check everything, enqueue nothing.
-- Returns:    the job's number; null for a dry run.
-- Errors:     22023 unknown kind (hint lists the kinds), value outside the allowed ones; 22003 number or key out of range;
--             42804 wrong type; 23502 missing field; 42703 unknown field; 23503 referenced row missing;
--             54000 args too large; 23505 the idempotency key stands for a job with other args; 40001 it was used just now,
--             and the caller's snapshot is older (never under READ COMMITTED).  DETAIL names the field.
-- Tables:     insert - queue.job, queue.idempotency; read - queue.kind, queue.kind_field, the tables that fields reference.
-- Settings:   queue.coalesced (local) lists coalesce keys of this transaction and their jobs; see queue.announce.
declare
    k       queue.kind%rowtype;
    problem text[];
    job_key text;
    mark    text;
    job_id  bigint;
    held    bigint;
    is_due  boolean;
    is_new  boolean;
    is_told boolean;
begin
    -- The usual job in one statement: no keys, and args that certainly fit.  Each further expression costs a transaction
    -- of one enqueue about 1 % of its time.
    insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
    select coalesce(enqueue.run_at, now()), now(), coalesce(enqueue.priority, q.priority),
           coalesce(enqueue.max_attempts, q.max_attempts), q.args_version, q.name, enqueue.args
    from queue.kind q
    where q.name = enqueue.kind and not enqueue.dry_run
        and num_nonnulls(q.coalesce_key, q.concurrency_key, enqueue.coalesce_key, enqueue.concurrency_key,
                         enqueue.idempotency_key) = 0
        and coalesce(enqueue.priority, 0) between 0 and 7 and coalesce(enqueue.max_attempts, 1) between 1 and 100
        and coalesce(isfinite(enqueue.run_at), true)
        and q.args_references = 0 and enqueue.args @@ q.args_path and pg_column_size(enqueue.args) <= q.args_limit
        and octet_length(enqueue.args::text) <= least(q.args_limit, q.args_sure) and enqueue.args::text not like '%.0%'
    returning id, case
        when (enqueue.run_at is null or enqueue.run_at <= clock_timestamp())
            and (current_setting('queue.is_lane', true) = 'on'
                 or not pg_try_advisory_xact_lock_shared(queue.arm_lock(enqueue.kind)))
        then queue.announce(enqueue.kind) end
    into job_id, is_told;
    if job_id is not null then
        return job_id;
    end if;

    select * into k from queue.kind q where q.name = enqueue.kind;
    if not found then
        raise exception using errcode = '22023',
            message = format('Không có loại công việc %1$s / Unknown job kind %1$s.', coalesce('“' || kind || '”', 'NULL')),
            detail = 'Tham số / Parameter: kind', hint = queue.kind_hint(kind);
    end if;
    problem := coalesce(queue.option_problem(priority, run_at, max_attempts),
                        queue.key_problem('idempotency_key', idempotency_key),
                        queue.key_problem('coalesce_key', enqueue.coalesce_key),
                        queue.key_problem('concurrency_key', enqueue.concurrency_key));
    if problem is not null then
        raise exception using errcode = problem[1], message = problem[3] || '.',
            detail = 'Tham số / Parameter: ' || problem[2], hint = problem[4];
    end if;
    problem := queue.args_problem(k.name, k.args_limit, args);
    if problem is not null then
        raise exception using errcode = problem[1], message = problem[3] || '.',
            detail = format('Trường / Field: %s.args/%s', k.name, problem[2]), hint = problem[4];
    end if;
    if dry_run then
        if idempotency_key is not null then
            perform queue.claim_keys('idempotency_key', k.name, array[idempotency_key], array[args], null, k.idempotency_ttl);
        end if;
        return null;
    end if;

    -- The kind's default keys may name fields of args: jobs about different things are different jobs.
    job_key := coalesce(enqueue.coalesce_key, queue.fill_key(k.coalesce_key, args));
    is_due := run_at is null or run_at <= clock_timestamp();
    if is_due and job_key is not null then
        mark := queue.coalesce_mark(k.name, coalesce(priority, k.priority), job_key);
        job_id := queue.coalesced_job(mark);
    end if;
    is_new := job_id is null;
    if is_new then
        job_id := nextval('queue.job_id_seq');
    end if;
    if idempotency_key is not null then
        held := (queue.claim_keys('idempotency_key', k.name, array[idempotency_key], array[args], array[job_id],
                                  k.idempotency_ttl))[1];
        if held <> job_id then
            return held;
        end if;
    end if;
    if not is_new then
        return job_id;
    end if;
    insert into queue.job (id, run_at, enqueued_at, priority, max_attempts, args_version, kind, coalesce_key,
                           concurrency_key, args)
    overriding system value
    values (job_id, coalesce(enqueue.run_at, now()), now(), coalesce(enqueue.priority, k.priority),
            coalesce(enqueue.max_attempts, k.max_attempts), k.args_version, k.name, job_key,
            coalesce(enqueue.concurrency_key, queue.fill_key(k.concurrency_key, args)), enqueue.args);
    if is_due then
        perform queue.announce(k.name);
        if job_key is not null then
            perform queue.keep_marks(format('%s:%s ', mark, job_id));
        end if;
    end if;
    return job_id;
end $$;
comment on function queue.enqueue(text, jsonb, integer, timestamptz, text, text, text, integer, boolean) is
    'Đưa công việc vào hàng đợi / Puts a job into the queue, inside the caller''s transaction; returns its number.';

create or replace function queue.announce(kind text)
returns boolean language plpgsql volatile set search_path = queue, pg_temp as $$
-- Tells workers of a job that is due when the caller's transaction commits.
-- A lane (setting queue.is_lane is on) lists the kind in the local setting queue.enqueued: its process wakes its own pools
-- after the commit.  Everybody else keeps daemons from falling asleep until then, by a shared lock; when one sleeps
-- already, which holds the lock, a notification wakes it.  So a busy system sends none.
-- The lock, the setting and the notification all follow the rollback of a savepoint, as the job does.
-- Parameters: kind - an existing kind.
-- Returns:    whether anybody must be woken.
declare
    kinds text;
begin
    if current_setting('queue.is_lane', true) = 'on' then
        kinds := coalesce(current_setting('queue.enqueued', true), '');
        if not kind = any (string_to_array(kinds, ' ')) then
            perform set_config('queue.enqueued', ltrim(kinds || ' ' || kind), true);
        end if;
        return true;
    elsif pg_try_advisory_xact_lock_shared(queue.arm_lock(kind)) then
        return false;
    end if;
    -- The server sends one of equal notifications of a transaction.
    perform pg_notify('dvkd_job', kind);
    return true;
end $$;
comment on function queue.announce(text) is 'Báo có công việc / Wakes workers for a due job, if any sleeps.';

create or replace function queue.option_problem(priority integer, run_at timestamptz, max_attempts integer)
returns text[] language sql stable set search_path = pg_catalog, pg_temp as $$
    -- Checks what queue.enqueue and queue.enqueue_many were given besides args and keys.
    -- Returns:    null if it fits; else SQLSTATE, parameter, message, hint.
    select case
        when priority not between 0 and 7 then array['22003', 'priority',
            'Ngoài phạm vi / Out of range: ' || priority, 'Cho phép / Allowed: 0 .. 7.']
        when max_attempts not between 1 and 100 then array['22003', 'max_attempts',
            'Ngoài phạm vi / Out of range: ' || max_attempts, 'Cho phép / Allowed: 1 .. 100.']
        when not isfinite(run_at) then array['22003', 'run_at',
            'Ngoài phạm vi / Out of range: ' || run_at, 'Cần một thời điểm hữu hạn / A finite time is wanted.']
    end
$$;
comment on function queue.option_problem(integer, timestamptz, integer) is
    'Kiểm tra các tùy chọn / Checks priority, time and attempts of an enqueue.';

create or replace function queue.likeness(a text, b text)
returns real language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- Share of common letter pairs (Dice), 0..1: good enough to suggest a mistyped name.
    select (2.0 * count(*) filter (where x.pair is not null and y.pair is not null)
            / nullif(count(x.pair) + count(y.pair), 0))::real
    from (select distinct substr(lower(a), i, 2) as pair from generate_series(1, length(a) - 1) i) x
    full join (select distinct substr(lower(b), i, 2) as pair from generate_series(1, length(b) - 1) i) y using (pair)
$$;
comment on function queue.likeness(text, text) is 'Độ giống nhau của hai tên / Likeness of two names, 0..1.';

create or replace function queue.kind_hint(kind text)
returns text language sql stable set search_path = queue, pg_temp as $$
    -- The hint for a kind that does not exist: the nearest one, if it is near, and the list.
    -- Tables:     read - queue.kind.
    select coalesce(
        (select format('Có phải “%s”? / Did you mean that?  ', k.name)
         from queue.kind k
         where queue.likeness(k.name, kind_hint.kind) >= 0.4
         order by queue.likeness(k.name, kind_hint.kind) desc, k.name limit 1), '')
        || coalesce((select format('Các loại / Kinds: %s.', string_agg(k.name, ', ' order by k.name)) from queue.kind k),
                    'Chưa khai báo loại nào / No kind is defined: dvkd migrate.')
$$;
comment on function queue.kind_hint(text) is 'Gợi ý loại công việc / Hint for an unknown kind.';
