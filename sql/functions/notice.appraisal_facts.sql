create or replace function notice.appraisal_facts(requests text)
returns table (job_id bigint, facts text) language plpgsql volatile set search_path = notice, pg_temp set jit = off as $$
-- What is known about the results of appraisals (N05).
-- Parameters: requests - as notice.notice_facts.
-- Returns:    one row a request whose appraisal is the last of its proposal and still counts: the proposal was not withdrawn and waits
--             for no new check.  facts is JSON text, the shape is AppraisalResultFacts of DanVanKheo.  The items are the models
--             appraised, or, where the proposal lists none, its recipients; the conclusion is of the whole proposal.  Scores are
--             given where the campaign publishes them (publish_scores).
-- Tables:     select - registry.appraisal, appraisal_model, submission, submission_version, campaign.
begin
    return query
    select (r ->> 'job_id')::bigint, jsonb_build_object(
        'notice', 'N05', 'object_id', a.id, 'demo', s.source = 'demo', 'template', notice.template_on('N05', registry.today()),
        'body', a.body, 'held_on', a.held_on, 'campaign', c.code, 'submission_id', s.id, 'kind_name', coalesce(k.name, s.kind),
        'unit', coalesce(u.path, registry.one_line(s.unit_text)), 'conclusion', t.name, 'reason', nullif(registry.one_line(a.reason), ''),
        'publishes_scores', c.parameters @> '{"publish_scores": true}',
        'item_kind', case when i.models is null then 'recipient' else 'model' end,
        'items', coalesce(i.models, (
            select jsonb_agg(jsonb_build_object('name', registry.one_line(x.value ->> 'name'), 'unit', nullif(registry.one_line(x.value ->> 'unit'), ''))
                             order by x.ordinality)
            from jsonb_array_elements(case when jsonb_typeof(v.content -> 'recipients') = 'array' then v.content -> 'recipients' else '[]' end)
                 with ordinality x), '[]'))::text
    from jsonb_array_elements(requests::jsonb) r
    join registry.appraisal a on a.id = (r ->> 'object_id')::bigint
    join registry.submission s on s.id = a.submission_id and s.version = a.version
    join registry.submission_version v on v.submission_id = s.id and v.version = s.version
    join registry.campaign c on c.id = s.campaign_id
    join registry.term t on t.family = 'appraisal_conclusion' and t.code = a.conclusion
    left join registry.unit u on u.id = s.unit_id
    left join registry.term k on k.family = 'submission_kind' and k.code = s.kind
    cross join lateral (
        select jsonb_agg(jsonb_build_object('name', registry.one_line(m.name), 'unit', coalesce(mu.path, nullif(registry.one_line(
                   v.content #>> array['models', m.position::text, 'unit']), '')),
                   'total', case when c.parameters @> '{"publish_scores": true}' then trim_scale(m.total)::text end) order by m.position) as models
        from registry.appraisal_model m
        left join registry.model o on o.id = m.model_id left join registry.unit mu on mu.id = o.unit_id
        where m.appraisal_id = a.id) i
    where r ->> 'notice' = 'N05' and s.state in ('passed', 'failed', 'returned', 'decided')
      and not exists (select from registry.appraisal n where n.submission_id = a.submission_id and n.round > a.round)
    order by 1;
end $$;
comment on function notice.appraisal_facts(text) is 'Dữ kiện của thông báo kết quả thẩm định (N05) / What is known about the results of appraisals.';
