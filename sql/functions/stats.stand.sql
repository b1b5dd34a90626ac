create or replace function stats.standing(unit_ids bigint[], in_tree text, on_day date)
returns table (unit_id bigint, target_id bigint, divided boolean, ended boolean)
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- Where figures of units belong by the boundaries of a day: along the successor edges as long as they are whole.
-- Parameters: unit_ids - units; in_tree - the tree in which a common parent is looked for; on_day - whose boundaries.
-- Returns:    a row a unit.  A unit alive on the day stands for itself.  Merged, renamed and upgraded ones follow their edge.
--             A divided one (several successors, or a partial edge) cannot be shared out: its target is the nearest common
--             parent of its successors, or it stays on itself when they have none.  One that ended without a successor goes to
--             what its last parent became.  divided, ended - why the target is not simply the successor.
    with recursive reach (start, node, divided, ended, depth) as (
        select distinct u, u, false, false, 1 from unnest(unit_ids) u
        union
        select r.start, n.node, r.divided or n.divided, r.ended or n.ended, r.depth + 1
        from reach r
        join registry.unit x on x.id = r.node and upper(x.valid) <= on_day
        cross join lateral (
            select s.to_id, s.partial or count(*) over () > 1, false
            from registry.unit_successor s where s.from_id = r.node
            union all
            (select p.parent_id, false, true
             from registry.unit_parent p
             where p.unit_id = r.node and p.tree = in_tree
                and not exists (select from registry.unit_successor s where s.from_id = r.node)
             order by upper(p.valid) desc nulls first
             limit 1)) n (node, divided, ended)
        where r.depth < 16),
    final as materialized (
        select distinct r.start, r.node, r.divided, r.ended
        from reach r join registry.unit x on x.id = r.node and (upper_inf(x.valid) or upper(x.valid) > on_day)),
    fate as materialized (
        select f.start, array_agg(distinct f.node) as nodes, bool_or(f.divided) or count(distinct f.node) > 1 as divided, bool_or(f.ended) as ended
        from final f group by f.start),
    above as materialized (
        select w.unit_id, w.ancestors[2:] as parents
        from (select array_agg(distinct n) as ids from fate f cross join unnest(f.nodes) n where f.divided) k
        cross join lateral stats.ways(k.ids, array_fill('x'::text, array[cardinality(k.ids)]),
            array_fill(on_day, array[cardinality(k.ids)]), array_fill(on_day, array[cardinality(k.ids)])) w
        where w.tree = in_tree)
    select u.id, case when f.start is null then u.id when not f.divided then f.nodes[1] else coalesce((
            select p.id
            from above a cross join unnest(a.parents) with ordinality p (id, position)
            where a.unit_id = f.nodes[1]
                and not exists (select from unnest(f.nodes) n left join above o on o.unit_id = n where p.id = any (o.parents) is not true)
            order by p.position
            limit 1), u.id) end,
        coalesce(f.divided, false), coalesce(f.ended, true)
    from (select distinct u as id from unnest(unit_ids) u) u
    left join fate f on f.start = u.id
$$;
comment on function stats.standing(bigint[], text, date) is 'Đơn vị nào tiếp nối theo địa giới của một ngày / Where figures of units belong by the boundaries of a day.';

create or replace function stats.current_leaves(of_unit bigint, in_tree text, on_day date)
returns table (unit_id bigint, target_id bigint, member bigint, block_id bigint, divided boolean, ended boolean)
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The units, old ones included, whose figures belong to a unit with all below it by the boundaries of a day.
-- Returns: target_id - what a unit's figures are shown on; member - the unit directly below of_unit on the way to it, null for
--          of_unit itself; block_id - as in stats.total.
    with recursive candidate (id) as (
        select of_unit
        union
        select n.id
        from candidate c
        cross join lateral (
            select p.unit_id as id from registry.unit_parent p where p.parent_id = c.id and p.tree = in_tree
            union all
            select s.from_id from registry.unit_successor s where s.to_id = c.id) n),
    standing as materialized (
        select s.* from stats.standing((select array_agg(c.id) from candidate c), in_tree, on_day) s),
    way as materialized (
        select w.unit_id as target_id, w.ancestors[array_position(w.ancestors, of_unit) - 1] as member,
            w.blocks[array_position(w.ancestors, of_unit)] as block_id
        from (select array_agg(distinct s.target_id) as ids from standing s) k
        cross join lateral stats.ways(k.ids, array_fill('x'::text, array[cardinality(k.ids)]),
            array_fill(on_day, array[cardinality(k.ids)]), array_fill(on_day, array[cardinality(k.ids)])) w
        where w.tree = in_tree and of_unit = any (w.ancestors))
    select s.unit_id, s.target_id, w.member, w.block_id, s.divided, s.ended
    from standing s join way w using (target_id)
