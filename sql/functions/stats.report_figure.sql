create or replace function stats.report_figure(locality text, figure text, measure text, unit_code text, period text,
    dimensions jsonb, value numeric, excerpt text, source text, reading text default null, inferred boolean default false,
    approximation text default '=')
returns bigint language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Records a figure that an article or report states.  Said again with the same name, it replaces what was recorded.
-- Parameters: locality, figure - name of the claim; measure - what it is compared with, null for a bare claim that is
--             never counted; unit_code, period, dimensions - as in stats.figure, enough to count without the article;
--             value - as stated; excerpt, source - where; reading - the reading taken where the source leaves it open;
--             inferred - follows from stated figures; approximation - '=', '~', '~<' (slightly under), '~>'.
-- Returns:    the claim's id.
-- Errors:     22023 unknown measure, period or dimension; 23514 a measured claim without unit, period or value.
-- Tables:     insert, update - stats.reported_figure.
declare
    claim_id bigint;
    wrong    text;
begin
    if report_figure.period is not null then
        perform stats.period_bounds(report_figure.period);
    end if;
    if report_figure.dimensions ? 'base' then
        perform stats.period_bounds(report_figure.dimensions ->> 'base');
    end if;
    if report_figure.measure is not null then
        if not exists (select from stats.measure m where m.code = report_figure.measure) then
            raise exception 'Không có chỉ tiêu “%” / unknown measure “%”', report_figure.measure, report_figure.measure
                using errcode = 'invalid_parameter_value',
                      hint = (select 'Có / known: ' || string_agg(m.code, ', ' order by m.sort_order) from stats.measure m);
        end if;
        select k into wrong
        from jsonb_object_keys(coalesce(report_figure.dimensions, '{}')) k
        where k not in ('block', 'tree') and k <> all ((select m.dimensions from stats.measure m where m.code = report_figure.measure)::text[])
        limit 1;
        if wrong is not null then
            raise exception 'Chỉ tiêu % không có chiều “%” / measure % has no dimension “%”', report_figure.measure, wrong, report_figure.measure, wrong
                using errcode = 'invalid_parameter_value';
        end if;
    end if;
    insert into stats.reported_figure as f (locality, figure, measure, unit_code, period, dimensions, value, excerpt, source,
        reading, inferred, approximation)
    values (report_figure.locality, report_figure.figure, report_figure.measure, report_figure.unit_code,
        report_figure.period, coalesce(report_figure.dimensions, '{}'), report_figure.value, report_figure.excerpt,
        report_figure.source, report_figure.reading, report_figure.inferred, report_figure.approximation)
    on conflict on constraint reported_figure_key do update set measure = excluded.measure, unit_code = excluded.unit_code,
        period = excluded.period, dimensions = excluded.dimensions, value = excluded.value, excerpt = excluded.excerpt,
        source = excluded.source, reading = excluded.reading, inferred = excluded.inferred,
        approximation = excluded.approximation, recorded_at = now()
    returning f.id into claim_id;
    return claim_id;
end $$;
comment on function stats.report_figure(text, text, text, text, text, jsonb, numeric, text, text, text, boolean, text) is 'Ghi nhận số liệu được nêu / Records a figure that an article or report states.';
