create or replace function stats.unit_in(unit_code text, period text, basis text default 'historical')
returns bigint language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The unit that a code means in a period: official codes are reused, so a code is resolved on a day.
-- Parameters: basis - historical: the last day of the period, else the only unit of that code within it.
-- Errors:     22023 unknown or ambiguous code, the candidates are in DETAIL; 0A000 basis current.
declare
    bounds record;
    found_ids bigint[];
    candidates text;
begin
    if basis <> 'historical' then
        raise exception 'Cơ sở “%” chưa được hỗ trợ / basis “%” is not supported yet', basis, basis
            using errcode = 'feature_not_supported', hint = 'Dùng / use: historical';
    end if;
    select * into bounds from stats.period_bounds(period);
    select array_agg(u.id) into found_ids
    from registry.unit u where u.code = unit_code and u.valid @> bounds.ends_on;
    if found_ids is null then
        select array_agg(u.id) into found_ids
        from registry.unit u where u.code = unit_code and u.valid && daterange(bounds.starts_on, bounds.ends_on, '[]');
    end if;
    if cardinality(found_ids) = 1 then
        return found_ids[1];
    end if;
    select string_agg(format('%s · %s%s%s', c.code, coalesce(nullif(c.path, ''), '?'), ' từ ' || lower(c.valid), ' đến ' || (upper(c.valid) - 1)), '; ' order by c.code, c.valid)
    into candidates
    from (
        select u.code, u.path, u.valid from registry.unit u
        where u.code = unit_code or upper(u.code) like upper(unit_code) || '%' or u.path_keys[1] = registry.name_key(unit_code)
        order by u.code limit 10) c;
    raise exception 'Không xác định được đơn vị mã “%” trong kỳ % / no single unit has the code “%” in %',
        unit_code, period, unit_code, period
        using errcode = 'invalid_parameter_value',
              detail = coalesce('Có thể là / candidates: ' || candidates, 'Không có đơn vị nào gần với mã này / no unit is near'),
              hint = 'Xem / see: select code, path, valid from registry.unit';
end $$;
comment on function stats.unit_in(text, text, text) is 'Đơn vị ứng với mã trong kỳ / The unit that a code means in a period.';

create or replace function stats.rows_of(of_unit bigint, in_tree text, period_code text, as_of date default null)
returns table (measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text,
    registration_type text, title text, form text, authority text, value bigint, row_count bigint)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- All figures of a unit and period: the stored ones where the period is kept, else counted now.
begin
    if as_of is null and exists (select from stats.period p where p.code = period_code)
        and exists (select from stats.total t where t.unit_id = of_unit and t.period = period_code and t.tree = in_tree) then
        return query
            select t.measure, t.definition_version, t.block_id, t.field_id, t.level, t.subject_kind, t.registration_type,
                t.title, t.form, t.authority, t.value, t.row_count
            from stats.total t
            where t.unit_id = of_unit and t.period = period_code and t.tree = in_tree and t.basis = 'historical';
    else
        return query select * from stats.live(of_unit, in_tree, period_code, as_of);
    end if;
end $$;
comment on function stats.rows_of(bigint, text, text, date) is 'Mọi số liệu của đơn vị trong kỳ / All figures of a unit and period.';

create or replace function stats.members(of_unit bigint, of_measure text, dimensions jsonb)
returns jsonb language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- Resolves dimension members given by code or name: {"block": id, "field": [ids], "level": …, …}; others pass through.
-- Errors: 22023 a dimension that the measure does not have, or an unknown member (hint lists the known ones).
declare
    given   jsonb := coalesce(dimensions, '{}');
    allowed text[];
    wrong   text;
    result  jsonb;
    ids     bigint[];
    text_id text;
