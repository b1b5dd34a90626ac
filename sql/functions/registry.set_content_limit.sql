create or replace function registry.set_content_limit(name text, value integer, reason text)
returns text language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Sets a limit of what a submission may hold, for what is handed in from now on; what was handed in before is judged as it is.
-- Parameters: name - content_bytes, text_bytes, depth, elements or attachments; value - within the bounds of its row of
--             registry.content_limit, null = its default; reason - 1..1000 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     22023 unknown name (hint lists them), no reason, a text that may be larger than the content it stands in;
--             22003 out of bounds (hint gives them).
-- Tables:     update - content_limit; insert - audit.
declare
    why text := registry.need_reason(reason);
    old registry.content_limit%rowtype;
    wanted int;
    other int;
begin
    -- All of them: each is judged by the others.
    perform from registry.content_limit l order by l.name for update;
    select l.* into old from registry.content_limit l where l.name = set_content_limit.name;
    if not found then
        raise exception 'Không có giới hạn “%” / unknown limit “%”', left(name, 100), left(name, 100)
            using errcode = 'invalid_parameter_value', detail = format('name = %L', left(name, 100)),
                  hint = (select string_agg(l.name || ' (' || l.what || ')', ', ' order by l.name) from registry.content_limit l);
    end if;
    wanted := coalesce(value, old.default_value);
    if wanted not between old.lowest and old.highest then
        raise exception 'Ngoài phạm vi / out of range: %', wanted
            using errcode = 'numeric_value_out_of_range', detail = format('%s: %s', old.name, old.what),
                  hint = format('Cho phép / allowed: %s .. %s; mặc định / default: %s', old.lowest, old.highest, old.default_value);
    end if;
    select l.value into other from registry.content_limit l
    where l.name = case old.name when 'content_bytes' then 'text_bytes' when 'text_bytes' then 'content_bytes' end;
    if (old.name = 'content_bytes' and wanted < other) or (old.name = 'text_bytes' and wanted > other) then
        raise exception 'Một mục chữ không thể lớn hơn cả nội dung / a text cannot be larger than the content it stands in'
            using errcode = 'invalid_parameter_value',
                  detail = format('%s = %s, %s = %s', old.name, wanted, case old.name when 'text_bytes' then 'content_bytes' else 'text_bytes' end, other),
                  hint = 'Đổi giới hạn kia trước / change the other limit first';
    end if;
    update registry.content_limit l set value = wanted where l.name = old.name;
    insert into registry.audit (action, object, reason, detail)
    values ('set_content_limit', 'content_limit', why, jsonb_build_object('name', old.name, 'from', old.value, 'to', wanted));
    return format('%1$s: giới hạn %2$s, trước là %3$s / %1$s: limit %2$s, was %3$s', old.name, wanted, old.value);
end $$;
comment on function registry.set_content_limit(text, integer, text) is
    'Đặt giới hạn nội dung hồ sơ / Sets a limit of what a submission may hold; null: its default.';
