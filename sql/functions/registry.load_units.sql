create or replace function registry.load_units()
returns table (row_text text, problem text) language plpgsql
set search_path = registry, pg_temp set enable_nestloop = off set jit = off as $$
-- Loads sql/reference/units.csv: administrative units with the days on which they exist.  The code alone is not identity:
-- a code used again after a reform is another row, with other days.
-- Returns: rows that do not fit, by name, with the reason.  Rows that are not named are loaded.  Loading again changes nothing.
-- Tables:  insert, update - unit, unit_name, unit_parent.
begin
    create temp table loading_unit on commit drop as
    select r.code, r.name, r.type, nullif(r.parent_code, '') as parent_code,
           case when not coalesce((r.valid_from = '' or registry.iso_date(r.valid_from) is not null), true)
                  or not coalesce((r.valid_until = '' or registry.iso_date(r.valid_until) is not null), true)
                  or registry.iso_date(r.valid_from) > registry.iso_date(r.valid_until) then null
                else daterange(registry.iso_date(r.valid_from), registry.iso_date(r.valid_until), '[]') end as valid,
           coalesce(r.source, '') as source, nullif(r.note, '') as note, r::text as row_text,
           registry.name_key(r.name) as name_key, registry.bare_key(registry.name_key(r.name), t.prefix_keys) as bare_key,
           null::text as problem, null::bigint as unit_id
    from pg_temp.reference_units r
    left join (select t.code, registry.prefix_keys(t.code) as prefix_keys from registry.unit_type t where t.tree = 'hanh_chinh' offset 0) t
           on t.code = r.type;
    update pg_temp.loading_unit l set problem =
        case when coalesce(l.code, '') = '' or coalesce(l.name_key, '') = '' then 'Thiếu mã hoặc tên / code or name is missing'
             when not exists (select from registry.unit_type t where t.code = l.type) then 'Không có loại đơn vị này / unknown type'
             when l.valid is null then 'Ngày không hợp lệ / bad days' end
    where coalesce(l.code, '') = '' or coalesce(l.name_key, '') = '' or l.valid is null
       or not exists (select from registry.unit_type t where t.code = l.type);
    create index on pg_temp.loading_unit (code);
    analyze pg_temp.loading_unit;

    update pg_temp.loading_unit l set problem = 'Mã lặp lại trong cùng thời gian / code repeated in the same days'
    from pg_temp.loading_unit o
    where o.code = l.code and o.ctid < l.ctid and o.valid && l.valid and l.problem is null and o.problem is null;

    update pg_temp.loading_unit l set unit_id = u.id
    from registry.unit u where l.problem is null and u.code = l.code and u.valid && l.valid;
    with added as (
        insert into registry.unit (code, tree, valid, source, note)
        select l.code, 'hanh_chinh', l.valid, l.source, l.note
        from pg_temp.loading_unit l where l.problem is null and l.unit_id is null
        returning id, code, valid)
    update pg_temp.loading_unit l set unit_id = a.id from added a where a.code = l.code and a.valid = l.valid;
    update registry.unit u set valid = l.valid, source = l.source, note = l.note
    from pg_temp.loading_unit l
    where l.unit_id = u.id and (u.valid, u.source, u.note) is distinct from (l.valid, l.source, l.note);

    -- The file's name counts while the unit has no recorded history of names; dated names are left alone.
    update registry.unit_name n
    set name = l.name, type = l.type, name_key = l.name_key, bare_key = l.bare_key, valid = l.valid
    from pg_temp.loading_unit l
    where n.unit_id = l.unit_id and (n.name, n.type, n.name_key, n.bare_key, n.valid) is distinct from
          (l.name, l.type, l.name_key, l.bare_key, l.valid)
      and (select count(*) from registry.unit_name o where o.unit_id = n.unit_id) = 1;
    insert into registry.unit_name (unit_id, valid, name, type, name_key, bare_key)
    select l.unit_id, l.valid, l.name, l.type, l.name_key, l.bare_key
    from pg_temp.loading_unit l
    where l.unit_id is not null and not exists (select from registry.unit_name n where n.unit_id = l.unit_id);

    create temp table loading_parent on commit drop as
    select l.unit_id, p.unit_id as parent_id, l.valid * p.valid as valid
    from pg_temp.loading_unit l
    join pg_temp.loading_unit p on p.code = l.parent_code and p.valid && l.valid and p.unit_id is not null
    where l.unit_id is not null;
    delete from registry.unit_parent x
    using pg_temp.loading_unit l
    where x.unit_id = l.unit_id and x.tree = 'hanh_chinh'
      and not exists (select from pg_temp.loading_parent p where p.unit_id = x.unit_id and p.parent_id = x.parent_id and p.valid = x.valid);
    insert into registry.unit_parent (unit_id, tree, parent_id, valid)
    select p.unit_id, 'hanh_chinh', p.parent_id, p.valid
    from pg_temp.loading_parent p
    where not exists (select from registry.unit_parent x where x.unit_id = p.unit_id and x.tree = 'hanh_chinh'
                        and x.parent_id = p.parent_id and x.valid = p.valid);
    analyze registry.unit, registry.unit_name, registry.unit_parent;
    perform registry.refresh_unit_paths(null);

    return query select l.row_text, l.problem from pg_temp.loading_unit l where l.problem is not null;
    return query
    select l.row_text, format('Không thấy đơn vị cấp trên mã %s trong thời gian này / no unit above with code %s in these days', l.parent_code, l.parent_code)
    from pg_temp.loading_unit l
    where l.unit_id is not null and l.parent_code is not null
      and not exists (select from pg_temp.loading_parent p where p.unit_id = l.unit_id);
    return query
    select l.row_text, 'Trùng tên với đơn vị khác cùng cấp trên: chỉ gọi được bằng mã / same name as another unit below the same one: use its code'
    from pg_temp.loading_unit l
    where l.unit_id is not null
      and exists (select from pg_temp.loading_unit o where o.name_key = l.name_key and o.parent_code = l.parent_code
                    and o.unit_id <> l.unit_id and o.valid && l.valid);
    drop table pg_temp.loading_unit, pg_temp.loading_parent;