begin
    select m.dimensions || array['block', 'tree'] into allowed from stats.measure m where m.code = of_measure;
    if allowed is null then
        raise exception 'Không có chỉ tiêu “%” / unknown measure “%”', of_measure, of_measure
            using errcode = 'invalid_parameter_value',
                  hint = (select 'Có / known: ' || string_agg(m.code, ', ' order by m.sort_order) from stats.measure m);
    end if;
    select k into wrong from jsonb_object_keys(given) k where k <> all (allowed) limit 1;
    if wrong is not null then
        raise exception 'Chỉ tiêu % không có chiều “%” / measure % has no dimension “%”', of_measure, wrong, of_measure, wrong
            using errcode = 'invalid_parameter_value', hint = 'Các chiều / dimensions: ' || array_to_string(allowed, ', ');
    end if;
    result := given;
    if given ? 'block' then
        if given ->> 'block' = 'chua_phan_loai' then
            ids := '{0}';
        else
            select array_agg(b.id) into ids from registry.block b
            where b.committee_id = of_unit and (b.code = given ->> 'block' or b.name_key = registry.name_key(given ->> 'block'));
        end if;
        if ids is null then
            raise exception 'Không có khối “%” / unknown block “%”', given ->> 'block', given ->> 'block'
                using errcode = 'invalid_parameter_value',
                      hint = (select 'Các khối / blocks: ' || coalesce(string_agg(b.code || ' ' || b.name, '; '), '–')
                              from registry.block b where b.committee_id = of_unit);
        end if;
        result := result || jsonb_build_object('block', ids);
    end if;
    if given ? 'field' then
        if given ->> 'field' = 'chua_phan_loai' then
            ids := '{0}';
        else
            select array_agg(f.id) into ids from registry.field f
            where f.code = given ->> 'field' or f.name_key = registry.name_key(given ->> 'field');
        end if;
        if ids is null then
            raise exception 'Không có lĩnh vực “%” / unknown field “%”', given ->> 'field', given ->> 'field'
                using errcode = 'invalid_parameter_value', hint = 'Xem / see: select field_set, code, name from registry.field';
        end if;
        result := result || jsonb_build_object('field', ids);
    end if;
    if given ? 'authority' and given ->> 'authority' <> 'chua_phan_loai' then
        select a.code into text_id from registry.authority a
        where a.code = given ->> 'authority' or a.name_key = registry.name_key(given ->> 'authority');
        if text_id is null then
            raise exception 'Không có cơ quan “%” / unknown authority “%”', given ->> 'authority', given ->> 'authority'
                using errcode = 'invalid_parameter_value',
                      hint = (select 'Có / known: ' || coalesce(string_agg(a.code || ' ' || a.name, '; ' order by a.code), '–') from registry.authority a);
        end if;
        result := result || jsonb_build_object('authority', text_id);
    end if;
    return result;
end $$;
comment on function stats.members(bigint, text, jsonb) is 'Đổi tên chiều thành mã / Resolves dimension members given by code or name.';

create or replace function stats.figure(measure text, unit_code text, period text, dimensions jsonb default '{}',
    basis text default 'historical', as_of date default null)
returns numeric language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- One figure: a measure of a unit with all below it in a period, by dimension members.
-- Parameters: measure - stats.measure.code; dimensions - members by code or name: block, field, level, subject_kind,
--             registration_type, title, form, authority; "tree" another tree than the unit's own; for M14 "of" and "base".
-- Returns:    a count (0 where nothing was counted), a percentage for M11 and M13 (null where the whole is 0).
-- Errors:     22023 unknown unit, period, measure, dimension or member; 0A000 basis current.
declare
    unit_id bigint := stats.unit_in(unit_code, period, basis);
    in_tree text;
    m       jsonb;
    asked   stats.measure;
    part    numeric;
    whole   numeric;
begin
    m := stats.members(unit_id, figure.measure, dimensions);
    in_tree := coalesce(dimensions ->> 'tree', (select u.tree from registry.unit u where u.id = unit_id));
    select * into asked from stats.measure k where k.code = figure.measure;
    case figure.measure
    when 'M11', 'M13' then
        part := stats.figure(case figure.measure when 'M11' then 'M11X' else 'M08' end, unit_code, period, dimensions, basis, as_of);
        whole := stats.figure(case figure.measure when 'M11' then 'M11Y' else 'M07' end, unit_code, period, dimensions, basis, as_of);
        return 100 * part / nullif(whole, 0);
    when 'M14' then
        return stats.figure(m ->> 'of', unit_code, period, dimensions - '{of,base}'::text[], basis, as_of)
            - stats.figure(m ->> 'of', unit_code, m ->> 'base', dimensions - '{of,base}'::text[], basis, as_of);
    when 'M15' then
        return (select count(*) from stats.submissions_of(unit_id, in_tree, period, as_of) s
                where (not m ? 'kind' or s.kind = m ->> 'kind') and (not m ? 'state' or s.state = m ->> 'state'));
    else
        return (
            select coalesce(sum(case when asked.counts_rows then r.row_count else r.value end), 0)
            from stats.rows_of(unit_id, in_tree, period, as_of) r
            where r.measure = coalesce(asked.stored_as, asked.code)
                and case when m ? 'block' then r.block_id in (select b::bigint from jsonb_array_elements_text(m -> 'block') b)
                    else r.block_id is null end
                and case when m ? 'field' then r.field_id in (select f::bigint from jsonb_array_elements_text(m -> 'field') f)
                    else r.field_id is null end
                and r.level is not distinct from m ->> 'level'
                and r.subject_kind is not distinct from m ->> 'subject_kind'
                and r.registration_type is not distinct from coalesce(asked.stored_type, m ->> 'registration_type')
                and r.title is not distinct from m ->> 'title'
                and r.form is not distinct from m ->> 'form'
                and r.authority is not distinct from m ->> 'authority');
    end case;
end $$;
comment on function stats.figure(text, text, text, jsonb, text, date) is 'Một số liệu / One figure of a unit and period.';
