create or replace function stats.report(unit_code text, period text, basis text default 'historical', as_of date default null)
returns jsonb language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The report of a unit with all below it in a period: as it was closed, else as the figures are now.
-- Parameters: unit_code - resolved on the last day of the period, on basis current today; as_of - rows dated after it do not
--             count, whatever is closed (null: as of the last refresh).
-- Returns:    as stats.open_report; of a period that is closed "closed" is as stats.closing_card gives it, and the last table lists
--             the versions.
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
            return closing.report || jsonb_build_object('closed', stats.closing_card(closing.id),
                'tables', (closing.report -> 'tables') || stats.closing_table(closing.id));
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
-- Returns:    {"unit", "period", "starts_on", "ends_on", "basis", "as_of", "cut_off", "tree", "demo", "source_mark",
--             "pending_changes", "closed", "comparison", "undivided", "figures": […], "tables": […]}; every key is always there,
--             unknown is null.  A figure carries base, difference and change_percent against comparison.period, where that is
--             closed and was counted by the same definition; comparison.reason says why not.  closed: as stats.closing_card, of the
--             unit above with which this one is closed; then the last table lists the versions.  undivided: on basis current the
--             old units that cannot be shared out.  A table has columns [code, name, kind] of kind text, count, number, change, percent
--             or flag and rows in that order; chart is the column drawn as bars, lines are the columns drawn as a trend.
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
    base    text := stats.period_before(open_report.period);
    why     text;
    equals  text[];
    base_closing bigint;
