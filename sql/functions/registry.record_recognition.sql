create or replace function registry.record_recognition(campaign text, unit text, decision jsonb, level text, year int, title text, models jsonb,
    proposals bigint[] default '{}', attachments jsonb default '[]')
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records a decision of recognition that people issued, as a submission (recognition_decision): when it is judged valid its
-- recognitions are written and the proposals it rests on become decided.
-- Parameters: campaign - an open one; unit - who hands it in; decision - {"symbol", "issued_on", "issuer", "subject"?}; level - as it
--             existed on the day; year - of the merit, null when the decision does not say; title - mo_hinh, dien_hinh, nhan_rong;
--             models - [{"unit", "name"}], 1..1000; proposals - submissions that passed appraisal, for the same level, year and title;
--             attachments - as registry.submit.
-- Returns:    the submission's id; the same one when recorded again.
-- Errors:     22023 an argument is not as it should be; 42501 the issuer may not recognise at the level on the day (hint: who may);
--             55000 the campaign is closed, a proposal did not pass (hint: its legal steps); P0002 no such proposal;
--             23505 a model has this recognition (detail: which); and those of registry.submit.
-- Tables:     as registry.submit; insert - audit.
declare
    day date := registry.decision_day(decision);
    content jsonb;
    taken text;
begin
    perform registry.open_campaign_id(campaign);
    if title is null or not exists (select from registry.term t where t.family = 'title' and t.code = record_recognition.title) then
        raise exception 'Không có danh hiệu “%” / unknown title “%”', title, title
            using errcode = 'invalid_parameter_value', detail = format('title = %L', title), hint = 'mo_hinh, dien_hinh, nhan_rong';
    end if;
    perform registry.authority_on(decision ->> 'issuer', 'recognise', level, day);
    perform registry.check_list(models, 'models');
    perform registry.check_proposals(proposals, 'recognition_proposal', jsonb_build_object('level', level, 'year', year, 'title', title),
                                     'models', models, day);
    content := jsonb_build_object('filed_on', day, 'decision', decision, 'level', level, 'year', year, 'title', title, 'models', models)
               || case when cardinality(proposals) > 0 then jsonb_build_object('proposals', to_jsonb(proposals)) else '{}' end;
    -- The same decision recorded again is no second recognition.
    select string_agg(format('%s: %s', m.code, d.symbol), '; ' order by m.code) into taken
    from registry.listed_models(content, day, registry.unit_match_map(array(select registry.listed_unit_texts(content)))) l
    join registry.model m on m.id = l.model_id
    join registry.recognition r on r.model_id = l.model_id and r.level = record_recognition.level
         and r.year is not distinct from record_recognition.year and r.title = record_recognition.title and r.revoked_at is null
    join registry.document d on d.id = r.document_id
    where (d.symbol_key, d.issued_on) is distinct from (registry.symbol_key(left(decision ->> 'symbol', 100)), day);
    if taken is not null then
        raise exception 'Mô hình đã được công nhận cùng danh hiệu, cấp, năm / a model has this recognition'
            using errcode = 'unique_violation', constraint = 'recognition_one_per_level_year_and_title', schema = 'registry', table = 'recognition',
                  detail = 'CN-010 ' || left(taken, 1000), hint = 'Bước được phép / legal step: revoke_recognition';
    end if;
    return registry.file_for_officer('recognition_decision', campaign, unit, content, attachments);
end $$;
comment on function registry.record_recognition(text, text, jsonb, text, int, text, jsonb, bigint[], jsonb) is
    'Ghi quyết định công nhận / Records a decision of recognition that people issued.';

create or replace function registry.record_exemplary(campaign text, unit text, decision jsonb, level text, year int, models jsonb,
    proposals bigint[] default '{}', attachments jsonb default '[]')
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records a decision that names exemplary models (điển hình).  Where the campaign counts them among the recognised ones
-- (exemplary_are_recognised), each must be recognised at the level.
-- Parameters, Returns, Errors: as registry.record_recognition; 55000 also: a model that is not recognised (hint: the legal step).
declare
    day date := registry.decision_day(decision);
    missing text;
