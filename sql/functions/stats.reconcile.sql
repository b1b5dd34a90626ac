create or replace function stats.reconcile(only_locality text default null, only_unit text default null, only_period text default null)
returns table (locality text, figure text, submitted bigint, naive bigint, counted numeric, published numeric, equal boolean,
    inferred boolean, reading text, unit text, measure text, period text, dimensions jsonb, problem text, position_in_print bigint)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- Claims beside what was counted: one row a claim that names a measure, in the order of recording.
-- Parameters: only_locality, only_unit, only_period - null for all.
-- Returns:    submitted - papers sent, all versions; naive - what an unchecked count of the papers gives; counted - from
--             canonical rows; published - the claim; equal - whether they agree; problem - why a figure could not be counted.
declare
    claim   record;
    of_unit bigint;
    asked   jsonb := '[]';
    done    jsonb := '{}';
begin
    for claim in
        select f.* from stats.reported_figure f
        where f.measure is not null and (only_locality is null or f.locality = only_locality)
            and (only_unit is null or f.unit_code = only_unit) and (only_period is null or f.period = only_period)
        order by f.id
    loop
        begin
            of_unit := stats.unit_in(claim.unit_code, claim.period);
            done := done || jsonb_build_object(claim.id::text, jsonb_build_object('counted',
                stats.figure(claim.measure, claim.unit_code, claim.period, claim.dimensions)));
            asked := asked || (
                select jsonb_agg(jsonb_build_object('id', claim.id, 'measure', part.measure, 'unit_id', of_unit,
                    'tree', coalesce(claim.dimensions ->> 'tree', u.tree), 'period', part.period,
                    'dimensions', claim.dimensions - '{of,base,tree}'::text[], 'sign', part.sign))
                from registry.unit u
                cross join lateral (
                    select claim.measure, claim.period, 1 where claim.measure <> 'M14'
                    union all select claim.dimensions ->> 'of', claim.period, 1 where claim.measure = 'M14'
                    union all select claim.dimensions ->> 'of', claim.dimensions ->> 'base', -1 where claim.measure = 'M14'
                ) part (measure, period, sign)
                where u.id = of_unit);
        exception when invalid_parameter_value then
            done := done || jsonb_build_object(claim.id::text, jsonb_build_object('problem', sqlerrm));
        end;
    end loop;

    return query
        select f.locality, f.figure, r.submitted, r.naive, (d.value ->> 'counted')::numeric, f.value,
            coalesce((d.value ->> 'counted')::numeric = f.value, false), f.inferred, f.reading, f.unit_code, f.measure, f.period,
            f.dimensions, d.value ->> 'problem', f.id
        from jsonb_each(done) d
        join stats.reported_figure f on f.id = d.key::bigint
        left join stats.count_raw(asked) r on r.id = f.id
        order by f.id;
end $$;
comment on function stats.reconcile(text, text, text) is 'Đối chiếu số được nêu với số đếm được / Claims beside what was counted.';
