create or replace function queue.claim_keys(
    label     text,
    kind_name text,
    keys      text[],
    args      jsonb[],
    ids       bigint[],
    ttl       interval
) returns bigint[] language plpgsql set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Claims idempotency keys for jobs that the caller is about to insert.  Waits for another enqueuer of a key, never for
-- a running job; takes keys in order, so that calls do not deadlock with each other.
-- Parameters: label - the caller's parameter, for messages; %s stands for the number of the element;
--             kind_name - an existing kind; keys - with nulls where an element has none; args - one an element;
--             ids - the numbers that the new jobs are to have, null: look only, write nothing (a dry run);
--             ttl - how long a new key stands.
-- Returns:    an element each: the job's number.  Another than given: the key stands for that job already, whether it
--             waits, runs or is finished, and the new one must not be inserted.
-- Errors:     23505 a key stands for a job with other args; 40001 the caller's snapshot is older than a key's job.
-- Tables:     insert, update - queue.idempotency.
declare
    held    bigint[];
    missing bigint;
    differs bigint;
    other   record;
begin
    loop
        if ids is null then
            null;
        elsif current_setting('transaction_isolation') = 'read committed' then
            perform queue.insert_keys(kind_name, keys, args, ids, ttl);
        else
            begin
                perform queue.insert_keys(kind_name, keys, args, ids, ttl);
            exception when serialization_failure then
                raise exception using errcode = '40001',
                    message = 'Khóa chống trùng vừa được giao dịch khác dùng'
                        || ' / An idempotency key was used by another transaction just now.',
                    detail = format('Tham số / Parameter: %s; ảnh chụp dữ liệu của giao dịch này cũ hơn'
                        ' / the snapshot of this transaction is older.', format(label, '…')),
                    hint = 'Chạy lại cả giao dịch: lần sau nhận được công việc đã có'
                        || ' / Run the whole transaction again: it will be given the job that exists.';
            end;
        end if;
        -- A statement of its own: under READ COMMITTED it sees the job of an enqueuer that was waited for.
        select array_agg(coalesce(i.job_id, g.id) order by g.o),
               count(*) filter (where g.key is not null and i.key is null),
               min(g.o) filter (where jsonb_strip_nulls(i.args) <> jsonb_strip_nulls(g.args))
        into held, missing, differs
        from unnest(keys, args, ids) with ordinality g (key, args, id, o)
        left join queue.idempotency i
            on i.kind = kind_name and i.key = g.key and (i.expires_at > clock_timestamp() or i.job_id = g.id);
        -- A key that was swept in between is free now.
        exit when missing = 0 or ids is null or differs is not null;
    end loop;
    if differs is not null then
        select i.key, i.job_id, i.expires_at, (
                   select min(coalesce(a.key, b.key))
                   from jsonb_each(jsonb_strip_nulls(i.args)) a full join jsonb_each(jsonb_strip_nulls(g.args)) b
                       on a.key = b.key
                   where a.value is distinct from b.value) as field
        into strict other
        from unnest(keys, args, ids) with ordinality g (key, args, id, o)
        join queue.idempotency i
            on i.kind = kind_name and i.key = g.key and (i.expires_at > clock_timestamp() or i.job_id = g.id)
        where g.o = differs;
        raise exception using errcode = '23505',
            message = 'Khóa chống trùng đã dùng cho công việc có tham số khác'
                || ' / The idempotency key was used for a job with other args.',
            detail = format('Tham số / Parameter: %1$s; khóa / key: “%2$s”; công việc / job: %3$s;'
                ' trường khác nhau / field that differs: %4$s.args/%5$s',
                format(label, differs), other.key, other.job_id, kind_name, other.field),
            hint = format('Công việc khác cần khóa khác; khóa này hết hạn lúc %1$s'
                ' / Another job needs another key; this one expires at %1$s.', date_trunc('second', other.expires_at));
    end if;
    return held;
end $$;
comment on function queue.claim_keys(text, text, text[], jsonb[], bigint[], interval) is
    'Giữ khóa chống trùng / Claims idempotency keys for new jobs, or gives the jobs that have them.';

create or replace function queue.insert_keys(kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval)
returns void language plpgsql set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Writes the keys that are free or expired, in order; leaves the others alone, unlocked.
-- Parameters: as of queue.claim_keys; of a key that is given twice the first element counts.
-- Errors:     40001 from a repeatable-read snapshot that does not see a key's job.
-- Tables:     insert, update - queue.idempotency.
begin
    insert into queue.idempotency (kind, key, job_id, args, expires_at)
    select kind_name, g.key, g.id, g.args, clock_timestamp() + ttl
    from (select distinct on (u.key collate "C") u.* from unnest(keys, args, ids) with ordinality u (key, args, id, o)
          where u.key is not null order by u.key collate "C", u.o) g
    order by g.key collate "C"
    on conflict on constraint idempotency_pkey do nothing;

    insert into queue.idempotency as i (kind, key, job_id, args, expires_at)
    select kind_name, g.key, g.id, g.args, clock_timestamp() + ttl
    from (select distinct on (u.key collate "C") u.* from unnest(keys, args, ids) with ordinality u (key, args, id, o)
          where u.key is not null order by u.key collate "C", u.o) g
    where exists (select from queue.idempotency e
                  where e.kind = kind_name and e.key = g.key and e.expires_at <= clock_timestamp())
    order by g.key collate "C"
    on conflict on constraint idempotency_pkey do update
        set job_id = excluded.job_id, args = excluded.args, created_at = clock_timestamp(), expires_at = excluded.expires_at
        where i.expires_at <= clock_timestamp();
end $$;
comment on function queue.insert_keys(text, text[], jsonb[], bigint[], interval) is
    'Ghi khóa chống trùng / Writes the idempotency keys that are free or expired.';

create or replace function queue.expire_idempotency("limit" integer default 1000)
returns integer language plpgsql security definer set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
-- Deletes expired idempotency keys, the oldest first; keys that somebody is renewing are left alone.
-- Parameters: limit - most keys a call, 1..100000.
-- Returns:    the number of keys deleted; as many as the limit: call again.
-- Tables:     lock, delete - queue.idempotency.
declare
    gone integer;
begin
    with old as materialized (
        select i.kind, i.key from queue.idempotency i
        where i.expires_at <= clock_timestamp()
        order by i.expires_at
        limit greatest(1, least(expire_idempotency."limit", 100000))
        for update skip locked)
    delete from queue.idempotency i using old o where i.kind = o.kind and i.key = o.key;
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function queue.expire_idempotency(integer) is
    'Xóa khóa chống trùng đã hết hạn / Deletes expired idempotency keys.';
