create or replace function registry.validation_facts(ids bigint[])
returns table (submission_id bigint, facts text)
language plpgsql volatile security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Everything the rules may know of a batch of submissions, as JSON texts: what the daemon's validation sees, psql sees too.
-- Parameters: ids - submissions; unknown ones are left out.
-- Returns:    one row a submission, by id.  Only what submissions of a smaller turn made is counted, so a verdict does not depend
--             on the number or the speed of lanes; "blocked_by" lists submissions of a smaller turn that could change the verdict
--             and are still waiting for theirs: while it is not empty the others facts may be incomplete.
-- Tables:     select - submission and what hangs on it, unit…, model, registration, recognition, campaign, queue.job.
-- Where a person chose among several units of one name (registry.confirm_finding) that unit is the only candidate.
-- A fixed number of statements, index look-ups only: each starts at the batch (lateral, offset 0), for on tables that grew since
-- they were analysed the planner would walk them whole and look for the batch.
-- A registration waits for equal names wherever they are (they may overlap), a report only for what is about its own units: common
-- titles are filed by many communes on the same day.
-- Volatile on purpose: each statement takes a fresh snapshot, and the blockers are read first, so what a blocker wrote is seen
-- whenever it no longer blocks.
declare
    blockers  jsonb;
    near      jsonb;
    elsewhere jsonb;
    campaigns jsonb;
    texts     text[];
    matches   jsonb;
    cards     jsonb;
    blocks    jsonb;
