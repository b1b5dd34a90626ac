-- Canonical data of the movement: units with history, campaigns, submissions, models and what people decided about them.
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

-- ---------------------------------------------------------------- campaigns and what they are judged by

create table registry.field_set (
    code  text primary key,
    name  text not null,
    valid daterange not null default daterange(null, null)
);
comment on table registry.field_set is 'Bộ lĩnh vực / Sets of fields; localities use different ones';
comment on column registry.field_set.code is 'Mã bộ / Code';
comment on column registry.field_set.name is 'Tên bộ / Name';
comment on column registry.field_set.valid is 'Hiệu lực / Days';

create table registry.field (
    id        bigint generated always as identity primary key,
    field_set text not null references registry.field_set (code),
    code      text not null,
    name      text not null,
    name_key  text not null,
    position  int  not null,
    constraint field_one_per_code unique (field_set, code),
    constraint field_one_per_name unique (field_set, name_key)
);
comment on table registry.field is 'Lĩnh vực / Fields of a set';
comment on column registry.field.id is 'Mã số nội bộ / Identity';
comment on column registry.field.field_set is 'Bộ lĩnh vực / Set';
comment on column registry.field.code is 'Mã lĩnh vực / Code within the set';
comment on column registry.field.name is 'Tên lĩnh vực / Name';
comment on column registry.field.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.field.position is 'Thứ tự / Order';

create table registry.criterion_set (
    code   text primary key,
    name   text not null,
    source text not null default ''
);
comment on table registry.criterion_set is 'Bộ tiêu chí / Sets of criteria';
comment on column registry.criterion_set.code is 'Mã bộ / Code';
comment on column registry.criterion_set.name is 'Tên bộ / Name';
comment on column registry.criterion_set.source is 'Căn cứ / Source';

create table registry.criterion (
    criterion_set text not null references registry.criterion_set (code),
    code          text not null,
    name          text not null,
    max_score     numeric,
    position      int not null,
    constraint criterion_pkey primary key (criterion_set, code)
);
comment on table registry.criterion is 'Tiêu chí / Criteria of a set: tính mới, tính khéo, tính thiết thực, tính hiệu quả';
comment on column registry.criterion.criterion_set is 'Bộ tiêu chí / Set';
comment on column registry.criterion.code is 'Mã tiêu chí / Code: novelty, skill, practicality, effectiveness';
comment on column registry.criterion.name is 'Tên tiêu chí / Name';
comment on column registry.criterion.max_score is 'Điểm tối đa / Highest score, null where the guideline gives none';
comment on column registry.criterion.position is 'Thứ tự / Order';

create table registry.period (
    code      text primary key,
    kind      text not null,
    first_day date not null,
    last_day  date not null,
    name      text not null,
    constraint period_in_order check (first_day <= last_day)
);
comment on table registry.period is 'Kỳ / Periods in use, with their days';
comment on column registry.period.code is 'Mã kỳ / 2021, 2021-H1, 2021-9M, 2021-Q3, 2018-2020';
comment on column registry.period.kind is 'Loại kỳ / nam, 6_thang, 9_thang, quy, giai_doan';
comment on column registry.period.first_day is 'Từ ngày / First day';
comment on column registry.period.last_day is 'Đến ngày / Last day';
comment on column registry.period.name is 'Tên kỳ / Name';

create table registry.campaign (
    id            bigint generated always as identity primary key,
    code          text not null,
    name          text not null,
    unit_id       bigint not null references registry.unit (id),
    period        text not null references registry.period (code),
    field_set     text not null references registry.field_set (code),
    criterion_set text references registry.criterion_set (code),
    rule_set      int  not null,
    tree          text not null,
    parameters    jsonb not null default '{}',
    created_at    timestamptz not null default now(),
    constraint campaign_one_per_code unique (code),
    constraint campaign_parameters_are_an_object check (jsonb_typeof(parameters) = 'object')
);
create index campaign_by_unit on registry.campaign (unit_id);
comment on table registry.campaign is 'Đợt / Campaigns: who organises, for which period, with which fields, criteria, rules and parameters';
comment on column registry.campaign.id is 'Mã số nội bộ / Identity';
comment on column registry.campaign.code is 'Mã đợt / Code';
comment on column registry.campaign.name is 'Tên đợt / Name';
comment on column registry.campaign.unit_id is 'Đơn vị tổ chức / Organising unit';
comment on column registry.campaign.period is 'Kỳ / Period';
comment on column registry.campaign.field_set is 'Bộ lĩnh vực / Field set';
comment on column registry.campaign.criterion_set is 'Bộ tiêu chí / Criterion set';
comment on column registry.campaign.rule_set is 'Phiên bản bộ quy tắc / Rule-set version; a result never changes because rules changed later';
comment on column registry.campaign.tree is 'Cây tổ chức / Tree in which the campaign is counted';
comment on column registry.campaign.parameters is 'Tham số / Parameters: supplement_limit, subject_kinds, deadlines, …';
comment on column registry.campaign.created_at is 'Lúc tạo / Created';

