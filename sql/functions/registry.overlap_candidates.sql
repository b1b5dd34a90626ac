create or replace function registry.overlap_candidates(probes text, listed int default 30)
returns table (submission_id bigint, candidates text)
language plpgsql stable security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- What may overlap with the models of a batch of registrations, as JSON texts: what the rules see, psql sees too.
-- Parameters: probes  - JSON text, see registry.similar_models; "id" is the submission, unknown ones see all there is; "content" is
--                       the sketch of its content;
--             listed  - models listed of each similar title in the province, and as many elsewhere; 30 of all are looked at.
-- Returns:    one row a probe that has candidates: at most 12, the nearest and most alike first, with what the score needs.  Only
--             what submissions of a smaller turn made is in it.
-- Tables:     select - those of registry.similar_models; model and what hangs on it, registration, recognition, submission.
-- A common title in another commune is no overlap unless its content is copied (OverlapScore), and one overlap is reported: of the
-- models that certainly stand elsewhere only the four most alike are described whose content has something of the probe's.
declare
    given jsonb := probes::jsonb;
    -- Of these probes the search has left out what stands elsewhere and has another content.
    asked jsonb := (select jsonb_object_agg(coalesce(e ->> 'id', ''), e ? 'unit_id' and e ->> 'content' is not null)
                    from jsonb_array_elements(given) e);
begin
    return query
    select q.probe, b.candidates::text
    from (select g.probe, array_agg(g.model_id order by g.place) as ids, array_agg(g.similarity order by g.place) as similarities,
                 -- Whether it certainly stands elsewhere.
                 array_agg(g.nearness > 2 and g.province <> 0 order by g.place) as afar
          from (select f.*, row_number() over (partition by f.probe order by f.nearness, f.similarity desc, f.model_id) as place
                from registry.similar_models(given, listed => listed, copies => true) f) g
          where g.place <= 30 group by g.probe offset 0) q
    cross join lateral (select coalesce((select s.turn from registry.submission s where s.id = q.probe), 9223372036854775807) as turn,
                               coalesce(asked -> q.probe::text = 'true', false) as tells offset 0) p
    cross join lateral (
        select jsonb_agg(t.candidate order by t.place) as candidates
        from (
            select n.place, jsonb_build_object(
                'model_id', m.id, 'code', m.code, 'name', m.name, 'unit_id', m.unit_id, 'unit', u.path, 'similarity', n.similarity,
                'first_year', n.first_year, 'last_year', n.last_year, 'content', n.content_sketch,
                'field', (select f.name_key from registry.field f where f.id = m.field_id),
                'lead', (select x.name from registry.model_subject a join registry.subject x on x.id = a.subject_id
                         where a.model_id = m.id order by a.role = 'lead' desc, a.position limit 1),
                'places', (select coalesce(jsonb_agg(l.place order by l.position), '[]')
                           from (select a.place, a.position from registry.model_place a where a.model_id = m.id limit 20) l),
                'levels', (select coalesce(jsonb_agg(distinct g.level), '[]')
                           -- Ordered: else the planner of an empty table reads the whole of another index.
                           from (select x.level, x.submission_id from registry.recognition x
                                 where x.model_id = m.id and x.revoked_at is null order by x.level offset 0) g
                           cross join lateral (select o.turn from registry.submission o where o.id = g.submission_id offset 0) o
                           where o.turn < p.turn)) as candidate
            from (
                (select x.*, y.first_year, y.last_year, c.content_sketch
                 from unnest(q.ids, q.similarities, q.afar) with ordinality x (model_id, similarity, is_afar, place)
                 cross join lateral (select s.content_sketch from registry.model_signature s where s.model_id = x.model_id offset 0) c
                 cross join lateral (
                     select min(r.year) as first_year, max(r.year) as last_year
                     from (select g.year, g.submission_id from registry.registration g
                           where g.model_id = x.model_id and g.withdrawn_at is null offset 0) r
                     cross join lateral (select o.id, o.turn from registry.submission o where o.id = r.submission_id offset 0) o
                     where o.turn < p.turn and o.id <> q.probe offset 0) y
                 where not (x.is_afar and p.tells) and y.first_year is not null
                 limit 12)
                union all
                (select x.*, y.first_year, y.last_year, c.content_sketch
                 from unnest(q.ids, q.similarities, q.afar) with ordinality x (model_id, similarity, is_afar, place)
                 cross join lateral (select s.content_sketch from registry.model_signature s where s.model_id = x.model_id offset 0) c
                 cross join lateral (
                     select min(r.year) as first_year, max(r.year) as last_year
                     from (select g.year, g.submission_id from registry.registration g
                           where g.model_id = x.model_id and g.withdrawn_at is null offset 0) r
                     cross join lateral (select o.id, o.turn from registry.submission o where o.id = r.submission_id offset 0) o
                     where o.turn < p.turn and o.id <> q.probe offset 0) y
                 where x.is_afar and p.tells and y.first_year is not null
                 limit 4)
                limit 12) n
            cross join lateral (select x.* from registry.model x where x.id = n.model_id offset 0) m
            cross join lateral (select x.path from registry.unit x where x.id = m.unit_id offset 0) u
            offset 0) t offset 0) b
    where b.candidates is not null;