begin
    if exists (select from registry.campaign c where c.code = record_exemplary.campaign and c.parameters -> 'exemplary_are_recognised' = 'true') then
        perform registry.check_list(models, 'models');
        select string_agg(models #>> array[l.index::text, 'name'], '; ' order by l.index) into missing
        from registry.listed_models(jsonb_build_object('models', models), day,
                 registry.unit_match_map(array(select registry.listed_unit_texts(jsonb_build_object('models', models))))) l
        where not exists (select from registry.recognition r where r.model_id = l.model_id and r.level = record_exemplary.level
                          and r.title = 'mo_hinh' and r.revoked_at is null and (r.year is null or record_exemplary.year is null or r.year <= record_exemplary.year));
        if missing is not null then
            raise exception 'Điển hình phải là mô hình đã được công nhận cùng cấp / an exemplary model must be recognised at the level'
                using errcode = 'object_not_in_prerequisite_state', detail = left(missing, 1000),
                      hint = 'Bước được phép / legal step: record_recognition';
        end if;
    end if;
    return registry.record_recognition(campaign, unit, decision, level, year, 'dien_hinh', models, proposals, attachments);
end $$;
comment on function registry.record_exemplary(text, text, jsonb, text, int, jsonb, bigint[], jsonb) is
    'Ghi quyết định công nhận điển hình / Records a decision that names exemplary models.';

create or replace function registry.check_list(list jsonb, what text)
returns void language plpgsql immutable set search_path = registry, pg_temp as $$
-- Refuses what is no list of 1..1000 named things.  Parameters: what - models or recipients.
-- Errors: 22023 with the place.
declare
    bad bigint;
begin
    if jsonb_typeof(list) is distinct from 'array' or jsonb_array_length(list) not between 1 and 1000 then
        raise exception 'Danh sách trống hoặc quá dài / the list is empty or too long'
            using errcode = 'invalid_parameter_value', detail = format('%s: 1..1000', what),
                  hint = '[{"unit": "Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn", "name": "Trồng cây quế"}]';
    end if;
    select e.ordinality - 1 into bad from jsonb_array_elements(list) with ordinality e
    where jsonb_typeof(e.value) is distinct from 'object' or jsonb_typeof(e.value -> 'name') is distinct from 'string' or e.value ->> 'name' !~ '\S'
       or what = 'recipients' and coalesce(e.value ->> 'kind', '') not in ('collective', 'individual', 'household')
    order by 1 limit 1;
    if found then
        raise exception 'Dòng thứ % của danh sách không đúng / row % of the list is not right', bad + 1, bad + 1
            using errcode = 'invalid_parameter_value', detail = format('%s/%s', what, bad),
                  hint = case what when 'recipients' then '{"kind": "collective", "name": "Chi bộ Tân Thành", "unit": "…"}' else '{"unit": "…", "name": "Trồng cây quế"}' end;
    end if;
end $$;
comment on function registry.check_list(jsonb, text) is 'Kiểm tra danh sách kèm quyết định / Refuses what is no list of named things.';

create or replace function registry.check_proposals(proposals bigint[], wanted_kind text, wanted jsonb, what text, list jsonb, decided_on date)
returns void language plpgsql volatile set search_path = registry, pg_temp as $$
-- Refuses proposals on which a decision cannot rest: another kind, not passed, another level, year, title or form, or passed later; and
-- a decision that names what none of its proposals does.
-- Parameters: wanted - members that the proposal's content must have alike; a null one, or one the proposal lacks, fits anything;
--             what, list - models or recipients, as the decision lists them; decided_on - the day of the decision.
-- Errors:     P0002 no such proposal; 22023 it is about something else; 55000 it did not pass (hint: its legal steps).
-- Tables:     lock - submission; select - submission_version, appraisal.
declare
    p record;
    wrong text;
begin
    for p in select g.id as asked, s.id, s.kind, s.state, v.content,
                    (select max(a.held_on) from registry.appraisal a where a.submission_id = s.id and a.conclusion = 'passed') as passed_on
             from unnest(proposals) g (id) left join registry.submission s on s.id = g.id
             left join registry.submission_version v on v.submission_id = s.id and v.version = s.version order by g.id loop
        if p.id is null then
            raise exception 'Không có hồ sơ số % / no submission %', p.asked, p.asked
                using errcode = 'no_data_found', hint = 'proposals: mã các hồ sơ đề nghị / ids of the proposals';
        end if;
        if p.kind <> wanted_kind then
            raise exception 'Hồ sơ số % không phải là đề nghị cùng loại / submission % is no such proposal', p.id, p.id
                using errcode = 'invalid_parameter_value', detail = format('kind %s', p.kind), hint = wanted_kind;
        end if;
        if p.state not in ('passed', 'decided') then
            perform registry.refuse_step(p.id, p.state, 'decide');
        end if;
        select w.key into wrong from jsonb_each(wanted) w
        where w.value <> 'null' and p.content -> w.key is not null and p.content -> w.key not in ('null', w.value) order by 1 limit 1;
        if wrong is not null or p.passed_on > decided_on then
            raise exception 'Quyết định không khớp hồ sơ đề nghị số % / the decision does not fit proposal %', p.id, p.id
                using errcode = 'invalid_parameter_value',
                      detail = coalesce(format('%s: %s, %s', wrong, p.content -> wrong, wanted -> wrong),
                                        format('CN-011 appraised %s, decided %s', p.passed_on, decided_on)),
                      hint = 'Cùng cấp, năm, danh hiệu hoặc hình thức; quyết định sau thẩm định / the same level, year, title or form, after the appraisal';
        end if;
    end loop;
    if cardinality(proposals) > 0 then
        select string_agg(e.value ->> 'name', '; ' order by e.ordinality) into wrong from jsonb_array_elements(list) with ordinality e
        where registry.name_key(left(e.value ->> 'name', 500)) not in (
            select registry.name_key(left(x ->> 'name', 500))
            from unnest(proposals) g (id) join registry.submission s on s.id = g.id
            join registry.submission_version v on v.submission_id = s.id and v.version = s.version,
            jsonb_path_query(v.content, ('strict $.' || what || '[*]')::jsonpath, silent => true) x where jsonb_typeof(x -> 'name') = 'string');
        if wrong is not null then
            raise exception 'Quyết định nêu tên không có trong hồ sơ đề nghị / the decision names what no proposal does'
                using errcode = 'invalid_parameter_value', detail = format('%s: %s', what, left(wrong, 1000)),
                      hint = 'Thêm hồ sơ đề nghị vào proposals, hoặc ghi đúng tên như hồ sơ / add its proposal, or write the name as proposed';
        end if;
    end if;
end $$;
comment on function registry.check_proposals(bigint[], text, jsonb, text, jsonb, date) is 'Kiểm tra hồ sơ đề nghị của quyết định / Refuses proposals on which a decision cannot rest.';

create or replace function registry.apply_decided(judged registry.judged)
returns void language plpgsql volatile set search_path = registry, pg_temp as $$
-- Marks the proposals that a decision just judged valid rests on as decided.  One that another decision took meanwhile stays as it is.
-- Tables: update - submission; insert - submission_change, audit; stats.touch.
declare
    p bigint;
begin
    if jsonb_typeof(judged.content -> 'proposals') is distinct from 'array' then
        return;
    end if;
    for p in select s.id from registry.submission s
             where s.id in (select (e #>> '{}')::bigint from jsonb_array_elements(judged.content -> 'proposals') e where registry.is_whole(e, 1, 2147483647))
               and s.state = 'passed' and s.kind = replace(judged.kind, 'decision', 'proposal')
             order by s.id for update loop
        perform registry.move_submission(p, 'decide', 'decided', null, jsonb_build_object('decision', judged.id));
        update registry.submission s set decided_by_id = judged.id where s.id = p;
    end loop;
end $$;
comment on function registry.apply_decided(registry.judged) is 'Chuyển hồ sơ đề nghị sang đã quyết định / Marks the proposals of a decision as decided.';