create table registry.form (
    kind            text not null,
    version         int  not null,
    schema          jsonb not null,
    valid_example   jsonb not null,
    invalid_example jsonb not null,
    constraint form_pkey primary key (kind, version)
);
comment on table registry.form is 'Biểu mẫu / Forms: JSON Schema of the content per kind and version, with one valid and one invalid example';
comment on column registry.form.kind is 'Loại hồ sơ / Kind of submission';
comment on column registry.form.version is 'Phiên bản / Version';
comment on column registry.form.schema is 'Lược đồ JSON / JSON Schema';
comment on column registry.form.valid_example is 'Ví dụ hợp lệ / Valid example';
comment on column registry.form.invalid_example is 'Ví dụ không hợp lệ / Invalid example';

create table registry.rule (
    rule_set    int  not null,
    code        text not null,
    severity    text not null,
    message     text not null,
    basis       text not null default '',
    valid_from  date,
    valid_until date,
    facts       text not null default '',
    constraint rule_pkey primary key (rule_set, code),
    constraint rule_severity check (severity in ('L', 'C', 'G'))
);
comment on table registry.rule is 'Quy tắc kiểm tra / Validation rules by rule-set version';
comment on column registry.rule.rule_set is 'Phiên bản bộ quy tắc / Rule-set version';
comment on column registry.rule.code is 'Mã quy tắc / Code, e.g. DK-001';
comment on column registry.rule.severity is 'Mức độ / L lỗi (blocks), C cảnh báo (a person confirms), G gợi ý (tidied, with a trace)';
comment on column registry.rule.message is 'Thông báo / Message with {values}';
comment on column registry.rule.basis is 'Căn cứ / Basis';
comment on column registry.rule.valid_from is 'Có hiệu lực từ / First day';
comment on column registry.rule.valid_until is 'Có hiệu lực đến / Last day';
comment on column registry.rule.facts is 'Dữ kiện cần / Facts the rule reads';

create table registry.abbreviation (
    short text primary key,
    long  text not null,
    kind  text not null default 'word',
    constraint abbreviation_kind check (kind in ('word', 'prefix'))
);
comment on table registry.abbreviation is 'Chữ viết tắt / Abbreviations and prefixes that comparison keys expand';
comment on column registry.abbreviation.short is 'Viết tắt / Short form';
comment on column registry.abbreviation.long is 'Viết đầy đủ / Long form';
comment on column registry.abbreviation.kind is 'Cách dùng / word: anywhere; prefix: only before a name (TP., X.)';

create table registry.boilerplate (
    text   text primary key,
    source text not null default ''
);
comment on table registry.boilerplate is 'Chữ thừa của cổng thông tin / Portal leftovers that are no content';
comment on column registry.boilerplate.text is 'Chữ thừa / The leftover as it appears';
comment on column registry.boilerplate.source is 'Nguồn / Where it was seen';

-- ---------------------------------------------------------------- submissions

create sequence registry.submission_turn;
comment on sequence registry.submission_turn is 'Lượt nộp / Order in which contents were handed in; a new version takes a new turn';

