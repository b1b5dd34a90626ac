create or replace function stats.unit_in(unit_code text, period text, basis text default 'historical')
returns bigint language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The unit that a code means in a period: official codes are reused, so a code is resolved on a day.
-- Parameters: basis - historical: the last day of the period, else the only unit of that code within it; current: today.
-- Errors:     22023 unknown basis, unknown or ambiguous code, the candidates are in DETAIL.
declare
    bounds record;
    found_ids bigint[];
    candidates text;
begin
    if basis not in ('historical', 'current') then
        raise exception 'Không có cơ sở “%” / unknown basis “%”', basis, basis
            using errcode = 'invalid_parameter_value', hint = 'historical, current';
    end if;
    select * into bounds from stats.period_bounds(period);
    select array_agg(u.id) into found_ids
    from registry.unit u where u.code = unit_code and u.valid @> case basis when 'current' then registry.today() else bounds.ends_on end;
    if found_ids is null and basis = 'historical' then
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

create or replace function stats.rows_of(of_unit bigint, in_tree text, period_code text, as_of date default null,
    basis text default 'historical', open_only boolean default false)
returns table (measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text,
    registration_type text, title text, form text, authority text, value bigint, row_count bigint)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- All figures of a unit and period: the closed ones, else the kept ones, else counted now.
-- Parameters: as_of - rows dated after it do not count, whatever is closed or kept; basis - historical, current;
--             open_only - true: as if nothing were closed.
declare
    closing bigint;
begin
    if basis = 'current' then
        return query select * from stats.current_rows(of_unit, in_tree, period_code, as_of, open_only);
        return;
    end if;
    if as_of is null and not open_only then
        closing := stats.closing_of(of_unit, period_code);
    end if;
    if closing is not null then
        return query
            select t.measure, t.definition_version, t.block_id, t.field_id, t.level, t.subject_kind, t.registration_type,
                t.title, t.form, t.authority, t.value, t.row_count
            from stats.closed_cell t
            where t.unit_id = of_unit and t.closed_period_id = closing and t.tree = in_tree;
    elsif as_of is null and exists (select from stats.period p where p.code = period_code)
        and exists (select from stats.share t where t.unit_id = of_unit and t.period = period_code and t.tree = in_tree) then
        return query
            select t.measure, t.definition_version, t.block_id, t.field_id, t.level, t.subject_kind, t.registration_type,
                t.title, t.form, t.authority, t.value, t.row_count
            from stats.total t
            where t.unit_id = of_unit and t.period = period_code and t.tree = in_tree and t.basis = 'historical';
    else
        return query select * from stats.live(of_unit, in_tree, period_code, as_of);
    end if;
end $$;
comment on function stats.rows_of(bigint, text, text, date, text, boolean) is 'Mọi số liệu của đơn vị trong kỳ / All figures of a unit and period.';

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
-- One figure: a measure of a unit with all below it in a period, by dimension members; stats.explain says where it comes from.
-- Parameters: measure - stats.measure.code; dimensions - members by code or name: block, field, level, subject_kind,
--             registration_type, title, form, authority; "tree" another tree than the unit's own; for M14 "of" and "base";
--             basis - historical, or current: by today's boundaries.
-- Returns:    a count (0 where nothing was counted), a percentage for M11 and M13 (null where the whole is 0), null where
--             there is no figure (M14 without a closed earlier period, M16 without an assessment).
-- Errors:     22023 unknown unit, period, measure, dimension, member or basis.
begin
    return (stats.explain(measure, unit_code, period, dimensions, basis, as_of) ->> 'value')::numeric;
end $$;
comment on function stats.figure(text, text, text, jsonb, text, date) is 'Một số liệu / One figure of a unit and period.';

create or replace function stats.explain(measure text, unit_code text, period text, dimensions jsonb default '{}',
    basis text default 'historical', as_of date default null)
returns jsonb language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- One figure with what it rests on.  Parameters and errors: as stats.figure.
-- Returns: {"value", "definition_version", "basis", "cut_off", "source_mark", "row_count", "closed_version", "reason"};
--          source_mark - how many refreshes are in it, null when it was counted now from canonical rows; closed_version - null
--          for an open period; reason - why there is no value; for a ratio "part" and "whole", for M14 what stats.compare says.
declare
    of_unit bigint := stats.unit_in(unit_code, period, basis);
    in_tree text;
    m       jsonb;
    asked   stats.measure;
    part    jsonb;
    whole   jsonb;
    closing stats.closed_period;
    kept    boolean;
    found   record;
    result  jsonb;