end $$;
comment on function registry.load_units() is 'Nạp đơn vị hành chính / Loads units.csv and returns the rows that do not fit.';

create or replace function registry.load_unit_successors()
returns table (row_text text, problem text) language plpgsql
set search_path = registry, pg_temp set enable_nestloop = off set jit = off as $$
-- Loads sql/reference/unit_successors.csv: from a unit alive the day before on_day to a unit alive on it.
-- Returns: edges that do not fit, by name; edges loaded with a doubt; communes that ended with a reform without a successor.
-- Tables:  insert, update - unit_successor.
begin
    create temp table loading_edge on commit drop as
    select r.from_code, r.to_code, r.from_parent_code, r.from_province_code, registry.iso_date(r.on_day) as on_day, r.kind,
           r.partial::boolean as partial, nullif(r.legal_basis, '') as legal_basis, coalesce(r.source, '') as source, r::text as row_text,
           f.id as from_id, f.path_keys as from_above, f.path as from_path, t.id as to_id
    from pg_temp.reference_unit_successors r
    left join registry.unit f on f.code = r.from_code and f.valid @> registry.iso_date(r.on_day) - 1
    left join registry.unit t on t.code = r.to_code and t.valid @> registry.iso_date(r.on_day);
    insert into registry.unit_successor (from_id, to_id, on_day, kind, partial, legal_basis, source)
    select e.from_id, e.to_id, e.on_day, e.kind, e.partial, e.legal_basis, e.source
    from pg_temp.loading_edge e where e.from_id is not null and e.to_id is not null and e.from_id <> e.to_id
    on conflict on constraint unit_successor_pkey
        do update set on_day = excluded.on_day, kind = excluded.kind, partial = excluded.partial,
                      legal_basis = excluded.legal_basis, source = excluded.source
        where (unit_successor.on_day, unit_successor.kind, unit_successor.partial, unit_successor.legal_basis, unit_successor.source)
              is distinct from (excluded.on_day, excluded.kind, excluded.partial, excluded.legal_basis, excluded.source);

    return query
    select e.row_text,
           case when e.from_id is null then format('Không có đơn vị cũ mã %s / no unit %s before that day', e.from_code, e.from_code)
                when e.to_id is null then format('Không có đơn vị kế thừa mã %s / no unit %s on that day', e.to_code, e.to_code)
                else 'Đơn vị kế thừa chính nó / a unit cannot follow itself' end
    from pg_temp.loading_edge e where e.from_id is null or e.to_id is null or e.from_id = e.to_id;
    return query
    select e.row_text, format('Tỉnh ghi ở nguồn (mã %s) không phải tỉnh của %s; đã nạp theo mã xã / loaded, but the source names another province',
                              e.from_province_code, e.from_path)
    from pg_temp.loading_edge e
    where e.from_id is not null and e.from_province_code <> ''
      and not exists (select from registry.unit p join registry.unit_name n on n.unit_id = p.id
                      where p.code = e.from_province_code and p.valid @> e.on_day - 1 and n.name_key = any (e.from_above));
    return query
    select u.path, format('Không có dòng kế thừa / ended on %s without a successor', upper(u.valid) - 1)
    from registry.unit u join registry.unit_name n on n.unit_id = u.id join registry.unit_type t on t.code = n.type
    where u.tree = 'hanh_chinh' and t.level = 'XA' and not upper_inf(u.valid) and upper(u.valid) <= registry.today()
      and not exists (select from registry.unit_successor s where s.from_id = u.id)
    order by u.path;
    drop table pg_temp.loading_edge;
end $$;
comment on function registry.load_unit_successors() is 'Nạp đơn vị kế thừa / Loads unit_successors.csv and returns the edges that do not fit.';
