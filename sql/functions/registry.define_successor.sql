create or replace function registry.define_successor(from_code text, to_code text, on_day date, kind text, legal_basis text,
    partial boolean default false)
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Records that a unit follows another, or that one is dissolved, on what legal basis; the same call again changes nothing.
-- Parameters: from_code - the old unit, alive the day before; to_code - the one that follows, alive on the day; null - nobody follows
--             (dissolve only); on_day - first day of the new state; kind - merge, split, rename, upgrade, dissolve, continue;
--             legal_basis - number and day of the document, 1..300 characters; partial - only a part of the old unit comes here.
-- Errors:     22023 unknown unit, kind or no legal basis; 23514 against time, or nobody follows though it is not dissolved.
-- Tables:     insert, update - unit_successor; insert - audit; the dirty log of the units concerned.
declare
    the_from bigint := registry.unit_by_code(from_code, on_day - 1);
    the_to   bigint := case when to_code is not null then registry.unit_by_code(to_code, on_day) end;
begin
    if kind is null or kind <> all (array['merge', 'split', 'rename', 'upgrade', 'dissolve', 'continue']) then
        raise exception 'Không có kiểu kế thừa “%” / unknown kind of succession “%”', kind, kind
            using errcode = 'invalid_parameter_value', detail = format('kind = %L', kind),
                  hint = 'merge, split, rename, upgrade, dissolve, continue';
    end if;
    if legal_basis is null or length(btrim(legal_basis)) not between 1 and 300 then
        raise exception 'Cần nêu căn cứ pháp lý / a legal basis is needed'
            using errcode = 'invalid_parameter_value', detail = 'legal_basis: 1..300 characters',
                  hint = 'Số, ký hiệu và ngày của nghị quyết, quyết định / number and day of the resolution';
    end if;
    insert into registry.unit_successor (from_id, to_id, on_day, kind, partial, legal_basis, source)
    values (the_from, the_to, define_successor.on_day, define_successor.kind, coalesce(define_successor.partial, false),
            btrim(define_successor.legal_basis), 'define_successor')
    on conflict on constraint unit_successor_pkey
        do update set on_day = excluded.on_day, kind = excluded.kind, partial = excluded.partial,
                      legal_basis = excluded.legal_basis, source = excluded.source
        where (unit_successor.on_day, unit_successor.kind, unit_successor.partial, unit_successor.legal_basis)
              is distinct from (excluded.on_day, excluded.kind, excluded.partial, excluded.legal_basis);
    if found then
        insert into registry.audit (action, object, object_id, reason, detail)
        values ('define_successor', 'unit', the_from, btrim(define_successor.legal_basis),
                jsonb_build_object('to', the_to, 'on_day', on_day, 'kind', kind, 'partial', partial));
        perform stats.touch(array[the_from, the_to], array[null::int]);
    end if;
end $$;
comment on function registry.define_successor(text, text, date, text, text, boolean) is
    'Ghi đơn vị kế thừa / Records that a unit follows another, with its legal basis.';

create or replace function registry.assign_role(unit_code text, role text, for_code text, source text, valid_from date default null,
    valid_until date default null)
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Records that a unit is the standing body of another, or appraises for it, for a range of days; again changes nothing.
-- Parameters: role - standing_body, appraiser; source - the legal basis, 1..300 characters.
-- Errors:     22023 unknown unit or role, no source; 23P01 another standing body on one of these days.
-- Tables:     insert - unit_role, audit.
declare
    the_unit  bigint := registry.unit_by_code(unit_code, coalesce(valid_from, valid_until));
    the_other bigint := registry.unit_by_code(for_code, coalesce(valid_from, valid_until));
begin
    if role is null or role <> all (array['standing_body', 'appraiser']) or source is null or length(btrim(source)) not between 1 and 300 then
        raise exception 'Vai trò hoặc căn cứ không đúng / the role or its source is not right'
            using errcode = 'invalid_parameter_value', detail = format('role = %L, source = %L', role, left(source, 100)),
                  hint = 'role: standing_body, appraiser; source: 1..300 characters';
    end if;
    insert into registry.unit_role (unit_id, role, for_unit_id, valid, source)
    select the_unit, assign_role.role, the_other, daterange(valid_from, valid_until, '[]'), btrim(assign_role.source)
    where not exists (select from registry.unit_role r where r.unit_id = the_unit and r.role = assign_role.role and r.for_unit_id = the_other
                        and r.valid = daterange(valid_from, valid_until, '[]'));
    if found then
        insert into registry.audit (action, object, object_id, reason, detail)
        values ('assign_role', 'unit', the_unit, btrim(assign_role.source),
                jsonb_build_object('role', assign_role.role, 'for', the_other, 'from', valid_from, 'until', valid_until));
    end if;
end $$;
comment on function registry.assign_role(text, text, text, text, date, date) is
    'Giao vai trò thường trực, thẩm định / Records a standing body or an appraiser, dated.';