create table registry.submission (
    id               bigint generated always as identity primary key,
    source           text not null,
    key              text not null,
    kind             text not null,
    campaign_id      bigint not null references registry.campaign (id),
    unit_text        text not null,
    unit_id          bigint references registry.unit (id),
    filed_on         date not null,
    year             int,
    model_key        text,
    source_model_key text,
    model_keys       text[],
    version          int not null default 1,
    turn             bigint not null default nextval('registry.submission_turn'),
    state            text not null default 'submitted',
    supplements_used int not null default 0,
    rule_set         int,
    job_id           bigint,
    submitted_at     timestamptz not null default now(),
    decided_at       timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    constraint submission_one_per_source_and_key unique (source, key),
    constraint submission_state check (state in ('draft', 'submitted', 'valid', 'needs_supplement', 'invalid', 'supplement_overdue',
        'under_appraisal', 'passed', 'failed', 'returned', 'decided', 'withdrawn')),
    constraint submission_withdrawn_with_day check ((state = 'withdrawn') = (withdrawn_at is not null))
) with (fillfactor = 85);
create index submission_unchecked_by_model on registry.submission (model_key, turn) where state = 'submitted' and model_key is not null;
create index submission_unchecked_by_campaign on registry.submission (campaign_id, turn) where state = 'submitted';
create index submission_unchecked_lists on registry.submission (turn) where state = 'submitted' and model_keys is not null;
create index submission_by_campaign on registry.submission (campaign_id, kind);
comment on table registry.submission is 'Hồ sơ / Submissions: the current version''s keys and state; contents are in submission_version';
comment on column registry.submission.id is 'Mã hồ sơ / Identity, told to the portal';
comment on column registry.submission.source is 'Nguồn gửi / System that hands it in';
comment on column registry.submission.key is 'Khóa gửi / The source''s own key; (source, key) is one submission';
comment on column registry.submission.kind is 'Loại hồ sơ / registration, report, inspection_record, recognition_proposal, recognition_decision, commendation_proposal, commendation_decision';
comment on column registry.submission.campaign_id is 'Đợt / Campaign';
comment on column registry.submission.unit_text is 'Đơn vị như hồ sơ ghi / Unit as written: a code, or a name with its path';
comment on column registry.submission.unit_id is 'Đơn vị / Unit found by validation';
comment on column registry.submission.filed_on is 'Ngày nộp / Day on which units are resolved: content''s filed_on, else the day of handing in (Asia/Ho_Chi_Minh)';
comment on column registry.submission.year is 'Năm / Year stated in the content; a registration, report or inspection without one takes its campaign''s';
comment on column registry.submission.model_key is 'Khóa tên mô hình / Comparison key of the model''s name (registration, report)';
comment on column registry.submission.source_model_key is 'Khóa tên mô hình gốc / Comparison key of the source model''s name (replicated registration)';
comment on column registry.submission.model_keys is 'Khóa tên các mô hình trong danh sách / Comparison keys of all models a proposal or decision lists, null for other kinds';
comment on column registry.submission.version is 'Phiên bản / Current version, 1 or more';
comment on column registry.submission.turn is 'Lượt / Turn of the current version: a verdict counts only what smaller turns made';
comment on column registry.submission.state is 'Trạng thái / State';
comment on column registry.submission.supplements_used is 'Số lần đã bổ sung / Supplements handed in so far';
comment on column registry.submission.rule_set is 'Phiên bản bộ quy tắc đã dùng / Rule-set version of the last verdict';
comment on column registry.submission.job_id is 'Công việc kiểm tra / Validation job of the current version';
comment on column registry.submission.submitted_at is 'Lúc nộp / First handed in';
comment on column registry.submission.decided_at is 'Lúc có kết quả kiểm tra / Time of the last verdict';
comment on column registry.submission.withdrawn_at is 'Lúc rút / Withdrawn';
comment on column registry.submission.withdrawn_reason is 'Lý do rút / Reason given';

create table registry.submission_version (
    submission_id      bigint not null references registry.submission (id),
    version            int    not null,
    turn               bigint not null,
    unit_text          text   not null,
    content            jsonb  not null,
    digest             bytea  not null,
    attachments_digest bytea  not null,
    submitted_at       timestamptz not null default now(),
    constraint submission_version_pkey primary key (submission_id, version),
    constraint submission_version_content_is_an_object check (jsonb_typeof(content) = 'object')
);
comment on table registry.submission_version is 'Nội dung từng phiên bản hồ sơ / Contents of every version, as handed in, never changed';
comment on column registry.submission_version.submission_id is 'Hồ sơ / Submission';
comment on column registry.submission_version.version is 'Phiên bản / Version';
comment on column registry.submission_version.turn is 'Lượt / Turn of this version';
comment on column registry.submission_version.unit_text is 'Đơn vị như hồ sơ ghi / Unit as written in this version';
comment on column registry.submission_version.content is 'Nội dung / Content as handed in, nothing normalised';
comment on column registry.submission_version.digest is 'Mã băm nội dung / SHA-256 of the NFC form of the content''s text';
comment on column registry.submission_version.attachments_digest is 'Mã băm danh sách tệp / SHA-256 of the NFC form of the attachment list''s text';
comment on column registry.submission_version.submitted_at is 'Lúc nộp / Handed in';

