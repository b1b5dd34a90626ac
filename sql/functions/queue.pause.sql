create or replace function queue.pause(kind_name text, reason text default null)
returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Stops claiming jobs of one kind, on every daemon, until queue.resume.  Running jobs finish.
-- Parameters: kind_name - an existing kind; reason - shown to operators, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     22023 unknown kind (hint lists the kinds); 22001 reason too long.
-- Tables:     update - queue.kind; insert - queue.audit.
declare
    answer text;
begin
    perform queue.check_reason(reason);
    update queue.kind k set paused_at = clock_timestamp(), paused_by = session_user, paused_reason = pause.reason
    where k.name = kind_name and k.paused_at is null;
    if found then
        answer := 'đã tạm dừng / paused';
    elsif exists (select from queue.kind k where k.name = kind_name) then
        answer := 'đã tạm dừng từ trước / was paused already';
    else
        perform queue.refuse_kind('kind_name', kind_name);
    end if;
    insert into queue.audit (verb, kind, reason, result) values ('pause', kind_name, pause.reason, answer);
    return answer;
end $$;
comment on function queue.pause(text, text) is
    'Tạm dừng một loại công việc / Stops claiming jobs of one kind until queue.resume.';

create or replace function queue.resume(kind_name text, reason text default null)
returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Lets the daemons claim jobs of a paused kind again, and wakes them.
-- Parameters: kind_name - an existing kind; reason - kept in the audit, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     22023 unknown kind (hint lists the kinds); 22001 reason too long.
-- Tables:     update - queue.kind; insert - queue.audit.
declare
    answer text;
begin
    perform queue.check_reason(reason);
    update queue.kind k set paused_at = null, paused_by = null, paused_reason = null
    where k.name = kind_name and k.paused_at is not null;
    if found then
        answer := 'đã chạy tiếp / resumed';
        perform queue.announce(kind_name);
    elsif exists (select from queue.kind k where k.name = kind_name) then
        answer := 'không bị tạm dừng / was not paused';
    else
        perform queue.refuse_kind('kind_name', kind_name);
    end if;
    insert into queue.audit (verb, kind, reason, result) values ('resume', kind_name, resume.reason, answer);
    return answer;
end $$;
comment on function queue.resume(text, text) is
    'Cho chạy tiếp một loại công việc / Lets the daemons claim jobs of a paused kind again.';

create or replace function queue.refuse_kind(parameter text, kind text)
returns void language plpgsql set search_path = queue, pg_temp as $$
-- Raises the error for a kind that does not exist.
-- Errors:     22023 always; the hint lists the kinds.
begin
    raise exception using errcode = '22023',
        message = format('Không có loại công việc %1$s / Unknown job kind %1$s.',
                         coalesce('“' || refuse_kind.kind || '”', 'NULL')),
        detail = 'Tham số / Parameter: ' || parameter, hint = queue.kind_hint(refuse_kind.kind);
end $$;
comment on function queue.refuse_kind(text, text) is 'Báo lỗi loại không tồn tại / Raises the error for an unknown kind.';
