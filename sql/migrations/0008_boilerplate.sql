-- What a phrase of a portal marks and where it counts; the text rules read it with the rule set.

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
