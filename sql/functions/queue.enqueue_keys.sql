create or replace function queue.fill_key(template text, args jsonb)
returns text language sql stable set search_path = pg_catalog, pg_temp as $$
    -- A kind's default key for given args: {field} stands for the value of that field; where it is absent, the spaces
    -- before it go too.
    -- Returns:    1..200 characters, a longer key ends in its own SHA-256; null for an empty one.
    select case when length(k.key) > 200 then left(k.key, 136) || encode(sha256(convert_to(k.key, 'UTF8')), 'hex')
                else nullif(k.key, '') end
    from (select btrim(string_agg(
                     case when m[2] is null or args ->> m[2] is not null then m[1] || coalesce(args ->> m[2], '')
                          else rtrim(m[1]) end, '' order by o)) as key
          from regexp_matches(template, '([^{]+|(?={))(?:\{([a-z0-9_]+)\})?', 'g') with ordinality f (m, o)) k
$$;
comment on function queue.fill_key(text, jsonb) is 'Khóa theo tham số / A kind''s default key, filled with values of args.';

create or replace function queue.key_problem(parameter text, key text)
returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
    -- Whether a key that the caller gave has a fitting length.
    -- Returns:    null if it has; else SQLSTATE, parameter, message, hint.
    select array['22003', parameter, 'Ngoài phạm vi / Out of range: ' || length(key),
                 'Cho phép / Allowed: 1 .. 200 ký tự / characters.']
    where length(key) not between 1 and 200
$$;
comment on function queue.key_problem(text, text) is 'Kiểm tra độ dài của khóa / Whether a key has a fitting length.';

create or replace function queue.coalesce_mark(kind text, priority integer, coalesce_key text)
returns text language sql stable as $$
    -- 44 characters that stand for a kind, priority and coalesce key in the setting queue.coalesced.
    select pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
        $1 || ' ' || $2 || ' ' || $3, 'UTF8')), 'base64')
$$;
comment on function queue.coalesce_mark(text, integer, text) is 'Dấu của khóa gộp / What stands for a coalesce key in a setting.';

create or replace function queue.coalesced_job(mark text)
returns bigint language sql stable as $$
    -- The job that this transaction has enqueued under a mark; null for none.
    -- The setting is local: it follows the rollback of a savepoint, as the row does.
    select nullif(pg_catalog.split_part(pg_catalog.split_part(
        pg_catalog.current_setting('queue.coalesced', true), $1 || ':', 2), ' ', 1), '')::bigint
$$;
comment on function queue.coalesced_job(text) is 'Công việc đã đưa vào trong giao dịch này / The job this transaction has enqueued under a mark.';

create or replace function queue.keep_marks(marks text)
returns void language sql volatile as $$
    -- Adds marks ("mark:id mark:id ") to the setting.  It keeps the last 300 or so: a transaction of many keys stays
    -- fast, and of an older key it makes a second job, which the claim coalesces.
    select pg_catalog.set_config('queue.coalesced', pg_catalog.right(coalesce(
        pg_catalog.current_setting('queue.coalesced', true), '') || $1, 16384), true)
$$;
comment on function queue.keep_marks(text) is 'Ghi nhớ trong giao dịch / Keeps marks until the transaction ends.';
