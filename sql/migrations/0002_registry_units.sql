-- Vocabulary of the registry, units with history, documents and legal parameters.
-- Names are dated, codes are not identity: a unit is a row, and its code, name, type and parents are valid in a range of days.
-- Comparison keys (…_key) are written by the functions that write the name; they are made by registry.name_key.

create schema registry;
comment on schema registry is 'Dữ liệu gốc của phong trào / Canonical data of the movement: units, campaigns, submissions, models, decisions';

-- Exclusion constraints of ids with ranges need btree_gist (a trusted extension); its functions stay out of the API's schema.
create schema if not exists extension;
comment on schema extension is 'Phần mở rộng của PostgreSQL / Extensions of PostgreSQL';
create extension if not exists btree_gist with schema extension;

-- ---------------------------------------------------------------- vocabulary

create table registry.term (
    family   text not null,
    code     text not null,
    name     text not null,
    name_en  text not null default '',
    position int  not null default 0,
    constraint term_pkey primary key (family, code)
);
comment on table registry.term is 'Danh mục dùng chung / Shared code lists: trees, subject kinds, registration types, titles, forms of award, states';
comment on column registry.term.family is 'Nhóm danh mục / List the code belongs to: tree, subject_kind, registration_type, title, award_form, …';
comment on column registry.term.code is 'Mã / Code used in contents and tables';
comment on column registry.term.name is 'Tên / Vietnamese name';
comment on column registry.term.name_en is 'Tên tiếng Anh / English gloss';
comment on column registry.term.position is 'Thứ tự / Order in lists';

create table registry.level (
    code     text primary key,
    name     text not null,
    position int  not null,
    valid    daterange not null default daterange(null, null),
    source   text not null default ''
);
comment on table registry.level is 'Cấp / Levels of recognition and commendation; a level may end (cấp huyện, 30/6/2025)';
comment on column registry.level.code is 'Mã cấp / Code: CO_SO, XA, HUYEN, TINH, TRUNG_UONG';
comment on column registry.level.name is 'Tên cấp / Name';
comment on column registry.level.position is 'Thứ tự từ thấp lên cao / Order, lowest first';
comment on column registry.level.valid is 'Hiệu lực / Days on which the level exists';
comment on column registry.level.source is 'Căn cứ / Legal basis of the range';

create table registry.unit_type (
    code     text primary key,
    name     text not null,
    tree     text not null,
    level    text references registry.level (code),
    prefixes text[] not null default '{}',
    position int  not null default 0
);
comment on table registry.unit_type is 'Loại đơn vị / Types of unit';
comment on column registry.unit_type.code is 'Mã loại / Code: xa, phuong, huyen, tinh, dang_bo, chi_bo, …';
comment on column registry.unit_type.name is 'Tên loại / Name';
comment on column registry.unit_type.tree is 'Cây tổ chức thường gặp / Tree such units usually hang in';
comment on column registry.unit_type.level is 'Cấp / Level of such a unit, null when it has none of its own';
comment on column registry.unit_type.prefixes is 'Danh từ chung đứng trước tên / Common nouns before the name, longest first; removed for look-ups without prefix';
comment on column registry.unit_type.position is 'Thứ tự / Order in lists';

-- ---------------------------------------------------------------- units with history

create table registry.unit (
    id        bigint generated always as identity primary key,
    code      text not null,
    tree      text not null,
    valid     daterange not null default daterange(null, null),
    path      text not null default '',
    path_keys text[] not null default '{}',
    source    text not null default '',
    note      text,
    constraint unit_code_not_empty check (code <> '' and code = btrim(code)),
    constraint unit_valid_not_empty check (not isempty(valid)),
    constraint unit_one_per_code_and_day exclude using gist (code with =, valid with &&)
) with (fillfactor = 50);
create index unit_by_code on registry.unit (code);
comment on table registry.unit is 'Đơn vị / Units of every tree; one row lives through one range of days';
comment on column registry.unit.id is 'Mã số nội bộ / Identity; never reused';
comment on column registry.unit.code is 'Mã đơn vị / Official code (reused over time) or a readable own one such as DB-TP-BACKAN';
comment on column registry.unit.tree is 'Cây tổ chức chính / Home tree: hanh_chinh, dang, mat_tran';
comment on column registry.unit.valid is 'Thời gian tồn tại / Days on which the unit exists; an unbounded start means it is not known';
comment on column registry.unit.path is 'Tên đầy đủ theo cây / Name with its path as last known; derived by registry.refresh_unit_paths';
comment on column registry.unit.path_keys is 'Khóa tên các đơn vị cấp trên / Keys of the names of all units above, with and without prefix; derived';
comment on column registry.unit.source is 'Nguồn / Where the unit is known from';
comment on column registry.unit.note is 'Ghi chú / Note';

