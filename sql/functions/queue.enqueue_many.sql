create or replace function queue.enqueue_many(
    kind             text,
    args             jsonb[],
    priority         integer     default null,
    run_at           timestamptz default null,
    idempotency_keys text[]      default null,
    coalesce_keys    text[]      default null,
    concurrency_keys text[]      default null,
    max_attempts     integer     default null,
    dry_run          boolean     default false
) returns setof bigint language plpgsql rows 1000 security definer set search_path = queue, pg_temp as $$
-- Puts many jobs of one kind into the queue in one statement, inside the caller's transaction; all of them, or none.
-- Rows, not an array: psql counts and pages them, libpq reads them as they are, “with ordinality” numbers them.
-- Parameters: kind, priority, run_at, max_attempts, dry_run - as of queue.enqueue, for all jobs.
--             args - an object a job; idempotency_keys, coalesce_keys, concurrency_keys - null, or a key a job, null where
--             it has none; the kind's default keys apply where none is given.
-- Returns:    the jobs' numbers, in the order of args; a number comes twice where elements are one job (equal coalesce
--             or idempotency key).  No rows for a dry run.
-- Errors:     as of queue.enqueue; DETAIL names the element, counted from 1, as kind.args[17]/field; 2202E args has more
--             than one dimension, or keys are not as many as args.
-- Tables:     insert - queue.job, queue.idempotency; read - queue.kind, queue.kind_field, the tables that fields reference.
declare
    k       queue.kind%rowtype;
    problem text[];
    is_due  boolean;
begin
    select * into k from queue.kind q where q.name = enqueue_many.kind;
    if not found then
        raise exception using errcode = '22023',
            message = format('Không có loại công việc %1$s / Unknown job kind %1$s.', coalesce('“' || kind || '”', 'NULL')),
            detail = 'Tham số / Parameter: kind', hint = queue.kind_hint(kind);
    end if;
    problem := coalesce(queue.option_problem(priority, run_at, max_attempts),
                        queue.shape_problem(args, idempotency_keys, coalesce_keys, concurrency_keys));
    if problem is not null then
        raise exception using errcode = problem[1], message = problem[3] || '.',
            detail = 'Tham số / Parameter: ' || problem[2], hint = problem[4];
    end if;
    problem := queue.many_args_problem(k, args);
    if problem is not null then
        raise exception using errcode = problem[1], message = problem[3] || '.',
            detail = format('Trường / Field: %s.args%s', k.name, problem[2]), hint = problem[4];
    end if;
    if dry_run then
        if idempotency_keys is not null then
            perform queue.claim_keys('idempotency_keys[%s]', k.name, idempotency_keys, args, null, k.idempotency_ttl);
        end if;
        return;
    end if;
    if cardinality(args) = 0 then
        return;
    end if;
    is_due := run_at is null or run_at <= clock_timestamp();
    if is_due then
        perform queue.announce(k.name);
    end if;
    k.priority := coalesce(enqueue_many.priority, k.priority);
    k.max_attempts := coalesce(enqueue_many.max_attempts, k.max_attempts);
    if num_nonnulls(k.coalesce_key, k.concurrency_key, idempotency_keys, coalesce_keys, concurrency_keys) > 0 then
        return query
            select unnest(queue.insert_keyed_jobs(k, args, run_at, is_due, idempotency_keys, coalesce_keys, concurrency_keys));
        return;
    end if;
    -- One scan of the array: rows are numbered and returned in its order.
    return query
        insert into queue.job as j (run_at, enqueued_at, priority, max_attempts, args_version, kind, args)
        select coalesce(enqueue_many.run_at, now()), now(), k.priority, k.max_attempts, k.args_version, k.name, a
        from unnest(enqueue_many.args) a
        returning j.id;
end $$;
comment on function queue.enqueue_many(text, jsonb[], integer, timestamptz, text[], text[], text[], integer, boolean) is
    'Đưa nhiều công việc vào hàng đợi / Puts many jobs into the queue at once; returns their numbers in order.';

