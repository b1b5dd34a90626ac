create or replace function stats.closing_of(of_unit bigint, period_code text)
returns bigint language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The closing whose figures count for a unit in a period: its own one, else the last one of a unit above; null when it is open.
-- A unit without figures is closed with the unit above it, too.
    select coalesce((
        select p.id
        from (select distinct c.closed_period_id as id from stats.closed_cell c where c.unit_id = of_unit
              union select o.id from stats.closed_period o where o.unit_id = of_unit) c
        join stats.closed_period p on p.id = c.id
        where p.period = period_code
        order by p.unit_id = of_unit desc, p.id desc
        limit 1), (
        select p.id
        from (select w.ancestors from stats.paths(array[of_unit], array[period_code]) w
              where exists (select from stats.closed_period o where o.period = period_code)) w
        join stats.closed_period p on p.unit_id = any (w.ancestors) and p.period = period_code
        order by p.id desc
        limit 1))
$$;
comment on function stats.closing_of(bigint, text) is 'Lần chốt có hiệu lực của đơn vị trong kỳ / The closing that counts for a unit in a period.';

create or replace function stats.base_closing(unit_code text, period text, base text, basis text, in_tree text)
returns table (problem text, closing bigint, measures text[])
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- Whether the figures of an earlier period may be a base: closed, of the same unit, counted by the same definition.
-- Parameters: unit_code - resolved in each of the two periods; base - the earlier one; in_tree - the tree below the unit.
-- Returns:    one row.  problem - null, or why not, a code of the terms of the report: base_later, base_no_unit, base_other_unit,
--             base_open, base_definition; closing - on basis historical the closing that counts; measures - those whose
--             definition has not changed since.
-- Errors:     22023 the unit is unknown in the period itself, unknown period or basis.
declare
    now_unit  bigint := stats.unit_in(unit_code, base_closing.period, basis);
    then_unit bigint;
    closings  bigint[];
begin
    if (select b.ends_on from stats.period_bounds(base) b) >= (select b.ends_on from stats.period_bounds(base_closing.period) b) then
        problem := 'base_later';
    else
        begin
            then_unit := stats.unit_in(unit_code, base, basis);
        exception when invalid_parameter_value then
            problem := 'base_no_unit';
        end;
    end if;
    if then_unit <> now_unit then
        problem := 'base_other_unit';
    end if;
    if problem is null and not exists (select from stats.closed_period c where c.period = base) then
        problem := 'base_open';
    end if;
    if problem is null and basis = 'historical' then
        closing := stats.closing_of(then_unit, base);
        closings := array[closing];
    elsif problem is null then
        -- By current boundaries every unit with figures must be closed, else the sum could change.
        select array_agg(distinct c.closing) filter (where c.closing is not null or c.counted) into closings
        from (
            select stats.closing_of(l.unit_id, base) as closing,
                exists (select from stats.cell c where c.unit_id = l.unit_id and c.period = base) as counted
            from stats.current_leaves(now_unit, in_tree, registry.today()) l) c;
    end if;
    if problem is null and (closings is null or array_position(closings, null) is not null) then
        problem := 'base_open';
    end if;
    if problem is null then
        select coalesce(array_agg(m.code order by m.sort_order, m.code), '{}') into measures
        from stats.measure m
        join stats.measure k on k.code = coalesce(m.stored_as, m.code)
        where m.kind = 'count' and m.code <> 'M15' and not exists (
            select from unnest(closings) c (id)
            join stats.closed_period p on p.id = c.id
            where (p.definitions ->> m.code)::integer is distinct from m.definition_version
                or (p.definitions ->> k.code)::integer is distinct from k.definition_version);
        if measures = '{}' then
            problem := 'base_definition';
        end if;
    end if;
    return next;
end $$;
comment on function stats.base_closing(text, text, text, text, text) is 'Kỳ gốc có so sánh được không / Whether an earlier period may be a base of comparison.';

