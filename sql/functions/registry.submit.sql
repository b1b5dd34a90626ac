create or replace function registry.submit(source text, key text, kind text, campaign text, unit text, content jsonb,
    attachments jsonb default '[]')
returns bigint language plpgsql security definer set search_path = registry, pg_temp as $$
-- Takes a submission from the portal and enqueues its validation, in the caller's transaction.
-- Parameters: source, key - the caller's name and its own key, 1..100 and 1..200 characters: one submission for ever;
--             kind - registration, report, inspection_record, recognition_proposal, recognition_decision,
--             commendation_proposal, commendation_decision; campaign - its code; unit - a code, or a name with its path
--             ("Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn"); content - a JSON object of the kind's form (registry.form), within the
--             limits of registry.check_content, stored as it is (of a member given twice the last counts); attachments - [{"name", "sha256" (64 hex digits), "kind"?, "size"?, "media_type"?}], at most as many as registry.content_limit says; kinds:
--             confirmation, photo, minutes, list, proposal, report, other.
-- Returns:    the submission's id: the same one, and no new job, for the same source, key and content; the same one with a
--             new version when other content comes while a supplement is asked for.
-- Errors:     22023 an argument is missing or unknown, content no object; 22P02 a malformed attachment; 54000 too large;
--             23505 the key is taken by other content (detail: id and state; hint: what can be done); 55000 the campaign is closed.
-- Tables:     insert - submission, submission_version, attachment; update - submission, notice.notice; queue.enqueue.
declare
    content_text text;
    content_digest bytea;
    files_digest bytea;
    the_campaign bigint;
    is_closed boolean;
    filed date;
    the_year int;
    campaign_year int;
    the_model_key text;
    the_source_key text;
    list_keys text[];
    the_id bigint;
    the_version int := 1;
    the_turn bigint;
    the_job bigint;
    old record;
