create or replace function registry.similar_models(probes jsonb, at_least real default 0.7, at_most int default 10000)
returns table (probe bigint, model_id bigint, similarity real, nearness smallint)
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Finds the models whose titles are like those asked for: in the unit, in the commune, in the province, anywhere.
-- Parameters: probes - [{"id", "group", "buckets", "group_bits", "bits", "localities"?, "province"?, "unit_id"?}], as the daemon or
--                        registry.title_probe makes them;
--             at_least - trigram similarity of the titles, 0.6..1; in the unit and the commune 0.4 or the same group is enough;
--             at_most  - models looked up in each of the four steps, 1 or more: what bounds the search whatever the titles.
-- Returns:    each model once, with the similarity (at most a little too high: trigrams are counted as bits) and the nearest step:
--             1 unit, 2 commune, 3 province, 4 elsewhere.
-- Tables:     select - title_bucket, title_group, model_signature, model_locality, model.  Index look-ups only.
-- Titles come from templates, so groups of equal words before the address are found first, few and by MinHash, and then their
-- members, which lie side by side in an index with their bits.
begin
    return query
    select p.id, f.model_id, max(f.similarity)::real, min(f.nearness)::smallint
    from (select x.*, bit_count(x.bits)::int as size, bit_count(x.group_bits)::int as group_size
          from (select (e ->> 'id')::bigint as id, (e ->> 'unit_id')::bigint as unit_id, (e ->> 'group')::bigint as title_group,
                       (e ->> 'group_bits')::bit(512) as group_bits, (e ->> 'bits')::bit(512) as bits,
                       coalesce((e ->> 'province')::int, 0) as province,
                       array(select b::int from jsonb_array_elements_text(e -> 'buckets') b) as buckets,
                       array(select l from jsonb_array_elements_text(coalesce(e -> 'localities', '[]')) l) as localities
                from jsonb_array_elements(probes) e offset 0) x offset 0) p
    cross join lateral (
        with alike as materialized (
            select g.title_group
            from (select p.title_group
                  union
                  select b.title_group
                  from unnest(p.buckets) k
                  cross join lateral (select y.title_group from registry.title_bucket y where y.bucket = k
                                      order by y.title_group limit 1000) b) g
            cross join lateral (select y.size, bit_count(y.bits & p.group_bits) as both
                                from registry.title_group y where y.title_group = g.title_group limit 1) t
            where t.both >= 0.6 * (t.size + p.group_size - t.both)
            order by t.both::real / (t.size + p.group_size - t.both) desc
            limit 2000)
        -- The same province first: of a common title there are too many to see all.
        (select s.model_id, s.both::real / (s.size + p.size - s.both) as similarity, 3 as nearness
         from alike a
         cross join lateral (select y.model_id, y.size, bit_count(y.bits & p.bits) as both
                             from registry.model_signature y
                             where y.title_group = a.title_group and y.province = p.province
                               and y.size between p.size * at_least and p.size / at_least offset 0) s
         where p.province <> 0 and s.both >= at_least * (s.size + p.size - s.both)
         limit at_most)
        union all
        (select s.model_id, s.both::real / (s.size + p.size - s.both), 4
         from alike a
         cross join lateral (select y.model_id, y.size, bit_count(y.bits & p.bits) as both
                             from registry.model_signature y
                             where y.title_group = a.title_group
                               and y.size between p.size * at_least and p.size / at_least offset 0) s
         where s.both >= at_least * (s.size + p.size - s.both)
         limit at_most)
        union all
        (select s.model_id, s.both::real / (s.size + p.size - s.both), m.nearness
         from ((select y.id, 1 as nearness from registry.model y where y.unit_id = p.unit_id order by y.name_key limit at_most)
               union all
               (select y.model_id, 2 from unnest(p.localities) l
                cross join lateral (select z.model_id from registry.model_locality z where z.locality = l
                                    order by z.model_id limit at_most) y)) m
         cross join lateral (select y.model_id, y.title_group, y.size, bit_count(y.bits & p.bits) as both
                             from registry.model_signature y where y.model_id = m.id offset 0) s
         where s.title_group = p.title_group or s.both >= 0.4 * (s.size + p.size - s.both))) f
    group by p.id, f.model_id;
end $$;
comment on function registry.similar_models(jsonb, real, int) is 'Tìm mô hình có tên giống / Models whose titles are alike, the nearest first looked for.';