create table registry.attachment (
    submission_id bigint not null,
    version       int    not null,
    position      int    not null,
    name          text   not null,
    media_type    text,
    size          bigint,
    sha256        bytea  not null,
    constraint attachment_pkey primary key (submission_id, version, position),
    constraint attachment_of_a_version foreign key (submission_id, version)
        references registry.submission_version (submission_id, version),
    constraint attachment_sha256_length check (length(sha256) = 32),
    constraint attachment_size_not_negative check (size >= 0)
);
comment on table registry.attachment is 'Tệp kèm theo / Attachments: metadata and SHA-256; the bytes stay with the portal';
comment on column registry.attachment.submission_id is 'Hồ sơ / Submission';
comment on column registry.attachment.version is 'Phiên bản / Version';
comment on column registry.attachment.position is 'Thứ tự / Order, from 0';
comment on column registry.attachment.name is 'Tên tệp / File name';
comment on column registry.attachment.media_type is 'Loại tệp / Media type';
comment on column registry.attachment.size is 'Kích thước / Bytes';
comment on column registry.attachment.sha256 is 'Mã băm / SHA-256 of the bytes';

create table registry.finding (
    submission_id bigint not null references registry.submission (id),
    version       int    not null,
    rule_set      int    not null,
    code          text   not null,
    path          text   not null,
    severity      text   not null,
    message       text   not null,
    data          jsonb  not null default '{}',
    found_at      timestamptz not null default now(),
    constraint finding_pkey primary key (submission_id, version, rule_set, code, path),
    constraint finding_severity check (severity in ('L', 'C', 'G'))
);
create index finding_by_code on registry.finding (code);
comment on table registry.finding is 'Kết quả kiểm tra / Findings of validation; the key makes a second run write nothing new';
comment on column registry.finding.submission_id is 'Hồ sơ / Submission';
comment on column registry.finding.version is 'Phiên bản hồ sơ / Version judged';
comment on column registry.finding.rule_set is 'Phiên bản bộ quy tắc / Rule-set version';
comment on column registry.finding.code is 'Mã quy tắc / Rule';
comment on column registry.finding.path is 'Vị trí / JSON pointer into the content; empty for the whole';
comment on column registry.finding.severity is 'Mức độ / L, C or G';
comment on column registry.finding.message is 'Thông báo / Vietnamese message with its values';
comment on column registry.finding.data is 'Dữ liệu / Values of the message';
comment on column registry.finding.found_at is 'Lúc ghi / Written';

create table registry.submission_change (
    id            bigint generated always as identity,
    xid           xid8 not null default pg_current_xact_id(),
    submission_id bigint not null references registry.submission (id),
    version       int  not null,
    state         text not null,
    changed_at    timestamptz not null default now(),
    constraint submission_change_pkey primary key (xid, id)
);
create index submission_change_by_submission on registry.submission_change (submission_id);
comment on table registry.submission_change is 'Nhật ký trạng thái hồ sơ / Feed of state changes, in the order of transactions';
comment on column registry.submission_change.id is 'Số thứ tự / Sequence number';
comment on column registry.submission_change.xid is 'Giao dịch / Writing transaction; served only when no older one can still commit';
comment on column registry.submission_change.submission_id is 'Hồ sơ / Submission';
comment on column registry.submission_change.version is 'Phiên bản / Version';
comment on column registry.submission_change.state is 'Trạng thái mới / New state';
comment on column registry.submission_change.changed_at is 'Lúc đổi / Changed';

-- ---------------------------------------------------------------- models and their subjects

create table registry.subject (
    id         bigint generated always as identity primary key,
    kind       text not null,
    name       text not null,
    name_key   text not null,
    unit_id    bigint references registry.unit (id),
    position   text,
    valid      daterange not null default daterange(null, null),
    first_turn bigint not null,
    constraint subject_kind check (kind in ('collective', 'individual', 'household')),
    constraint subject_one_per_unit_and_name unique nulls not distinct (name_key, kind, unit_id)
);
comment on table registry.subject is 'Chủ thể / Subjects: collectives, individuals, households';
comment on column registry.subject.id is 'Mã số nội bộ / Identity';
comment on column registry.subject.kind is 'Loại chủ thể / collective (tập thể), individual (cá nhân), household (hộ gia đình)';
comment on column registry.subject.name is 'Tên, như hồ sơ sớm nhất ghi / Name as the earliest submission wrote it';
comment on column registry.subject.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.subject.unit_id is 'Đơn vị / Unit it belongs to';
comment on column registry.subject.position is 'Chức vụ / Office held';
comment on column registry.subject.valid is 'Hiệu lực / Days';
comment on column registry.subject.first_turn is 'Lượt hồ sơ sớm nhất / Turn of the earliest submission that names it';

