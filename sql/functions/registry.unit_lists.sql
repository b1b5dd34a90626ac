-- Readers of the lists inside a content (models, recipients, inspected units), shared by validation_facts and validation_apply,
-- so that both resolve an item in the same way.  Contents are anything the portal sent: a wrong shape gives no row, not an error.

create or replace function registry.listed_unit_texts(content jsonb)
returns setof text language sql immutable parallel safe as $$
-- Every unit text that a list inside the content names.
    select m ->> 'unit' from jsonb_array_elements(case when jsonb_typeof(content -> 'models') = 'array' then content -> 'models' else '[]' end) m
    where jsonb_typeof(m -> 'unit') = 'string'
    union all
    select u.value from jsonb_array_elements(case when jsonb_typeof(content -> 'recipients') = 'array' then content -> 'recipients' else '[]' end) r,
           lateral (values (r ->> 'unit'), (r #>> '{model,unit}')) u (value)
    where u.value is not null
    union all
    select u #>> '{}' from jsonb_array_elements(case when jsonb_typeof(content -> 'units') = 'array' then content -> 'units' else '[]' end) u
    where jsonb_typeof(u) = 'string'
$$;
comment on function registry.listed_unit_texts(jsonb) is 'Các đơn vị nêu trong danh sách / Unit texts that lists inside a content name.';

create or replace function registry.ended_unit(unit_text text, on_day date, matches jsonb, cards jsonb)
returns jsonb language sql immutable parallel safe as $$
-- What people still call by a name that no unit has any more: the unit of that name that had ended last before the day.
-- Parameters: matches - {text: [unit ids]} from registry.unit_matches; cards - {id: {"id", "path", "valid_until", "successors", …}} of
--             these units, as registry.validation_facts makes them.
-- Returns:    its card; null when none of that name had ended.
    select c.card
    from jsonb_array_elements_text(coalesce(matches -> unit_text, '[]')) u,
         lateral (select cards -> u.value as card) c
    where (c.card ->> 'valid_until')::date < on_day
    order by (c.card ->> 'valid_until')::date desc, u.value::bigint limit 1
$$;
comment on function registry.ended_unit(text, date, jsonb, jsonb) is 'Đơn vị cùng tên đã kết thúc / The unit of a name that had ended last.';

create or replace function registry.listed_unit_facts(list jsonb, field text, on_day date, matches jsonb, cards jsonb)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- What each item of a list names: how many units alive on the day it may mean, and which one had ended where none is.
-- Parameters: field - the item's member that holds the text, null when the item itself is the text;
--             matches, cards - as for registry.ended_unit.
-- Returns:    [{"index", "unit_candidates", "ended_unit"?}], 0 when the text is missing or unknown.
    select coalesce(jsonb_agg(jsonb_build_object('index', e.ordinality - 1, 'unit_candidates', n.alive)
               || case when n.alive = 0 and x.ended is not null then jsonb_build_object('ended_unit', x.ended) else '{}' end
               order by e.ordinality), '[]')
    from jsonb_array_elements(case when jsonb_typeof(list) = 'array' then list else '[]' end) with ordinality e
    cross join lateral (select case when field is null then e.value #>> '{}' else e.value ->> field end as unit_text offset 0) t
    cross join lateral (
        select count(*) as alive from jsonb_array_elements_text(coalesce(matches -> t.unit_text, '[]')) c
        join registry.unit u on u.id = c.value::bigint where (u.valid @> on_day) is true) n
    left join lateral (select registry.ended_unit(t.unit_text, on_day, matches, cards) as ended) x on n.alive = 0
$$;
comment on function registry.listed_unit_facts(jsonb, text, date, jsonb, jsonb) is
    'Đơn vị của từng dòng / What units each item of a list may mean.';

create or replace function registry.resolved_model(unit_text text, model_key text, on_day date, matches jsonb)
returns table (unit_candidates int, model_id bigint) language sql stable set search_path = registry, pg_temp as $$
-- The model that a unit text and a name mean.  Units alive on the day go first; where none is alive the ended ones that have such a
-- model count: a decision may name a model whose unit has ended since.
-- Returns: one row: how many units the text may mean, and the model when it is exactly one.
    select case when x.alive > 0 then x.alive else x.ended_with_model end::int,
           case when x.alive = 1 then x.alive_models[1] when x.alive = 0 and x.ended_with_model = 1 then x.ended_models[1] end
    from (select count(*) filter (where u.valid @> on_day) as alive,
                 count(*) filter (where not u.valid @> on_day and m.id is not null) as ended_with_model,
                 array_agg(m.id) filter (where u.valid @> on_day and m.id is not null) as alive_models,
                 array_agg(m.id) filter (where not u.valid @> on_day and m.id is not null) as ended_models
          from jsonb_array_elements_text(coalesce(matches -> unit_text, '[]')) c
          join registry.unit u on u.id = c.value::bigint
          left join registry.model m on m.unit_id = u.id and m.name_key = model_key) x
$$;
comment on function registry.resolved_model(text, text, date, jsonb) is 'Mô hình theo đơn vị và tên / The model that a unit text and a name mean.';

create or replace function registry.listed_models(content jsonb, on_day date, matches jsonb)
returns table (index int, unit_candidates int, model_id bigint) language sql stable set search_path = registry, pg_temp as $$
-- The models that a recognition lists, one row an item of /models.
    select (e.ordinality - 1)::int, r.unit_candidates, r.model_id
    from jsonb_array_elements(case when jsonb_typeof(content -> 'models') = 'array' then content -> 'models' else '[]' end) with ordinality e,
         lateral registry.resolved_model(e.value ->> 'unit', registry.name_key(left(e.value ->> 'name', 2000)), on_day, matches) r
$$;
comment on function registry.listed_models(jsonb, date, jsonb) is 'Mô hình trong danh sách công nhận / The models that a recognition lists.';
