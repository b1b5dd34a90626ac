create or replace function registry.appraisable(submission_id bigint, step text)
returns registry.submission language plpgsql volatile set search_path = registry, pg_temp as $$
-- Locks a proposal that may go into appraisal, or is in it.
-- Errors: P0002 no such submission; 22023 not a proposal; 55000 not in a state for the step, or a warning waits to be confirmed.
-- Tables: lock - submission; select - finding.
declare
    s registry.submission%rowtype;
    waiting text;
begin
    select x.* into s from registry.submission x where x.id = appraisable.submission_id for update;
    if not found then
        raise exception 'Không có hồ sơ số % / no submission %', submission_id, submission_id
            using errcode = 'no_data_found', hint = 'Mã hồ sơ do registry.submit trả về / the id that registry.submit returned';
    end if;
    if s.kind not in ('recognition_proposal', 'commendation_proposal') then
        raise exception 'Chỉ thẩm định hồ sơ đề nghị / only proposals are appraised'
            using errcode = 'invalid_parameter_value', detail = format('id %s, kind %s', s.id, s.kind),
                  hint = 'recognition_proposal, commendation_proposal';
    end if;
    if not exists (select from registry.submission_steps() p where p.from_state = s.state and p.step = appraisable.step) then
        perform registry.refuse_step(s.id, s.state, step);
    end if;
    select string_agg(f.code || ' ' || f.path, ', ' order by f.code, f.path) into waiting
    from registry.finding f
    where s.state = 'valid' and f.submission_id = s.id and f.version = s.version and f.rule_set = s.rule_set and f.severity = 'C'
      and f.confirmed_at is null;
    if waiting is not null then
        raise exception 'Hồ sơ còn cảnh báo chưa được xác nhận / warnings wait to be confirmed'
            using errcode = 'object_not_in_prerequisite_state', detail = format('id %s: %s', s.id, left(waiting, 1000)),
                  hint = 'Bước được phép / legal step: confirm_finding';
    end if;
    return s;
end $$;
comment on function registry.appraisable(bigint, text) is 'Khóa hồ sơ để thẩm định / Locks a proposal that may be appraised.';

create or replace function registry.begin_appraisal(submission_id bigint, note text default null)
returns void language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Takes a valid proposal into appraisal: valid → under_appraisal.  It can no longer be withdrawn.
-- Parameters: note - kept in the audit.
-- Errors:     P0002, 22023, 55000 as registry.appraisable.
-- Tables:     update - submission; insert - submission_change, audit; stats.touch, queue.enqueue.
begin
    perform registry.appraisable(submission_id, 'begin_appraisal');
    perform registry.move_submission(submission_id, 'begin_appraisal', 'under_appraisal', note);
    perform queue.enqueue('aggregation_refresh', '{}');
    perform pg_notify('registry_changes', '');
end $$;
comment on function registry.begin_appraisal(bigint, text) is 'Đưa hồ sơ vào thẩm định / Takes a valid proposal into appraisal.';

create or replace function registry.return_submission(submission_id bigint, reason text)
returns void language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Returns a proposal under appraisal to its sender, without a session of the council: under_appraisal → returned.
-- Parameters: reason - 1..1000 characters, for the sender.
-- Errors:     P0002, 22023, 55000 as registry.appraisable; 22023 no reason.
-- Tables:     update - submission; insert - submission_change, audit; stats.touch, queue.enqueue.
declare
    why text := registry.need_reason(reason);
begin
    perform registry.appraisable(submission_id, 'return_submission');
    perform registry.move_submission(submission_id, 'return_submission', 'returned', why);
    perform queue.enqueue('aggregation_refresh', '{}');
    perform pg_notify('registry_changes', '');
end $$;
comment on function registry.return_submission(bigint, text) is 'Trả lại hồ sơ / Returns a proposal under appraisal to its sender.';

create or replace function registry.appraise(submission_id bigint, scores jsonb, council jsonb, minutes jsonb, conclusion text)
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records the appraisal of a proposal and its conclusion: valid or under_appraisal → passed, failed or returned.
-- Parameters: scores - as registry.read_scores; null or [] where the campaign scores nothing;
--             council - [{"name", "office"?, "unit"?, "role"?}], 1..50 members, none of whom is a subject of what he appraises;
--             minutes - {"body", "held_on", "reason"?, …}: the body, its day, why it failed or is returned; others are kept;
--             conclusion - passed, failed, returned.
-- Returns:    the appraisal's id.
-- Errors:     P0002 no such submission; 55000 not in a state to be appraised (hint: the legal steps), or a warning waits;
--             22023 not a proposal, minutes, council, scores or conclusion not as they should be (detail: rule and place);
--             42501 the body may not appraise for the campaign on that day (hint: who may).
-- Tables:     insert - appraisal, appraisal_model, criterion_score, council_member, audit, submission_change; update - submission;
--             stats.touch, queue.enqueue.
declare
    s          registry.submission%rowtype := registry.appraisable(submission_id, 'appraise');
    c          registry.campaign%rowtype;
    content    jsonb;
    day        date;
    body       text;
    why        text;
    by_unit    bigint;
    by_code    text;
    the_scores jsonb;
    the_id     bigint;
