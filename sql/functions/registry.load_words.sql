create or replace function registry.load_words()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
#variable_conflict use_column
-- Replaces the words that rules go by with sql/reference/words.csv.
-- Reads:   temp table reference_words (family, word).
-- Returns: the rows that do not fit, with the reason; they are left out.
-- Tables:  delete, insert - registry.word.
begin
    create temp table checked_word on commit drop as
    select r.family, normalize(r.word, NFC) as word, r::text as row_text,
           case
               when r.family is null or r.family not in ('family_name', 'generic_model_word', 'address_noun', 'district_body')
                   then 'nhóm không phải family_name, generic_model_word, address_noun, district_body / unknown family'
               when coalesce(registry.name_words(r.word), '') = '' or length(r.word) > 100
                   then 'từ trống hoặc quá 100 ký tự / empty word or over 100 characters'
               when r.word ~ '(^\s|\s$|\s\s|[,"])'
                   then 'từ có khoảng trắng thừa, dấu phẩy hoặc dấu ngoặc kép / needless blanks, a comma or a quote in the word'
               when r.family <> 'family_name' and r.word <> lower(r.word collate "vi-x-icu")
                   then 'từ phải viết thường / not in small letters'
               when row_number() over (partition by r.family, normalize(r.word, NFC) order by r.ctid) > 1 then 'từ bị lặp / listed twice'
           end as problem
    from pg_temp.reference_words r;
    delete from registry.word;
    insert into registry.word (family, word)
    select c.family, c.word from checked_word c where c.problem is null;
    return query select c.row_text, c.problem from checked_word c where c.problem is not null;
    drop table checked_word;
end $$;
comment on function registry.load_words() is 'Nạp từ ngữ dùng khi kiểm tra / Loads the words that rules go by.';
