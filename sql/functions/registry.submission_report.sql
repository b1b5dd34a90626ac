create or replace function registry.submission_report(id bigint)
returns setof text language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- What an officer reads in psql about a submission: state, and each finding with where, what to do and by when.
-- Returns: lines of at most 96 characters, in Vietnamese: errors (L) first, then warnings (C), then what was tidied (G).
-- Errors:  P0002 no such submission; 55000 as registry.campaign_number.
-- Tables:  select - submission, submission_version, campaign, finding, rule_action, term, unit, form.  The day of a supplement
--          is said with each error, that there is none once.
declare
    s record;
    f record;
    part text := '';
    number int := 0;
    left_over int;
    last_day date;
    decide_by date;
    when_words text;
begin
    select x.*, c.code as campaign, c.parameters, registry.campaign_number(c, 'supplement_limit') as supplement_limit, v.content, v.submitted_at as version_at, u.path as unit_path,
           coalesce(k.name, x.kind) as kind_name, coalesce(t.name, x.state) as state_name
    into s
    from registry.submission x
    join registry.campaign c on c.id = x.campaign_id
    join registry.submission_version v on v.submission_id = x.id and v.version = x.version
    left join registry.unit u on u.id = x.unit_id
    left join registry.term k on k.family = 'submission_kind' and k.code = x.kind
    left join registry.term t on t.family = 'submission_state' and t.code = x.state
    where x.id = submission_report.id;
    if not found then
        raise exception 'Không có hồ sơ số % / no submission %', id, id
            using errcode = 'no_data_found', hint = 'Mã hồ sơ do registry.submit trả về / the id that registry.submit returned';
    end if;
    left_over := greatest(0, s.supplement_limit - s.supplements_used);
    last_day := registry.supplement_until(s.parameters, s.kind, s.decided_at);
    when_words := case when s.state = 'needs_supplement'
                       then coalesce('hết ngày ' || to_char(last_day, 'DD/MM/YYYY'), 'đợt không ấn định ngày') end;

    return query select registry.wrapped(format('HỒ SƠ SỐ %s – %s, đợt %s, phiên bản %s', s.id, s.kind_name, s.campaign, s.version), '', '');
    return query select registry.wrapped('Đơn vị:     ' || coalesce(s.unit_path, registry.one_line(s.unit_text)), '', repeat(' ', 12));
    if s.content #>> '{model,name}' is not null then
        return query select registry.wrapped('Mô hình:    ' || registry.one_line(s.content #>> '{model,name}'), '', repeat(' ', 12));
    end if;
    return next 'Nộp:        ' || to_char(s.version_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI');
    return query select registry.wrapped('Trạng thái: ' || s.state_name || case
        when s.state = 'needs_supplement' then format('; còn được bổ sung %s lần', left_over)
        when s.state = 'submitted' then '; đang chờ kiểm tra'
        when s.state = 'valid' and exists (select from registry.finding x where x.submission_id = s.id and x.version = s.version
            and x.rule_set = s.rule_set and x.severity = 'C' and x.confirmed_at is null) then '; còn cảnh báo chờ xác nhận'
        else '' end, '', repeat(' ', 12));
    decide_by := case when s.state in ('valid', 'under_appraisal', 'passed') then registry.processing_until(s.kind, s.content, s.filed_on) end;
    if decide_by is not null then
        return next 'Hạn giải quyết: hết ngày ' || to_char(decide_by, 'DD/MM/YYYY')
            || case when decide_by < registry.today() then format('; đã quá %s ngày', registry.today() - decide_by) else '' end;
    end if;
    if when_words is not null then
        return next 'Hạn bổ sung: ' || when_words;
    elsif s.state = 'invalid' and left_over = 0 then
        return query select registry.wrapped('Cần làm:    ' || t.name, '', repeat(' ', 12))
                     from registry.term t where t.family = 'next_step' and t.code = 'supplements_used_up';
    end if;

    for f in
        select x.*, a.action, count(*) filter (where x.confirmed_at is null) over (partition by x.severity) as of_this,
               count(x.confirmed_at) over (partition by x.severity) as confirmed, registry.confirmer(x) as confirmer, cu as chosen
        from registry.finding x
        left join registry.rule_action a on a.code = x.code
        left join registry.unit cu on cu.id = x.confirmed_unit_id
        where x.submission_id = s.id and x.version = s.version and x.rule_set = s.rule_set
        order by position(x.severity in 'LCG'), x.code, x.path
    loop
        if f.severity <> part then
            part := f.severity;
            return next '';
            return next case part when 'L' then format('LỖI PHẢI SỬA (%s)', f.of_this)
                                  when 'G' then format('ĐÃ TỰ CHỈNH HOẶC GỢI Ý (%s)', f.of_this)
                                  else case when f.of_this = 0 then 'CẢNH BÁO'
                                            else format('CẢNH BÁO CẦN NGƯỜI XÁC NHẬN (%s)', f.of_this) || case when f.confirmed > 0 then ',' else '' end
                                       end || case when f.confirmed > 0 then format(' ĐÃ XÁC NHẬN (%s)', f.confirmed) else '' end end;
        end if;
        number := number + 1;
        return query select registry.wrapped(format('%s. [%s] %s', number, f.code, registry.one_line(f.message)), '', '   ');
        return query select registry.wrapped('Ở mục: ' || registry.finding_place(s.kind, f.path), '   ', repeat(' ', 10));
        if f.confirmed_at is not null then
            return query select registry.wrapped(format('Đã xác nhận: %s, %s: %s', f.confirmer,
                to_char(f.confirmed_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'), registry.one_line(f.confirmed_reason)), '   ', '      ');
            if f.confirmed_unit_id is not null then
                return query select registry.wrapped('Đơn vị đã chọn: ' || registry.unit_choice(f.chosen), '   ', '      ');
            end if;
        elsif f.action is not null then
            return query select registry.wrapped('Cần làm: ' || f.action, '   ', repeat(' ', 12));
            if f.severity = 'L' and s.state = 'needs_supplement' and last_day is not null then
                return next '   Hạn: ' || when_words;
            end if;
        end if;
        if f.severity = 'C' and f.confirmed_at is null then
            return query select registry.wrapped(format('Xác nhận: registry.confirm_finding(%s, %L, %L, ''lý do''%s)', s.id, f.code,
                registry.one_line(f.path), case when f.code = 'DV-003' and f.path = '/unit' then ', đơn vị' else '' end), '   ', '      ');
        end if;
        if f.code = 'DV-003' and f.path = '/unit' and f.confirmed_at is null then
            return query select registry.wrapped(format('Chọn %s: %s', u.id, registry.unit_choice(u)), '   ', '      ')
                         from registry.unit_matches(array[s.unit_text]) m join registry.unit u on u.id = m.unit_id
                         where u.valid @> s.filed_on order by u.path collate "vi-x-icu", u.code limit 30;
        end if;
    end loop;
    if number = 0 and s.state <> 'submitted' then
        return next '';
        return next 'Không có lỗi, cảnh báo hay gợi ý nào.';
    end if;
end $$;
comment on function registry.submission_report(bigint) is
    'Phiếu kiểm tra hồ sơ để đọc trong psql / State and findings of a submission in plain Vietnamese, for officers.';

create or replace function registry.supplement_until(parameters jsonb, kind text, decided_at timestamptz)
returns date language sql stable set search_path = registry, pg_temp as $$
-- The last day on which a supplement is taken: so many days after the verdict as the campaign gives (supplement_days), on Monday
-- where that is a Saturday or Sunday; else the campaign's deadline for that kind if it is still ahead then; null when the campaign
-- says neither.
    select coalesce(n.day + case extract(isodow from n.day) when 6 then 2 when 7 then 1 else 0 end,
                    case when k.last_day >= d.decided_on then k.last_day end)
    from (select (supplement_until.decided_at at time zone 'Asia/Ho_Chi_Minh')::date as decided_on) d,
    lateral (select d.decided_on + case when registry.is_whole(parameters -> 'supplement_days', 1, 365)
                                        then (parameters ->> 'supplement_days')::int end as day) n,
    lateral (select registry.deadline_day(parameters ->> case kind when 'registration' then 'registration_deadline'
                                                                   when 'report' then 'report_deadline'
                                                                   when 'recognition_proposal' then 'proposal_deadline'
                                                                   when 'commendation_proposal' then 'proposal_deadline' end) as last_day) k
$$;
comment on function registry.supplement_until(jsonb, text, timestamptz) is 'Hạn bổ sung hồ sơ / The last day on which a supplement is taken.';

create or replace function registry.finding_place(kind text, path text)
returns text language plpgsql stable set search_path = registry, pg_temp as $$
-- Where a finding stands, in the words of the kind's newest form: /subjects/0/name → “Chủ thể đăng ký, thứ 1, Tên chủ thể”.
-- Returns: what the form calls each step, names it does not know as they are; at most 300 characters.
declare
    node  jsonb := (select f.schema from registry.form f where f.kind = finding_place.kind order by f.version desc limit 1);
    step  text;
    label text;
    words text[] := '{}';
begin
    if path = '' then
        return 'toàn bộ hồ sơ';
    elsif path = '/unit' then
        return 'Đơn vị của hồ sơ';
    elsif path = '/attachments' then
        return 'Tệp kèm theo';
    end if;
    foreach step in array (string_to_array(substr(path, 2), '/'))[1:12] loop
        if step ~ '^[0-9]{1,9}$' and (node ->> 'type' = 'array' or node is null) then
            words := words || format('thứ %s', step::bigint + 1);
            node := node -> 'items';
        else
            step := replace(replace(step, '~1', '/'), '~0', '~');
            node := node -> 'properties' -> step;
            label := split_part(split_part(coalesce(node ->> 'description', step), ' / ', 1), ';', 1);
            words := words || registry.one_line(label);
        end if;
    end loop;
    return left(array_to_string(words, ', '), 300);
end $$;
comment on function registry.finding_place(text, text) is 'Chỗ của kết quả kiểm tra bằng lời / Where a finding stands, in the words of the form.';

create or replace function registry.one_line(words text)
returns text language sql immutable parallel safe set search_path = registry, pg_temp as $$
-- A text on one line, without control characters and without marks that turn the direction of writing.
    select btrim(regexp_replace(regexp_replace(coalesce(words, ''), '[\u200e\u200f\u202a-\u202e\u2066-\u2069]', '', 'g'),
                                '[\u0001-\u0020\u007f-\u00a0]+', ' ', 'g'))
$$;
comment on function registry.one_line(text) is 'Viết trên một dòng / A text on one line.';

create or replace function registry.wrapped(words text, first_indent text, next_indent text)
returns setof text language plpgsql immutable parallel safe set search_path = registry, pg_temp as $$
-- A text in lines of at most 96 characters, broken between words where it can be.
-- Parameters: first_indent, next_indent - what the first line and the others begin with.
declare
    line text := first_indent;
    is_empty boolean := true;
    word text;
begin
    -- Blanks that line things up at the beginning stay.
    if words ~ '^[^:]{1,12}:  ' then
        line := line || substring(words from '^([^:]+: *)');
        words := substr(words, length(substring(words from '^([^:]+: *)')) + 1);
    end if;
    foreach word in array string_to_array(words, ' ') loop
        if not is_empty and length(line) + 1 + length(word) > 96 then
            return next line;
            line := next_indent;
            is_empty := true;
        end if;
        line := line || case when is_empty then '' else ' ' end || word;
        is_empty := false;
        while length(line) > 96 loop
            return next left(line, 96);
            line := next_indent || substr(line, 97);
        end loop;
    end loop;
    return next line;
end $$;
comment on function registry.wrapped(text, text, text) is 'Ngắt dòng 96 ký tự / A text in lines of at most 96 characters.';
