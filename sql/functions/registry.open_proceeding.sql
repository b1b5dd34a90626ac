create or replace function registry.open_proceeding(kind text, subject_kind text, name text, unit text, opened_on date, source text)
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records that a subject is under discipline, investigation, inspection, or that a complaint or a report of the press is being checked:
-- no award while it is open (KT-004).
-- Parameters: kind - discipline, investigation, inspection, complaint, press; subject_kind - collective, individual, household;
--             name - of the subject; unit - a code or a name with its path, exactly one on the day; opened_on - not after today;
--             source - the document, 1..1000 characters.
-- Returns:    its id; the same one when recorded again.
-- Errors:     22023 an argument is not as it should be, or the unit's name fits none or several.
-- Tables:     insert - discipline, audit.
declare
    why  text := registry.need_reason(source);
    day  date := registry.act_day(opened_on::text, 'opened_on');
    key  text := registry.name_key(left(name, 500));
    units bigint[];
    the_id bigint;
begin
    if kind is null or kind <> all (array['discipline', 'investigation', 'inspection', 'complaint', 'press'])
       or subject_kind is null or subject_kind <> all (array['collective', 'individual', 'household']) or coalesce(key, '') = '' then
        raise exception 'Loại việc, loại chủ thể hoặc tên không đúng / kind, subject or name is not right'
            using errcode = 'invalid_parameter_value', detail = format('kind = %L, subject_kind = %L, name = %L', kind, subject_kind, left(name, 100)),
                  hint = 'kind: discipline, investigation, inspection, complaint, press; subject_kind: collective, individual, household';
    end if;
    select array_agg(m.unit_id) into units from registry.unit_matches(array[unit]) m join registry.unit u on u.id = m.unit_id where u.valid @> day;
    if cardinality(units) is distinct from 1 then
        raise exception 'Không xác định được đúng một đơn vị “%” / not exactly one unit “%”', left(unit, 200), left(unit, 200)
            using errcode = 'invalid_parameter_value', detail = format('%s units on %s', coalesce(cardinality(units), 0), day),
                  hint = 'Tìm bằng registry.search_unit(tên, ngày) / search with registry.search_unit(name, day)';
    end if;
    -- One row a matter, whoever records it twice at once.
    perform pg_advisory_xact_lock(hashtextextended('registry.discipline ' || key, 0));
    select d.id into the_id from registry.discipline d
    where d.kind = open_proceeding.kind and d.subject_kind = open_proceeding.subject_kind and d.name_key = key and d.unit_id = units[1]
      and lower(d.valid) = day and d.source = why;
    if not found then
        insert into registry.discipline (kind, subject_kind, name, name_key, unit_id, valid, source)
        values (open_proceeding.kind, open_proceeding.subject_kind, open_proceeding.name, key, units[1], daterange(day, null), why)
        returning id into the_id;
        insert into registry.audit (action, object, object_id, reason) values ('open_proceeding', 'discipline', the_id, why);
    end if;
    return the_id;
end $$;
comment on function registry.open_proceeding(text, text, text, text, date, text) is
    'Ghi việc đang xem xét, xác minh / Records a proceeding that holds awards back.';

create or replace function registry.close_proceeding(id bigint, closed_on date, reason text)
returns void language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records that a proceeding ended: awards are free from the next day on.
-- Parameters: closed_on - its last day, not before it was opened nor after today; reason - how it ended, 1..1000 characters.
-- Errors:     P0002 no such proceeding; 22023 the day or the reason; 55000 it is closed.
-- Tables:     update - discipline; insert - audit.
declare
    d   registry.discipline%rowtype;
    why text := registry.need_reason(reason);
    day date := registry.act_day(closed_on::text, 'closed_on');
begin
    select x.* into d from registry.discipline x where x.id = close_proceeding.id for update;
    if not found then
        raise exception 'Không có việc số % / no proceeding %', id, id
            using errcode = 'no_data_found', hint = 'Mã do registry.open_proceeding trả về / the id that registry.open_proceeding returned';
    end if;
    if not upper_inf(d.valid) then
        raise exception 'Việc này đã kết thúc / this proceeding is closed'
            using errcode = 'object_not_in_prerequisite_state', detail = format('closed on %s', upper(d.valid) - 1),
                  hint = 'Bước được phép / legal step: open_proceeding';
    end if;
    if day < lower(d.valid) then
        raise exception 'Ngày kết thúc trước ngày mở / closed before it was opened'
            using errcode = 'invalid_parameter_value', detail = format('%s, opened %s', day, lower(d.valid)),
                  hint = 'Kiểm tra lại ngày kết thúc / look at the day it ended';
    end if;
    update registry.discipline x set valid = daterange(lower(d.valid), day, '[]') where x.id = d.id;
    insert into registry.audit (action, object, object_id, reason, detail)
    values ('close_proceeding', 'discipline', d.id, why, jsonb_build_object('closed_on', day));
end $$;
comment on function registry.close_proceeding(bigint, date, text) is 'Ghi kết thúc việc xem xét / Records that a proceeding ended.';
