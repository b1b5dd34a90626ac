create or replace function stats.live(of_unit bigint, in_tree text, period_code text, cut_off date)
returns table (measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text,
    registration_type text, title text, form text, authority text, value bigint, row_count bigint)
language sql stable security definer
set search_path = stats, pg_temp set jit = off set plan_cache_mode = force_custom_plan as $$
-- The figures of a unit with all below it, counted now from canonical rows: for periods that are not kept, and as of a day.
-- Parameters: of_unit, in_tree - the unit and the tree below it; cut_off - rows dated after it do not count (null: all).
-- Returns:    the columns of stats.total for that unit and period.
    with candidate as materialized (select array_agg(a.unit_id) as ids, array_agg(period_code) as codes from stats.active_units() a),
    way as materialized (
        select p.unit_id, p.ancestors[array_position(p.ancestors, of_unit) - 1] as member,
            p.blocks[array_position(p.ancestors, of_unit)] as block_id
        from candidate c cross join lateral stats.paths(c.ids, c.codes) p
        where p.tree = in_tree and of_unit = any (p.ancestors)),
    counted as materialized (
        select l.*, m.definition_version, w.block_id, w.member
        from (select array_agg(w.unit_id) as ids, array_agg(period_code) as codes from way w) k
        cross join lateral stats.leaf(k.ids, k.codes, cut_off) l
        join stats.measure m on m.code = l.measure
        join way w using (unit_id)),
    direct as materialized (
        select p.unit_id as member,
            case when exists (select from registry.block b where b.committee_id = of_unit)
                then coalesce(stats.block_in(p.unit_id, of_unit, d.day, d.day), 0) end as block_id,
            exists (select from counted c where c.member = p.unit_id and c.measure = 'M07' and c.value > 0) as has_models
        from registry.unit u
        cross join lateral stats.period_bounds(period_code) b
        cross join lateral (select least(b.ends_on, upper(u.valid) - 1, cut_off) as day) d
        join registry.unit_parent p on p.parent_id = u.id and p.tree = in_tree and p.valid @> d.day
        join registry.unit m on m.id = p.unit_id and m.valid @> d.day
        where u.id = of_unit)
    select c.measure, c.definition_version, b.block_id, x.of_field, x.of_level, x.of_subject_kind, x.of_registration_type, x.of_title,
        x.of_form, x.of_authority, sum(c.value)::bigint, sum(c.row_count)::bigint
    from counted c
    cross join lateral stats.margins(c.field_id, c.level, c.subject_kind, c.registration_type, c.title, c.form, c.authority) x
    cross join lateral (select null::bigint union all select c.block_id where c.block_id is not null) b (block_id)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    union all
    select m.code, m.definition_version, b.block_id, null, null, null, null, null, null, null,
        case m.code when 'M11X' then count(*) filter (where d.has_models) else count(*) end, count(*)
    from direct d
    cross join lateral (select null::bigint union all select d.block_id where d.block_id is not null) b (block_id)
    join stats.measure m on m.code in ('M11X', 'M11Y')
    group by m.code, m.definition_version, b.block_id
$$;
comment on function stats.live(bigint, text, text, date) is 'Đếm trực tiếp từ dữ liệu chuẩn / Counts a unit''s figures now, from canonical rows.';
