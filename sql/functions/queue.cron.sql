create or replace function queue.cron_field(
    part text, label text, lowest integer, highest integer, names text[], out vals integer[], out problem text[]
) language plpgsql immutable parallel safe set search_path = queue, pg_temp as $$
-- Reads one field of a cron expression: a list of  *  n  n-m, each with an optional step  /s;  n/s counts up from n.
-- Parameters: part - the field, lower case; label - its name in messages; lowest, highest - range of its numbers;
--             names - what may stand for the numbers from lowest on; a week (highest is 7) counts Sunday as 0 and 7.
-- Returns:    vals, ascending, Sunday as 0; or problem: message, detail, hint.
declare
    item    text;
    m       text[];
    low     integer;
    high    integer;
    step    integer;
    is_week boolean := highest = 7;
    allowed text := format('%s .. %s%s', lowest, highest, coalesce(' (' || array_to_string(names, ' ') || ')', ''));
    why     text;
begin
    vals := '{}';
    foreach item in array string_to_array(part, ',') loop
        m := regexp_match(item, '^(\*|[a-z]+|[0-9]{1,4})(?:-([a-z]+|[0-9]{1,4}))?(?:/([0-9]{1,4}))?$');
        if m is null or (m[1] = '*' and m[2] is not null) then
            why := 'không đọc được / cannot be read';
        else
            low := case when m[1] = '*' then lowest when m[1] ~ '^[0-9]' then m[1]::integer
                        else lowest + array_position(names, m[1]) - 1 end;
            -- A range may end on Sunday by name: fri-sun.
            high := case when m[1] = '*' and is_week then 6
                         when m[1] = '*' or (m[2] is null and m[3] is not null) then highest
                         when m[2] is null then low
                         when is_week and m[2] = names[1] and low > 0 then 7
                         when m[2] ~ '^[0-9]' then m[2]::integer
                         else lowest + array_position(names, m[2]) - 1 end;
            step := coalesce(m[3]::integer, 1);
            why := case when low is null or high is null then 'là tên không có / is no known name'
                        when not low between lowest and highest or not high between lowest and highest then
                            'ngoài phạm vi / is out of range'
                        when low > high then 'là khoảng ngược / runs backwards'
                        when not step between 1 and highest then
                            format('có bước ngoài phạm vi 1 .. %1$s / has a step outside 1 .. %1$s', highest) end;
        end if;
        if why is not null then
            problem := array[
                format('Biểu thức cron sai ở trường %1$s, “%2$s” %3$s / Bad cron expression, field %4$s, “%2$s” %5$s.',
                       split_part(label, ' / ', 1), left(item, 40), split_part(why, ' / ', 1),
                       split_part(label, ' / ', 2), split_part(why, ' / ', 2)),
                format('Trường / Field: %1$s; cho phép / allowed: %2$s', label, allowed),
                format('Ví dụ / Examples: * %s', case
                    when highest = 59 then '0 */15 0,30 10-30/5' when highest = 23 then '7 8-17 */2 6,18'
                    when highest = 31 then '1 1,15 20-31' when highest = 12 then '1 jan-jun */3'
                    else 'mon-fri 1-5 sat,sun (0 = 7 = sun)' end)
                || case when why ~ 'ngược' then format('; thay “%s” bằng hai khoảng / write it as two ranges: %s-%s,%s-%s',
                        item, low, highest, lowest, high) else '' end];
            return;
        end if;
        vals := vals || array(select generate_series(low, high, step));
    end loop;
    vals := array(select distinct case when is_week then v % 7 else v end from unnest(vals) v order by 1);
end $$;
comment on function queue.cron_field(text, text, integer, integer, text[]) is
    'Đọc một trường của biểu thức cron / Reads one field of a cron expression.';

create or replace function queue.cron_parse(
    expression text, out minutes integer[], out hours integer[], out days integer[], out months integer[],
    out weekdays integer[], out every_hour boolean, out either_day boolean, out problem text[]
) language plpgsql immutable parallel safe set search_path = queue, pg_temp as $$
-- Reads a cron expression: minute hour day-of-month month day-of-week, or @hourly @daily @midnight @weekly @monthly
-- @yearly @annually.  Names (jan … dec, sun … sat) and nicknames in either case; 0 and 7 are Sunday.
-- It tells instead of raising, so that the caller's error carries no stack of functions.
-- Parameters: expression - at most 500 characters.
-- Returns:    the values of each field, ascending; every_hour: the hour field begins with * (see queue.cron_next);
--             either_day: day-of-month and day-of-week are both restricted, that is neither begins with *, and a day
--             fits if either does, as in Vixie cron; or problem: message, detail, hint.
declare
    given  text := lower(btrim(expression, E' \t\r\n'));
    parts  text[];
    shapes constant jsonb := '[["phút / minute", 0, 59], ["giờ / hour", 0, 23], ["ngày / day of month", 1, 31],
                               ["tháng / month", 1, 12], ["thứ / day of week", 0, 7]]';
    read   record;
