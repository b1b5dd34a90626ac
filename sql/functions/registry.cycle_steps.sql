-- The steps of a submission and what every act of an officer checks: state, day, authority.  The acts themselves are in
-- registry.appraise.sql, registry.record_….sql and registry.revoke_….sql.

create or replace function registry.submission_steps()
returns table (from_state text, step text, to_state text) language sql immutable parallel safe as $$
-- Every step a submission may take; there is no other.
    values ('draft', 'submit', 'submitted'),
           ('submitted', 'check', 'valid'), ('submitted', 'check', 'needs_supplement'), ('submitted', 'check', 'invalid'),
           ('needs_supplement', 'submit', 'submitted'), ('needs_supplement', 'close_campaign', 'supplement_overdue'),
           ('valid', 'confirm_finding', 'submitted'), ('needs_supplement', 'confirm_finding', 'submitted'),
           ('invalid', 'confirm_finding', 'submitted'), ('supplement_overdue', 'confirm_finding', 'submitted'),
           ('returned', 'confirm_finding', 'submitted'),
           ('valid', 'begin_appraisal', 'under_appraisal'), ('valid', 'appraise', 'under_appraisal'),
           ('under_appraisal', 'appraise', 'passed'), ('under_appraisal', 'appraise', 'failed'),
           ('under_appraisal', 'appraise', 'returned'), ('under_appraisal', 'return_submission', 'returned'),
           ('passed', 'decide', 'decided'), ('decided', 'withdraw_decision', 'passed'),
           ('submitted', 'withdraw', 'withdrawn'), ('valid', 'withdraw', 'withdrawn'), ('needs_supplement', 'withdraw', 'withdrawn'),
           ('invalid', 'withdraw', 'withdrawn'), ('supplement_overdue', 'withdraw', 'withdrawn'), ('returned', 'withdraw', 'withdrawn')
$$;
comment on function registry.submission_steps() is 'Các bước của hồ sơ / Every step a submission may take.';

create or replace function registry.refuse_step(submission_id bigint, state text, step text)
returns void language plpgsql stable set search_path = registry, pg_temp as $$
-- Says that a submission cannot take a step in its state, and which ones it can.
-- Errors: 55000 always.
begin
    raise exception 'Hồ sơ số % đang ở trạng thái “%”, không thực hiện được bước này / submission % cannot take this step',
        submission_id, coalesce((select t.name from registry.term t where t.family = 'submission_state' and t.code = state), state), submission_id
        using errcode = 'object_not_in_prerequisite_state', detail = format('id %s, state %s, step %s', submission_id, state, step),
              hint = coalesce('Các bước được phép / legal steps: '
                              || (select string_agg(distinct s.step, ', ' order by s.step) from registry.submission_steps() s where s.from_state = state),
                              'Không còn bước nào / no step is left');
end $$;
comment on function registry.refuse_step(bigint, text, text) is 'Từ chối bước không hợp lệ, nêu các bước được phép / Refuses a step and names the legal ones.';

create or replace function registry.move_submission(id bigint, step text, to_state text, reason text, detail jsonb default '{}')
returns void language plpgsql volatile set search_path = registry, pg_temp as $$
-- Takes one step of a submission whose row the caller has locked: state, feed, audit, dirty log.  The caller enqueues the refresh.
-- Errors: 55000 the step is not legal in its state (hint: the legal ones).
-- Tables: update - submission; insert - submission_change, audit; stats.touch.
declare
    s registry.submission%rowtype;
    touched record;
begin
    select x.* into s from registry.submission x where x.id = move_submission.id for update;
    if not exists (select from registry.submission_steps() p
                   where p.from_state = s.state and p.step = move_submission.step and p.to_state = move_submission.to_state) then
        perform registry.refuse_step(s.id, s.state, step);
    end if;
    update registry.submission x set state = move_submission.to_state where x.id = s.id;
    insert into registry.submission_change (submission_id, version, state) values (s.id, s.version, to_state);
    insert into registry.audit (action, object, object_id, reason, detail)
    values (step, 'submission', s.id, move_submission.reason,
            jsonb_build_object('from', s.state, 'to', to_state, 'version', s.version) || move_submission.detail);
    for touched in select t.year, array_agg(distinct t.unit_id) as units from registry.touched_by(array[s.id]) t group by t.year loop
        perform stats.touch(touched.units, array[touched.year]);
    end loop;
