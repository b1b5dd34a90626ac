create or replace function queue.one_line(message text, most integer)
returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- A message in one line, cut to so many characters.
    select case when length(m) > most then left(m, most - 1) || '…' else m end
    from (select btrim(regexp_replace(left(message, 4 * most), '\s+', ' ', 'g'))) t (m)
$$;
comment on function queue.one_line(text, integer) is 'Một dòng, rút gọn / A message in one line, cut.';

create or replace function queue.plain_error(message text)
returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- An error without the severity and SQLSTATE it begins with: they are shown in a column of their own.
    select regexp_replace(message, '^(ERROR|FATAL|PANIC) [0-9A-Z]{5}: ', '')
$$;
comment on function queue.plain_error(text) is 'Lỗi không kèm mã / An error without severity and SQLSTATE.';

create or replace function queue.wrapped(message text, width integer, most integer)
returns text language sql immutable parallel safe set search_path = queue, pg_temp as $$
    -- A message cut to so many characters, in lines that are no longer than the width, broken between words where they fit.
    select rtrim(regexp_replace(regexp_replace(queue.one_line(message, most), format('(\S{%s})(?=\S)', width), '\1 ', 'g'),
                                format('(.{1,%s})(?: |$)', width), e'\\1\n', 'g'), e'\n')
$$;
comment on function queue.wrapped(text, integer, integer) is 'Ngắt dòng / A message cut and broken into lines.';

create or replace function queue.local_time(stamp timestamptz)
returns text language sql stable set search_path = pg_catalog, pg_temp as $$
    -- A time as operators read it: of Asia/Ho_Chi_Minh, to the second.
    select to_char(stamp at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI:SS')
$$;
comment on function queue.local_time(timestamptz) is 'Giờ Việt Nam / A time of Asia/Ho_Chi_Minh, to the second.';
