create or replace function registry.similar_models(probes jsonb, at_least real, at_most int, at_most_afar int)
returns table (probe bigint, model_id bigint, similarity real, nearness smallint, province int)
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashagg = off set enable_hashjoin = off
set enable_mergejoin = off set jit = off as $$
-- Finds the models whose titles are like those asked for: in the unit, in the commune, in the province, anywhere.
-- Parameters: probes   - [{"id", "parts", "core_bits", "bits", "places"?, "province"?, "unit_id"?, "content"?}], as the daemon or
--                        registry.title_probe makes them;
--             at_least - trigram similarity of the titles, 0.1..1; in the unit and the commune it is enough that the shorter title's
--                        words before its address are in the longer one; in the unit also that the content is a copy, whatever the title;
--             at_most  - models looked at in each run, 1 or more: what bounds the search whatever the titles;
--             at_most_afar - the same for the runs that look anywhere.
-- Returns:    each model once, with its similarity (at most a little too high: trigrams are counted as bits) and the nearest step:
--             1 unit, 2 commune, 3 province, 4 elsewhere; and its province, 0 when that is not known, null when it was not asked.
-- Tables:     select - title_part, title_place, model_signature.  Index-only scans of runs: the unit and each commune, each part in the province, each
--             part anywhere.
begin
    return query
    select p.id, f.model_id, max(f.similarity)::real, min(f.nearness)::smallint, max(f.province)
    from (select x.*, bit_count(x.bits)::int as size, bit_count(x.core_bits)::int as core_size,
                 -- No title that shares fewer is alike enough.
                 ceil(bit_count(x.bits) * at_least)::int as fewest, floor(bit_count(x.bits) / at_least)::int as largest
          from (select (e ->> 'id')::bigint as id, -(e ->> 'unit_id')::bigint as unit, (e ->> 'core_bits')::bit(512) as core_bits,
                       (e ->> 'bits')::bit(512) as bits, decode(e ->> 'content', 'hex') as content, coalesce((e ->> 'province')::int, 0) as province,
                       array(select distinct b::bigint from jsonb_array_elements_text(e -> 'parts') b) as parts,
                       array(select l::bigint from jsonb_array_elements_text(coalesce(e -> 'places', '[]')) l
                             union select -(e ->> 'unit_id')::bigint where e ? 'unit_id') as places
                from jsonb_array_elements(probes) e offset 0) x offset 0) p
    cross join lateral (
        -- The same province first: of a common title there are too many to see all.
        select s.model_id, s.both::real / (s.size + p.size - s.both) as similarity, 3 as nearness, p.province
        from unnest(p.parts) k
        cross join lateral (
            select y.model_id, y.size, bit_count(y.bits & p.bits)::int as both
            from (select z.model_id, z.size, z.bits from registry.title_part z
                  where z.part = k and z.province = p.province order by z.model_id limit at_most) y
            where y.size between p.fewest and p.largest and bit_count(y.bits & p.bits) >= p.fewest) s
        where p.province <> 0 and s.both >= at_least * (s.size + p.size - s.both)
        union all
        select s.model_id, s.both::real / (s.size + p.size - s.both), 4, s.province
        from unnest(p.parts) k
        cross join lateral (
            select y.model_id, y.size, y.province, bit_count(y.bits & p.bits)::int as both
            from (select z.model_id, z.size, z.bits, z.province from registry.title_part z
                  where z.part = k order by z.province, z.model_id limit at_most_afar) y
            where y.size between p.fewest and p.largest and bit_count(y.bits & p.bits) >= p.fewest) s
        where s.both >= at_least * (s.size + p.size - s.both)
        union all
        select s.model_id, s.both::real / (s.core_size + p.core_size - s.both), case when k = p.unit then 1 else 2 end, null
        from unnest(p.places) k
        cross join lateral (
            select y.model_id, y.core_size, bit_count(y.core_bits & p.core_bits)::int as both
            from (select z.model_id, z.core_size, z.core_bits from registry.title_place z
                  where z.place = k order by z.model_id limit at_most) y) s
        where s.both * 10 >= 7 * least(s.core_size, p.core_size)
            -- What the unit has done before, under another title.
            or k = p.unit and p.content is not null and exists (
                select from (select decode(z.content_sketch, 'hex') as content from registry.model_signature z
                             where z.model_id = s.model_id offset 0) g
                where registry.is_copied(g.content, p.content))) f
    group by p.id, f.model_id;
end $$;
comment on function registry.similar_models(jsonb, real, int, int) is
    'Tìm mô hình có tên giống, giới hạn riêng cho nơi khác / Models whose titles are alike, with a limit of its own for those elsewhere.';

create or replace function registry.similar_models(probes jsonb, at_least real default 0.7, at_most int default 4000)
returns table (probe bigint, model_id bigint, similarity real, nearness smallint)
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- The same with one limit for all runs.
begin
    return query
    select s.probe, s.model_id, s.similarity, s.nearness from registry.similar_models(probes, at_least, at_most, at_most) s;
end $$;
comment on function registry.similar_models(jsonb, real, int) is 'Tìm mô hình có tên giống / Models whose titles are alike, the nearest first.';
