create or replace function registry.apply_signatures(verdicts jsonb)
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes into the overlap index the models that registrations just made.  Called by registry.validation_apply.
-- Parameters: verdicts - [{"id", "signature"?: {"parts", "title"?, "core_bits", "places", "province", "content"}}];
--             of a verdict without a signature it is computed here, fifty times slower.
-- Tables:     select - model, registration; insert - model_signature, title_model, title_part, title_place.  A model that has a
--             signature keeps it; every key holds a new model, so no lane waits for another.
declare
    fresh jsonb;
begin
    select jsonb_agg(v.signature || jsonb_build_object('model_id', m.id, 'unit_id', m.unit_id)) into fresh
    from (select (e ->> 'id')::bigint as id, e -> 'signature' as given from jsonb_array_elements(verdicts) e offset 0) d
    cross join lateral (select r.model_id from registry.registration r where r.submission_id = d.id offset 0) r
    cross join lateral (select x.id, x.name_key, x.unit_id from registry.model x where x.id = r.model_id and x.submission_id = d.id
                        and not exists (select from registry.model_signature s where s.model_id = x.id) offset 0) m
    cross join lateral (
        select d.given as signature where d.given ? 'core_bits'
        union all
        select jsonb_build_object('parts', t.parts, 'title', t.title, 'core_bits', t.core_bits)
        from registry.title_signature(m.name_key) t where d.given is null or not d.given ? 'core_bits') v;
    if fresh is not null then
        perform registry.write_signatures(fresh);
    end if;
end $$;
comment on function registry.apply_signatures(jsonb) is 'Ghi dấu vết mô hình vừa đăng ký / Writes the signatures of models that registrations just made.';

create or replace function registry.write_signatures(signatures jsonb)
returns void language plpgsql volatile set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Inserts signatures of models that have none.
-- Parameters: signatures - [{"model_id", "unit_id", "parts", "title"?, "core_bits", "places"?, "province"?, "content"?}].
-- A title that is there is not written again.  Two transactions may bring a new one at the same time: neither sees the other's, and
-- both keep theirs, under the models that brought them; the search takes each title once.
begin
    insert into registry.model_signature (model_id, province, content_sketch)
    select (e ->> 'model_id')::bigint, coalesce((e ->> 'province')::int, 0), e ->> 'content'
    from jsonb_array_elements(signatures) e;
    with given as materialized (
        select (e ->> 'model_id')::bigint as model_id, coalesce((e ->> 'province')::int, 0) as province, e -> 'parts' as parts,
               coalesce((e ->> 'title')::bigint, registry.title_number((e ->> 'core_bits')::bit(512))) as title,
               (e ->> 'core_bits')::bit(512) as bits, decode(e ->> 'content', 'hex') as content
        from jsonb_array_elements(signatures) e),
    listed as (
        insert into registry.title_model (title, province, model_id, content)
        select g.title, g.province, g.model_id, g.content from given g)
    insert into registry.title_part (part, size, title, model_id, bits)
    select distinct on (n.part, n.size, n.title, n.bits) n.part, n.size, n.title, n.model_id, n.bits
    from (select k::bigint as part, bit_count(g.bits)::smallint as size, g.title, g.model_id, g.bits
          from given g, jsonb_array_elements_text(g.parts) k offset 0) n
    where not exists (select from registry.title_part x
                      where x.part = n.part and x.size = n.size and x.title = n.title and x.bits = n.bits)
    order by n.part, n.size, n.title, n.bits, n.model_id;
    insert into registry.title_place (place, model_id, core_size, core_bits, content)
    select distinct on (y.k, x.model_id) y.k, x.model_id, bit_count(x.b), x.b, case when y.k < 0 then x.content end
    from jsonb_array_elements(signatures) e,
         lateral (select l::bigint as k from jsonb_array_elements_text(coalesce(e -> 'places', '[]')) l
                  union select -(e ->> 'unit_id')::bigint) y,
         lateral (select (e ->> 'model_id')::bigint as model_id, (e ->> 'core_bits')::bit(512) as b,
                         decode(e ->> 'content', 'hex') as content) x;
