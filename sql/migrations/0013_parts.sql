-- Totals read from parts, recognitions by unit, more notices, limits and words as data, an overlap index of titles.

-- ---------------------------------------------------------------- totals from parts
-- Rolled-up figures are kept as parts that add up, and the totals are read from them.
-- Before, every figure was kept for every combination of its dimension members, and a unit's own figures once more as its total:
-- four times as many rows as are needed, all of them written by each refresh.

-- Every unit with figures is counted again by the next refresh.
insert into stats.change (unit_id) select distinct c.unit_id from stats.cell c;
delete from stats.cell;
delete from stats.path;
drop table stats.total;
-- Replaced by one that gives more.
drop function if exists stats.ways(bigint[], text[], date[], date[]);

comment on table stats.cell is 'Số liệu gốc của từng đơn vị, các phần cộng được / Leaf figures of a unit and period, from its own rows, as parts that add up';
comment on column stats.cell.field_id is 'Lĩnh vực, 0 = chưa phân loại; null = phần không theo lĩnh vực / Field, 0 = unclassified; null = a part of no one field';
comment on column stats.cell.value is 'Phần của số đếm, âm khi một mô hình đã tính ở nhiều thành phần / Part of the count, below zero where one model is in the parts of several members';
comment on column stats.cell.row_count is 'Số dòng nguồn của phần / Canonical rows behind this part';

-- What lies below a unit.  Its own rows are in stats.cell and are not repeated here.
create table stats.rolled (
    tree               text   not null,
    unit_id            bigint not null,
    period             text   not null,
    measure            text   not null,
    definition_version integer not null,
    block_id           bigint,
    field_id           bigint,
    level              text,
    subject_kind       text,
    registration_type  text,
    title              text,
    form               text,
    authority          text,
    value              bigint not null,
    row_count          bigint not null,
    constraint rolled_key unique nulls not distinct (unit_id, period, measure, tree, block_id, field_id, level, subject_kind,
        registration_type, title, form, authority, definition_version)
) with (fillfactor = 85);
comment on table stats.rolled is 'Số liệu cộng dồn từ cấp dưới, các phần cộng được / Figures of what lies below a unit, rolled up its tree, as parts that add up';
comment on column stats.rolled.tree is 'Cây tổ chức / Tree';
comment on column stats.rolled.unit_id is 'Đơn vị / Unit above';
comment on column stats.rolled.period is 'Kỳ / Period';
comment on column stats.rolled.measure is 'Chỉ tiêu / Measure';
comment on column stats.rolled.definition_version is 'Phiên bản định nghĩa / Definition version';
comment on column stats.rolled.block_id is 'Khối, 0 = chưa xếp khối; null = đơn vị không chia khối / Block, 0 = none assigned; null where the unit has none';
comment on column stats.rolled.field_id is 'Lĩnh vực / Field, as in stats.cell';
comment on column stats.rolled.level is 'Cấp / Level';
comment on column stats.rolled.subject_kind is 'Loại chủ thể / Kind of subject';
comment on column stats.rolled.registration_type is 'Kiểu đăng ký / Type of registration';
comment on column stats.rolled.title is 'Danh hiệu / Title';
comment on column stats.rolled.form is 'Hình thức khen / Form of award';
comment on column stats.rolled.authority is 'Cơ quan khen thưởng / Authority';
comment on column stats.rolled.value is 'Phần của số đếm / Part of the count, as in stats.cell';
comment on column stats.rolled.row_count is 'Số dòng nguồn của phần / Canonical rows behind this part';

create function stats.margins(field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text)
returns table (of_field bigint, of_level text, of_subject_kind text, of_registration_type text, of_title text, of_form text, of_authority text)
language sql immutable parallel safe rows 4 as $$
-- The totals that a part belongs to: each combination of its own members and of "all" (null).
    select f.x, l.x, k.x, r.x, t.x, o.x, a.x
    from (select margins.field_id as x where margins.field_id is not null union all select null) f
    cross join (select margins.level as x where margins.level is not null union all select null) l
    cross join (select margins.subject_kind as x where margins.subject_kind is not null union all select null) k
    cross join (select margins.registration_type as x where margins.registration_type is not null union all select null) r
    cross join (select margins.title as x where margins.title is not null union all select null) t
    cross join (select margins.form as x where margins.form is not null union all select null) o
    cross join (select margins.authority as x where margins.authority is not null union all select null) a
$$;
comment on function stats.margins(bigint, text, text, text, text, text, text) is 'Các tổng mà một phần thuộc về / The totals that a part belongs to.';

create view stats.share as
    select r.tree, r.unit_id, r.period, r.measure, r.definition_version, r.block_id, r.field_id, r.level, r.subject_kind,
        r.registration_type, r.title, r.form, r.authority, r.value, r.row_count
    from stats.rolled r
    union all
    select p.tree, c.unit_id, c.period, c.measure, c.definition_version, p.blocks[1], c.field_id, c.level, c.subject_kind,
        c.registration_type, c.title, c.form, c.authority, c.value, c.row_count
    from stats.cell c join stats.path p on p.unit_id = c.unit_id and p.period = c.period
    where c.basis = 'historical';
