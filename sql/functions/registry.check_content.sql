create or replace function registry.check_content(content jsonb)
returns text language plpgsql immutable set search_path = registry, pg_temp as $$
-- Refuses content beyond the limits, in time and memory that its stored size bounds: 1 MiB as stored and as text, numbers of 1,000
-- digits, 64 objects and lists in one another, 128 KiB a text (in UTF-8; names of members too), 10,000 elements a list.
-- Parameters: content - a JSON object, as parsed: of a member that was given twice the last is left.
-- Returns:    the content as text.
-- Errors:     54000 with the path (a JSON pointer), the measure and the limit in the detail.
declare
    content_text text;
    bytes int := pg_column_size(content);
    problem text[];
begin
    -- First of all, for the other looks go down as deep as the content does.
    if jsonb_path_exists(content, 'strict $.**{64} ? (@.type() == "object" || @.type() == "array")') then
        raise exception 'Nội dung lồng quá sâu / content is nested too deeply'
            using errcode = 'program_limit_exceeded', detail = 'more than 64 objects and lists in one another',
                  hint = 'Điền theo biểu mẫu, không lồng thêm / fill in the form, nest nothing in it';
    end if;
    -- Before it is written as text: 1e130000 is stored in ten bytes.
    if bytes <= 1048576 then
        if exists (select from jsonb_path_query(content, 'strict $.** ? (@.type() == "number")') n
                   where abs(n::numeric) >= 1e1000 or scale(n::numeric) > 1000) then
            problem := registry.content_problem(content, 'number');
            raise exception 'Số quá dài / a number is too long'
                using errcode = 'program_limit_exceeded', detail = format('%s: more than 1000 digits', problem[1]),
                      hint = 'Ghi số như trên giấy / write the number as on paper';
        end if;
        content_text := content::text;
        bytes := octet_length(content_text);
    end if;
    if bytes > 1048576 then
        raise exception 'Nội dung quá lớn / content is too large'
            using errcode = 'program_limit_exceeded', detail = format('%s bytes of 1048576', bytes),
                  hint = 'Gửi tệp lớn dưới dạng tệp kèm theo / hand large files in as attachments';
    end if;
    -- A text of that length does not fit into less.
    if bytes > 131072 then
        problem := registry.content_problem(content, 'text');
        if problem is not null then
            raise exception 'Một mục chữ quá dài / a text is too long'
                using errcode = 'program_limit_exceeded', detail = format('%s: %s bytes of 131072', problem[1], problem[2]),
                      hint = 'Rút gọn, hoặc gửi dưới dạng tệp kèm theo / shorten it, or hand it in as an attachment';
        end if;
    end if;
    -- An element takes a character and a comma.
    if bytes > 20000 and jsonb_path_exists(content, 'strict $.** ? (@.type() == "array" && @.size() > 10000)') then
        problem := registry.content_problem(content, 'list');
        raise exception 'Danh sách quá dài / a list is too long'
            using errcode = 'program_limit_exceeded', detail = format('%s: %s elements of 10000', problem[1], problem[2]),
                  hint = 'Chia thành nhiều hồ sơ / hand it in as several submissions';
    end if;
    return content_text;
end $$;
comment on function registry.check_content(jsonb) is 'Giới hạn nội dung hồ sơ / Refuses content beyond the limits.';

create or replace function registry.content_problem(content jsonb, what text)
returns text[] language sql immutable set search_path = registry, pg_temp as $$
-- Where in a content the first number, text or list beyond its limit stands.
-- Parameters: what - number, text (names of members too) or list.
-- Returns:    {JSON pointer of at most 200 characters, measure}; null when there is none.  Not deeper than 64.
    with recursive node (path, value, depth) as (
        select '', content, 1
        union all
        select left(n.path || '/' || replace(replace(e.name, '~', '~0'), '/', '~1'), 200), e.value, n.depth + 1
        from node n, lateral (
            select o.key as name, o.value from jsonb_each(case when jsonb_typeof(n.value) = 'object' then n.value else '{}' end) o
            union all
            select (a.ordinality - 1)::text, a.value
            from jsonb_array_elements(case when jsonb_typeof(n.value) = 'array' then n.value else '[]' end) with ordinality a) e
        where n.depth <= 64)
    select array[coalesce(nullif(n.path, ''), '/'), m.measure::text]
    from node n, lateral (
        select case jsonb_typeof(n.value)
            when 'number' then
                case when what = 'number' and (abs(n.value::numeric) >= 1e1000 or scale(n.value::numeric) > 1000) then 1001 end
            when 'string' then
                case when what = 'text' and octet_length(n.value #>> '{}') > 131072 then octet_length(n.value #>> '{}') end
            when 'object' then
                case when what = 'text' then
                    (select octet_length(k) from jsonb_object_keys(n.value) k where octet_length(k) > 131072 limit 1) end
            when 'array' then
                case when what = 'list' and jsonb_array_length(n.value) > 10000 then jsonb_array_length(n.value) end
        end as measure) m
    where m.measure is not null
    limit 1
$$;
comment on function registry.content_problem(jsonb, text) is 'Chỗ vượt giới hạn trong nội dung / Where a content goes beyond a limit.';
