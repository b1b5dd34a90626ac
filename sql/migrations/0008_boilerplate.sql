-- What a phrase of a portal marks and where it counts, read by the text rules with the rule set; the order of names.

-- Reference data: migrate loads them anew.
delete from registry.boilerplate;

alter table registry.boilerplate rename column text to phrase;
alter table registry.boilerplate
    drop column source,
    add column kind  text not null,
    add column place text not null,
    add constraint boilerplate_phrase_length check (length(phrase) between 1 and 200),
    add constraint boilerplate_kind_known check (kind in ('leftover', 'related', 'neighbour')),
    add constraint boilerplate_place_known check (place in ('anywhere', 'start', 'line'));
comment on column registry.boilerplate.phrase is 'Cụm từ / Phrase; case and punctuation do not count';
comment on column registry.boilerplate.kind is
    'Loại / leftover: rubbish; related: head of a list of other news; neighbour: a link to one other article';
comment on column registry.boilerplate.place is
    'Vị trí / anywhere in a line; start of a line; line: nothing but such phrases stands in the line';

-- Vietnamese alphabetical order, numbers inside names by value: order by name collate registry.vietnamese.
create collation registry.vietnamese (provider = icu, locale = 'vi-u-kn-true');
comment on collation registry.vietnamese is
    'Thứ tự bảng chữ cái tiếng Việt, số theo giá trị / Vietnamese order: ă, â, đ, ê, ô, ơ, ư are letters, Tổ 2 before Tổ 10';