comment on view stats.share is 'Các phần của số liệu tổng hợp: cộng các phần của một chỉ tiêu là ra tổng / Parts of the totals: those of a measure, or of some members, add up to its figure';
comment on column stats.share.tree is 'Cây tổ chức / Tree';
comment on column stats.share.unit_id is 'Đơn vị, gồm cả cấp dưới / Unit with all below it in the tree';
comment on column stats.share.period is 'Kỳ / Period';
comment on column stats.share.measure is 'Chỉ tiêu / Measure';
comment on column stats.share.definition_version is 'Phiên bản định nghĩa / Definition version';
comment on column stats.share.block_id is 'Khối, 0 = chưa xếp khối; null = đơn vị không chia khối / Block, as in stats.rolled';
comment on column stats.share.field_id is 'Lĩnh vực / Field, as in stats.cell';
comment on column stats.share.level is 'Cấp / Level';
comment on column stats.share.subject_kind is 'Loại chủ thể / Kind of subject';
comment on column stats.share.registration_type is 'Kiểu đăng ký / Type of registration';
comment on column stats.share.title is 'Danh hiệu / Title';
comment on column stats.share.form is 'Hình thức khen / Form of award';
comment on column stats.share.authority is 'Cơ quan khen thưởng / Authority';
comment on column stats.share.value is 'Phần của số đếm / Part of the count';
comment on column stats.share.row_count is 'Số dòng nguồn của phần / Canonical rows behind this part';

create view stats.total as
    select s.tree, s.unit_id, s.period, s.measure, s.definition_version, 'historical'::text as basis, b.block_id, m.of_field as field_id,
        m.of_level as level, m.of_subject_kind as subject_kind, m.of_registration_type as registration_type, m.of_title as title,
        m.of_form as form, m.of_authority as authority, sum(s.value)::bigint as value, sum(s.row_count)::bigint as row_count
    from stats.share s
    cross join lateral stats.margins(s.field_id, s.level, s.subject_kind, s.registration_type, s.title, s.form, s.authority) m
    cross join lateral (select s.block_id where s.block_id is not null union all select null) b (block_id)
    group by s.tree, s.unit_id, s.period, s.measure, s.definition_version, b.block_id, m.of_field, m.of_level, m.of_subject_kind,
        m.of_registration_type, m.of_title, m.of_form, m.of_authority;
comment on view stats.total is 'Số liệu tổng hợp theo cây tổ chức / Figures of a unit with all below it, by dimension members';
comment on column stats.total.tree is 'Cây tổ chức / Tree';
comment on column stats.total.unit_id is 'Đơn vị / Unit with all below it in the tree';
comment on column stats.total.period is 'Kỳ / Period';
comment on column stats.total.measure is 'Chỉ tiêu / Measure';
comment on column stats.total.definition_version is 'Phiên bản định nghĩa / Definition version';
comment on column stats.total.basis is 'Cơ sở / Basis';
comment on column stats.total.block_id is 'Khối; null = tất cả, 0 = chưa xếp khối / Block; null = all, 0 = none assigned';
comment on column stats.total.field_id is 'Lĩnh vực; null = tất cả, 0 = chưa phân loại / Field; null = all, 0 = unclassified';
comment on column stats.total.level is 'Cấp; null = tất cả / Level; null = all';
comment on column stats.total.subject_kind is 'Loại chủ thể / Kind of subject';
comment on column stats.total.registration_type is 'Kiểu đăng ký / Type of registration';
comment on column stats.total.title is 'Danh hiệu / Title';
comment on column stats.total.form is 'Hình thức khen / Form of award';
comment on column stats.total.authority is 'Cơ quan khen thưởng / Authority';
comment on column stats.total.value is 'Giá trị đếm được / Counted value';
comment on column stats.total.row_count is 'Số dòng nguồn / Canonical rows behind the value';

-- ---------------------------------------------------------------- recognitions by unit
-- The figures of a unit are counted from its recognitions; by its models, of which most have none, that took longer than all else.
alter table registry.recognition add column unit_id bigint references registry.unit (id);
comment on column registry.recognition.unit_id is 'Đơn vị của mô hình / Unit of the model, kept by triggers';
update registry.recognition r set unit_id = m.unit_id from registry.model m where m.id = r.model_id;
alter table registry.recognition alter column unit_id set not null;
create index recognition_by_unit on registry.recognition (unit_id, year);

create function registry.recognition_unit() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Gives a recognition the unit of its model.
begin
    new.unit_id := (select m.unit_id from registry.model m where m.id = new.model_id);
    return new;
end $$;
comment on function registry.recognition_unit() is 'Ghi đơn vị của mô hình vào công nhận / Gives a recognition the unit of its model';
create trigger recognition_unit before insert or update of model_id on registry.recognition
    for each row execute function registry.recognition_unit();

create function registry.model_unit() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Moves the recognitions of a model to its new unit.  Tables: update - recognition.
begin
    update registry.recognition r set unit_id = new.unit_id where r.model_id = new.id;
    return null;
