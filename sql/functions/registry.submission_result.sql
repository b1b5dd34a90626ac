create or replace function registry.submission_result(id bigint)
returns jsonb language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- What the portal shows of a submission.
-- Returns: {"id","source","key","kind","campaign","state","version","submitted_at","decided_at","supplements_left",
--          "unit":{"id","name","path"}|null,"model":code|null,"supplement_until":day|null,
--          "processing_until":day|null, of a proposal of commendation that is not decided,
--          "findings":[{"code","severity","path","message","action","data","confirmed"?:{"by","officer"?,"at","reason","unit_id"?}}]},
--          findings of the current version's last verdict: L first, then C, then G; of a proposal "appraisals":[{"round","body","held_on",
--          "conclusion","reason"}], "returned_reason" while it is returned, "decided_by" the decision's submission.
-- Errors:  P0002 no such submission; 55000 as registry.campaign_number.
declare
    result jsonb;
begin
    select jsonb_build_object(
               'id', s.id, 'source', s.source, 'key', s.key, 'kind', s.kind, 'campaign', c.code, 'state', s.state, 'version', s.version,
               'submitted_at', v.submitted_at, 'decided_at', s.decided_at, 'withdrawn_at', s.withdrawn_at,
               'supplements_left', greatest(0, registry.campaign_number(c, 'supplement_limit') - s.supplements_used),
               'supplement_until', case when s.state = 'needs_supplement' then
                                       registry.supplement_until(c.parameters, s.kind, s.decided_at) end,
               'processing_until', case when s.state in ('valid', 'under_appraisal', 'passed') then
                                       registry.processing_until(s.kind, v.content, s.filed_on) end,
               'unit', (select jsonb_build_object('id', u.id, 'code', u.code, 'path', u.path) from registry.unit u where u.id = s.unit_id),
               'model', (select m.code from registry.registration r join registry.model m on m.id = r.model_id where r.submission_id = s.id),
               'appraisals', (select jsonb_agg(jsonb_build_object('round', a.round, 'body', a.body, 'held_on', a.held_on,
                                                                  'conclusion', a.conclusion, 'reason', a.reason) order by a.round)
                              from registry.appraisal a where a.submission_id = s.id),
               'returned_reason', case when s.state = 'returned' then
                                      (select a.reason from registry.audit a
                                       where a.object = 'submission' and a.object_id = s.id and a.detail ->> 'to' = 'returned'
                                       order by a.id desc limit 1) end,
               'decided_by', s.decided_by_id,
               'findings', coalesce((select jsonb_agg(jsonb_build_object('code', f.code, 'severity', f.severity, 'path', f.path,
                                                                         'message', f.message, 'data', f.data, 'action', a.action)
                                                      || case when f.confirmed_at is null then '{}' else jsonb_build_object('confirmed',
                                                             jsonb_strip_nulls(jsonb_build_object('by', f.confirmed_by, 'officer', f.confirmed_officer, 'at', f.confirmed_at,
                                                                 'reason', f.confirmed_reason, 'unit_id', f.confirmed_unit_id))) end
                                                      order by position(f.severity in 'LCG'), f.code, f.path)
                                     from registry.finding f left join registry.rule_action a on a.code = f.code
                                     where f.submission_id = s.id and f.version = s.version and f.rule_set = s.rule_set), '[]'))
    into result
    from registry.submission s
    join registry.submission_version v on v.submission_id = s.id and v.version = s.version
    join registry.campaign c on c.id = s.campaign_id
    where s.id = submission_result.id;
    if not found then
        raise exception 'Không có hồ sơ số % / no submission %', id, id
            using errcode = 'no_data_found', hint = 'Mã hồ sơ do registry.submit trả về / the id that registry.submit returned';
    end if;
    return result;
end $$;
comment on function registry.submission_result(bigint) is 'Kết quả kiểm tra hồ sơ / State and findings of a submission, for the portal.';
