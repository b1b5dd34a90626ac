create or replace function registry.campaign_number(c registry.campaign, name text)
returns int language plpgsql stable set search_path = registry, pg_temp as $$
-- A parameter of a campaign that must be there: its own, else the legal parameter of the first day of its period.
-- Parameters: name - supplement_limit, change_limit_percent.
-- Errors:     55000 neither is there (hint: where to give it).
-- Tables:     select - period, legal_parameter.
declare
    value int := case when registry.is_whole(c.parameters -> campaign_number.name, 0, 2147483647) then (c.parameters ->> campaign_number.name)::int end;
begin
    if value is null then
        select (registry.campaign_defaults(p.first_day) ->> campaign_number.name)::int into value from registry.period p where p.code = c.period;
    end if;
    if value is null then
        perform registry.refuse_missing(c.code, campaign_number.name);
    end if;
    return value;
end $$;
comment on function registry.campaign_number(registry.campaign, text) is
    'Tham số bắt buộc của đợt / A parameter of a campaign that must be there: its own, else the legal one of its first day.';

create or replace function registry.refuse_missing(code text, names text)
returns void language plpgsql immutable set search_path = registry, pg_temp as $$
-- Says that a campaign lacks parameters which no law of its first day gives either.
-- Errors: 55000 always.
begin
    raise exception 'Đợt “%” thiếu tham số % / campaign “%” lacks parameter %', left(code, 100), names, left(code, 100), names
        using errcode = 'object_not_in_prerequisite_state', detail = format('/parameters/%s; registry.legal_parameter', names),
              hint = 'Ghi tham số khi khai báo đợt (registry.define_campaign), hoặc nạp tham số pháp lý của ngày đầu kỳ (legal_parameters.csv) / '
                     || 'give it with registry.define_campaign, or load the legal parameter of the period''s first day';
end $$;
comment on function registry.refuse_missing(text, text) is 'Từ chối đợt thiếu tham số / Says that a campaign lacks parameters.';
