create or replace function registry.confirm_finding(submission_id bigint, code text, path text, reason text, unit_id bigint default null,
    confirmed_by text default null)
returns text language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Confirms a warning (C) about the current version of a submission: a person looked at it and says why it may stay.
-- Where the filing unit's name fits several units (DV-003 at /unit) the person chooses one of them; the submission is then judged
-- anew with that unit, behind all that was handed in before, and its canonical rows are written; what was found before and is not
-- confirmed is found again or gone, and stays in the audit.
-- Parameters: code, path - as the finding has them; reason - 1..1000 characters; unit_id - the unit chosen, with DV-003 only;
--             confirmed_by - the officer behind the portal's login, 1..200 characters; kept beside the session user.
-- Returns:    what happened and how many warnings still wait, in Vietnamese / English.
-- Errors:     P0002 no such submission or finding (hint lists the warnings that wait); 22023 no reason, no name, no warning, a unit that is
--             missing, not wanted or none of those the name fits (hint lists them); 23505 already confirmed (detail: by whom, when);
--             55000 the submission is withdrawn or under appraisal.
-- Tables:     update, delete - finding; update - submission, notice.notice; insert - audit, submission_change; stats.touch, queue.enqueue.
declare
    s registry.submission%rowtype;
    f registry.finding%rowtype;
    choices bigint[];
    is_choice boolean := code = 'DV-003' and path = '/unit';
    the_job bigint;
    waiting int;
    officer constant text := nullif(registry.one_line(confirmed_by), '');
    touched record;
