create or replace function stats.rebuild()
returns jsonb language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off set work_mem = '256MB' set maintenance_work_mem = '256MB'
set plan_cache_mode = force_custom_plan as $$
-- Counts everything again from canonical rows; gives the same rows as refreshes do.
-- Returns: as stats.refresh.
-- Tables:  delete, insert - stats.cell, stats.rolled, stats.path; delete - stats.change; insert - stats.period; update -
--          stats.refresh_mark.
-- One pass over all units at once: every table is emptied and filled with plain inserts, its key is made afterwards.  Readers of
-- these tables wait until it commits, and then see what their snapshot shows: TRUNCATE would show them nothing.  What it takes back
-- on failure is everything.
declare
    taken  integer;
    logged text[];
    unit_ids bigint[];
    periods  text[];
    cells  bigint;
    totals bigint;
    direct bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('stats.refresh', 0));
    perform stats.track_periods((
        select array_agg(distinct y.year::text)
        from (select r.year from registry.registration r
              union select c.year from registry.recognition c
              union select i.year from registry.inspection i) y
        where y.year is not null));
    -- Only now: a year that was logged since must be kept, too.
    with gone as (delete from stats.change c returning c.year)
    select count(*), array_agg(distinct g.year::text) filter (where g.year is not null) into taken, logged from gone g;
    perform stats.track_periods(coalesce(logged, '{}'));
    update stats.refresh_mark set mark = mark + 1, refreshed_at = clock_timestamp();
    delete from stats.cell;
    delete from stats.rolled;
    delete from stats.path;
    alter table stats.cell drop constraint cell_key;
    alter table stats.rolled drop constraint rolled_key;
    alter table stats.path drop constraint path_key;
    drop index stats.path_ancestors;

    select array_agg(a.unit_id), array_agg(p.code) into unit_ids, periods
    from stats.active_units() a cross join stats.period p;
    insert into stats.cell (unit_id, period, measure, definition_version, field_id, level, subject_kind,
        registration_type, title, form, authority, value, row_count)
    select l.unit_id, l.period, l.measure, m.definition_version, l.field_id, l.level, l.subject_kind,
        l.registration_type, l.title, l.form, l.authority, l.value, l.row_count
    from stats.leaf(unit_ids, periods) l
    join stats.measure m on m.code = l.measure
    where l.value <> 0 or l.row_count <> 0;
    get diagnostics cells = row_count;

    insert into stats.path (unit_id, tree, period, ancestors, blocks)
    select w.unit_id, w.tree, w.period, w.ancestors, w.blocks
    from (select array_agg(c.unit_id) as ids, array_agg(c.period) as codes from (select distinct c.unit_id, c.period from stats.cell c) c) k
    cross join lateral stats.paths(k.ids, k.codes) w;
    analyze stats.cell, stats.path;

    insert into stats.rolled (tree, unit_id, period, measure, definition_version, block_id, field_id, level, subject_kind,
        registration_type, title, form, authority, value, row_count)
    select w.tree, a.node, c.period, c.measure, c.definition_version, a.block_id, c.field_id, c.level, c.subject_kind,
        c.registration_type, c.title, c.form, c.authority, sum(c.value)::bigint, sum(c.row_count)::bigint
    from stats.path w
    join stats.cell c using (unit_id, period)
    cross join lateral unnest(w.ancestors[2:], w.blocks[2:]) a (node, block_id)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
    -- Parts of several members may cancel each other out above.
    having sum(c.value) <> 0 or sum(c.row_count) <> 0;
    get diagnostics totals = row_count;

    alter table stats.cell add constraint cell_key unique nulls not distinct (unit_id, period, measure, field_id, level, subject_kind,
        registration_type, title, form, authority, definition_version, basis);
    alter table stats.rolled add constraint rolled_key unique nulls not distinct (unit_id, period, measure, tree, block_id, field_id, level,
        subject_kind, registration_type, title, form, authority, definition_version);
    alter table stats.path add constraint path_key primary key (unit_id, period, tree);
    create index path_ancestors on stats.path using gin (ancestors);
    analyze stats.rolled;

    insert into stats.rolled (tree, unit_id, period, measure, definition_version, block_id, value, row_count)
    select d.tree, d.unit_id, d.period, m.code, m.definition_version, d.block_id,
        case m.code when 'M11X' then d.with_models else d.active end, d.active
    from (
        select array_agg(n.tree) as trees, array_agg(n.node) as nodes, array_agg(n.period) as codes
        from (select distinct p.tree, n.node, p.period from stats.path p cross join lateral unnest(p.ancestors) n (node)) n) k
    cross join lateral stats.direct(k.trees, k.nodes, k.codes) d
    join stats.measure m on m.code in ('M11X', 'M11Y');
    get diagnostics direct = row_count;
    return jsonb_build_object('changes', taken, 'pairs', coalesce(cardinality(unit_ids), 0), 'remaining', false, 'cells', cells, 'totals', totals + direct);
end $$;
comment on function stats.rebuild() is 'Đếm lại toàn bộ / Counts all figures again from canonical rows.';
