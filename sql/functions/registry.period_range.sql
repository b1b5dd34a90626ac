create or replace function registry.period_range(code text)
returns table (kind text, first_day date, last_day date, name text)
language plpgsql immutable parallel safe as $$
-- The days of a period.
-- Parameters: code - 2021, 2021-H1, 2021-H2, 2021-9M, 2021-Q1 … Q4, 2018-2020.
-- Returns:    one row: kind (nam, 6_thang, 9_thang, quy, giai_doan), both days inclusive, Vietnamese name.
-- Errors:     22023 not a period.
declare
    y int := case when code ~ '^[0-9]{4}' then registry.year_number(left(code, 4)) end;
    part text := substr(code, 6);
    q int;
begin
    if y is not null and length(code) = 4 then
        return query select 'nam', make_date(y, 1, 1), make_date(y, 12, 31), format('Năm %s', y);
    elsif y is not null and substr(code, 5, 1) = '-' and part = 'H1' then
        return query select '6_thang', make_date(y, 1, 1), make_date(y, 6, 30), format('6 tháng đầu năm %s', y);
    elsif y is not null and substr(code, 5, 1) = '-' and part = 'H2' then
        return query select '6_thang', make_date(y, 7, 1), make_date(y, 12, 31), format('6 tháng cuối năm %s', y);
    elsif y is not null and substr(code, 5, 1) = '-' and part = '9M' then
        return query select '9_thang', make_date(y, 1, 1), make_date(y, 9, 30), format('9 tháng năm %s', y);
    elsif y is not null and substr(code, 5, 1) = '-' and part ~ '^Q[1-4]$' then
        q := right(part, 1)::int;
        return query select 'quy', make_date(y, 3 * q - 2, 1), (make_date(y, 3 * q - 2, 1) + interval '3 months' - interval '1 day')::date,
                            format('Quý %s năm %s', (array['I', 'II', 'III', 'IV'])[q], y);
    elsif y is not null and substr(code, 5, 1) = '-' and part ~ '^[0-9]{4}$' and registry.year_number(part) >= y then
        return query select 'giai_doan', make_date(y, 1, 1), make_date(part::int, 12, 31), format('Giai đoạn %s-%s', y, part);
    else
        raise exception 'Không hiểu kỳ “%” / not a period: “%”', code, code
            using errcode = 'invalid_parameter_value',
                  hint = 'Kỳ viết là 2021, 2021-H1, 2021-9M, 2021-Q3 hoặc 2018-2020 / write 2021, 2021-H1, 2021-9M, 2021-Q3 or 2018-2020';
    end if;
end $$;
comment on function registry.period_range(text) is 'Ngày đầu, ngày cuối của kỳ / First and last day of a period code.';

create or replace function registry.ensure_period(code text)
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Records a period in registry.period unless it is there.
-- Errors: 22023 not a period.  Tables: insert - registry.period.
begin
    insert into registry.period (code, kind, first_day, last_day, name)
    select ensure_period.code, r.kind, r.first_day, r.last_day, r.name from registry.period_range(ensure_period.code) r
    on conflict on constraint period_pkey do nothing;
end $$;
comment on function registry.ensure_period(text) is 'Ghi kỳ vào danh mục nếu chưa có / Records a period unless it is there.';