begin
    -- 1. Who must come first.
    select jsonb_object_agg(s.id, b.ids) into blockers
    from unnest(ids) i cross join lateral (select x.* from registry.submission x where x.id = i offset 0) s,
    lateral (
        select jsonb_agg(distinct x.id) as ids
        from (
            (select o.id from registry.submission o
             where s.kind = 'registration' and o.model_key in (s.model_key, s.source_model_key) and o.state = 'submitted'
               and o.model_key is not null and o.turn < s.turn and o.kind = 'registration'
               and exists (select from queue.job j where j.id = o.job_id)
             order by o.turn limit 5)
            union all
            (select o.id from registry.submission o
             where s.source_model_key is not null and o.state = 'submitted' and o.model_keys is not null and o.turn < s.turn
               and o.kind = 'recognition_decision' and o.model_keys @> array[s.source_model_key]
               and exists (select from queue.job j where j.id = o.job_id)
             order by o.turn limit 5)
            union all
            -- Newest first: while any is left one is found at once, behind none of those already decided.
            (select o.id from registry.campaign c join registry.campaign same on same.unit_id = c.unit_id,
             lateral (select p.id from registry.submission p
                      where p.campaign_id = same.id and p.state = 'submitted' and p.turn < s.turn
                        and exists (select from queue.job j where j.id = p.job_id)
                      order by p.turn desc limit 3) o
             where s.model_keys is not null and c.id = s.campaign_id)
            union all
            (select o.id from unnest(s.model_keys) k,
             lateral (select o.id from registry.submission o
                      where o.model_key = k and o.state = 'submitted' and o.model_key is not null and o.turn < s.turn
                        and exists (select from queue.job j where j.id = o.job_id)
                      order by o.turn limit 5) o
             limit 5)
            union all
            (select o.id from registry.submission o
             where s.model_keys is not null and o.state = 'submitted' and o.model_keys is not null and o.turn < s.turn
               and o.model_keys && s.model_keys and exists (select from queue.job j where j.id = o.job_id)
             order by o.turn limit 5)) x) b;
    -- What a report may have to wait for: whether it does depends on the units that both may mean (4).
    select jsonb_object_agg(s.id, b.others) into near
    from unnest(ids) i cross join lateral (select x.* from registry.submission x where x.id = i and x.kind = 'report' offset 0) s,
    lateral (
        select jsonb_agg(jsonb_build_object('id', o.id, 'text', o.unit_text, 'chosen', o.chosen_unit_id) order by o.turn) as others
        from (select x.* from registry.submission x
              where x.model_key = s.model_key and x.model_key is not null and x.state = 'submitted' and x.turn < s.turn
                and x.kind in ('registration', 'report') and exists (select from queue.job j where j.id = x.job_id)
              order by x.turn limit 50) o) b
    where b.others is not null;

    -- 2. The campaigns of the batch.
    select jsonb_object_agg(c.id, jsonb_build_object(
               'code', c.code, 'rule_set', c.rule_set, 'from', p.first_day, 'to', p.last_day, 'unit', u.path, 'unit_id', c.unit_id,
               'tree', c.tree, 'has_blocks', exists (select from registry.block b
                                                     where b.committee_id = c.unit_id and b.valid && daterange(p.first_day, p.last_day, '[]')),
               -- What a campaign does not say, the law of its first day does.
               'parameters', registry.campaign_defaults(p.first_day) || c.parameters,
               'fields', (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'name', f.name, 'key', f.name_key)
                                                    order by f.position), '[]')
                          from registry.field f where f.field_set = c.field_set)))
    into campaigns
    from (select distinct s.campaign_id
          from unnest(ids) i cross join lateral (select x.* from registry.submission x where x.id = i offset 0) s) d
    join registry.campaign c on c.id = d.campaign_id
    join registry.period p on p.code = c.period
    join registry.unit u on u.id = c.unit_id;

    -- 3. Every unit that a text of the batch may mean, and a card of each such unit.
    select array_agg(distinct t.text) into texts
    from unnest(ids) i cross join lateral (select x.* from registry.submission x where x.id = i offset 0) s
    cross join lateral (select x.content from registry.submission_version x
                        where x.submission_id = s.id and x.version = s.version offset 0) v,
    lateral (select s.unit_text as text
             union all select v.content #>> '{model,source,unit}' where s.source_model_key is not null
             union all select v.content ->> 'sender_unit' where jsonb_typeof(v.content -> 'sender_unit') = 'string'
             union all select registry.listed_unit_texts(v.content) where s.kind not in ('registration', 'report')) t;
    select jsonb_object_agg(m.unit_text, m.units) into matches
    from (select x.unit_text, jsonb_agg(x.unit_id order by x.unit_id) as units from registry.unit_matches(texts) x group by x.unit_text) m;
    select jsonb_object_agg(u.id, jsonb_build_object(
               'id', u.id, 'name', n.name, 'path', u.path, 'type', n.type,
               'valid_from', lower(u.valid), 'valid_until', upper(u.valid) - 1,
               'successors', coalesce(f.paths, '[]'), 'split', coalesce(f.split, false)))
    into cards
    from (select e.value::bigint as id from jsonb_each(matches) m, jsonb_array_elements_text(m.value) e
          union select x.chosen_unit_id from unnest(ids) i cross join lateral (
              select y.chosen_unit_id from registry.submission y where y.id = i offset 0) x where x.chosen_unit_id is not null) d
    join registry.unit u on u.id = d.id,
    lateral (select y.name, y.type from registry.unit_name y where y.unit_id = u.id order by y.valid desc limit 1) n,
    lateral (select jsonb_agg(t.path order by t.path collate "vi-x-icu") as paths, count(*) > 1 or bool_or(x.partial) as split
             from registry.unit_successor x join registry.unit t on t.id = x.to_id
             where x.from_id = u.id and not upper_inf(u.valid)) f;

    -- 4. The reports that wait: for what names one of their units, or of those that these took over from.  Where fifty are in front
    -- there may be more that were not looked at, so all of them are waited for.
    if near is not null then
        elsewhere := registry.unit_match_map(array(select distinct o ->> 'text' from jsonb_each(near) n, jsonb_array_elements(n.value) o));
        select coalesce(blockers, '{}') || coalesce(jsonb_object_agg(w.id, w.others), '{}') into blockers
        from (select n.key as id, (
                  select jsonb_agg(o -> 'id' order by place)
                  from jsonb_array_elements(n.value) with ordinality x (o, place)
                  where jsonb_array_length(n.value) >= 50
                     or array(select c::bigint from jsonb_array_elements_text(
                                  case when o -> 'chosen' = 'null' then elsewhere -> (o ->> 'text') else jsonb_build_array(o -> 'chosen') end) c)
                        && h.known) as others
              from jsonb_each(near) n
              cross join lateral (select x.unit_text, x.chosen_unit_id from registry.submission x where x.id = n.key::bigint offset 0) s
              cross join lateral (
                  select array_agg(c::bigint) as own
                  from jsonb_array_elements_text(
                      case when s.chosen_unit_id is null then matches -> s.unit_text else jsonb_build_array(s.chosen_unit_id) end) c offset 0) u
              cross join lateral (
                  select u.own || array(select p.from_id from registry.unit_successor p where p.to_id = any (u.own)) as known offset 0) h) w
        where w.others is not null;
    end if;

    -- 5. The blocks of the units that may register, where the campaign's committee has blocks.
    if jsonb_path_exists(campaigns, 'strict $.*.has_blocks ? (@ == true)') then
        select jsonb_object_agg(d.campaign_id || ' ' || d.unit_id, k.code) into blocks
        from (select distinct s.campaign_id, c.value::bigint as unit_id
              from unnest(ids) i cross join lateral (select x.* from registry.submission x where x.id = i offset 0) s,
              jsonb_array_elements_text(coalesce(matches -> s.unit_text, '[]')) c
              where s.kind = 'registration' and campaigns #> array[s.campaign_id::text, 'has_blocks'] = 'true') d
        join registry.block k on k.id = registry.block_of(d.unit_id, d.campaign_id);
    end if;

    -- 6. One document a submission.
    return query
    select s.id, jsonb_build_object(
        'id', s.id, 'version', s.version, 'kind', s.kind, 'state', s.state, 'filed_on', s.filed_on, 'source', s.source,
        'supplements_used', s.supplements_used,
        'first_filed_on', case when s.version > 1 then
            (select coalesce(registry.read_day(x.content ->> 'filed_on'), (x.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date)
             from registry.submission_version x where x.submission_id = s.id and x.version = 1) end,
        'blocked_by', coalesce(nullif(blockers -> s.id::text, 'null'), '[]'),
        'campaign', campaigns -> s.campaign_id::text,
        'unit', jsonb_build_object('text', s.unit_text, 'candidates',
            (select coalesce(jsonb_agg(cards -> c.value), '[]')
             from jsonb_array_elements_text(w.units) c)),
        'sender', case when v.content ->> 'sender_unit' ~ '\S' and jsonb_typeof(v.content -> 'sender_unit') = 'string' then
            jsonb_build_object('text', left(v.content ->> 'sender_unit', 500), 'relation', case
                when not coalesce(matches, '{}') ? (v.content ->> 'sender_unit') then 'unknown'
                when exists (select from jsonb_array_elements_text(matches -> (v.content ->> 'sender_unit')) x
                             where x.value::bigint = any (h.alive)) then 'self'
                when exists (select from jsonb_array_elements_text(matches -> (v.content ->> 'sender_unit')) x
                             join registry.unit_parent p on p.parent_id = x.value::bigint and p.unit_id = any (h.alive)
                             where p.valid @> s.filed_on) then 'parent'
                else 'other' end) end,
        'block', case when cardinality(h.alive) = 1 then blocks -> (s.campaign_id || ' ' || h.alive[1]) end,
        'content', v.content,
        -- A supplement adds to the dossier: what came with earlier versions still counts.
        'attachments', (select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'kind', a.kind, 'media_type', a.media_type,
                                                                     'size', a.size, 'sha256', encode(a.sha256, 'hex'),
                                                                     'version', a.version) order by a.version, a.position), '[]')
                        from registry.attachment a where a.submission_id = s.id and a.version <= s.version),
        -- Reports wait for one another and for registrations, so all of a smaller turn are here.
        'other_reports', case when s.kind = 'report' then
            (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'year', r.year,
                                                          'period', coalesce(ov.content ->> 'period', r.year::text)) order by o.id), '[]')
             from (select m.id from unnest(h.known) a
                   join registry.model m on m.unit_id = a and m.name_key = s.model_key offset 0) m
             cross join lateral (select g.year, g.submission_id from registry.report g
                                 where g.model_id = m.id and g.withdrawn_at is null offset 0) r
             join registry.submission o on o.id = r.submission_id
             join registry.submission_version ov on ov.submission_id = o.id and ov.version = o.version
             where o.turn < s.turn and o.id <> s.id) end,
        'closed_figures', case when s.kind = 'report' and s.year is not null and cardinality(h.alive) = 1
            then stats.closed_figures(h.alive[1], s.year) else '[]'::jsonb end,
        -- Equal registrations wait for one another, so at most one of them is here; a later turn only if it overtook a lost job.
        -- From the model to its registrations (lateral, offset 0): on tables that grew since they were analysed, the planner
        -- would start at all registrations of the year.
        'duplicates', (select coalesce(jsonb_agg(r.submission_id order by r.submission_id), '[]')
                       from (select m.id from unnest(h.alive) a
                             join registry.model m on m.unit_id = a and m.name_key = s.model_key offset 0) m
                       cross join lateral (select g.submission_id from registry.registration g
                                           where g.model_id = m.id and g.year = s.year and g.withdrawn_at is null offset 0) r
                       where s.kind = 'registration' and r.submission_id <> s.id),
        -- Of the units that this one took over from too: a model goes on when its commune is merged.
        'registered_years', (select coalesce(jsonb_agg(distinct r.year), '[]')
                       from (select m.id from unnest(h.known) a
                             join registry.model m on m.unit_id = a and m.name_key = s.model_key offset 0) m
                       cross join lateral (select g.year, g.submission_id from registry.registration g
                                           where g.model_id = m.id and g.withdrawn_at is null offset 0) r
                       join registry.submission o on o.id = r.submission_id
                       where o.turn < s.turn),
        'source_model', case when s.source_model_key is not null and s.kind = 'registration' then
            (select jsonb_build_object('found', count(*) > 0, 'recognised', coalesce(bool_or(x.recognised), false))
             from (select exists (select from registry.recognition g join registry.submission o on o.id = g.submission_id
                                  where g.model_id = m.id and g.revoked_at is null and o.turn < s.turn) as recognised
                   from (select m.id
                         from jsonb_array_elements_text(coalesce(matches -> (v.content #>> '{model,source,unit}'), '[]')) c
                         join registry.model m on m.unit_id = c.value::bigint and m.name_key = s.source_model_key offset 0) m
                   where exists (select from registry.registration r join registry.submission o on o.id = r.submission_id
                                 where r.model_id = m.id and r.withdrawn_at is null and o.turn < s.turn offset 0)) x) end,
        'models', case when s.kind in ('recognition_proposal', 'recognition_decision') then
            (select coalesce(jsonb_agg(jsonb_build_object(
                        'index', l.index, 'unit_candidates', l.unit_candidates, 'model_id', l.model_id,
                        'ended_unit', case when l.unit_candidates = 0 then
                            registry.ended_unit(v.content -> 'models' -> l.index ->> 'unit', s.filed_on, matches, cards) end,
                        'registered_years', (select coalesce(jsonb_agg(distinct r.year), '[]')
                                             from registry.registration r join registry.submission o on o.id = r.submission_id
                                             where r.model_id = l.model_id and r.withdrawn_at is null and o.turn < s.turn),
                        'recognitions', (select coalesce(jsonb_agg(jsonb_build_object('level', g.level, 'year', g.year, 'title', g.title)
                                                                   order by g.level, g.year, g.title), '[]')
                                         from registry.recognition g join registry.submission o on o.id = g.submission_id
                                         where g.model_id = l.model_id and g.revoked_at is null and o.id <> s.id
                                           and (o.turn < s.turn or s.kind = 'recognition_decision'))) order by l.index), '[]')
             from registry.listed_models(v.content, s.filed_on, matches) l) end,
        'recipients', case when s.kind in ('commendation_proposal', 'commendation_decision') then
            registry.listed_unit_facts(v.content -> 'recipients', 'unit', s.filed_on, matches, cards) end,
        'inspected_units', case when s.kind = 'inspection_record' then
            registry.listed_unit_facts(v.content -> 'units', null, s.filed_on, matches, cards) end,
        'awards', (select w.facts from registry.validation_facts_awards(ids, matches) w where w.submission_id = s.id))::text
    from unnest(ids) i cross join lateral (select x.* from registry.submission x where x.id = i offset 0) s
    cross join lateral (select x.content from registry.submission_version x
                        where x.submission_id = s.id and x.version = s.version offset 0) v,
    lateral (select case when s.chosen_unit_id is null then coalesce(matches -> s.unit_text, '[]')
                    else jsonb_build_array(s.chosen_unit_id) end as units) w,
    -- Each unit by its id: asked for the units of a day, the planner walks the index of all days for every submission.
    lateral (select c.alive, c.alive || array(select p.from_id from registry.unit_successor p where p.to_id = any (c.alive)) as known
             from (select array_agg(u.id) as alive
                   from jsonb_array_elements_text(w.units) c
                   cross join lateral (select x.id, x.valid from registry.unit x where x.id = c.value::bigint offset 0) u
                   where u.valid @> s.filed_on) c) h
    order by s.id;
end $$;
comment on function registry.validation_facts(bigint[]) is 'Dữ kiện để kiểm tra hồ sơ / What the rules may know of submissions, as JSON.';
