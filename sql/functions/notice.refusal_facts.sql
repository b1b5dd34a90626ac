create or replace function notice.refusal_facts(requests text)
returns table (job_id bigint, facts text) language plpgsql volatile set search_path = notice, pg_temp set jit = off as $$
-- What is known about submissions that were refused (N03): invalid by the rules, or failed in the appraisal.
-- Parameters: requests - as notice.notice_facts.
-- Returns:    one row a request whose submission is invalid or failed; facts is JSON text, the shape is RefusalFacts of DanVanKheo.
--             An invalid one has the errors that refused it, a failed one its last appraisal; what is not recorded is null.
-- Tables:     select - registry.submission, finding, rule, appraisal, appraisal_model, campaign.
begin
    return query
    select (r ->> 'job_id')::bigint, jsonb_build_object(
        'notice', 'N03', 'object_id', s.id, 'demo', s.source = 'demo', 'template', notice.template_on('N03', registry.today()),
        'issuer', o.name, 'campaign', c.code, 'kind_name', coalesce(k.name, s.kind), 'unit', coalesce(u.path, registry.one_line(s.unit_text)),
        'model', nullif(registry.one_line(v.content #>> '{model,name}'), ''), 'outcome', s.state, 'rule_set', s.rule_set,
        'checked_on', (s.decided_at at time zone 'Asia/Ho_Chi_Minh')::date, 'supplements_used', s.supplements_used,
        'contact', nullif(btrim(c.parameters ->> 'contact'), ''),
        'findings', (
            select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'message', registry.one_line(f.message),
                'place', registry.finding_place(s.kind, f.path), 'basis', nullif(l.basis, '')) order by f.code, f.path), '[]')
            from registry.finding f left join registry.rule l on l.rule_set = f.rule_set and l.code = f.code
            where s.state = 'invalid' and f.submission_id = s.id and f.version = s.version and f.rule_set = s.rule_set
              and f.severity = 'L' and f.confirmed_at is null),
        'appraisal', (
            select jsonb_build_object('body', a.body, 'held_on', a.held_on, 'reason', nullif(registry.one_line(a.reason), ''),
                'models', (select coalesce(jsonb_agg(registry.one_line(m.name) order by m.position), '[]')
                           from registry.appraisal_model m where m.appraisal_id = a.id and m.name ~ '\S'))
            from registry.appraisal a
            where s.state = 'failed' and a.submission_id = s.id and a.version = s.version and a.conclusion = 'failed'
            order by a.round desc limit 1))::text
    from jsonb_array_elements(requests::jsonb) r
    join registry.submission s on s.id = (r ->> 'object_id')::bigint
    join registry.submission_version v on v.submission_id = s.id and v.version = s.version
    join registry.campaign c on c.id = s.campaign_id
    join lateral (select n.name from registry.unit_name n where n.unit_id = c.unit_id
                  order by n.valid @> registry.today() desc, n.valid desc limit 1) o on true
    left join registry.unit u on u.id = s.unit_id
    left join registry.term k on k.family = 'submission_kind' and k.code = s.kind
    where r ->> 'notice' = 'N03' and s.state in ('invalid', 'failed')
    order by 1;
end $$;
comment on function notice.refusal_facts(text) is 'Dữ kiện của thông báo không hợp lệ, không đạt (N03) / What is known about submissions that were refused.';