create table registry.model (
    id            bigint generated always as identity primary key,
    code          text not null,
    name          text not null,
    name_key      text not null,
    unit_id       bigint not null references registry.unit (id),
    field_id      bigint references registry.field (id),
    first_year    int,
    state         text not null default 'registered',
    submission_id bigint not null references registry.submission (id),
    constraint model_one_per_code unique (code),
    constraint model_one_per_unit_and_name unique (unit_id, name_key),
    constraint model_state check (state in ('proposed', 'registered', 'running', 'paused', 'ended'))
);
comment on table registry.model is 'Mô hình / Models';
comment on column registry.model.id is 'Mã số nội bộ / Identity';
comment on column registry.model.code is 'Mã mô hình / Code: MH and the number of the first submission';
comment on column registry.model.name is 'Tên mô hình / Name as first registered';
comment on column registry.model.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.model.unit_id is 'Đơn vị / Unit that registered it';
comment on column registry.model.field_id is 'Lĩnh vực / Field when first registered';
comment on column registry.model.first_year is 'Năm bắt đầu / Year of the first registration';
comment on column registry.model.state is 'Trạng thái / proposed, registered, running, paused, ended';
comment on column registry.model.submission_id is 'Hồ sơ đầu tiên / First submission';

create table registry.model_subject (
    model_id   bigint not null references registry.model (id),
    subject_id bigint not null references registry.subject (id),
    role       text not null default 'participate',
    position   int  not null default 0,
    constraint model_subject_pkey primary key (model_id, subject_id),
    constraint model_subject_role check (role in ('lead', 'coordinate', 'participate'))
);
create index model_subject_by_subject on registry.model_subject (subject_id);
comment on table registry.model_subject is 'Chủ thể của mô hình / Subjects of a model';
comment on column registry.model_subject.model_id is 'Mô hình / Model';
comment on column registry.model_subject.subject_id is 'Chủ thể / Subject';
comment on column registry.model_subject.role is 'Vai trò / lead (chủ trì), coordinate (phối hợp), participate (tham gia)';
comment on column registry.model_subject.position is 'Thứ tự trong hồ sơ / Order in the submission';

create table registry.model_place (
    model_id  bigint not null references registry.model (id),
    place     text not null,
    place_key text not null,
    position  int  not null default 0,
    constraint model_place_pkey primary key (model_id, place_key)
);
comment on table registry.model_place is 'Địa bàn của mô hình / Places of a model';
comment on column registry.model_place.model_id is 'Mô hình / Model';
comment on column registry.model_place.place is 'Địa bàn như hồ sơ ghi / Place as written';
comment on column registry.model_place.place_key is 'Khóa so sánh / Comparison key';
comment on column registry.model_place.position is 'Thứ tự trong hồ sơ / Order in the submission';

create table registry.registration (
    id                bigint generated always as identity primary key,
    submission_id     bigint not null references registry.submission (id),
    model_id          bigint not null references registry.model (id),
    campaign_id       bigint not null references registry.campaign (id),
    unit_id           bigint not null references registry.unit (id),
    year              int    not null,
    type              text   not null,
    field_id          bigint references registry.field (id),
    block_id          bigint references registry.block (id),
    subject_id        bigint references registry.subject (id),
    subject_kind      text,
    source_model_id   bigint references registry.model (id),
    open_subject_list boolean not null default false,
    starts_on         date,
    ends_on           date,
    registered_on     date not null,
    withdrawn_at      timestamptz,
    constraint registration_one_per_submission unique (submission_id),
    constraint registration_type check (type in ('new', 'maintained', 'replicated'))
);
create unique index registration_one_per_model_and_year on registry.registration (model_id, year) where withdrawn_at is null;
create index registration_by_unit on registry.registration (unit_id, year);
create index registration_by_campaign on registry.registration (campaign_id);
create index registration_by_source_model on registry.registration (source_model_id) where source_model_id is not null;
comment on table registry.registration is 'Đăng ký / Registrations: one per model and year among those not withdrawn';
comment on column registry.registration.id is 'Mã số nội bộ / Identity';
comment on column registry.registration.submission_id is 'Hồ sơ / Submission';
comment on column registry.registration.model_id is 'Mô hình / Model';
comment on column registry.registration.campaign_id is 'Đợt / Campaign';
comment on column registry.registration.unit_id is 'Đơn vị đăng ký / Registering unit as it was';
comment on column registry.registration.year is 'Năm / Year';
comment on column registry.registration.type is 'Kiểu / new (mới), maintained (duy trì), replicated (nhân rộng)';
comment on column registry.registration.field_id is 'Lĩnh vực / Field';
comment on column registry.registration.block_id is 'Khối trong kỳ / Block of the unit as of the period, null when unclassified';
comment on column registry.registration.subject_id is 'Chủ thể đăng ký / Registering subject';
comment on column registry.registration.subject_kind is 'Loại chủ thể đăng ký / Kind of the registering subject';
comment on column registry.registration.source_model_id is 'Mô hình gốc / Source model of a replication';
comment on column registry.registration.open_subject_list is 'Danh sách chủ thể để ngỏ / The list of subjects is open';
comment on column registry.registration.starts_on is 'Bắt đầu thực hiện / Starts';
comment on column registry.registration.ends_on is 'Kết thúc thực hiện / Ends';
comment on column registry.registration.registered_on is 'Ngày đăng ký / Day filed';
comment on column registry.registration.withdrawn_at is 'Lúc rút / Withdrawn; such a row counts no more';

