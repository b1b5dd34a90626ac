create or replace function stats.period_bounds(code text)
returns table (starts_on date, ends_on date, from_year integer, to_year integer, whole_years boolean)
language plpgsql immutable strict security definer rows 1
set search_path = stats, pg_temp set jit = off as $$
-- Reads a period code: 2021, 2021-H1, 2021-9M, 2021-Q3, 2018-2020.
-- Returns: first and last day, first and last year, whether it is made of whole years.
-- Errors:  22023 unknown code (hint names the forms).
declare
    first_year integer;
    last_year  integer;
    part       text;
    first_month integer := 1;
    last_month  integer := 12;
begin
    if code ~ '^[12][0-9]{3}$' then
        first_year := code::integer;
        last_year := first_year;
    elsif code ~ '^[12][0-9]{3}-[12][0-9]{3}$' and left(code, 4) <= right(code, 4) then
        first_year := left(code, 4)::integer;
        last_year := right(code, 4)::integer;
    elsif code ~ '^[12][0-9]{3}-(H[12]|9M|Q[1-4])$' then
        first_year := left(code, 4)::integer;
        last_year := first_year;
        part := substr(code, 6);
        first_month := case part when 'H2' then 7 when 'Q2' then 4 when 'Q3' then 7 when 'Q4' then 10 else 1 end;
        last_month := case part when 'H1' then 6 when '9M' then 9 when 'Q1' then 3 when 'Q2' then 6 when 'Q3' then 9 else 12 end;
    else
        raise exception 'Không hiểu kỳ “%” / unknown period “%”', code, code
            using errcode = 'invalid_parameter_value',
                  hint = 'Các dạng / forms: 2021, 2021-H1, 2021-H2, 2021-9M, 2021-Q3, 2018-2020';
    end if;
    return query select make_date(first_year, first_month, 1),
        (make_date(last_year, last_month, 1) + interval '1 month' - interval '1 day')::date,
        first_year, last_year, part is null;
end $$;
comment on function stats.period_bounds(text) is 'Ngày đầu, ngày cuối của kỳ / First and last day of a period code.';

create or replace function stats.track_periods(codes text[] default '{}')
returns integer language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Keeps the figures of these periods, and of every period of a campaign or claim, up to date from now on.
-- A period seen for the first time is filled through the dirty log: every unit with canonical rows is logged for it.
-- Returns: number of new periods.  Errors: 22023 unknown code.
-- Tables:  insert - stats.period, stats.change.  Called under the refresh lock.
declare
    fresh text[];
begin
    with wanted as (
        select unnest(codes) as code
        union select c.period from registry.campaign c
        union select f.period from stats.reported_figure f where f.measure is not null
        union select f.dimensions ->> 'base' from stats.reported_figure f
              where f.measure is not null and f.dimensions ? 'base'),
    added as (
        insert into stats.period (code, starts_on, ends_on)
        select w.code, b.starts_on, b.ends_on
        from wanted w cross join lateral stats.period_bounds(w.code) b
        where w.code is not null and not exists (select from stats.period p where p.code = w.code)
        on conflict do nothing
        returning period.code)
    select coalesce(array_agg(a.code), '{}') into fresh from added a;

    if cardinality(fresh) > 0 then
        insert into stats.change (unit_id, year)
        select u.unit_id, y.year
        from stats.active_units() u
        cross join (select distinct b.from_year as year from unnest(fresh) f cross join lateral stats.period_bounds(f) b) y;
    end if;
    return cardinality(fresh);
end $$;
comment on function stats.track_periods(text[]) is 'Đưa kỳ vào diện tổng hợp thường xuyên / Keeps the figures of these periods up to date.';

create or replace function stats.active_units()
returns table (unit_id bigint) language sql stable security definer
set search_path = stats, pg_temp set jit = off set enable_hashjoin = off set enable_seqscan = off as $$
-- Units that canonical rows hang on, withdrawn ones included.
    select u.id
    from registry.unit u
    where exists (select from registry.registration r where r.unit_id = u.id)
        or exists (select from registry.model m where m.unit_id = u.id)
        or exists (select from registry.inspection i where i.unit_id = u.id)
        or exists (select from registry.commendation c where c.unit_id = u.id)
        or exists (select from registry.commendation_decision d join registry.commendation c on c.commendation_decision_id = d.id
            where d.unit_id = u.id and c.unit_id is null)
$$;
comment on function stats.active_units() is 'Đơn vị có số liệu / Units with canonical rows.';

create or replace function stats.is_active(unit_id bigint)
returns boolean language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- Whether canonical rows hang on a unit, withdrawn ones included: whether it is among stats.active_units.
    select exists (select from registry.registration r where r.unit_id = is_active.unit_id)
        or exists (select from registry.model m where m.unit_id = is_active.unit_id)
        or exists (select from registry.inspection i where i.unit_id = is_active.unit_id)
        or exists (select from registry.commendation c where c.unit_id = is_active.unit_id)
        or exists (select from registry.commendation_decision d join registry.commendation c on c.commendation_decision_id = d.id
            where d.unit_id = is_active.unit_id and c.unit_id is null)
$$;
comment on function stats.is_active(bigint) is 'Đơn vị có số liệu hay không / Whether canonical rows hang on a unit.';

create or replace function stats.window_years(of_campaign bigint)
returns integer language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- For how many years after its own a registration of a campaign keeps its model among the present ones (M05).
-- The campaign's parameter registration_window_years, else the years of the campaign's period less one: 0 for a yearly one.
    select coalesce((c.parameters ->> 'registration_window_years')::integer, b.to_year - b.from_year)
    from registry.campaign c cross join lateral stats.period_bounds(c.period) b
    where c.id = of_campaign
$$;
comment on function stats.window_years(bigint) is 'Số năm một đăng ký còn được tính là hiện có / Years for which a registration keeps its model present.';
