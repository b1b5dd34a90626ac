create or replace function registry.load_abbreviations()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
#variable_conflict use_column
-- Replaces the dictionary of abbreviations by sql/reference/abbreviations.csv and writes it into the two constant
-- functions that registry.name_key reads.
-- Reads:   temp table reference_abbreviations (short, long, kind) - kind "prefix" counts only before a name.
-- Returns: the rows that do not fit, with the reason; they are left out.
-- Tables:  delete, insert - registry.abbreviation; replaces registry.abbreviation_words, registry.abbreviation_prefixes.
declare
    words jsonb := '{}';
    prefixes jsonb := '{}';
    entry record;
begin
    create temp table checked_abbreviation on commit drop as
    select r.short, r.long, r.kind,
           registry.name_words(r.short) as short_words,
           btrim(regexp_replace(replace(registry.name_words(r.long), '.', ''), '  +', ' ', 'g')) as long_words,
           r::text as row_text,
           null::text as problem
    from pg_temp.reference_abbreviations r;

    update checked_abbreviation set problem = 'thiếu cột hoặc loại không phải word, prefix / empty column or unknown kind'
    where coalesce(short_words, '') = '' or coalesce(long_words, '') = '' or kind is null or kind not in ('word', 'prefix');
    update checked_abbreviation set problem = 'chữ viết tắt quá hai từ, hoặc tiền tố không phải một từ / too many words'
    where problem is null
      and cardinality(string_to_array(short_words, ' ')) > case kind when 'word' then 2 else 1 end;
    update checked_abbreviation c set problem = 'chữ viết tắt bị lặp / listed twice'
    where problem is null
      and exists (select 1 from checked_abbreviation d where d.short_words = c.short_words and d.ctid < c.ctid);
    -- One-word and two-word abbreviations with the same first word would hide each other.
    update checked_abbreviation c set problem = 'từ đầu trùng với một chữ viết tắt khác / first word is an abbreviation of its own'
    where problem is null and c.short_words like '% %'
      and exists (select 1 from checked_abbreviation d where d.short_words = split_part(c.short_words, ' ', 1));

    for entry in select * from checked_abbreviation where problem is null order by short_words loop
        if entry.kind = 'prefix' then
            prefixes := prefixes || jsonb_build_object(entry.short_words, entry.long_words);
            if entry.short_words !~ '\.$' then
                prefixes := prefixes || jsonb_build_object(entry.short_words || '.', entry.long_words);
            end if;
        elsif entry.short_words like '% %' then
            words := words || jsonb_build_object(split_part(entry.short_words, ' ', 1),
                coalesce(words -> split_part(entry.short_words, ' ', 1), '{}'::jsonb)
                || jsonb_build_object(split_part(entry.short_words, ' ', 2), entry.long_words));
        else
            words := words || jsonb_build_object(entry.short_words, entry.long_words, entry.short_words || '.', entry.long_words);
        end if;
    end loop;

    delete from registry.abbreviation;
    insert into registry.abbreviation (short, long, kind)
    select c.short, c.long, c.kind from checked_abbreviation c where c.problem is null;
    execute format('create or replace function registry.abbreviation_words() returns jsonb language sql stable parallel safe as %L',
                   format('select %L::jsonb', words));
    execute format('create or replace function registry.abbreviation_prefixes() returns jsonb language sql stable parallel safe as %L',
                   format('select %L::jsonb', prefixes));
    return query select c.row_text, c.problem from checked_abbreviation c where c.problem is not null;
    drop table checked_abbreviation;
end $$;
comment on function registry.load_abbreviations() is 'Nạp từ điển chữ viết tắt / Loads the dictionary of abbreviations used by name keys.';
