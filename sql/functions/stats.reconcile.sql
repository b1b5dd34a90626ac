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
    unit_id bigint;
    in_tree text;
begin
    for claim in
        select f.* from stats.reported_figure f
        where f.measure is not null and (only_locality is null or f.locality = only_locality)
            and (only_unit is null or f.unit_code = only_unit) and (only_period is null or f.period = only_period)
        order by f.id
    loop
        locality := claim.locality; figure := claim.figure; published := claim.value; inferred := claim.inferred;
        reading := claim.reading; unit := claim.unit_code; measure := claim.measure; period := claim.period;
        dimensions := claim.dimensions; position_in_print := claim.id;
        submitted := null; naive := null; counted := null; problem := null;
        begin
            unit_id := stats.unit_in(claim.unit_code, claim.period);
            in_tree := coalesce(claim.dimensions ->> 'tree', (select u.tree from registry.unit u where u.id = unit_id));
            counted := stats.figure(claim.measure, claim.unit_code, claim.period, claim.dimensions);
            submitted := stats.count_raw(claim.measure, unit_id, in_tree, claim.period, claim.dimensions, true);
            naive := stats.count_raw(claim.measure, unit_id, in_tree, claim.period, claim.dimensions, false);
        exception when invalid_parameter_value then
            problem := sqlerrm;
        end;
        equal := coalesce(counted = published, false);
        return next;
    end loop;
end $$;
comment on function stats.reconcile(text, text, text) is 'Đối chiếu số được nêu với số đếm được / Claims beside what was counted.';
