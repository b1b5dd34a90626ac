create or replace function registry.record_inspection(campaign text, unit text, team text, inspected_on date, units text[],
    topics text[] default '{}', conclusion text default '', attachments jsonb default '[]')
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Records what an inspection team saw, as a submission (inspection_record) that is validated like any other.
-- Parameters: campaign - an open one; unit - who sent the team, a code or a name with its path; team - its name; inspected_on - not
--             after today; units - those inspected, 1..1000; topics, conclusion - free; attachments - as registry.submit.
-- Returns:    the submission's id; the same one when recorded again.
-- Errors:     22023 unknown campaign, no team, no units, a day to come; 55000 the campaign is closed; and those of registry.submit.
-- Tables:     as registry.submit; insert - audit.
begin
    perform registry.open_campaign_id(campaign);
    perform registry.act_day(inspected_on::text, 'inspected_on');
    if team is null or team !~ '\S' or coalesce(cardinality(units), 0) not between 1 and 1000 or array_position(units, null) is not null then
        raise exception 'Thiếu tên đoàn hoặc đơn vị được kiểm tra / the team or the inspected units are missing'
            using errcode = 'invalid_parameter_value', detail = format('team = %L, %s units', left(team, 100), coalesce(cardinality(units), 0)),
                  hint = 'team: “Đoàn kiểm tra số 1”; units: 1..1000 đơn vị / units';
    end if;
    return registry.file_for_officer('inspection_record', campaign, unit, jsonb_build_object(
        'filed_on', inspected_on, 'year', extract(year from inspected_on)::int,
        'team', team, 'inspected_on', inspected_on, 'units', to_jsonb(units), 'topics', to_jsonb(coalesce(topics, '{}')),
        'conclusion', coalesce(conclusion, '')), attachments);
end $$;
comment on function registry.record_inspection(text, text, text, date, text[], text[], text, jsonb) is
    'Ghi biên bản kiểm tra / Records what an inspection team saw.';
