-- Loaders of the small reference lists.  Each reads the temporary table reference_<name> (all columns text), adds and changes
-- rows, never removes one, and returns the rows that do not fit with the reason.  They are called by migrate as the owner.

create or replace function registry.load_terms()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/terms.csv.  Tables: insert, update - term.
begin
    insert into registry.term (family, code, name, name_en, position)
    select r.family, r.code, r.name, coalesce(r.name_en, ''), coalesce(nullif(r.position, '')::int, 0) from pg_temp.reference_terms r
    where r.family <> '' and r.code <> '' and r.name <> ''
    on conflict on constraint term_pkey
        do update set name = excluded.name, name_en = excluded.name_en, position = excluded.position;
    return query select r::text, 'Thiếu nhóm, mã hoặc tên / family, code or name is missing'
                 from pg_temp.reference_terms r where not coalesce(r.family <> '' and r.code <> '' and r.name <> '', false);
end $$;
comment on function registry.load_terms() is 'Nạp danh mục dùng chung / Loads terms.csv.';

create or replace function registry.load_levels()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/levels.csv.  Tables: insert, update - level.
begin
    insert into registry.level (code, name, position, valid, source)
    select r.code, r.name, r.position::int, daterange(registry.iso_date(r.valid_from), registry.iso_date(r.valid_until), '[]'),
           coalesce(r.source, '')
    from pg_temp.reference_levels r
    on conflict on constraint level_pkey
        do update set name = excluded.name, position = excluded.position, valid = excluded.valid, source = excluded.source;
    return;
end $$;
comment on function registry.load_levels() is 'Nạp danh mục cấp / Loads levels.csv.';

create or replace function registry.load_unit_types()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/unit_types.csv; prefixes are separated by |.  Tables: insert, update - unit_type.
begin
    insert into registry.unit_type (code, name, tree, level, prefixes, position)
    select r.code, r.name, r.tree, nullif(r.level, ''), string_to_array(coalesce(r.prefixes, ''), '|'), r.position::int
    from pg_temp.reference_unit_types r
    where exists (select from registry.term t where t.family = 'tree' and t.code = r.tree)
    on conflict on constraint unit_type_pkey
        do update set name = excluded.name, tree = excluded.tree, level = excluded.level, prefixes = excluded.prefixes,
                      position = excluded.position;
    return query select r::text, 'Không có cây tổ chức này / unknown tree' from pg_temp.reference_unit_types r
                 where not exists (select from registry.term t where t.family = 'tree' and t.code = r.tree);
end $$;
comment on function registry.load_unit_types() is 'Nạp danh mục loại đơn vị / Loads unit_types.csv.';

create or replace function registry.load_authorities()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/authorities.csv.  Tables: insert, update - authority.
begin
    insert into registry.authority (code, name, name_key, system, level, recognises, commends, valid, source)
    select r.code, r.name, registry.name_key(r.name), r.system, nullif(r.level, ''), r.recognises::boolean, r.commends::boolean,
           daterange(registry.iso_date(r.valid_from), registry.iso_date(r.valid_until), '[]'), coalesce(r.source, '')
    from pg_temp.reference_authorities r
    on conflict on constraint authority_pkey
        do update set name = excluded.name, name_key = excluded.name_key, system = excluded.system, level = excluded.level,
                      recognises = excluded.recognises, commends = excluded.commends, valid = excluded.valid, source = excluded.source;
    return;
end $$;
comment on function registry.load_authorities() is 'Nạp danh mục thẩm quyền / Loads authorities.csv.';

create or replace function registry.load_field_sets()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/field_sets.csv, one row a field.  Tables: insert, update - field_set, field.
begin
    perform registry.define_field_set(s.field_set, s.set_name, s.fields)
    from (select r.field_set, r.set_name, jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) order by r.position::int) as fields
          from pg_temp.reference_field_sets r group by r.field_set, r.set_name) s;
    return;
end $$;
comment on function registry.load_field_sets() is 'Nạp bộ lĩnh vực / Loads field_sets.csv.';

