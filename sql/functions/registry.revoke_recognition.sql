create or replace function registry.revoke_recognition(recognition_id bigint, decision jsonb, reason text)
returns void language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records that a recognition was revoked by a decision that people issued.  The row stays and counts no more; what was recorded in
-- error is not revoked but withdrawn (registry.withdraw).
-- Parameters: decision - {"symbol", "issued_on", "issuer", "subject"?}, of the day of the recognition or later; reason - 1..1000
--             characters.
-- Errors:     P0002 no such recognition; 22023 decision or reason not as it should be; 42501 the issuer may recognise nothing on the
--             day; 55000 it is revoked already.
-- Tables:     update - recognition; insert - document, audit; stats.touch, queue.enqueue.
declare
    r   registry.recognition%rowtype;
    why text := registry.need_reason(reason);
    day date := registry.decision_day(decision);
    the_document bigint;
begin
    select x.* into r from registry.recognition x where x.id = recognition_id for update;
    if not found then
        raise exception 'Không có lượt công nhận số % / no recognition %', recognition_id, recognition_id
            using errcode = 'no_data_found', hint = 'select * from registry.recognition where model_id = …';
    end if;
    perform registry.check_revocation(r.revoked_at, r.recognised_on, day, 'record_recognition');
    perform registry.revoking_body(decision ->> 'issuer', 'recognise', r.level, day);
    the_document := registry.ensure_document(jsonb_build_object('decision', decision), nextval('registry.submission_turn'));
    update registry.recognition x set revoked_at = now(), revoked_document_id = the_document, revoked_reason = why where x.id = r.id;
    insert into registry.audit (action, object, object_id, reason, detail)
    values ('revoke_recognition', 'recognition', r.id, why,
            jsonb_build_object('document_id', the_document, 'original_document_id', r.document_id, 'submission_id', r.submission_id));
    perform registry.touch_decision(r.submission_id);
end $$;
comment on function registry.revoke_recognition(bigint, jsonb, text) is 'Thu hồi công nhận / Records that a recognition was revoked by a decision.';

create or replace function registry.revoke_commendation(commendation_id bigint, decision jsonb, reason text)
returns void language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records that a commendation was revoked by a decision that people issued: false merit, false papers, unlawful appraisal, later
-- conclusions (Luật 06/2022/QH15, chương VII).  Drafts of notices about it are cancelled.
-- Parameters: decision - {"symbol", "issued_on", "issuer", "subject"?}, of the day of the commendation or later; reason - 1..1000
--             characters.
-- Errors:     P0002 no such commendation; 22023 decision or reason not as it should be; 42501 the issuer may commend nothing on the
--             day; 55000 it is revoked already.
-- Tables:     update - commendation, notice.notice; insert - document, audit; stats.touch, queue.enqueue.
declare
    k   registry.commendation%rowtype;
    why text := registry.need_reason(reason);
    day date := registry.decision_day(decision);
    the_document bigint;
    by_submission bigint;
begin
    select x.* into k from registry.commendation x where x.id = commendation_id for update;
    if not found then
        raise exception 'Không có lượt khen thưởng số % / no commendation %', commendation_id, commendation_id
            using errcode = 'no_data_found', hint = 'select * from registry.commendation where subject_id = …';
    end if;
    perform registry.check_revocation(k.revoked_at, k.commended_on, day, 'record_commendation');
    perform registry.revoking_body(decision ->> 'issuer', 'commend', k.level, day);
    the_document := registry.ensure_document(jsonb_build_object('decision', decision), nextval('registry.submission_turn'));
    update registry.commendation x set revoked_at = now(), revoked_document_id = the_document, revoked_reason = why where x.id = k.id;
    -- Nobody is to sign a draft that still names it.
    update notice.notice n set state = 'cancelled'
    where n.state = 'draft' and (n.kind = 'N08' and n.object_id = k.id or n.kind = 'N07' and n.object_id = k.commendation_decision_id);
    select d.submission_id into by_submission from registry.commendation_decision d where d.id = k.commendation_decision_id;
    insert into registry.audit (action, object, object_id, reason, detail)
    values ('revoke_commendation', 'commendation', k.id, why,
            jsonb_build_object('document_id', the_document, 'original_document_id', k.document_id, 'submission_id', by_submission));
    perform registry.touch_decision(by_submission);
