create or replace function stats.ways(unit_ids bigint[], labels text[], first_days date[], last_days date[])
returns table (unit_id bigint, tree text, label text, ancestors bigint[], blocks bigint[], steady boolean)
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The way up of units in each of their trees during ranges of days, with the block they count for at each committee.
-- Parameters: unit_ids, labels - pairs, by position; first_days, last_days - of each pair, the same for one label.
-- Returns:    ancestors from the unit itself upward: of several parents during the period the last one, so every figure
--             has one way up; blocks by position: the block of the nearest unit of the way that the committee has
--             assigned (the last one during the period), 0 when none is, null when the committee has no blocks; steady - the
--             way is the same on each of these days.
    with recursive asked as materialized (
        select a.unit_id, a.label as code, daterange(a.starts_on, a.ends_on, '[]') as days
        from unnest(unit_ids, labels, first_days, last_days) a (unit_id, label, starts_on, ends_on)),
    walk as (
        select u.unit_id, t.tree, u.code, u.days, 1 as position, u.unit_id as node, array[u.unit_id] as nodes, true as steady
        from asked u
        cross join lateral (
            select home.tree from registry.unit home where home.id = u.unit_id
            union select p.tree from registry.unit_parent p where p.unit_id = u.unit_id
            union select p.tree from registry.unit_parent p where p.parent_id = u.unit_id) t
        union all
        select w.unit_id, w.tree, w.code, w.days, w.position + 1, parent.id, w.nodes || parent.id, w.steady and parent.covers
        from walk w
        cross join lateral (
            select p.parent_id as id, p.valid @> w.days as covers
            from registry.unit_parent p
            where p.unit_id = w.node and p.tree = w.tree and p.valid && w.days
            order by lower(p.valid) desc nulls last
            limit 1) parent
        where w.position < 32),
    way as materialized (
        select distinct on (w.unit_id, w.tree, w.code) w.unit_id, w.tree, w.code, w.days, w.nodes, w.steady
        from walk w
        order by w.unit_id, w.tree, w.code, w.position desc)
    select w.unit_id, w.tree, w.code, w.nodes, (
        select array_agg(case when exists (select from registry.block b where b.committee_id = n.node) then coalesce((
                select last_one.block_id
                from unnest(w.nodes[1 : n.position - 1]) with ordinality below (node, position)
                cross join lateral (
                    select ub.block_id
                    from registry.unit_block ub
                    where ub.unit_id = below.node and ub.committee_id = n.node and ub.valid && w.days
                    order by lower(ub.valid) desc nulls last
                    limit 1) last_one
                order by below.position desc
                limit 1), 0) end order by n.position)
        from unnest(w.nodes) with ordinality n (node, position)),
        w.steady and not exists (
            select from registry.unit_block ub
            where ub.unit_id = any (w.nodes) and ub.committee_id = any (w.nodes) and ub.valid && w.days and not ub.valid @> w.days)
    from way w
$$;
comment on function stats.ways(bigint[], text[], date[], date[]) is 'Đường cộng dồn của đơn vị trong những ngày cho trước / Ways up of units in each of their trees during ranges of days.';

create or replace function stats.paths(unit_ids bigint[], period_codes text[])
returns table (unit_id bigint, tree text, period text, ancestors bigint[], blocks bigint[])
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- stats.ways of units during periods.  Parameters: unit_ids, period_codes - pairs, by position.
-- Of a unit asked for several periods one way through all of them is looked for first; most never move.
    with asked as materialized (
        select u.unit_id, u.code, b.starts_on, b.ends_on
        from unnest(unit_ids, period_codes) u (unit_id, code)
        join (select c.code, p.starts_on, p.ends_on
              from (select distinct code from unnest(period_codes) code) c cross join lateral stats.period_bounds(c.code) p) b using (code)),
    span as (
        select array_agg(a.unit_id) as ids, array_agg(a.starts_on) as firsts, array_agg(a.ends_on) as lasts
        from (select x.unit_id, min(x.starts_on) as starts_on, max(x.ends_on) as ends_on
              from asked x group by x.unit_id having count(*) > 1) a),
    long as materialized (
        select w.*, bool_and(w.steady) over (partition by w.unit_id) as all_steady
        from span s cross join lateral stats.ways(s.ids, array_fill('x'::text, array[coalesce(cardinality(s.ids), 0)]), s.firsts, s.lasts) w)
    select l.unit_id, l.tree, a.code, l.ancestors, l.blocks
    from long l join asked a using (unit_id)
    where l.all_steady
    union all
    select w.unit_id, w.tree, w.label, w.ancestors, w.blocks
    from (
        select array_agg(a.unit_id) as ids, array_agg(a.code) as codes, array_agg(a.starts_on) as firsts, array_agg(a.ends_on) as lasts
        from asked a where a.unit_id not in (select l.unit_id from long l where l.all_steady)) k
    cross join lateral stats.ways(k.ids, k.codes, k.firsts, k.lasts) w
$$;
comment on function stats.paths(bigint[], text[]) is 'Đường cộng dồn của đơn vị trong từng cây / Ways up of units in each of their trees.';

create or replace function stats.submissions_of(of_unit bigint, in_tree text, period text, as_of date default null)
returns table (id bigint, kind text, state text, campaign_id bigint)
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- Submissions of the campaigns held by a unit or those below it, for years of a period (without a year: filed in it).
    select s.id, s.kind, s.state, s.campaign_id
    from stats.period_bounds(period) b
    cross join lateral (
        select array_agg(distinct c.unit_id) as ids from registry.campaign c) held
    cross join lateral stats.paths(held.ids, array_fill(period, array[coalesce(cardinality(held.ids), 0)])) p
    join registry.campaign c on c.unit_id = p.unit_id
    join registry.submission s on s.campaign_id = c.id
    where p.tree = in_tree and of_unit = any (p.ancestors)
        and case when s.year is null then s.filed_on between b.starts_on and b.ends_on else s.year between b.from_year and b.to_year end
        and (b.whole_years or s.filed_on <= b.ends_on)
        and (as_of is null or s.filed_on <= as_of)
$$;
comment on function stats.submissions_of(bigint, text, text, date) is 'Hồ sơ của các đợt do đơn vị và cấp dưới tổ chức / Submissions of a unit''s campaigns.';

create or replace function stats.submissions_on(of_unit bigint, in_tree text, period text, as_of date, basis text)
returns table (id bigint, kind text, state text, campaign_id bigint)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- As stats.submissions_of; on basis current those of the campaigns whose organiser stands for the unit, or below it, today.
begin
    if basis = 'historical' then
        return query select * from stats.submissions_of(of_unit, in_tree, period, as_of);
        return;
    end if;
    return query
    select s.id, s.kind, s.state, s.campaign_id
    from stats.current_leaves(of_unit, in_tree, registry.today()) l
    cross join lateral stats.period_bounds(period) b
    join registry.campaign c on c.unit_id = l.unit_id
    join registry.submission s on s.campaign_id = c.id
    where case when s.year is null then s.filed_on between b.starts_on and b.ends_on else s.year between b.from_year and b.to_year end
        and (b.whole_years or s.filed_on <= b.ends_on)
        and (submissions_on.as_of is null or s.filed_on <= submissions_on.as_of);
end $$;
comment on function stats.submissions_on(bigint, text, text, date, text) is 'Hồ sơ của các đợt, theo cơ sở / Submissions of a unit''s campaigns, by basis.';
