create or replace function notice.load_templates()
returns table (row_text text, problem text) language plpgsql volatile security definer
set search_path = notice, pg_temp as $$
-- Loads the templates of sql/reference/templates.csv from the temporary table reference_templates.
-- Returns: rows that do not fit, with the reason.  Tables: insert, update - notice.template.
begin
    return query
        select r::text, 'thiếu mã, tệp hoặc phiên bản / code, file or version is missing'
        from pg_temp.reference_templates r
        where r.code is null or r.file is null or r.version !~ '^[1-9][0-9]*$';
    insert into notice.template as t (code, version, name, file, valid_from)
    select r.code, r.version::integer, r.name, r.file, r.valid_from::date
    from pg_temp.reference_templates r
    where r.code is not null and r.file is not null and r.version ~ '^[1-9][0-9]*$'
    on conflict on constraint template_pkey do update
        set name = excluded.name, file = excluded.file, valid_from = excluded.valid_from
        where t is distinct from excluded;
end $$;
comment on function notice.load_templates() is 'Nạp mẫu thông báo / Loads the templates of notices.';
