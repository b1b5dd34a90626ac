create or replace function registry.apply_registrations(judged registry.judged[])
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes subjects, models, places and registrations of submissions just judged valid.  Called by registry.validation_apply.
-- Errors: 23505 registration_one_per_model_and_year: an equal registration came first, the job is run again.
-- Tables: insert - subject, model, model_subject, model_place, registration; update - subject (spelling of the earliest).
-- Rows go in by key order, so that two lanes never wait for each other in a ring.
declare
    named   registry.named_subject[];
    leads   jsonb;
    fields  jsonb;
    blocks  jsonb;
    sources jsonb;
begin
    if cardinality(judged) = 0 then
        return;
    end if;

    -- What several rows share is found once.
    select coalesce(array_agg((j.id, j.turn, j.unit_id, x.kind, x.name, k.key, x."position", x.role, x.list_position)::registry.named_subject), '{}')
    into named
    from unnest(judged) j, registry.listed_subjects(j.content) x, lateral (select registry.name_key(left(x.name, 500)) as key) k
    where k.key <> '';
    perform registry.ensure_subjects(named);
    select jsonb_object_agg(l.submission_id, jsonb_build_array(l.subject_id, l.kind)) into leads
    from (select distinct on (n.submission_id) n.submission_id, s.id as subject_id, s.kind
          from unnest(named) n join registry.subject s on s.name_key = n.name_key and s.kind = n.kind and s.unit_id = n.unit_id
          order by n.submission_id, n.role = 'lead' desc, n.list_position) l;
    select jsonb_object_agg(d.campaign_id || ' ' || d.field, registry.field_of(d.campaign_id, d.field)) into fields
    from (select distinct j.campaign_id, j.content #>> '{model,field}' as field from unnest(judged) j
          where j.content #>> '{model,field}' is not null) d;
    select jsonb_object_agg(d.campaign_id || ' ' || d.unit_id, registry.block_of(d.unit_id, d.campaign_id)) into blocks
    from (select distinct j.campaign_id, j.unit_id from unnest(judged) j) d
    -- Each takes 70 µs, and most committees have none.
    where exists (select from registry.campaign c join registry.block b on b.committee_id = c.unit_id where c.id = d.campaign_id offset 0);
    sources := registry.unit_match_map(array(select j.content #>> '{model,source,unit}' from unnest(judged) j where j.source_model_key is not null));

    insert into registry.model (code, name, name_key, unit_id, field_id, first_year, submission_id)
    select 'MH' || m.id, m.name, m.model_key, m.unit_id, (fields ->> (m.campaign_id || ' ' || m.field))::bigint, m.year, m.id
    from (select distinct on (j.unit_id, j.model_key) j.*, j.content #>> '{model,name}' as name, j.content #>> '{model,field}' as field
          from unnest(judged) j where j.model_key is not null and j.year is not null
          order by j.unit_id, j.model_key, j.turn) m
    order by m.unit_id, m.model_key
    on conflict on constraint model_one_per_unit_and_name do nothing;

    insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, block_id, subject_id, subject_kind,
                                       source_model_id, open_subject_list, starts_on, ends_on, registered_on)
    select j.id, m.id, j.campaign_id, j.unit_id, j.year, j.content ->> 'type',
           (fields ->> (j.campaign_id || ' ' || (j.content #>> '{model,field}')))::bigint,
           (blocks ->> (j.campaign_id || ' ' || j.unit_id))::bigint,
           (leads -> j.id::text ->> 0)::bigint, leads -> j.id::text ->> 1, source.id,
           coalesce(j.content -> 'open_subject_list' = 'true', false), registry.iso_date(j.content ->> 'starts_on'),
           registry.iso_date(j.content ->> 'ends_on'), j.filed_on
    from unnest(judged) j
    join registry.model m on m.unit_id = j.unit_id and m.name_key = j.model_key
    left join lateral (
        select k.id from jsonb_array_elements_text(coalesce(sources -> (j.content #>> '{model,source,unit}'), '[]')) u
        join registry.model k on k.unit_id = u.value::bigint and k.name_key = j.source_model_key
        where k.id <> m.id
        order by exists (select from registry.recognition g where g.model_id = k.id and g.revoked_at is null) desc, k.submission_id
        limit 1) source on j.source_model_key is not null
    where j.year is not null
    order by m.id, j.year;

    insert into registry.model_subject (model_id, subject_id, role, position)
    select distinct on (r.model_id, s.id) r.model_id, s.id, n.role, n.list_position
    from unnest(named) n
    join registry.registration r on r.submission_id = n.submission_id
    join registry.subject s on s.name_key = n.name_key and s.kind = n.kind and s.unit_id = n.unit_id
    order by r.model_id, s.id, n.role = 'lead' desc, n.list_position
    on conflict on constraint model_subject_pkey do nothing;

    insert into registry.model_place (model_id, place, place_key, position)
    select distinct on (r.model_id, k.key) r.model_id, p.value, k.key, p.ordinality - 1
    from unnest(judged) j
    join registry.registration r on r.submission_id = j.id,
    jsonb_array_elements_text(case when jsonb_typeof(j.content #> '{model,places}') = 'array' then j.content #> '{model,places}' else '[]' end)
        with ordinality p,
    lateral (select registry.name_key(left(p.value, 500)) as key) k
    where k.key <> ''
    order by r.model_id, k.key, p.ordinality
    on conflict on constraint model_place_pkey do nothing;
end $$;
comment on function registry.apply_registrations(registry.judged[]) is 'Ghi đăng ký hợp lệ / Writes subjects, models and registrations of valid submissions.';

create or replace function registry.listed_subjects(content jsonb)
returns table (kind text, name text, role text, "position" text, list_position int) language sql immutable parallel safe as $$
-- The subjects of a registration, in its order; the first leads unless another says so.
    select s.value ->> 'kind', s.value ->> 'name',
           case when s.value ->> 'role' in ('lead', 'coordinate', 'participate') then s.value ->> 'role'
                when s.ordinality = 1 then 'lead' else 'participate' end,
           s.value ->> 'position', (s.ordinality - 1)::int
    from jsonb_array_elements(case when jsonb_typeof(content -> 'subjects') = 'array' then content -> 'subjects' else '[]' end)
         with ordinality s
    where s.value ->> 'kind' in ('collective', 'individual', 'household') and s.value ->> 'name' <> ''
$$;
comment on function registry.listed_subjects(jsonb) is 'Chủ thể nêu trong hồ sơ đăng ký / The subjects of a registration.';

create or replace function registry.field_of(campaign_id bigint, field text)
returns bigint language sql stable set search_path = registry, pg_temp as $$
-- The field that a text names in the campaign's set, by code or name; null when it names none.
    select f.id
    from registry.campaign c join registry.field f on f.field_set = c.field_set
    where c.id = campaign_id and (f.code = field or f.name_key = registry.name_key(field))
    order by f.code = field desc limit 1
$$;
comment on function registry.field_of(bigint, text) is 'Lĩnh vực theo tên trong đợt / The field that a text names in the campaign''s set.';

create or replace function registry.block_of(unit_id bigint, campaign_id bigint)
returns bigint language sql stable set search_path = registry, pg_temp as $$
-- The block of a unit, or of the nearest unit above it that has one, for the committee that organises the campaign, as of the
-- campaign's period (its last day, else the latest day in it); null = unclassified.
    with recursive campaign as (
        select c.unit_id as committee, c.tree, p.first_day, p.last_day
        from registry.campaign c join registry.period p on p.code = c.period
        where c.id = campaign_id and exists (select from registry.block b where b.committee_id = c.unit_id)),
    up (id, depth) as (
        select block_of.unit_id, 0 from campaign
        union all
        select p.parent_id, up.depth + 1
        from up, campaign c, registry.unit_parent p
        where p.unit_id = up.id and p.tree = c.tree and p.valid @> c.last_day and up.depth < 8)
    select b.block_id
    from up, campaign c, registry.unit_block b
    where b.unit_id = up.id and b.committee_id = c.committee and b.valid && daterange(c.first_day, c.last_day, '[]')
    order by up.depth, b.valid @> c.last_day desc, b.valid desc
    limit 1
$$;
comment on function registry.block_of(bigint, bigint) is 'Khối của đơn vị trong kỳ của đợt / The block of a unit as of a campaign''s period.';

create or replace function registry.ensure_subjects(named registry.named_subject[])
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Records the subjects that are not there yet; of several spellings the one of the smallest turn stays, whoever came first.
-- Tables: insert, update - subject.  On conflict nothing is locked: another lane is waited for only if it inserts the same one.
declare
    firsts registry.named_subject[];
    added int;
begin
    select array_agg(f::registry.named_subject) into firsts
    from (select distinct on (n.name_key, n.kind, n.unit_id) n.* from unnest(named) n order by n.name_key, n.kind, n.unit_id, n.turn) f;
    insert into registry.subject (unit_id, kind, name, name_key, position, first_turn)
    select f.unit_id, f.kind, f.name, f.name_key, f."position", f.turn
    from unnest(firsts) f order by f.name_key, f.kind, f.unit_id
    on conflict on constraint subject_one_per_unit_and_name do nothing;
    get diagnostics added = row_count;
    if added < cardinality(firsts) then
        -- Each by its whole key (“is not distinct from” is none): hundreds of units have a “chi bộ thôn 1”.
        update registry.subject x set name = f.name, position = f."position", first_turn = f.turn
        from unnest(firsts) f
        cross join lateral (select y.id from registry.subject y
                            where y.name_key = f.name_key and y.kind = f.kind and y.unit_id = f.unit_id and y.first_turn > f.turn
                            union all
                            select y.id from registry.subject y
                            where y.name_key = f.name_key and y.kind = f.kind and y.unit_id is null and f.unit_id is null
                              and y.first_turn > f.turn offset 0) k
        where x.id = k.id and x.first_turn > f.turn;
    end if;
end $$;
comment on function registry.ensure_subjects(registry.named_subject[]) is 'Ghi chủ thể nếu chưa có / Records subjects that are not there yet.';
