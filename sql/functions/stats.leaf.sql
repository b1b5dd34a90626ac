create or replace function stats.leaf(unit_ids bigint[], period_codes text[], cut_off date default null)
returns table (unit_id bigint, period text, measure text, field_id bigint, level text, subject_kind text,
    registration_type text, title text, form text, authority text, value bigint, row_count bigint)
language plpgsql stable security definer rows 100000
set search_path = stats, pg_temp set jit = off as $$
-- The leaf figures of units and periods, counted from canonical rows: this is where every stored measure is defined.
-- Parameters: unit_ids, period_codes - pairs, by position; cut_off - rows dated after it do not count (null: all).
-- Returns:    parts that add up: a row a measure and combination of dimension members, unclassified is 0 or 'chua_phan_loai'.
--             Where one model or subject is in several members (registered in two years as of two fields, recognised at two
--             levels), a row in which these dimensions are null takes off what would be counted twice: the sum over the members
--             of a dimension, that row included, is the figure of all.  Distinct models are counted per period, so a model of
--             three years counts once in three.
-- Sub-year periods count what is dated inside them; what was dated before the year belongs to its first part.
-- Planned for the pairs at hand or once and for all, as the caller sets plan_cache_mode.
#variable_conflict use_column
begin
    return query
    with bounds as materialized (
        select c.code, b.*, b.whole_years or b.starts_on = make_date(b.from_year, 1, 1) as from_the_start
        from (select distinct code from unnest(period_codes) code) c cross join lateral stats.period_bounds(c.code) b),
    windows as materialized (select c.id, stats.window_years(c.id) as years from registry.campaign c),
    longest as materialized (
        select coalesce(max(w.years), 0) as years, coalesce(min(w.years) = 0 and max(w.years) = 0, false) as all_of_one_year from windows w),
    pair as materialized (
        select u.unit_id, b.*, d.day, d.year, least(b.from_year, d.year - l.years) as first_year, l.years as reach,
            l.all_of_one_year
        from unnest(unit_ids, period_codes) u (unit_id, code)
        join bounds b using (code)
        cross join longest l
        cross join lateral (select least(b.ends_on, cut_off) as day, extract(year from least(b.ends_on, cut_off))::integer as year) d),

    -- Registrations of the period, and of as many years before as a campaign's window may reach.
    seen as materialized (
        select p.unit_id, p.code, p.from_year = p.to_year as one_year, r.id, r.year, r.model_id, r.subject_id, r.type,
            coalesce(r.field_id, m.field_id, 0) as field_id, coalesce(r.subject_kind, 'chua_phan_loai') as subject_kind,
            r.year >= p.from_year
                and (p.whole_years or (r.registered_on <= p.ends_on and (p.from_the_start or r.registered_on >= p.starts_on)))
                and (cut_off is null or r.registered_on <= cut_off) as of_period,
            r.year between p.year - p.reach and p.year and m.unit_id = p.unit_id
                and (p.whole_years and cut_off is null or r.registered_on <= p.day)
                and coalesce(m.ended_on > p.day, m.state <> 'ended') as of_present,
            p.all_of_one_year as only_one, r.campaign_id, p.year - r.year as age
        from pair p
        join registry.registration r on r.unit_id = p.unit_id and r.year between p.first_year and p.to_year
        join registry.model m on m.id = r.model_id
        where r.withdrawn_at is null),

    -- M07, M10; M01 to M04 and M06 are read from M07
    registered as not materialized (select s.* from seen s where s.of_period),
    -- Within one year a model is registered once (registration_one_per_model_and_year), so there counts add up.
    registered_once as (
        select r.unit_id, r.code, r.field_id, r.subject_kind, r.type, count(*) as events
        from registered r
        where r.one_year
        group by 1, 2, 3, 4, 5),
    registered_by as (
        select r.unit_id, r.code, r.field_id, r.subject_kind, r.type, count(distinct r.model_id) as models, count(*) as events
        from registered r
        where not r.one_year
        group by r.unit_id, r.code, cube (r.field_id, r.subject_kind, r.type)),
    -- A total less all parts that are finer (inclusion and exclusion).
    registered_part as (
        select r.unit_id, r.code, r.field_id, r.subject_kind, r.type, r.events as models, r.events
        from registered_once r
        union all
        select b.unit_id, b.code, f.x, k.x, t.x, sum(f.sign * k.sign * t.sign * b.models)::bigint, sum(f.sign * k.sign * t.sign * b.events)::bigint
        from registered_by b
        cross join lateral (select b.field_id, 1 where b.field_id is not null
                            union all select null, case when b.field_id is null then 1 else -1 end) f (x, sign)
        cross join lateral (select b.subject_kind, 1 where b.subject_kind is not null
                            union all select null, case when b.subject_kind is null then 1 else -1 end) k (x, sign)
        cross join lateral (select b.type, 1 where b.type is not null
                            union all select null, case when b.type is null then 1 else -1 end) t (x, sign)
        group by b.unit_id, b.code, f.x, k.x, t.x),
    -- Arrays of a unit's subjects are counted one by one: to sort all rows by subject took longer than all else.
    standing_by as (
        select r.unit_id, r.code, r.subject_kind, r.events, s.subjects
        from (select r.unit_id, r.code, r.subject_kind, count(*) as events, array_agg(r.subject_id) as ids
              from registered r
              group by r.unit_id, r.code, r.subject_kind) r
        cross join lateral (select count(distinct x.id) as subjects from unnest(r.ids) x (id) offset 0) s),
    -- Who stands as of one kind in one model and as of another in the next counts once.
    standing_twice as (
        select t.unit_id, t.code, sum(t.subjects)::bigint as subjects
        from (select r.unit_id, r.code, s.subjects
              from (select r.unit_id, r.code, array_agg(r.subject_id) as ids
                    from registered r
                    group by r.unit_id, r.code
                    having min(r.subject_kind) <> max(r.subject_kind)) r
              cross join lateral (select count(distinct x.id) as subjects from unnest(r.ids) x (id) offset 0) s
              union all
              select b.unit_id, b.code, -sum(b.subjects)
              from standing_by b
              group by b.unit_id, b.code
              having count(*) > 1) t
        group by t.unit_id, t.code),
    registration_figure as (
        select b.unit_id, b.code, 'M07' as measure, b.field_id, b.subject_kind, b.type as registration_type, b.models as value, b.events
        from registered_part b
        union all
        select s.unit_id, s.code, 'M10', null, s.subject_kind, null, s.subjects, s.events
        from standing_by s
        union all
        select t.unit_id, t.code, 'M10', null, null, null, t.subjects, 0
        from standing_twice t),

    -- Source models that were replicated: M04B, by the source's own unit
    replicated_by as (
        select p.unit_id, p.code, coalesce(m.field_id, 0) as field_id, count(distinct m.id) as models, count(*) as events
        from pair p
        join registry.model m on m.unit_id = p.unit_id
        join registry.registration r on r.source_model_id = m.id and r.year between p.from_year and p.to_year
        where r.withdrawn_at is null and r.type = 'replicated'
            and (p.whole_years or (r.registered_on <= p.ends_on and (p.from_the_start or r.registered_on >= p.starts_on)))
            and (cut_off is null or r.registered_on <= cut_off)
        group by p.unit_id, p.code, coalesce(m.field_id, 0)),

    -- Models there are on the last day: M05.  The latest registration decides, as long as its campaign's window
    -- reaches; one older than the longest window decides nothing, and where all windows are of one year there is but one.
    present as (
        select s.unit_id, s.code, s.field_id from seen s where s.of_present and s.only_one
        union all
        select l.unit_id, l.code, l.field_id
        from (
            select distinct on (s.unit_id, s.code, s.model_id) s.unit_id, s.code, s.field_id, s.campaign_id, s.age
            from seen s
            where s.of_present and not s.only_one
            order by s.unit_id, s.code, s.model_id, s.year desc, s.id desc) l
        where l.age <= (select w.years from windows w where w.id = l.campaign_id)),
    present_by as (
        select p.unit_id, p.code, p.field_id, count(*) as models
        from present p
        group by p.unit_id, p.code, p.field_id),

    -- Assessed effect: M16, null where nobody assessed anything
    assessed_by as (
        select p.unit_id, p.code, coalesce(m.field_id, 0) as field_id,
            count(distinct m.id) filter (where a.effective) as models, count(*) as events
        from pair p
        join registry.model m on m.unit_id = p.unit_id
        join registry.effect_assessment a on a.model_id = m.id and a.year between p.from_year and p.to_year
        where (p.whole_years or (a.assessed_on <= p.ends_on and (p.from_the_start or a.assessed_on >= p.starts_on)))
            and (cut_off is null or a.assessed_on <= cut_off)
        group by p.unit_id, p.code, coalesce(m.field_id, 0)),

    -- Recognitions: M08, M09, M09B, M19, M20
    recognised as (
        select p.unit_id, p.code, c.model_id, c.level, c.title, coalesce(m.field_id, 0) as field_id,
            bool_or(c.title = 'mo_hinh') over (partition by p.unit_id, p.code, c.model_id, c.level) as as_model
        from pair p
        join registry.recognition c on c.unit_id = p.unit_id and c.year between p.from_year and p.to_year
        join registry.model m on m.id = c.model_id
        where c.revoked_at is null
            and (p.whole_years or (c.recognised_on <= p.ends_on and (p.from_the_start or c.recognised_on >= p.starts_on)))
            and (cut_off is null or c.recognised_on is null or c.recognised_on <= cut_off)),
    recognised_model as (
        select r.unit_id, r.code, r.model_id, r.level, r.field_id, r.title as measure_of
        from recognised r where r.title in ('mo_hinh', 'dien_hinh')
        union all
        select e.unit_id, e.code, e.model_id, e.level, e.field_id, 'dien_hinh trong mo_hinh'
        from recognised e
        where e.title = 'dien_hinh' and e.as_model
        union all
        select s.unit_id, s.code, s.model_id, s.level, s.field_id, 'nhan_rong'
        from recognised s
        where s.title = 'nhan_rong' and exists (
            select from registry.recognition c
            where c.model_id = s.model_id and c.level = s.level and c.title = 'mo_hinh' and c.revoked_at is null)),
    recognised_at as (
        select r.unit_id, r.code, r.model_id, r.level, r.field_id, count(*) as events,
            case r.measure_of when 'mo_hinh' then 'M08' when 'dien_hinh' then 'M09B' when 'nhan_rong' then 'M19' else 'M09' end as measure
        from recognised_model r
        group by r.unit_id, r.code, r.measure_of, r.level, r.field_id, r.model_id),
    recognition_figure as (
        select r.unit_id, r.code, r.measure, r.field_id, r.level, count(*) as value, sum(r.events)::bigint as events
        from recognised_at r
        group by r.unit_id, r.code, r.measure, r.level, r.field_id
        union all
        select r.unit_id, r.code, r.measure, r.field_id, null, count(distinct r.model_id) - count(*), 0
        from recognised_at r
        group by r.unit_id, r.code, r.measure, r.field_id),
    recognition_event as (
        select r.unit_id, r.code, r.level, r.title, count(*) as events
        from recognised r
        group by r.unit_id, r.code, r.level, r.title),

    -- Commendations: M12S; M12 is read from its rows.  The period of merit decides; where none is recorded, the day of the decision.
    commended as (
        select p.unit_id, p.code, c.subject_id, c.level, s.kind as subject_kind,
            coalesce(c.form, 'chua_phan_loai') as form, coalesce(c.authority, 'chua_phan_loai') as authority
        from pair p
        join lateral (
            select c.*, d.period as merit_period
            from registry.commendation c join registry.commendation_decision d on d.id = c.commendation_decision_id
            where c.unit_id = p.unit_id and c.revoked_at is null and d.withdrawn_at is null
            union all
            select c.*, d.period
            from registry.commendation_decision d join registry.commendation c on c.commendation_decision_id = d.id
            where d.unit_id = p.unit_id and c.unit_id is null and c.revoked_at is null and d.withdrawn_at is null) c on true
        join registry.subject s on s.id = c.subject_id
        left join registry.period merit on merit.code = c.merit_period
        where case when merit.code is null then c.commended_on between p.starts_on and p.ends_on
                else merit.first_day >= p.starts_on and merit.last_day <= p.ends_on end
            and (cut_off is null or c.commended_on is null or c.commended_on <= cut_off)),
    commended_by as (
        select c.unit_id, c.code, c.level, c.subject_kind, c.form, c.authority,
            count(*) as events, count(distinct c.subject_id) as subjects
        from commended c
        group by c.unit_id, c.code, c.subject_kind, cube (c.level, c.form, c.authority)),
    commended_part as (
        select b.unit_id, b.code, b.subject_kind, l.x as level, f.x as form, a.x as authority,
            sum(l.sign * f.sign * a.sign * b.subjects)::bigint as subjects, sum(l.sign * f.sign * a.sign * b.events)::bigint as events
        from commended_by b
        cross join lateral (select b.level, 1 where b.level is not null
                            union all select null, case when b.level is null then 1 else -1 end) l (x, sign)
        cross join lateral (select b.form, 1 where b.form is not null
                            union all select null, case when b.form is null then 1 else -1 end) f (x, sign)
        cross join lateral (select b.authority, 1 where b.authority is not null
                            union all select null, case when b.authority is null then 1 else -1 end) a (x, sign)
        group by b.unit_id, b.code, b.subject_kind, l.x, f.x, a.x),

    -- Inspections: M17, M18, by the inspecting unit
    inspected as (
        select p.unit_id, p.code, count(distinct (i.year, i.team_key)) as teams, count(distinct i.id) as records,
            count(distinct u.unit_id) as units, count(u.unit_id) as visits
        from pair p
        join registry.inspection i on i.unit_id = p.unit_id and i.year between p.from_year and p.to_year
        left join registry.inspection_unit u on u.inspection_id = i.id
        where i.withdrawn_at is null
            and (p.whole_years or (i.inspected_on <= p.ends_on and (p.from_the_start or i.inspected_on >= p.starts_on)))
            and (cut_off is null or i.inspected_on is null or i.inspected_on <= cut_off)
        group by p.unit_id, p.code)

    select f.unit_id, f.code, f.measure, f.field_id, null::text, f.subject_kind, f.registration_type,
        null::text, null::text, null::text, f.value, f.events
    from registration_figure f
    where f.value <> 0 or f.events <> 0
    union all
    select f.unit_id, f.code, f.measure, f.field_id, null, null, null, null, null, null, f.value, f.events
    from (select r.unit_id, r.code, 'M04B' as measure, r.field_id, r.models as value, r.events from replicated_by r
          union all select p.unit_id, p.code, 'M05', p.field_id, p.models, p.models from present_by p
          union all select a.unit_id, a.code, 'M16', a.field_id, a.models, a.events from assessed_by a) f
    union all
    select f.unit_id, f.code, f.measure, f.field_id, f.level, null, null, null, null, null, f.value, f.events
    from recognition_figure f
    where f.value <> 0 or f.events <> 0
    union all
    select e.unit_id, e.code, 'M20', null, e.level, null, null, e.title, null, null, e.events, e.events
    from recognition_event e
    union all
    select c.unit_id, c.code, 'M12S', null, c.level, c.subject_kind, null, null, c.form, c.authority, c.subjects, c.events
    from commended_part c
    where c.subjects <> 0 or c.events <> 0
    union all
    select i.unit_id, i.code, f.measure, null, null, null, null, null, null, null, f.value, f.events
    from inspected i cross join lateral (values ('M17', i.teams, i.records), ('M18', i.units, i.visits)) f (measure, value, events);
end $$;
comment on function stats.leaf(bigint[], text[], date) is 'Đếm số liệu gốc của đơn vị từ dữ liệu chuẩn / Counts leaf figures of units and periods from canonical rows.';