end $$;
comment on function registry.move_submission(bigint, text, text, text, jsonb) is 'Chuyển bước hồ sơ / Takes one legal step of a submission.';

create or replace function registry.need_reason(reason text)
returns text language plpgsql immutable set search_path = registry, pg_temp as $$
-- A reason that an officer gives, trimmed.  Errors: 22023 none, or longer than 1000 characters.
begin
    if reason is null or length(btrim(reason)) not between 1 and 1000 then
        raise exception 'Cần nêu lý do / a reason is needed'
            using errcode = 'invalid_parameter_value', detail = 'reason: 1..1000 characters',
                  hint = 'Nêu rõ lý do để đơn vị gửi hiểu và khắc phục / say why, so that the sender understands';
    end if;
    return btrim(reason);
end $$;
comment on function registry.need_reason(text) is 'Lý do bắt buộc / A reason that must be given.';

create or replace function registry.act_day(day text, what text)
returns date language plpgsql stable set search_path = registry, pg_temp as $$
-- The day of an act that people did: an ISO day, not after today.
-- Parameters: what - the member it stands in, for the error.
-- Errors:     22023 no day, or one that is still to come.
declare
    the_day date := registry.iso_date(day);
begin
    if the_day is null or the_day > registry.today() then
        raise exception 'Ngày “%” không hợp lệ / not the day of a past act: “%”', left(coalesce(day, ''), 50), left(coalesce(day, ''), 50)
            using errcode = 'invalid_parameter_value', detail = format('%s = %L', what, left(day, 50)),
                  hint = format('YYYY-MM-DD, không sau ngày %s / not after today', registry.today());
    end if;
    return the_day;
end $$;
comment on function registry.act_day(text, text) is 'Ngày của một việc đã làm / The day of an act that people did.';

create or replace function registry.level_on(level text, on_day date)
returns void language plpgsql stable set search_path = registry, pg_temp as $$
-- Refuses a level that does not exist on a day.
-- Errors: 22023 unknown, or not on that day (hint: the levels of that day).
declare
    l registry.level%rowtype;
begin
    select x.* into l from registry.level x where x.code = level_on.level;
    if not found or not l.valid @> on_day then
        raise exception 'Cấp “%” không có vào ngày % / no level “%” on that day', coalesce(l.name, level, ''), to_char(on_day, 'DD/MM/YYYY'), level
            using errcode = 'invalid_parameter_value',
                  detail = format('level = %L, day %s%s', level, on_day, coalesce(', ' || l.valid::text || ' ' || l.source, '')),
                  hint = (select string_agg(x.code || ' (' || x.name || ')', ', ' order by x.position) from registry.level x where x.valid @> on_day);
    end if;
end $$;
comment on function registry.level_on(text, date) is 'Cấp có vào ngày đó không / Refuses a level that does not exist on a day.';

create or replace function registry.authority_on(issuer text, act text, level text, on_day date)
returns text language plpgsql stable set search_path = registry, pg_temp as $$
-- The body that an issuer's name means, if it may act at a level on a day.
-- Parameters: act - recognise or commend.
-- Errors:     42501 it may not, or is not known (detail: what is known of it; hint: who may on that day); 22023 no such level that day.
declare
    key text := registry.issuer_body(issuer);
    code text;
begin
    perform registry.level_on(level, on_day);
    select a.code into code from registry.authority a
    where (key = a.name_key or starts_with(key, a.name_key || ' ')) and a.valid @> on_day
      and (a.level is null or a.level = authority_on.level)
      and case act when 'recognise' then a.recognises else a.commends end
    order by length(a.name_key) desc, a.code limit 1;
    if code is null then
        raise exception '“%” không có thẩm quyền % cấp % ngày % / no authority on that day', left(coalesce(issuer, ''), 200),
            case act when 'recognise' then 'công nhận' else 'khen thưởng' end, level, to_char(on_day, 'DD/MM/YYYY')
            using errcode = 'insufficient_privilege',
                  detail = coalesce((select string_agg(format('%s: %s, %s', a.code, coalesce(a.level, 'mọi cấp'), a.valid), '; ' order by a.code)
                                     from registry.authority a where key = a.name_key or starts_with(key, a.name_key || ' ')),
                                    format('issuer = %L', left(issuer, 200))),
                  hint = 'Có thẩm quyền vào ngày đó / may on that day: ' || coalesce((
                      select string_agg(a.name, ', ' order by a.code) from registry.authority a
                      where a.valid @> on_day and (a.level is null or a.level = authority_on.level)
                        and case act when 'recognise' then a.recognises else a.commends end), '–');
    end if;
    return code;
