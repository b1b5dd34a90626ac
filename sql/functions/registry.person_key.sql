create or replace function registry.person_key(name text)
returns text language sql stable set search_path = registry, pg_temp as $$
-- The comparison key of a person's name without what stands before it.
    select regexp_replace(registry.name_key(left(name, 500)), '^(ông|bà|đồng chí|đ c|anh|chị)( |$)', '')
$$;
comment on function registry.person_key(text) is 'Khóa tên người, bỏ cách xưng hô / Key of a person''s name without its title.';