begin
    parts := case
        when given in ('@yearly', '@annually') then '{0,0,1,1,*}'
        when given = '@monthly' then '{0,0,1,*,*}'
        when given = '@weekly' then '{0,0,*,*,0}'
        when given in ('@daily', '@midnight') then '{0,0,*,*,*}'
        when given = '@hourly' then '{0,*,*,*,*}'
        when length(given) <= 500 and given not like '@%' then regexp_split_to_array(nullif(given, ''), '\s+')
    end::text[];
    if given like '@%' and parts is null then
        problem := array[
            format('Biểu thức cron không có trong danh sách: “%1$s” / Unknown cron nickname.', left(given, 40)),
            'Cho phép / Allowed: @hourly @daily @midnight @weekly @monthly @yearly @annually',
            'Hoặc năm trường / Or five fields: phút giờ ngày tháng thứ / minute hour day month weekday, “0 7 * * mon-fri”.'];
        return;
    elsif cardinality(parts) is distinct from 5 then
        problem := array[
            format('Biểu thức cron cần 5 trường, có %1$s / A cron expression has 5 fields, %1$s given.',
                   case when length(given) > 500 then '…' else coalesce(cardinality(parts), 0)::text end),
            format('Nhận / Given: “%s”', left(given, 80)),
            'phút giờ ngày tháng thứ / minute hour day month weekday (không có giây / no seconds), ví dụ / for example: '
            || '“0 7 * * mon-fri”, “*/15 8-17 * * *”, “@daily”.'];
        return;
    end if;
    for i in 1 .. 5 loop
        select * into read from queue.cron_field(parts[i], shapes -> (i - 1) ->> 0, (shapes -> (i - 1) ->> 1)::integer,
            (shapes -> (i - 1) ->> 2)::integer,
            case i when 4 then '{jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec}'::text[]
                   when 5 then '{sun,mon,tue,wed,thu,fri,sat}'::text[] end);
        if read.problem is not null then
            problem := read.problem;
            return;
        end if;
        case i when 1 then minutes := read.vals; when 2 then hours := read.vals; when 3 then days := read.vals;
               when 4 then months := read.vals; else weekdays := read.vals; end case;
    end loop;
    every_hour := parts[2] like '*%';
    either_day := parts[3] not like '*%' and parts[5] not like '*%';
    if not either_day and not exists (
        select from unnest(months) m (month)
        where days[1] <= case when m.month = 2 then 29 when m.month in (4, 6, 9, 11) then 30 else 31 end)
    then
        problem := array[
            format('Biểu thức cron không bao giờ tới: “%1$s” / A cron expression that never fires.', left(given, 80)),
            format('Trường / Fields: ngày / day of month “%s”, tháng / month “%s”: không có ngày này / there is no such day',
                   parts[3], parts[4]),
            'Ví dụ / Examples: “0 0 28 2 *”, “0 0 30 4,6,9,11 *”, “@monthly”.'];
    end if;
end $$;
comment on function queue.cron_parse(text) is 'Đọc biểu thức cron / Reads a cron expression, or tells what is wrong with it.';

create or replace function queue.cron_day(
    days integer[], months integer[], weekdays integer[], either boolean, day date
) returns date language plpgsql immutable parallel safe set search_path = queue, pg_temp as $$
-- The first day that fits, this one or a later one; months that do not fit are skipped whole.
-- Parameters: as queue.cron_parse gives them.
-- Returns:    null if there is none within 50 years.
declare
    horizon date := day + 18263;
    fits    boolean;
begin
    while day <= horizon loop
        if extract(month from day)::integer = any (months) then
            fits := extract(day from day)::integer = any (days);
            if either then
                fits := fits or extract(dow from day)::integer = any (weekdays);
            else
                fits := fits and extract(dow from day)::integer = any (weekdays);
            end if;
            if fits then
                return day;
            end if;
            day := day + 1;
        else
            day := date_trunc('month', day::timestamp) + interval '1 month';
        end if;
    end loop;
    return null;
end $$;
comment on function queue.cron_day(integer[], integer[], integer[], boolean, date) is
    'Ngày phù hợp kế tiếp / The first day that fits a cron expression.';

create or replace function queue.cron_instant(local timestamp, time_zone text)
returns timestamptz language plpgsql stable parallel safe set search_path = queue, pg_temp as $$
-- When a clock on the wall of a time zone first shows a time; a time that the clock leaves out is the end of that gap.
-- PostgreSQL reads a time that comes twice as the second, and one that never comes as if the clock had not been moved.
-- Returns:    never earlier for a later local time.
declare
    at     timestamptz := local at time zone time_zone;
    shown  timestamp := at at time zone time_zone;
    before interval;
    low    timestamptz;
    middle timestamptz;
