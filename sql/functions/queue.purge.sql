create or replace function queue.purge(
    kind       text,
    reason     text,
    state      text     default null,
    older_than interval default null,
    max_jobs   integer  default 10000,
    out done integer, out running integer, out more boolean
) language plpgsql security definer
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Deletes waiting jobs of a kind for good: no history row, no way back; what is left is the line in the audit.  It is for
-- floods of jobs that should never have been enqueued, and for kinds that no daemon knows any more.  To drop jobs that one
-- may want back, use queue.cancel_many.  History is not touched: it goes by whole months (queue.setting).
-- Running jobs are left alone and never waited for.
-- Parameters: kind       - a kind, defined or not, that has jobs.
--             reason     - must be given, 1..200 characters.
--             state      - due, scheduled, retrying: only jobs in this state; null: all.
--             older_than - only jobs enqueued longer ago than this; null: all.
--             max_jobs   - most jobs one call deletes, 1..100,000.
-- Returns:    one row: jobs deleted; running ones left alone; whether more are left: then call again.
-- Errors:     22023 unknown kind or state; 22004 no reason; 22003 max_jobs out of range; 22001 reason too long.
-- Tables:     delete - queue.job, queue.suspect, queue.cancel_request; insert - queue.audit.
declare
    found  bigint[];
    picked bigint[];
    gone   bigint[];
begin
    perform queue.check_reason(reason);
    if kind is null then
        perform queue.refuse_kind('kind', kind);
    elsif btrim(coalesce(reason, '')) = '' then
        raise exception using errcode = '22004',
            message = 'Xóa hẳn phải có lý do / A purge needs a reason.', detail = 'Tham số / Parameter: reason',
            hint = format('Ví dụ / For example: select * from queue.purge(%L, %L).', kind, 'nạp nhầm / loaded by mistake');
    end if;
    perform queue.check_many(null, kind, max_jobs);
    perform queue.check_state(state, array['due', 'scheduled', 'retrying']);
    found := queue.pick_jobs(null, kind, state, older_than, null, max_jobs);
    more := cardinality(found) > max_jobs;
    picked := found[:max_jobs];
    with locked as materialized (
        select j.id from queue.job j where j.id = any (picked) order by j.id for update skip locked),
    dropped as (
        delete from queue.job j using locked l where j.id = l.id returning j.id)
    select coalesce(array_agg(d.id order by d.id), '{}') into gone from dropped d;
    perform queue.forget_marks(gone);
    done := cardinality(gone);
    running := (select count(*) from queue.job j where j.id = any (picked));
    insert into queue.audit (verb, kind, reason, result)
    values ('purge', purge.kind, purge.reason,
            format('đã xóa hẳn %1$s, để yên %2$s đang chạy%3$s / deleted %1$s, left %2$s running alone%4$s', done, running,
                   case when more then ', còn nữa' else '' end, case when more then ', more are left' else '' end)
            || queue.id_list(gone));
end $$;
comment on function queue.purge(text, text, text, interval, integer) is
    'Xóa hẳn công việc đang chờ của một loại / Deletes waiting jobs of a kind for good, without history.';

create or replace function queue.check_state(state text, allowed text[])
returns void language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
-- Refuses a state that is not one of those allowed; null is allowed.
-- Errors:     22023 another state.
begin
    if state <> all (allowed) then
        raise exception using errcode = '22023',
            message = format('Trạng thái không hợp lệ / Unknown state “%s”.', state),
            detail = 'Tham số / Parameter: state',
            hint = format('Cho phép / Allowed: %s.', array_to_string(allowed, ', '));
    end if;
end $$;
comment on function queue.check_state(text, text[]) is 'Kiểm tra trạng thái / Refuses an unknown state.';
