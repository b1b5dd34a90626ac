create or replace function registry.successors(unit_id bigint, on_day date default null)
returns table (successor_id bigint, code text, name text, path text, kind text, since date, partial boolean, divided boolean, alive boolean,
    legal_basis text)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- The units that follow a unit as of a day: the ends of its edges, walked forward in time.
-- Parameters: on_day - today by default; edges of a later day do not count yet.
-- Returns:    one row an end; none while nothing follows it.  kind, since, legal_basis - of the last edge; partial - only a part of
--             the old unit came here on some edge; divided - what was counted for the old unit cannot be given to this one alone;
--             alive - the end exists on the day (else it ended with nobody to follow that is known).  A unit that was dissolved with
--             nobody to follow gives one row without successor_id.
-- Errors:     P0002 no such unit.
declare
    day date := coalesce(on_day, registry.today());
begin
    if not exists (select from registry.unit u where u.id = successors.unit_id) then
        raise exception 'Không có đơn vị số % / no unit %', unit_id, unit_id
            using errcode = 'no_data_found', hint = 'Tìm bằng registry.search_unit(tên, ngày) / search with registry.search_unit(name, day)';
    end if;
    return query
    with recursive way (at, kind, since, partial, legal_basis, passed) as (
        select s.to_id, s.kind, s.on_day, s.partial, s.legal_basis, array[s.from_id]
        from registry.unit_successor s where s.from_id = successors.unit_id and s.on_day <= day
        union all
        select s.to_id, s.kind, s.on_day, w.partial or s.partial, s.legal_basis, w.passed || s.from_id
        from way w join registry.unit_successor s on s.from_id = w.at
        where s.on_day between w.since and day and w.at <> all (w.passed)
          and (s.to_id is null or s.to_id <> all (w.passed))),
    reached as (
        -- What went on further is no end, unless it lives on itself.
        select w.at, u.valid @> day as alive, w.kind, w.since, w.partial, w.legal_basis
        from way w left join registry.unit u on u.id = w.at
        where u.valid @> day or not exists (select from registry.unit_successor s where s.from_id = w.at and s.on_day between w.since and day)),
    ends as (
        select r.at, bool_or(r.alive) as alive, bool_or(r.partial) as partial, count(*) as ways,
               (array_agg(r.kind order by r.since desc, r.kind))[1] as kind, max(r.since) as since,
               (array_agg(r.legal_basis order by r.since desc, r.kind))[1] as legal_basis
        from reached r group by r.at)
    select e.at, u.code, n.name, u.path, e.kind, e.since, e.partial,
           -- All ways into one end make a whole again; one way that brings a part does not.
           (select count(*) from ends) > 1 or e.partial and e.ways = 1
               or exists (select from registry.unit u where u.id = successors.unit_id and u.valid @> day),
           coalesce(e.alive, false), e.legal_basis
    from ends e left join registry.unit u on u.id = e.at
    left join lateral (select x.name from registry.unit_name x where x.unit_id = e.at order by x.valid @> day desc, x.valid desc limit 1) n on true
    order by coalesce(e.alive, false) desc, u.path collate "vi-x-icu", e.at;
end $$;
comment on function registry.successors(bigint, date) is 'Đơn vị kế thừa / The units that follow a unit as of a day.';

create or replace function registry.stands_for(unit_id bigint, on_day date default null)
returns table (asked_id bigint, asked text, standing_id bigint, code text, name text, path text, kind text, since date, divided boolean)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- Who stands for a unit on a day: the unit itself while it exists, else those alive that follow it.
-- Returns: one row a unit; kind is "same" for the unit itself.  None before the unit began, and where nobody follows.
-- Errors:  P0002 no such unit.
declare
    day date := coalesce(on_day, registry.today());
begin
    return query
    select u.id, u.path, u.id, u.code, a.name, a.path, 'same', lower(u.valid),
           exists (select from registry.unit_successor s where s.from_id = u.id and s.on_day <= day)
    from registry.unit u, registry.unit_as_of(u.id, day) a where u.id = stands_for.unit_id and u.valid @> day
    union all
    select u.id, u.path, s.successor_id, s.code, s.name, s.path, s.kind, s.since, s.divided
    from registry.unit u, registry.successors(u.id, day) s where u.id = stands_for.unit_id and s.alive;
    if not found then
        perform registry.unit_as_of(stands_for.unit_id, day);
    end if;
end $$;
comment on function registry.stands_for(bigint, date) is 'Ai thay cho đơn vị này / Who stands for a unit on a day.';

create or replace function registry.stands_for(unit text, on_day date default null)
returns table (asked_id bigint, asked text, standing_id bigint, code text, name text, path text, kind text, since date, divided boolean)
language sql stable security definer set search_path = registry, pg_temp as $$
-- Who stands on a day for the units that a text may mean: a code, or a name with parts of its path, of any time.
-- Returns: as stands_for of a number, for each unit that the text may mean; asked tells which.  None for an unknown text.
    select s.*
    from registry.unit_matches(array[unit]) m, registry.stands_for(m.unit_id, on_day) s
    order by s.asked collate "vi-x-icu", s.asked_id, s.path collate "vi-x-icu", s.standing_id
$$;
comment on function registry.stands_for(text, date) is 'Ai thay cho đơn vị mang tên này / Who stands on a day for the units a text may mean.';
