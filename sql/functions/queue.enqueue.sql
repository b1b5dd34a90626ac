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
--             idempotency_key - not available yet: must be null.
--             coalesce_key    - one run covers all due jobs of the kind with this key; the kind's by default, 1..200
--                               characters.  Enqueued twice in one transaction it is one job.
--             concurrency_key - not available yet: must be null.
--             max_attempts    - 1..100; the kind's by default.
--             dry_run         - true: check everything, enqueue nothing.
-- Returns:    the job's number; null for a dry run.
-- Errors:     22023 unknown kind (hint lists the kinds), value outside the allowed ones; 22003 number out of range;
--             42804 wrong type; 23502 missing field; 42703 unknown field; 23503 referenced row missing;
--             54000 args too large; 0A000 a key that is not available yet.  DETAIL names the field.
-- Tables:     insert - queue.job; read - queue.kind, queue.kind_field, the tables that fields reference.
-- Settings:   queue.enqueued (local) lists the kinds enqueued in this transaction, queue.coalesced its keys and jobs:
--             both follow the rollback of a savepoint, as the rows do.
declare
    k       queue.kind%rowtype;
    problem text[];
    job_key text;
    mark    text;
    marks   text;
    kinds   text;
    job_id  bigint;
begin
    select * into k from queue.kind q where q.name = enqueue.kind;
    if not found then
        raise exception using errcode = '22023',
            message = format('Không có loại công việc %1$s / Unknown job kind %1$s.', coalesce('“' || kind || '”', 'NULL')),
            detail = 'Tham số / Parameter: kind', hint = queue.kind_hint(kind);
    end if;
    problem := case
        when idempotency_key is not null then array['0A000', 'idempotency_key',
            'Chưa hỗ trợ khóa này / This key is not available yet', 'Bỏ tham số này / Leave the parameter out.']
        when concurrency_key is not null then array['0A000', 'concurrency_key',
            'Chưa hỗ trợ khóa này / This key is not available yet', 'Bỏ tham số này / Leave the parameter out.']
        when priority not between 0 and 7 then array['22003', 'priority',
            'Ngoài phạm vi / Out of range: ' || priority, 'Cho phép / Allowed: 0 .. 7.']
        when max_attempts not between 1 and 100 then array['22003', 'max_attempts',
            'Ngoài phạm vi / Out of range: ' || max_attempts, 'Cho phép / Allowed: 1 .. 100.']
        when run_at in ('infinity', '-infinity') then array['22003', 'run_at',
            'Ngoài phạm vi / Out of range: ' || run_at, 'Cần một thời điểm hữu hạn / A finite time is wanted.']
        when length(enqueue.coalesce_key) not between 1 and 200 then array['22003', 'coalesce_key',
            'Ngoài phạm vi / Out of range: ' || length(enqueue.coalesce_key),
            'Cho phép / Allowed: 1 .. 200 ký tự / characters.']
    end;
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
        return null;
    end if;

    -- The kind's default key may name fields of args: jobs about different things are different jobs.
    job_key := coalesce(enqueue.coalesce_key, k.coalesce_key);
    if enqueue.coalesce_key is null and job_key like '%{%' then
        select coalesce(string_agg(coalesce(enqueue.args ->> m[1], ''), ' ' order by o), '') into mark
        from regexp_matches(job_key, '\{([a-z0-9_]+)\}', 'g') with ordinality f (m, o);
        job_key := left(btrim(split_part(job_key, '{', 1) || btrim(mark)), 200);
        mark := null;
    end if;
    if job_key is not null and (run_at is null or run_at <= now()) then
        mark := jsonb_build_array(k.name, job_key, coalesce(priority, k.priority))::text;
        marks := coalesce(nullif(current_setting('queue.coalesced', true), ''), '{}');
        job_id := (marks::jsonb ->> mark)::bigint;
        if job_id is not null then
            return job_id;
        end if;
    end if;
    insert into queue.job (run_at, enqueued_at, priority, max_attempts, args_version, kind, coalesce_key, args)
    values (coalesce(enqueue.run_at, now()), now(), coalesce(enqueue.priority, k.priority),
            coalesce(enqueue.max_attempts, k.max_attempts), k.args_version, k.name, job_key, enqueue.args)
    returning id into job_id;
    if mark is not null then
        perform set_config('queue.coalesced', (marks::jsonb || jsonb_build_object(mark, job_id))::text, true);
    end if;
    kinds := coalesce(current_setting('queue.enqueued', true), '');
    if not k.name = any (string_to_array(kinds, ' ')) then
        perform set_config('queue.enqueued', ltrim(kinds || ' ' || k.name), true);
    end if;
    return job_id;
end $$;
comment on function queue.enqueue(text, jsonb, integer, timestamptz, text, text, text, integer, boolean) is
    'Đưa công việc vào hàng đợi / Puts a job into the queue, inside the caller''s transaction; returns its number.';

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
