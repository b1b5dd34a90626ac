create or replace function stats.report(unit_code text, period text, basis text default 'historical', as_of date default null)
returns jsonb language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The report of a unit with all below it in a period: as it was closed, else as the figures are now.
-- Parameters: unit_code - resolved on the last day of the period, on basis current today; as_of - rows dated after it do not
--             count, whatever is closed (null: as of the last refresh).
-- Returns:    as stats.open_report, "closed": {"version", "at", "by", "reason", "corrections"} when the unit's period is closed.
-- Errors:     22023 unknown or ambiguous unit, unknown period or basis.
declare
    closing stats.closed_period;
begin
    if report.basis = 'historical' and report.as_of is null then
        select c.* into closing
        from stats.closed_period c
        where c.unit_id = stats.unit_in(report.unit_code, report.period) and c.period = report.period
        order by c.version desc
        limit 1;
        if found then
            return closing.report || jsonb_build_object('closed', jsonb_build_object('version', closing.version,
                'at', closing.closed_at, 'by', closing.closed_by, 'reason', closing.reason));
        end if;
    end if;
    return stats.open_report(report.unit_code, report.period, report.basis, report.as_of, false);
end $$;
comment on function stats.report(text, text, text, date) is 'Số liệu của báo cáo / The statistics of a unit and period as data for a report.';

create or replace function stats.open_report(unit_code text, period text, basis text, as_of date, open_only boolean)
returns jsonb language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The statistics of a unit with all below it in a period, as data for every format of the report.
-- Parameters: as stats.report; open_only - true: as if nothing were closed.
-- Returns:    {"unit", "period", "basis", "as_of", "cut_off", "tree", "demo", "source_mark", "pending_changes", "figures": […],
--             "tables": […]}; on basis current "undivided": […], the old units that cannot be shared out.
--             A table has columns of kind text, count, percent or flag and rows in that order; unknown is null.
-- Errors:     22023 unknown or ambiguous unit, unknown period or basis.
declare
    of_unit bigint := stats.unit_in(unit_code, open_report.period, basis);
    in_tree text;
    bounds  record;
    day     date;
    kept    boolean := as_of is null and basis = 'historical' and exists (select from stats.period p where p.code = open_report.period);
    closing bigint := case when as_of is null and basis = 'historical' and not open_only
        then stats.closing_of(of_unit, open_report.period) end;
    result  jsonb;
    has_blocks boolean := exists (select from registry.block b where b.committee_id = of_unit);
