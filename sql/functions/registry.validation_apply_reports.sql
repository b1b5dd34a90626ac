create or replace function registry.apply_reports(judged registry.judged[])
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes reports of results just judged valid; their figures stay claims.  Called by registry.validation_apply.
-- A report hangs on what was registered in front of it, so that it does not matter which job ran first.
-- Each look-up starts at its model (offset 0): on tables that grew since they were analysed, the planner would start at the turns.
-- Tables: insert - report.
begin
    insert into registry.report (submission_id, model_id, registration_id, campaign_id, unit_id, year, narrative, indicators, tables,
                                 held_on, reported_on)
    select j.id, m.id, r.id, j.campaign_id, j.unit_id, j.year, coalesce(j.content ->> 'narrative', ''),
           case when jsonb_typeof(j.content -> 'indicators') = 'array' then j.content -> 'indicators' else '[]' end,
           case when jsonb_typeof(j.content -> 'tables') = 'array' then j.content -> 'tables' else '[]' end,
           registry.iso_date(j.content ->> 'held_on'), j.filed_on
    from unnest(judged) j
    left join lateral (select m.id from registry.model m
                       where m.unit_id = j.unit_id and m.name_key = j.model_key
                         -- Two statements, as there is an index of those that stand and one of the withdrawn.
                         and exists (select from (select r.submission_id from registry.registration r
                                                  where r.model_id = m.id and r.withdrawn_at is null
                                                  union all
                                                  select r.submission_id from registry.registration r
                                                  where r.model_id = m.id and r.withdrawn_at is not null offset 0) r
                                     cross join lateral (select o.turn from registry.submission o where o.id = r.submission_id offset 0) o
                                     where o.turn < j.turn offset 0)) m on true
    left join lateral (select r.id
                       from (select x.id, x.submission_id from registry.registration x
                             where x.model_id = m.id and x.year = j.year and x.withdrawn_at is null offset 0) r
                       cross join lateral (select o.turn from registry.submission o where o.id = r.submission_id offset 0) o
                       where o.turn < j.turn offset 0) r on true
    where j.year is not null
    order by j.id;
end $$;
comment on function registry.apply_reports(registry.judged[]) is 'Ghi báo cáo hợp lệ / Writes valid reports.';

create or replace function registry.apply_inspections(judged registry.judged[])
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes inspection records just judged valid, with the units inspected that are certain.  Called by registry.validation_apply.
-- Tables: insert - inspection, inspection_unit.
begin
    insert into registry.inspection (submission_id, campaign_id, unit_id, year, team, team_key, inspected_on, topics, conclusion)
    select j.id, j.campaign_id, j.unit_id, j.year, coalesce(j.content ->> 'team', ''), registry.name_key(left(coalesce(j.content ->> 'team', ''), 500)),
           registry.iso_date(j.content ->> 'inspected_on'),
           array(select t.value #>> '{}'
                 from jsonb_array_elements(case when jsonb_typeof(j.content -> 'topics') = 'array' then j.content -> 'topics' else '[]' end) t
                 where jsonb_typeof(t.value) = 'string'),
           coalesce(j.content ->> 'conclusion', '')
    from unnest(judged) j where j.year is not null
    order by j.id;

    insert into registry.inspection_unit (inspection_id, unit_id)
    select distinct i.id, u.unit_id
    from unnest(judged) j
    join registry.inspection i on i.submission_id = j.id,
    jsonb_array_elements(case when jsonb_typeof(j.content -> 'units') = 'array' then j.content -> 'units' else '[]' end) t,
    lateral (select min(x.unit_id) as unit_id from registry.unit_matches(array[t.value #>> '{}']) x join registry.unit k on k.id = x.unit_id
             where (k.valid @> j.filed_on) is true having count(*) = 1) u
    order by i.id, u.unit_id;
end $$;
comment on function registry.apply_inspections(registry.judged[]) is 'Ghi biên bản kiểm tra hợp lệ / Writes valid inspection records.';