end $$;
comment on function registry.revoke_commendation(bigint, jsonb, text) is 'Hủy quyết định khen thưởng / Records that a commendation was revoked by a decision.';

create or replace function registry.check_revocation(revoked_at timestamptz, acted_on date, revoked_on date, again text)
returns void language plpgsql immutable set search_path = registry, pg_temp as $$
-- Refuses to revoke twice, or before the act.  Parameters: again - the step that is legal after a revocation.
-- Errors: 55000 revoked already; 22023 before the act.
begin
    if revoked_at is not null then
        raise exception 'Đã thu hồi ngày % / revoked already', to_char(revoked_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')
            using errcode = 'object_not_in_prerequisite_state', detail = format('revoked_at %s', revoked_at),
                  hint = 'Bước được phép / legal step: ' || again;
    end if;
    if revoked_on < acted_on then
        raise exception 'Quyết định thu hồi trước quyết định bị thu hồi / a revocation is not before what it revokes'
            using errcode = 'invalid_parameter_value', detail = format('%s, %s', revoked_on, acted_on),
                  hint = 'Kiểm tra lại ngày quyết định / look at the day of the decision';
    end if;
end $$;
comment on function registry.check_revocation(timestamptz, date, date, text) is 'Kiểm tra việc thu hồi / Refuses to revoke twice, or before the act.';

create or replace function registry.revoking_body(issuer text, act text, level text, on_day date)
returns text language plpgsql stable set search_path = registry, pg_temp as $$
-- The body that revokes: one that may recognise or commend on the day at the level; where the level has ended, at any level that
-- exists, for what a district gave is taken back by who follows it.
-- Errors: 42501 it may not.
declare
    code text;
begin
    if exists (select from registry.level l where l.code = revoking_body.level and l.valid @> on_day) then
        return registry.authority_on(issuer, act, level, on_day);
    end if;
    select a.code into code from registry.authority a, registry.issuer_body(issuer) k
    where (k = a.name_key or starts_with(k, a.name_key || ' ')) and a.valid @> on_day
      and case act when 'recognise' then a.recognises else a.commends end
    order by length(a.name_key) desc, a.code limit 1;
    if code is null then
        raise exception '“%” không có thẩm quyền thu hồi ngày % / no authority to revoke on that day', left(issuer, 200), to_char(on_day, 'DD/MM/YYYY')
            using errcode = 'insufficient_privilege', detail = format('issuer = %L, level %s has ended', left(issuer, 200), level),
                  hint = 'Có thẩm quyền vào ngày đó / may on that day: ' || coalesce((
                      select string_agg(a.name, ', ' order by a.code) from registry.authority a
                      where a.valid @> on_day and case act when 'recognise' then a.recognises else a.commends end), '–');
    end if;
    return code;
end $$;
comment on function registry.revoking_body(text, text, text, date) is 'Cơ quan thu hồi / The body that may revoke on a day.';

create or replace function registry.touch_decision(submission_id bigint)
returns void language plpgsql volatile set search_path = registry, pg_temp as $$
-- Logs the figures that a decision touches, and enqueues their refresh.  Tables: stats.touch, queue.enqueue.
declare
    touched record;
begin
    for touched in select t.year, array_agg(distinct t.unit_id) as units from registry.touched_by(array[submission_id]) t group by t.year loop
        perform stats.touch(touched.units, array[touched.year]);
    end loop;
    perform queue.enqueue('aggregation_refresh', '{}');
end $$;
comment on function registry.touch_decision(bigint) is 'Ghi nhận số liệu bị ảnh hưởng / Logs the figures a decision touches.';
