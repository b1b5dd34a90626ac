-- Statistics: a dirty log that writers append to, leaf figures, figures rolled up the unit trees, claims of articles.
-- Counted figures (cell, total) and claims (reported_figure) are never mixed.

create schema stats;
comment on schema stats is 'Thống kê, số liệu báo cáo / Statistics and reported figures';

-- The dirty log.  Appended by whoever changes a canonical row, in the same transaction; drained by stats.refresh.
-- No constraint and no index beyond the key: concurrent writers of one unit never wait for each other.
create table stats.change (
    id         bigint generated always as identity primary key,
    unit_id    bigint not null,
    year       integer,
    changed_at timestamptz not null default clock_timestamp()
);
comment on table stats.change is 'Nhật ký thay đổi chờ tổng hợp / Dirty log: what changed since the last refresh';
comment on column stats.change.id is 'Số thứ tự / Identity';
comment on column stats.change.unit_id is 'Đơn vị có thay đổi / Unit whose figures changed';
comment on column stats.change.year is 'Năm có thay đổi; null: mọi kỳ, kể cả vị trí trong cây và khối / Year that changed; null: every period, the place in trees and blocks included';
comment on column stats.change.changed_at is 'Thời điểm ghi / When it was logged';

create table stats.measure (
    code               text primary key,
    definition_version integer not null default 1,
    name               text not null,
    definition         text not null,
    reading            text,
    kind               text not null constraint measure_kind check (kind in ('count', 'ratio', 'difference')),
    sort_order         integer not null,
    flagged            boolean not null default false,
    dimensions         text[] not null default '{}',
    stored_as          text,
    stored_type        text,
    counts_rows        boolean not null default false,
    constraint measure_stored_as foreign key (stored_as) references stats.measure (code)
);
comment on table stats.measure is 'Chỉ tiêu thống kê / Measures: what exactly counts';
comment on column stats.measure.code is 'Mã chỉ tiêu / Code';
comment on column stats.measure.definition_version is 'Phiên bản định nghĩa / Version of the definition; every figure carries it';
comment on column stats.measure.name is 'Tên chỉ tiêu / Vietnamese name';
comment on column stats.measure.definition is 'Định nghĩa / Definition';
comment on column stats.measure.reading is 'Cách hiểu khi nguồn không nói rõ / Reading taken where sources leave it open';
comment on column stats.measure.kind is 'Loại: đếm, tỷ lệ, chênh lệch / Count, ratio or difference';
comment on column stats.measure.sort_order is 'Thứ tự in / Order of print';
comment on column stats.measure.flagged is 'Cần nêu rõ biến thể khi in / The variant must be named wherever it is printed';
comment on column stats.measure.dimensions is 'Các chiều được phép / Dimensions it can be asked by; block, where a committee has blocks, always';
comment on column stats.measure.stored_as is 'Lấy từ số liệu lưu của chỉ tiêu khác / Read from the stored figures of another measure';
comment on column stats.measure.stored_type is 'Kiểu đăng ký cố định / Registration type it is limited to';
comment on column stats.measure.counts_rows is 'Đếm số dòng nguồn / Counts the rows behind the stored figure, not its value';

-- Periods that are kept up to date: every single year that was touched, and every period of a campaign or a claim.
create table stats.period (
    code      text primary key,
    starts_on date not null,
    ends_on   date not null,
    constraint period_order check (starts_on <= ends_on)
);
comment on table stats.period is 'Kỳ được tổng hợp thường xuyên / Periods whose figures are kept';
comment on column stats.period.code is 'Mã kỳ: 2021, 2021-H1, 2021-9M, 2021-Q3, 2018-2020 / Code';
comment on column stats.period.starts_on is 'Ngày đầu / First day';
comment on column stats.period.ends_on is 'Ngày cuối / Last day';

