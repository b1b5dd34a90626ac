create or replace function registry.register_replication(campaign text, unit text, source_model text, content jsonb, attachments jsonb default '[]')
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Registers that a unit replicates a recognised model, as a submission (registration of type replicated).
-- Parameters: campaign - an open one; unit - who replicates; source_model - the code of the model it is taken from (MH…);
--             content - the registration's content; type and model.source are set here, and model.name and model.field where they are
--             missing are the source's; attachments - as registry.submit.
-- Returns:    the submission's id; the same one when registered again.
-- Errors:     22023 unknown campaign, content no object; P0002 no such model; 55000 the campaign is closed, or the model is not
--             recognised (DK-014; hint: the legal step); and those of registry.submit.
-- Tables:     as registry.submit; insert - audit.
declare
    m registry.model%rowtype;
    source_unit text;
    whole jsonb;
begin
    perform registry.open_campaign_id(campaign);
    select x.* into m from registry.model x where x.code = source_model;
    if not found then
        raise exception 'Không có mô hình “%” / no model “%”', source_model, source_model
            using errcode = 'no_data_found', hint = 'Mã mô hình như MH12, xem registry.submission_result / its code, see registry.submission_result';
    end if;
    if not exists (select from registry.recognition r where r.model_id = m.id and r.revoked_at is null) then
        raise exception 'Mô hình “%” chưa được công nhận hoặc đã bị thu hồi / the model is not recognised', m.name
            using errcode = 'object_not_in_prerequisite_state', detail = format('DK-014 %s, state %s', m.code, m.state),
                  hint = 'Bước được phép / legal step: record_recognition';
    end if;
    if jsonb_typeof(content) is distinct from 'object' or jsonb_typeof(coalesce(content -> 'model', '{}')) <> 'object' then
        raise exception 'Nội dung phải là một đối tượng JSON / content must be a JSON object'
            using errcode = 'invalid_parameter_value', detail = 'content, content.model',
                  hint = 'Mẫu: select valid_example from registry.form where kind = ''registration'' / see the form';
    end if;
    -- The code where it means this unit alone, else the name with its path.
    select case when count(*) = 1 then max(u.code) else max(u.path) filter (where u.id = m.unit_id) end into source_unit
    from registry.unit u where u.code = (select x.code from registry.unit x where x.id = m.unit_id);
    whole := jsonb_build_object('filed_on', registry.today(), 'year', extract(year from registry.today())::int)
        || content
        || jsonb_build_object('type', 'replicated', 'model',
               jsonb_build_object('name', m.name, 'field', (select f.name from registry.field f where f.id = m.field_id))
               || coalesce(content -> 'model', '{}')
               || jsonb_build_object('source', jsonb_build_object('unit', source_unit, 'name', m.name)));
    return registry.file_for_officer('registration', campaign, unit, whole, attachments);
end $$;
comment on function registry.register_replication(text, text, text, jsonb, jsonb) is
    'Đăng ký nhân rộng / Registers that a unit replicates a recognised model.';