create or replace function stats.close_period(unit text, period text, reason text)
returns integer language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Closes a period of a unit with all below it: its figures and its report stay as they are now, whatever is corrected later.
-- Parameters: unit - a unit code, resolved in the period; period - one that has begun; reason - 1..1000 characters.
-- Returns:    the version, 1.
-- Errors:     22023 unknown unit or period, no reason; 55000 not begun, or closed already (hint names stats.correct_period).
-- Tables:     insert - stats.closed_period, stats.closed_cell, registry.audit; all that stats.refresh writes.
-- The dirty log is worked off first, under the refresh lock, so what was committed before is in the figures.
declare
    of_unit bigint := stats.unit_in(close_period.unit, close_period.period);
begin
    if coalesce(btrim(close_period.reason), '') = '' or length(close_period.reason) > 1000 then
        raise exception 'Cần nêu lý do chốt / a reason is needed' using errcode = 'invalid_parameter_value', hint = '1..1000 ký tự / characters';
    end if;
    if (select b.starts_on from stats.period_bounds(close_period.period) b) > registry.today() then
        raise exception 'Kỳ % chưa bắt đầu / period % has not begun', close_period.period, close_period.period
            using errcode = 'object_not_in_prerequisite_state',
                hint = 'Chốt khi kỳ đã bắt đầu / close it once it has begun';
    end if;
    perform stats.refresh_all(close_period.period);
    if exists (select from stats.closed_period c where c.unit_id = of_unit and c.period = close_period.period) then
        raise exception 'Kỳ % của đơn vị % đã chốt / period % of % is closed already', close_period.period, close_period.unit, close_period.period, close_period.unit
            using errcode = 'object_not_in_prerequisite_state',
                  hint = 'Đính chính / to correct: stats.correct_period(unit, period, reason)';
    end if;
    return stats.freeze(of_unit, close_period.unit, close_period.period, close_period.reason, 1);
end $$;
comment on function stats.close_period(text, text, text) is 'Chốt số liệu một kỳ / Closes a period of a unit: its figures stay.';

create or replace function stats.correct_period(unit text, period text, reason text)
returns integer language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Makes a new version of a closed period from the figures as they are now; the earlier versions stay.
-- Parameters: as stats.close_period.
-- Returns:    the new version, 2 or more.
-- Errors:     22023 as stats.close_period; 55000 not closed yet, or no figure differs from the last version.
-- Tables:     as stats.close_period.
declare
    of_unit bigint := stats.unit_in(correct_period.unit, correct_period.period);
    last_one stats.closed_period;
begin
    if coalesce(btrim(correct_period.reason), '') = '' or length(correct_period.reason) > 1000 then
        raise exception 'Cần nêu lý do đính chính / a reason is needed' using errcode = 'invalid_parameter_value', hint = '1..1000 ký tự / characters';
    end if;
    perform stats.refresh_all(correct_period.period);
    select * into last_one from stats.closed_period c
    where c.unit_id = of_unit and c.period = correct_period.period order by c.version desc limit 1;
    if not found then
        raise exception 'Kỳ % của đơn vị % chưa chốt / period % of % is not closed', correct_period.period, correct_period.unit, correct_period.period, correct_period.unit
            using errcode = 'object_not_in_prerequisite_state', hint = 'Chốt / to close: stats.close_period(unit, period, reason)';
    end if;
    if not exists (
        (select w.* from stats.closing_rows(of_unit, correct_period.period) w
         except all select c.tree, c.unit_id, c.measure, c.definition_version, c.block_id, c.field_id, c.level, c.subject_kind,
             c.registration_type, c.title, c.form, c.authority, c.value, c.row_count
         from stats.closed_cell c where c.closed_period_id = last_one.id)
        union all
        (select c.tree, c.unit_id, c.measure, c.definition_version, c.block_id, c.field_id, c.level, c.subject_kind,
             c.registration_type, c.title, c.form, c.authority, c.value, c.row_count
         from stats.closed_cell c where c.closed_period_id = last_one.id
         except all select w.* from stats.closing_rows(of_unit, correct_period.period) w)) then
        raise exception 'Số liệu không khác bản % đã chốt / no figure differs from version %', last_one.version, last_one.version
            using errcode = 'object_not_in_prerequisite_state',
                hint = 'Không cần bản mới; xem stats.verify() nếu nghi số liệu / No new version is needed; see stats.verify() when in doubt';
    end if;
    return stats.freeze(of_unit, correct_period.unit, correct_period.period, correct_period.reason, last_one.version + 1);
