create or replace function stats.paths(unit_ids bigint[], period_codes text[])
returns table (unit_id bigint, tree text, period text, ancestors bigint[], blocks bigint[])
language sql stable security definer set search_path = stats, pg_temp as $$
-- The way up of units in each of their trees during periods, with the block they count for at each committee.
-- Parameters: unit_ids, period_codes - pairs, by position.
-- Returns:    ancestors from the unit itself upward; blocks by position: the block of the nearest unit of the way that
--             the committee has assigned, 0 when none is, null when the committee has no blocks.
    with recursive walk as (
        select u.unit_id, t.tree, u.code, b.starts_on, b.ends_on, 1 as position, u.unit_id as node
        from unnest(unit_ids, period_codes) u (unit_id, code)
        cross join lateral stats.period_bounds(u.code) b
        cross join lateral (
            select home.tree from registry.unit home where home.id = u.unit_id
            union select p.tree from registry.unit_parent p where p.unit_id = u.unit_id) t
        union all
        select w.unit_id, w.tree, w.code, w.starts_on, w.ends_on, w.position + 1, parent.id
        from walk w
        cross join lateral stats.parent_in(w.node, w.tree, w.starts_on, w.ends_on) parent (id)
        where parent.id is not null and w.position < 32)
    select w.unit_id, w.tree, w.code, array_agg(w.node order by w.position), array_agg(k.block_id order by w.position)
    from walk w
    left join lateral (
        select coalesce((
            select stats.block_in(below.node, w.node, w.starts_on, w.ends_on)
            from walk below
            where (below.unit_id, below.tree, below.code) = (w.unit_id, w.tree, w.code) and below.position < w.position
                and stats.block_in(below.node, w.node, w.starts_on, w.ends_on) is not null
            order by below.position desc
            limit 1), 0) as block_id
        where exists (select from registry.block b where b.committee_id = w.node)) k on true
    group by w.unit_id, w.tree, w.code
$$;
comment on function stats.paths(bigint[], text[]) is 'Đường cộng dồn của đơn vị trong từng cây / Ways up of units in each of their trees.';
