create or replace function notice.notice_facts(requests text)
returns table (job_id bigint, facts text) language plpgsql volatile security definer
set search_path = notice, pg_temp set jit = off as $$
-- What is known about the notices that jobs ask for.
-- Parameters: requests - JSON array [{"job_id": 1, "notice": "N02"|"N03"|"N05"|"N07"|"N08"|"N11", "object_id": 5}, …].
-- Returns:    one row a request that has an object in force; facts is JSON text, the shape is NoticeFacts of DanVanKheo, for N02
--             SupplementRequestFacts; for N03, N05, N11 see notice.refusal_facts, appraisal_facts, revocation_facts.  A request
--             without a row is about something that does not exist, was withdrawn, or is in no state that such a notice tells of.
-- Tables:     select for share, in id order - registry.submission (N02, N03, N05), registry.commendation_decision: neither can be
--             handed in anew or withdrawn meanwhile.
begin
    perform s.id
    from registry.submission s
    where s.id in (
        select case r ->> 'notice' when 'N05' then (select a.submission_id from registry.appraisal a where a.id = (r ->> 'object_id')::bigint)
            else (r ->> 'object_id')::bigint end
        from jsonb_array_elements(requests::jsonb) r where r ->> 'notice' in ('N02', 'N03', 'N05'))
    order by s.id
    for share;
    return query
    select (r ->> 'job_id')::bigint, jsonb_build_object(
        'notice', 'N02', 'object_id', s.id, 'version', s.version, 'demo', s.source = 'demo',
        'template', notice.template_on('N02', registry.today()),
        'issuer', o.name, 'campaign', c.code, 'kind_name', coalesce(k.name, s.kind), 'unit', coalesce(u.path, registry.one_line(s.unit_text)),
        'model', nullif(registry.one_line(v.content #>> '{model,name}'), ''),
        'round', s.supplements_used + 1, 'limit', registry.campaign_number(c, 'supplement_limit'),
        'until', registry.supplement_until(c.parameters, s.kind, s.decided_at), 'contact', nullif(btrim(c.parameters ->> 'contact'), ''),
        'findings', (
            select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'severity', f.severity, 'message', registry.one_line(f.message),
                'place', registry.finding_place(s.kind, f.path), 'action', a.action)
                order by position(f.severity in 'LC'), f.code, f.path), '[]')
            from registry.finding f left join registry.rule_action a on a.code = f.code
            where f.submission_id = s.id and f.version = s.version and f.rule_set = s.rule_set and f.severity in ('L', 'C')
              and f.confirmed_at is null))::text
    from jsonb_array_elements(requests::jsonb) r
    join registry.submission s on s.id = (r ->> 'object_id')::bigint
    join registry.submission_version v on v.submission_id = s.id and v.version = s.version
    join registry.campaign c on c.id = s.campaign_id
    join lateral (select n.name from registry.unit_name n where n.unit_id = c.unit_id
                  order by n.valid @> registry.today() desc, n.valid desc limit 1) o on true
    left join registry.unit u on u.id = s.unit_id
    left join registry.term k on k.family = 'submission_kind' and k.code = s.kind
    where r ->> 'notice' = 'N02' and s.state = 'needs_supplement'
    order by 1;
    return query select * from notice.refusal_facts(requests);
    return query select * from notice.appraisal_facts(requests);
    return query select * from notice.revocation_facts(requests);

    perform d.id
    from registry.commendation_decision d
    where d.id in (
        select case r ->> 'notice' when 'N07' then (r ->> 'object_id')::bigint
            when 'N08' then (select c.commendation_decision_id from registry.commendation c where c.id = (r ->> 'object_id')::bigint) end
        from jsonb_array_elements(requests::jsonb) r)
    order by d.id
    for share;

    return query
    with request as (
        select (r ->> 'job_id')::bigint as job_id, r ->> 'notice' as notice, (r ->> 'object_id')::bigint as object_id
        from jsonb_array_elements(requests::jsonb) r),
    about as (
        select q.*, d.id as decision_id
        from request q join registry.commendation_decision d on d.id = q.object_id
        where q.notice = 'N07' and d.withdrawn_at is null
        union all
        select q.*, d.id
        from request q
        join registry.commendation c on c.id = q.object_id
        join registry.commendation_decision d on d.id = c.commendation_decision_id
        where q.notice = 'N08' and d.withdrawn_at is null and c.revoked_at is null)
    select a.job_id, jsonb_build_object(
        'notice', a.notice, 'object_id', a.object_id, 'demo', s.source = 'demo',
        'template', notice.template_on(a.notice, coalesce(doc.issued_on, registry.today())),
        'decision', notice.decision_head(doc, v.content #>> '{decision,issuer}'),
        'document_id', doc.id,
        'form', (select t.name from registry.term t where t.family = 'award_form' and t.code = d.form),
        'movement', coalesce(nullif(d.movement, ''), 'Dân vận khéo'), 'period', d.period, 'reason', nullif(d.reason, ''),
        'recipients', (
            select coalesce(jsonb_agg(jsonb_build_object('kind', sub.kind, 'name', c.subject_name, 'unit', nullif(c.unit_text, ''),
                'position', nullif(c.subject_position, ''), 'model', m.name, 'subject_id', c.subject_id)
                order by c.list_position, c.id), '[]')
            from registry.commendation c
            join registry.subject sub on sub.id = c.subject_id
            join registry.achievement ach on ach.id = c.achievement_id
            left join registry.model m on m.id = ach.model_id
            where c.commendation_decision_id = d.id and c.revoked_at is null and (a.notice = 'N07' or c.id = a.object_id)),
        'bases', notice.legal_bases())::text
    from about a
    join registry.commendation_decision d on d.id = a.decision_id
    join registry.document doc on doc.id = d.document_id
    join registry.submission s on s.id = d.submission_id
    join registry.submission_version v on v.submission_id = s.id and v.version = s.version
    order by a.job_id;
end $$;
comment on function notice.notice_facts(text) is 'Dữ kiện để soạn thông báo / What is known about the notices that jobs ask for.';
