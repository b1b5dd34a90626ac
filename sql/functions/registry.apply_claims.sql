create or replace function registry.apply_claims(verdicts jsonb, live bigint[])
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Keeps the figures that valid reports state as bare claims: without a measure, so that nothing ever counts them.
-- Called by registry.validation_apply.
-- Parameters: verdicts - as validation_apply takes them, each with "claims"?: [{"figure", "kind", "value"?, "unit"?, "op"?,
--             "reading"?, "excerpt"}]; live - the submissions whose verdicts count.
-- Returns:    nothing.  A claim that is there already stays as it is.
-- Tables:     insert - stats.reported_figure.
begin
    insert into stats.reported_figure (locality, figure, unit_code, period, value, approximation, excerpt, source, reading)
    select coalesce(nullif(u.path, ''), u.code), concat_ws(' ', s.id || '/' || s.version, c ->> 'figure', c ->> 'unit'),
           u.code, s.year::text, (c ->> 'value')::numeric,
           case c ->> 'op' when '<~' then '~<' when '>~' then '~>' when '~' then '~' else '=' end,
           coalesce(c ->> 'excerpt', ''), 'registry.submission ' || s.id, c ->> 'reading'
    from jsonb_array_elements(verdicts) e
    join registry.submission s on s.id = (e ->> 'id')::bigint and s.version = (e ->> 'version')::int
    join registry.unit u on u.id = s.unit_id,
    jsonb_array_elements(case when jsonb_typeof(e -> 'claims') = 'array' then e -> 'claims' else '[]' end) c
    where e ? 'claims' and s.id = any (live) and s.kind = 'report' and s.state = 'valid'
    on conflict on constraint reported_figure_key do nothing;
end $$;
comment on function registry.apply_claims(jsonb, bigint[]) is 'Ghi số liệu được nêu trong báo cáo hợp lệ / Keeps the figures that valid reports state.';