create or replace function queue.shape_problem(
    args jsonb[], idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]
) returns text[] language sql stable set search_path = queue, pg_temp as $$
    -- Checks that arrays go together, and the length of each key.
    -- Returns:    null if they fit; else SQLSTATE, parameter, message, hint.
    select coalesce(
        (select case
             when args is null then array['22004', 'args', 'Cần một mảng tham số / An array of args is wanted',
                 'Ví dụ / Example: array[''{"…": 1}'', ''{"…": 2}'']::jsonb[].']
             when array_ndims(args) > 1 then array['2202E', 'args', 'Mảng nhiều chiều / Array of more than one dimension',
                 'Ví dụ / Example: array[''{"…": 1}'', ''{"…": 2}'']::jsonb[].'] end),
        (select array['2202E', p.name, format('%1$s khóa cho %2$s công việc / %1$s keys for %2$s jobs',
                                              cardinality(p.keys), cardinality(args)),
                      'Mỗi công việc một khóa, hoặc NULL / One key a job, or null.']
         from (values (1, 'idempotency_keys', idempotency_keys), (2, 'coalesce_keys', coalesce_keys),
                      (3, 'concurrency_keys', concurrency_keys)) p (o, name, keys)
         where cardinality(p.keys) <> cardinality(args) or array_ndims(p.keys) > 1
         order by p.o limit 1),
        (select queue.key_problem(format('%s[%s]', p.name, b.o), b.key)
         from (values (1, 'idempotency_keys', idempotency_keys), (2, 'coalesce_keys', coalesce_keys),
                      (3, 'concurrency_keys', concurrency_keys)) p (o, name, keys),
             lateral (select u.key, u.o from unnest(p.keys) with ordinality u (key, o)
                      where length(u.key) not between 1 and 200 limit 1) b
         order by p.o limit 1))
$$;
comment on function queue.shape_problem(jsonb[], text[], text[], text[]) is
    'Kiểm tra các mảng đi cùng nhau / Checks that arrays of args and keys go together.';

create or replace function queue.many_args_problem(k queue.kind, args jsonb[])
returns text[] language plpgsql stable set search_path = queue, pg_temp as $$
-- Checks all elements at once: by the kind's compiled declaration, one by one only those that it cannot vouch for,
-- and each reference by one join.
-- Parameters: k - the kind; args - what the caller gave.
-- Returns:    null if all fit; else SQLSTATE, path ([number of the element]/field), message, hint of the first that does
--             not; a missing reference is found when all else fits.
-- Tables:     read - queue.kind_field, the tables that fields reference.
declare
    doubtful jsonb;
    at       bigint;
    problem  text[];
    f        record;
begin
    for doubtful, at in
        select u.a, u.o
        from unnest(args) with ordinality u (a, o)
        where (u.a @@ k.args_path and pg_column_size(u.a) <= k.args_limit
               and octet_length(u.a::text) <= least(k.args_limit, k.args_sure) and u.a::text not like '%.0%') is not true
    loop
        problem := queue.args_problem(k.name, k.args_limit, doubtful);
        if problem is not null then
            return array[problem[1], format('[%s]/%s', at, problem[2]), problem[3], problem[4]];
        end if;
    end loop;
    for f in
        select q.name, q.type, string_to_array(q.reference, '.') as reference
        from queue.kind_field q
        where q.kind = k.name and q.reference is not null and k.args_references > 0
        order by q.position
    loop
        for doubtful, at in execute format(
            'select u.a, u.o from unnest($1) with ordinality u (a, o)
             where u.a ->> %1$L is not null and not exists (select from %2$I.%3$I r where r.%4$I = %5$s)
             order by u.o limit 1',
            f.name, f.reference[1], f.reference[2], f.reference[3],
            queue.reference_value(f.type, format('(u.a ->> %L)', f.name))) using args
        loop
            problem := queue.args_problem(k.name, k.args_limit, doubtful);
            if problem is not null then
                return array[problem[1], format('[%s]/%s', at, problem[2]), problem[3], problem[4]];
            end if;
        end loop;
    end loop;
    return null;
