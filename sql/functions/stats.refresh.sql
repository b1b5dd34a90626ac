create or replace function stats.refresh(unit text default null, period text default null)
returns jsonb language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Recomputes what changed since the last refresh: the visible rows of the dirty log, a slice of them at a time.
-- Parameters: unit - an existing unit code, only checked: whatever changed is recomputed anyway; period - a period whose
--             figures are kept from now on.
-- Returns:    {"changes": log rows taken, "pairs": units × periods recounted, "cells": …, "totals": …,
--              "remaining": true when the slice was full and the caller should call again}.
-- Errors:     22023 unknown unit or period.
-- Tables:     delete - stats.change; insert, update, delete - stats.cell, stats.rolled, stats.path; insert - stats.period;
--             update - stats.refresh_mark.
-- One refresh runs at a time (advisory lock of the transaction).  A change that commits later is not seen by the delete
-- and stays for the next refresh; a crash takes the delete back together with the figures.
declare
    slice      constant integer := 20000;
    unit_ids   bigint[];
    periods    text[];
    taken      integer;
    result     jsonb;
    window_years integer;
    organisation boolean;
begin
    if unit is not null and not exists (select from registry.unit u where u.code = unit) then
        raise exception 'Không có đơn vị mã “%” / no unit has the code “%”', unit, unit
            using errcode = 'invalid_parameter_value', hint = 'Xem / see: select code, path from registry.unit';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('stats.refresh', 0));
    perform stats.track_periods(array_remove(array[period], null));
    select coalesce(max(stats.window_years(c.id)), 0) into window_years from registry.campaign c;
    if window_years > 0 then
        -- In a year that is new, models of earlier years are present too: every unit is counted for it once.
        perform stats.track_periods(array(
            select distinct n.year::text from (select c.year from stats.change c order by c.id limit slice) n
            where n.year is not null and not exists (select from stats.period k where k.code = n.year::text)));
    end if;

    with taken_row as (
        delete from stats.change c
        where c.id in (select n.id from stats.change n order by n.id limit slice)
        returning c.unit_id, c.year),
    years as (
        select distinct t.year from taken_row t where t.year is not null),
    year_period as (
        insert into stats.period (code, starts_on, ends_on)
        select y.year::text, make_date(y.year, 1, 1), make_date(y.year, 12, 31) from years y
        on conflict do nothing
        returning code, starts_on, ends_on),
    kept as (
        select p.code, p.starts_on, p.ends_on from stats.period p
        union select p.code, p.starts_on, p.ends_on from year_period p),
    everywhere as (
        select distinct t.unit_id from taken_row t where t.year is null),
    below as materialized (
        select e.unit_id as above_id, w.unit_id, w.period
        from everywhere e join stats.path w on w.ancestors @> array[e.unit_id]),
    pair as (
        -- Of later periods it changes what there is (M05), as long as a registration keeps its model present.
        select t.unit_id, k.code
        from (select distinct unit_id, year from taken_row where year is not null) t
        join kept k on t.year <= extract(year from k.ends_on) and t.year + window_years >= extract(year from k.starts_on)
        union
        select e.unit_id, k.code
        from (select e.unit_id from everywhere e where stats.is_active(e.unit_id)
              union select e.unit_id from everywhere e join below b on b.above_id = e.unit_id) e
        cross join kept k
        union
        select b.unit_id, b.period from below b)
    select (select count(*) from taken_row), array_agg(p.unit_id), array_agg(p.code), exists (select from everywhere)
    into taken, unit_ids, periods, organisation
    from pair p;

    result := stats.apply(unit_ids, periods, organisation);
    if taken > 0 then
        update stats.refresh_mark set mark = mark + 1, refreshed_at = clock_timestamp();
    end if;
    return jsonb_build_object('changes', taken, 'pairs', coalesce(cardinality(unit_ids), 0),
        'remaining', taken = slice) || result;
end $$;
comment on function stats.refresh(text, text) is 'Tổng hợp lại phần đã thay đổi / Recomputes what changed since the last refresh.';