begin
    select * into bounds from stats.period_bounds(open_report.period);
    select u.tree, least(bounds.ends_on, case basis when 'historical' then upper(u.valid) - 1 end, as_of) into in_tree, day from registry.unit u where u.id = of_unit;

    with r as materialized (select * from stats.rows_of(of_unit, in_tree, open_report.period, as_of, basis, open_only)),
    plain as materialized (
        select r.* from r
        where r.block_id is null and r.level is null and r.title is null and r.form is null and r.authority is null),
    whole as materialized (
        select m.code as measure, case when m.counts_rows then p.row_count else p.value end as value
        from stats.measure m
        join plain p on p.measure = coalesce(m.stored_as, m.code) and p.registration_type is not distinct from m.stored_type
        where p.field_id is null and p.subject_kind is null),
    models as (select coalesce((select w.value from whole w where w.measure = 'M07'), 0) as value),
    paper as materialized (select s.kind, s.state, count(*) as n from stats.submissions_of(of_unit, in_tree, open_report.period, as_of) s group by 1, 2),
    figure as (
        select m.sort_order, jsonb_build_object('measure', m.code, 'name', m.name, 'definition_version', m.definition_version,
            'definition', m.definition, 'reading', m.reading, 'flagged', m.flagged, 'kind', m.kind,
            'value', case m.code
                when 'M15' then (select coalesce(sum(p.n), 0) from paper p)
                when 'M11' then null when 'M13' then null
                when 'M16' then (select w.value from whole w where w.measure = m.code)
                else coalesce((select w.value from whole w where w.measure = m.code), 0) end,
            'part', case m.code when 'M11' then (select w.value from whole w where w.measure = 'M11X')
                when 'M13' then coalesce((select w.value from whole w where w.measure = 'M08'), 0) end,
            'whole', case m.code when 'M11' then (select w.value from whole w where w.measure = 'M11Y')
                when 'M13' then (select value from models) end) as item
        from stats.measure m
        where m.kind in ('count', 'ratio') and not (m.code = 'M01' and bounds.from_year < bounds.to_year)),
    by_field as (
        select f.position, f.field_set, coalesce(f.name, 'Chưa phân loại') as name, p.value,
            (select q.value from r q where q.measure = 'M08' and q.block_id is null and q.level is null and q.field_id = p.field_id) as recognised
        from plain p left join registry.field f on f.id = p.field_id
        where p.measure = 'M07' and p.field_id is not null and p.subject_kind is null and p.registration_type is null
        union all
        select f.position, f.field_set, coalesce(f.name, 'Chưa phân loại'), 0, q.value
        from r q left join registry.field f on f.id = q.field_id
        where q.measure = 'M08' and q.block_id is null and q.level is null and q.field_id is not null
            and not exists (select from plain p where p.measure = 'M07' and p.field_id = q.field_id)),
    by_block as (
        select b.id, coalesce(b.name, 'Chưa xếp khối') as name,
            max(q.value) filter (where q.measure = 'M07') as models,
            max(q.value) filter (where q.measure = 'M11X') as x, max(q.value) filter (where q.measure = 'M11Y') as y
        from r q left join registry.block b on b.id = q.block_id
        where q.block_id is not null and q.measure in ('M07', 'M11X', 'M11Y')
            and q.field_id is null and q.subject_kind is null and q.registration_type is null
        group by b.id, b.name),
    by_type as (
        select t.position, coalesce(t.name, p.registration_type) as name, p.value, p.row_count as events
        from plain p left join registry.term t on t.family = 'registration_type' and t.code = p.registration_type
        where p.measure = 'M07' and p.registration_type is not null and p.field_id is null and p.subject_kind is null),
    by_kind as (
        select t.position, coalesce(t.name, case p.subject_kind when 'chua_phan_loai' then 'Chưa phân loại' else p.subject_kind end) as name,
            p.value, (select q.value from plain q where q.measure = 'M10' and q.subject_kind = p.subject_kind) as subjects
        from plain p left join registry.term t on t.family = 'subject_kind' and t.code = p.subject_kind
        where p.measure = 'M07' and p.subject_kind is not null and p.field_id is null and p.registration_type is null),
    by_level as (
        select l.position, l.name, max(q.value) filter (where q.measure = 'M08') as recognised,
            max(q.value) filter (where q.measure = 'M09') as exemplary, max(q.value) filter (where q.measure = 'M19') as chosen
        from r q join registry.level l on l.code = q.level
        where q.measure in ('M08', 'M09', 'M19') and q.block_id is null and q.field_id is null
        group by l.code, l.position, l.name),
    award as (
        select coalesce(a.name, 'Chưa phân loại') as authority, coalesce(t.name, 'Chưa nêu hình thức') as form,
            max(q.row_count) filter (where q.subject_kind = 'collective') as collectives,
            max(q.row_count) filter (where q.subject_kind = 'individual') as individuals,
            max(q.row_count) filter (where q.subject_kind = 'household') as households,
            max(q.row_count) filter (where q.subject_kind is null) as total
        from r q
        left join registry.authority a on a.code = q.authority
        left join registry.term t on t.family = 'award_form' and t.code = q.form
        where q.measure = 'M12S' and q.block_id is null and q.level is null and q.authority is not null and q.form is not null
        group by q.authority, q.form, a.name, t.name),
    member as (
        select n.name, max(t.value) filter (where t.measure = 'M07' and t.registration_type is null) as models,
            max(t.value) filter (where t.registration_type = 'new') as new,
            max(t.value) filter (where t.registration_type = 'maintained') as maintained,
            max(t.value) filter (where t.registration_type = 'replicated') as replicated, max(t.value) filter (where t.measure = 'M08') as recognised
        from (
            select p.unit_id from registry.unit_parent p
            where p.parent_id = of_unit and p.tree = in_tree and p.valid && daterange(bounds.starts_on, bounds.ends_on, '[]')
            group by p.unit_id) c
        cross join lateral (
            select x.name from registry.unit_name x
            where x.unit_id = c.unit_id and x.valid && daterange(bounds.starts_on, bounds.ends_on, '[]')
            order by lower(x.valid) desc nulls last limit 1) n
        left join lateral (
            select x.measure, x.registration_type, x.value
            from stats.total x
            where closing is null and x.unit_id = c.unit_id and x.period = open_report.period and x.measure in ('M07', 'M08')
                and x.tree = in_tree and x.block_id is null and x.field_id is null and x.level is null and x.subject_kind is null
                and x.basis = 'historical'
            union all
            select x.measure, x.registration_type, x.value
            from stats.closed_cell x
            where x.closed_period_id = closing and x.unit_id = c.unit_id and x.measure in ('M07', 'M08')
                and x.tree = in_tree and x.block_id is null and x.field_id is null and x.level is null and x.subject_kind is null
            ) t on true
        where kept
        group by c.unit_id, n.name),
    claim as (
        select c.* from stats.reconcile(null, unit_code, open_report.period) c where as_of is null),
    listed (position, item) as (
        select 1, jsonb_build_object('code', 'by_block', 'title', 'Theo khối', 'chart', 1,
            'columns', '[["block", "Khối", "text"], ["models", "Mô hình", "count"], ["share", "Tỷ lệ %", "percent"], ["units_x", "Đơn vị có mô hình", "count"], ["units_y", "Đơn vị trực thuộc", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(b.name, coalesce(b.models, 0), stats.share(b.models, m.value), coalesce(b.x, 0), coalesce(b.y, 0)) order by b.id), '[]') from by_block b cross join models m))
        where has_blocks
        union all
        select 2, jsonb_build_object('code', 'by_field', 'title', 'Theo lĩnh vực', 'chart', 1,
            'columns', '[["field", "Lĩnh vực", "text"], ["models", "Mô hình", "count"], ["share", "Tỷ lệ %", "percent"], ["recognised", "Được công nhận", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(f.name, f.value, stats.share(f.value, m.value), coalesce(f.recognised, 0)) order by f.field_set nulls last, f.position), '[]') from by_field f cross join models m))
        union all
        select 3, jsonb_build_object('code', 'by_type', 'title', 'Theo kiểu đăng ký', 'chart', null,
            'columns', '[["type", "Kiểu đăng ký", "text"], ["models", "Mô hình", "count"], ["events", "Lượt đăng ký", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(t.name, t.value, t.events) order by t.position), '[]') from by_type t))
        union all
        select 4, jsonb_build_object('code', 'by_subject_kind', 'title', 'Theo loại chủ thể', 'chart', null,
            'columns', '[["kind", "Loại chủ thể", "text"], ["models", "Mô hình", "count"], ["subjects", "Chủ thể", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(k.name, k.value, coalesce(k.subjects, 0)) order by k.position nulls last), '[]') from by_kind k))
        union all
        select 5, jsonb_build_object('code', 'recognition', 'title', 'Công nhận theo cấp', 'chart', null,
            'columns', '[["level", "Cấp", "text"], ["recognised", "Mô hình được công nhận", "count"], ["exemplary", "Điển hình (biến thể A)", "count"], ["chosen", "Được chọn nhân rộng", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(l.name, coalesce(l.recognised, 0), coalesce(l.exemplary, 0), coalesce(l.chosen, 0)) order by l.position), '[]') from by_level l))
        union all
        select 6, jsonb_build_object('code', 'commendations', 'title', 'Khen thưởng (lượt)', 'chart', null,
            'columns', '[["authority", "Cơ quan", "text"], ["form", "Hình thức", "text"], ["collectives", "Tập thể", "count"], ["individuals", "Cá nhân", "count"], ["households", "Hộ gia đình", "count"], ["total", "Tổng", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(a.authority, a.form, coalesce(a.collectives, 0), coalesce(a.individuals, 0), coalesce(a.households, 0), a.total) order by a.authority collate "vi-x-icu", a.form collate "vi-x-icu"), '[]') from award a))
        union all
        select 7, jsonb_build_object('code', 'members', 'title', 'Đơn vị trực thuộc', 'chart', null,
            'columns', '[["unit", "Đơn vị", "text"], ["models", "Mô hình", "count"], ["new", "Mới", "count"], ["maintained", "Duy trì", "count"], ["replicated", "Nhân rộng", "count"], ["recognised", "Được công nhận", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(m.name, coalesce(m.models, 0), coalesce(m.new, 0), coalesce(m.maintained, 0), coalesce(m.replicated, 0), coalesce(m.recognised, 0)) order by m.name collate "vi-x-icu"), '[]') from member m))
        where kept
        union all
        select 8, jsonb_build_object('code', 'submissions', 'title', 'Hồ sơ theo trạng thái', 'chart', null,
            'columns', '[["kind", "Loại hồ sơ", "text"], ["state", "Trạng thái", "text"], ["count", "Số hồ sơ", "count"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(coalesce(k.name, p.kind), coalesce(s.name, p.state), p.n) order by k.position, s.position), '[]')
                from paper p
                left join registry.term k on k.family = 'submission_kind' and k.code = p.kind
                left join registry.term s on s.family = 'submission_state' and s.code = p.state))
        union all
        select 9, jsonb_build_object('code', 'reconciliation', 'title', 'Đối chiếu với số được công bố', 'chart', null,
            'columns', '[["figure", "Số liệu", "text"], ["submitted", "Đã nộp", "count"], ["naive", "Đếm thô", "count"], ["counted", "Đếm được", "count"], ["published", "Công bố", "count"], ["equal", "Khớp", "flag"], ["remark", "Ghi chú", "text"]]'::jsonb,
            'rows', (select coalesce(jsonb_agg(jsonb_build_array(c.figure, c.submitted, c.naive, trim_scale(c.counted), trim_scale(c.published), c.equal,
                concat_ws('; ', case when c.inferred then 'suy ra' end, c.reading, c.problem)) order by c.position_in_print), '[]') from claim c))
        where exists (select from claim))
    select jsonb_build_object(
        'unit', jsonb_build_object('code', unit_code, 'name', (
            select n.name from registry.unit_name n where n.unit_id = of_unit
            order by n.valid @> day desc, lower(n.valid) desc nulls last limit 1), 'path', (select u.path from registry.unit u where u.id = of_unit)),
        'period', open_report.period, 'starts_on', bounds.starts_on, 'ends_on', bounds.ends_on,
        'basis', basis, 'as_of', as_of, 'cut_off', day, 'tree', in_tree,
        'demo', exists (select from registry.submission s where s.source = 'demo'),
        'source_mark', case when kept then (select k.mark from stats.refresh_mark k) end,
        'pending_changes', (select count(*) from (select from stats.change limit 100000) c),
        'figures', (select jsonb_agg(f.item order by f.sort_order) from figure f),
        'tables', (select jsonb_agg(l.item order by l.position) from listed l))
        || case basis when 'current' then jsonb_build_object('undivided', (
            select coalesce(jsonb_agg(jsonb_build_object('unit', d.unit_code, 'path', d.unit_path, 'shown_on', d.shown_on,
                'counted', d.counted, 'parts', d.parts)), '[]') from stats.undivided(of_unit, in_tree) d))
            else '{}' end
    into result;
    return result;
end $$;
comment on function stats.open_report(text, text, text, date, boolean) is 'Số liệu của báo cáo chưa chốt / The statistics of a unit and period as they are now.';

create or replace function stats.share(part bigint, whole bigint)
returns numeric language sql immutable as $$
-- A percentage with one decimal, half up; null when the whole is nothing.
    select round(100.0 * part / nullif(whole, 0), 1)
$$;
comment on function stats.share(bigint, bigint) is 'Tỷ lệ phần trăm / A percentage with one decimal.';