begin
    m := stats.members(of_unit, explain.measure, dimensions);
    in_tree := coalesce(dimensions ->> 'tree', (select u.tree from registry.unit u where u.id = of_unit));
    select * into asked from stats.measure k where k.code = explain.measure;
    if basis = 'historical' and as_of is null then
        select c.* into closing from stats.closed_period c where c.id = stats.closing_of(of_unit, explain.period);
    end if;
    kept := as_of is null and exists (select from stats.period p where p.code = explain.period);
    result := jsonb_build_object('measure', asked.code, 'definition_version',
        coalesce((closing.definitions ->> coalesce(asked.stored_as, asked.code))::integer, asked.definition_version), 'basis', basis,
        'cut_off', coalesce(closing.cut_off, (
            select least(b.ends_on, case basis when 'historical' then upper(u.valid) - 1 end, as_of)
            from stats.period_bounds(explain.period) b join registry.unit u on u.id = of_unit)),
        'source_mark', coalesce(closing.source_mark, case when kept then (select k.mark from stats.refresh_mark k) end),
        'closed_version', closing.version);
    case explain.measure
    when 'M11', 'M13' then
        part := stats.explain(case explain.measure when 'M11' then 'M11X' else 'M08' end, unit_code, period, dimensions, basis, as_of);
        whole := stats.explain(case explain.measure when 'M11' then 'M11Y' else 'M07' end, unit_code, period, dimensions, basis, as_of);
        return result || jsonb_build_object('part', part -> 'value', 'whole', whole -> 'value', 'row_count', whole -> 'row_count',
            'value', 100 * (part ->> 'value')::numeric / nullif((whole ->> 'value')::numeric, 0))
            || case when (whole ->> 'value')::numeric = 0 then '{"reason": "mẫu số bằng 0 / the whole is 0"}' else '{}'::jsonb end;
    when 'M14' then
        whole := stats.compare(m ->> 'of', unit_code, period, m ->> 'base', dimensions - '{of,base}'::text[], basis);
        return result || whole || jsonb_build_object('value', whole -> 'difference');
    when 'M15' then
        return result || (
            select jsonb_build_object('value', count(*), 'row_count', count(*))
            from stats.submissions_on(of_unit, in_tree, period, as_of, basis) s
            where (not m ? 'kind' or s.kind = m ->> 'kind') and (not m ? 'state' or s.state = m ->> 'state'));
    else
        select sum(r.value) as value, sum(r.row_count) as row_count into found
        from stats.rows_of(of_unit, in_tree, period, as_of, basis) r
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
            and r.authority is not distinct from m ->> 'authority';
        if asked.code = 'M16' and found.row_count is null then
            return result || '{"value": null, "row_count": 0, "reason": "chưa có đánh giá / nobody has assessed it"}';
        end if;
        return result || jsonb_build_object('row_count', coalesce(found.row_count, 0),
            'value', coalesce(case when asked.counts_rows then found.row_count else found.value end, 0));
    end case;
end $$;
comment on function stats.explain(text, text, text, jsonb, text, date) is 'Một số liệu và căn cứ của nó / One figure with what it rests on.';

create or replace function stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb default '{}',
    basis text default 'historical')
returns jsonb language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- A figure beside that of a closed earlier period (M14).
-- Returns: {"current", "previous", "difference", "percent", "reason"}; percent with one decimal, null from a base of 0.  Where the
--          two cannot be compared, difference and percent are null and reason says why: the base is not earlier or not closed,
--          was counted by another definition, or (historical basis) belongs to another unit of that code.
-- Errors:  as stats.figure.
declare
    current   jsonb := stats.explain(measure, unit_code, period, dimensions, basis);
    in_tree   text := coalesce(dimensions ->> 'tree', (select u.tree from registry.unit u where u.id = stats.unit_in(unit_code, period, basis)));
    previous  jsonb;
    change    numeric;
    reason    text := (select c.problem from stats.base_closing(unit_code, period, base, basis, in_tree) c);
begin
    if reason is null then
        previous := stats.explain(measure, unit_code, base, dimensions, basis);
        if previous -> 'definition_version' <> current -> 'definition_version' then
            reason := 'base_definition';
        elsif previous ->> 'value' is null or current ->> 'value' is null then
            reason := coalesce(previous ->> 'reason', current ->> 'reason');
        end if;
    end if;
    reason := coalesce((select t.name || ' / ' || t.name_en from registry.term t where t.family = 'report' and t.code = reason), reason);
    if reason is null then
        change := (current ->> 'value')::numeric - (previous ->> 'value')::numeric;
    end if;
    return jsonb_build_object('current', current -> 'value', 'previous', case when reason is null then previous -> 'value' end,
        'difference', change, 'percent', round(100 * change / nullif((previous ->> 'value')::numeric, 0), 1), 'reason', reason,
        'base_closed_version', previous -> 'closed_version');
end $$;
comment on function stats.compare(text, text, text, text, jsonb, text) is 'So sánh với kỳ trước đã chốt / A figure beside that of a closed earlier period.';

create or replace function stats.closed_figures(of_unit bigint, before_year integer)
returns jsonb language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The closed figures that a report of a unit for a year is compared with: of the last closed year before it.
-- Returns: [{"key", "period", "value"}, …], key - comparison key of the measure's name, whole and without what is in brackets.
    select coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'period', last_one.period, 'value', f.value) order by m.sort_order, k.key), '[]')
    from (
        select p.period, c.id as closing, c.definitions
        from (select o.period from stats.closed_period o
              where o.period ~ '^[12][0-9]{3}$' and o.period::integer < before_year
                and (o.unit_id = of_unit or exists (select from stats.closed_cell x where x.unit_id = of_unit and x.closed_period_id = o.id))
              order by o.period desc
              limit 1) p
        join stats.closed_period c on c.id = stats.closing_of(of_unit, p.period)) last_one
    join registry.unit u on u.id = of_unit
    cross join stats.measure m
    cross join lateral (
        select coalesce(sum(case when m.counts_rows then c.row_count else c.value end), 0) as value
        from stats.closed_cell c
        where c.closed_period_id = last_one.closing and c.unit_id = of_unit and c.tree = u.tree
            and c.measure = coalesce(m.stored_as, m.code) and c.registration_type is not distinct from m.stored_type
            and c.block_id is null and c.field_id is null and c.level is null and c.subject_kind is null and c.title is null
            and c.form is null and c.authority is null) f
    cross join lateral (
        select registry.name_key(m.name) as key
        union select registry.name_key(regexp_replace(m.name, ' *\([^)]*\)', '', 'g'))) k
    where m.kind = 'count' and m.code not in ('M15', 'M16', 'M11X', 'M11Y')
        and (last_one.definitions ->> m.code)::integer = m.definition_version
$$;
comment on function stats.closed_figures(bigint, integer) is 'Số đã chốt để so sánh của đơn vị / The closed figures that a report of a unit is compared with.';
