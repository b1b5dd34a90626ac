create or replace function registry.define_block(committee_code text, block_code text, name text,
    valid_from date default null, valid_until date default null)
returns bigint language plpgsql security definer set search_path = registry, pg_temp as $$
-- Records a reporting block of a committee, or renames the one that bears the code.
-- Returns: the block's id.  Errors: 22023 unknown committee.  Tables: insert, update - block.
declare
    the_id bigint;
begin
    insert into registry.block (committee_id, code, name, name_key, valid)
    values (registry.unit_by_code(committee_code, coalesce(valid_from, valid_until)), block_code, define_block.name, registry.name_key(define_block.name),
            daterange(valid_from, valid_until, '[]'))
    on conflict on constraint block_one_per_code
        do update set name = excluded.name, name_key = excluded.name_key, valid = excluded.valid
    returning block.id into the_id;
    return the_id;
end $$;
comment on function registry.define_block(text, text, text, date, date) is 'Khai báo khối / Records a reporting block of a committee.';

create or replace function registry.assign_block(unit_code text, committee_code text, block_code text,
    valid_from date default null, valid_until date default null)
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Puts a unit into a block of a committee for a range of days; the same call again changes nothing.
-- Errors: 22023 unknown unit, committee or block; 23P01 the unit is in another block of that committee on one of these days.
-- Tables: insert - unit_block.
declare
    unit bigint := registry.unit_by_code(unit_code, coalesce(valid_from, valid_until));
    committee bigint := registry.unit_by_code(committee_code, coalesce(valid_from, valid_until));
    the_block bigint;
begin
    select b.id into the_block from registry.block b where b.committee_id = committee and b.code = block_code;
    if not found then
        raise exception 'Không có khối “%” của % / no block “%” of %', block_code, committee_code, block_code, committee_code
            using errcode = 'invalid_parameter_value',
                  hint = 'Khai báo bằng registry.define_block / record it with registry.define_block';
    end if;
    insert into registry.unit_block (unit_id, committee_id, block_id, valid)
    select unit, committee, the_block, daterange(valid_from, valid_until, '[]')
    where not exists (select from registry.unit_block u where u.unit_id = unit and u.committee_id = committee
                        and u.block_id = the_block and u.valid = daterange(valid_from, valid_until, '[]'));
end $$;
comment on function registry.assign_block(text, text, text, date, date) is 'Xếp đơn vị vào khối / Puts a unit into a block of a committee.';
