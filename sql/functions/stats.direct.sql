create or replace function stats.direct(trees text[], unit_ids bigint[], period_codes text[])
returns table (tree text, unit_id bigint, period text, block_id bigint, with_models bigint, active bigint)
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- x/y of a committee (M11): of the units directly below it on the cut-off day, how many have a model in the period.
-- The cut-off day is the last day of the period, or the committee's own last day if that is earlier: y is a snapshot.
-- Returns: one row for all, and one a block where the committee has blocks (0 = assigned to none).
    with direct as (
        select k.tree, k.unit_id, k.period, p.unit_id as child,
            case when exists (select from registry.block b where b.committee_id = k.unit_id)
                then coalesce(stats.block_in(p.unit_id, k.unit_id, k.cut_off, k.cut_off), 0) end as block_id,
            exists (select from stats.total t
                where t.unit_id = p.unit_id and t.period = k.period and t.measure = 'M07' and t.tree = k.tree
                    and t.block_id is null and t.field_id is null and t.subject_kind is null
                    and t.registration_type is null and t.value > 0) as has_models
        from (
            select a.tree, a.unit_id, a.period, least(b.ends_on, upper(u.valid) - 1) as cut_off
            from unnest(trees, unit_ids, period_codes) a (tree, unit_id, period)
            cross join lateral stats.period_bounds(a.period) b
            join registry.unit u on u.id = a.unit_id) k
        join registry.unit_parent p on p.parent_id = k.unit_id and p.tree = k.tree and p.valid @> k.cut_off
        join registry.unit c on c.id = p.unit_id and c.valid @> k.cut_off)
    select d.tree, d.unit_id, d.period, d.block_id, count(*) filter (where d.has_models), count(*)
    from direct d
    where d.block_id is not null
    group by 1, 2, 3, 4
    union all
    select d.tree, d.unit_id, d.period, null, count(*) filter (where d.has_models), count(*)
    from direct d
    group by 1, 2, 3
$$;
comment on function stats.direct(text[], bigint[], text[]) is 'Số đơn vị trực thuộc có mô hình x/y / Direct members with models, x of y, on the cut-off day.';