begin
    select x.* into c from registry.campaign x where x.id = s.campaign_id;
    select v.content into content from registry.submission_version v where v.submission_id = s.id and v.version = s.version;
    if conclusion is null or conclusion not in ('passed', 'failed', 'returned') then
        raise exception 'Không có kết luận “%” / unknown conclusion “%”', conclusion, conclusion
            using errcode = 'invalid_parameter_value', detail = format('conclusion = %L', conclusion), hint = 'passed, failed, returned';
    end if;
    if jsonb_typeof(minutes) is distinct from 'object' or jsonb_typeof(minutes -> 'body') is distinct from 'string'
       or minutes ->> 'body' !~ '\S' or length(minutes ->> 'body') > 300 then
        raise exception 'Biên bản thẩm định phải nêu cơ quan và ngày / the minutes must name body and day'
            using errcode = 'invalid_parameter_value', detail = 'CN-003 minutes.body',
                  hint = '{"body": "Ban Dân vận Huyện ủy", "held_on": "2021-11-10"}';
    end if;
    body := btrim(minutes ->> 'body');
    day := registry.act_day(minutes ->> 'held_on', 'CN-003 minutes.held_on');
    if day < s.filed_on then
        raise exception 'Thẩm định trước ngày nộp hồ sơ / the appraisal is before the proposal'
            using errcode = 'invalid_parameter_value', detail = format('CN-011 held_on %s, filed_on %s', day, s.filed_on),
                  hint = 'Kiểm tra lại ngày thẩm định / look at the day of the appraisal';
    end if;
    if conclusion <> 'passed' then
        why := registry.need_reason(minutes ->> 'reason');
    end if;
    select a.unit_id, a.authority into by_unit, by_code from registry.appraiser_on(body, c.unit_id, content ->> 'level', day) a;
    perform registry.check_council(council, content);
    the_scores := registry.read_scores(scores, c, content, conclusion);

    insert into registry.appraisal (submission_id, version, round, body, body_unit_id, authority, held_on, conclusion, reason, minutes)
    values (s.id, s.version, 1 + (select count(*) from registry.appraisal a where a.submission_id = s.id), body, by_unit, by_code, day,
            appraise.conclusion, why, appraise.minutes)
    returning id into the_id;
    insert into registry.council_member (appraisal_id, position, name, name_key, office, unit_text, role)
    select the_id, m.ordinality - 1, btrim(m.value ->> 'name'), registry.person_key(m.value ->> 'name'), m.value ->> 'office',
           m.value ->> 'unit', m.value ->> 'role'
    from jsonb_array_elements(council) with ordinality m;
    insert into registry.appraisal_model (appraisal_id, position, model_id, name, total)
    select the_id, l.index, l.model_id, coalesce(content #>> array['models', l.index::text, 'name'], ''),
           (the_scores #>> array[l.index::text, 'total'])::numeric
    from registry.listed_models(content, s.filed_on, registry.unit_match_map(array(select registry.listed_unit_texts(content)))) l;
    insert into registry.criterion_score (appraisal_id, position, criterion_set, criterion, score)
    select the_id, m.key::int, c.criterion_set, p.key, (p.value #>> '{}')::numeric
    from jsonb_each(the_scores) m, jsonb_each(m.value) p where p.key <> 'total';

    if s.state = 'valid' then
        perform registry.move_submission(s.id, 'appraise', 'under_appraisal', null, jsonb_build_object('appraisal_id', the_id));
    end if;
    perform registry.move_submission(s.id, 'appraise', appraise.conclusion, why, jsonb_build_object('appraisal_id', the_id));
    perform queue.enqueue('aggregation_refresh', '{}');
    perform pg_notify('registry_changes', '');
    return the_id;
end $$;
comment on function registry.appraise(bigint, jsonb, jsonb, jsonb, text) is
    'Ghi kết quả thẩm định / Records the appraisal of a proposal: scores, council, minutes, conclusion.';

create or replace function registry.appraiser_on(body text, organiser bigint, level text, on_day date)
returns table (unit_id bigint, authority text) language plpgsql stable set search_path = registry, pg_temp as $$
-- Who a body is that may appraise for an organiser on a day: the organiser itself, a unit that acts for it, or a body that
-- recognises or commends at the level.
-- Errors: 42501 none of these (hint: who may).
begin
    return query
    select u.id, null::text
    from registry.unit_matches(array[body]) m join registry.unit u on u.id = m.unit_id
    where u.valid @> on_day
      and (u.id = organiser or exists (select from registry.unit_role r
                                       where r.unit_id = u.id and r.for_unit_id = organiser and r.valid @> on_day))
    order by u.id limit 1;
    if found then
        return;
    end if;
    return query
    select null::bigint, a.code
    from registry.authority a, registry.issuer_body(body) k
    where (k = a.name_key or starts_with(k, a.name_key || ' ')) and a.valid @> on_day and (a.recognises or a.commends)
      and (a.level is null or a.level = appraiser_on.level)
    order by length(a.name_key) desc, a.code limit 1;
    if not found then
        raise exception '“%” không được thẩm định cho đợt này ngày % / this body may not appraise on that day', left(body, 200),
            to_char(on_day, 'DD/MM/YYYY')
            using errcode = 'insufficient_privilege', detail = format('body = %L, level = %L, day %s', left(body, 200), level, on_day),
                  hint = 'Được thẩm định / may: ' || concat_ws(', ',
                      (select u.path from registry.unit u where u.id = organiser and u.valid @> on_day),
                      (select string_agg(u.path, ', ' order by u.path) from registry.unit_role r join registry.unit u on u.id = r.unit_id
                       where r.for_unit_id = organiser and r.valid @> on_day),
                      (select string_agg(a.name, ', ' order by a.code) from registry.authority a
                       where a.valid @> on_day and (a.recognises or a.commends) and (a.level is null or a.level = appraiser_on.level)));
    end if;
end $$;
comment on function registry.appraiser_on(text, bigint, text, date) is 'Cơ quan được thẩm định / Who may appraise for an organiser on a day.';

create or replace function registry.check_council(council jsonb, content jsonb)
returns void language plpgsql stable set search_path = registry, pg_temp as $$
-- Refuses a council that is none, or one in which somebody appraises what is his own.
-- Errors: 22023 with the rule (CN-003, CN-008) and the place.
-- Tables: select - registration, submission, submission_version.
declare
    bad bigint;
    subjects text[];
begin
    if jsonb_typeof(council) is distinct from 'array' or jsonb_array_length(council) not between 1 and 50 then
        raise exception 'Thiếu thành phần thẩm định / the council is missing'
            using errcode = 'invalid_parameter_value', detail = 'CN-003 council: 1..50 members',
                  hint = '[{"name": "Nguyễn Văn A", "unit": "Ban Dân vận", "office": "Trưởng ban", "role": "Chủ tịch"}]';
    end if;
    select m.ordinality - 1 into bad from jsonb_array_elements(council) with ordinality m
    where jsonb_typeof(m.value) is distinct from 'object' or jsonb_typeof(m.value -> 'name') is distinct from 'string'
       or length(m.value ->> 'name') > 200 or registry.person_key(m.value ->> 'name') = ''
       or exists (select from jsonb_each(m.value) x where x.key in ('office', 'unit', 'role')
                  and (jsonb_typeof(x.value) not in ('string', 'null') or length(x.value #>> '{}') > 500))
    order by 1 limit 1;
    if found then
        raise exception 'Thành viên thứ % không đúng / member % of the council is not right', bad + 1, bad + 1
            using errcode = 'invalid_parameter_value', detail = format('CN-003 council/%s', bad), hint = '{"name": "Nguyễn Văn A", "unit": "Ban Dân vận"}';
    end if;
    -- Subjects of the models as registered, and those that the proposal itself lists.
    select array_agg(distinct registry.person_key(n.name)) into subjects
    from (select q ->> 'name' as name
          from registry.listed_models(content, registry.today(), registry.unit_match_map(array(select registry.listed_unit_texts(content)))) l
          join registry.registration g on g.model_id = l.model_id and g.withdrawn_at is null
          join registry.submission o on o.id = g.submission_id
          join registry.submission_version v on v.submission_id = o.id and v.version = o.version,
          jsonb_path_query(v.content, 'strict $.subjects[*]', silent => true) q
          union all
          select r ->> 'name' from jsonb_path_query(content, 'strict $.recipients[*]', silent => true) r) n
    where n.name is not null;
    select m.ordinality - 1 into bad from jsonb_array_elements(council) with ordinality m
    where registry.person_key(m.value ->> 'name') = any (subjects) or registry.person_key(m.value ->> 'unit') = any (subjects)
    order by 1 limit 1;
    if found then
        raise exception '“%” là chủ thể hoặc thuộc chủ thể được thẩm định / is a subject of what is appraised', council #>> array[bad::text, 'name']
            using errcode = 'invalid_parameter_value', detail = format('CN-008 council/%s', bad),
                  hint = 'Cử người khác thẩm định / somebody else must appraise';
    end if;
end $$;
comment on function registry.check_council(jsonb, jsonb) is 'Kiểm tra thành phần thẩm định / Refuses a council that is none, or judges its own.';

create or replace function registry.read_scores(scores jsonb, c registry.campaign, content jsonb, conclusion text)
returns jsonb language plpgsql stable set search_path = registry, pg_temp as $$
-- Reads the scores of an appraisal.
-- Parameters: scores - [{"model": place in the proposal, 0 by default, criterion: score, …, "total"?: sum}], one for each model, or
--             one such object; null or [] for none.  The highest score is the campaign's (criterion_maxima), else the criterion's;
--             where neither gives one, none is too high.
-- Returns:    {place: {criterion: score, …, "total": sum}}; {} for none.
-- Errors:     22023 with rule and place: CN-004 a criterion or a model without score, CN-005 above its maximum or a wrong sum,
--             CN-006 passed below the campaign's threshold (recognition_threshold), or without scores where there is one.
declare
    given     jsonb := case jsonb_typeof(scores) when 'object' then jsonb_build_array(scores) when 'null' then '[]' else coalesce(scores, '[]') end;
    threshold numeric := case when jsonb_typeof(c.parameters -> 'recognition_threshold') = 'number'
                              then (c.parameters ->> 'recognition_threshold')::numeric end;
    models    int := case when jsonb_typeof(content -> 'models') = 'array' then jsonb_array_length(content -> 'models') else 0 end;
    result    jsonb := '{}';
    row_      jsonb;
    place     int;
    sum_      numeric;
    k         record;
    problem   text;
begin
    if jsonb_typeof(given) <> 'array' then
        problem := 'CN-004 scores: a list is wanted';
    elsif given = '[]' then
        problem := case when threshold is not null and conclusion = 'passed' and models > 0 then 'CN-006 scores: none given' end;
    elsif jsonb_array_length(given) <> models then
        problem := format('CN-004 scores: %s for %s models', jsonb_array_length(given), models);
    else
        for row_ in select g.value from jsonb_array_elements(given) g loop
            place := case when registry.is_whole(coalesce(row_ -> 'model', '0'), 0, models - 1) then coalesce(row_ ->> 'model', '0')::int end;
            if place is null or result ? place::text then
                problem := format('CN-004 scores: model %s', left(coalesce(row_ ->> 'model', '0'), 20));
                exit;
            end if;
            sum_ := 0;
            for k in select r.code, row_ -> r.code as score,
                            coalesce(case when jsonb_typeof(c.parameters #> array['criterion_maxima', r.code]) = 'number'
                                          then (c.parameters #>> array['criterion_maxima', r.code])::numeric end, r.max_score) as maximum
                     from registry.criterion r where r.criterion_set = c.criterion_set order by r.position loop
                if jsonb_typeof(k.score) is distinct from 'number' then
                    problem := format('CN-004 scores/%s/%s: no number', place, k.code);
                elsif (k.score #>> '{}')::numeric < 0 or (k.score #>> '{}')::numeric > k.maximum then
                    problem := format('CN-005 scores/%s/%s: %s of %s', place, k.code, k.score, coalesce(k.maximum::text, '0..'));
                else
                    sum_ := sum_ + (k.score #>> '{}')::numeric;
                end if;
                exit when problem is not null;
            end loop;
            exit when problem is not null;
            select x.key into problem from jsonb_object_keys(row_) x (key)
            where x.key not in ('model', 'total') and not exists (select from registry.criterion r
                                                                  where r.criterion_set = c.criterion_set and r.code = x.key) limit 1;
            if problem is not null then
                problem := format('CN-004 scores/%s/%s: no criterion of the campaign', place, left(problem, 100));
            elsif row_ ? 'total' and row_ -> 'total' <> 'null' and row_ -> 'total' <> to_jsonb(sum_) then
                problem := format('CN-005 scores/%s/total: %s, sum %s', place, left((row_ -> 'total')::text, 50), sum_);
            elsif conclusion = 'passed' and sum_ < threshold then
                problem := format('CN-006 scores/%s: %s of %s', place, sum_, threshold);
            end if;
            exit when problem is not null;
            result := result || jsonb_build_object(place::text, row_ - 'model' || jsonb_build_object('total', sum_));
        end loop;
    end if;
    if problem is not null then
        raise exception 'Điểm thẩm định không đúng: % / the scores are not right', problem
            using errcode = 'invalid_parameter_value', detail = problem,
                  hint = format('Mỗi mô hình một dòng đủ tiêu chí / one row a model with every criterion: %s', (
                      select string_agg(r.code || ' (' || r.name || ')', ', ' order by r.position)
                      from registry.criterion r where r.criterion_set = c.criterion_set));
    end if;
    return result;
end $$;
comment on function registry.read_scores(jsonb, registry.campaign, jsonb, text) is 'Đọc điểm thẩm định / Reads and checks the scores of an appraisal.';