end $$;
comment on function queue.many_args_problem(queue.kind, jsonb[]) is
    'Kiểm tra tham số của nhiều công việc / Checks the args of many jobs against the kind''s declaration.';

create or replace function queue.insert_keyed_jobs(
    k                queue.kind,
    args             jsonb[],
    run_at           timestamptz,
    is_due           boolean,
    idempotency_keys text[],
    coalesce_keys    text[],
    concurrency_keys text[]
) returns bigint[] language plpgsql set search_path = queue, pg_temp as $$
-- Inserts checked jobs, some of which have keys.
-- Parameters: k - the kind, with the priority and attempts of these jobs; the others as of queue.enqueue_many.
-- Returns:    the jobs' numbers, in the order of args.
-- Errors:     as of queue.claim_keys.
-- Tables:     insert - queue.job; insert, update - queue.idempotency.
declare
    own   bigint[] := array(select nextval('queue.job_id_seq') from generate_series(1, cardinality(args)));
    held  bigint[] := own;
    jobs  bigint[];
    marks text;
begin
    if idempotency_keys is not null then
        held := queue.claim_keys('idempotency_keys[%s]', k.name, idempotency_keys, args, own, k.idempotency_ttl);
    end if;
    -- Of new jobs of a coalesce key only the first is made, and none if this transaction has made one before.
    with given as materialized (
        select g.o, g.args, g.own, g.held, coalesce(g.concurrency_key, queue.fill_key(k.concurrency_key, g.args)) as concurrency_key,
               coalesce(g.coalesce_key, queue.fill_key(k.coalesce_key, g.args)) as coalesce_key
        from unnest(args, own, held, coalesce_keys, concurrency_keys)
            with ordinality g (args, own, held, coalesce_key, concurrency_key, o)),
    first as materialized (
        select f.coalesce_key, f.job_id as own, queue.coalesce_mark(k.name, k.priority, f.coalesce_key) as mark
        from (select g.coalesce_key, min(g.own) as job_id from given g
              where is_due and g.coalesce_key is not null and g.held = g.own group by g.coalesce_key) f),
    known as materialized (
        select f.coalesce_key, f.own, f.mark, queue.coalesced_job(f.mark) as job_id from first f),
    made as materialized (
        select g.o, g.own, g.held, g.args, g.coalesce_key, g.concurrency_key,
               case when g.held <> g.own then g.held else coalesce(n.job_id, n.own, g.own) end as job_id
        from given g left join known n on n.coalesce_key = g.coalesce_key),
    inserted as (
        insert into queue.job (id, run_at, enqueued_at, priority, max_attempts, args_version, kind, coalesce_key,
                               concurrency_key, args)
        overriding system value
        select m.own, coalesce(insert_keyed_jobs.run_at, now()), now(), k.priority, k.max_attempts, k.args_version, k.name,
               m.coalesce_key, m.concurrency_key, m.args
        from made m
        where m.job_id = m.own
        order by m.o)
    select array_agg(coalesce(o.job_id, m.job_id) order by m.o),
           (select string_agg(l.mark || ':' || l.own || ' ', '' order by l.own)
            from (select n.mark, n.own from known n where n.job_id is null order by n.own desc limit 300) l)
    into jobs, marks
    from made m left join made o on m.held <> m.own and o.own = m.held;
    if marks is not null then
        perform queue.keep_marks(marks);
    end if;
    -- A key whose job was coalesced stands for the job that is there.
    update queue.idempotency i set job_id = u.job_id
    from unnest(idempotency_keys, own, jobs) u (key, own, job_id)
    where i.kind = k.name and i.key = u.key and i.job_id = u.own and u.job_id <> u.own;
    return jobs;
end $$;
comment on function queue.insert_keyed_jobs(queue.kind, jsonb[], timestamptz, boolean, text[], text[], text[]) is
    'Đưa vào hàng các công việc có khóa / Inserts checked jobs, some of which have keys.';