begin
    -- What the clock was ahead of UTC a day earlier.
    before := ((at - interval '24 h') at time zone time_zone) - ((at - interval '24 h') at time zone 'UTC');
    if shown = local then
        return case when ((local - before) at time zone 'UTC') < at
                     and ((local - before) at time zone 'UTC') at time zone time_zone = local
                    then (local - before) at time zone 'UTC' else at end;
    end if;
    low := at - (shown - local);
    while at - low > interval '1 s' loop
        middle := low + date_trunc('second', (at - low) / 2);
        if (middle at time zone time_zone) - (middle at time zone 'UTC') = before then
            low := middle;
        else
            at := middle;
        end if;
    end loop;
    return at;
end $$;
comment on function queue.cron_instant(timestamp, text) is
    'Thời điểm của giờ địa phương / When a local time first comes; a skipped one is the end of its gap.';

create or replace function queue.cron_next(
    expression text, time_zone text default 'Asia/Ho_Chi_Minh', after timestamptz default now()
) returns timestamptz language plpgsql stable parallel safe set search_path = queue, pg_temp as $$
-- The first fire time of a cron expression after a moment.  PostgreSQL's zone data decides what a local time is.
-- Clocks that are moved: with stated hours (30 2 * * *) a local time that comes twice fires once, the first time, and the
-- times that are left out fire once, together, at the end of the gap.  With an hour field that begins with * (every
-- hour, every second hour) real time counts: what is left out does not fire, an hour that comes twice fires twice, so
-- that */5 * * * * never pauses for an hour.
-- Parameters: expression - see queue.cron_parse; time_zone - a name of pg_timezone_names; after - a finite time.
-- Returns:    null if a parameter is null or infinite, or if there is none within 50 years.
-- Errors:     22023 not a cron expression (DETAIL names field and range), unknown time zone.
declare
    c      record;
    at     timestamptz;
    local  timestamp;
    day    date;
    hour   integer;
    minute integer;
begin
    select * into c from queue.cron_parse(expression);
    if c.problem is not null and expression is not null then
        raise exception using errcode = '22023', message = c.problem[1], detail = c.problem[2], hint = c.problem[3];
    elsif expression is null or time_zone is null or after is null or not isfinite(after) then
        return null;
    end if;
    local := date_trunc('minute', after at time zone time_zone);
    if c.every_hour then
        at := after - ((after at time zone time_zone) - local) + interval '1 min';
        loop
            local := at at time zone time_zone;
            day := queue.cron_day(c.days, c.months, c.weekdays, c.either_day, local::date);
            if day is null then
                return null;
            elsif day > local::date then
                at := greatest(queue.cron_instant(day, time_zone), at + interval '1 min');
                continue;
            end if;
            minute := extract(minute from local);
            if extract(hour from local)::integer = any (c.hours) then
                select min(v) into minute from unnest(c.minutes) v where v >= extract(minute from local);
                if minute = extract(minute from local) then
                    return at;
                end if;
            else
                minute := null;
            end if;
            at := at + (coalesce(minute, 60) - extract(minute from local)::integer) * interval '1 min';
        end loop;
    end if;
    day := local::date;
    loop
        day := queue.cron_day(c.days, c.months, c.weekdays, c.either_day, day);
        if day is null then
            return null;
        end if;
        foreach hour in array c.hours loop
            continue when day + make_interval(hours => hour, mins => 59) < local;
            foreach minute in array c.minutes loop
                continue when day + make_interval(hours => hour, mins => minute) < local;
                at := queue.cron_instant(day + make_interval(hours => hour, mins => minute), time_zone);
                if at > after then
                    return at;
                end if;
            end loop;
        end loop;
        day := day + 1;
    end loop;
end $$;
comment on function queue.cron_next(text, text, timestamptz) is
    'Lần kế tiếp của biểu thức cron / The first fire time of a cron expression after a moment.';

create or replace function queue.cron_latest(expression text, time_zone text, since timestamptz, until timestamptz)
returns timestamptz language plpgsql stable parallel safe set search_path = queue, pg_temp as $$
-- The latest fire time after since and not after until; found from the end, so a long outage costs no more than a short one.
-- Returns:    null if there is none.
-- Errors:     as queue.cron_next.
declare
    width  interval := '1 min';
    found_ timestamptz;
    latest timestamptz;
begin
    loop
        found_ := queue.cron_next(expression, time_zone, greatest(since, until - width));
        exit when found_ <= until or until - width <= since or found_ is null;
        width := width * 8;
    end loop;
    while found_ <= until loop
        latest := found_;
        found_ := queue.cron_next(expression, time_zone, latest);
    end loop;
    return latest;
end $$;
comment on function queue.cron_latest(text, text, timestamptz, timestamptz) is
    'Lần gần nhất của biểu thức cron / The latest fire time of a cron expression in a span.';
