create or replace function stats.apply(unit_ids bigint[], period_codes text[], organisation boolean default true)
returns jsonb language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off set work_mem = '64MB'
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Recounts the leaf figures of units and periods and carries the differences up their trees.
-- Parameters: unit_ids, period_codes - pairs, by position; a pair named twice counts once;
--             organisation - whether trees, blocks or units may have changed: x/y of every unit named and of those above is looked
--             at, else only where a unit got its first figures or models, or lost its last.
-- Returns:    {"cells": changed leaf rows, "totals": changed rolled-up rows}.
-- Tables:     insert, update, delete - stats.cell, stats.rolled, stats.path.  The caller holds the refresh lock.
-- Cells are written as differences (new minus stored), what is rolled up likewise along the stored and the new way up: a unit that
-- moved in its tree is taken off its old ancestors exactly, and an unchanged pair writes nothing.
declare
    trees         text[];
    ancestor_ids  bigint[];
    ancestor_periods text[];
    empty_cells   tid[];
    empty_rolled  tid[];
    turning       jsonb;
    cells         bigint;
    totals        bigint;
    direct        bigint;
begin
    select array_agg(u), array_agg(p) into unit_ids, period_codes
    from (select distinct u, p from unnest(unit_ids, period_codes) pairs (u, p)) pairs;
    if unit_ids is null then
        return '{"cells": 0, "totals": 0}';
    end if;

    with pair as materialized (
        select u.unit_id, u.period from unnest(unit_ids, period_codes) u (unit_id, period)),
    counted as materialized (
        select l.*, m.definition_version
        from stats.leaf(unit_ids, period_codes) l join stats.measure m on m.code = l.measure),
    stored as materialized (
        select c.* from pair p
        cross join lateral (select x.* from stats.cell x
            where x.unit_id = p.unit_id and x.period = p.period and x.basis = 'historical' offset 0) c),
    alive as materialized (select distinct c.unit_id, c.period from counted c),
    old_way as materialized (
        select w.* from pair p
        cross join lateral (select x.* from stats.path x where x.unit_id = p.unit_id and x.period = p.period offset 0) w),
    -- Ways are looked for where they may have changed; else the stored ones hold.
    unknown as materialized (
        select array_agg(a.unit_id) as ids, array_agg(a.period) as codes
        from alive a
        where organisation or not exists (select from old_way x where x.unit_id = a.unit_id and x.period = a.period)),
    new_way as materialized (
        select w.* from unknown k cross join lateral stats.paths(k.ids, k.codes) w
        union all
        select w.* from old_way w join alive a using (unit_id, period) where not organisation),
    moved as materialized (
        select c.unit_id, c.period
        from (select unit_id, period, tree, ancestors, blocks, 1 as side from new_way
              union all
              select unit_id, period, tree, ancestors, blocks, -1 from old_way) c
        group by c.unit_id, c.period, c.tree, c.ancestors, c.blocks
        having sum(c.side) <> 0),
    way as materialized (
        select w.*, exists (select from moved m where (m.unit_id, m.period) = (w.unit_id, w.period)) as moved from new_way w),
    left_way as materialized (
        select w.* from old_way w where exists (select from moved m where (m.unit_id, m.period) = (w.unit_id, w.period))),
    cell_delta as materialized (
        select d.unit_id, d.period, d.measure, d.definition_version, d.field_id, d.level, d.subject_kind, d.registration_type,
            d.title, d.form, d.authority, sum(d.value)::bigint as value, sum(d.row_count)::bigint as row_count
        from (
            select unit_id, period, measure, definition_version, field_id, level, subject_kind, registration_type,
                title, form, authority, value, row_count
            from counted
            union all
            select unit_id, period, measure, definition_version, field_id, level, subject_kind, registration_type,
                title, form, authority, -value, -row_count
            from stored) d
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
        having sum(d.value) <> 0 or sum(d.row_count) <> 0),
    cell_written as (
        insert into stats.cell as c (unit_id, period, measure, definition_version, field_id, level, subject_kind,
            registration_type, title, form, authority, value, row_count)
        select * from cell_delta order by unit_id, period, measure
        on conflict on constraint cell_key do update
            set value = c.value + excluded.value, row_count = c.row_count + excluded.row_count
        returning c.ctid as place, c.value = 0 and c.row_count = 0 as emptied),
    rolled_delta as (
        select d.tree, d.node, d.period, d.measure, d.definition_version, d.block_id, d.field_id, d.level, d.subject_kind,
            d.registration_type, d.title, d.form, d.authority,
            sum(d.value)::bigint as value, sum(d.row_count)::bigint as row_count
        from (
            -- Where the way up did not change, what changed at the leaf is what changes above it.
            select w.tree, a.node, c.period, c.measure, c.definition_version, a.block_id, c.field_id, c.level,
                c.subject_kind, c.registration_type, c.title, c.form, c.authority, c.value, c.row_count
            from cell_delta c
            join way w using (unit_id, period)
            cross join lateral unnest(w.ancestors[2:], w.blocks[2:]) a (node, block_id)
            where not w.moved
            union all
            -- Where it did, all is taken off the old way and put on the new one.
            select w.tree, a.node, c.period, c.measure, c.definition_version, a.block_id, c.field_id, c.level,
                c.subject_kind, c.registration_type, c.title, c.form, c.authority, c.value, c.row_count
            from counted c
            join way w using (unit_id, period)
            cross join lateral unnest(w.ancestors[2:], w.blocks[2:]) a (node, block_id)
            where w.moved
            union all
            select w.tree, a.node, c.period, c.measure, c.definition_version, a.block_id, c.field_id, c.level,
                c.subject_kind, c.registration_type, c.title, c.form, c.authority, -c.value, -c.row_count
            from stored c
            join left_way w using (unit_id, period)
            cross join lateral unnest(w.ancestors[2:], w.blocks[2:]) a (node, block_id)) d
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
        having sum(d.value) <> 0 or sum(d.row_count) <> 0),
    rolled_written as (
        insert into stats.rolled as t (tree, unit_id, period, measure, definition_version, block_id, field_id, level,
            subject_kind, registration_type, title, form, authority, value, row_count)
        select * from rolled_delta order by node, period, measure
        on conflict on constraint rolled_key do update
            set value = t.value + excluded.value, row_count = t.row_count + excluded.row_count
        returning t.ctid as place, t.value = 0 and t.row_count = 0 as emptied),
    -- Where a unit's own rows are the first or the last ones, those above it may have got their first figures or models, or lost
    -- their last: what they had before.
    own_turned as materialized (
        select o.unit_id, o.period
        from (select c.unit_id, c.period, c.measure, true as now from counted c
              union all
              select s.unit_id, s.period, s.measure, false from stored s) o
        where not organisation
        group by o.unit_id, o.period
        having bool_or(o.now) is distinct from bool_or(not o.now)
            or bool_or(o.now and o.measure = 'M07') is distinct from bool_or(not o.now and o.measure = 'M07')),
    turned as materialized (
        select t.tree, t.unit_id, t.period,
            exists (select from stats.rolled r
                where r.unit_id = t.unit_id and r.period = t.period and r.tree = t.tree and r.measure not in ('M11X', 'M11Y'))
            or exists (select from stats.path w join stats.cell c on c.unit_id = w.unit_id and c.period = w.period
                where w.unit_id = t.unit_id and w.period = t.period and w.tree = t.tree) as had_figures,
            exists (select from stats.rolled r
                where r.unit_id = t.unit_id and r.period = t.period and r.measure = 'M07' and r.tree = t.tree)
            or exists (select from stats.path w join stats.cell c on c.unit_id = w.unit_id and c.period = w.period
                where w.unit_id = t.unit_id and w.period = t.period and w.tree = t.tree and c.measure = 'M07') as had_models
        from (select distinct w.tree, unnest(w.ancestors) as unit_id, w.period
              from own_turned o
              join (select x.unit_id, x.period, x.tree, x.ancestors from way x
                    union all select x.unit_id, x.period, x.tree, x.ancestors from old_way x) w using (unit_id, period)) t),
    way_dropped as (
        delete from stats.path p using left_way o
        where (p.unit_id, p.period, p.tree) = (o.unit_id, o.period, o.tree)
            and not exists (select from way w where (w.unit_id, w.period, w.tree) = (o.unit_id, o.period, o.tree))),
    way_written as (
        insert into stats.path as p (unit_id, tree, period, ancestors, blocks)
        select w.unit_id, w.tree, w.period, w.ancestors, w.blocks from way w where w.moved
        on conflict on constraint path_key do update set ancestors = excluded.ancestors, blocks = excluded.blocks
            where (p.ancestors, p.blocks) is distinct from (excluded.ancestors, excluded.blocks)),
    -- x and y change with the organisation too, so every unit named is looked at, not only those with figures.
    on_way as materialized (
        select w.tree, unnest(w.ancestors) as node, w.period from way w where organisation or w.moved
        union select w.tree, unnest(w.ancestors), w.period from old_way w
            where organisation or exists (select from moved m where (m.unit_id, m.period) = (w.unit_id, w.period))),
    affected as (
        select o.tree, o.node, o.period from on_way o
        -- A unit above for a part of the period only is on no way, but its last day may lie in that part.
        union select o.tree, p.parent_id, o.period
            from on_way o join registry.unit_parent p on p.unit_id = o.node and p.tree = o.tree
        union select t.tree, t.unit_id, t.period
            from pair p cross join lateral (select distinct x.tree, x.unit_id, x.period from stats.share x
                where x.unit_id = p.unit_id and x.period = p.period offset 0) t
            where organisation)
    select (select count(*) from cell_written), (select count(*) from rolled_written),
        (select array_agg(c.place) from cell_written c where c.emptied), (select array_agg(r.place) from rolled_written r where r.emptied),
        (select jsonb_agg(to_jsonb(t)) from turned t),
        array_agg(a.tree), array_agg(a.node), array_agg(a.period)
    into cells, totals, empty_cells, empty_rolled, turning, trees, ancestor_ids, ancestor_periods
    from affected a;

    delete from stats.cell c where c.ctid = any (empty_cells);
    delete from stats.rolled r where r.ctid = any (empty_rolled);

    if turning is not null then
        with turned as materialized (
            select t.tree, t.unit_id, t.period, t.had_models is distinct from n.has_models as models
            from jsonb_to_recordset(turning) t (tree text, unit_id bigint, period text, had_figures boolean, had_models boolean)
            cross join lateral (
                select exists (select from stats.rolled r
                        where r.unit_id = t.unit_id and r.period = t.period and r.tree = t.tree and r.measure not in ('M11X', 'M11Y'))
                    or exists (select from stats.path w join stats.cell c on c.unit_id = w.unit_id and c.period = w.period
                        where w.unit_id = t.unit_id and w.period = t.period and w.tree = t.tree) as has_figures,
                    exists (select from stats.rolled r
                        where r.unit_id = t.unit_id and r.period = t.period and r.measure = 'M07' and r.tree = t.tree)
                    or exists (select from stats.path w join stats.cell c on c.unit_id = w.unit_id and c.period = w.period
                        where w.unit_id = t.unit_id and w.period = t.period and w.tree = t.tree and c.measure = 'M07') as has_models
                offset 0) n
            where (t.had_figures, t.had_models) is distinct from (n.has_figures, n.has_models)),
        affected as (
            select a.tree, a.unit_id, a.period from unnest(trees, ancestor_ids, ancestor_periods) a (tree, unit_id, period)
            union select t.tree, t.unit_id, t.period from turned t
            union select t.tree, p.parent_id, t.period
                from turned t join registry.unit_parent p on p.unit_id = t.unit_id and p.tree = t.tree
                where t.models)
        select array_agg(a.tree), array_agg(a.unit_id), array_agg(a.period) into trees, ancestor_ids, ancestor_periods from affected a;
    end if;
    direct := stats.apply_direct(trees, ancestor_ids, ancestor_periods);
    return jsonb_build_object('cells', cells, 'totals', totals + direct);
