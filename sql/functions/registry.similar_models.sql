create or replace function registry.similar_models(probes jsonb, at_least real default 0.7, listed int default null, copies boolean default false)
returns table (probe bigint, model_id bigint, similarity real, nearness smallint, province int)
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashagg = off set enable_hashjoin = off
set enable_mergejoin = off set jit = off as $$
-- Finds the models whose titles are like those asked for: in the unit, in the commune, in the province, anywhere.
-- Parameters: probes   - [{"id", "parts", "title"?, "core_bits", "places"?, "province"?, "unit_id"?, "content"?}], as the daemon or
--                        registry.title_probe makes them;
--             at_least - trigram similarity of the titles' words before their addresses, without marks, 0.1..1; in the unit and the
--                        commune it is enough that the shorter title's words are in the longer one; in the unit also that the
--                        content is a copy, whatever the title;
--             listed   - models listed of each similar title in the province, and as many elsewhere, 1 or more; null lists all;
--             copies   - whether of these only those are listed whose contents have something of the probe's: where the probe tells
--                        its unit and its content, and the model its province.
-- Returns:    each model once, with its title's similarity (at most a little too high: trigrams are counted as bits) and the nearest
--             step: 1 unit, 2 commune, 3 province, 4 elsewhere; and its province, 0 when that is not known, null when it was not asked.
-- Tables:     select - title_part, title_model, title_place.  Index-only scans of runs: each part's titles of a fitting size, each
--             similar title's models in the province and anywhere, the unit and each commune.
declare
    -- Titles compared of each part, and models of each place: what bounds the search whatever the titles.  The probe's own title is
    -- always among those found.
    compared constant int := 400;
begin
    return query
    select p.id, f.model_id, max(f.similarity)::real, min(f.nearness)::smallint, max(f.province)
    from (select x.*, case when copies and x.unit is not null then x.content end as sketch,
                 coalesce(x.given, registry.title_number(x.bits)) as title, bit_count(x.bits)::int as size,
                 -- No title of another size shares enough.
                 ceil(bit_count(x.bits) * at_least)::smallint as fewest, floor(bit_count(x.bits) / at_least)::smallint as largest
          from (select (e ->> 'id')::bigint as id, -(e ->> 'unit_id')::bigint as unit, (e ->> 'title')::bigint as given,
                       (e ->> 'core_bits')::bit(512) as bits, decode(e ->> 'content', 'hex') as content,
                       coalesce((e ->> 'province')::int, 0) as province,
                       array(select b::bigint from jsonb_array_elements_text(e -> 'parts') b) as parts,
                       -- A place that is null is nowhere.
                       array(select l::bigint from jsonb_array_elements_text(coalesce(e -> 'places', '[]')) l) || -(e ->> 'unit_id')::bigint as places
                from jsonb_array_elements(probes) e offset 0) x offset 0) p
    cross join lateral (
        select m.model_id, t.similarity, m.nearness, m.province
        from (select a.title, max(a.similarity) as similarity
              from (select p.title, 1::real as similarity
                    union all
                    select s.title, s.both::real / (s.size + p.size - s.both)
                    from unnest(p.parts) k
                    cross join lateral (
                        select y.title, y.size, bit_count(y.bits & p.bits)::int as both
                        from (select z.title, z.size, z.bits from registry.title_part z
                              where z.part = k and z.size between p.fewest and p.largest
                              order by z.size, z.title, z.model_id limit compared) y offset 0) s
                    where s.both > 0 and s.both >= at_least * (s.size + p.size - s.both)) a
              group by a.title offset 0) t
        cross join lateral (
            -- The same province first: of a common title there are too many to list all.
            (select y.model_id, 3 as nearness, y.province
             from (select z.model_id, z.province, z.content from registry.title_model z
                   where z.title = t.title and z.province = p.province and p.province <> 0 and listed is not null
                   order by z.model_id limit listed) y
             where p.sketch is null or registry.sketches_meet(y.content, p.sketch))
            union all
            (select y.model_id, case when y.province = p.province and p.province <> 0 then 3 else 4 end, y.province
             from (select z.model_id, z.province, z.content from registry.title_model z
                   where z.title = t.title order by z.province, z.model_id limit listed) y
             where p.sketch is null or y.province = 0 or registry.sketches_meet(y.content, p.sketch))) m
        union all
        select s.model_id, s.both::real / nullif(s.core_size + p.size - s.both, 0), case when k = p.unit then 1 else 2 end, null
        from unnest(p.places) k
        cross join lateral (
            select y.model_id, y.core_size, y.content, bit_count(y.core_bits & p.bits)::int as both
            from (select z.model_id, z.core_size, z.core_bits, z.content from registry.title_place z
                  where z.place = k order by z.model_id limit compared) y offset 0) s
        where s.both * 10 >= 7 * least(s.core_size, p.size)
            -- What the unit has done before, under another title.
            or k = p.unit and s.content is not null and p.content is not null and registry.is_copied(s.content, p.content)) f
    group by p.id, f.model_id;
end $$;
comment on function registry.similar_models(jsonb, real, int, boolean) is 'Tìm mô hình có tên giống / Models whose titles are alike, the nearest step first.';
