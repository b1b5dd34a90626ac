create or replace function registry.bare_key(name_key text, prefix_keys text[])
returns text language sql immutable parallel safe as $$
-- The key of a unit's name without its common noun ("xã nghĩa tá" → "nghĩa tá").
-- Parameters: name_key - key of the name; prefix_keys - keys of the nouns to try, longest first.
-- Returns:    the rest, or null when no noun stands there or nothing but a number would be left ("phường 13").
    select r.rest
    from (select substr(bare_key.name_key, length(p) + 2) as rest
          from unnest(prefix_keys) with ordinality x (p, o)
          where starts_with(bare_key.name_key, p || ' ')
          order by o limit 1) r
    where r.rest ~ '[^0-9 ]'
$$;
comment on function registry.bare_key(text, text[]) is 'Khóa tên bỏ danh từ chung / Key of a unit''s name without its common noun.';

create or replace function registry.prefix_keys(type text)
returns text[] language sql stable as $$
-- Keys of the common nouns of a type of unit, longest first.  Tables: select - registry.unit_type.
    select coalesce(array_agg(k order by length(k) desc), '{}')
    from registry.unit_type t, unnest(t.prefixes) p, registry.name_key(p) k
    where t.code = prefix_keys.type
$$;
comment on function registry.prefix_keys(text) is 'Khóa các danh từ chung của loại đơn vị / Keys of the common nouns of a type of unit.';

create or replace function registry.refresh_unit_paths(ids bigint[] default null)
returns void language plpgsql security definer
set search_path = registry, pg_temp set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Recomputes unit.path and unit.path_keys of the given units and all below them; null = of every unit.
-- Tables: select - unit, unit_name, unit_parent, unit_alias, unit_type; update - unit (changed rows only).
-- Index look-ups only: a plan made for one unit is right for all of them.
begin
    with recursive
    affected (id) as (
        select u.id from registry.unit u where ids is null
        union
        select i from unnest(ids) i
        union
        select p.unit_id from affected a join registry.unit_parent p on p.parent_id = a.id where ids is not null),
    chain (id, tree, at, depth) as (
        select a.id, u.tree, a.id, 0 from affected a join registry.unit u on u.id = a.id
        union all
        select c.id, c.tree, p.parent_id, c.depth + 1
        from chain c, lateral (select x.parent_id from registry.unit_parent x where x.unit_id = c.at and x.tree = c.tree
                               order by x.valid desc limit 1) p
        where c.depth < 32),
    paths as (
        select c.id, string_agg((select n.name from registry.unit_name n where n.unit_id = c.at order by n.valid desc limit 1),
                                ', ' order by c.depth) as path
        from chain c group by c.id),
    above (id, at) as (
        select p.unit_id, p.parent_id from affected a join registry.unit_parent p on p.unit_id = a.id
        union
        select b.id, p.parent_id from above b join registry.unit_parent p on p.unit_id = b.at),
    type_prefixes (types) as materialized (
        select jsonb_object_agg(t.code, to_jsonb(registry.prefix_keys(t.code))) from registry.unit_type t),
    keys_of (keys) as materialized (
        select jsonb_object_agg(k.at::text, k.keys)
        from (select d.at, jsonb_agg(distinct k.key) as keys
              from (select distinct b.at from above b) d,
              lateral (select n.name_key as key from registry.unit_name n where n.unit_id = d.at
                       union all
                       select registry.bare_key(n.name_key, array(select jsonb_array_elements_text(y.types -> n.type)))
                       from registry.unit_name n, type_prefixes y where n.unit_id = d.at
                       union all
                       select a.alias_key from registry.unit_alias a where a.unit_id = d.at) k
              where k.key is not null
              group by d.at) k),
    keys as (
        select b.id, array_agg(distinct e.key order by e.key) as path_keys
        from above b, keys_of k, jsonb_array_elements_text(k.keys -> b.at::text) e (key) group by b.id),
    fresh as (
        select x.id, max(x.path) as path, coalesce(max(x.path_keys), '{}') as path_keys
        from (select p.id, p.path, null::text[] as path_keys from paths p union all select k.id, null, k.path_keys from keys k) x
        group by x.id)
    update registry.unit u set path = f.path, path_keys = f.path_keys
    from fresh f
    where u.id = f.id and (u.path, u.path_keys) is distinct from (f.path, f.path_keys);
end $$;
comment on function registry.refresh_unit_paths(bigint[]) is 'Tính lại tên đầy đủ và khóa cấp trên của đơn vị / Recomputes paths and path keys of units and all below them.';
