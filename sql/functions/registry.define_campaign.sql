create or replace function registry.define_field_set(code text, name text, fields jsonb)
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Records a set of fields, or changes it; a field in use is never removed.
-- Parameters: fields - [{"code": "kinh_te", "name": "Kinh tế"}, …] in printing order.
-- Errors:     22023 fields is not such a list.  Tables: insert, update - field_set, field.
begin
    if jsonb_typeof(fields) is distinct from 'array' or jsonb_array_length(fields) = 0
       or exists (select from jsonb_array_elements(fields) f where coalesce(f ->> 'code', '') = '' or coalesce(f ->> 'name', '') = '') then
        raise exception 'Danh sách lĩnh vực không đúng dạng / fields must be a list of objects'
            using errcode = 'invalid_parameter_value', hint = '[{"code": "kinh_te", "name": "Kinh tế"}]';
    end if;
    insert into registry.field_set (code, name) values (define_field_set.code, define_field_set.name)
    on conflict on constraint field_set_pkey do update set name = excluded.name;
    insert into registry.field (field_set, code, name, name_key, position)
    select define_field_set.code, f.value ->> 'code', f.value ->> 'name', registry.name_key(f.value ->> 'name'), f.ordinality
    from jsonb_array_elements(fields) with ordinality f
    on conflict on constraint field_one_per_code
        do update set name = excluded.name, name_key = excluded.name_key, position = excluded.position;
end $$;
comment on function registry.define_field_set(text, text, jsonb) is 'Khai báo bộ lĩnh vực / Records a set of fields.';

create or replace function registry.define_campaign(code text, name text, unit_code text, period text, field_set text, tree text,
    parameters jsonb default '{}')
returns bigint language plpgsql security definer set search_path = registry, pg_temp as $$
-- Opens a campaign, or changes the one of that code; its rule set is the newest when it is opened, and stays.
-- Parameters: unit_code - organising unit, resolved on the first day of the period; period - see registry.period_range;
--             parameters - supplement_limit (default 1), subject_kinds (default ["collective","individual"]), deadlines, …
-- Returns:    the campaign's id.
-- Errors:     22023 unknown unit, period, field set or tree, parameters no object.  Tables: insert, update - campaign, period.
declare
    days record;
    organiser bigint;
    the_id bigint;
begin
    select * into days from registry.period_range(define_campaign.period);
    perform registry.ensure_period(define_campaign.period);
    organiser := registry.unit_by_code(unit_code, days.first_day);
    if not exists (select from registry.field_set s where s.code = define_campaign.field_set) then
        raise exception 'Không có bộ lĩnh vực “%” / unknown field set “%”', field_set, field_set
            using errcode = 'invalid_parameter_value',
                  hint = 'Khai báo bằng registry.define_field_set / record it with registry.define_field_set';
    end if;
    if not exists (select from registry.term t where t.family = 'tree' and t.code = define_campaign.tree) then
        raise exception 'Không có cây tổ chức “%” / unknown tree “%”', tree, tree
            using errcode = 'invalid_parameter_value', hint = 'hanh_chinh, dang, mat_tran';
    end if;
    if jsonb_typeof(parameters) is distinct from 'object' then
        raise exception 'Tham số của đợt phải là một đối tượng JSON / parameters must be a JSON object'
            using errcode = 'invalid_parameter_value', hint = '{"supplement_limit": 1}';
    end if;
    insert into registry.campaign (code, name, unit_id, period, field_set, criterion_set, rule_set, tree, parameters)
    values (define_campaign.code, define_campaign.name, organiser, define_campaign.period, define_campaign.field_set,
            (select c.code from registry.criterion_set c order by c.code limit 1),
            coalesce((select max(r.rule_set) from registry.rule r), 1), define_campaign.tree,
            '{"supplement_limit": 1, "subject_kinds": ["collective", "individual"]}'::jsonb || define_campaign.parameters)
    on conflict on constraint campaign_one_per_code
        do update set name = excluded.name, unit_id = excluded.unit_id, period = excluded.period, field_set = excluded.field_set,
                      tree = excluded.tree, parameters = excluded.parameters
    returning campaign.id into the_id;
    return the_id;
end $$;
comment on function registry.define_campaign(text, text, text, text, text, text, jsonb) is 'Mở đợt / Opens a campaign, or changes the one of that code.';
