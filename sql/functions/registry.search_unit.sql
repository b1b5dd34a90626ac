create or replace function registry.search_unit(text text, on_day date default null, "limit" int default 20)
returns table (unit_id bigint, code text, name text, path text, type text, tree text, valid_from date, valid_until date, alive boolean,
    match text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- Candidates for a text that a person typed: what registry.find_unit finds, then names that fit without diacritics.
-- Parameters: text - a code, a name, or the beginning or a part of one, with parts of its path behind commas; on_day - today by
--             default; limit - 1..100.
-- Returns:    the best first, those alive on the day before others.  match: exact - by code or comparison key; search - the same
--             without diacritics, with or without common noun; prefix - the name begins so; part - words of the name.
-- Errors:     22023 limit.
-- Tables:     select - unit, unit_name, unit_alias.
declare
    day date := coalesce(on_day, registry.today());
    parts text[] := array(select k.key from unnest(string_to_array(left(search_unit.text, 500), ',')) with ordinality p (part, o),
                          lateral (select registry.search_key(p.part) as key) k where k.key <> '' order by p.o);
    -- A key holds no mark that means something in a pattern.
    pattern text := parts[1];
begin
    if "limit" is null or "limit" not between 1 and 100 then
        raise exception 'Số kết quả không đúng / limit is out of range' using errcode = 'invalid_parameter_value', hint = '1..100';
    end if;
    return query
    with hit (id, rank) as (
        select m.unit_id, 1 from registry.unit_matches(array[search_unit.text]) m
        union all
        select k.unit_id, case when k.search_key = parts[1] then 2
                               when k.bare and k.search_key like '% ' || pattern then 2
                               when k.search_key like pattern || '%' then 3
                               else 4 end
        from (select n.unit_id, n.search_key, n.bare_key is not null and length(n.bare_key) = length(parts[1]) as bare
              from registry.unit_name n
              union all
              select a.unit_id, a.search_key, false from registry.unit_alias a) k
        where ' ' || k.search_key like '% ' || pattern || '%'),
    best as (
        select h.id, min(h.rank) as rank from hit h group by h.id)
    select u.id, u.code, a.name, u.path, a.type, u.tree, a.valid_from, a.valid_until, a.alive,
           (array['exact', 'search', 'prefix', 'part'])[x.rank]
    from (select b.id, b.rank, v.valid @> day as alive, v.path
          from best b join registry.unit v on v.id = b.id
          -- Every further part is found in the names above.
          where b.rank = 1 or not exists (select from unnest(parts[2:]) above
                                          where position(above in registry.search_key(v.path)) = 0)
          order by 2, 3 desc, v.path collate "vi-x-icu", b.id limit search_unit."limit") x
    join registry.unit u on u.id = x.id, registry.unit_as_of(u.id, day) a
    order by x.rank, x.alive desc, u.path collate "vi-x-icu", u.id;
end $$;
comment on function registry.search_unit(text, date, int) is 'Tìm đơn vị, kể cả không dấu / Candidates for a text that a person typed, also without diacritics.';
