create or replace function registry.apply_signatures(verdicts jsonb)
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes into the overlap index the models that registrations just made.  Called by registry.validation_apply.
-- Parameters: verdicts - [{"id", "signature"?: {"parts", "core_bits", "bits", "places", "province", "content"}}];
--             of a verdict without a signature it is computed here, fifty times slower.
-- Tables:     select - model, registration; insert - model_signature, title_part, title_place.  A model that has a signature keeps it;
--             every key holds a new model, so no lane waits for another.
declare
    fresh jsonb;
begin
    select jsonb_agg(v.signature || jsonb_build_object('model_id', m.id, 'unit_id', m.unit_id)) into fresh
    from (select (e ->> 'id')::bigint as id, e -> 'signature' as given from jsonb_array_elements(verdicts) e offset 0) d
    cross join lateral (select r.model_id from registry.registration r where r.submission_id = d.id offset 0) r
    cross join lateral (select x.id, x.name_key, x.unit_id from registry.model x where x.id = r.model_id and x.submission_id = d.id
                        and not exists (select from registry.model_signature s where s.model_id = x.id) offset 0) m
    cross join lateral (
        select d.given as signature where d.given ? 'bits'
        union all
        select jsonb_build_object('parts', t.parts, 'core_bits', t.core_bits, 'bits', t.bits)
        from registry.title_signature(m.name_key) t where d.given is null or not d.given ? 'bits') v;
    if fresh is not null then
        perform registry.write_signatures(fresh);
    end if;
end $$;
comment on function registry.apply_signatures(jsonb) is 'Ghi dấu vết mô hình vừa đăng ký / Writes the signatures of models that registrations just made.';

create or replace function registry.write_signatures(signatures jsonb)
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Inserts signatures of models that have none.
-- Parameters: signatures - [{"model_id", "unit_id", "parts", "core_bits", "bits", "places"?, "province"?, "content"?}].
begin
    insert into registry.model_signature (model_id, province, content_sketch)
    select (e ->> 'model_id')::bigint, coalesce((e ->> 'province')::int, 0), e ->> 'content'
    from jsonb_array_elements(signatures) e;
    insert into registry.title_part (part, province, model_id, size, bits)
    select distinct k::bigint, coalesce((e ->> 'province')::int, 0), (e ->> 'model_id')::bigint, bit_count(b), b
    from jsonb_array_elements(signatures) e, jsonb_array_elements_text(e -> 'parts') k, lateral (select (e ->> 'bits')::bit(512) as b) x;
    insert into registry.title_place (place, model_id, core_size, core_bits)
    select distinct k, (e ->> 'model_id')::bigint, bit_count(b), b
    from jsonb_array_elements(signatures) e,
         lateral (select l::bigint as k from jsonb_array_elements_text(coalesce(e -> 'places', '[]')) l
                  union select -(e ->> 'unit_id')::bigint) y,
         lateral (select (e ->> 'core_bits')::bit(512) as b) x;
end $$;
comment on function registry.write_signatures(jsonb) is 'Ghi dấu vết mô hình / Inserts signatures of models.';

create or replace function registry.sign_models(at_most int default 1000)
returns int language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Gives signatures to models that have none: those that were there before the overlap index.
-- Parameters: at_most - models signed in this call, 1 or more; about 1 ms each.
-- Returns:    how many were signed; 0 when none is left.
declare
    unsigned jsonb;
begin
    select jsonb_agg(jsonb_build_object('model_id', m.id, 'unit_id', m.unit_id, 'parts', t.parts, 'core_bits', t.core_bits,
                                        'bits', t.bits)) into unsigned
    from (select x.id, x.name_key, x.unit_id from registry.model x
          where not exists (select from registry.model_signature s where s.model_id = x.id) order by x.id limit at_most) m,
         lateral registry.title_signature(m.name_key) t;
    if unsigned is null then
        return 0;
    end if;
    perform registry.write_signatures(unsigned);
    return jsonb_array_length(unsigned);
end $$;
comment on function registry.sign_models(int) is 'Lập dấu vết cho mô hình có sẵn / Gives signatures to models that have none.';
