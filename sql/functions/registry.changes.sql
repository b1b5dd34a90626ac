create or replace function registry.changes(after text default null, "limit" int default 100)
returns table (cursor text, submission_id bigint, version int, state text, changed_at timestamptz)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- The feed of submissions' state changes, in an order that no late commit can disturb.
-- Parameters: after - the cursor of the last row taken, null from the beginning; limit - 1..10000.
-- Returns:    rows in feed order.  Rows of a transaction are served only when no older transaction can still commit, so a reader
--             that goes on from its last cursor never misses one; an open old transaction delays, it does not lose.
-- Errors:     22023 not a cursor, limit out of range.
declare
    last_xid xid8 := '0';
    last_id bigint := 0;
begin
    if after is not null then
        if after !~ '^[0-9]{1,19}-[0-9]{1,18}$' then
            raise exception 'Con trỏ không hợp lệ / not a cursor'
                using errcode = 'invalid_parameter_value', detail = format('after = %L', after),
                      hint = 'Dùng cột cursor của lần đọc trước / use the column cursor of the last row taken';
        end if;
        last_xid := split_part(after, '-', 1)::xid8;
        last_id := split_part(after, '-', 2)::bigint;
    end if;
    if "limit" is null or "limit" not between 1 and 10000 then
        raise exception 'Giới hạn từ 1 đến 10000 / limit is 1..10000'
            using errcode = 'invalid_parameter_value', detail = format('limit = %s', "limit");
    end if;
    return query
    select c.xid::text || '-' || c.id, c.submission_id, c.version, c.state, c.changed_at
    from registry.submission_change c
    where (c.xid, c.id) > (last_xid, last_id) and c.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by c.xid, c.id
    limit "limit";
end $$;
comment on function registry.changes(text, int) is 'Luồng thay đổi trạng thái hồ sơ / Feed of state changes that never skips a late commit.';