$$;
comment on function stats.current_leaves(bigint, text, date) is 'Các đơn vị, kể cả đã chấm dứt, thuộc đơn vị theo địa giới hiện tại / Units whose figures belong to a unit by the boundaries of a day.';

create or replace function stats.current_rows(of_unit bigint, in_tree text, period_code text, cut_off date default null,
    open_only boolean default false)
returns table (measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text,
    registration_type text, title text, form text, authority text, value bigint, row_count bigint)
language sql stable security definer
set search_path = stats, pg_temp set jit = off set plan_cache_mode = force_custom_plan as $$
-- All figures of a unit and period by today's boundaries: what merged adds up, what was divided stands on the common parent.
-- Parameters: as stats.rows_of; cut_off - rows dated after it do not count (null: all).
-- Returns:    the columns of stats.total.  Of units whose period is closed the closed figures count.  Every model belongs to one
--             unit, so distinct counts of several units add up.  x and y are of the members of today.
    with leaf as materialized (select l.* from stats.current_leaves(of_unit, in_tree, registry.today()) l),
    closed as materialized (
        select distinct on (k.unit_id) k.unit_id, p.id
        from (
            select c.unit_id, c.closed_period_id as id, true as frozen from leaf l join stats.closed_cell c on c.unit_id = l.unit_id
            union
            select w.unit_id, p.id, false
            from (select array_agg(l.unit_id) as ids, array_agg(period_code) as codes from leaf l
                  where exists (select from stats.closed_period p where p.period = period_code)) u
            cross join lateral stats.paths(u.ids, u.codes) w
            join stats.closed_period p on p.unit_id = any (w.ancestors) and p.period = period_code) k
        join stats.closed_period p on p.id = k.id and p.period = period_code
        where cut_off is null and not open_only
        order by k.unit_id, p.unit_id = k.unit_id desc, k.frozen desc, p.id desc),
    source as materialized (
        select l.*, (select c.id from closed c where c.unit_id = l.unit_id) as closing,
            cut_off is null and exists (select from stats.period p where p.code = period_code) as kept
        from leaf l),
    counted as materialized (
        select s.member, s.block_id, c.measure, c.definition_version, c.field_id, c.level, c.subject_kind, c.registration_type,
            c.title, c.form, c.authority, c.value, c.row_count
        from source s join stats.closed_cell c on c.unit_id = s.unit_id and c.closed_period_id = s.closing and c.tree is null
        union all
        select s.member, s.block_id, c.measure, c.definition_version, x.of_field, x.of_level, x.of_subject_kind, x.of_registration_type,
            x.of_title, x.of_form, x.of_authority, c.value, c.row_count
        from source s join stats.cell c on c.unit_id = s.unit_id and c.period = period_code and c.basis = 'historical'
        cross join lateral stats.margins(c.field_id, c.level, c.subject_kind, c.registration_type, c.title, c.form, c.authority) x
        where s.closing is null and s.kept
        union all
        select s.member, s.block_id, c.measure, m.definition_version, x.of_field, x.of_level, x.of_subject_kind, x.of_registration_type,
            x.of_title, x.of_form, x.of_authority, c.value, c.row_count
        from (select array_agg(s.unit_id) as ids, array_agg(period_code) as codes from source s where s.closing is null and not s.kept) k
        cross join lateral stats.leaf(k.ids, k.codes, cut_off) c
        cross join lateral stats.margins(c.field_id, c.level, c.subject_kind, c.registration_type, c.title, c.form, c.authority) x
        join source s on s.unit_id = c.unit_id
        join stats.measure m on m.code = c.measure),
    direct as materialized (
        select case when exists (select from registry.block b where b.committee_id = of_unit)
                then coalesce(stats.block_in(p.unit_id, of_unit, registry.today(), registry.today()), 0) end as block_id,
            exists (select from counted c where c.member = p.unit_id and c.measure = 'M07' and c.value > 0) as has_models
        from registry.unit_parent p
        join registry.unit u on u.id = p.unit_id and u.valid @> registry.today()
        where p.parent_id = of_unit and p.tree = in_tree and p.valid @> registry.today())
    select c.measure, c.definition_version, b.block_id, c.field_id, c.level, c.subject_kind, c.registration_type, c.title,
        c.form, c.authority, sum(c.value)::bigint, sum(c.row_count)::bigint
    from counted c
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
comment on function stats.current_rows(bigint, text, text, date, boolean) is 'Số liệu theo địa giới hiện tại / All figures of a unit and period by today''s boundaries.';