end $$;
comment on function registry.authority_on(text, text, text, date) is 'Thẩm quyền tại một ngày / The body that may recognise or commend at a level on a day.';

create or replace function registry.decision_day(decision jsonb)
returns date language plpgsql stable set search_path = registry, pg_temp as $$
-- The day of a decision that people issued, after its head was checked: {"symbol", "issued_on", "issuer", "subject"?}.
-- Errors: 22023 a part is missing or no day of the past.
declare
    missing text;
begin
    select string_agg(m, ', ') into missing from unnest(array['symbol', 'issued_on', 'issuer']) m
    where jsonb_typeof(decision -> m) is distinct from 'string' or decision ->> m !~ '\S' or length(decision ->> m) > 300;
    if jsonb_typeof(decision) is distinct from 'object' or missing is not null then
        raise exception 'Quyết định thiếu số, ngày hoặc cơ quan ban hành / a decision needs number, day and issuer'
            using errcode = 'invalid_parameter_value', detail = 'missing: ' || coalesce(missing, 'decision'),
                  hint = '{"symbol": "12-QĐ/HU", "issued_on": "2021-12-15", "issuer": "Huyện ủy Chợ Đồn", "subject": "…"}';
    end if;
    return registry.act_day(decision ->> 'issued_on', 'decision.issued_on');
end $$;
comment on function registry.decision_day(jsonb) is 'Ngày của quyết định / The day of a decision, after its head was checked.';

create or replace function registry.open_campaign_id(code text)
returns bigint language plpgsql stable set search_path = registry, pg_temp as $$
-- A campaign that takes submissions.  Errors: 22023 unknown; 55000 closed.
declare
    c registry.campaign%rowtype;
begin
    select x.* into c from registry.campaign x where x.code = open_campaign_id.code;
    if not found then
        raise exception 'Không có đợt “%” / unknown campaign “%”', code, code
            using errcode = 'invalid_parameter_value', detail = format('campaign = %L', code),
                  hint = coalesce('Các đợt mới nhất / newest campaigns: '
                                  || (select string_agg(x.code, ', ') from (select y.code from registry.campaign y order by y.id desc limit 5) x),
                                  'Mở bằng registry.open_campaign / open one with registry.open_campaign');
    elsif c.state = 'closed' then
        raise exception 'Đợt “%” đã đóng ngày % / campaign “%” is closed', code, to_char(c.closed_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'), code
            using errcode = 'object_not_in_prerequisite_state', detail = format('closed by %s: %s', c.closed_by, c.closed_reason),
                  hint = 'Bước được phép / legal step: open_campaign, kèm lý do mở lại / with the reason to open it again';
    end if;
    return c.id;
end $$;
comment on function registry.open_campaign_id(text) is 'Đợt đang mở / A campaign that takes submissions.';

create or replace function registry.file_for_officer(kind text, campaign text, unit text, content jsonb, attachments jsonb default '[]')
returns bigint language plpgsql volatile set search_path = registry, pg_temp as $$
-- Hands in what an officer recorded, through registry.submit: the only road to canonical rows.  The same act again gives the same
-- submission; after a withdrawal it makes a new one.
-- Returns: the submission's id.
-- Tables:  as registry.submit; insert - audit.
declare
    act text := encode(sha256(convert_to(normalize(jsonb_build_array(kind, campaign, unit, content, attachments)::text, NFC), 'UTF8')), 'hex');
    the_key text;
    the_id bigint;
    old_id bigint;
    n int := 1;
begin
    loop
        the_key := kind || ' ' || act || ' ' || n;
        select s.id into old_id from registry.submission s where s.source = 'officer' and s.key = the_key and s.state <> 'withdrawn';
        exit when found or not exists (select from registry.submission s where s.source = 'officer' and s.key = the_key);
        n := n + 1;
    end loop;
    the_id := registry.submit('officer', the_key, kind, campaign, unit, content, attachments);
    if old_id is null then
        insert into registry.audit (action, object, object_id, detail)
        values ('record_' || kind, 'submission', the_id, jsonb_build_object('campaign', campaign, 'unit', unit));
    end if;
    return the_id;
end $$;
comment on function registry.file_for_officer(text, text, text, jsonb, jsonb) is
    'Ghi việc của cán bộ qua registry.submit / Hands in what an officer recorded, through registry.submit.';
