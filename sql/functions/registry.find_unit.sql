create or replace function registry.unit_matches(texts text[])
returns table (unit_text text, unit_id bigint)
language plpgsql stable set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- All units that texts may mean, whatever the day: the heart of registry.find_unit and of validation.
-- Parameters: texts - codes, or names with parts of their path ("Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn").
-- Returns:    for each distinct text the units of its best match only: 1 code, 2 name, 3 other name, 4 name without its common
--             noun.  Every part after the name must be the name (with or without noun) of a unit above.  A name may itself
--             contain commas.  Nothing found: no row.
-- Tables:     select - unit, unit_name, unit_alias.  Index look-ups only.
begin
    return query
    with given as materialized (
        select distinct x as text from unnest(texts) x where x is not null),
    cut as materialized (
        select g.text, array_agg(k.key order by p.ordinality) filter (where k.key <> '') as keys
        from given g, unnest(string_to_array(left(g.text, 500), ',')) with ordinality p (part, ordinality),
             lateral (select registry.name_key(p.part) as key) k
        group by g.text),
    named as materialized (
        select c.text, array_to_string(c.keys[1:n], ' ') as key, c.keys[n + 1:] as above
        from cut c, generate_series(1, least(cardinality(c.keys), 8)) n),
    hit as (
        select g.text, u.id, 1 as rank from given g join registry.unit u on u.code = btrim(g.text)
        union all
        select n.text, u.id, 2 from named n join registry.unit_name m on m.name_key = n.key
        join registry.unit u on u.id = m.unit_id where n.above <@ u.path_keys
        union all
        select n.text, u.id, 3 from named n join registry.unit_alias a on a.alias_key = n.key
        join registry.unit u on u.id = a.unit_id where n.above <@ u.path_keys
        union all
        select n.text, u.id, 4 from named n join registry.unit_name m on m.bare_key = n.key
        join registry.unit u on u.id = m.unit_id where n.above <@ u.path_keys),
    ranked as (
        select distinct h.text, h.id, h.rank, min(h.rank) over (partition by h.text) as best from hit h)
    select r.text, r.id from ranked r where r.rank = r.best order by r.text, r.id;
end $$;
comment on function registry.unit_matches(text[]) is 'Các đơn vị mà tên có thể chỉ / All units that texts may mean, whatever the day.';

create or replace function registry.find_unit(text text, on_day date default null, trees text[] default null)
returns table (unit_id bigint, code text, name text, path text, type text, tree text, valid_from date, valid_until date, alive boolean)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- Finds the units that a text may mean.
-- Parameters: text - a code, or a name with parts of its path; on_day - the day that counts, today by default;
--             trees - only units whose home tree is one of these.
-- Returns:    candidates, those alive on the day first; none when nothing matches.
begin
    return query
    select u.id, u.code, n.name, u.path, n.type, u.tree, lower(u.valid), upper(u.valid) - 1, u.valid @> coalesce(on_day, registry.today())
    from registry.unit_matches(array[find_unit.text]) m
    join registry.unit u on u.id = m.unit_id,
    lateral (select x.name, x.type from registry.unit_name x where x.unit_id = u.id
             order by x.valid @> coalesce(on_day, registry.today()) desc, x.valid desc limit 1) n
    where trees is null or u.tree = any (trees)
    order by u.valid @> coalesce(on_day, registry.today()) desc, u.path collate "vi-x-icu", u.id;
end $$;
comment on function registry.find_unit(text, date, text[]) is 'Tìm đơn vị theo mã hoặc tên / Units that a code or a name with its path may mean.';

create or replace function registry.unit_path(unit_id bigint, on_day date default null, tree text default null)
returns text language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- The name of a unit with the names of the units above it, as they were on a day.
-- Parameters: on_day - today by default; where the unit or a name is not valid then, the nearest known one counts;
--             tree - the unit's home tree by default.
-- Returns:    "Xã Nghĩa Tá, Huyện Chợ Đồn, Tỉnh Bắc Kạn"; null for an unknown unit.
declare
    days daterange;
    home text;
    day date;
begin
    select u.valid, u.tree into days, home from registry.unit u where u.id = unit_path.unit_id;
    if not found then
        return null;
    end if;
    day := greatest(least(coalesce(on_day, registry.today()), coalesce(upper(days) - 1, 'infinity')), coalesce(lower(days), '-infinity'));
    return (
        with recursive up (id, depth) as (
            select unit_path.unit_id, 0
            union all
            select p.parent_id, up.depth + 1
            from up join registry.unit_parent p on p.unit_id = up.id and p.tree = coalesce(unit_path.tree, home) and p.valid @> day
            where up.depth < 32)
        select string_agg((select n.name from registry.unit_name n where n.unit_id = up.id
                           order by n.valid @> day desc, n.valid desc limit 1), ', ' order by up.depth)
        from up);
end $$;
comment on function registry.unit_path(bigint, date, text) is 'Tên đầy đủ của đơn vị tại một ngày / Name of a unit with its path on a day.';
