create or replace function registry.iso_date(value text)
returns date language sql immutable parallel safe as $$
-- Reads a day written yyyy-mm-dd.
-- Returns: the day, or null when the text is no such day (2021-02-31, 31/12/2021, null).  Never an error.
    select case
        when value ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
             and right(value, 2)::int <= extract(day from make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1)
                                                         + interval '1 month' - interval '1 day')
        then make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int)
    end
$$;
comment on function registry.iso_date(text) is 'Đọc ngày yyyy-mm-dd / The day a text names, null when there is no such day.';

create or replace function registry.read_day(value text)
returns date language sql immutable parallel safe as $$
-- Reads a day as people write it: 2021-03-02, 2/3/2021, 02-3-2021, 2.3.2021, ngày 02 tháng 3 năm 2021.
-- Returns: the day, or null when the text is no such day.  Never an error.
    select coalesce(registry.iso_date(w.text), registry.iso_date(format('%s-%s-%s', p[3], lpad(p[2], 2, '0'), lpad(p[1], 2, '0'))))
    from (select btrim(lower(normalize(translate(left(value, 100), E'\u00a0', ' '), NFC) collate "vi-x-icu")) as text) w,
    lateral (select regexp_match(w.text, '^(?:ngày +)?([0-9]{1,2})(?: *[/.-] *| +tháng +)([0-9]{1,2})(?: *[/.-] *| +năm +)([0-9]{4})$') as p) r
$$;
comment on function registry.read_day(text) is 'Đọc ngày như người ta viết / The day a text names, in the common Vietnamese forms.';

create or replace function registry.deadline_day(words text)
returns date language sql immutable parallel safe set search_path = registry, pg_temp as $$
-- The last day on which a deadline is kept, in the words that letters use: “trước ngày D” ends with the day before D;
-- “chậm nhất (là) (ngày) D”, “đến hết (ngày) D”, “hết ngày D”, “đến ngày D” and D alone include D.
-- Returns: the day (Asia/Ho_Chi_Minh), or null when the words name none.  Never an error.
    select case when p.parts[1] = 'trước' then registry.read_day(p.parts[2]) - 1 else registry.read_day(p.parts[2]) end
    from (select regexp_match(
              btrim(regexp_replace(lower(normalize(translate(left(words, 200), E'\u00a0', ' '), NFC) collate "vi-x-icu"), '\s+', ' ', 'g')),
              '^(?:(trước|chậm nhất là|chậm nhất|đến hết|hết|đến) )?(.+)$') as parts) p
$$;
comment on function registry.deadline_day(text) is 'Ngày cuối cùng của thời hạn / The last day on which a deadline is kept.';

create or replace function registry.year_number(value text)
returns int language sql immutable parallel safe as $$
-- Reads a year, 2021 or năm 2021. Returns: 1900..2199, or null.  Never an error.
    select substring(left(value, 100) from '^(?:[Nn]ăm)? *((?:19|20|21)[0-9]{2}) *$')::int
$$;
comment on function registry.year_number(text) is 'Đọc năm / The year a text names, 1900..2199, else null.';

create or replace function registry.today()
returns date language sql stable parallel safe as $$
-- The day it is in Viet Nam, whatever the session's time zone.
    select (now() at time zone 'Asia/Ho_Chi_Minh')::date
$$;
comment on function registry.today() is 'Ngày hôm nay theo giờ Việt Nam / The day it is in Viet Nam.';
