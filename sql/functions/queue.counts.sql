-- Counts that answer at once however much waits: exact up to 10,000 rows of a state, above that estimated from a sample.

create or replace function queue.kind_counts()
returns table (
    kind text, defined boolean, due bigint, running bigint, retrying bigint, scheduled bigint, done_1h bigint,
    discarded_1h bigint, errors_1h bigint, oldest_due timestamptz, estimated boolean
) language plpgsql stable security definer rows 10 set search_path = queue, pg_temp set jit = off as $$
-- The jobs of each kind by where they stand.
-- Returns:    a row a kind that is defined or has jobs: whether it is defined; jobs due and waiting, running, waiting for
--             another attempt, scheduled; completed or coalesced, discarded, and failed attempts in the last hour; since
--             when the oldest waits; whether a count is an estimate, of which two digits are good.
--             Running jobs are found among the first 10,000 of each priority: there the lanes take them from.
-- Tables:     read - queue.job, queue.kind, queue.finished, queue.attempt_error, pg_locks.
declare
    stamp   timestamptz := clock_timestamp();
    held    xid[] := array(select l.transactionid from pg_locks l
                           where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted);
    recent  jsonb := queue.recent_rows('finished', 'finished_at', 'outcome', stamp - interval '1 hour');
    failed  jsonb := queue.recent_rows('attempt_error', 'failed_at', null, stamp - interval '1 hour');
    sampled jsonb;
    k       record;
    now_due record;
    later   record;
