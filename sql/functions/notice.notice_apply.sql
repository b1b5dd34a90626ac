create or replace function notice.notice_apply(drafts text)
returns integer language plpgsql volatile security definer
set search_path = notice, pg_temp set jit = off as $$
-- Stores drafts of notices.
-- Parameters: drafts - JSON array [{"notice", "object_id", "template": {"code", "version"}, "system", "demo", "data": {…},
--             "html", "bases": ["symbol", …], "document_ids": [1, …], "recipients": [{"kind", "name", "unit", "subject_id"}, …]}, …].
-- Returns:    number of drafts written.  A draft whose page is the latest version's changes nothing; another page makes a
--             new version and cancels an older draft.  What people already approved, signed or issued stays as it is.
-- Tables:     insert - notice.notice, notice.recipient; update - notice.notice.
declare
    draft    jsonb;
    latest   notice.notice;
    page_digest text;
    new_id   bigint;
    written  integer := 0;
begin
    for draft in
        select d from jsonb_array_elements(drafts::jsonb) d order by d ->> 'notice', (d ->> 'object_id')::bigint
    loop
        -- Two lanes may draft the same notice: the second waits here and then sees the first one's version.
        perform pg_advisory_xact_lock(hashtextextended((draft ->> 'notice') || '/' || (draft ->> 'object_id'), 7));
        page_digest := encode(sha256(convert_to(draft ->> 'html', 'UTF8')), 'hex');
        select n.* into latest
        from notice.notice n
        where n.kind = draft ->> 'notice' and n.object_id = (draft ->> 'object_id')::bigint
        order by n.content_version desc limit 1;
        continue when latest.digest = page_digest and latest.state <> 'cancelled';

        update notice.notice n set state = 'cancelled'
        where n.kind = draft ->> 'notice' and n.object_id = (draft ->> 'object_id')::bigint and n.state = 'draft';
        insert into notice.notice (kind, object_id, content_version, template, template_version, system, demo, data, html,
            digest, bases, document_ids)
        values (draft ->> 'notice', (draft ->> 'object_id')::bigint, coalesce(latest.content_version, 0) + 1,
            draft #>> '{template,code}', (draft #>> '{template,version}')::integer, draft ->> 'system',
            (draft ->> 'demo')::boolean, draft -> 'data', draft ->> 'html', page_digest,
            coalesce((select array_agg(b) from jsonb_array_elements_text(draft -> 'bases') b), '{}'),
            coalesce((select array_agg(i::bigint) from jsonb_array_elements_text(draft -> 'document_ids') i), '{}'))
        returning id into new_id;
        insert into notice.recipient (notice_id, position, kind, name, unit_text, subject_id)
        select new_id, r.ordinality, r.value ->> 'kind', r.value ->> 'name', r.value ->> 'unit', (r.value ->> 'subject_id')::bigint
        from jsonb_array_elements(draft -> 'recipients') with ordinality r;
        written := written + 1;
    end loop;
    return written;
end $$;
comment on function notice.notice_apply(text) is 'Ghi dự thảo thông báo / Stores drafts of notices.';