create table registry.report (
    id              bigint generated always as identity primary key,
    submission_id   bigint not null references registry.submission (id),
    model_id        bigint references registry.model (id),
    registration_id bigint references registry.registration (id),
    campaign_id     bigint not null references registry.campaign (id),
    unit_id         bigint not null references registry.unit (id),
    year            int    not null,
    narrative       text   not null default '',
    indicators      jsonb  not null default '[]',
    tables          jsonb  not null default '[]',
    held_on         date,
    reported_on     date not null,
    withdrawn_at    timestamptz,
    constraint report_one_per_submission unique (submission_id)
);
create index report_by_model on registry.report (model_id, year);
create index report_by_unit on registry.report (unit_id, year);
comment on table registry.report is 'Báo cáo kết quả / Reports of results';
comment on column registry.report.id is 'Mã số nội bộ / Identity';
comment on column registry.report.submission_id is 'Hồ sơ / Submission';
comment on column registry.report.model_id is 'Mô hình / Model, null when none of that name is known in the unit';
comment on column registry.report.registration_id is 'Đăng ký của năm / Registration of that year, null when there is none';
comment on column registry.report.campaign_id is 'Đợt / Campaign';
comment on column registry.report.unit_id is 'Đơn vị / Unit';
comment on column registry.report.year is 'Năm / Year';
comment on column registry.report.narrative is 'Thuyết minh / Narrative';
comment on column registry.report.indicators is 'Chỉ tiêu / Indicators as reported: claims, never summed with counts';
comment on column registry.report.tables is 'Bảng số liệu / Tables as reported: claims';
comment on column registry.report.held_on is 'Ngày tổng kết / Day of the review';
comment on column registry.report.reported_on is 'Ngày nộp / Day filed';
comment on column registry.report.withdrawn_at is 'Lúc rút / Withdrawn';

create table registry.inspection (
    id            bigint generated always as identity primary key,
    submission_id bigint not null references registry.submission (id),
    campaign_id   bigint not null references registry.campaign (id),
    unit_id       bigint not null references registry.unit (id),
    year          int    not null,
    team          text   not null,
    team_key      text   not null,
    inspected_on  date,
    topics        text[] not null default '{}',
    conclusion    text   not null default '',
    withdrawn_at  timestamptz,
    constraint inspection_one_per_submission unique (submission_id)
);
create index inspection_by_unit on registry.inspection (unit_id, year);
comment on table registry.inspection is 'Cuộc kiểm tra của đoàn / Records of inspection teams';
comment on column registry.inspection.id is 'Mã số nội bộ / Identity';
comment on column registry.inspection.submission_id is 'Hồ sơ / Submission';
comment on column registry.inspection.campaign_id is 'Đợt / Campaign';
comment on column registry.inspection.unit_id is 'Đơn vị cử đoàn / Unit that sent the team';
comment on column registry.inspection.year is 'Năm / Year';
comment on column registry.inspection.team is 'Đoàn kiểm tra / Team';
comment on column registry.inspection.team_key is 'Khóa so sánh tên đoàn / Comparison key of the team; one team may hand in several records';
comment on column registry.inspection.inspected_on is 'Ngày kiểm tra / Day';
comment on column registry.inspection.topics is 'Nội dung kiểm tra / Topics';
comment on column registry.inspection.conclusion is 'Kết luận / Conclusion';
comment on column registry.inspection.withdrawn_at is 'Lúc rút / Withdrawn';

