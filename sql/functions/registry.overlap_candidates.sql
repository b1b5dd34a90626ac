create or replace function registry.overlap_candidates(probes text, at_most int default 400)
returns table (submission_id bigint, candidates text)
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- What may overlap with the models of a batch of registrations, as JSON texts: what the rules see, psql sees too.
-- Parameters: probes  - JSON text, see registry.similar_models; "id" is the submission, unknown ones see all there is;
--             at_most - models looked at in each run of the search.
-- Returns:    one row a probe that has candidates: at most 12, the nearest and most alike first, with what the score needs.  Only
--             what submissions of a smaller turn made is in it.
-- Tables:     select - those of registry.similar_models; model and what hangs on it, registration, recognition, submission.
begin
    return query
    select q.probe, b.candidates::text
    from (select g.probe, array_agg(g.model_id order by g.place) as ids, array_agg(g.similarity order by g.place) as similarities
          from (select f.*, row_number() over (partition by f.probe order by f.nearness, f.similarity desc, f.model_id) as place
                from registry.similar_models(probes::jsonb, 0.7, at_most) f) g
          where g.place <= 30 group by g.probe offset 0) q
    cross join lateral (select coalesce((select s.turn from registry.submission s where s.id = q.probe), 9223372036854775807) as turn
                        offset 0) p
    cross join lateral (
        select jsonb_agg(t.candidate order by t.place) as candidates
        from (
            select n.place, jsonb_build_object(
                'model_id', m.id, 'code', m.code, 'name', m.name, 'unit_id', m.unit_id, 'unit', u.path, 'similarity', n.similarity,
                'first_year', y.first_year, 'last_year', y.last_year, 'content', c.content_sketch,
                'field', (select f.name_key from registry.field f where f.id = m.field_id),
                'lead', (select x.name from registry.model_subject a join registry.subject x on x.id = a.subject_id
                         where a.model_id = m.id order by a.role = 'lead' desc, a.position limit 1),
                'places', (select coalesce(jsonb_agg(l.place order by l.position), '[]')
                           from (select a.place, a.position from registry.model_place a where a.model_id = m.id limit 20) l),
                'levels', (select coalesce(jsonb_agg(distinct g.level), '[]')
                           from registry.recognition g join registry.submission o on o.id = g.submission_id
                           where g.model_id = m.id and g.revoked_at is null and o.turn < p.turn)) as candidate
            from unnest(q.ids, q.similarities) with ordinality n (model_id, similarity, place)
            cross join lateral (select x.* from registry.model x where x.id = n.model_id offset 0) m
            cross join lateral (select x.path from registry.unit x where x.id = m.unit_id offset 0) u
            cross join lateral (select x.content_sketch from registry.model_signature x where x.model_id = n.model_id offset 0) c
            cross join lateral (
                select min(r.year) as first_year, max(r.year) as last_year
                from registry.registration r join registry.submission o on o.id = r.submission_id
                where r.model_id = m.id and r.withdrawn_at is null and o.turn < p.turn and o.id <> q.probe offset 0) y
            where y.first_year is not null
            limit 12) t offset 0) b
    where b.candidates is not null;
end $$;
comment on function registry.overlap_candidates(text, int) is 'Mô hình có thể chồng chéo với hồ sơ đăng ký / Models that may overlap with those being registered.';
