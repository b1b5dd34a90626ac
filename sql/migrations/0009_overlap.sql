-- The overlap index: which models have titles alike, and where they are.  Kept by registry.apply_signatures in the transaction
-- that writes a model; searched by registry.similar_models.

create table registry.model_signature (
    model_id       bigint   not null references registry.model (id),
    title_group    bigint   not null,
    province       int      not null default 0,
    size           smallint not null,
    bits           bit(512) not null,
    content_sketch text,
    constraint model_signature_pkey primary key (model_id),
    constraint model_signature_size_is_that_of_its_bits check (size = bit_count(bits))
);
create index model_signature_by_group on registry.model_signature (title_group, province, model_id) include (size, bits);
comment on table registry.model_signature is 'Dấu vết tên mô hình / Signatures of models'' titles, for the search of overlapping ones';
comment on column registry.model_signature.model_id is 'Mô hình / Model';
comment on column registry.model_signature.title_group is 'Nhóm tên / Group: hash of the title''s words before its address';
comment on column registry.model_signature.province is 'Tỉnh / Number of the top of the unit''s path, 0 when it is not known';
comment on column registry.model_signature.size is 'Số bit / How many bits are set';
comment on column registry.model_signature.bits is 'Bộ ba ký tự / Trigrams of the title, each a bit';
comment on column registry.model_signature.content_sketch is 'Dấu vết nội dung / Sketch of the content, null when it is not known';

-- Two lanes may write the same group at the same time: neither waits, and a group that is there twice is found once.
create table registry.title_group (
    title_group bigint   not null,
    model_id    bigint   not null references registry.model (id),
    size        smallint not null,
    bits        bit(512) not null,
    constraint title_group_pkey primary key (title_group, model_id) include (size, bits)
);
comment on table registry.title_group is 'Nhóm tên / Groups of titles with the same words before their address';
comment on column registry.title_group.title_group is 'Nhóm / Group';
comment on column registry.title_group.model_id is 'Mô hình đầu tiên / Model that brought it';
comment on column registry.title_group.size is 'Số bit / How many bits are set';
comment on column registry.title_group.bits is 'Bộ ba ký tự / Trigrams of the group''s words, each a bit';

create table registry.title_bucket (
    bucket      int    not null,
    title_group bigint not null,
    model_id    bigint not null references registry.model (id),
    constraint title_bucket_pkey primary key (bucket, title_group, model_id)
);
comment on table registry.title_bucket is 'Ngăn tên gần giống / Buckets of groups with similar words: MinHash in bands';
comment on column registry.title_bucket.bucket is 'Ngăn / Bucket';
comment on column registry.title_bucket.title_group is 'Nhóm / Group';
comment on column registry.title_bucket.model_id is 'Mô hình đầu tiên / Model that brought it';

create table registry.model_locality (
    locality text   not null,
    model_id bigint not null references registry.model (id),
    constraint model_locality_pkey primary key (locality, model_id)
);
comment on table registry.model_locality is 'Địa bàn cấp xã của mô hình / Communes of a model, with the top of its unit''s path';
comment on column registry.model_locality.locality is 'Địa bàn / Key of the commune and of the top of the unit''s path';
comment on column registry.model_locality.model_id is 'Mô hình / Model';