end $$;
comment on function stats.apply(bigint[], text[], boolean) is 'Đếm lại và cộng dồn phần thay đổi / Recounts units and periods and carries the differences up.';

create or replace function stats.apply_direct(trees text[], unit_ids bigint[], period_codes text[])
returns bigint language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off set work_mem = '64MB'
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Writes x and y (M11X, M11Y) of units whose members or figures changed; units without figures get none.
-- Returns: changed rows.  Tables: insert, update, delete - stats.rolled.
declare
    changed bigint;
begin
    with key as materialized (
        select distinct a.tree, a.unit_id, a.period from unnest(trees, unit_ids, period_codes) a (tree, unit_id, period)),
    live as materialized (
        select k.* from key k
        where exists (select from stats.rolled t
                where t.unit_id = k.unit_id and t.period = k.period and t.tree = k.tree and t.measure not in ('M11X', 'M11Y'))
            or exists (select from stats.path w join stats.cell c on c.unit_id = w.unit_id and c.period = w.period
                where w.unit_id = k.unit_id and w.period = k.period and w.tree = k.tree)),
    wanted as materialized (
        select d.tree, d.unit_id, d.period, m.code as measure, m.definition_version, d.block_id,
            case m.code when 'M11X' then d.with_models else d.active end as value, d.active as row_count
        from stats.direct((select array_agg(l.tree) from live l), (select array_agg(l.unit_id) from live l),
            (select array_agg(l.period) from live l)) d
        join stats.measure m on m.code in ('M11X', 'M11Y')),
    -- Grouped, not joined: nothing tells the planner how many rows these are.
    different as materialized (
        select x.tree, x.unit_id, x.period, x.measure, x.definition_version, x.block_id,
            max(x.value) filter (where x.wanted) as value, max(x.row_count) filter (where x.wanted) as row_count
        from (
            select w.tree, w.unit_id, w.period, w.measure, w.definition_version, w.block_id, w.value, w.row_count, true as wanted from wanted w
            union all
            select t.tree, t.unit_id, t.period, t.measure, t.definition_version, t.block_id, t.value, t.row_count, false
            from key k
            cross join lateral (select o.* from stats.rolled o
                where o.unit_id = k.unit_id and o.period = k.period and o.tree = k.tree and o.measure in ('M11X', 'M11Y') offset 0) t) x
        group by 1, 2, 3, 4, 5, 6
        having (max(x.value) filter (where x.wanted), max(x.row_count) filter (where x.wanted))
            is distinct from (max(x.value) filter (where not x.wanted), max(x.row_count) filter (where not x.wanted))),
    dropped as (
        delete from stats.rolled t using different d
        where d.value is null and (t.tree, t.unit_id, t.period, t.measure, t.definition_version) = (d.tree, d.unit_id, d.period, d.measure, d.definition_version)
            and t.block_id is not distinct from d.block_id
        returning 1),
    written as (
        insert into stats.rolled as t (tree, unit_id, period, measure, definition_version, block_id, value, row_count)
        select * from different d where d.value is not null
        on conflict on constraint rolled_key do update set value = excluded.value, row_count = excluded.row_count
        returning 1)
    select (select count(*) from dropped) + (select count(*) from written) into changed;
    return changed;
end $$;
comment on function stats.apply_direct(text[], bigint[], text[]) is 'Ghi số đơn vị trực thuộc có mô hình / Writes x and y of the units named.';