create table registry.inspection_unit (
    inspection_id bigint not null references registry.inspection (id),
    unit_id       bigint not null references registry.unit (id),
    constraint inspection_unit_pkey primary key (inspection_id, unit_id)
);
create index inspection_unit_by_unit on registry.inspection_unit (unit_id);
comment on table registry.inspection_unit is 'Đơn vị được kiểm tra / Units inspected';
comment on column registry.inspection_unit.inspection_id is 'Cuộc kiểm tra / Inspection';
comment on column registry.inspection_unit.unit_id is 'Đơn vị / Unit';

create table registry.recognition (
    id            bigint generated always as identity primary key,
    submission_id bigint not null references registry.submission (id),
    model_id      bigint not null references registry.model (id),
    campaign_id   bigint not null references registry.campaign (id),
    level         text   not null references registry.level (code),
    year          int,
    title         text   not null,
    authority     text   references registry.authority (code),
    document_id   bigint not null references registry.document (id),
    recognised_on date,
    revoked_at    timestamptz,
    constraint recognition_title check (title in ('mo_hinh', 'dien_hinh', 'nhan_rong'))
);
create unique index recognition_one_per_level_year_and_title on registry.recognition (model_id, level, year, title) nulls not distinct
    where revoked_at is null;
create index recognition_by_submission on registry.recognition (submission_id);
comment on table registry.recognition is 'Công nhận / Recognitions written from decisions people issued; facts with dates, not states';
comment on column registry.recognition.id is 'Mã số nội bộ / Identity';
comment on column registry.recognition.submission_id is 'Hồ sơ / Submission that recorded the decision';
comment on column registry.recognition.model_id is 'Mô hình / Model';
comment on column registry.recognition.campaign_id is 'Đợt / Campaign';
comment on column registry.recognition.level is 'Cấp / Level';
comment on column registry.recognition.year is 'Năm / Year, null when the source does not state it';
comment on column registry.recognition.title is 'Danh hiệu / mo_hinh, dien_hinh, nhan_rong (chosen for replication)';
comment on column registry.recognition.authority is 'Cơ quan công nhận / Body, when it is known';
comment on column registry.recognition.document_id is 'Quyết định / Decision';
comment on column registry.recognition.recognised_on is 'Ngày quyết định / Day of the decision';
comment on column registry.recognition.revoked_at is 'Lúc thu hồi / Revoked or withdrawn; such a row counts no more';

create table registry.commendation_decision (
    id            bigint generated always as identity primary key,
    submission_id bigint not null references registry.submission (id),
    campaign_id   bigint not null references registry.campaign (id),
    unit_id       bigint not null references registry.unit (id),
    document_id   bigint not null references registry.document (id),
    level         text   not null references registry.level (code),
    form          text,
    authority     text   references registry.authority (code),
    movement      text   not null default '',
    period        text   references registry.period (code),
    reason        text   not null default '',
    withdrawn_at  timestamptz,
    constraint commendation_decision_one_per_submission unique (submission_id)
);
create index commendation_decision_by_unit on registry.commendation_decision (unit_id);
comment on table registry.commendation_decision is 'Quyết định khen thưởng / Commendation decisions as people issued them';
comment on column registry.commendation_decision.id is 'Mã số nội bộ / Identity';
comment on column registry.commendation_decision.submission_id is 'Hồ sơ / Submission';
comment on column registry.commendation_decision.campaign_id is 'Đợt / Campaign';
comment on column registry.commendation_decision.unit_id is 'Đơn vị gửi / Unit that handed it in';
comment on column registry.commendation_decision.document_id is 'Văn bản / Document';
comment on column registry.commendation_decision.level is 'Cấp khen / Level';
comment on column registry.commendation_decision.form is 'Hình thức khen / Form of award, null when the source gives none';
comment on column registry.commendation_decision.authority is 'Cơ quan khen / Body, when it is known';
comment on column registry.commendation_decision.movement is 'Phong trào / Movement';
comment on column registry.commendation_decision.period is 'Kỳ thành tích / Period of the merit';
comment on column registry.commendation_decision.reason is 'Lý do / Reason';
comment on column registry.commendation_decision.withdrawn_at is 'Lúc rút / Withdrawn';

