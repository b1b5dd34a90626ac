create or replace function stats.load_measures()
returns table (row_text text, problem text) language plpgsql volatile security definer
set search_path = stats, pg_temp set jit = off as $$
-- Loads the measures of sql/reference/measures.csv from the temporary table reference_measures.
-- Returns: rows that do not fit, with the reason.  Tables: insert, update - stats.measure; insert - stats.change.
-- A measure that is new, or has a new definition version, is counted anew everywhere: figures of two versions never mix.
declare
    before jsonb := (select jsonb_object_agg(m.code, m.definition_version) from stats.measure m);
begin
    return query
        select r::text, 'loại chỉ tiêu hoặc số không đọc được / unreadable kind or number'
        from pg_temp.reference_measures r
        where r.kind not in ('count', 'ratio', 'difference') or r.definition_version !~ '^[0-9]+$' or r.sort_order !~ '^[0-9]+$'
            or r.code is null or r.name is null;
    insert into stats.measure as m (code, definition_version, name, definition, reading, kind, sort_order, flagged,
        dimensions, stored_as, stored_type, counts_rows)
    select r.code, r.definition_version::integer, r.name, r.definition, nullif(r.reading, ''), r.kind, r.sort_order::integer,
        r.flagged = 'true', coalesce(string_to_array(nullif(r.dimensions, ''), ' '), '{}'),
        nullif(r.stored_as, ''), nullif(r.stored_type, ''), coalesce(r.counts_rows = 'true', false)
    from pg_temp.reference_measures r
    where r.kind in ('count', 'ratio', 'difference') and r.definition_version ~ '^[0-9]+$' and r.sort_order ~ '^[0-9]+$'
        and r.code is not null and r.name is not null
    on conflict (code) do update set definition_version = excluded.definition_version, name = excluded.name,
        definition = excluded.definition, reading = excluded.reading, kind = excluded.kind,
        sort_order = excluded.sort_order, flagged = excluded.flagged,
        dimensions = excluded.dimensions, stored_as = excluded.stored_as, stored_type = excluded.stored_type,
        counts_rows = excluded.counts_rows
        where m is distinct from excluded;
    if exists (select from stats.measure m where m.kind = 'count' and m.stored_as is null
               and (before ->> m.code)::integer is distinct from m.definition_version) then
        insert into stats.change (unit_id) select a.unit_id from stats.active_units() a;
    end if;
end $$;
comment on function stats.load_measures() is 'Nạp danh mục chỉ tiêu / Loads the measures.';
