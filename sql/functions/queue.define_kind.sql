create or replace function queue.define_kind(
    name            text,
    title           text     default null,
    priority        integer  default 4,
    max_attempts    integer  default 20,
    batch_limit     integer  default 500,
    timeout         interval default '10 s',
    coalesce_key    text     default null,
    args_limit      integer  default 65536,
    fields          jsonb    default null,
    concurrency_key text     default null,
    lane_limit      integer  default null,
    idempotency_ttl interval default null
) returns void language plpgsql set search_path = queue, pg_temp as $$
-- Defines a kind of job or changes its definition; a pause stays.
-- Parameters: name - [a-z][a-z0-9_]*, at most 40 characters; title - for people, the name by default;
--             priority 0..7; max_attempts 1..100; batch_limit 1..1000; timeout 1 s .. 1 h; coalesce_key,
--             concurrency_key - default keys, {field} stands for a value of args; args_limit - bytes;
--             fields - null: leave them; else an array of objects with the columns of queue.kind_field (name, type,
--             required, …): replaces them all, and raises args_version when they demand something else than before;
--             lane_limit 1..1000, idempotency_ttl 1 s .. 366 d (24 h at first) - null: leave it, operators may have set it.
-- Errors:     23514 a value out of range; 2201B a pattern is no regular expression.
-- Tables:     insert, update - queue.kind; delete, insert - queue.kind_field.
declare
    former jsonb;
begin
    insert into queue.kind as k (name, title, priority, max_attempts, batch_limit, timeout, coalesce_key, args_limit,
                                 concurrency_key, lane_limit, idempotency_ttl)
    values (define_kind.name, coalesce(define_kind.title, define_kind.name), define_kind.priority, define_kind.max_attempts,
            define_kind.batch_limit, define_kind.timeout, define_kind.coalesce_key, define_kind.args_limit,
            define_kind.concurrency_key, define_kind.lane_limit, coalesce(define_kind.idempotency_ttl, '24 h'))
    on conflict on constraint kind_pkey do update set
        title = excluded.title, priority = excluded.priority, max_attempts = excluded.max_attempts,
        batch_limit = excluded.batch_limit, timeout = excluded.timeout, coalesce_key = excluded.coalesce_key,
        args_limit = excluded.args_limit, concurrency_key = excluded.concurrency_key,
        lane_limit = coalesce(excluded.lane_limit, k.lane_limit),
        idempotency_ttl = coalesce(define_kind.idempotency_ttl, k.idempotency_ttl);
    if fields is null then
        return;
    end if;
    former := queue.args_declaration(define_kind.name);
    delete from queue.kind_field f where f.kind = define_kind.name;
    insert into queue.kind_field (kind, name, position, type, required, required_when_field, required_when_value,
                                  minimum, maximum, allowed, pattern, reference, title)
    select define_kind.name, x.name, coalesce(x.position, e.ordinality), x.type, coalesce(x.required, false),
           x.required_when_field, x.required_when_value, x.minimum, x.maximum, x.allowed, x.pattern, x.reference,
           coalesce(x.title, x.name)
    from jsonb_array_elements(fields) with ordinality e (field, ordinality),
        jsonb_populate_record(null::queue.kind_field, e.field) x;
    perform queue.compile_args(define_kind.name);
    perform queue.raise_args_version(define_kind.name, former);
end $$;
comment on function queue.define_kind(text, text, integer, integer, integer, interval, text, integer, jsonb, text, integer,
                                      interval) is
    'Khai báo loại công việc / Defines a kind of job and the fields of its args.';

create or replace function queue.raise_args_version(kind_name text, former jsonb)
returns void language sql set search_path = queue, pg_temp as $$
    -- Jobs that were enqueued under another declaration keep their number, so that they can be told apart.
    -- Parameters: former - queue.args_declaration before the change; null: this is the first one.
    -- Tables:     update - queue.kind.
    update queue.kind k set args_version = k.args_version + 1
    where k.name = kind_name and queue.args_declaration(kind_name) <> former
$$;
comment on function queue.raise_args_version(text, jsonb) is
    'Tăng phiên bản tham số / Raises args_version when a declaration demands something else than before.';

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
                r.batch_limit::integer, r.timeout::interval, nullif(r.coalesce_key, ''), r.args_limit::integer,
                concurrency_key => nullif(r.concurrency_key, ''), lane_limit => nullif(r.lane_limit, '')::integer);
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
-- Tables:     delete, insert - queue.kind_field; update - queue.kind (args_version).
declare
    r      record;
    former jsonb := (select jsonb_object_agg(q.kind, queue.args_declaration(q.kind))
                     from (select distinct f.kind from reference_kind_fields f) q);
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
    perform queue.raise_args_version(f.key, nullif(f.value, 'null')) from jsonb_each(former) f;
end $$;
comment on function queue.load_kind_fields() is 'Nạp trường tham số / Loads the declared fields from reference data.';
