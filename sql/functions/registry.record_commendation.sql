create or replace function registry.propose_commendation(campaign text, unit text, award jsonb, recipients jsonb, dossier jsonb,
    attachments jsonb default '[]')
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Hands in a proposal of commendation; rules KT-001 … KT-008 are judged in its validation.
-- Parameters: award - see registry.check_award; recipients - [{"kind", "name", "unit", "position"?, "model"?: {"unit", "name"}}],
--             1..1000; dossier - {"letter", "achievement_report", "minutes": {"held_on"}, "filed_on"?, …}: the papers of the proposal, other
--             members of the form as well; attachments - as registry.submit.
-- Returns:    the submission's id; the same one when proposed again.
-- Errors:     22023 an argument is not as it should be; 55000 the campaign is closed; and those of registry.submit.
-- Tables:     as registry.submit; insert - audit.
declare
    day date;
begin
    perform registry.open_campaign_id(campaign);
    if jsonb_typeof(dossier) is distinct from 'object' then
        raise exception 'Hồ sơ đề nghị phải là một đối tượng JSON / the dossier must be a JSON object'
            using errcode = 'invalid_parameter_value', detail = 'KT-005 dossier',
                  hint = '{"letter": "Tờ trình số …", "achievement_report": "…", "minutes": {"held_on": "2021-01-02"}}';
    end if;
    day := registry.act_day(coalesce(dossier ->> 'filed_on', registry.today()::text), 'dossier.filed_on');
    perform registry.check_award(award, day);
    perform registry.level_on(award ->> 'level', day);
    perform registry.check_list(recipients, 'recipients');
    return registry.file_for_officer('commendation_proposal', campaign, unit,
        dossier || award || jsonb_build_object('filed_on', day, 'recipients', recipients), attachments);
end $$;
comment on function registry.propose_commendation(text, text, jsonb, jsonb, jsonb, jsonb) is
    'Đề nghị khen thưởng / Hands in a proposal of commendation.';

create or replace function registry.record_commendation(campaign text, unit text, decision jsonb, award jsonb, recipients jsonb,
    proposals bigint[] default '{}', attachments jsonb default '[]')
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records a decision of commendation that people issued, as a submission (commendation_decision).  When it is judged valid (rules
-- KT-001 … KT-008) its commendations are written, the proposals it rests on become decided, and a notice (N08) for each subject is drafted.
-- Parameters: decision - {"symbol", "issued_on", "issuer", "subject"?}; award - see registry.check_award; recipients - as in
--             registry.propose_commendation; proposals - commendation proposals that passed appraisal; attachments - as registry.submit.
-- Returns:    the submission's id; the same one when recorded again.
-- Errors:     22023 an argument is not as it should be; 42501 the issuer may not commend at the level on the day (hint: who may);
--             55000 the campaign is closed, a proposal did not pass; P0002 no such proposal; and those of registry.submit.
-- Tables:     as registry.submit; insert - audit.
declare
    day date := registry.decision_day(decision);
begin
    perform registry.open_campaign_id(campaign);
    perform registry.check_award(award, day);
    perform registry.authority_on(decision ->> 'issuer', 'commend', award ->> 'level', day);
    perform registry.check_list(recipients, 'recipients');
    perform registry.check_proposals(proposals, 'commendation_proposal',
        jsonb_build_object('level', award -> 'level', 'form', award -> 'form', 'period', award -> 'period'), 'recipients', recipients, day);
    return registry.file_for_officer('commendation_decision', campaign, unit,
        award || jsonb_build_object('filed_on', day, 'decision', decision, 'recipients', recipients, 'draft_notices', true)
        || case when cardinality(proposals) > 0 then jsonb_build_object('proposals', to_jsonb(proposals)) else '{}' end, attachments);
end $$;
comment on function registry.record_commendation(text, text, jsonb, jsonb, jsonb, bigint[], jsonb) is
    'Ghi quyết định khen thưởng / Records a decision of commendation that people issued.';

create or replace function registry.check_award(award jsonb, on_day date)
returns void language plpgsql stable set search_path = registry, pg_temp as $$
-- Refuses what does not say what is given for what: {"level", "form", "movement", "period", "reason"}, and other members of the form
-- such as "money" and "bases"; a form below its lowest level (KT-001) is refused too.
-- Parameters: on_day - the day of the decision or proposal.
-- Errors:     22023 with the member.
declare
    bad text;
    lowest numeric;
begin
    select m into bad from unnest(array['level', 'form', 'movement', 'period', 'reason']) m
    where jsonb_typeof(award -> m) is distinct from 'string' or award ->> m !~ '\S' limit 1;
    if jsonb_typeof(award) is distinct from 'object' or bad is not null then
        raise exception 'Nội dung khen thưởng thiếu mục / the award lacks a member'
            using errcode = 'invalid_parameter_value', detail = 'award.' || coalesce(bad, ''),
                  hint = '{"level": "HUYEN", "form": "giay_khen", "movement": "Dân vận khéo", "period": "2021", "reason": "…"}';
    end if;
    if not exists (select from registry.term t where t.family = 'award_form' and t.code = award ->> 'form') then
        raise exception 'Không có hình thức khen thưởng “%” / unknown form of award', left(award ->> 'form', 100)
            using errcode = 'invalid_parameter_value', detail = format('award.form = %L', left(award ->> 'form', 100)),
                  hint = (select string_agg(t.code || ' (' || t.name || ')', ', ' order by t.position) from registry.term t where t.family = 'award_form');
    end if;
    perform registry.period_range(award ->> 'period');
    select p.value into lowest from registry.legal_parameter p where p.code = (award ->> 'form') || '_lowest_level' and p.valid @> on_day;
    if (select l.position from registry.level l where l.code = award ->> 'level') < lowest then
        raise exception 'Hình thức khen không thuộc thẩm quyền cấp này / this form is not given at this level'
            using errcode = 'invalid_parameter_value', detail = format('KT-001 %s, %s, %s', award ->> 'form', award ->> 'level', on_day),
                  hint = (select string_agg(l.code || ' (' || l.name || ')', ', ' order by l.position)
                          from registry.level l where l.position >= lowest and l.valid @> on_day);
    end if;
end $$;
comment on function registry.check_award(jsonb, date) is 'Kiểm tra nội dung khen thưởng / Refuses what does not say what is given for what.';