create table registry.achievement (
    id         bigint generated always as identity primary key,
    subject_id bigint not null references registry.subject (id),
    movement   text not null,
    period     text,
    model_id   bigint references registry.model (id),
    constraint achievement_one_per_subject_movement_period_and_model
        unique nulls not distinct (subject_id, movement, period, model_id)
);
comment on table registry.achievement is 'Thành tích / Achievements: what may be commended only once';
comment on column registry.achievement.id is 'Mã số nội bộ / Identity';
comment on column registry.achievement.subject_id is 'Chủ thể / Subject';
comment on column registry.achievement.movement is 'Phong trào / Movement';
comment on column registry.achievement.period is 'Kỳ / Period';
comment on column registry.achievement.model_id is 'Mô hình / Model';

create table registry.commendation (
    id                        bigint generated always as identity primary key,
    commendation_decision_id  bigint not null references registry.commendation_decision (id),
    subject_id                bigint not null references registry.subject (id),
    achievement_id            bigint not null references registry.achievement (id),
    document_id               bigint not null references registry.document (id),
    unit_id                   bigint references registry.unit (id),
    level                     text not null references registry.level (code),
    form                      text,
    authority                 text references registry.authority (code),
    subject_name              text not null,
    subject_position          text,
    unit_text                 text not null default '',
    list_position             int  not null,
    commended_on              date,
    revoked_at                timestamptz
);
create unique index commendation_one_per_achievement_form_and_document
    on registry.commendation (subject_id, achievement_id, form, document_id) nulls not distinct where revoked_at is null;
create index commendation_by_decision on registry.commendation (commendation_decision_id);
create index commendation_by_unit on registry.commendation (unit_id);
comment on table registry.commendation is 'Khen thưởng / Commendations: one subject in one decision';
comment on column registry.commendation.id is 'Mã số nội bộ / Identity';
comment on column registry.commendation.commendation_decision_id is 'Quyết định khen thưởng / Decision';
comment on column registry.commendation.subject_id is 'Chủ thể / Subject';
comment on column registry.commendation.achievement_id is 'Thành tích / Achievement';
comment on column registry.commendation.document_id is 'Văn bản / Document';
comment on column registry.commendation.unit_id is 'Đơn vị của chủ thể / Unit of the subject when it was found';
comment on column registry.commendation.level is 'Cấp khen / Level';
comment on column registry.commendation.form is 'Hình thức khen / Form of award, null when the source gives none';
comment on column registry.commendation.authority is 'Cơ quan khen / Body, when it is known';
comment on column registry.commendation.subject_name is 'Tên như quyết định ghi / Name as the decision prints it';
comment on column registry.commendation.subject_position is 'Chức vụ như quyết định ghi / Office as the decision prints it';
comment on column registry.commendation.unit_text is 'Đơn vị như quyết định ghi / Unit as the decision prints it';
comment on column registry.commendation.list_position is 'Thứ tự trong danh sách / Order in the list, from 0';
comment on column registry.commendation.commended_on is 'Ngày quyết định / Day of the decision';
comment on column registry.commendation.revoked_at is 'Lúc thu hồi / Revoked or withdrawn; such a row counts no more';

create table registry.audit (
    id        bigint generated always as identity primary key,
    at        timestamptz not null default clock_timestamp(),
    who       text not null default session_user,
    action    text not null,
    object    text not null,
    object_id bigint,
    reason    text,
    detail    jsonb not null default '{}'
);
create index audit_by_object on registry.audit (object, object_id);
comment on table registry.audit is 'Nhật ký thao tác / What people and systems did; append only';
comment on column registry.audit.id is 'Số thứ tự / Sequence number';
comment on column registry.audit.at is 'Lúc / When';
comment on column registry.audit.who is 'Ai / Who (session user)';
comment on column registry.audit.action is 'Việc / What was done';
comment on column registry.audit.object is 'Đối tượng / Kind of thing it was done to';
comment on column registry.audit.object_id is 'Mã đối tượng / Identity of the thing';
comment on column registry.audit.reason is 'Lý do / Reason';
comment on column registry.audit.detail is 'Chi tiết / Details';

create type registry.judged as (
    id               bigint,
    turn             bigint,
    kind             text,
    campaign_id      bigint,
    unit_id          bigint,
    year             int,
    filed_on         date,
    model_key        text,
    source_model_key text,
    content          jsonb
);
comment on type registry.judged is 'Hồ sơ vừa được kết luận hợp lệ / A submission just judged valid, as the functions that write canonical rows take it';

create type registry.named_subject as (
    submission_id bigint,
    turn          bigint,
    unit_id       bigint,
    kind          text,
    name          text,
    name_key      text,
    "position"    text,
    role          text,
    list_position int
);
comment on type registry.named_subject is 'Chủ thể như hồ sơ nêu / A subject as a submission names it';
