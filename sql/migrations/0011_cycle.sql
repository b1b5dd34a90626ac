-- The life of the registry: an organisation whose history holds together, and the cycle from campaign to commendation.

-- ---------------------------------------------------------------- organisation

-- Two transactions that each hang one unit below the other see no cycle alone.  Changes of one tree stand in line: the lock is
-- taken when a statement is done and kept until the transaction ends, and what the one before committed is seen behind it.
create or replace function registry.unit_parent_refuse_cycle() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Refuses a parent that hangs below its own child in the same tree on a common day.
-- Errors: 23514 with the unit's id. Statement level: walks up from the changed rows only.
declare
    bad bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('registry.unit_parent ' || t.tree, 0))
    from (select distinct c.tree from changed c order by c.tree) t;
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

alter table registry.block
    add constraint block_of_its_committee unique (id, committee_id),
    add constraint block_valid_not_empty check (not isempty(valid));
alter table registry.unit_block
    add constraint unit_block_is_the_committees foreign key (block_id, committee_id) references registry.block (id, committee_id),
    add constraint unit_block_valid_not_empty check (not isempty(valid));
alter table registry.unit_name add constraint unit_name_valid_not_empty check (not isempty(valid));
alter table registry.unit_parent add constraint unit_parent_valid_not_empty check (not isempty(valid));
alter table registry.unit_alias add constraint unit_alias_valid_not_empty check (not isempty(valid));

-- What registry.search_key makes of the name; for candidates only, never for equality.
alter table registry.unit_name add column search_key text generated always as (normalize(translate(
    regexp_replace(normalize(name_key, nfd), E'[\u0300-\u036f]+', '', 'g'), 'đðɖ', 'ddd'), nfc)) stored;
alter table registry.unit_alias add column search_key text generated always as (normalize(translate(
    regexp_replace(normalize(alias_key, nfd), E'[\u0300-\u036f]+', '', 'g'), 'đðɖ', 'ddd'), nfc)) stored;
comment on column registry.unit_name.search_key is 'Khóa tìm kiếm không dấu; derived / Key without diacritics, for candidates only; derived';
comment on column registry.unit_alias.search_key is 'Khóa tìm kiếm không dấu; derived / Key without diacritics, for candidates only; derived';

-- A unit may be dissolved with nobody to follow.
alter table registry.unit_successor
    drop constraint unit_successor_pkey,
    alter column to_id drop not null,
    add constraint unit_successor_pkey unique nulls not distinct (from_id, to_id),
    add constraint unit_successor_follows_unless_dissolved check (to_id is not null or kind = 'dissolve');
comment on column registry.unit_successor.to_id is 'Đơn vị kế thừa; null: giải thể, không có đơn vị kế thừa / Unit that follows; null: dissolved, nobody follows';

create function registry.refuse_backward_edges(ids bigint[]) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- Refuses edges of these units that run against time: the old unit was there the day before, the new one is there on the day, and
-- a dissolved one is gone.
-- Errors: 23514 unit_successor_forward, with units and days.
declare
    bad record;
begin
    select f.path as from_path, f.valid as from_valid, t.path as to_path, t.valid as to_valid, s.on_day into bad
    from registry.unit_successor s
    join registry.unit f on f.id = s.from_id
    left join registry.unit t on t.id = s.to_id
    where (s.from_id = any (ids) or s.to_id = any (ids))
      and (not f.valid @> s.on_day - 1 or s.to_id is not null and not t.valid @> s.on_day or s.kind = 'dissolve' and f.valid @> s.on_day)
    limit 1;
    if found then
        raise exception 'Quan hệ kế thừa ngược thời gian: % → % / an edge of succession against time', bad.from_path, coalesce(bad.to_path, '–')
            using errcode = 'check_violation', schema = 'registry', table = 'unit_successor', constraint = 'unit_successor_forward',
                  detail = format('on_day %s; %s %s → %s %s', bad.on_day, bad.from_path, bad.from_valid, coalesce(bad.to_path, '–'),
                                  coalesce(bad.to_valid::text, '')),
                  hint = 'Đơn vị cũ phải còn ngày hôm trước, đơn vị kế thừa phải có vào ngày đó / the old unit exists the day before, the new one on the day';
    end if;
end $$;
comment on function registry.refuse_backward_edges(bigint[]) is 'Chặn kế thừa ngược thời gian / Refuses edges of succession against time';

create function registry.unit_successor_check() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Checks the edges that a statement wrote.
begin
    perform registry.refuse_backward_edges(array(select distinct c.from_id from changed c));
    return null;
end $$;
comment on function registry.unit_successor_check() is 'Kiểm tra quan hệ kế thừa vừa ghi / Checks edges of succession just written';
create trigger unit_successor_forward_on_insert after insert on registry.unit_successor
    referencing new table as changed for each statement execute function registry.unit_successor_check();
create trigger unit_successor_forward_on_update after update on registry.unit_successor
    referencing new table as changed for each statement execute function registry.unit_successor_check();

create function registry.unit_days_check() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Checks the edges of a unit whose days changed, when the transaction ends: the edges may be moved with it.
begin
    perform registry.refuse_backward_edges(array[new.id]);
    return null;
end $$;
comment on function registry.unit_days_check() is 'Kiểm tra kế thừa khi đổi thời gian tồn tại / Checks the edges of a unit whose days changed';
create constraint trigger unit_days_fit_edges after update of valid on registry.unit
    deferrable initially deferred for each row when (old.valid is distinct from new.valid) execute function registry.unit_days_check();

create table registry.unit_role (
    id          bigint generated always as identity primary key,
    unit_id     bigint not null references registry.unit (id),
    role        text   not null,
    for_unit_id bigint not null references registry.unit (id),
    valid       daterange not null default daterange(null, null),
    source      text   not null,
    constraint unit_role_known check (role in ('standing_body', 'appraiser')),
    constraint unit_role_source_not_empty check (source <> ''),
    constraint unit_role_valid_not_empty check (not isempty(valid)),
    constraint unit_role_once_a_day exclude using gist (unit_id with =, role with =, for_unit_id with =, valid with &&),
    -- One standing body a committee and day.
    constraint unit_role_one_standing_body exclude using gist (for_unit_id with =, valid with &&) where (role = 'standing_body')
);
comment on table registry.unit_role is 'Vai trò của đơn vị theo thời gian / Who acts for whom: standing bodies and appraisers, dated';
comment on column registry.unit_role.id is 'Mã số nội bộ / Identity';
comment on column registry.unit_role.unit_id is 'Đơn vị có vai trò / Unit that acts';
comment on column registry.unit_role.role is 'Vai trò: standing_body (cơ quan thường trực), appraiser (cơ quan thẩm định) / Role';
comment on column registry.unit_role.for_unit_id is 'Hành động cho đơn vị / Unit it acts for';
comment on column registry.unit_role.valid is 'Hiệu lực / Days';
comment on column registry.unit_role.source is 'Căn cứ / Legal basis';
