create or replace function stats.verify(unit text default null, period text default null)
returns table (tree text, unit_code text, period_code text, measure text, dimensions jsonb, stored bigint, counted bigint,
    stored_rows bigint, counted_rows bigint)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off set work_mem = '256MB' set plan_cache_mode = force_custom_plan as $$
-- Counts the kept figures again from canonical rows and returns those that differ; no row when all is right.
-- Parameters: unit - a unit with all below it, null for all; period - a kept period, null for all of them.
-- Returns:    stored and counted value of a figure rolled up (tree) or of a unit's own rows (tree null); 0 where one side has
--             none.  dimensions - the members by code or id.  Changes that no refresh has taken yet show here too.
-- Errors:     22023 unknown unit or period, or a period whose figures are not kept (hint lists the kept ones).
-- The rolled-up side and x/y are computed here anew, along the trees as they are now: what is stored is only compared.
-- Figures are compared, not the parts that are stored: a part that is wrong shows in every figure it belongs to.
declare
    checked  record;
    of_unit  bigint;
    nodes    bigint[];
    ids      bigint[] := '{}';
    codes    text[] := '{}';
begin
    if verify.period is not null then
        perform stats.period_bounds(verify.period);
        if not exists (select from stats.period k where k.code = verify.period) then
            raise exception 'Kỳ % chưa được tổng hợp thường xuyên / figures of % are not kept', verify.period, verify.period
                using errcode = 'invalid_parameter_value',
                      hint = (select 'Các kỳ / kept: ' || coalesce(string_agg(k.code, ', ' order by k.code), '–') from stats.period k);
        end if;
    end if;
    for checked in
        select k.code, k.starts_on, k.ends_on from stats.period k
        where verify.period is null or k.code = verify.period
        order by k.code
    loop
        if verify.unit is null then
            select array_agg(c.unit_id) into nodes
            from (select a.unit_id from stats.active_units() a
                  union select c.unit_id from stats.cell c where c.period = checked.code
                  union select t.unit_id from stats.rolled t where t.period = checked.code) c;
        else
            of_unit := stats.unit_in(verify.unit, checked.code);
            with recursive below (id) as (
                select of_unit
                union
                select p.unit_id from below b join registry.unit_parent p on p.parent_id = b.id
                where p.valid && daterange(checked.starts_on, checked.ends_on, '[]'))
            select array_agg(b.id) into nodes from below b;
        end if;
        ids := ids || nodes;
        codes := codes || array_fill(checked.code, array[coalesce(cardinality(nodes), 0)]);
    end loop;

    return query
        with pair as materialized (select p.unit_id, p.code from unnest(ids, codes) p (unit_id, code)),
        bound as materialized (
            select k.code, k.ends_on from stats.period k where k.code in (select distinct p.code from pair p)),
        leaf as materialized (
            select l.*, m.definition_version from stats.leaf(ids, codes) l join stats.measure m on m.code = l.measure),
        way as materialized (select w.* from stats.paths(ids, codes) w),
        rolled as materialized (
            select w.tree, n.node, l.period, l.measure, l.definition_version, n.block_id, l.field_id, l.level, l.subject_kind,
                l.registration_type, l.title, l.form, l.authority,
                sum(l.value)::bigint as value, sum(l.row_count)::bigint as row_count
            from leaf l
            join way w using (unit_id, period)
            cross join lateral unnest(w.ancestors, w.blocks) n (node, block_id)
            where verify.unit is null or exists (select from pair p where (p.unit_id, p.code) = (n.node, l.period))
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
        with_models as materialized (
            select distinct r.tree, r.node, r.period from rolled r
            where r.measure = 'M07' and r.row_count > 0),
        member as materialized (
            select k.tree, k.node, k.period,
                (k.tree, p.unit_id, k.period) in (select h.tree, h.node, h.period from with_models h) as has_models,
                case when exists (select from registry.block b where b.committee_id = k.node) then coalesce((
                    select b.block_id from registry.unit_block b
                    where b.unit_id = p.unit_id and b.committee_id = k.node and b.valid @> k.cut_off), 0) end as block_id
            from (
                select distinct r.tree, r.node, r.period, least(b.ends_on, upper(u.valid) - 1) as cut_off
                from rolled r join registry.unit u on u.id = r.node join bound b on b.code = r.period) k
            join registry.unit_parent p on p.parent_id = k.node and p.tree = k.tree and p.valid @> k.cut_off
            join registry.unit c on c.id = p.unit_id and c.valid @> k.cut_off),
        direct as (
            select m.tree, m.node, m.period, m.block_id, count(*) filter (where m.has_models) as x, count(*) as y
            from member m
            group by 1, 2, 3, 4),
        part as (
            select null::text as tree, l.unit_id as node, l.period, l.measure, l.definition_version, null::bigint as block_id, l.field_id,
                l.level, l.subject_kind, l.registration_type, l.title, l.form, l.authority,
                l.value as counted, l.row_count as counted_rows, 0::bigint as stored, 0::bigint as stored_rows
            from leaf l
            union all
            select null, c.unit_id, c.period, c.measure, c.definition_version, null, c.field_id, c.level, c.subject_kind,
                c.registration_type, c.title, c.form, c.authority, 0, 0, c.value, c.row_count
            from pair p join stats.cell c on c.unit_id = p.unit_id and c.period = p.code and c.basis = 'historical'
            union all
            select r.*, 0, 0 from rolled r
            union all
            select d.tree, d.node, d.period, m.code, m.definition_version, d.block_id, null, null, null, null, null, null, null,
                case m.code when 'M11X' then d.x else d.y end, d.y, 0, 0
            from direct d join stats.measure m on m.code in ('M11X', 'M11Y')
            union all
            select t.tree, t.unit_id, t.period, t.measure, t.definition_version, t.block_id, t.field_id, t.level, t.subject_kind,
                t.registration_type, t.title, t.form, t.authority, 0, 0, t.value, t.row_count
            from pair p join stats.share t on t.unit_id = p.unit_id and t.period = p.code),
        side as (
            select s.tree, s.node, s.period, s.measure, s.definition_version, b.block_id, m.of_field as field_id, m.of_level as level,
                m.of_subject_kind as subject_kind, m.of_registration_type as registration_type, m.of_title as title, m.of_form as form,
                m.of_authority as authority, s.counted, s.counted_rows, s.stored, s.stored_rows
            from part s
            cross join lateral stats.margins(s.field_id, s.level, s.subject_kind, s.registration_type, s.title, s.form, s.authority) m
            cross join lateral (select s.block_id where s.block_id is not null union all select null) b (block_id)),
        compared as (
            select s.tree, s.node, s.period, s.measure, jsonb_strip_nulls(jsonb_build_object('block', s.block_id, 'field', s.field_id,
                    'level', s.level, 'subject_kind', s.subject_kind, 'registration_type', s.registration_type,
                    'title', s.title, 'form', s.form, 'authority', s.authority)) as dimensions,
                sum(s.stored)::bigint as stored, sum(s.counted)::bigint as counted,
                sum(s.stored_rows)::bigint as stored_rows, sum(s.counted_rows)::bigint as counted_rows
            from side s
            group by s.tree, s.node, s.period, s.measure, s.definition_version, s.block_id, s.field_id, s.level, s.subject_kind,
                s.registration_type, s.title, s.form, s.authority
            having sum(s.stored) <> sum(s.counted) or sum(s.stored_rows) <> sum(s.counted_rows))
        select c.tree, u.code, c.period, c.measure, c.dimensions, c.stored, c.counted, c.stored_rows, c.counted_rows
        from compared c join registry.unit u on u.id = c.node
        order by c.period, u.code, c.tree nulls first, c.measure, c.dimensions::text;
end $$;
comment on function stats.verify(text, text) is 'Đếm lại và nêu chỗ lệch / Recounts kept figures from canonical rows and returns the differences.';
