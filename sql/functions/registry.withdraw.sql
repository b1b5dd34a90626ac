create or replace function registry.withdraw(id bigint, reason text)
returns text language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Withdraws a submission that is not yet under appraisal; what it wrote counts no more and the totals are refreshed.
-- Parameters: reason - 1..1000 characters.
-- Returns:    what happened, in Vietnamese / English; a second call changes nothing.
-- Errors:     P0002 no such submission; 22023 no reason; 55000 it is under appraisal or decided.
-- Tables:     update - submission, registration, report, inspection, recognition, commendation_decision, commendation;
--             insert - submission_change, audit; stats.touch, queue.enqueue.
declare
    s       registry.submission%rowtype;
    touched record;
    proposal bigint;
begin
    if reason is null or length(btrim(reason)) not between 1 and 1000 then
        raise exception 'Cần nêu lý do rút / a reason is needed'
            using errcode = 'invalid_parameter_value', detail = 'reason: 1..1000 characters';
    end if;
    select x.* into s from registry.submission x where x.id = withdraw.id for update;
    if not found then
        raise exception 'Không có hồ sơ số % / no submission %', id, id
            using errcode = 'no_data_found', hint = 'Mã hồ sơ do registry.submit trả về / the id that registry.submit returned';
    end if;
    if s.state = 'withdrawn' then
        return 'đã rút từ trước / was withdrawn already';
    end if;
    if s.state not in ('submitted', 'valid', 'needs_supplement', 'invalid', 'supplement_overdue', 'returned') then
        raise exception 'Hồ sơ đang hoặc đã được thẩm định, không rút được / under appraisal or decided, cannot be withdrawn'
            using errcode = 'object_not_in_prerequisite_state', detail = format('id %s, state %s', s.id, s.state),
                  hint = 'Đề nghị cơ quan thẩm định trả lại hồ sơ / ask the appraising body to return it';
    end if;

    for touched in select t.year, array_agg(distinct t.unit_id) as units from registry.touched_by(array[s.id]) t group by t.year loop
        perform stats.touch(touched.units, array[touched.year]);
    end loop;
    update registry.submission x
    set state = 'withdrawn', withdrawn_at = now(), withdrawn_reason = btrim(withdraw.reason) where x.id = s.id;
    perform notice.cancel_drafts(s.id);
    if s.state = 'valid' then
        update registry.registration x set withdrawn_at = now() where x.submission_id = s.id and x.withdrawn_at is null;
        update registry.report x set withdrawn_at = now() where x.submission_id = s.id and x.withdrawn_at is null;
        update registry.inspection x set withdrawn_at = now() where x.submission_id = s.id and x.withdrawn_at is null;
        update registry.recognition x set revoked_at = now() where x.submission_id = s.id and x.revoked_at is null;
        update registry.commendation x set revoked_at = now()
        from registry.commendation_decision d
        where d.submission_id = s.id and x.commendation_decision_id = d.id and x.revoked_at is null;
        -- Nobody is to sign a draft about a decision that is gone.
        update notice.notice n set state = 'cancelled'
        from registry.commendation_decision d
        where d.submission_id = s.id and n.state = 'draft'
            and (n.kind = 'N07' and n.object_id = d.id
                 or n.kind = 'N08' and n.object_id in (
                     select k.id from registry.commendation k where k.commendation_decision_id = d.id));
        update registry.commendation_decision x set withdrawn_at = now() where x.submission_id = s.id and x.withdrawn_at is null;
    end if;
    -- Proposals that rested on a decision recorded in error wait for the right one.
    for proposal in select x.id from registry.submission x where x.decided_by_id = s.id and x.state = 'decided' order by x.id for update loop
        perform registry.move_submission(proposal, 'withdraw_decision', 'passed', btrim(withdraw.reason), jsonb_build_object('decision', s.id));
        update registry.submission x set decided_by_id = null where x.id = proposal;
    end loop;
    insert into registry.submission_change (submission_id, version, state) values (s.id, s.version, 'withdrawn');
    insert into registry.audit (action, object, object_id, reason, detail)
    values ('withdraw', 'submission', s.id, btrim(withdraw.reason), jsonb_build_object('from', s.state));
    perform queue.enqueue('aggregation_refresh', '{}');
    perform pg_notify('registry_changes', '');
    return 'đã rút / withdrawn';
end $$;
comment on function registry.withdraw(bigint, text) is 'Rút hồ sơ / Withdraws a submission that is not yet under appraisal.';
