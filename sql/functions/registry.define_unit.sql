create or replace function registry.define_unit(code text, name text, type text, tree text, parent_code text,
    valid_from date default null, valid_until date default null, note text default null)
returns bigint language plpgsql security definer set search_path = registry, pg_temp as $$
-- Records a unit (Party, Front, office, or an administrative one that the reference data lacks), or changes the one
-- that bears this code in these days.
-- Parameters: code - official or a readable own code (DB-TP-BACKAN); type - a code of registry.unit_type;
--             tree - hanh_chinh, dang, mat_tran; parent_code - unit above in that tree, null for a root;
--             valid_from, valid_until - first and last day, null = not known or still alive; note - free.
-- Returns:    the unit's id; the same one when called again.
-- Errors:     22023 unknown type, tree or parent, days in the wrong order, more than one unit of that code in these days.
-- Tables:     insert, update - unit, unit_name, unit_parent.
declare
    days daterange;
    found_ids bigint[];
    the_id bigint;
    type_tree text;
    parents int;
    key text := registry.name_key(define_unit.name);
begin
    if valid_from > valid_until then
        raise exception 'Ngày kết thúc trước ngày bắt đầu / the last day is before the first'
            using errcode = 'invalid_parameter_value', detail = format('valid_from %s, valid_until %s', valid_from, valid_until);
    end if;
    days := daterange(valid_from, valid_until, '[]');
    select t.tree into type_tree from registry.unit_type t where t.code = define_unit.type;
    if not found then
        raise exception 'Không có loại đơn vị “%” / unknown type of unit “%”', type, type
            using errcode = 'invalid_parameter_value', detail = format('type %L', type),
                  hint = 'Chọn một trong / choose one of: ' || (select string_agg(t.code, ', ' order by t.position) from registry.unit_type t);
    end if;
    if not exists (select from registry.term t where t.family = 'tree' and t.code = define_unit.tree) then
        raise exception 'Không có cây tổ chức “%” / unknown tree “%”', tree, tree
            using errcode = 'invalid_parameter_value', detail = format('tree %L', tree),
                  hint = 'hanh_chinh, dang, mat_tran';
    end if;

    select array_agg(u.id) into found_ids from registry.unit u where u.code = define_unit.code and u.valid && days;
    if cardinality(found_ids) > 1 then
        raise exception 'Mã “%” thuộc nhiều đơn vị trong thời gian đó / code “%” belongs to several units in these days', code, code
            using errcode = 'invalid_parameter_value', hint = 'Nêu valid_from, valid_until hẹp hơn / narrow valid_from, valid_until';
    end if;
    the_id := found_ids[1];
    if the_id is null then
        insert into registry.unit (code, tree, valid, source, note)
        values (define_unit.code, define_unit.tree, days, 'define_unit', define_unit.note)
        returning unit.id into the_id;
    else
        update registry.unit u set tree = define_unit.tree, valid = days, note = coalesce(define_unit.note, u.note)
        where u.id = the_id
          and (u.tree, u.valid, u.note) is distinct from (define_unit.tree, days, coalesce(define_unit.note, u.note));
    end if;

    if not exists (select from registry.unit_name n where n.unit_id = the_id and n.valid = days
                     and n.name = define_unit.name and n.type = define_unit.type and n.name_key = key) then
        delete from registry.unit_name n where n.unit_id = the_id and n.valid && days;
        insert into registry.unit_name (unit_id, valid, name, type, name_key, bare_key)
        values (the_id, days, define_unit.name, define_unit.type, key,
                case when type_tree = 'hanh_chinh' then registry.bare_key(key, registry.prefix_keys(define_unit.type)) end);
    end if;

    delete from registry.unit_parent p where p.unit_id = the_id and p.tree = define_unit.tree and p.valid && days;
    if parent_code is not null then
        insert into registry.unit_parent (unit_id, tree, parent_id, valid)
        select the_id, define_unit.tree, u.id, u.valid * days
        from registry.unit u where u.code = parent_code and u.valid && days;
        get diagnostics parents = row_count;
        if parents = 0 then
            raise exception 'Không có đơn vị cấp trên mã “%” / no unit above with code “%” in these days', parent_code, parent_code
                using errcode = 'invalid_parameter_value', detail = format('parent_code %L, %s', parent_code, days);
        end if;
    end if;
    perform registry.refresh_unit_paths(array[the_id]);
    return the_id;
end $$;
comment on function registry.define_unit(text, text, text, text, text, date, date, text) is
    'Khai báo đơn vị / Records a unit under its code, or changes the one that bears it.';

create or replace function registry.define_alias(unit_code text, alias text, valid_from date default null, valid_until date default null)
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Records another name under which a unit is written.
-- Errors: 22023 unknown or ambiguous unit code.  Tables: insert, update - unit_alias; update - unit (path keys below it).
declare
    the_id bigint := registry.unit_by_code(unit_code, coalesce(valid_until, valid_from));
begin
    insert into registry.unit_alias (unit_id, alias, alias_key, valid)
    values (the_id, define_alias.alias, registry.name_key(define_alias.alias), daterange(valid_from, valid_until, '[]'))
    on conflict on constraint unit_alias_pkey do update set alias = excluded.alias, valid = excluded.valid;
    perform registry.refresh_unit_paths(array[the_id]);
end $$;
comment on function registry.define_alias(text, text, date, date) is 'Khai báo tên gọi khác / Records another name of a unit.';

create or replace function registry.unit_by_code(code text, on_day date default null)
returns bigint language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- The unit that bears a code.
-- Parameters: on_day - the day on which it bears it; null = the only one ever, or the one alive today.
-- Errors:     22023 unknown; several units bear it at different times and none today (detail lists them).
declare
    ids bigint[];
begin
    select array_agg(u.id) into ids from registry.unit u
    where u.code = unit_by_code.code and (on_day is null or u.valid @> on_day);
    if cardinality(ids) > 1 then
        select array_agg(u.id) into ids from registry.unit u where u.code = unit_by_code.code and u.valid @> registry.today();
    end if;
    if ids is null then
        raise exception 'Không có đơn vị mã “%” / no unit with code “%”', code, code
            using errcode = 'invalid_parameter_value',
                  detail = coalesce((select string_agg(format('%s %s', u.path, u.valid), '; ') from registry.unit u
                                     where u.code = unit_by_code.code), format('on_day %s', on_day)),
                  hint = 'Tìm bằng registry.find_unit(tên, ngày) / search with registry.find_unit(name, day)';
    end if;
    return ids[1];
end $$;
comment on function registry.unit_by_code(text, date) is 'Đơn vị mang mã / The unit that bears a code on a day.';