create or replace function stats.undivided(of_unit bigint, in_tree text)
returns table (unit_code text, unit_path text, shown_on text, counted boolean, parts text[])
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The old units that cannot be shared out among those of today, as far as they concern a unit.
-- Returns: shown_on - the unit that their figures are shown on; counted - whether they are in this unit's figures (false: part of
--          it came here, but its figures stand above); parts - what it was divided into.  Only units with canonical rows.
    with recursive inside (id) as (
        select of_unit
        union
        select p.unit_id from inside i join registry.unit_parent p on p.parent_id = i.id and p.tree = in_tree and p.valid @> registry.today()),
    leaf as materialized (select l.* from stats.current_leaves(of_unit, in_tree, registry.today()) l),
    concerned as (
        select l.unit_id from leaf l where l.divided
        union
        select s.from_id from inside i join registry.unit_successor s on s.to_id = i.id),
    standing as materialized (
        select s.* from stats.standing((select array_agg(c.unit_id) from concerned c), in_tree, registry.today()) s where s.divided)
    select u.code, u.path, t.path, exists (select from leaf l where l.unit_id = s.unit_id),
        (select array_agg(p.path order by p.path collate "vi-x-icu") from registry.unit_successor e join registry.unit p on p.id = e.to_id where e.from_id = s.unit_id)
    from standing s
    join registry.unit u on u.id = s.unit_id
    join registry.unit t on t.id = s.target_id
    where exists (select from registry.model m where m.unit_id = s.unit_id)
    order by u.path collate "vi-x-icu"
$$;
comment on function stats.undivided(bigint, text) is 'Đơn vị cũ không chia được theo địa giới hiện tại / Old units that cannot be shared out among those of today.';

create or replace function stats.displaced(of_unit bigint, in_tree text)
returns table (unit_path text, models bigint, shown_on text, became text, counted boolean)
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The old units whose figures are not on what followed them, for people: those of stats.undivided, and those that ended with nobody
-- to follow, which stand on what their last parent became.
-- Returns: models - of all years; became - what the unit was divided into, or that it ended; counted - as stats.undivided.
    with gone as (
        select u.id, d.shown_on, array_to_string(d.parts, '; ') as became, d.counted
        from stats.undivided(of_unit, in_tree) d
        join registry.unit u on u.code = d.unit_code and u.path = d.unit_path
        union all
        select l.unit_id, t.path, stats.report_word('ended'), true
        from stats.current_leaves(of_unit, in_tree, registry.today()) l
        join registry.unit t on t.id = l.target_id
        where l.ended and not l.divided and l.unit_id <> l.target_id)
    select u.path, m.models, g.shown_on, g.became, g.counted
    from gone g
    join registry.unit u on u.id = g.id
    cross join lateral (select count(*) as models from registry.model x where x.unit_id = g.id) m
    where m.models > 0
$$;
comment on function stats.displaced(bigint, text) is 'Đơn vị cũ không quy đổi được về đơn vị kế thừa / Old units whose figures are not on what followed them.';
