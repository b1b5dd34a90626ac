-- The overlap index: which models have titles alike, and where they are.  Kept by registry.apply_signatures in the transaction
-- that writes a model; searched by registry.similar_models, in runs of rows that lie side by side in an index with all it needs.

create table registry.model_signature (
    model_id       bigint   not null references registry.model (id),
    province       int      not null default 0,
    content_sketch text,
    constraint model_signature_pkey primary key (model_id)
);
comment on table registry.model_signature is 'Mô hình đã lập dấu vết / Models that are in the overlap index';
comment on column registry.model_signature.model_id is 'Mô hình / Model';
comment on column registry.model_signature.province is 'Tỉnh / Number of the top of the unit''s path, 0 when it is not known';
comment on column registry.model_signature.content_sketch is 'Dấu vết nội dung / Sketch of the content, null when it is not known';

create table registry.title_part (
    part     bigint   not null,
    province int      not null,
    model_id bigint   not null references registry.model (id),
    size     smallint not null,
    bits     bit(512) not null,
    constraint title_part_pkey primary key (part, province, model_id) include (size, bits)
);
comment on table registry.title_part is 'Phần tên mô hình / Parts of models'' titles: models that share one have similar titles';
comment on column registry.title_part.part is 'Phần / Hash of a third of the title''s words';
comment on column registry.title_part.province is 'Tỉnh / Province, as in model_signature';
comment on column registry.title_part.model_id is 'Mô hình / Model';
comment on column registry.title_part.size is 'Số bit / How many bits are set';
comment on column registry.title_part.bits is 'Bộ ba ký tự của tên / Trigrams of the whole title';

create table registry.title_place (
    place     bigint   not null,
    model_id  bigint   not null references registry.model (id),
    core_size smallint not null,
    core_bits bit(512) not null,
    constraint title_place_pkey primary key (place, model_id) include (core_size, core_bits)
);
comment on table registry.title_place is 'Mô hình theo đơn vị và xã / Models by unit and commune';
comment on column registry.title_place.place is 'Nơi / Hash of the commune and the top of the unit''s path, or the unit''s id below zero';
comment on column registry.title_place.model_id is 'Mô hình / Model';
comment on column registry.title_place.core_size is 'Số bit / How many bits are set';
comment on column registry.title_place.core_bits is 'Bộ ba ký tự của phần tên / Trigrams of the title''s words before its address';