begin
    for k in select n.kind, q.name is not null as defined
             from queue.job_kinds() n left join queue.kind q on q.name = n.kind order by n.kind loop
        select * into now_due from queue.count_between(k.kind, '-infinity', stamp, held, 10000);
        select * into later from queue.count_between(k.kind, stamp, 'infinity', held, 10000);
        kind := k.kind;
        defined := k.defined;
        due := now_due.fresh + now_due.tried;
        running := now_due.held + later.held;
        retrying := later.tried;
        scheduled := later.fresh;
        oldest_due := now_due.first_run_at;
        if now_due.more or later.more then
            sampled := coalesce(sampled, queue.sample_jobs(stamp));
            if now_due.more then
                due := greatest(due, queue.two_digits((sampled #>> array[kind, 'due'])::numeric - running));
            end if;
            if later.more then
                retrying := greatest(retrying, queue.two_digits((sampled #>> array[kind, 'retrying'])::numeric));
                scheduled := greatest(scheduled, queue.two_digits((sampled #>> array[kind, 'scheduled'])::numeric));
            end if;
        end if;
        done_1h := coalesce((recent #>> array['rows', kind || ' completed'])::bigint, 0)
                   + coalesce((recent #>> array['rows', kind || ' coalesced'])::bigint, 0);
        discarded_1h := coalesce((recent #>> array['rows', kind || ' discarded'])::bigint, 0);
        errors_1h := coalesce((failed #>> array['rows', kind])::bigint, 0);
        estimated := now_due.more or later.more or (recent ->> 'estimated')::boolean and done_1h + discarded_1h > 0
                     or (failed ->> 'estimated')::boolean and errors_1h > 0;
        return next;
    end loop;
end $$;
comment on function queue.kind_counts() is
    'Số công việc theo loại / Jobs of each kind by where they stand; estimates above 10,000.';

create or replace function queue.count_between(kind text, after timestamptz, until timestamptz, alive xid[], bound integer)
returns table (fresh bigint, tried bigint, held bigint, first_run_at timestamptz, more boolean) language plpgsql stable rows 1
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- Counts the jobs of a kind whose time is in (after, until], by walking the claim index.
-- Parameters: alive - transactions that are not over; bound - most rows read of each priority.
-- Returns:    one row: waiting for their first attempt, for another one, held by a transaction; the first waiting one's
--             time; whether there are more than were read.
-- Tables:     read - queue.job.
begin
    return query
        select sum(c.fresh)::bigint, sum(c.tried)::bigint, sum(c.held)::bigint, min(c.first_run_at), bool_or(c.n > bound)
        from generate_series(0, 7) p (priority),
            lateral (
                select count(*) filter (where not x.held and x.attempt = 0) as fresh,
                       count(*) filter (where not x.held and x.attempt > 0) as tried,
                       count(*) filter (where x.held) as held,
                       min(x.run_at) filter (where not x.held) as first_run_at,
                       count(*) as n
                from (select j.run_at, j.attempt, j.xmax = any (alive) as held
                      from queue.job j
                      where j.kind = count_between.kind and j.priority = p.priority and j.priority >= 0
                          and j.run_at > after and j.run_at <= until
                      order by j.run_at, j.id
                      limit bound + 1) x) c;
end $$;
comment on function queue.count_between(text, timestamptz, timestamptz, xid[], integer) is
    'Đếm có giới hạn / Counts the jobs of a kind in a span of time, up to a bound.';

create or replace function queue.job_kinds()
returns table (kind text) language plpgsql stable rows 10
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
-- The kinds that are defined or have jobs, the latter found by skipping through the claim index.
-- Tables:     read - queue.kind, queue.job.
declare
    last text := '';
begin
    return query select q.name from queue.kind q;
    loop
        select j.kind into last from queue.job j where j.kind > last and j.priority >= 0 order by j.kind limit 1;
        exit when not found;
        if not exists (select from queue.kind q where q.name = last) then
            kind := last;
            return next;
        end if;
    end loop;
end $$;
comment on function queue.job_kinds() is 'Các loại có khai báo hoặc có công việc / Kinds that are defined or have jobs.';

create or replace function queue.sample_jobs(stamp timestamptz)
returns jsonb language plpgsql set search_path = queue, pg_temp set jit = off as $$
-- Estimates the jobs of each kind and state from about 1,000 pages of queue.job, or counts them if it has no more.
-- Parameters: stamp - due is what was to run until then.
-- Returns:    {kind: {"due", "retrying", "scheduled"}}; running jobs count as due.
-- Tables:     read - queue.job.
declare
    pages bigint := pg_relation_size('queue.job') / current_setting('block_size')::integer;
    share double precision := least(1, 1000.0 / greatest(1, pages));
begin
    return (
        select coalesce(jsonb_object_agg(s.kind, jsonb_build_object('due', s.due, 'retrying', s.retrying,
                                                                    'scheduled', s.scheduled)), '{}')
        from (select j.kind, round(count(*) filter (where j.run_at <= stamp) / share) as due,
                     round(count(*) filter (where j.run_at > stamp and j.attempt > 0) / share) as retrying,
                     round(count(*) filter (where j.run_at > stamp and j.attempt = 0) / share) as scheduled
              from queue.job j tablesample system (100 * share)
              group by j.kind) s);
end $$;
comment on function queue.sample_jobs(timestamptz) is 'Ước lượng từ mẫu / Estimates the jobs of each kind from a sample.';

create or replace function queue.recent_rows(parent text, stamp_column text, by_column text, since timestamptz)
returns jsonb language plpgsql stable set search_path = queue, pg_temp set jit = off as $$
-- Counts the rows that were appended to queue.finished or queue.attempt_error since a time.  Both grow at their end: the
-- first page of the span is found by halving, then every page up to the end is read, or, of more than 500, evenly spaced
-- ones.
-- Parameters: parent - the table; stamp_column - its partition key; by_column - counted by kind and this, or by kind
--             alone; since - within the last month.
-- Returns:    {"rows": {"kind[ value]": n}, "estimated": whether pages were left out}.
-- Tables:     read - the partitions of the parent.
declare
    most  constant integer := 500;
    rows  jsonb := '{}';
    guess boolean := false;
    month timestamp;
    part  regclass;
    pages bigint;
    low   bigint;
    high  bigint;
    mid   bigint;
    step  bigint;
    seen  timestamptz;
    found jsonb;
begin
    for month in select distinct date_trunc('month', t at time zone 'Asia/Ho_Chi_Minh')
                 from unnest(array[since, clock_timestamp()]) t loop
        part := to_regclass('queue.' || parent || to_char(month, '_YYYY_MM'));
        continue when part is null;
        pages := pg_relation_size(part) / current_setting('block_size')::integer;
        low := 0;
        high := pages;
        while low < high loop
            mid := (low + high) / 2;
            execute format('select max(%I) from %s where ctid >= $1 and ctid < $2', stamp_column, part)
                into seen using format('(%s,0)', mid)::tid, format('(%s,0)', mid + 1)::tid;
            -- A page without rows is one that was just added.  A minute's grace: long transactions finish out of order.
            if seen is null or seen >= since - interval '1 min' then high := mid; else low := mid + 1; end if;
        end loop;
        continue when low = pages;
        step := 1 + (pages - low - 1) / most;
        execute format(
            'select jsonb_object_agg(s.name, s.n * $3)
             from (select x.name, count(*) as n
                   from generate_series($1, $2 - 1, $3) p (page),
                       lateral (select %1$s as name from %2$s f
                                where f.ctid >= format(''(%%s,0)'', p.page)::tid and f.ctid < format(''(%%s,0)'', p.page + 1)::tid
                                    and f.%3$I >= $4 offset 0) x
                   group by x.name) s',
            case when by_column is null then 'f.kind' else format('f.kind || '' '' || f.%I', by_column) end, part, stamp_column)
            into found using low, pages, step, since;
        guess := guess or step > 1;
        rows := (select coalesce(jsonb_object_agg(t.key, case when step > 1 then queue.two_digits(t.n) else t.n end), '{}')
                 from (select e.key, sum(e.value::bigint) as n
                       from (select * from jsonb_each_text(rows) union all select * from jsonb_each_text(found)) e
                       group by e.key) t);
    end loop;
    return jsonb_build_object('rows', rows, 'estimated', guess);
end $$;
comment on function queue.recent_rows(text, text, text, timestamptz) is
    'Đếm dòng mới ghi / Counts the rows appended to the history since a time, from a sample when they are many.';

create or replace function queue.two_digits(n numeric)
returns bigint language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- An estimate without the digits that mean nothing: 1987552 is 2000000.
    select case when n < 10 then n else round(n, 1 - floor(log(n))::integer) end::bigint
$$;
comment on function queue.two_digits(numeric) is 'Làm tròn ước lượng / An estimate, rounded to two digits.';
