create or replace function stats.touch(unit_ids bigint[], years integer[])
returns void language sql volatile security definer
set search_path = stats, pg_temp as $$
-- Logs that figures of these units changed in these years; call it in the transaction that changes the canonical rows.
-- Parameters: unit_ids - units whose own rows changed, nulls ignored; years - every year concerned (each unit with each
--             year); a null year stands for a row without a known year and touches every period of the unit.
-- Tables:     insert - stats.change.  Never waits: concurrent callers do not conflict.
    insert into stats.change (unit_id, year)
    select u, y
    from (select distinct u from unnest(unit_ids) u where u is not null) units
    cross join (select distinct y from unnest(years) y) years
$$;
comment on function stats.touch(bigint[], integer[]) is 'Ghi nhận thay đổi cần tổng hợp lại / Logs that figures of these units and years must be recomputed.';
