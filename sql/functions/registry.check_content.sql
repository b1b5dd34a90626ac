create or replace function registry.check_content(content jsonb)
returns text language plpgsql stable set search_path = registry, pg_temp as $$
-- Refuses content beyond the limits in force (registry.content_limit), in time and memory that its stored size bounds: size as stored
-- and as text, objects and lists in one another, bytes of a text (in UTF-8; names of members too), elements of a list; and numbers of
-- more than 1,000 digits, which no operator may allow: they are what makes a small content huge as text.
-- Parameters: content - a JSON object, as parsed: of a member that was given twice the last is left.
-- Returns:    the content as text.
-- Errors:     54000 with the limit in the message; the path (a JSON pointer), the measure and the limit's name in the detail.
-- Tables:     select - content_limit (a handful of rows, read once a call).
declare
    content_text text;
    bytes int := pg_column_size(content);
    max_bytes int;
    max_text int;
    max_depth int;
    max_elements int;
    problem text[];
begin
    select max(l.value) filter (where l.name = 'content_bytes'), max(l.value) filter (where l.name = 'text_bytes'),
           max(l.value) filter (where l.name = 'depth'), max(l.value) filter (where l.name = 'elements')
    into max_bytes, max_text, max_depth, max_elements
    from registry.content_limit l;
    -- Nothing is beyond a limit that is null.
    if max_bytes + max_text + max_depth + max_elements is null then
        raise exception 'Thiếu giới hạn nội dung / a limit of contents is missing'
            using errcode = 'object_not_in_prerequisite_state', detail = 'registry.content_limit lacks a row';
    end if;
    -- First of all, for the other looks go down as deep as the content does.
    if jsonb_path_exists(content, format('strict $.**{%s} ? (@.type() == "object" || @.type() == "array")', max_depth)::jsonpath) then
        raise exception 'Nội dung lồng quá sâu, giới hạn % cấp / content is nested too deeply, the limit is % levels', max_depth, max_depth
            using errcode = 'program_limit_exceeded',
                  detail = format('more than %s objects and lists in one another (depth)', max_depth),
                  hint = 'Điền theo biểu mẫu, không lồng thêm / fill in the form, nest nothing in it';
    end if;
    -- Before it is written as text: 1e130000 is stored in ten bytes.
    if bytes <= max_bytes then
        if exists (select from jsonb_path_query(content, 'strict $.** ? (@.type() == "number")') n
                   where abs(n::numeric) >= 1e1000 or scale(n::numeric) > 1000) then
            problem := registry.content_problem(content, 'number', 1000);
            raise exception 'Số quá dài, giới hạn 1000 chữ số / a number is too long, the limit is 1000 digits'
                using errcode = 'program_limit_exceeded', detail = format('%s: more than 1000 digits', problem[1]),
                      hint = 'Ghi số như trên giấy / write the number as on paper';
        end if;
        content_text := content::text;
        bytes := octet_length(content_text);
    end if;
    if bytes > max_bytes then
        raise exception 'Nội dung quá lớn, giới hạn % byte / content is too large, the limit is % bytes', max_bytes, max_bytes
            using errcode = 'program_limit_exceeded', detail = format('%s bytes of %s (content_bytes)', bytes, max_bytes),
                  hint = 'Gửi tệp lớn dưới dạng tệp kèm theo / hand large files in as attachments';
    end if;
    -- A text of that length does not fit into less.
    if bytes > max_text then
        problem := registry.content_problem(content, 'text', max_text);
        if problem is not null then
            raise exception 'Một mục chữ quá dài, giới hạn % byte / a text is too long, the limit is % bytes', max_text, max_text
                using errcode = 'program_limit_exceeded',
                      detail = format('%s: %s bytes of %s (text_bytes)', problem[1], problem[2], max_text),
                      hint = 'Rút gọn, hoặc gửi dưới dạng tệp kèm theo / shorten it, or hand it in as an attachment';
        end if;
    end if;
    -- An element takes a character and a comma.
    if bytes > 2 * max_elements
       and jsonb_path_exists(content, 'strict $.** ? (@.type() == "array" && @.size() > $most)', jsonb_build_object('most', max_elements)) then
        problem := registry.content_problem(content, 'list', max_elements);
        raise exception 'Danh sách quá dài, giới hạn % phần tử / a list is too long, the limit is % elements', max_elements, max_elements
            using errcode = 'program_limit_exceeded',
                  detail = format('%s: %s elements of %s (elements)', problem[1], problem[2], max_elements),
                  hint = 'Chia thành nhiều hồ sơ / hand it in as several submissions';
    end if;
    return content_text;
end $$;
comment on function registry.check_content(jsonb) is 'Giới hạn nội dung hồ sơ / Refuses content beyond the limits.';

create or replace function registry.content_problem(content jsonb, what text, most int)
returns text[] language sql immutable set search_path = registry, pg_temp as $$
-- Where in a content the first number, text or list beyond a limit stands.
-- Parameters: what - number, text (names of members too) or list; most - digits, bytes or elements that are allowed.
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
                case when what = 'number' and (abs(n.value::numeric) >= ('1e' || most)::numeric or scale(n.value::numeric) > most) then most + 1 end
            when 'string' then
                case when what = 'text' and octet_length(n.value #>> '{}') > most then octet_length(n.value #>> '{}') end
            when 'object' then
                case when what = 'text' then
                    (select octet_length(k) from jsonb_object_keys(n.value) k where octet_length(k) > most limit 1) end
            when 'array' then
                case when what = 'list' and jsonb_array_length(n.value) > most then jsonb_array_length(n.value) end
        end as measure) m
    where m.measure is not null
    limit 1
$$;
comment on function registry.content_problem(jsonb, text, int) is 'Chỗ vượt giới hạn trong nội dung / Where a content goes beyond a limit.';