end $$;
comment on function registry.write_signatures(jsonb) is 'Ghi dấu vết mô hình / Inserts signatures of models.';

create or replace function registry.sign_models(at_most int default 1000)
returns int language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Gives signatures to models that have none: those that were there before the overlap index.
-- Parameters: at_most - models signed in this call, 1 or more; about 1 ms a title.
-- Returns:    how many were signed; 0 when none is left.
declare
    unsigned jsonb;
begin
    -- Titles come again and again: each is worked out once.
    with missing as materialized (
        select x.id, x.name_key, x.unit_id from registry.model x
        where not exists (select from registry.model_signature s where s.model_id = x.id) order by x.id limit at_most),
    signed as materialized (
        select jsonb_object_agg(d.name_key, jsonb_build_object('parts', t.parts, 'title', t.title, 'core_bits', t.core_bits)) as titles
        from (select distinct m.name_key from missing m) d cross join lateral registry.title_signature(d.name_key) t)
    select jsonb_agg((g.titles -> m.name_key)
                     || jsonb_build_object('model_id', m.id, 'unit_id', m.unit_id, 'places', p.places, 'province', p.province))
    into unsigned
    from signed g, missing m
    join registry.unit u on u.id = m.unit_id,
         lateral registry.standing_places(u.path, m.name_key || coalesce((
             select string_agg(' ' || a.place_key, '') from registry.model_place a where a.model_id = m.id), '')) p;
    if unsigned is null then
        return 0;
    end if;
    perform registry.write_signatures(unsigned);
    return jsonb_array_length(unsigned);
end $$;
comment on function registry.sign_models(int) is 'Lập dấu vết cho mô hình có sẵn / Gives signatures to models that have none.';

create or replace function registry.standing_places(path text, named text)
returns table (places bigint[], province int) language plpgsql stable set search_path = registry, pg_temp as $$
-- Where a model stands, as the daemon's OverlapSubject numbers it, if its unit's path alone decides that.
-- Parameters: path - of the unit; named - keys of the model's title and places.
-- Returns:    one row: a number for each commune of the path, and the number of the path's top; {} and 0, not known, when the title or
--             a place may name a commune, or a part of the path more than one place.
declare
    -- A name in which another place may begin: “xã Tân Thành” and “xã An Lạc Thôn” are whole names.
    mixed constant text := '^\S+ \S+.* ((thôn|xóm|bản|ấp|tổ|khu|khối|làng|buôn|phum|sóc|xã|phường) |(trấn|huyện|tỉnh|quận|thành phố)( |$))';
    part  text;
    root  text;
    found text[] := '{}';
begin
    places := '{}';
    province := 0;
    if named ~ '(^| )(xã|phường|trấn) ' then
        return next;
        return;
    end if;
    foreach part in array string_to_array(path, ',') loop
        root := registry.name_key(part);
        if root ~ '^(xã|phường|thị trấn) ' then
            part := regexp_replace(root, '^thị ', '');
            if part ~ mixed or part ~ '^\S+( \S+){6}' or part ~ '^xã (hội|viên|đạt)( |$)' then
                return next;
                return;
            end if;
            found := found || part;
        end if;
    end loop;
    places := array(select registry.place_number(c || ', ' || root) from unnest(found) c);
    province := (registry.place_number(root) & 2147483647)::int;
    return next;
end $$;
comment on function registry.standing_places(text, text) is 'Xã và tỉnh theo đường dẫn đơn vị / Where a model stands by its unit''s path.';

create or replace function registry.place_number(value text)
returns bigint language plpgsql immutable strict parallel safe as $$
-- A hash of 62 bits, the same as OverlapSubject's in Swift.
declare
    high   bigint := 1;
    low    bigint := 1;
    letter text;
begin
    foreach letter in array string_to_array(value, null) loop
        high := (high * 1000003 + ascii(letter)) % 2147483647;
        low := (low * 48271 + ascii(letter)) % 2147483647;
    end loop;
    return high << 31 | low;
end $$;
comment on function registry.place_number(text) is 'Số của một địa danh / A hash of a place''s name.';