create or replace function registry.load_criterion_sets()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/criterion_sets.csv.  Tables: insert, update - criterion_set.
begin
    insert into registry.criterion_set (code, name, source)
    select r.code, r.name, coalesce(r.source, '') from pg_temp.reference_criterion_sets r
    on conflict on constraint criterion_set_pkey do update set name = excluded.name, source = excluded.source;
    return;
end $$;
comment on function registry.load_criterion_sets() is 'Nạp bộ tiêu chí / Loads criterion_sets.csv.';

create or replace function registry.load_criteria()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/criteria.csv.  Tables: insert, update - criterion.
begin
    insert into registry.criterion (criterion_set, code, name, max_score, position)
    select r.criterion_set, r.code, r.name, nullif(r.max_score, '')::numeric, r.position::int from pg_temp.reference_criteria r
    where exists (select from registry.criterion_set s where s.code = r.criterion_set)
    on conflict on constraint criterion_pkey
        do update set name = excluded.name, max_score = excluded.max_score, position = excluded.position;
    return query select r::text, 'Không có bộ tiêu chí này / unknown criterion set' from pg_temp.reference_criteria r
                 where not exists (select from registry.criterion_set s where s.code = r.criterion_set);
end $$;
comment on function registry.load_criteria() is 'Nạp tiêu chí / Loads criteria.csv.';

create or replace function registry.load_legal_parameters()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/legal_parameters.csv.  Tables: insert, update - legal_parameter.
begin
    -- A range that grew or shrank is replaced, so that the exclusion constraint judges the new list, not old against new.
    delete from registry.legal_parameter p
    where exists (select from pg_temp.reference_legal_parameters r where r.code = p.code)
      and not exists (select from pg_temp.reference_legal_parameters r where r.code = p.code
                        and daterange(registry.iso_date(r.valid_from), registry.iso_date(r.valid_until), '[]') = p.valid);
    insert into registry.legal_parameter (code, valid, value, unit, name, source)
    select r.code, daterange(registry.iso_date(r.valid_from), registry.iso_date(r.valid_until), '[]'), r.value::numeric,
           coalesce(r.unit, ''), r.name, coalesce(r.source, '')
    from pg_temp.reference_legal_parameters r
    on conflict on constraint legal_parameter_pkey
        do update set value = excluded.value, unit = excluded.unit, name = excluded.name, source = excluded.source;
    return;
end $$;
comment on function registry.load_legal_parameters() is 'Nạp tham số pháp lý / Loads legal_parameters.csv.';

create or replace function registry.load_documents()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
-- Loads sql/reference/documents.csv, the catalogue of legal bases.  Tables: insert, update - document.
begin
    insert into registry.document (symbol, symbol_key, type_code, issuer, issuer_key, system, issued_on, title, topic, effective,
                                   replaced_by, source)
    select r.symbol, registry.symbol_key(r.symbol), r.type_code, r.issuer, registry.name_key(r.issuer), r.system,
           registry.iso_date(r.issued_on), r.title, r.topic,
           daterange(registry.iso_date(r.effective_from), registry.iso_date(r.effective_until), '[]'), nullif(r.replaced_by, ''),
           coalesce(r.source, '')
    from pg_temp.reference_documents r
    where registry.iso_date(r.issued_on) is not null and registry.symbol_key(r.symbol) is not null
    on conflict (symbol_key, issuer_key, issued_on) where symbol_key is not null
        do update set type_code = excluded.type_code, system = excluded.system, title = excluded.title, topic = excluded.topic,
                      effective = excluded.effective, replaced_by = excluded.replaced_by, source = excluded.source;
    return query select r::text, 'Thiếu số, ký hiệu hoặc ngày / symbol or day is missing' from pg_temp.reference_documents r
                 where registry.iso_date(r.issued_on) is null or registry.symbol_key(r.symbol) is null;
end $$;
comment on function registry.load_documents() is 'Nạp danh mục căn cứ pháp lý / Loads documents.csv.';