end $$;
comment on function registry.overlap_candidates(text, int) is 'Mô hình có thể chồng chéo với hồ sơ đăng ký / Models that may overlap with those being registered.';

create or replace function registry.sketches_meet(a bytea, b bytea)
returns boolean language sql immutable parallel safe as $$
-- Whether two sketches of contents (ContentSketch, 32 bins of a byte) have four bins side by side in common: of a copied text
-- some always are, of two texts about different things hardly any.  Null if one is not known.
    select substr(a, 1, 4) = substr(b, 1, 4) or substr(a, 5, 4) = substr(b, 5, 4) or substr(a, 9, 4) = substr(b, 9, 4)
        or substr(a, 13, 4) = substr(b, 13, 4) or substr(a, 17, 4) = substr(b, 17, 4) or substr(a, 21, 4) = substr(b, 21, 4)
        or substr(a, 25, 4) = substr(b, 25, 4) or substr(a, 29, 4) = substr(b, 29, 4)
$$;
comment on function registry.sketches_meet(bytea, bytea) is 'Hai nội dung có phần giống nhau / Whether two contents have a part in common.';

create or replace function registry.is_copied(a bytea, b bytea)
returns boolean language sql immutable parallel safe as $$
-- Whether two sketches of contents look like sketches of one text: three of the eight fours of bins are told and equal.  Of a copy in
-- which a tenth of the bins differ five are; OverlapScore then judges it bin by bin.  One expression, so that it is inlined; bytes,
-- since the parts of a text are counted from its beginning.
    select (substr(a, 1, 4) = substr(b, 1, 4) and substr(a, 1, 4) <> '\x00000000')::int
        + (substr(a, 5, 4) = substr(b, 5, 4) and substr(a, 5, 4) <> '\x00000000')::int
        + (substr(a, 9, 4) = substr(b, 9, 4) and substr(a, 9, 4) <> '\x00000000')::int
        + (substr(a, 13, 4) = substr(b, 13, 4) and substr(a, 13, 4) <> '\x00000000')::int
        + (substr(a, 17, 4) = substr(b, 17, 4) and substr(a, 17, 4) <> '\x00000000')::int
        + (substr(a, 21, 4) = substr(b, 21, 4) and substr(a, 21, 4) <> '\x00000000')::int
        + (substr(a, 25, 4) = substr(b, 25, 4) and substr(a, 25, 4) <> '\x00000000')::int
        + (substr(a, 29, 4) = substr(b, 29, 4) and substr(a, 29, 4) <> '\x00000000')::int >= 3
$$;
comment on function registry.is_copied(bytea, bytea) is 'Hai nội dung có lẽ là một / Whether two contents look like one text.';
