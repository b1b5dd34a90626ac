create or replace function registry.unit_as_of(unit_id bigint, on_day date default null)
returns table (code text, name text, short_name text, type text, tree text, path text, parent_id bigint, valid_from date, valid_until date,
    alive boolean)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- A unit as it was on a day: its name, type and the unit above in its home tree.
-- Parameters: on_day - today by default; where the unit or a name is not valid then, the nearest known one counts.
-- Returns:    one row; alive tells whether the unit exists on the day.
-- Errors:     P0002 no such unit.
declare
    u registry.unit%rowtype;
    day date := coalesce(on_day, registry.today());
    near date;
begin
    select x.* into u from registry.unit x where x.id = unit_as_of.unit_id;
    if not found then
        raise exception 'Không có đơn vị số % / no unit %', unit_id, unit_id
            using errcode = 'no_data_found', hint = 'Tìm bằng registry.search_unit(tên, ngày) / search with registry.search_unit(name, day)';
    end if;
    near := greatest(least(day, coalesce(upper(u.valid) - 1, 'infinity')), coalesce(lower(u.valid), '-infinity'));
    return query
    select u.code, n.name, n.short_name, n.type, u.tree, registry.unit_path(u.id, day),
           (select p.parent_id from registry.unit_parent p where p.unit_id = u.id and p.tree = u.tree and p.valid @> near),
           lower(u.valid), upper(u.valid) - 1, u.valid @> day
    from (select x.name, x.short_name, x.type from registry.unit_name x where x.unit_id = u.id
          order by x.valid @> near desc, x.valid << daterange(near, null) desc, abs(coalesce(upper(x.valid), near) - near), x.valid limit 1) n;
end $$;
comment on function registry.unit_as_of(bigint, date) is 'Đơn vị tại một ngày / A unit with its name, type and place in the tree as of a day.';
