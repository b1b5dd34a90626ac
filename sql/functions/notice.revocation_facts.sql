create or replace function notice.revocation_facts(requests text)
returns table (job_id bigint, facts text) language plpgsql volatile set search_path = notice, pg_temp set jit = off as $$
-- What is known about decisions that revoked recognitions or commendations (N11).
-- Parameters: requests - as notice.notice_facts.
-- Returns:    one row a request whose document revoked something; facts is JSON text, the shape is RevocationFacts of DanVanKheo: the
--             document, and each act it revoked with its own decision and why.
-- Tables:     select - registry.document, recognition, commendation, model, subject, level, term.
begin
    return query
    select (r ->> 'job_id')::bigint, jsonb_build_object(
        'notice', 'N11', 'object_id', d.id, 'demo', x.demo,
        'template', notice.template_on('N11', coalesce(d.issued_on, registry.today())), 'decision', notice.decision_head(d, null),
        'document_id', d.id, 'type', d.type_code, 'acts', x.acts, 'bases', notice.legal_bases())::text
    from jsonb_array_elements(requests::jsonb) r
    join registry.document d on d.id = (r ->> 'object_id')::bigint
    cross join lateral (
        select jsonb_agg(y.act order by y.kind desc, y.place, y.id) as acts, bool_or(y.demo) as demo
        from (
            select 'recognition' as kind, 0 as place, g.id, s.source = 'demo' as demo, jsonb_build_object(
                'kind', 'recognition', 'subject_kind', 'collective', 'name', m.name, 'unit', u.path,
                'what', concat_ws(', ', coalesce(t.name, g.title), l.name, 'năm ' || g.year), 'reason', registry.one_line(g.revoked_reason),
                'original', notice.decision_head(o, null), 'original_document_id', o.id) as act
            from registry.recognition g
            join registry.submission s on s.id = g.submission_id
            join registry.model m on m.id = g.model_id
            join registry.unit u on u.id = m.unit_id
            join registry.level l on l.code = g.level
            join registry.document o on o.id = g.document_id
            left join registry.term t on t.family = 'title' and t.code = g.title
            where g.revoked_document_id = d.id
            union all
            select 'commendation', k.list_position, k.id, s.source = 'demo', jsonb_build_object(
                'kind', 'commendation', 'subject_kind', b.kind, 'name', k.subject_name, 'unit', nullif(k.unit_text, ''),
                'what', concat_ws(', ', t.name, l.name), 'reason', registry.one_line(k.revoked_reason),
                'original', notice.decision_head(o, null), 'original_document_id', o.id, 'subject_id', b.id)
            from registry.commendation k
            join registry.commendation_decision c on c.id = k.commendation_decision_id
            join registry.submission s on s.id = c.submission_id
            join registry.subject b on b.id = k.subject_id
            join registry.level l on l.code = k.level
            join registry.document o on o.id = k.document_id
            left join registry.term t on t.family = 'award_form' and t.code = k.form
            where k.revoked_document_id = d.id) y) x
    where r ->> 'notice' = 'N11' and x.acts is not null
    order by 1;
end $$;
comment on function notice.revocation_facts(text) is 'Dữ kiện của thông báo thu hồi, hủy (N11) / What is known about decisions that revoked recognitions or commendations.';