end $$;
comment on function stats.correct_period(text, text, text) is 'Đính chính kỳ đã chốt / Makes a new version of a closed period.';

create or replace function stats.refresh_all(period_code text)
returns void language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Works the whole dirty log off and keeps the period from now on.
declare
    more boolean := true;
begin
    while more loop
        more := (stats.refresh(null, period_code) ->> 'remaining')::boolean;
    end loop;
end $$;
comment on function stats.refresh_all(text) is 'Tổng hợp hết phần thay đổi / Works the whole dirty log off.';

create or replace function stats.closing_rows(of_unit bigint, period_code text)
returns table (tree text, unit_id bigint, measure text, definition_version integer, block_id bigint, field_id bigint, level text,
    subject_kind text, registration_type text, title text, form text, authority text, value bigint, row_count bigint)
language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The kept figures of a unit and of all below it in any tree: rolled up, and of the units' own rows (tree null).
    with node as materialized (
        select of_unit as id
        union
        select w.ancestors[n] from stats.path w cross join generate_subscripts(w.ancestors, 1) n
        where w.period = period_code and w.ancestors @> array[of_unit] and n <= array_position(w.ancestors, of_unit))
    select t.tree, t.unit_id, t.measure, t.definition_version, t.block_id, t.field_id, t.level, t.subject_kind,
        t.registration_type, t.title, t.form, t.authority, t.value, t.row_count
    from node n cross join lateral (select x.* from stats.total x where x.unit_id = n.id and x.period = period_code offset 0) t
    union all
    select null, c.unit_id, c.measure, c.definition_version, null, x.of_field, x.of_level, x.of_subject_kind,
        x.of_registration_type, x.of_title, x.of_form, x.of_authority, sum(c.value)::bigint, sum(c.row_count)::bigint
    from node n join stats.cell c on c.unit_id = n.id and c.period = period_code and c.basis = 'historical'
    cross join lateral stats.margins(c.field_id, c.level, c.subject_kind, c.registration_type, c.title, c.form, c.authority) x
    group by c.unit_id, c.measure, c.definition_version, x.of_field, x.of_level, x.of_subject_kind, x.of_registration_type, x.of_title,
        x.of_form, x.of_authority
$$;
comment on function stats.closing_rows(bigint, text) is 'Số liệu sẽ chốt / The figures that a closing freezes.';

create or replace function stats.freeze(of_unit bigint, unit_code text, period_code text, why text, new_version integer)
returns integer language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Writes one closing.  The caller holds the refresh lock and has checked everything.
-- Tables: insert - stats.closed_period, stats.closed_cell, registry.audit.
declare
    closing bigint;
begin
    insert into stats.closed_period (unit_id, period, version, reason, cut_off, source_mark, definitions, report)
    select of_unit, period_code, new_version, why, least(b.ends_on, registry.today()), k.mark,
        (select jsonb_object_agg(m.code, m.definition_version) from stats.measure m),
        stats.open_report(unit_code, period_code, 'historical', null, true)
    from stats.period_bounds(period_code) b cross join stats.refresh_mark k
    returning id into closing;
    insert into stats.closed_cell
    select closing, r.* from stats.closing_rows(of_unit, period_code) r;
    insert into registry.audit (action, object, object_id, reason, detail)
    values (case new_version when 1 then 'close_period' else 'correct_period' end, 'closed_period', closing, why,
        jsonb_build_object('unit', unit_code, 'period', period_code, 'version', new_version));
    return new_version;
end $$;
comment on function stats.freeze(bigint, text, text, text, integer) is 'Ghi một lần chốt / Writes one closing.';
