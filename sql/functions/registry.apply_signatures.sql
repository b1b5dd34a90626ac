create or replace function registry.apply_signatures(verdicts jsonb)
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes into the overlap index the models that registrations just made.  Called by registry.validation_apply.
-- Parameters: verdicts - [{"id", "signature"?: {"group", "buckets", "group_bits", "bits", "localities", "province", "content"}}];
--             of a verdict without a signature it is computed here, a hundred times slower.
-- Tables:     select - model, registration; insert - model_signature, title_group, title_bucket, model_locality.  A model that has a
--             signature keeps it; every key starts or ends with a new model, so no lane waits for another.
declare
    fresh jsonb;
begin
    select jsonb_agg(v.signature || jsonb_build_object('model_id', m.id)) into fresh
    from (select (e ->> 'id')::bigint as id, e -> 'signature' as given from jsonb_array_elements(verdicts) e offset 0) d
    cross join lateral (select r.model_id from registry.registration r where r.submission_id = d.id offset 0) r
    cross join lateral (select x.id, x.name_key from registry.model x where x.id = r.model_id and x.submission_id = d.id
                        and not exists (select from registry.model_signature s where s.model_id = x.id) offset 0) m
    cross join lateral (
        select d.given as signature where d.given ? 'bits'
        union all
        select jsonb_build_object('group', t.title_group, 'buckets', t.buckets, 'group_bits', t.group_bits, 'bits', t.bits)
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
-- Parameters: signatures - [{"model_id", "group", "buckets", "group_bits", "bits", "localities"?, "province"?, "content"?}].
begin
    insert into registry.model_signature (model_id, title_group, province, size, bits, content_sketch)
    select (e ->> 'model_id')::bigint, (e ->> 'group')::bigint, coalesce((e ->> 'province')::int, 0),
           bit_count((e ->> 'bits')::bit(512)), (e ->> 'bits')::bit(512), e ->> 'content'
    from jsonb_array_elements(signatures) e;
    with added as (
        insert into registry.title_group (title_group, model_id, size, bits)
        select distinct on (n.title_group) n.title_group, n.model_id, bit_count(n.bits), n.bits
        from (select (e ->> 'group')::bigint as title_group, (e ->> 'model_id')::bigint as model_id, (e ->> 'group_bits')::bit(512) as bits
              from jsonb_array_elements(signatures) e) n
        where not exists (select from registry.title_group t where t.title_group = n.title_group)
        order by n.title_group, n.model_id
        returning title_group, model_id)
    insert into registry.title_bucket (bucket, title_group, model_id)
    select distinct b::int, a.title_group, a.model_id
    from added a
    join (select (e ->> 'model_id')::bigint as model_id, e -> 'buckets' as buckets from jsonb_array_elements(signatures) e) n
      on n.model_id = a.model_id,
    jsonb_array_elements_text(n.buckets) b;
    insert into registry.model_locality (locality, model_id)
    select distinct l, (e ->> 'model_id')::bigint
    from jsonb_array_elements(signatures) e, jsonb_array_elements_text(coalesce(e -> 'localities', '[]')) l
    where l <> '';
end $$;
comment on function registry.write_signatures(jsonb) is 'Ghi dấu vết mô hình / Inserts signatures of models.';

create or replace function registry.sign_models(at_most int default 1000)
returns int language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Gives signatures to models that have none: those that were there before the overlap index.
-- Parameters: at_most - models signed in this call, 1 or more; about 2 ms each.
-- Returns:    how many were signed; 0 when none is left.
declare
    unsigned jsonb;
begin
    select jsonb_agg(jsonb_build_object('model_id', m.id, 'group', t.title_group, 'buckets', t.buckets,
                                        'group_bits', t.group_bits, 'bits', t.bits)) into unsigned
    from (select x.id, x.name_key from registry.model x
          where not exists (select from registry.model_signature s where s.model_id = x.id) order by x.id limit at_most) m,
         lateral registry.title_signature(m.name_key) t;
    if unsigned is null then
        return 0;
    end if;
    perform registry.write_signatures(unsigned);
    return jsonb_array_length(unsigned);
end $$;
comment on function registry.sign_models(int) is 'Lập dấu vết cho mô hình có sẵn / Gives signatures to models that have none.';