begin
    if source is null or length(source) not between 1 and 100 or key is null or length(key) not between 1 and 200 then
        raise exception 'Thiếu nguồn gửi hoặc khóa gửi / source or key is missing or too long'
            using errcode = 'invalid_parameter_value', detail = 'source: 1..100 characters, key: 1..200 characters',
                  hint = 'Mỗi hồ sơ có một khóa riêng, ổn định, của hệ thống gửi / give every submission one stable key of your own';
    end if;
    if kind is null or kind <> all (array['registration', 'report', 'inspection_record', 'recognition_proposal', 'recognition_decision',
                                          'commendation_proposal', 'commendation_decision']) then
        raise exception 'Không có loại hồ sơ “%” / unknown kind of submission “%”', kind, kind
            using errcode = 'invalid_parameter_value', detail = format('kind = %L', kind),
                  hint = 'registration, report, inspection_record, recognition_proposal, recognition_decision, commendation_proposal, commendation_decision';
    end if;
    if unit is null or length(unit) not between 1 and 500 then
        raise exception 'Thiếu đơn vị hoặc tên đơn vị quá dài / unit is missing or too long'
            using errcode = 'invalid_parameter_value', detail = 'unit: 1..500 characters',
                  hint = 'Ghi mã, hoặc tên kèm cấp trên: “Xã Nghĩa Tá, huyện Chợ Đồn, tỉnh Bắc Kạn” / a code, or the name with its path';
    end if;
    if jsonb_typeof(content) is distinct from 'object' then
        raise exception 'Nội dung phải là một đối tượng JSON / content must be a JSON object'
            using errcode = 'invalid_parameter_value', detail = format('content is %s', coalesce(jsonb_typeof(content), 'null')),
                  hint = format('Mẫu: select valid_example from registry.form where kind = %L / see the form', kind);
    end if;
    content_text := registry.check_content(content);
    select c.id, c.state = 'closed', case when extract(year from p.first_day) = extract(year from p.last_day) then extract(year from p.first_day)::int end
    into the_campaign, is_closed, campaign_year
    from registry.campaign c join registry.period p on p.code = c.period where c.code = submit.campaign;
    if not found then
        raise exception 'Không có đợt “%” / unknown campaign “%”', campaign, campaign
            using errcode = 'invalid_parameter_value', detail = format('campaign = %L', campaign),
                  hint = coalesce('Các đợt mới nhất / newest campaigns: '
                                  || (select string_agg(c.code, ', ') from (select c.code from registry.campaign c order by c.id desc limit 5) c),
                                  'Chưa có đợt nào; mở bằng registry.define_campaign / none yet; open one with registry.define_campaign');
    end if;
    if attachments is null or attachments = '[]' then
        attachments := '[]';
    else
        perform registry.check_attachments(attachments);
    end if;

    content_digest := sha256(convert_to(normalize(content_text, NFC), 'UTF8'));
    files_digest := sha256(convert_to(normalize(attachments::text, NFC), 'UTF8'));
    filed := coalesce(registry.read_day(content ->> 'filed_on'), registry.today());
    the_year := registry.year_number(content ->> 'year');
    if kind in ('registration', 'report') then
        the_model_key := nullif(registry.name_key(left(content #>> '{model,name}', 500)), '');
        if content ->> 'type' = 'replicated' then
            the_source_key := nullif(registry.name_key(left(content #>> '{model,source,name}', 500)), '');
        end if;
        the_year := coalesce(the_year, campaign_year);
    elsif kind = 'inspection_record' then
        the_year := coalesce(the_year, campaign_year);
    else
        list_keys := registry.listed_model_keys(content);
    end if;

    loop
        select s.id, s.kind, s.campaign_id, s.state, s.version, s.unit_text, v.digest, v.attachments_digest
        into old
        from registry.submission s join registry.submission_version v on v.submission_id = s.id and v.version = s.version
        where s.source = submit.source and s.key = submit.key
        for update of s;
        if not found then
            if is_closed then
                perform registry.open_campaign_id(campaign);
            end if;
            insert into registry.submission (source, key, kind, campaign_id, unit_text, filed_on, year, model_key, source_model_key, model_keys)
            values (submit.source, submit.key, submit.kind, the_campaign, submit.unit, filed, the_year, the_model_key,
                    the_source_key, list_keys)
            on conflict on constraint submission_one_per_source_and_key do nothing
            returning id, turn into the_id, the_turn;
            -- Lost to a concurrent caller: its row is visible now, look at it.
            continue when the_id is null;
        elsif old.digest = content_digest and old.attachments_digest = files_digest and old.kind = submit.kind
              and old.campaign_id = the_campaign and normalize(old.unit_text, NFC) = normalize(submit.unit, NFC) then
            return old.id;
        elsif old.state = 'needs_supplement' and old.kind = submit.kind and old.campaign_id = the_campaign then
            if is_closed then
                perform registry.open_campaign_id(campaign);
            end if;
            the_id := old.id;
            the_version := old.version + 1;
            the_turn := nextval('registry.submission_turn');
            update registry.submission s
            set unit_text = submit.unit, filed_on = filed, year = the_year, model_key = the_model_key, source_model_key = the_source_key,
                model_keys = list_keys, version = the_version, turn = the_turn, state = 'submitted',
                supplements_used = s.supplements_used + 1, decided_at = null, rule_set = null, chosen_unit_id = null
            where s.id = the_id;
            -- Nobody is to send a request that was answered.
            update notice.notice n set state = 'cancelled' where n.kind = 'N02' and n.object_id = the_id and n.state = 'draft';
        else
            raise exception 'Hồ sơ này đã nộp với nội dung khác / this key was handed in with other content'
                using errcode = 'unique_violation', constraint = 'submission_one_per_source_and_key', schema = 'registry', table = 'submission',
                      detail = format('id %s, state %s, version %s', old.id, old.state, old.version),
                      hint = case when old.state = 'needs_supplement'
                                  then 'Chỉ bổ sung được cùng loại hồ sơ, cùng đợt / a supplement keeps the kind and the campaign'
                                  when old.state = 'submitted'
                                  then 'Đang chờ kiểm tra; xem registry.submission_result / being checked; see registry.submission_result'
                                  else 'Không còn nhận nội dung mới cho khóa này; nộp hồ sơ khác với khóa khác / use another key for another submission' end;
        end if;
        exit;
    end loop;

    insert into registry.submission_version (submission_id, version, turn, unit_text, content, digest, attachments_digest)
    values (the_id, the_version, the_turn, submit.unit, submit.content, content_digest, files_digest);
    if attachments <> '[]' then
        insert into registry.attachment (submission_id, version, position, name, kind, media_type, size, sha256)
        select the_id, the_version, a.ordinality - 1, a.value ->> 'name', a.value ->> 'kind', a.value ->> 'media_type',
               (a.value ->> 'size')::bigint,
               decode(a.value ->> 'sha256', 'hex')
        from jsonb_array_elements(attachments) with ordinality a;
    end if;
    the_job := queue.enqueue('submission_validation', jsonb_build_object('submission_id', the_id));
    update registry.submission s set job_id = the_job where s.id = the_id;
    return the_id;
end $$;
comment on function registry.submit(text, text, text, text, text, jsonb, jsonb) is
    'Nộp hồ sơ / Takes a submission and enqueues its validation; the same call again gives the same id.';

create or replace function registry.check_attachments(attachments jsonb)
returns void language plpgsql stable set search_path = registry, pg_temp as $$
-- Refuses a malformed list of attachments.  A name is a file's own name: no path, no control character, no mark that turns the
-- direction of writing (“anh‮fdp.exe”).
-- Errors: 22P02 with the path of the first wrong item; 22023 a kind that is none; 54000 more than the limit, or 256 KiB.
-- Tables: select - term, content_limit.
declare
    most int := (select l.value from registry.content_limit l where l.name = 'attachments');
    bad int;
begin
    if jsonb_typeof(attachments) <> 'array' then
        raise exception 'Danh sách tệp phải là một mảng JSON / attachments must be a JSON array'
            using errcode = 'invalid_text_representation', detail = format('attachments is %s', jsonb_typeof(attachments)),
                  hint = '[{"name": "bien-ban.pdf", "sha256": "…64 hex digits…", "size": 12345, "media_type": "application/pdf"}]';
    end if;
    perform registry.check_content(jsonb_build_object('attachments', attachments));
    if (jsonb_array_length(attachments) <= most) is not true then
        raise exception 'Quá nhiều tệp kèm theo, giới hạn % tệp / too many attachments, the limit is %', most, most
            using errcode = 'program_limit_exceeded', detail = format('/attachments: %s of %s (attachments)', jsonb_array_length(attachments), most),
                  hint = 'Gộp các tệp, hoặc chia thành nhiều hồ sơ / join files, or hand them in with several submissions';
    elsif octet_length(attachments::text) > 262144 then
        raise exception 'Danh sách tệp quá lớn, giới hạn 262144 byte / the list of attachments is too large, the limit is 262144 bytes'
            using errcode = 'program_limit_exceeded', detail = format('/attachments: %s bytes of 262144', octet_length(attachments::text)),
                  hint = 'Ghi ngắn tên tệp / shorten the names';
    end if;
    select a.ordinality - 1 into bad
    from jsonb_array_elements(attachments) with ordinality a
    where jsonb_typeof(a.value) is distinct from 'object'
       or jsonb_typeof(a.value -> 'name') is distinct from 'string' or length(a.value ->> 'name') not between 1 and 255
       or a.value ->> 'name' ~ '[/\\\u0001-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]' or a.value ->> 'name' ~ '^[.]*$'
       or (a.value ? 'kind' and jsonb_typeof(a.value -> 'kind') not in ('string', 'null'))
       or coalesce(a.value ->> 'sha256', '') !~ '^[0-9A-Fa-f]{64}$'
       or (a.value ? 'size' and coalesce(a.value ->> 'size', '') !~ '^[0-9]{1,15}$')
       or (a.value ? 'media_type' and jsonb_typeof(a.value -> 'media_type') is distinct from 'string')
    order by 1 limit 1;
    if found then
        raise exception 'Tệp kèm theo thứ % không đúng dạng / attachment % is malformed', bad + 1, bad + 1
            using errcode = 'invalid_text_representation', detail = format('/attachments/%s', bad),
                  hint = '{"name": "bien-ban.pdf", "kind": "minutes", "sha256": "…64 hex digits…", "size": 12345, "media_type": "application/pdf"}';
    end if;
    select a.ordinality - 1 into bad
    from jsonb_array_elements(attachments) with ordinality a
    where a.value ->> 'kind' is not null
      and not exists (select from registry.term t where t.family = 'attachment_kind' and t.code = a.value ->> 'kind')
    order by 1 limit 1;
    if found then
        raise exception 'Loại của tệp kèm theo thứ % không có / attachment % has an unknown kind', bad + 1, bad + 1
            using errcode = 'invalid_parameter_value', detail = format('/attachments/%s/kind', bad),
                  hint = (select string_agg(t.code || ' (' || t.name || ')', ', ' order by t.position)
                          from registry.term t where t.family = 'attachment_kind');
    end if;
end $$;
comment on function registry.check_attachments(jsonb) is 'Kiểm tra danh sách tệp kèm theo / Refuses a malformed list of attachments.';

create or replace function registry.listed_model_keys(content jsonb)
returns text[] language sql stable set search_path = registry, pg_temp as $$
-- Comparison keys of all models that a proposal or decision lists, in /models/…/name and /recipients/…/model/name.
-- Returns: distinct keys; an empty array when there are none (never null).
    select coalesce(array_agg(distinct registry.name_key(left(l.name, 500))), '{}')
    from (select m ->> 'name' as name
          from jsonb_array_elements(case when jsonb_typeof(content -> 'models') = 'array' then content -> 'models' else '[]' end) m
          union all
          select r #>> '{model,name}'
          from jsonb_array_elements(case when jsonb_typeof(content -> 'recipients') = 'array' then content -> 'recipients' else '[]' end) r) l
    where l.name is not null
$$;
comment on function registry.listed_model_keys(jsonb) is 'Khóa tên các mô hình trong danh sách / Keys of all models a proposal or decision lists.';
