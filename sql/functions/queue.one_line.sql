create or replace function queue.one_line(message text, most integer)
returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- A message in one line, cut to so many characters.
    select case when length(m) > most then left(m, most - 1) || '…' else m end
    from (select btrim(regexp_replace(left(message, 4 * most), '\s+', ' ', 'g'))) t (m)
$$;
comment on function queue.one_line(text, integer) is 'Một dòng, rút gọn / A message in one line, cut.';

create or replace function queue.local_time(stamp timestamptz)
returns text language sql stable set search_path = pg_catalog, pg_temp as $$
    -- A time as operators read it: of Asia/Ho_Chi_Minh, to the second.
    select to_char(stamp at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS')
$$;
comment on function queue.local_time(timestamptz) is 'Giờ Việt Nam / A time of Asia/Ho_Chi_Minh, to the second.';
