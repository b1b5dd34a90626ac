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
-- Opens a campaign, or changes the one of that code; its rule set is the newest when it is opened, or the one that the parameter
-- rule_set names, and stays.  Each change is recorded in registry.audit with what was and what is, and by itself what the campaign
-- weighs otherwise than the catalogue (severity).
-- Parameters: unit_code - organising unit, resolved on the first day of the period; period - see registry.period_range;
--             parameters - subject_kinds (default ["collective","individual"]) and the others that
--             registry.check_campaign_parameters knows; unknown ones are refused.  Of supplement_limit and change_limit_percent the
--             default is the legal parameter of the period's first day.
-- Returns:    the campaign's id.
-- Errors:     22023 unknown unit, period, field set or tree, parameters no object or one of them not as it should be (detail: which);
--             55000 no rule set is loaded, or neither the parameters nor the law give a limit (registry.refuse_missing).
-- Tables:     insert, update - campaign, period; insert - audit.
declare
    days record;
    organiser bigint;
    the_id bigint;
    the_rule_set int;
    the_before jsonb;
    defaults jsonb;
    missing text;
    old_severity jsonb;
    new_severity jsonb := coalesce(parameters -> 'severity', '{}');
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
    select c.rule_set, coalesce(c.parameters -> 'severity', '{}'), registry.campaign_card(c) into the_rule_set, old_severity, the_before
    from registry.campaign c where c.code = define_campaign.code for update;
    if not found then
        the_rule_set := coalesce(case when jsonb_typeof(parameters -> 'rule_set') = 'number' then
                                     (select r.rule_set from registry.rule r where to_jsonb(r.rule_set) = parameters -> 'rule_set' limit 1) end,
                                 (select max(r.rule_set) from registry.rule r));
        if the_rule_set is null then
            raise exception 'Chưa nạp bộ quy tắc nào / no rule set is loaded'
                using errcode = 'object_not_in_prerequisite_state', detail = 'registry.rule', hint = 'dvkd migrate';
        end if;
    end if;
    perform registry.check_campaign_parameters(parameters, the_rule_set);
    defaults := registry.campaign_defaults(days.first_day);
    select string_agg(n, ', ' order by n) into missing
    from unnest(array['supplement_limit', 'change_limit_percent']) n where not (defaults || parameters) ? n;
    if missing is not null then
        perform registry.refuse_missing(code, missing);
    end if;
    insert into registry.campaign (code, name, unit_id, period, field_set, criterion_set, rule_set, tree, parameters)
    values (define_campaign.code, define_campaign.name, organiser, define_campaign.period, define_campaign.field_set,
            (select c.code from registry.criterion_set c order by c.code limit 1),
            the_rule_set, define_campaign.tree,
            '{"subject_kinds": ["collective", "individual"]}'::jsonb || defaults || define_campaign.parameters)
    on conflict on constraint campaign_one_per_code
        do update set name = excluded.name, unit_id = excluded.unit_id, period = excluded.period, field_set = excluded.field_set,
                      tree = excluded.tree, parameters = excluded.parameters
    returning campaign.id into the_id;
    if the_before is not null then
        insert into registry.audit (action, object, object_id, detail)
        select 'redefine_campaign', 'campaign', c.id, jsonb_build_object('from', the_before, 'to', registry.campaign_card(c))
        from registry.campaign c where c.id = the_id and registry.campaign_card(c) is distinct from the_before;
    end if;
    if coalesce(old_severity, '{}') <> new_severity then
        insert into registry.audit (action, object, object_id, detail)
        values ('weigh_rules', 'campaign', the_id, jsonb_build_object('from', coalesce(old_severity, '{}'), 'to', new_severity));
    end if;
    return the_id;
end $$;
comment on function registry.define_campaign(text, text, text, text, text, text, jsonb) is 'Mở đợt / Opens a campaign, or changes the one of that code.';

create or replace function registry.campaign_card(c registry.campaign)
returns jsonb language sql immutable set search_path = registry, pg_temp as $$
-- What a campaign is defined by, as the audit keeps it.
    select jsonb_build_object('name', c.name, 'unit_id', c.unit_id, 'period', c.period, 'field_set', c.field_set, 'tree', c.tree,
                              'parameters', c.parameters)
$$;
comment on function registry.campaign_card(registry.campaign) is 'Đợt như được khai báo / What a campaign is defined by.';

create or replace function registry.campaign_defaults(on_day date)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- The parameters that a campaign has unless it says otherwise, from the legal parameters of a day.
    select coalesce(jsonb_object_agg(p.code, p.value), '{}')
    from registry.legal_parameter p
    where p.code in ('supplement_limit', 'change_limit_percent') and p.valid @> on_day
$$;
comment on function registry.campaign_defaults(date) is 'Tham số mặc định của đợt / The parameters that a campaign has unless it says otherwise.';
