create or replace function registry.check_campaign_parameters(parameters jsonb, rule_set int)
returns void language plpgsql stable set search_path = registry, pg_temp as $$
-- Refuses parameters of a campaign that are not as they should be, and those it does not know.
-- Parameters: parameters - an object; rule_set - the campaign's version of the rule book.
--             rule_set                  the version, 1 and up; only when the campaign is opened
--             registration_deadline, report_deadline, proposal_deadline
--                                       see registry.deadline_day: “trước ngày 25/10/2026”, “2026-10-25”
--             supplement_limit          how often a supplement may be handed in, 0..10
--             supplement_days           days to hand it in, 1..365
--             registration_window_years for how many years after its own a registration keeps its model among the
--                                       present ones (M05), 0..20; else the years of the period less one
--             request_supplements       true: the request (N02) is drafted as soon as a supplement is needed
--             contact                   whom to ask, 1..300 characters, printed in the request
--             publish_scores            true: the notice of an appraisal (N05) prints the scores
--             subject_kinds             a list of collective, individual, household
--             change_limit_percent      change from one period to the next that needs no explanation, 1..100000
--             exemplary_are_recognised  true: exemplary models are counted among the recognised ones
--             severity                  {"DK-012": "C"}: L for C or C for L; never off
--             recognition_threshold     total score from which a model is recognised, 0 and up
--             criterion_maxima          {"novelty": 25}: highest scores, before what the criterion set says
--             award_form_cap            how often one form is given to one subject in a year, 1..100
--             award_once_for_all_levels true: one achievement is commended once by all levels together
-- Errors:     22023 with the path in the detail and what is right in the hint: of an unknown name the nearest known.
-- Tables:     select - rule.
declare
    known constant text[] := array['rule_set', 'registration_deadline', 'report_deadline', 'proposal_deadline', 'supplement_limit',
        'supplement_days', 'request_supplements', 'contact', 'subject_kinds', 'change_limit_percent', 'exemplary_are_recognised',
        'severity', 'recognition_threshold', 'criterion_maxima', 'award_form_cap', 'award_once_for_all_levels', 'publish_scores',
        'registration_window_years'];
    name  text;
    given text;
    value jsonb;
    fits  boolean;
    hint  text;
    wrong text;
begin
    for name, value in select p.key, p.value from jsonb_each(parameters) p loop
        hint := null;
        given := left(name, 100);
        if name = 'rule_set' then
            fits := value = to_jsonb(rule_set);
            hint := format('Đợt này dùng bộ quy tắc %s / this campaign''s rule set is %s', rule_set, rule_set);
        elsif name in ('registration_deadline', 'report_deadline', 'proposal_deadline') then
            fits := value = 'null' or jsonb_typeof(value) = 'string' and registry.deadline_day(value #>> '{}') is not null;
            hint := '“trước ngày 25/10/2026”, “chậm nhất ngày 25/10/2026”, “đến hết ngày 25/10/2026”, “2026-10-25”';
        elsif name = 'supplement_limit' then
            fits := registry.is_whole(value, 0, 10);
            hint := '0..10';
        elsif name = 'registration_window_years' then
            fits := registry.is_whole(value, 0, 20);
            hint := '0..20 năm / years';
        elsif name = 'supplement_days' then
            fits := registry.is_whole(value, 1, 365);
            hint := '1..365 ngày / days';
        elsif name = 'change_limit_percent' then
            fits := registry.is_whole(value, 1, 100000);
            hint := '1..100000 %';
        elsif name = 'award_form_cap' then
            fits := registry.is_whole(value, 1, 100);
            hint := '1..100';
        elsif name = 'recognition_threshold' then
            fits := jsonb_typeof(value) = 'number' and value >= '0';
            hint := 'số từ 0 trở lên / a number from 0 up';
        elsif name = 'criterion_maxima' then
            fits := jsonb_typeof(value) = 'object'
                and not exists (select from jsonb_each(case when jsonb_typeof(value) = 'object' then value else '{}' end) m
                                where jsonb_typeof(m.value) <> 'number' or m.value < '0');
            hint := '{"novelty": 25}';
        elsif name in ('request_supplements', 'publish_scores', 'exemplary_are_recognised', 'award_once_for_all_levels') then
            fits := jsonb_typeof(value) = 'boolean';
            hint := 'true, false';
        elsif name = 'contact' then
            fits := jsonb_typeof(value) = 'string' and length(btrim(value #>> '{}')) between 1 and 300;
            hint := '1..300 ký tự / characters';
        elsif name = 'subject_kinds' then
            fits := jsonb_typeof(value) = 'array' and value <> '[]' and value <@ '["collective", "individual", "household"]';
            hint := '["collective", "individual", "household"]';
        elsif name = 'severity' then
            select s.key into wrong
            from jsonb_each(case when jsonb_typeof(value) = 'object' then value else '{}' end) s
            where s.value not in ('"L"', '"C"')
               or not exists (select from registry.rule r
                              where r.rule_set = check_campaign_parameters.rule_set and r.code = s.key and r.severity in ('L', 'C'))
            order by 1 limit 1;
            fits := jsonb_typeof(value) = 'object' and wrong is null;
            name := concat_ws('/', name, wrong);
            hint := '{"DK-012": "C"}: chỉ đổi L thành C hoặc C thành L, không tắt quy tắc / L for C or C for L; a rule is never off';
        else
            raise exception 'Đợt không có tham số “%” / a campaign has no parameter “%”', left(name, 100), left(name, 100)
                using errcode = 'invalid_parameter_value', detail = format('/parameters/%s = %s', left(name, 100), left(value::text, 200)),
                      hint = coalesce((select format('Có phải “%s”? / Did you mean “%s”?  ', k.name, k.name)
                                       from (select u.k as name, queue.likeness(u.k, given) as l
                                             from unnest(known) u (k)) k
                                       where k.l >= 0.4 order by k.l desc, k.name limit 1), '')
                             || 'Tham số / parameters: ' || array_to_string(known, ', ');
        end if;
        if fits is not true then
            raise exception 'Tham số “%” của đợt không đúng / the campaign''s parameter “%” is not right', left(name, 100), left(name, 100)
                using errcode = 'invalid_parameter_value', detail = format('/parameters/%s = %s', left(name, 100), left(value::text, 200)),
                      hint = hint;
        end if;
    end loop;
end $$;
comment on function registry.check_campaign_parameters(jsonb, int) is 'Kiểm tra tham số của đợt / Refuses parameters of a campaign that are not right.';

create or replace function registry.is_whole(value jsonb, low int, high int)
returns boolean language sql immutable parallel safe set search_path = registry, pg_temp as $$
-- Whether a JSON value is a whole number from low to high.
    select case when jsonb_typeof(value) = 'number' then value between to_jsonb(low) and to_jsonb(high) and scale(value::numeric) = 0
                else false end
$$;
comment on function registry.is_whole(jsonb, int, int) is 'Là số nguyên trong khoảng / Whether a JSON value is a whole number in a range.';