begin
    select * into bounds from stats.period_bounds(open_report.period);
    select u.tree, least(bounds.ends_on, case basis when 'historical' then upper(u.valid) - 1 end, as_of) into in_tree, day from registry.unit u where u.id = of_unit;
    select c.problem, c.closing, c.measures into why, base_closing, equals
    from stats.base_closing(unit_code, open_report.period, base, basis, in_tree) c;
    if why is not null then
        base := null;
    end if;

    with r as materialized (select * from stats.rows_of(of_unit, in_tree, open_report.period, as_of, basis, open_only)),
    plain as materialized (
        select r.* from r
        where r.block_id is null and r.level is null and r.title is null and r.form is null and r.authority is null),
    whole as materialized (
        select m.code as measure, case when m.counts_rows then p.row_count else p.value end as value
        from stats.measure m
        join plain p on p.measure = coalesce(m.stored_as, m.code) and p.registration_type is not distinct from m.stored_type
        where p.field_id is null and p.subject_kind is null),
    before as materialized (select b.* from stats.rows_of(of_unit, in_tree, base, null, basis) b where base is not null),
    plain_before as materialized (
        select b.* from before b
        join stats.measure m on m.code = b.measure and m.definition_version = b.definition_version
        where b.block_id is null and b.level is null and b.title is null and b.form is null and b.authority is null),
    whole_before as materialized (
        select m.code as measure, case when m.counts_rows then p.row_count else p.value end as value
        from stats.measure m
        join plain_before p on p.measure = coalesce(m.stored_as, m.code) and p.registration_type is not distinct from m.stored_type
        where p.field_id is null and p.subject_kind is null),
    models as (select coalesce((select w.value from whole w where w.measure = 'M07'), 0) as value),
    paper as materialized (select s.kind, s.state, count(*) as n from stats.submissions_on(of_unit, in_tree, open_report.period, as_of, basis) s group by 1, 2),
    counted as (
        select m.*,
            case when m.code = 'M15' then (select coalesce(sum(p.n), 0)::bigint from paper p)
                when m.code = 'M16' then (select w.value from whole w where w.measure = m.code)
                when m.kind = 'count' then coalesce((select w.value from whole w where w.measure = m.code), 0) end as value,
            case m.code when 'M11' then (select w.value from whole w where w.measure = 'M11X')
                when 'M13' then coalesce((select w.value from whole w where w.measure = 'M08'), 0) end as part,
            case m.code when 'M11' then (select w.value from whole w where w.measure = 'M11Y')
                when 'M13' then (select value from models) end as whole,
            case when base is null or m.kind <> 'count' or m.code <> all (equals) then null
                when m.code = 'M16' then (select w.value from whole_before w where w.measure = m.code)
                else coalesce((select w.value from whole_before w where w.measure = m.code), 0) end as base,
            case when base is null then null
                when m.code = 'M11' and equals @> '{M11X,M11Y}' then (select w.value from whole_before w where w.measure = 'M11X')
                when m.code = 'M13' and equals @> '{M07,M08}' then coalesce((select w.value from whole_before w where w.measure = 'M08'), 0)
                end as base_part,
            case when base is null then null
                when m.code = 'M11' and equals @> '{M11X,M11Y}' then (select w.value from whole_before w where w.measure = 'M11Y')
                when m.code = 'M13' and equals @> '{M07,M08}' then coalesce((select w.value from whole_before w where w.measure = 'M07'), 0)
                end as base_whole
        from stats.measure m
        where m.kind in ('count', 'ratio') and not (m.code = 'M01' and bounds.from_year < bounds.to_year)),
    figure as (
        select c.sort_order, jsonb_build_object('measure', c.code, 'name', c.name, 'definition_version', c.definition_version,
            'definition', c.definition, 'reading', c.reading, 'flagged', c.flagged, 'kind', c.kind,
            'value', c.value, 'part', c.part, 'whole', c.whole, 'base', c.base, 'base_part', c.base_part,
            'base_whole', c.base_whole, 'difference', c.value - c.base, 'change_percent', stats.share(c.value - c.base, c.base)) as item
        from counted c),
    by_field as (
        select f.position, f.field_set, coalesce(f.name, stats.report_word('unclassified')) as name, p.value, p.field_id,
            (select q.value from r q where q.measure = 'M08' and q.block_id is null and q.level is null and q.field_id = p.field_id) as recognised
        from plain p left join registry.field f on f.id = p.field_id
        where p.measure = 'M07' and p.field_id is not null and p.subject_kind is null and p.registration_type is null
        union all
        select f.position, f.field_set, coalesce(f.name, stats.report_word('unclassified')), 0, q.field_id, q.value
        from r q left join registry.field f on f.id = q.field_id
        where q.measure = 'M08' and q.block_id is null and q.level is null and q.field_id is not null
            and not exists (select from plain p where p.measure = 'M07' and p.field_id = q.field_id)),
    by_block as (
        select b.id, coalesce(b.name, stats.report_word('no_block')) as name,
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
        select t.position, coalesce(t.name, case p.subject_kind when 'chua_phan_loai' then stats.report_word('unclassified') else p.subject_kind end) as name,
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
        select coalesce(a.name, stats.report_word('unclassified')) as authority, coalesce(t.name, stats.report_word('no_form')) as form,
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
        select n.name, t.models, t.new, t.maintained, t.replicated, t.recognised,
            (select e.value from stats.closed_cell e
             where base is not null and e.closed_period_id = base_closing and 'M07' = any (equals)
                and e.unit_id = c.unit_id and e.tree = in_tree and e.measure = 'M07'
                and e.block_id is null and e.field_id is null and e.level is null and e.subject_kind is null
                and e.registration_type is null) as before
        from (
            select p.unit_id from registry.unit_parent p
            where p.parent_id = of_unit and p.tree = in_tree and p.valid && daterange(bounds.starts_on, bounds.ends_on, '[]')
            group by p.unit_id) c
        cross join lateral (
            select x.name from registry.unit_name x
            where x.unit_id = c.unit_id and x.valid && daterange(bounds.starts_on, bounds.ends_on, '[]')
            order by lower(x.valid) desc nulls last limit 1) n
        left join lateral (
            -- Of parts the sum; of a closed period the figure itself.
            select sum(x.value) filter (where x.measure = 'M07' and (closing is null or x.registration_type is null)) as models,
                sum(x.value) filter (where x.registration_type = 'new') as new,
                sum(x.value) filter (where x.registration_type = 'maintained') as maintained,
                sum(x.value) filter (where x.registration_type = 'replicated') as replicated,
                sum(x.value) filter (where x.measure = 'M08') as recognised
            from (
                select x.measure, x.registration_type, x.value
                from stats.share x
                where closing is null and x.unit_id = c.unit_id and x.period = open_report.period and x.measure in ('M07', 'M08')
                    and x.tree = in_tree
                union all
                select x.measure, x.registration_type, x.value
                from stats.closed_cell x
                where x.closed_period_id = closing and x.unit_id = c.unit_id and x.measure in ('M07', 'M08')
                    and x.tree = in_tree and x.block_id is null and x.field_id is null and x.level is null and x.subject_kind is null) x
            ) t on true
        where kept),
    claim as (
        select c.*, stats.claim_name(c.measure, c.dimensions, of_unit) as name
        from stats.reconcile(null, unit_code, open_report.period) c where as_of is null),
    warning as (select w.* from stats.report_warnings_on(of_unit, in_tree, open_report.period, as_of, basis) w),
    displaced as materialized (select d.* from stats.displaced(of_unit, in_tree) d where basis = 'current'),
    past as (select t.* from stats.report_trend(of_unit, in_tree, bounds.to_year, case when open_only then open_report.period end) t
        where as_of is null and basis = 'historical'),
    -- Years before the first figure say nothing; one without figures in between does.
    shown as (select p.* from past p where p.year >= (select min(p.year) from past p where p.models is not null)),
    listed (position, item) as (
        select 1, stats.report_table('trend', '{year,text,models,count,new,count,recognised,count,commendations,count}', null, '[1, 3]',
            (select jsonb_agg(jsonb_build_array(t.year, t.models, t.new, t.recognised, t.commendations) order by t.year) from shown t))
        where (select count(*) from shown t where t.models is not null) > 1
        union all
        select 2, stats.report_table('by_block', '{block,text,models,count,share,percent,units_x,count,units_y,count}', 1, null,
            (select jsonb_agg(jsonb_build_array(b.name, coalesce(b.models, 0), stats.share(b.models, m.value), coalesce(b.x, 0), coalesce(b.y, 0)) order by b.id) from by_block b cross join models m))
        where has_blocks
        union all
        select 3, stats.report_table('by_field', '{field,text,models,count,share,percent,before,count,difference,change,recognised,count}', 1, null,
            (select jsonb_agg(jsonb_build_array(f.name, f.value, stats.share(f.value, m.value), e.value, f.value - e.value, coalesce(f.recognised, 0)) order by f.field_set nulls last, f.position)
             from by_field f cross join models m
             cross join lateral (
                select case when base is not null and 'M07' = any (equals) then coalesce((select p.value from plain_before p
                    where p.measure = 'M07' and p.field_id = f.field_id and p.subject_kind is null and p.registration_type is null), 0) end) e (value)))
        union all
        select 4, stats.report_table('by_type', '{type,text,models,count,events,count}', 1, null,
            (select jsonb_agg(jsonb_build_array(t.name, t.value, t.events) order by t.position) from by_type t))
        union all
        select 5, stats.report_table('by_subject_kind', '{kind,text,models,count,subjects,count}', 1, null,
            (select jsonb_agg(jsonb_build_array(k.name, k.value, coalesce(k.subjects, 0)) order by k.position nulls last) from by_kind k))
        union all
        select 6, stats.report_table('recognition', '{level,text,recognised,count,exemplary,count,chosen,count}', 1, null,
            (select jsonb_agg(jsonb_build_array(l.name, coalesce(l.recognised, 0), coalesce(l.exemplary, 0), coalesce(l.chosen, 0)) order by l.position) from by_level l))
        union all
        select 7, stats.report_table('commendations', '{authority,text,form,text,collectives,count,individuals,count,households,count,total,count}', null, null,
            (select jsonb_agg(jsonb_build_array(a.authority, a.form, coalesce(a.collectives, 0), coalesce(a.individuals, 0), coalesce(a.households, 0), a.total)
                order by a.authority collate registry.vietnamese, a.form collate registry.vietnamese) from award a))
        union all
        select 8, stats.report_table('members', '{unit,text,models,count,before,count,difference,change,new,count,maintained,count,replicated,count,recognised,count}', null, null,
            (select jsonb_agg(jsonb_build_array(m.name, coalesce(m.models, 0), m.before, coalesce(m.models, 0) - m.before, coalesce(m.new, 0), coalesce(m.maintained, 0),
                coalesce(m.replicated, 0), coalesce(m.recognised, 0)) order by m.name collate registry.vietnamese) from member m))
        where kept
        union all
        select 9, stats.report_table('submissions', '{kind,text,state,text,count,count}', null, null,
            (select jsonb_agg(jsonb_build_array(coalesce(k.name, p.kind), coalesce(s.name, p.state), p.n) order by k.position, s.position)
                from paper p
                left join registry.term k on k.family = 'submission_kind' and k.code = p.kind
                left join registry.term s on s.family = 'submission_state' and s.code = p.state))
        union all
        select 10, stats.report_table('reconciliation', '{figure,text,submitted,count,naive,count,counted,number,published,number,difference,change,equal,flag,remark,text}', null, null,
            (select jsonb_agg(jsonb_build_array(c.name, c.submitted, c.naive, trim_scale(c.counted), trim_scale(c.published),
                trim_scale(c.counted - c.published), c.equal,
                concat_ws('; ', case when c.inferred then stats.report_word('inferred') end, c.reading, c.problem)) order by c.position_in_print) from claim c))
        where exists (select from claim)
        union all
        select 11, stats.report_table('warnings', '{rule,text,findings,count,dossiers,count,example,text}', null, null,
            (select jsonb_agg(jsonb_build_array(w.code, w.findings, w.dossiers, w.example) order by w.code) from warning w))
        where exists (select from warning)
        union all
        select 12, stats.report_table('displaced', '{unit,text,models_all,count,shown_on,text,divided_into,text,counted_here,flag}', null, null,
            (select jsonb_agg(jsonb_build_array(d.unit_path, d.models, d.shown_on, d.became, d.counted) order by d.unit_path collate registry.vietnamese) from displaced d))
        where exists (select from displaced)
        union all
        select 13, stats.closing_table(closing) where closing is not null)
    select jsonb_build_object(
        'unit', jsonb_build_object('code', unit_code, 'name', (
            select n.name from registry.unit_name n where n.unit_id = of_unit
            order by n.valid @> day desc, lower(n.valid) desc nulls last limit 1), 'path', (select u.path from registry.unit u where u.id = of_unit)),
        'comparison', jsonb_build_object('period', stats.period_before(open_report.period), 'available', base is not null,
            'reason', stats.report_word(why)),
        'closed', stats.closing_card(closing),
        'period', open_report.period, 'starts_on', bounds.starts_on, 'ends_on', bounds.ends_on,
        'basis', basis, 'as_of', as_of, 'cut_off', day, 'tree', in_tree,
        'demo', exists (select from registry.submission s where s.source = 'demo'),
        'source_mark', case when kept then (select k.mark from stats.refresh_mark k) end,
        'pending_changes', (select count(*) from (select from stats.change limit 100000) c),
        'figures', (select jsonb_agg(f.item order by f.sort_order) from figure f),
        'tables', (select jsonb_agg(l.item order by l.position) from listed l),
        'undivided', case basis when 'current' then (
            select coalesce(jsonb_agg(jsonb_build_object('unit', d.unit_code, 'path', d.unit_path, 'shown_on', d.shown_on,
                'counted', d.counted, 'parts', d.parts)), '[]') from stats.undivided(of_unit, in_tree) d) end)
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
