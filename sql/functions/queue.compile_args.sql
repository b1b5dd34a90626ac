create or replace function queue.field_path(f queue.kind_field)
returns text language plpgsql stable set search_path = queue, pg_temp as $$
-- The condition of a JSON path under which the value of one field certainly fits its declaration.
-- Lax paths open arrays by themselves, so each condition first asks for the value's own type.
-- Parameters: f - a declared field.
-- Returns:    the condition; null when the declaration cannot be said in a path (then queue.args_problem decides).
declare
    here    text := format('$."%s"', f.name);
    low     numeric := f.minimum;
    high    numeric := f.maximum;
    checks  text[] := '{}';
    missing text;
    other   text;
begin
    if f.pattern is not null and f.type in ('integer', 'number', 'boolean')
       or f.allowed = '{}' or greatest(abs(low), abs(high)) >= 'Infinity' then
        return null;
    end if;
    if f.type = 'integer' then
        low := greatest(low, -9223372036854775808);
        high := least(high, 9223372036854775807);
        checks := checks || '@.floor() == @'::text;
    end if;
    if f.type in ('integer', 'number') then
        checks := checks || ('@ >= ' || low) || ('@ <= ' || high);
    elsif f.type = 'text' and (ceil(low) > 255 or floor(high) < greatest(ceil(low), 0)) then
        return null;
    elsif f.type = 'text' and (low > 0 or high <= 255) then
        -- A regular expression counts to 255; a greater maximum is left to queue.kind.args_sure.
        checks := checks || format('@ like_regex "^.{%s,%s}%s" flag "s"', greatest(ceil(coalesce(low, 0)), 0),
                                   case when high <= 255 then floor(high) end, case when high <= 255 then '$' end);
    elsif f.type = 'date' then
        checks := checks || '@ like_regex "^(?!0000)\\d{4}-\\d{2}-\\d{2}$"'::text
            || '@.datetime("YYYY-MM-DD").type() == "date"'::text;
    elsif f.type = 'enum' then
        checks := checks || (select '(' || string_agg('@ == ' || to_json(v)::text, ' || ') || ')'
                             from unnest(f.allowed) v where v is not null);
    end if;
    if f.pattern is not null then
        checks := checks || format('@ like_regex %s flag "s"', to_json(f.pattern));
    end if;
    checks := array_remove(checks, null);
    if not f.required then
        missing := format('!exists(%1$s) || %1$s.type() == "null"', here);
        if f.required_when_field is not null then
            other := '$.' || to_json(f.required_when_field);
            missing := format('(%1$s) && (!exists(%2$s) || %2$s.type() == "null"'
                || ' || %2$s.type() == "string" && !(%3$s) || %2$s.type() == "boolean" && !(%4$s))', missing, other,
                (select string_agg(other || ' == ' || to_json(v)::text, ' || ') from unnest(string_to_array(f.required_when_value, '|')) v),
                (select string_agg(other || ' == ' || case when v in ('true', 'false') then v else 'null' end, ' || ')
                 from unnest(string_to_array(f.required_when_value, '|')) v));
        end if;
    end if;
    return format('(%s%s.type() == "%s"%s)', missing || ' || ', here,
        case f.type when 'integer' then 'number' when 'number' then 'number' when 'boolean' then 'boolean' else 'string' end,
        ' && exists(' || here || ' ? (' || nullif(array_to_string(checks, ' && '), '') || '))');
end $$;
comment on function queue.field_path(queue.kind_field) is
    'Điều kiện của một trường / JSON path condition under which a field certainly fits its declaration.';

create or replace function queue.compile_args(kind_name text)
returns void language plpgsql set search_path = queue, pg_temp as $$
-- Keeps a kind's declaration in a form that is checked at once: args that are no longer than args_sure and satisfy
-- args_path fit, references apart.  Of all others queue.args_problem decides, and says what is wrong.
-- Parameters: kind_name - an existing kind.
-- Errors:     2201B a pattern is no regular expression.
-- Tables:     update - queue.kind; read - queue.kind_field.
declare
    path text;
begin
    select '$.type() == "object" && !exists($.keyvalue()' || coalesce(
               ' ? (' || string_agg(format('!(@.key == "%s")', f.name), ' && ' order by f.position, f.name) || ')', '') || ')'
           || coalesce(string_agg(' && ' || queue.field_path(f), '' order by f.position, f.name), '')
    into path
    from queue.kind_field f
    where f.kind = kind_name
    having count(*) = count(queue.field_path(f));
    update queue.kind k set
        args_path = path::jsonpath,
        args_sure = (select least(1048576, min(floor(f.maximum)) filter (where f.maximum > 255)) from queue.kind_field f
                     where f.kind = kind_name and f.type = 'text'),
        args_references = (select count(f.reference) from queue.kind_field f where f.kind = kind_name)
    where k.name = kind_name;
end $$;
comment on function queue.compile_args(text) is
    'Biên dịch khai báo tham số / Compiles the declaration of a kind''s args into a JSON path.';

create or replace function queue.args_declaration(kind_name text)
returns jsonb language sql stable set search_path = queue, pg_temp as $$
    -- What the declaration of a kind's args demands, without titles and order: when it changes, args_version is raised.
    -- Returns:    an object, field by field; null when nothing was ever declared.
    -- Tables:     read - queue.kind, queue.kind_field.
    select case when k.args_path is not null or exists (select from queue.kind_field f where f.kind = k.name) then
        coalesce((select jsonb_object_agg(f.name, to_jsonb(f) - array['kind', 'name', 'position', 'title'])
                  from queue.kind_field f where f.kind = k.name), '{}') end
    from queue.kind k
    where k.name = kind_name
$$;
comment on function queue.args_declaration(text) is 'Khai báo tham số của loại / What the declaration of a kind''s args demands.';