create table registry.unit_name (
    unit_id    bigint not null references registry.unit (id),
    valid      daterange not null default daterange(null, null),
    name       text not null,
    short_name text,
    type       text not null references registry.unit_type (code),
    name_key   text not null,
    bare_key   text,
    constraint unit_name_pkey primary key (unit_id, valid),
    constraint unit_name_not_empty check (name <> '' and name_key <> ''),
    constraint unit_name_one_per_day exclude using gist (unit_id with =, valid with &&)
);
create index unit_name_by_key on registry.unit_name (name_key);
create index unit_name_by_bare_key on registry.unit_name (bare_key) where bare_key is not null;
comment on table registry.unit_name is 'Tên và loại đơn vị theo thời gian / Names and types of a unit, dated';
comment on column registry.unit_name.unit_id is 'Đơn vị / Unit';
comment on column registry.unit_name.valid is 'Hiệu lực / Days on which the unit bears this name and type';
comment on column registry.unit_name.name is 'Tên, như văn bản ghi / Name as written';
comment on column registry.unit_name.short_name is 'Tên viết tắt / Short name';
comment on column registry.unit_name.type is 'Loại đơn vị / Type of the unit in this range';
comment on column registry.unit_name.name_key is 'Khóa so sánh của tên / Comparison key of the name';
comment on column registry.unit_name.bare_key is 'Khóa của tên không có danh từ chung / Key of the name without its common noun (xã, huyện, …), null when there is none';

create table registry.unit_alias (
    unit_id   bigint not null references registry.unit (id),
    alias     text not null,
    alias_key text not null,
    valid     daterange not null default daterange(null, null),
    source    text not null default '',
    constraint unit_alias_pkey primary key (unit_id, alias_key),
    constraint unit_alias_not_empty check (alias <> '' and alias_key <> '')
);
create index unit_alias_by_key on registry.unit_alias (alias_key);
comment on table registry.unit_alias is 'Tên gọi khác của đơn vị / Other names under which a unit is written';
comment on column registry.unit_alias.unit_id is 'Đơn vị / Unit';
comment on column registry.unit_alias.alias is 'Tên gọi khác / Other name as written';
comment on column registry.unit_alias.alias_key is 'Khóa so sánh / Comparison key';
comment on column registry.unit_alias.valid is 'Hiệu lực / Days on which it is used';
comment on column registry.unit_alias.source is 'Nguồn / Source';

create table registry.unit_parent (
    unit_id   bigint not null references registry.unit (id),
    tree      text not null,
    parent_id bigint not null references registry.unit (id),
    valid     daterange not null default daterange(null, null),
    constraint unit_parent_pkey primary key (unit_id, tree, valid),
    constraint unit_parent_not_itself check (unit_id <> parent_id),
    constraint unit_parent_one_per_tree_and_day exclude using gist (unit_id with =, tree with =, valid with &&)
);
create index unit_parent_by_parent on registry.unit_parent (parent_id, tree);
comment on table registry.unit_parent is 'Đơn vị cấp trên theo cây và thời gian / The unit above, one per tree and day, no cycle';
comment on column registry.unit_parent.unit_id is 'Đơn vị / Unit';
comment on column registry.unit_parent.tree is 'Cây tổ chức / Tree: hanh_chinh, dang, mat_tran';
comment on column registry.unit_parent.parent_id is 'Đơn vị cấp trên / Unit above';
comment on column registry.unit_parent.valid is 'Hiệu lực / Days';

create function registry.unit_parent_refuse_cycle() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Refuses a parent that hangs below its own child in the same tree on a common day.
-- Errors: 23514 with the unit's id. Statement level: walks up from the changed rows only.
declare
    bad bigint;
