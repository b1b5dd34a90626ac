create or replace function stats.direct(trees text[], unit_ids bigint[], period_codes text[])
returns table (tree text, unit_id bigint, period text, block_id bigint, with_models bigint, active bigint)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- x/y of a committee (M11): of the units directly below it on the cut-off day, how many have a model in the period.
-- The cut-off day is the last day of the period, or the committee's own last day if that is earlier: y is a snapshot.
-- Returns: one row a block where the committee has blocks (0 = assigned to none), else one row.
-- Planned for the units at hand or once and for all, as the caller sets plan_cache_mode.
#variable_conflict use_column
begin
    return query
    with ending as materialized (
        select c.code, b.ends_on from (select distinct code from unnest(period_codes) code) c cross join lateral stats.period_bounds(c.code) b),
    key as materialized (
        select a.tree, a.unit_id, a.period, least(b.ends_on, upper(u.valid) - 1) as cut_off
        from unnest(trees, unit_ids, period_codes) a (tree, unit_id, period)
        join ending b on b.code = a.period
        join registry.unit u on u.id = a.unit_id),
    divided as materialized (
        select distinct k.unit_id from key k where exists (select from registry.block b where b.committee_id = k.unit_id)),
    member as materialized (
        select k.tree, k.unit_id, k.period, k.cut_off, p.unit_id as child
        from key k
        join registry.unit_parent p on p.parent_id = k.unit_id and p.tree = k.tree and p.valid @> k.cut_off
        join registry.unit c on c.id = p.unit_id and c.valid @> k.cut_off),
    direct as materialized (
        select m.tree, m.unit_id, m.period, m.cut_off, m.child,
            exists (select from stats.rolled r
                where r.unit_id = m.child and r.period = m.period and r.measure = 'M07' and r.tree = m.tree and r.row_count > 0)
            or exists (select from stats.path w join stats.cell c on c.unit_id = w.unit_id and c.period = w.period
                where w.unit_id = m.child and w.period = m.period and w.tree = m.tree and c.measure = 'M07' and c.row_count > 0) as has_models
        from member m)
    select d.tree, d.unit_id, d.period, b.block_id, count(*) filter (where d.has_models), count(*)
    from direct d
    join divided using (unit_id)
    cross join lateral (select coalesce(stats.block_in(d.child, d.unit_id, d.cut_off, d.cut_off), 0) as block_id offset 0) b
    group by d.tree, d.unit_id, d.period, b.block_id
    union all
    select d.tree, d.unit_id, d.period, null, count(*) filter (where d.has_models), count(*)
    from direct d
    where d.unit_id not in (select v.unit_id from divided v)
    group by d.tree, d.unit_id, d.period;
end $$;
comment on function stats.direct(text[], bigint[], text[]) is 'Số đơn vị trực thuộc có mô hình x/y / Direct members with models, x of y, on the cut-off day.';