end $$;
comment on function registry.model_unit() is 'Chuyển công nhận theo đơn vị mới của mô hình / Moves the recognitions of a model to its new unit';
create trigger model_unit after update of unit_id on registry.model
    for each row when (old.unit_id is distinct from new.unit_id) execute function registry.model_unit();

-- ---------------------------------------------------------------- more notices
-- Notices of refusal (N03), of an appraisal's result (N05) and of a revocation (N11).

alter table notice.notice drop constraint notice_kind;
alter table notice.notice add constraint notice_kind check (kind in ('N02', 'N03', 'N05', 'N07', 'N08', 'N11'));
comment on column notice.notice.kind is 'Loại: N02 yêu cầu bổ sung hồ sơ, N03 thông báo không hợp lệ, không đạt, N05 thông báo kết quả thẩm định, N07 quyết định khen thưởng, N08 thông báo khen thưởng, N11 thu hồi, hủy / Kind';
comment on column notice.notice.object_id is 'Đối tượng: hồ sơ (N02, N03), lần thẩm định (N05), quyết định (N07), lượt khen (N08) hoặc văn bản thu hồi, hủy (N11) / Submission (N02, N03), appraisal (N05), decision (N07), commendation (N08) or revoking document (N11) it is about';

-- What one document revoked is found by it.
create index recognition_by_revoking_document on registry.recognition (revoked_document_id) where revoked_document_id is not null;
create index commendation_by_revoking_document on registry.commendation (revoked_document_id) where revoked_document_id is not null;

comment on column queue.kind_field.required_when_value is '… có giá trị này, hoặc một trong các giá trị cách nhau bằng | / … has this value, or one of these, between |.';

-- ---------------------------------------------------------------- limits
-- An operator sets them, within bounds that no operator passes.

create table registry.content_limit (
    name          text primary key,
    value         integer not null,
    default_value integer not null,
    lowest        integer not null,
    highest       integer not null,
    what          text not null,
    constraint content_limit_within_bounds check (value between lowest and highest),
    constraint content_limit_default_within_bounds check (default_value between lowest and highest)
);
comment on table registry.content_limit is 'Giới hạn nội dung hồ sơ / Limits of what a submission may hold; set with registry.set_content_limit';
comment on column registry.content_limit.name is 'Tên giới hạn / Name of the limit';
comment on column registry.content_limit.value is 'Giá trị đang áp dụng / Limit in force, for what is handed in from now on';
comment on column registry.content_limit.default_value is 'Giá trị mặc định / Value it had at first';
comment on column registry.content_limit.lowest is 'Thấp nhất được đặt / Lowest that may be set: every example of a form is well within it';
comment on column registry.content_limit.highest is 'Cao nhất được đặt / Highest that may be set: with it no text takes the rules more than 50 ms';
comment on column registry.content_limit.what is 'Đo cái gì, đơn vị tính / What it limits, and its measure';

-- Why not higher.  text_bytes: the rules are linear in a text; the slowest of some hundred hostile texts takes about half of the 50 ms
-- that a text may take at 128 KiB (dvkd-bench text, hostile_ms), so a quarter more leaves them a reserve.  content_bytes: a content is
-- judged in one go, and costs as much as the texts that fit into it; more was never measured.  depth: the daemon reads 66 levels, two
-- of which are its own, and skips what is deeper.  elements: a list is resolved item by item in a transaction that has 10 seconds.
-- attachments: their list has 256 KiB.
insert into registry.content_limit (name, value, default_value, lowest, highest, what) values
    ('content_bytes', 1048576, 1048576, 65536, 1048576, 'cả nội dung, byte / a whole content, bytes'),
    ('text_bytes', 131072, 131072, 8192, 163840, 'một mục chữ, byte UTF-8 / a text, bytes of UTF-8'),
    ('depth', 64, 64, 16, 64, 'số cấp lồng nhau / objects and lists in one another'),
    ('elements', 10000, 10000, 200, 20000, 'số phần tử một danh sách / elements of a list'),
    ('attachments', 100, 100, 10, 500, 'số tệp kèm theo / attachments of a submission');

-- Replaced by ones that are told the limit, and that tell what had ended.
drop function if exists registry.content_problem(jsonb, text);
drop function if exists registry.listed_unit_counts(jsonb, text, date, jsonb);

-- ---------------------------------------------------------------- words

create table registry.word (
    family text not null,
    word   text not null,
    constraint word_pkey primary key (family, word),
    constraint word_family_known check (family in ('family_name', 'generic_model_word', 'address_noun', 'district_body')),
    constraint word_length check (length(word) between 1 and 100)
);
comment on table registry.word is 'Từ ngữ dùng khi kiểm tra hồ sơ / Words that the rules go by, read with the rule set; loaded from sql/reference/words.csv';
comment on column registry.word.family is
    'Nhóm / family_name (họ, DK-004); generic_model_word, address_noun (tên chung chung, từ chỉ địa chỉ, DK-002); district_body (cơ quan cấp huyện, TB-012)';
comment on column registry.word.word is 'Từ, cụm từ / Word or phrase; a family name with its capital, others in small letters';

-- ---------------------------------------------------------------- titles
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