begin
    with recursive up (start_id, tree, unit_id, valid, depth) as (
        select c.unit_id, c.tree, c.parent_id, c.valid, 1 from changed c
        union all
        select u.start_id, u.tree, p.parent_id, u.valid * p.valid, u.depth + 1
        from up u join registry.unit_parent p on p.unit_id = u.unit_id and p.tree = u.tree and p.valid && u.valid
        where u.unit_id <> u.start_id and u.depth < 32)
    select u.start_id into bad from up u where u.unit_id = u.start_id or u.depth >= 32 limit 1;
    if found then
        raise exception 'Đơn vị số % nằm dưới chính nó trong cây / unit % would hang below itself', bad, bad
            using errcode = 'check_violation', constraint = 'unit_parent_no_cycle',
                  hint = 'Chọn đơn vị cấp trên khác / choose another parent';
    end if;
    return null;
end $$;
comment on function registry.unit_parent_refuse_cycle() is 'Chặn vòng lặp trong cây tổ chức / Refuses cycles in a tree';
create trigger unit_parent_no_cycle_on_insert after insert on registry.unit_parent
    referencing new table as changed for each statement execute function registry.unit_parent_refuse_cycle();
create trigger unit_parent_no_cycle_on_update after update on registry.unit_parent
    referencing new table as changed for each statement execute function registry.unit_parent_refuse_cycle();

-- ---------------------------------------------------------------- documents

create table registry.document (
    id             bigint generated always as identity primary key,
    symbol         text,
    symbol_key     text,
    type_code      text,
    number         int,
    issuer         text,
    issuer_key     text,
    issuer_unit_id bigint references registry.unit (id),
    system         text,
    issued_on      date,
    date_precision text not null default 'day',
    title          text,
    topic          text,
    effective      daterange,
    replaced_by    text,
    source         text not null default '',
    first_turn     bigint,
    constraint document_date_precision check (date_precision in ('day', 'month', 'year', 'unknown'))
);
create unique index document_one_per_symbol on registry.document (symbol_key, issuer_key, issued_on) nulls not distinct
    where symbol_key is not null;
comment on table registry.document is 'Văn bản / Documents: legal bases by date, and the decisions that submissions record. A title is never identity';
comment on column registry.document.id is 'Mã số nội bộ / Identity';
comment on column registry.document.symbol is 'Số, ký hiệu như văn bản ghi / Number and symbol as written, null when unknown';
comment on column registry.document.symbol_key is 'Khóa so sánh của số, ký hiệu / Comparison key of the symbol; documents without one are never merged';
comment on column registry.document.type_code is 'Mã loại văn bản / Type code as in the symbol (QĐ, KH, …)';
comment on column registry.document.number is 'Số / Number in the symbol';
comment on column registry.document.issuer is 'Cơ quan ban hành như văn bản ghi / Issuer as written';
comment on column registry.document.issuer_key is 'Khóa so sánh của cơ quan ban hành / Comparison key of the issuer';
comment on column registry.document.issuer_unit_id is 'Đơn vị ban hành / Issuing unit when it is known';
comment on column registry.document.system is 'Hệ văn bản / System: dang, nha_nuoc, mat_tran, doan_the, khac';
comment on column registry.document.issued_on is 'Ngày ban hành / Day of issue';
comment on column registry.document.date_precision is 'Độ chính xác của ngày / Precision of the day: day, month, year, unknown';
comment on column registry.document.title is 'Trích yếu / Subject of the document';
comment on column registry.document.topic is 'Căn cứ cho việc gì / What it is a legal basis of, null for recorded decisions';
comment on column registry.document.effective is 'Hiệu lực / Days on which it is in force';
comment on column registry.document.replaced_by is 'Được thay thế bởi / Symbol of the document that replaces it';
comment on column registry.document.source is 'Nguồn / Source';
comment on column registry.document.first_turn is 'Lượt hồ sơ ghi văn bản sớm nhất / Turn of the earliest submission that recorded it; its spelling is kept';

