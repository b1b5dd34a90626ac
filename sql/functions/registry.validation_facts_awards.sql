create or replace function registry.validation_facts_awards(ids bigint[], matches jsonb)
returns table (submission_id bigint, facts jsonb)
language plpgsql stable set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- What the rules of recognition and award know beyond the content: the "awards" of registry.validation_facts.
-- Parameters: ids - submissions; only proposals and decisions get a row;
--             matches - {text: [unit ids]} of all unit texts of the batch, as registry.validation_facts has them.
-- Returns:    {"level", "lower_levels", "authorities", "criteria", "models", "recipients", "thematic_bases", "used_numbers", "form_name",
--             "parameters"}.
--             Only what submissions of a smaller turn made is counted, as in registry.validation_facts.
-- Tables:     select - submission, submission_version, campaign, level, authority, criterion, term, legal_parameter, registration,
--             subject, report, achievement, commendation, commendation_decision, document, unit, unit_successor.
-- Index look-ups only, each from the batch (lateral, offset 0).  A batch without proposals and decisions costs one look-up a submission.
declare
    wanted bigint[];
    own    jsonb;
begin
    select array_agg(s.id) into wanted
    from unnest(ids) i cross join lateral (select x.id, x.kind from registry.submission x where x.id = i offset 0) s
    where s.kind in ('recognition_proposal', 'recognition_decision', 'commendation_proposal', 'commendation_decision');
    if wanted is null then
        return;
    end if;

    -- Collectives that are units themselves: by name and unit, by name alone where no unit is given.
    own := registry.unit_match_map(array(
        select distinct registry.collective_text(r.value)
        from unnest(wanted) i cross join lateral (select x.* from registry.submission x where x.id = i offset 0) s
        cross join lateral (select x.content from registry.submission_version x
                            where x.submission_id = s.id and x.version = s.version offset 0) v,
        jsonb_array_elements(case when jsonb_typeof(v.content -> 'recipients') = 'array' then v.content -> 'recipients' else '[]' end) r
        where s.kind in ('commendation_proposal', 'commendation_decision') and r.value ->> 'kind' = 'collective'));

    return query
    select s.id, jsonb_build_object(
        'level', (select registry.level_card(l) from registry.level l where l.code = v.content ->> 'level'),
        -- The grassroots and the commune are one rung.  A level that ended counts where it lies between the next lower one and this.
        'lower_levels', case when s.kind = 'recognition_proposal' then
            (select coalesce(jsonb_agg(registry.level_card(x) order by x.valid @> h.day desc, x.position desc), '[]')
             from registry.level l join registry.level x on x.position < l.position
             where l.code = v.content ->> 'level' and l.code <> 'XA'
               and x.position >= (select max(case when y.code = 'XA' then z.position else y.position end)
                                  from registry.level y left join registry.level z on z.code = 'CO_SO'
                                  where y.position < l.position and y.valid @> h.day)) end,
        'authorities', case when s.kind in ('recognition_decision', 'commendation_decision') then
            (select coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'level', a.level, 'recognises', a.recognises, 'commends', a.commends,
                        'valid_from', lower(a.valid), 'valid_until', upper(a.valid) - 1) order by a.code), '[]')
             from registry.authority a, (select registry.issuer_body(v.content #>> '{decision,issuer}') as key) k
             where k.key = a.name_key or starts_with(k.key, a.name_key || ' ')) end,
        'criteria', case when s.kind = 'recognition_proposal' then
            (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'max_score', c.max_score) order by c.position), '[]')
             from registry.campaign p join registry.criterion c on c.criterion_set = p.criterion_set where p.id = s.campaign_id) end,
        'models', case when s.kind in ('recognition_proposal', 'recognition_decision') then
            (select coalesce(jsonb_agg(jsonb_build_object('index', l.index,
                        'reports', (select coalesce(jsonb_agg(jsonb_build_object('year', r.year, 'filed_on', r.reported_on)
                                                              order by r.year, r.reported_on), '[]')
                                    from (select x.* from registry.report x where x.model_id = l.model_id and x.withdrawn_at is null offset 0) r
                                    cross join lateral (select o.turn from registry.submission o where o.id = r.submission_id offset 0) o
                                    where o.turn < s.turn),
                        'subjects', (select coalesce(jsonb_agg(distinct b.name order by b.name), '[]')
                                     from (select x.submission_id from registry.registration x
                                           where x.model_id = l.model_id and x.withdrawn_at is null offset 0) g
                                     cross join lateral (select o.id, o.version, o.turn from registry.submission o
                                                         where o.id = g.submission_id offset 0) o
                                     cross join lateral (select y.content from registry.submission_version y
                                                         where y.submission_id = o.id and y.version = o.version offset 0) c
                                     cross join lateral (select q ->> 'name' as name
                                                         from jsonb_path_query(c.content, 'strict $.subjects[*]', silent => true) q
                                                         where jsonb_typeof(q -> 'name') = 'string') b
                                     where o.turn < s.turn))
                     -- Appraisals that passed for the same level and year; null, not told, where there is none.
                     || jsonb_strip_nulls(jsonb_build_object('appraisals', registry.appraisal_facts(l.model_id, v.content ->> 'level', s.year, s.turn)))
                     order by l.index), '[]')
             from registry.listed_models(v.content, s.filed_on, matches) l
             -- A model that only a later turn registered is not known yet.
             where exists (select from (select x.submission_id from registry.registration x
                                        where x.model_id = l.model_id and x.withdrawn_at is null offset 0) g
                           join registry.submission o on o.id = g.submission_id where o.turn < s.turn)) end,
        'recipients', case when s.kind in ('commendation_proposal', 'commendation_decision') then
            registry.recipient_facts(v.content, s.filed_on, s.turn, matches, own) end,
        'thematic_bases', case when s.kind in ('commendation_proposal', 'commendation_decision') then
            (select coalesce(jsonb_agg(b.ordinality - 1 order by b.ordinality), '[]')
             from jsonb_array_elements(case when jsonb_typeof(v.content -> 'bases') = 'array' then v.content -> 'bases' else '[]' end)
                  with ordinality b
             where exists (select from registry.document d join registry.commendation_decision c on c.document_id = d.id
                           join registry.submission o on o.id = c.submission_id
                           where d.symbol_key = registry.symbol_key(left(b.value ->> 'symbol', 100)) and c.movement <> ''
                             and c.withdrawn_at is null and o.turn < s.turn)) end,
        'used_numbers', case when s.kind in ('recognition_decision', 'commendation_decision') then
            registry.used_numbers(v.content, s.unit_text, h.day, s.turn) end,
        'form_name', (select t.name from registry.term t where t.family = 'award_form' and t.code = v.content ->> 'form'),
        'parameters', case when s.kind in ('commendation_proposal', 'commendation_decision') then
            (select coalesce(jsonb_object_agg(p.code, p.value), '{}') from registry.legal_parameter p where p.valid @> h.day) end)
    from unnest(wanted) i cross join lateral (select x.* from registry.submission x where x.id = i offset 0) s
    cross join lateral (select x.content from registry.submission_version x
                        where x.submission_id = s.id and x.version = s.version offset 0) v
    -- The day of the act: of the decision, else of filing.
    cross join lateral (select coalesce(case when s.kind in ('recognition_decision', 'commendation_decision')
                                             then registry.iso_date(v.content #>> '{decision,issued_on}') end, s.filed_on) as day) h;
end $$;
comment on function registry.validation_facts_awards(bigint[], jsonb) is
    'Dữ kiện công nhận, khen thưởng / What the rules of recognition and award know of submissions, as JSON.';

create or replace function registry.level_card(l registry.level)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- A level as the rules read it.
    select jsonb_build_object('code', l.code, 'name', l.name, 'position', l.position,
                              'valid_from', lower(l.valid), 'valid_until', upper(l.valid) - 1)
$$;
comment on function registry.level_card(registry.level) is 'Cấp, dạng JSON / A level as JSON.';

create or replace function registry.issuer_body(issuer text)
returns text language sql stable set search_path = registry, pg_temp as $$
-- The comparison key of the body behind an issuer: its chairman signs for it.
    select regexp_replace(registry.name_key(left(issuer, 300)), '^(phó )?chủ tịch ', '')
$$;
comment on function registry.issuer_body(text) is 'Khóa của cơ quan ban hành / Key of the body behind an issuer.';

create or replace function registry.collective_text(recipient jsonb)
returns text language sql immutable parallel safe as $$
-- The text under which a commended collective may be a unit itself: its name with its unit; null for what is no text.
    select case when jsonb_typeof(recipient -> 'name') = 'string' then
        recipient ->> 'name' || case when jsonb_typeof(recipient -> 'unit') = 'string' and recipient ->> 'unit' <> ''
                                     then ', ' || (recipient ->> 'unit') else '' end end
$$;
comment on function registry.collective_text(jsonb) is 'Tên tập thể kèm đơn vị / Name of a commended collective with its unit.';

create or replace function registry.recipient_facts(content jsonb, filed_on date, turn bigint, matches jsonb, own jsonb)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- What is known of each subject of a commendation: when its unit was dissolved, what it was commended for.
-- Parameters: turn - only what submissions of a smaller turn made counts; matches - {text: [unit ids]} of unit texts;
--             own - the same of registry.collective_text.
-- Returns:    [{"index", "ended_on", "achievements": [{"decision", "form", "level", "day", "same_achievement"}], "proceedings": as
--             registry.proceeding_facts}].
--             ended_on only if every unit the collective may be has ended and none goes on under another name; an unknown one is no unit.
    select coalesce(jsonb_agg(jsonb_build_object('index', e.ordinality - 1, 'ended_on', d.ended_on, 'achievements', a.list,
                                                 'proceedings', registry.proceeding_facts(e.value, filed_on, matches))
                              order by e.ordinality), '[]')
    from jsonb_array_elements(case when jsonb_typeof(content -> 'recipients') = 'array' then content -> 'recipients' else '[]' end)
         with ordinality e
    left join lateral (
        select case when bool_and(x.valid << daterange(filed_on, null) and not upper_inf(x.valid)
                                  and not exists (select from registry.unit_successor n where n.from_id = x.id
                                                  and n.kind in ('continue', 'rename', 'upgrade')))
                    then max(upper(x.valid)) - 1 end as ended_on
        from (select u.id, u.valid
              from jsonb_array_elements_text(coalesce(own -> registry.collective_text(e.value),
                       case when registry.name_key(left(e.value ->> 'name', 500))
                                 = registry.name_key(split_part(left(e.value ->> 'unit', 500), ',', 1))
                            then matches -> (e.value ->> 'unit') end, '[]')) c
              join registry.unit u on u.id = c.value::bigint offset 0) x
        where e.value ->> 'kind' = 'collective') d on true
    cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object(
                   'decision', coalesce(w.symbol, w.issuer, w.title), 'form', k.form, 'level', k.level, 'day', k.commended_on,
                   'same_achievement', t.movement = left(coalesce(content ->> 'movement', ''), 200)
                        and t.period is not distinct from content ->> 'period' and t.model_id is not distinct from m.model_id)
                   order by k.commended_on, k.id), '[]') as list
        from (select case when count(*) = 1 then min(u.id) end as unit_id
              from jsonb_array_elements_text(coalesce(matches -> (e.value ->> 'unit'), '[]')) c
              join registry.unit u on u.id = c.value::bigint where (u.valid @> filed_on) is true) u
        -- By the whole key (“is not distinct from” is none): hundreds of units have a “chi bộ thôn 1”.
        cross join lateral (select registry.name_key(left(e.value ->> 'name', 500)) as key, e.value ->> 'kind' as kind offset 0) k0
        cross join lateral (select x.id from registry.subject x
                            where x.name_key = k0.key and x.kind = k0.kind and x.unit_id = u.unit_id
                            union all
                            select x.id from registry.subject x
                            where x.name_key = k0.key and x.kind = k0.kind and x.unit_id is null and u.unit_id is null offset 0) s
        cross join lateral (select x.* from registry.commendation x where x.subject_id = s.id and x.revoked_at is null offset 0) k
        cross join lateral (select x.submission_id from registry.commendation_decision x where x.id = k.commendation_decision_id offset 0) g
        cross join lateral (select x.turn from registry.submission x where x.id = g.submission_id offset 0) o
        cross join lateral (select x.* from registry.achievement x where x.id = k.achievement_id offset 0) t
        cross join lateral (select x.symbol, x.issuer, x.title from registry.document x where x.id = k.document_id offset 0) w
        left join lateral registry.resolved_model(e.value #>> '{model,unit}', registry.name_key(left(e.value #>> '{model,name}', 500)),
                                                  filed_on, matches) m on true
        where o.turn < recipient_facts.turn) a
$$;
comment on function registry.recipient_facts(jsonb, date, bigint, jsonb, jsonb) is
    'Dữ kiện về đối tượng khen / What is known of the subjects of a commendation.';