-- Leaf figures: what the rows of one unit itself give.  Measures that follow from another one are not stored (measure.stored_as).  Dimension null = all members; “Chưa phân loại” is a member:
-- 0 for an id, 'chua_phan_loai' for a code.  value may be less than row_count: distinct models of several rows.
create table stats.cell (
    unit_id            bigint not null,
    period             text not null,
    measure            text not null,
    definition_version integer not null,
    basis              text not null default 'historical' constraint cell_basis check (basis in ('historical', 'current')),
    field_id           bigint,
    level              text,
    subject_kind       text,
    registration_type  text,
    title              text,
    form               text,
    authority          text,
    value              bigint not null,
    row_count          bigint not null,
    constraint cell_key unique nulls not distinct (unit_id, period, measure, field_id, level, subject_kind,
        registration_type, title, form, authority, definition_version, basis)
);
comment on table stats.cell is 'Số liệu gốc của từng đơn vị / Leaf figures of a unit and period, from its own rows';
comment on column stats.cell.unit_id is 'Đơn vị / Unit';
comment on column stats.cell.period is 'Kỳ / Period';
comment on column stats.cell.measure is 'Chỉ tiêu / Measure';
comment on column stats.cell.definition_version is 'Phiên bản định nghĩa / Definition version';
comment on column stats.cell.basis is 'Cơ sở: theo đơn vị lịch sử hoặc địa giới hiện tại / Basis: historical units or current boundaries';
comment on column stats.cell.field_id is 'Lĩnh vực; null = tất cả, 0 = chưa phân loại / Field; null = all, 0 = unclassified';
comment on column stats.cell.level is 'Cấp công nhận, khen thưởng / Level';
comment on column stats.cell.subject_kind is 'Loại chủ thể / Kind of subject';
comment on column stats.cell.registration_type is 'Kiểu đăng ký / Type of registration';
comment on column stats.cell.title is 'Danh hiệu / Title';
comment on column stats.cell.form is 'Hình thức khen / Form of award';
comment on column stats.cell.authority is 'Cơ quan khen thưởng / Authority';
comment on column stats.cell.value is 'Giá trị đếm được / Counted value';
comment on column stats.cell.row_count is 'Số dòng nguồn / Canonical rows behind the value';

-- Where the cells of a unit were rolled up to, so that a later change of the tree can be taken back exactly.
create table stats.path (
    unit_id   bigint not null,
    tree      text not null,
    period    text not null,
    ancestors bigint[] not null,
    blocks    bigint[] not null,
    constraint path_key primary key (unit_id, period, tree),
    constraint path_blocks check (cardinality(blocks) = cardinality(ancestors))
);
create index path_ancestors on stats.path using gin (ancestors);
comment on table stats.path is 'Đường cộng dồn của đơn vị trong cây / Path along which a unit''s cells are rolled up';
comment on column stats.path.unit_id is 'Đơn vị / Unit';
comment on column stats.path.tree is 'Cây tổ chức / Tree';
comment on column stats.path.period is 'Kỳ / Period';
comment on column stats.path.ancestors is 'Đơn vị và các cấp trên, từ dưới lên / The unit itself and its ancestors, bottom up';
comment on column stats.path.blocks is 'Khối của đơn vị tại từng cấp ủy; 0 = chưa xếp khối, null = cấp ủy không chia khối / Block under each of them; 0 = none assigned, null = it has no blocks';

create table stats.total (
    tree               text not null,
    unit_id            bigint not null,
    period             text not null,
    measure            text not null,
    definition_version integer not null,
    basis              text not null default 'historical' constraint total_basis check (basis in ('historical', 'current')),
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
    constraint total_key unique nulls not distinct (unit_id, period, measure, tree, block_id, field_id, level, subject_kind,
        registration_type, title, form, authority, definition_version, basis)
);
comment on table stats.total is 'Số liệu tổng hợp theo cây tổ chức / Figures rolled up the unit trees';
comment on column stats.total.tree is 'Cây tổ chức / Tree';
comment on column stats.total.unit_id is 'Đơn vị / Unit with all below it in the tree';
comment on column stats.total.period is 'Kỳ / Period';
comment on column stats.total.measure is 'Chỉ tiêu / Measure';
comment on column stats.total.definition_version is 'Phiên bản định nghĩa / Definition version';
comment on column stats.total.basis is 'Cơ sở / Basis';
comment on column stats.total.block_id is 'Khối; null = tất cả, 0 = chưa xếp khối / Block; null = all, 0 = none assigned';
comment on column stats.total.field_id is 'Lĩnh vực; null = tất cả, 0 = chưa phân loại / Field; null = all, 0 = unclassified';
comment on column stats.total.level is 'Cấp / Level';
comment on column stats.total.subject_kind is 'Loại chủ thể / Kind of subject';
comment on column stats.total.registration_type is 'Kiểu đăng ký / Type of registration';
comment on column stats.total.title is 'Danh hiệu / Title';
comment on column stats.total.form is 'Hình thức khen / Form of award';
comment on column stats.total.authority is 'Cơ quan khen thưởng / Authority';
comment on column stats.total.value is 'Giá trị đếm được / Counted value';
comment on column stats.total.row_count is 'Số dòng nguồn / Canonical rows behind the value';