create table registry.unit_successor (
    from_id     bigint not null references registry.unit (id),
    to_id       bigint not null references registry.unit (id),
    on_day      date not null,
    kind        text not null,
    partial     boolean not null default false,
    legal_basis text,
    document_id bigint references registry.document (id),
    source      text not null default '',
    constraint unit_successor_pkey primary key (from_id, to_id),
    constraint unit_successor_not_itself check (from_id <> to_id),
    constraint unit_successor_kind check (kind in ('merge', 'split', 'rename', 'upgrade', 'dissolve', 'continue'))
);
create index unit_successor_by_successor on registry.unit_successor (to_id);
comment on table registry.unit_successor is 'Đơn vị kế thừa / Edges from a unit that ended to the units that follow it';
comment on column registry.unit_successor.from_id is 'Đơn vị cũ / Unit that ended';
comment on column registry.unit_successor.to_id is 'Đơn vị kế thừa / Unit that follows';
comment on column registry.unit_successor.on_day is 'Ngày bắt đầu / First day of the successor';
comment on column registry.unit_successor.kind is 'Kiểu / merge, split, rename, upgrade, dissolve, continue (the same area goes on)';
comment on column registry.unit_successor.partial is 'Chỉ một phần / The old unit was divided here: its counts cannot follow automatically';
comment on column registry.unit_successor.legal_basis is 'Căn cứ pháp lý / Legal basis, null when not known';
comment on column registry.unit_successor.document_id is 'Văn bản / Document of the legal basis when it is in the catalogue';
comment on column registry.unit_successor.source is 'Nguồn / Source';

create table registry.block (
    id           bigint generated always as identity primary key,
    committee_id bigint not null references registry.unit (id),
    code         text not null,
    name         text not null,
    name_key     text not null,
    valid        daterange not null default daterange(null, null),
    constraint block_one_per_code unique (committee_id, code)
);
comment on table registry.block is 'Khối / Reporting blocks that a committee sets for its units; not a level of a tree';
comment on column registry.block.id is 'Mã số nội bộ / Identity';
comment on column registry.block.committee_id is 'Cấp ủy đặt khối / Committee that set the block';
comment on column registry.block.code is 'Mã khối / Code within the committee';
comment on column registry.block.name is 'Tên khối / Name';
comment on column registry.block.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.block.valid is 'Hiệu lực / Days';

create table registry.unit_block (
    unit_id      bigint not null references registry.unit (id),
    committee_id bigint not null references registry.unit (id),
    block_id     bigint not null references registry.block (id),
    valid        daterange not null default daterange(null, null),
    constraint unit_block_pkey primary key (unit_id, committee_id, valid),
    constraint unit_block_one_per_committee_and_day
        exclude using gist (unit_id with =, committee_id with =, valid with &&)
);
create index unit_block_by_block on registry.unit_block (block_id);
comment on table registry.unit_block is 'Đơn vị thuộc khối / The block of a unit: one per committee and day';
comment on column registry.unit_block.unit_id is 'Đơn vị / Unit';
comment on column registry.unit_block.committee_id is 'Cấp ủy đặt khối / Committee';
comment on column registry.unit_block.block_id is 'Khối / Block';
comment on column registry.unit_block.valid is 'Hiệu lực / Days';

create table registry.authority (
    code       text primary key,
    name       text not null,
    name_key   text not null,
    system     text not null,
    level      text references registry.level (code),
    recognises boolean not null default false,
    commends   boolean not null default false,
    valid      daterange not null default daterange(null, null),
    source     text not null default ''
);
comment on table registry.authority is 'Thẩm quyền / Bodies that recognise or commend, by level and date; matched to an issuer by the beginning of its name';
comment on column registry.authority.code is 'Mã / Code';
comment on column registry.authority.name is 'Tên cơ quan, không kèm địa danh / Name without the place';
comment on column registry.authority.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.authority.system is 'Hệ / System: dang, nha_nuoc, mat_tran, doan_the';
comment on column registry.authority.level is 'Cấp / Level';
comment on column registry.authority.recognises is 'Được công nhận / May recognise models';
comment on column registry.authority.commends is 'Được khen thưởng / May commend';
comment on column registry.authority.valid is 'Hiệu lực / Days';
comment on column registry.authority.source is 'Căn cứ / Source';

create table registry.legal_parameter (
    code   text not null,
    valid  daterange not null,
    value  numeric not null,
    unit   text not null default '',
    name   text not null,
    source text not null default '',
    constraint legal_parameter_pkey primary key (code, valid),
    constraint legal_parameter_one_per_day exclude using gist (code with =, valid with &&)
);
comment on table registry.legal_parameter is 'Tham số pháp lý theo thời gian / Legal parameters by date (base salary, factors, deadlines)';
comment on column registry.legal_parameter.code is 'Mã tham số / Code';
comment on column registry.legal_parameter.valid is 'Hiệu lực / Days';
comment on column registry.legal_parameter.value is 'Giá trị / Value';
comment on column registry.legal_parameter.unit is 'Đơn vị tính / Unit of measure';
comment on column registry.legal_parameter.name is 'Tên / Name';
comment on column registry.legal_parameter.source is 'Căn cứ / Source';
