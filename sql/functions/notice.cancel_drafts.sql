create or replace function notice.cancel_drafts(submission_id bigint)
returns void language sql volatile set search_path = notice, pg_temp as $$
-- Cancels drafts that tell how a submission stands (N02, N03, N05): nobody is to sign what is not so any more.
-- Tables: update - notice.notice.
    update notice.notice n set state = 'cancelled'
    where n.state = 'draft' and (n.kind in ('N02', 'N03') and n.object_id = cancel_drafts.submission_id
        or n.kind = 'N05' and n.object_id in (select a.id from registry.appraisal a where a.submission_id = cancel_drafts.submission_id))
$$;
comment on function notice.cancel_drafts(bigint) is 'Hủy dự thảo về một hồ sơ / Cancels drafts that tell how a submission stands.';
