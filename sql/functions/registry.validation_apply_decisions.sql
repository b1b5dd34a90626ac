create or replace function registry.authority_of(issuer_key text, on_day date)
returns text language sql stable set search_path = registry, pg_temp as $$
-- The body that an issuer's name begins with, the longest first; those in office on the day before others; null = not known.
    select a.code from registry.authority a
    where issuer_key = a.name_key or starts_with(issuer_key, a.name_key || ' ')
    order by a.valid @> coalesce(on_day, registry.today()) desc, length(a.name_key) desc, a.code limit 1
$$;
comment on function registry.authority_of(text, date) is 'Thẩm quyền theo tên cơ quan / The body that an issuer''s name begins with.';

create or replace function registry.ensure_document(content jsonb, turn bigint)
returns bigint language plpgsql volatile set search_path = registry, pg_temp as $$
-- Records the document of a decision that people issued, or finds it by symbol, issuer and day.
-- A document without a symbol is never taken for another.  Of several spellings the one of the smallest turn stays.
-- Tables: insert, update - document.
declare
    the_symbol text := nullif(btrim(content #>> '{decision,symbol}'), '');
    the_issuer text := nullif(btrim(content #>> '{decision,issuer}'), '');
    the_day date := registry.iso_date(content #>> '{decision,issued_on}');
    key text := registry.symbol_key(left(content #>> '{decision,symbol}', 100));
    the_issuer_key text := nullif(registry.name_key(left(content #>> '{decision,issuer}', 300)), '');
    parts text[] := regexp_match(registry.symbol_key(content #>> '{decision,symbol}'), '^([0-9]{1,6})[A-ZĐ]?[-/](?:[0-9]{4}/)?([^-/0-9]+)');
    the_id bigint;
begin
    if key is not null then
        insert into registry.document (symbol, symbol_key, number, type_code, issuer, issuer_key, system, issued_on, date_precision, title,
                                       source, first_turn)
        values (the_symbol, key, parts[1]::int, parts[2], the_issuer, the_issuer_key,
                case when key ~ '^[0-9]+[A-ZĐ]?-[^/]+/' then 'dang' when key ~ '^[0-9]+[A-ZĐ]?/' then 'nha_nuoc' end,
                the_day, case when the_day is null then 'unknown' else 'day' end, content #>> '{decision,subject}', 'submission', turn)
        on conflict (symbol_key, issuer_key, issued_on) where symbol_key is not null do nothing
        returning document.id into the_id;
        if the_id is null then
            -- By the whole key (“is not distinct from” is none): hundreds of communes issue a “01-QĐ/ĐU” every year.
            select d.id into the_id
            from (select x.id from registry.document x
                  where x.symbol_key = key and x.issuer_key = the_issuer_key and x.issued_on = the_day
                  union all
                  select x.id from registry.document x
                  where x.symbol_key = key and x.issuer_key is null and the_issuer_key is null and x.issued_on = the_day
                  union all
                  select x.id from registry.document x
                  where x.symbol_key = key and x.issuer_key = the_issuer_key and x.issued_on is null and the_day is null
                  union all
                  select x.id from registry.document x
                  where x.symbol_key = key and x.issuer_key is null and the_issuer_key is null
                    and x.issued_on is null and the_day is null) d;
            update registry.document d set title = content #>> '{decision,subject}', symbol = the_symbol, issuer = the_issuer, first_turn = turn
            where d.id = the_id and d.first_turn > turn;
        end if;
    else
        insert into registry.document (issuer, issuer_key, issued_on, date_precision, title, source, first_turn)
        values (the_issuer, the_issuer_key, the_day, case when the_day is null then 'unknown' else 'day' end,
                content #>> '{decision,subject}', 'submission', turn)
        returning document.id into the_id;
    end if;
    return the_id;
end $$;
comment on function registry.ensure_document(jsonb, bigint) is 'Ghi văn bản của quyết định nếu chưa có / Records the document of a decision.';

create or replace function registry.unit_match_map(texts text[])
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- {text: [unit ids]} of registry.unit_matches; {} when nothing matches.
    select coalesce(jsonb_object_agg(m.unit_text, m.units), '{}')
    from (select x.unit_text, jsonb_agg(x.unit_id order by x.unit_id) as units from registry.unit_matches(texts) x group by x.unit_text) m
$$;
comment on function registry.unit_match_map(text[]) is 'Bảng đơn vị khớp theo tên / Units that texts may mean, as a JSON object.';

create or replace function registry.apply_recognitions(judged registry.judged[])
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes the recognitions of decisions just judged valid.  A decision is a list: the loop is over decisions, their lists are set-based.
-- Tables: insert - document, recognition; update - the proposals it rests on.  A model already recognised under the same level, year and title stays as it is.
declare
    j registry.judged;
    matches jsonb;
    document bigint;
begin
    foreach j in array judged loop
        matches := registry.unit_match_map(array(select registry.listed_unit_texts(j.content)));
        document := registry.ensure_document(j.content, j.turn);
        insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, authority, document_id, recognised_on)
        select distinct on (l.model_id) j.id, l.model_id, j.campaign_id, j.content ->> 'level', j.year, j.content ->> 'title',
               registry.authority_of(d.issuer_key, d.issued_on), d.id, d.issued_on
        from registry.listed_models(j.content, j.filed_on, matches) l join registry.document d on d.id = document
        where l.model_id is not null
        order by l.model_id
        on conflict (model_id, level, year, title) where revoked_at is null do nothing;
        perform registry.apply_decided(j);
    end loop;
end $$;
comment on function registry.apply_recognitions(registry.judged[]) is 'Ghi quyết định công nhận / Writes the recognitions of decisions.';

create or replace function registry.apply_commendations(judged registry.judged[])
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes commendation decisions just judged valid: document, decision, subjects, achievements, commendations.
-- A decision that an officer recorded (draft_notices) has a notice drafted for each subject.
-- Tables: insert - document, period, commendation_decision, subject, achievement, commendation; update - the proposals it rests on;
--         queue.enqueue.
declare
    j registry.judged;
    matches jsonb;
    document bigint;
    decision bigint;
    the_period text;
    recipients jsonb;
begin
    foreach j in array judged loop
        matches := registry.unit_match_map(array(select registry.listed_unit_texts(j.content)));
        document := registry.ensure_document(j.content, j.turn);
        the_period := j.content ->> 'period';
        if the_period ~ '^(19|20|21)[0-9]{2}(-(H[12]|9M|Q[1-4]|(19|20|21)[0-9]{2}))?$'
           and not (length(the_period) = 9 and right(the_period, 4) < left(the_period, 4)) then
            perform registry.ensure_period(the_period);
        else
            the_period := null;
        end if;
        insert into registry.commendation_decision (submission_id, campaign_id, unit_id, document_id, level, form, authority, movement, period, reason)
        select j.id, j.campaign_id, j.unit_id, d.id, j.content ->> 'level', nullif(j.content ->> 'form', ''),
               registry.authority_of(d.issuer_key, d.issued_on), left(coalesce(j.content ->> 'movement', ''), 200), the_period, coalesce(j.content ->> 'reason', '')
        from registry.document d where d.id = document
        returning id into decision;

        -- The list with its units and models found: exactly one alive unit, else none.
        select jsonb_agg(jsonb_build_object('at', e.ordinality - 1, 'kind', e.value ->> 'kind', 'name', e.value ->> 'name',
                   'name_key', registry.name_key(left(e.value ->> 'name', 500)), 'position', e.value ->> 'position', 'unit_text', coalesce(e.value ->> 'unit', ''),
                   'unit_id', u.id, 'model_id', m.model_id) order by e.ordinality)
        into recipients
        from jsonb_array_elements(case when jsonb_typeof(j.content -> 'recipients') = 'array' then j.content -> 'recipients' else '[]' end)
             with ordinality e
        left join lateral (select min(k.id) as id from jsonb_array_elements_text(coalesce(matches -> (e.value ->> 'unit'), '[]')) c
                           join registry.unit k on k.id = c.value::bigint where (k.valid @> j.filed_on) is true having count(*) = 1) u on true
        left join lateral registry.resolved_model(e.value #>> '{model,unit}', registry.name_key(left(e.value #>> '{model,name}', 500)), j.filed_on, matches) m on true
        where e.value ->> 'kind' in ('collective', 'individual', 'household') and registry.name_key(left(e.value ->> 'name', 500)) <> '';

        perform registry.ensure_subjects(array(
            select (j.id, j.turn, r.unit_id, r.kind, r.name, r.name_key, r."position", null, r.at)::registry.named_subject
            from jsonb_to_recordset(recipients) r (at int, unit_id bigint, kind text, name text, name_key text, "position" text)));
        -- Each by its whole key, as in registry.ensure_subjects: hundreds of units have a “chi bộ thôn 1”.
        select jsonb_agg(e.value || jsonb_build_object('subject_id', s.id) order by e.ordinality) into recipients
        from jsonb_array_elements(recipients) with ordinality e
        cross join lateral (select (e.value ->> 'unit_id')::bigint as unit_id, e.value ->> 'kind' as kind,
                                   e.value ->> 'name_key' as name_key offset 0) r
        cross join lateral (select y.id from registry.subject y
                            where y.name_key = r.name_key and y.kind = r.kind and y.unit_id = r.unit_id
                            union all
                            select y.id from registry.subject y
                            where y.name_key = r.name_key and y.kind = r.kind and y.unit_id is null and r.unit_id is null offset 0) s;
        insert into registry.achievement (subject_id, movement, period, model_id)
        select distinct r.subject_id, left(coalesce(j.content ->> 'movement', ''), 200), the_period, r.model_id
        from jsonb_to_recordset(recipients) r (subject_id bigint, model_id bigint)
        order by r.subject_id, r.model_id
        on conflict on constraint achievement_one_per_subject_movement_period_and_model do nothing;
        insert into registry.commendation (commendation_decision_id, subject_id, achievement_id, document_id, unit_id, level, form, authority,
                                           subject_name, subject_position, unit_text, list_position, commended_on)
        select c.id, r.subject_id, a.id, c.document_id, r.unit_id, c.level, c.form, c.authority, r.name, r."position", r.unit_text, r.at, d.issued_on
        from jsonb_to_recordset(recipients) r (at int, unit_id bigint, name text, "position" text, unit_text text, model_id bigint, subject_id bigint)
        join registry.achievement a on a.subject_id = r.subject_id and a.movement = left(coalesce(j.content ->> 'movement', ''), 200)
             and a.period is not distinct from the_period and a.model_id is not distinct from r.model_id
        join registry.commendation_decision c on c.id = decision
        join registry.document d on d.id = c.document_id
        order by r.at
        on conflict (subject_id, achievement_id, form, document_id) where revoked_at is null do nothing;
        perform registry.apply_decided(j);
        if j.content -> 'draft_notices' = 'true' then
            perform queue.enqueue('commendation_notice', jsonb_build_object('notice', 'N08', 'commendation_id', k.id))
            from registry.commendation k where k.commendation_decision_id = decision order by k.list_position;
        end if;
    end loop;
end $$;
comment on function registry.apply_commendations(registry.judged[]) is 'Ghi quyết định khen thưởng / Writes commendation decisions with their lists.';
