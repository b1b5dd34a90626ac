-- The overlap index compares titles, not models: of many models with one title the title is compared once, and the models that have
-- it are a run of another index.  What the index held is carried over.

-- Their results or parameters change; the functions' files make them anew.
drop function if exists registry.similar_models(jsonb, real, int, int);
drop function if exists registry.similar_models(jsonb, real, int);
drop function if exists registry.overlap_candidates(text, int);
drop function if exists registry.sketches_meet(text, text);
drop function if exists registry.title_signature(text);

-- As in the functions' file, which replaces it; the rows below need it now.
create function registry.title_number(core_bits bit(512))
returns bigint language plpgsql immutable strict parallel safe as $$
declare
    high  bigint := 1;
    low   bigint := 1;
    piece bigint;
begin
    for i in 0..31 loop
        piece := substring(core_bits from i * 16 + 1 for 16)::bit(16)::bigint;
        high := (high * 1000003 + piece) % 2147483647;
        low := (low * 48271 + piece) % 2147483647;
    end loop;
    return high << 31 | low;
end $$;

create table registry.title_model (
    title    bigint not null,
    province int    not null,
    model_id bigint not null,
    content  bytea,
    constraint title_model_pkey primary key (title, province, model_id) include (content)
) with (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
comment on table registry.title_model is 'Mô hình theo tên / Models by title; each has a row in model_signature, whose foreign key stands for both';
comment on column registry.title_model.title is 'Số của tên / Hash of the trigrams of the title''s words before its address';
comment on column registry.title_model.province is 'Tỉnh / Province, as in model_signature';
comment on column registry.title_model.model_id is 'Mô hình / Model';
comment on column registry.title_model.content is 'Dấu vết nội dung / Sketch of the content, as in model_signature';

-- Every model has a row of its unit, below zero.
insert into registry.title_model (title, province, model_id, content)
select registry.title_number(p.core_bits), s.province, s.model_id, decode(s.content_sketch, 'hex')
from registry.model_signature s join registry.title_place p on p.model_id = s.model_id and p.place < 0;

alter table registry.title_part rename to title_part_before;
alter index registry.title_part_pkey rename to title_part_before_pkey;
create table registry.title_part (
    part     bigint   not null,
    size     smallint not null,
    title    bigint   not null,
    model_id bigint   not null,
    bits     bit(512) not null,
    constraint title_part_pkey primary key (part, size, title, model_id) include (bits)
) with (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 1000);
comment on table registry.title_part is 'Phần của tên / Parts of the titles there are: titles that share one may be similar';
comment on column registry.title_part.part is 'Phần / Hash of a third of the words before the address';
comment on column registry.title_part.size is 'Số bit / How many bits are set';
comment on column registry.title_part.title is 'Số của tên / Title, as in title_model';
comment on column registry.title_part.model_id is 'Mô hình / Model that brought the title first; several, if they came in at the same time';
comment on column registry.title_part.bits is 'Bộ ba ký tự của phần tên / Trigrams of the title''s words before its address';

insert into registry.title_part (part, size, title, model_id, bits)
select k.part, p.core_size, m.title, min(k.model_id), p.core_bits
from registry.title_part_before k
join registry.title_place p on p.model_id = k.model_id and p.place < 0
join registry.title_model m on m.model_id = k.model_id
group by k.part, p.core_size, m.title, p.core_bits;
drop table registry.title_part_before;

-- The unit's own models are compared by their contents too: those lie in the run.
alter table registry.title_place drop constraint title_place_pkey, drop constraint title_place_model_id_fkey, add column content bytea;
comment on column registry.title_place.content is 'Dấu vết nội dung / Sketch of the content, in the row of the unit only';
update registry.title_place p set content = decode(s.content_sketch, 'hex')
from registry.model_signature s where s.model_id = p.model_id and p.place < 0 and s.content_sketch is not null;
alter table registry.title_place add constraint title_place_pkey primary key (place, model_id) include (core_size, core_bits, content);
comment on table registry.title_place is 'Mô hình theo đơn vị và xã / Models by unit and commune; each has a row in model_signature, whose foreign key stands for both';
analyze registry.title_model, registry.title_part, registry.title_place;
