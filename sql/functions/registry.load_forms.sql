create or replace function registry.load_forms()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
#variable_conflict use_column
-- Loads the forms of submissions from sql/reference/forms/<kind>.v<version>.<part>.json; a form is its three parts.
-- Reads:   temp table reference_forms (kind, version, part, body) - part is schema, valid or invalid.
-- Returns: the files that do not fit, with the reason; their forms are left out.
-- Tables:  insert, update - registry.form.
declare
    file record;
    the_body jsonb;
begin
    create temp table checked_form (kind text, version int, part text, body jsonb, row_text text, problem text) on commit drop;
    for file in select r.kind, r.version, r.part, r.body from pg_temp.reference_forms r order by 1, 2, 3 loop
        the_body := null;
        begin
            the_body := file.body::jsonb;
        exception when invalid_text_representation or untranslatable_character then
            null;
        end;
        insert into checked_form values (file.kind, file.version::int, file.part, the_body,
            format('%s.v%s.%s.json', file.kind, file.version, file.part),
            case
                when the_body is null then 'không phải JSON / not JSON'
                when file.part not in ('schema', 'valid', 'invalid') then 'phần phải là schema, valid hoặc invalid / unknown part'
            end);
    end loop;
    update checked_form f set problem = 'biểu mẫu thiếu phần schema, valid hoặc invalid / the form lacks a part'
    where problem is null
      and (select count(*) from checked_form g where g.kind = f.kind and g.version = f.version and g.problem is null) <> 3;

    insert into registry.form as t (kind, version, schema, valid_example, invalid_example)
    select s.kind, s.version, s.body, v.body, i.body
    from checked_form s
    join checked_form v on v.kind = s.kind and v.version = s.version and v.part = 'valid' and v.problem is null
    join checked_form i on i.kind = s.kind and i.version = s.version and i.part = 'invalid' and i.problem is null
    where s.part = 'schema' and s.problem is null
    on conflict (kind, version) do update
    set schema = excluded.schema, valid_example = excluded.valid_example, invalid_example = excluded.invalid_example
    where (t.schema, t.valid_example, t.invalid_example)
          is distinct from (excluded.schema, excluded.valid_example, excluded.invalid_example);

    return query select f.row_text, f.problem from checked_form f where f.problem is not null;
    drop table checked_form;
end $$;
comment on function registry.load_forms() is 'Nạp biểu mẫu hồ sơ / Loads the forms of submissions: JSON Schema and examples.';
