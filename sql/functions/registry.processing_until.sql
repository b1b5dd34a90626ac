create or replace function registry.processing_until(kind text, content jsonb, filed_on date)
returns date language plpgsql stable set search_path = registry, pg_temp as $$
-- The last day on which a proposal of commendation is to be decided or returned, by the legal parameters of the day it was filed.
-- Parameters: kind, content, filed_on - of the version that counts: a supplement starts the time anew.
-- Returns:    for sudden merit (dot_xuat) as many working days after that day as commendation_processing_working_days_<level> gives,
--             Monday to Friday: public holidays are in no table.  For other merit as many days as commendation_processing_days_<level>
--             gives, on Monday where that is a Saturday or Sunday.  Null for other kinds, and where no parameter is known for the
--             level, the merit and the day.
-- Tables:     select - legal_parameter.
declare
    is_sudden boolean := content ->> 'merit' is not distinct from 'dot_xuat';
    parameter text := 'commendation_processing_' || case when is_sudden then 'working_days_' else 'days_' end || lower(content ->> 'level');
    days int;
    last_day date;
begin
    if kind is distinct from 'commendation_proposal' then
        return null;
    end if;
    select p.value::int into days from registry.legal_parameter p where p.code = parameter and p.valid @> filed_on;
    if not is_sudden then
        last_day := filed_on + days;
        return last_day + case extract(isodow from last_day) when 6 then 2 when 7 then 1 else 0 end;
    end if;
    -- Of any 2n + 4 days that follow each other at least n are working days.
    select g::date into last_day
    from generate_series(filed_on + 1, filed_on + 2 * days + 4, interval '1 day') g
    where extract(isodow from g) < 6
    order by g offset greatest(days, 1) - 1 limit 1;
    return last_day;
end $$;
comment on function registry.processing_until(text, jsonb, date) is
    'Hạn giải quyết đề nghị khen thưởng / The last day on which a proposal of commendation is to be decided or returned.';

create or replace function registry.overdue_proposals(on_day date default registry.today())
returns table (submission_id bigint, campaign text, unit text, level text, state text, filed_on date, processing_until date, days_over int)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- Proposals of commendation that were neither decided nor returned in time, the oldest first.  Those that wait for a supplement are
-- not among them: the time starts anew with it.
-- Parameters: on_day - as of which day, today by default.
-- Tables:     select - submission, submission_version, campaign.
begin
    return query
    select s.id, c.code, coalesce(u.path, registry.one_line(s.unit_text)), v.content ->> 'level', s.state, s.filed_on, d.last_day, on_day - d.last_day
    from registry.submission s
    join registry.submission_version v on v.submission_id = s.id and v.version = s.version
    join registry.campaign c on c.id = s.campaign_id
    left join registry.unit u on u.id = s.unit_id
    cross join lateral (select registry.processing_until(s.kind, v.content, s.filed_on) as last_day) d
    where s.kind = 'commendation_proposal' and s.state in ('submitted', 'valid', 'under_appraisal', 'passed') and d.last_day < on_day
    order by d.last_day, s.id;
end $$;
comment on function registry.overdue_proposals(date) is
    'Đề nghị khen thưởng quá hạn giải quyết / Proposals of commendation that were neither decided nor returned in time.';
