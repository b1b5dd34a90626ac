-- What the rules know of acts that officers recorded: appraisals, proceedings, numbers of decisions.  Read by
-- registry.validation_facts_awards.

create or replace function registry.appraisal_facts(model_id bigint, level text, year int, turn bigint)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- The appraisals that a model passed for a level and year, the earliest first; null for none.
-- Parameters: turn - only proposals of a smaller turn count; year - null fits any.
-- Returns:    [{"body", "held_on", "members": [{"name", "unit"}], "scores": {criterion: score, …, "total"}}]; scores only if given.
-- Tables:     select - appraisal_model, appraisal, submission, submission_version, council_member, criterion_score.
    select jsonb_agg(jsonb_build_object('body', a.body, 'held_on', a.held_on,
               'members', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'unit', c.unit_text) order by c.position), '[]')
                           from registry.council_member c where c.appraisal_id = a.id))
               || case when m.total is null then '{}' else jsonb_build_object('scores',
                      (select jsonb_object_agg(k.criterion, k.score) from registry.criterion_score k
                       where k.appraisal_id = m.appraisal_id and k.position = m.position) || jsonb_build_object('total', m.total)) end
               order by a.held_on, a.id)
    from (select x.* from registry.appraisal_model x where x.model_id = appraisal_facts.model_id offset 0) m
    cross join lateral (select x.* from registry.appraisal x where x.id = m.appraisal_id and x.conclusion = 'passed' offset 0) a
    cross join lateral (select x.turn, x.year from registry.submission x where x.id = a.submission_id offset 0) o
    cross join lateral (select x.content from registry.submission_version x
                        where x.submission_id = a.submission_id and x.version = a.version offset 0) v
    where o.turn < appraisal_facts.turn and v.content ->> 'level' = appraisal_facts.level
      and (o.year is null or appraisal_facts.year is null or o.year = appraisal_facts.year)
$$;
comment on function registry.appraisal_facts(bigint, text, int, bigint) is 'Dữ kiện thẩm định của mô hình / The appraisals that a model passed.';

create or replace function registry.proceeding_facts(recipient jsonb, on_day date, matches jsonb)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- Proceedings against a subject of a commendation: of its name and kind, in the unit it is listed with or one that this took over from.
-- Parameters: on_day - the day on which the unit is looked up; matches - {text: [unit ids]} of unit texts.
-- Returns:    [{"valid_from", "valid_until"}], valid_until null while it is open; [] for none.
-- Tables:     select - discipline, unit, unit_successor.
    select coalesce(jsonb_agg(jsonb_build_object('valid_from', lower(d.valid), 'valid_until', upper(d.valid) - 1) order by d.valid, d.id), '[]')
    from (select x.* from registry.discipline x
          where x.name_key = registry.name_key(left(recipient ->> 'name', 500)) and x.subject_kind = recipient ->> 'kind' offset 0) d
    where d.unit_id is null
       or exists (select from jsonb_array_elements_text(coalesce(matches -> (recipient ->> 'unit'), '[]')) c
                  join registry.unit u on u.id = c.value::bigint
                  where (u.valid @> on_day) is true
                    and (u.id = d.unit_id or exists (select from registry.unit_successor s where s.from_id = d.unit_id and s.to_id = u.id)))
$$;
comment on function registry.proceeding_facts(jsonb, date, jsonb) is 'Việc đang xem xét đối với đối tượng khen / Proceedings against a subject of a commendation.';

create or replace function registry.used_numbers(content jsonb, unit_text text, on_day date, turn bigint)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- The numbers of other decisions that one issuer gave in the year to papers of the type of this one.  Issuers are often written without
-- their place, so only decisions that the same unit handed in count.
-- Parameters: on_day - the day of the decision; turn - only submissions of a smaller turn count.
-- Returns:    [{"number", "symbol", "issued_on"}]; [] for a decision without number or issuer.
-- Tables:     select - document, recognition, commendation_decision, submission.
    select coalesce(jsonb_agg(jsonb_build_object('number', d.number, 'symbol', d.symbol, 'issued_on', d.issued_on) order by d.number, d.issued_on), '[]')
    from registry.symbol_key(left(content #>> '{decision,symbol}', 100)) k (key)
    cross join lateral (select regexp_match(k.key, '^([0-9]{1,6})[A-ZĐ]?[-/](?:[0-9]{4}/)?([^-/0-9]+)') as parts) p
    cross join lateral (select x.* from registry.document x
                        where x.issuer_key = nullif(registry.name_key(left(content #>> '{decision,issuer}', 300)), '') and x.type_code = p.parts[2]
                          and x.issued_on between date_trunc('year', on_day)::date and (date_trunc('year', on_day) + interval '1 year')::date - 1
                          and x.number = p.parts[1]::int offset 0) d
    where (d.symbol_key, d.issued_on) is distinct from (k.key, on_day)
      and exists (select from (select r.submission_id from registry.recognition r where r.document_id = d.id and r.revoked_at is null
                               union all
                               select c.submission_id from registry.commendation_decision c where c.document_id = d.id and c.withdrawn_at is null) w
                  join registry.submission o on o.id = w.submission_id
                  where o.turn < used_numbers.turn and o.unit_text = used_numbers.unit_text)
$$;
comment on function registry.used_numbers(jsonb, text, date, bigint) is 'Số văn bản đã dùng trong năm / Numbers one issuer used in the year for papers of this type.';
