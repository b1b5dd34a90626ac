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
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Recomputes unit.path and unit.path_keys of the given units and all below them; null = of every unit.
-- Tables: select - unit, unit_name, unit_parent, unit_alias, unit_type; update - unit (changed rows only).
begin
    with recursive
    affected (id) as (
        select u.id from registry.unit u where ids is null or u.id = any (ids)
        union
        select p.unit_id from affected a join registry.unit_parent p on p.parent_id = a.id),
    latest_name as (
        select distinct on (n.unit_id) n.unit_id, n.name from registry.unit_name n order by n.unit_id, n.valid desc),
    latest_parent as (
        select distinct on (p.unit_id) p.unit_id, p.parent_id
        from registry.unit_parent p join registry.unit u on u.id = p.unit_id and u.tree = p.tree
        order by p.unit_id, p.valid desc),
    chain (id, at, depth) as (
        select a.id, a.id, 0 from affected a
        union all
        select c.id, p.parent_id, c.depth + 1 from chain c join latest_parent p on p.unit_id = c.at where c.depth < 32),
    paths as (
        select c.id, string_agg(n.name, ', ' order by c.depth) as path
        from chain c join latest_name n on n.unit_id = c.at group by c.id),
    above (id, at) as (
        select p.unit_id, p.parent_id from affected a join registry.unit_parent p on p.unit_id = a.id
        union
        select b.id, p.parent_id from above b join registry.unit_parent p on p.unit_id = b.at),
    type_prefixes as materialized (
        select t.code, registry.prefix_keys(t.code) as keys from registry.unit_type t),
    keys_of (at, key) as (
        select n.unit_id, n.name_key from registry.unit_name n
        union
        select n.unit_id, registry.bare_key(n.name_key, t.keys)
        from registry.unit_name n join type_prefixes t on t.code = n.type
        union
        select a.unit_id, a.alias_key from registry.unit_alias a),
    keys as (
        select b.id, array_agg(distinct k.key order by k.key) as path_keys
        from above b join keys_of k on k.at = b.at where k.key is not null group by b.id)
    update registry.unit u
    set path = p.path, path_keys = coalesce(k.path_keys, '{}')
    from paths p left join keys k on k.id = p.id
    where u.id = p.id and (u.path, u.path_keys) is distinct from (p.path, coalesce(k.path_keys, '{}'));
end $$;
comment on function registry.refresh_unit_paths(bigint[]) is 'Tính lại tên đầy đủ và khóa cấp trên của đơn vị / Recomputes paths and path keys of units and all below them.';
