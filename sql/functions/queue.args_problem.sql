create or replace function queue.args_problem(kind_name text, args_limit integer, args jsonb)
returns text[] language plpgsql stable set search_path = queue, pg_temp as $$
-- Checks args against the fields declared for a kind.  A JSON null counts as absent.
-- It tells instead of raising, so that the caller's error carries no stack of functions.
-- Parameters: kind_name - an existing kind; args_limit - bytes as stored; args - what the caller gave.
-- Returns:    null if they fit; else SQLSTATE, field (empty: the whole), message, hint, where SQLSTATE is
--             42804 not an object, wrong type; 54000 too large; 42703 unknown field; 23502 missing field;
--             22003 out of range; 22023 value not allowed; 23503 referenced row missing.
-- Tables:     read - queue.kind_field and the referenced tables.
declare
    f       queue.kind_field%rowtype;
    value   jsonb;
    given   text;
    content text;
    measure numeric;
    bytes   integer;
    known   text[] := '{}';
    fits    boolean;
    present boolean;
    example text;
begin
    if args is null or jsonb_typeof(args) <> 'object' then
        return array['42804', '', format('Tham số phải là một đối tượng JSON / Args must be a JSON object, not %s',
                                         coalesce(jsonb_typeof(args), 'NULL')), 'Ví dụ / Example: ''{"…": 1}''.'];
    end if;
    -- As text too: a number of a few bytes can be written in thousands.
    bytes := greatest(pg_column_size(args), octet_length(args::text));
    if bytes > args_limit then
        return array['54000', '', format('Tham số quá lớn / Args too large: %s byte', bytes),
                     format('Tối đa / At most %s byte.', args_limit)];
    end if;
    for f in select * from queue.kind_field q where q.kind = kind_name order by q.position loop
        known := known || f.name;
        value := args -> f.name;
        given := jsonb_typeof(value);
        example := format('{"%s": %s}', f.name, case f.type when 'integer' then '7' when 'number' then '1.5'
            when 'boolean' then 'true' when 'date' then '"2021-03-02"' when 'enum' then to_json(f.allowed[1])::text
            else '"…"' end);
        if value is null or given = 'null' then
            if f.required then
                return array['23502', f.name, 'Thiếu trường bắt buộc / Missing field',
                             format('%s. Thêm vào, ví dụ / Add it, for example: %s', f.title, example)];
            elsif args ->> f.required_when_field = any (string_to_array(f.required_when_value, '|')) then
                return array['23502', f.name, format(
                    'Thiếu trường bắt buộc khi %1$s = %2$s / Missing field, required when %1$s = %2$s',
                    f.required_when_field, args ->> f.required_when_field),
                    format('%s. Thêm vào, ví dụ / Add it, for example: %s', f.title, example)];
            end if;
            continue;
        end if;
        content := value #>> '{}';
        fits := case f.type
            when 'integer' then given = 'number'
            when 'number'  then given = 'number'
            when 'boolean' then given = 'boolean'
            else given = 'string'
        end;
        if fits and f.type = 'integer' then
            -- 7.0 is none: handlers read integers, and would discard the job.
            fits := scale(content::numeric) = 0;
        elsif fits and f.type = 'date' then
            fits := queue.is_iso_date(content);
        end if;
        if not fits then
            return array['42804', f.name, format(
                'Sai kiểu: cần %1$s, nhận %2$s / Wrong type: %1$s wanted, %2$s given', f.type, left(value::text, 60)),
                format('%s. Ghi thế này, ví dụ / Write it like: %s', f.title, example)];
        end if;
        measure := case when given = 'number' then content::numeric when f.type = 'text' then length(content) end;
        if measure < f.minimum or measure > f.maximum
           or (f.type = 'integer' and measure not between -9223372036854775808 and 9223372036854775807) then
            return array['22003', f.name, format('Ngoài phạm vi / Out of range: %s', left(value::text, 60)),
                format('Cho phép / Allowed: %s .. %s%s.', coalesce(f.minimum::text, '…'), coalesce(f.maximum::text, '…'),
                       case when f.type = 'text' then ' ký tự / characters' else '' end)];
        elsif not content = any (f.allowed) then
            return array['22023', f.name, format('Giá trị không được phép / Value not allowed: %s', left(value::text, 60)),
                         format('Cho phép / Allowed: %s.', array_to_string(f.allowed, ', '))];
        elsif content !~ f.pattern then
            return array['22023', f.name, format('Sai mẫu / Not in the expected form: %s', left(value::text, 60)),
                         f.title || '.'];
        elsif f.reference is not null then
            execute format('select exists (select from %I.%I where %I = %s)', split_part(f.reference, '.', 1),
                           split_part(f.reference, '.', 2), split_part(f.reference, '.', 3),
                           queue.reference_value(f.type, '$1'))
                into present using content;
            if not present then
                return array['23503', f.name, format('Không tồn tại %1$s = %2$s / No such row: %1$s = %2$s', f.reference,
                                                     left(content, 60)),
                    format('%1$s. Xem lại giá trị; các giá trị có ở / Check the value; those that exist: select %2$I from %3$s;',
                           f.title, split_part(f.reference, '.', 3), substring(f.reference from '^[^.]+\.[^.]+'))];
            end if;
        end if;
    end loop;
    if args - known <> '{}' then
        return array['42703', (select left(min(key), 60) from jsonb_object_keys(args - known) key),
                     'Trường không có trong khai báo / Unknown field', format('Các trường / Fields: %s.',
                     coalesce(nullif(array_to_string(known, ', '), ''), '(không có / none)'))];
    end if;
    return null;
end $$;
comment on function queue.args_problem(text, integer, jsonb) is
    'Kiểm tra tham số theo khai báo của loại / Checks args against the kind''s declared fields; null if they fit.';

create or replace function queue.reference_value(type text, content text)
returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
    -- The SQL expression that makes a value to look up out of a field's text; content is an SQL expression too.
    select content || case type when 'integer' then '::bigint' when 'number' then '::numeric' when 'date' then '::date'
                                when 'boolean' then '::boolean' else '::text' end
$$;
comment on function queue.reference_value(text, text) is 'Giá trị tham chiếu trong SQL / SQL expression of a referenced value.';

create or replace function queue.is_iso_date(content text)
returns boolean language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
-- Whether a text is a calendar date as YYYY-MM-DD.
begin
    return content ~ '^\d{4}-\d{2}-\d{2}$' and content::date is not null;
exception when data_exception then
    return false;
end $$;
comment on function queue.is_iso_date(text) is 'Là ngày dạng YYYY-MM-DD / Whether a text is an ISO date.';