-- Claims of articles and reports.  Never summed with counts; stats.reconciliation puts both side by side.
create table stats.reported_figure (
    id            bigint generated always as identity primary key,
    locality      text not null,
    figure        text not null,
    measure       text references stats.measure (code),
    unit_code     text,
    period        text,
    dimensions    jsonb not null default '{}',
    value         numeric,
    approximation text not null default '=' constraint reported_figure_approximation check (approximation in ('=', '~', '~<', '~>')),
    excerpt       text not null,
    source        text not null,
    reading       text,
    inferred      boolean not null default false,
    recorded_at   timestamptz not null default now(),
    constraint reported_figure_key unique (locality, figure),
    constraint reported_figure_countable check (measure is null or (unit_code is not null and period is not null and value is not null))
);
comment on table stats.reported_figure is 'Số liệu báo cáo (số được nêu) / Claims: figures stated in articles and reports';
comment on column stats.reported_figure.id is 'Số thứ tự / Identity';
comment on column stats.reported_figure.locality is 'Địa phương / Locality';
comment on column stats.reported_figure.figure is 'Tên số liệu / Name of the figure';
comment on column stats.reported_figure.measure is 'Chỉ tiêu đối chiếu; null = chỉ là số được nêu / Measure it is compared with; null = a bare claim';
comment on column stats.reported_figure.unit_code is 'Mã đơn vị / Unit code';
comment on column stats.reported_figure.period is 'Kỳ / Period';
comment on column stats.reported_figure.dimensions is 'Chiều: khối, lĩnh vực, cấp… / Dimension members by code or name';
comment on column stats.reported_figure.value is 'Giá trị được nêu / Stated value';
comment on column stats.reported_figure.approximation is 'Dấu xấp xỉ / Sign: exact, about, slightly under, slightly over';
comment on column stats.reported_figure.excerpt is 'Trích dẫn / Excerpt';
comment on column stats.reported_figure.source is 'Nguồn / Source';
comment on column stats.reported_figure.reading is 'Cách hiểu được chọn / Reading taken';
comment on column stats.reported_figure.inferred is 'Suy ra từ số được nêu / Follows from stated figures';
comment on column stats.reported_figure.recorded_at is 'Thời điểm ghi nhận / When recorded';

-- A change of the organisation moves figures from one ancestor to another: it is logged by the tables themselves, so
-- that no writer can forget it.  Every period of the unit and of all below it is rolled up again.
create function stats.log_organisation() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs the units whose place in a tree or block changed, and the units above them (their x/y figures change too).
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id)
    select distinct u
    from changed c
    cross join lateral unnest(case tg_table_name
        when 'unit_parent' then array[c.unit_id, (to_jsonb(c) ->> 'parent_id')::bigint]
        else array[c.unit_id, (to_jsonb(c) ->> 'committee_id')::bigint] end) u;
    return null;
end $$;
comment on function stats.log_organisation() is 'Ghi nhận thay đổi tổ chức / Logs a change of trees or blocks in the dirty log';

create trigger unit_parent_stats_insert after insert on registry.unit_parent
    referencing new table as changed for each statement execute function stats.log_organisation();
create trigger unit_parent_stats_update_old after update on registry.unit_parent
    referencing old table as changed for each statement execute function stats.log_organisation();
create trigger unit_parent_stats_update_new after update on registry.unit_parent
    referencing new table as changed for each statement execute function stats.log_organisation();
create trigger unit_parent_stats_delete after delete on registry.unit_parent
    referencing old table as changed for each statement execute function stats.log_organisation();
create trigger unit_block_stats_insert after insert on registry.unit_block
    referencing new table as changed for each statement execute function stats.log_organisation();
create trigger unit_block_stats_update_old after update on registry.unit_block
    referencing old table as changed for each statement execute function stats.log_organisation();
create trigger unit_block_stats_update_new after update on registry.unit_block
    referencing new table as changed for each statement execute function stats.log_organisation();
create trigger unit_block_stats_delete after delete on registry.unit_block
    referencing old table as changed for each statement execute function stats.log_organisation();
