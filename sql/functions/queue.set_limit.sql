create or replace function queue.set_limit(kind_name text, lanes integer, reason text default null)
returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Limits the lanes that work on a kind at once, over all daemons; from the next claims on.  Running jobs finish.
-- It counts lanes, not jobs: a lane works through a batch, one job after the other.  To run nothing at all: queue.pause.
-- Parameters: kind_name - an existing kind; lanes - 1..1000; null: no limit; reason - at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     22023 unknown kind (hint lists the kinds); 22003 lanes out of range; 22001 reason too long.
-- Tables:     update - queue.kind; insert - queue.audit.
declare
    old_one smallint;
    answer  text;
begin
    perform queue.check_reason(reason);
    if lanes not between 1 and 1000 then
        raise exception using errcode = '22003', message = format('Ngoài phạm vi / Out of range: %s.', lanes),
            detail = 'Tham số / Parameter: lanes',
            hint = 'Cho phép / Allowed: 1 .. 1000; null: không giới hạn / no limit.'
                || case when lanes = 0 then ' Muốn dừng / To stop: queue.pause.' else '' end;
    end if;
    select k.lane_limit into old_one from queue.kind k where k.name = kind_name for no key update;
    if not found then
        perform queue.refuse_kind('kind_name', kind_name);
    end if;
    update queue.kind k set lane_limit = lanes where k.name = kind_name;
    answer := format('giới hạn %2$s, trước là %1$s / limit %4$s, was %3$s',
                     coalesce(old_one || ' làn', 'không có'), coalesce(lanes || ' làn', 'không có'),
                     coalesce(old_one || ' lanes', 'none'), coalesce(lanes || ' lanes', 'none'));
    insert into queue.audit (verb, kind, reason, result) values ('set_limit', kind_name, set_limit.reason, answer);
    return answer;
end $$;
comment on function queue.set_limit(text, integer, text) is
    'Giới hạn số làn của một loại / Limits the lanes that work on a kind at once; null: no limit.';