begin
    if reason is null or length(btrim(reason)) not between 1 and 1000 then
        raise exception 'Cần nêu lý do xác nhận / a reason is needed'
            using errcode = 'invalid_parameter_value', detail = 'reason: 1..1000 characters',
                  hint = 'Nêu vì sao cảnh báo này chấp nhận được / say why the warning may stay';
    end if;
    if confirmed_by is not null and (officer is null or length(officer) > 200) then
        raise exception 'Tên cán bộ xác nhận không đúng / the confirming officer''s name is not right'
            using errcode = 'invalid_parameter_value', detail = 'confirmed_by: 1..200 characters',
                  hint = 'Ghi họ tên hoặc tài khoản, hoặc để trống (null) / a name or an account, or null';
    end if;
    select x.* into s from registry.submission x where x.id = confirm_finding.submission_id for update;
    if not found then
        raise exception 'Không có hồ sơ số % / no submission %', submission_id, submission_id
            using errcode = 'no_data_found', hint = 'Mã hồ sơ do registry.submit trả về / the id that registry.submit returned';
    end if;
    select x.* into f from registry.finding x
    where x.submission_id = s.id and x.version = s.version and x.rule_set = s.rule_set and x.code = confirm_finding.code
      and x.path = confirm_finding.path;
    if not found then
        raise exception 'Hồ sơ % không có kết quả kiểm tra % tại “%” / submission % has no finding % at “%”',
            s.id, code, left(path, 100), s.id, code, left(path, 100)
            using errcode = 'no_data_found', detail = format('state %s, version %s', s.state, s.version),
                  hint = coalesce('Đang chờ xác nhận / waiting: ' || (
                      select string_agg(x.code || ' ' || x.path, ', ' order by x.code, x.path)
                      from registry.finding x
                      where x.submission_id = s.id and x.version = s.version and x.rule_set = s.rule_set and x.severity = 'C'
                        and x.confirmed_at is null), 'Không còn cảnh báo nào chờ xác nhận / no warning waits');
    end if;
    if f.severity <> 'C' then
        raise exception 'Chỉ xác nhận được cảnh báo (C), đây là mức % / only a warning (C) can be confirmed, this is %', f.severity, f.severity
            using errcode = 'invalid_parameter_value', detail = format('%s %s: %s', f.code, f.path, f.severity),
                  hint = case f.severity when 'L' then 'Lỗi phải được sửa và nộp bổ sung / an error is mended in a supplement'
                                         else 'Gợi ý không cần xác nhận / a hint needs nothing' end;
    end if;
    if f.confirmed_at is not null then
        raise exception 'Cảnh báo này đã được xác nhận / this warning is confirmed already'
            using errcode = 'unique_violation', schema = 'registry', table = 'finding', constraint = 'finding_pkey',
                  detail = format('%s, %s: %s', registry.confirmer(f), to_char(f.confirmed_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI'),
                                  f.confirmed_reason),
                  hint = 'Mỗi cảnh báo xác nhận một lần / a warning is confirmed once';
    end if;
    if s.state not in ('valid', 'needs_supplement', 'invalid', 'supplement_overdue', 'returned') then
        raise exception 'Hồ sơ không ở trạng thái xác nhận được / the submission is not in a state to confirm'
            using errcode = 'object_not_in_prerequisite_state', detail = format('id %s, state %s', s.id, s.state),
                  hint = 'Xác nhận trước khi thẩm định, sau khi kiểm tra / after the check and before the appraisal';
    end if;
    if is_choice then
        select array_agg(u.id order by u.id) into choices
        from registry.unit_matches(array[s.unit_text]) m join registry.unit u on u.id = m.unit_id where u.valid @> s.filed_on;
    end if;
    if is_choice <> (unit_id is not null) or is_choice and unit_id <> all (coalesce(choices, '{}')) then
        raise exception 'Cần chọn một đơn vị đúng tên / choose one unit that bears the name'
            using errcode = 'invalid_parameter_value', detail = format('unit_id = %s', coalesce(unit_id::text, 'null')),
                  hint = case when is_choice then left((select string_agg(u.id || ' = ' || registry.unit_choice(u), '; ' order by u.path collate "vi-x-icu")
                                                        from registry.unit u where u.id = any (choices)), 2000)
                              else 'Chỉ chọn đơn vị khi xác nhận DV-003 tại /unit / a unit is chosen with DV-003 at /unit only' end;
    end if;

    update registry.finding x
    set confirmed_at = now(), confirmed_by = session_user, confirmed_officer = officer, confirmed_reason = btrim(reason), confirmed_unit_id = confirm_finding.unit_id
    where x.submission_id = f.submission_id and x.version = f.version and x.rule_set = f.rule_set and x.code = f.code and x.path = f.path;
    insert into registry.audit (action, object, object_id, reason, detail)
    values ('confirm_finding', 'submission', s.id, btrim(reason),
            jsonb_build_object('code', f.code, 'path', f.path, 'version', f.version)
            || jsonb_strip_nulls(jsonb_build_object('officer', officer))
            || case when unit_id is null then '{}' else jsonb_build_object('unit_id', unit_id, 'found_before', (
                   select coalesce(jsonb_agg(x.severity || ' ' || x.code || ' ' || x.path order by x.code, x.path), '[]')
                   from registry.finding x
                   where x.submission_id = s.id and x.version = s.version and x.rule_set = s.rule_set and x.confirmed_at is null)) end);

    if is_choice then
        -- What was found of any unit of that name is found again of the one that is meant, or is gone.
        delete from registry.finding x
        where x.submission_id = s.id and x.version = s.version and x.rule_set = s.rule_set and x.confirmed_at is null;
        -- As a supplement does, it takes a new turn: it stands behind all that was handed in before.
        for touched in select t.year, array_agg(distinct t.unit_id) as units from registry.touched_by(array[s.id]) t group by t.year loop
            perform stats.touch(touched.units, array[touched.year]);
        end loop;
        perform notice.cancel_drafts(s.id);
        the_job := queue.enqueue('submission_validation', jsonb_build_object('submission_id', s.id));
        update registry.submission x
        set chosen_unit_id = confirm_finding.unit_id, state = 'submitted', turn = nextval('registry.submission_turn'), decided_at = null,
            job_id = the_job
        where x.id = s.id;
        insert into registry.submission_change (submission_id, version, state) values (s.id, s.version, 'submitted');
        perform pg_notify('registry_changes', '');
        return format('đã chọn %1$s, hồ sơ được kiểm tra lại / %1$s chosen, the submission is judged anew',
                      (select registry.unit_choice(u) from registry.unit u where u.id = confirm_finding.unit_id));
    end if;
    select count(*) into waiting
    from registry.finding x
    where x.submission_id = s.id and x.version = s.version and x.rule_set = s.rule_set and x.severity = 'C' and x.confirmed_at is null;
    return format('đã xác nhận %1$s, còn %2$s cảnh báo chờ xác nhận / %1$s confirmed, warnings that wait: %2$s', f.code, waiting);
end $$;
comment on function registry.confirm_finding(bigint, text, text, text, bigint, text) is
    'Xác nhận cảnh báo / Confirms a warning: who, when and why; with DV-003 the unit that is meant.';

create or replace function registry.confirmer(f registry.finding)
returns text language sql stable set search_path = registry, pg_temp as $$
-- Who confirmed a warning: the officer, if the portal named him, and the session user.
    select coalesce(f.confirmed_officer || ' (' || f.confirmed_by || ')', f.confirmed_by)
$$;
comment on function registry.confirmer(registry.finding) is 'Người xác nhận / Who confirmed a warning.';

create or replace function registry.unit_choice(u registry.unit)
returns text language sql stable set search_path = registry, pg_temp as $$
-- A unit as one of several that bear a name: path, code and days, so that two of the same path can be told apart.
    select format('%s (mã %s%s)', u.path, u.code, case
        when lower_inf(u.valid) and upper_inf(u.valid) then ''
        when upper_inf(u.valid) then to_char(lower(u.valid), '"; từ" DD/MM/YYYY')
        when lower_inf(u.valid) then to_char(upper(u.valid) - 1, '"; đến" DD/MM/YYYY')
        else to_char(lower(u.valid), '"; từ" DD/MM/YYYY') || to_char(upper(u.valid) - 1, '" đến" DD/MM/YYYY') end)
$$;
comment on function registry.unit_choice(registry.unit) is 'Đơn vị để chọn / A unit with path, code and days.';
