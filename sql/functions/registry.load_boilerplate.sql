create or replace function registry.load_boilerplate()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
#variable_conflict use_column
-- Replaces the phrases of portals by sql/reference/boilerplate.csv.
-- Reads:   temp table reference_boilerplate (phrase, kind, place).
-- Returns: the rows that do not fit, with the reason; they are left out.
-- Tables:  delete, insert - registry.boilerplate.
begin
    create temp table checked_boilerplate on commit drop as
    select r.phrase, r.kind, r.place, r::text as row_text,
           case
               when coalesce(registry.name_words(r.phrase), '') = '' or length(r.phrase) > 200
                   then 'cụm từ trống hoặc quá 200 ký tự / empty phrase or over 200 characters'
               when r.phrase ~ '[,"]' then 'cụm từ có dấu phẩy hoặc dấu ngoặc kép / a comma or quote in the phrase'
               when r.kind is null or r.kind not in ('leftover', 'related', 'neighbour')
                   then 'loại không phải leftover, related, neighbour / unknown kind'
               when r.place is null or r.place not in ('anywhere', 'start', 'line')
                   then 'vị trí không phải anywhere, start, line / unknown place'
               when row_number() over (partition by registry.name_words(r.phrase) order by r.ctid) > 1
                   then 'cụm từ bị lặp / listed twice'
           end as problem
    from pg_temp.reference_boilerplate r;
    delete from registry.boilerplate;
    insert into registry.boilerplate (phrase, kind, place)
    select c.phrase, c.kind, c.place from checked_boilerplate c where c.problem is null;
    return query select c.row_text, c.problem from checked_boilerplate c where c.problem is not null;
    drop table checked_boilerplate;
end $$;
comment on function registry.load_boilerplate() is 'Nạp nội dung rác của cổng thông tin / Loads the phrases that portals leave in copied text.';
