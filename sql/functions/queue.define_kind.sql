create or replace function queue.define_kind(
    name         text,
    title        text     default null,
    priority     integer  default 4,
    max_attempts integer  default 20,
    batch_limit  integer  default 500,
    timeout      interval default '10 s',
    coalesce_key text     default null,
    args_limit   integer  default 65536,
    fields       jsonb    default null
) returns void language plpgsql set search_path = queue, pg_temp as $$
-- Defines a kind of job or changes its definition; a pause stays.
-- Parameters: name - [a-z][a-z0-9_]*, at most 40 characters; title - for people, the name by default;
--             priority 0..7; max_attempts 1..100; batch_limit 1..1000; timeout 1 s .. 1 h; coalesce_key - default key;
--             args_limit - bytes; fields - null: leave them; else an array of objects with the columns of
--             queue.kind_field (name, type, required, …): replaces them all.
-- Errors:     23514 a value out of range.
-- Tables:     insert, update - queue.kind; delete, insert - queue.kind_field.
begin
    insert into queue.kind (name, title, priority, max_attempts, batch_limit, timeout, coalesce_key, args_limit)
    values (define_kind.name, coalesce(define_kind.title, define_kind.name), define_kind.priority, define_kind.max_attempts,
            define_kind.batch_limit, define_kind.timeout, define_kind.coalesce_key, define_kind.args_limit)
    on conflict on constraint kind_pkey do update set
        title = excluded.title, priority = excluded.priority, max_attempts = excluded.max_attempts,
        batch_limit = excluded.batch_limit, timeout = excluded.timeout, coalesce_key = excluded.coalesce_key,
        args_limit = excluded.args_limit;
    if fields is null then
        return;
    end if;
    delete from queue.kind_field f where f.kind = define_kind.name;
    insert into queue.kind_field (kind, name, position, type, required, required_when_field, required_when_value,
                                  minimum, maximum, allowed, pattern, reference, title)
    select define_kind.name, x.name, coalesce(x.position, e.ordinality), x.type, coalesce(x.required, false),
           x.required_when_field, x.required_when_value, x.minimum, x.maximum, x.allowed, x.pattern, x.reference,
           coalesce(x.title, x.name)
    from jsonb_array_elements(fields) with ordinality e (field, ordinality),
        jsonb_populate_record(null::queue.kind_field, e.field) x;
end $$;
comment on function queue.define_kind(text, text, integer, integer, integer, interval, text, integer, jsonb) is
    'Khai báo loại công việc / Defines a kind of job and the fields of its args.';

create or replace function queue.load_kinds()
returns table (row_text text, problem text) language plpgsql set search_path = queue, pg_temp as $$
-- Loads sql/reference/kinds.csv from the temporary table reference_kinds, and makes the partitions that are missing.
-- Returns:    rows that do not fit, with the reason.
-- Tables:     insert, update - queue.kind.
declare
    r record;
begin
    perform queue.ensure_partitions();
    for r in select * from reference_kinds loop
        begin
            perform queue.define_kind(r.name, r.title, r.priority::integer, r.max_attempts::integer,
                r.batch_limit::integer, r.timeout::interval, nullif(r.coalesce_key, ''), r.args_limit::integer);
        exception when data_exception or integrity_constraint_violation then
            row_text := r::text;
            problem := sqlerrm;
            return next;
        end;
    end loop;
end $$;
comment on function queue.load_kinds() is 'Nạp loại công việc / Loads the kinds of job from reference data.';

create or replace function queue.load_kind_fields()
returns table (row_text text, problem text) language plpgsql set search_path = queue, pg_temp as $$
-- Loads sql/reference/kind_fields.csv from the temporary table reference_kind_fields; replaces the fields of its kinds.
-- Returns:    rows that do not fit, with the reason.
-- Tables:     delete, insert - queue.kind_field.
declare
    r record;
begin
    delete from queue.kind_field f where f.kind in (select q.kind from reference_kind_fields q);
    for r in select * from reference_kind_fields loop
        begin
            insert into queue.kind_field (kind, name, position, type, required, required_when_field,
                                          required_when_value, minimum, maximum, allowed, pattern, reference, title)
            values (r.kind, r.name, r.position::smallint, r.type, r.required = 'yes',
                    nullif(split_part(r.required_when, '=', 1), ''), nullif(split_part(r.required_when, '=', 2), ''),
                    nullif(r.minimum, '')::numeric, nullif(r.maximum, '')::numeric,
                    string_to_array(nullif(r.allowed, ''), '|'), nullif(r.pattern, ''), nullif(r.reference, ''), r.title);
        exception when data_exception or integrity_constraint_violation then
            row_text := r::text;
            problem := sqlerrm;
            return next;
        end;
    end loop;
end $$;
comment on function queue.load_kind_fields() is 'Nạp trường tham số / Loads the declared fields from reference data.';
