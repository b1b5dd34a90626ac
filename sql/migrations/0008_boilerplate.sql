-- Phrases that portals leave in copied text; the text rules read them with the rule set.

create table registry.boilerplate (
    phrase text primary key,
    kind   text not null,
    place  text not null,
    constraint boilerplate_phrase_length check (length(phrase) between 1 and 200),
    constraint boilerplate_kind_known check (kind in ('leftover', 'related', 'neighbour')),
    constraint boilerplate_place_known check (place in ('anywhere', 'start', 'line'))
);
comment on table registry.boilerplate is 'Nội dung rác của cổng thông tin / Phrases that portals leave in copied text';
comment on column registry.boilerplate.phrase is 'Cụm từ / Phrase; case and punctuation do not count';
comment on column registry.boilerplate.kind is
    'Loại / leftover: rubbish; related: head of a list of other news; neighbour: a link to one other article';
comment on column registry.boilerplate.place is
    'Vị trí / anywhere in a line; start of a line; line: nothing but such phrases stands in the line';
