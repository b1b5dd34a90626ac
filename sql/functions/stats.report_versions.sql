create or replace function stats.printed_count(count bigint)
returns text language sql immutable strict set search_path = stats, pg_temp as $$
-- A count as documents print it: 4.648 · 08.
    select case when count between 1 and 9 then '0' || count else replace(to_char(count, 'FM999,999,999,999,999,990'), ',', '.') end
$$;
comment on function stats.printed_count(bigint) is 'Số đếm khi in / A count as it is printed.';

create or replace function stats.printed_figure(figure jsonb)
returns text language sql immutable set search_path = stats, pg_temp as $$
-- The value of a figure of a report as documents print it: 4.648 · 08 · 30/47; – where there is none.
    select coalesce(stats.printed_count((figure ->> 'value')::bigint),
        stats.printed_count((figure ->> 'part')::bigint) || '/' || stats.printed_count((figure ->> 'whole')::bigint), '–')
$$;
comment on function stats.printed_figure(jsonb) is 'Giá trị chỉ tiêu khi in / The value of a figure as it is printed.';

create or replace function stats.closing_time(at timestamptz)
returns text language sql immutable set search_path = stats, pg_temp as $$
-- A time as pages print it, in Viet Nam: “10:05 ngày 31/12/2021”.
    select to_char(at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI "ngày" DD/MM/YYYY')
$$;
comment on function stats.closing_time(timestamptz) is 'Thời điểm theo giờ Việt Nam / A time as pages print it.';

create or replace function stats.closing_version(of_closing stats.closed_period)
returns jsonb language sql stable set search_path = stats, pg_temp as $$
-- One version: {"version", "at", "time", "by", "reason", "cut_off"}; "time" is "at" as pages print it, "cut_off" the last day whose
-- rows count.
    select jsonb_build_object('version', of_closing.version, 'at', of_closing.closed_at,
        'time', stats.closing_time(of_closing.closed_at), 'by', of_closing.closed_by,
        'reason', of_closing.reason, 'cut_off', of_closing.cut_off)
$$;
comment on function stats.closing_version(stats.closed_period) is 'Một phiên bản đã chốt / One version of a closing.';

create or replace function stats.closing_card(closing bigint)
returns jsonb language sql stable security definer set search_path = stats, pg_temp set jit = off as $$
-- What a report says of the closing whose figures it shows.
-- Parameters: closing - an id of stats.closed_period.
-- Returns:    as stats.closing_version, and "unit": {"code", "name"}, with which it was closed and which may stand above the one
--             reported on, and "versions", all of them, the newest first; null for null.
-- Tables:     read - stats.closed_period, registry.unit, unit_name.
    select stats.closing_version(c) || jsonb_build_object(
        'unit', jsonb_build_object('code', u.code, 'name', coalesce(n.name, u.code)),
        'versions', (
            select jsonb_agg(stats.closing_version(v) order by v.version desc)
            from stats.closed_period v where v.unit_id = c.unit_id and v.period = c.period))
    from stats.closed_period c
    join registry.unit u on u.id = c.unit_id
    left join lateral (
        select x.name from registry.unit_name x where x.unit_id = u.id
        order by x.valid @> c.cut_off desc, lower(x.valid) desc nulls last limit 1) n on true
    where c.id = closing
$$;
comment on function stats.closing_card(bigint) is 'Thông tin lần chốt / What a report says of a closing and of its versions.';

create or replace function stats.closing_table(closing bigint)
returns jsonb language sql stable security definer set search_path = stats, pg_temp set jit = off as $$
-- The versions of a closing as a table of the report, the newest first: when, by whom, why, and which figures of the unit itself the
-- version changed, “Mô hình trong kỳ: 4.648 → 4.650”, or that only parts of them changed.
-- Parameters: closing - an id of stats.closed_period, or null.
-- Returns:    as stats.report_table; without rows for null.
    select stats.report_table('closings', '{version,text,closed_at,text,closed_by,text,reason,text,changed,text}', null, null, (
        select jsonb_agg(jsonb_build_array(v.version::text, stats.closing_time(v.closed_at), v.closed_by, v.reason,
                coalesce(d.changed, stats.report_word(case v.version when 1 then 'first_version' else 'changed_inside' end)))
            order by v.version desc)
        from stats.closed_period c
        join stats.closed_period v on v.unit_id = c.unit_id and v.period = c.period
        left join lateral (
            select string_agg(format('%s: %s → %s', f.item ->> 'name', stats.printed_figure(b.item), stats.printed_figure(f.item)), '; '
                order by f.position) as changed
            from stats.closed_period w
            cross join lateral jsonb_array_elements(v.report -> 'figures') with ordinality f (item, position)
            join lateral jsonb_array_elements(w.report -> 'figures') b (item) on b.item ->> 'measure' = f.item ->> 'measure'
            where w.unit_id = v.unit_id and w.period = v.period and w.version = v.version - 1
                and stats.printed_figure(b.item) <> stats.printed_figure(f.item)) d on true
        where c.id = closing))
$$;
comment on function stats.closing_table(bigint) is 'Các phiên bản đã chốt / The versions of a closing as a table.';
