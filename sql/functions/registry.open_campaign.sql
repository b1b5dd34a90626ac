create or replace function registry.open_campaign(code text, name text, unit_code text, period text, field_set text, tree text,
    parameters jsonb default '{}', reason text default null)
returns bigint language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Opens a campaign, or opens a closed one again.
-- Parameters: as registry.define_campaign; the organiser must exist on the first day of the period.  reason - 1..1000 characters, with a
--             closed campaign only.
-- Returns:    the campaign's id.
-- Errors:     22023 as registry.define_campaign; no reason to open it again; 55000 it is open (hint: the legal steps).
-- Tables:     insert, update - campaign; insert - period, audit; stats.touch, queue.enqueue.
declare
    old registry.campaign%rowtype;
    days record;
    the_id bigint;
    why text;
begin
    select x.* into old from registry.campaign x where x.code = open_campaign.code for update;
    if old.state = 'open' then
        raise exception 'Đợt “%” đang mở / campaign “%” is open', code, code
            using errcode = 'object_not_in_prerequisite_state', detail = format('id %s, state open', old.id),
                  hint = 'Bước được phép / legal steps: close_campaign; đổi tham số bằng registry.define_campaign / change it with registry.define_campaign';
    end if;
    if old.state = 'closed' then
        why := registry.need_reason(reason);
    end if;
    the_id := registry.define_campaign(code, name, unit_code, period, field_set, tree, parameters);
    update registry.campaign c set state = 'open', closed_at = null, closed_by = null, closed_reason = null where c.id = the_id;
    insert into registry.audit (action, object, object_id, reason, detail)
    values (case when old.id is null then 'open_campaign' else 'reopen_campaign' end, 'campaign', the_id, why,
            jsonb_build_object('code', code, 'period', period));
    select * into days from registry.period_range(open_campaign.period);
    perform stats.touch(array[c.unit_id], array(select generate_series(extract(year from days.first_day)::int, extract(year from days.last_day)::int)))
    from registry.campaign c where c.id = the_id;
    perform queue.enqueue('aggregation_refresh', '{}');
    return the_id;
end $$;
comment on function registry.open_campaign(text, text, text, text, text, text, jsonb, text) is 'Mở đợt, hoặc mở lại / Opens a campaign, or opens a closed one again.';

create or replace function registry.close_campaign(code text, reason text)
returns int language plpgsql volatile security definer set search_path = registry, pg_temp as $$
-- Closes a campaign: it takes no submission and no supplement any more, and what waits for a supplement is overdue.
-- Parameters: reason - 1..1000 characters.
-- Returns:    how many submissions became overdue.
-- Errors:     22023 unknown campaign, no reason; 55000 it is closed, or submissions wait to be checked or are under appraisal
--             (detail: which; hint: the legal steps).
-- Tables:     update - campaign, submission, notice.notice; insert - submission_change, audit; stats.touch, queue.enqueue.
declare
    why     text := registry.need_reason(reason);
    the_id  bigint := registry.open_campaign_id(code);
    waiting text;
    late    bigint;
    n       int := 0;
begin
    perform from registry.campaign c where c.id = the_id for no key update;
    -- Whoever held the lock may have closed it.
    perform registry.open_campaign_id(code);
    select string_agg(format('%s (%s)', w.id, w.state), ', ' order by w.id) into waiting
    from (select s.id, s.state from registry.submission s
          where s.campaign_id = the_id and s.state in ('submitted', 'under_appraisal') order by s.id limit 20) w;
    if waiting is not null then
        raise exception 'Đợt “%” còn hồ sơ đang kiểm tra hoặc thẩm định / submissions of “%” are being checked or appraised', code, code
            using errcode = 'object_not_in_prerequisite_state', detail = waiting,
                  hint = 'Bước được phép / legal steps: appraise, return_submission; hồ sơ vừa nộp: chờ kiểm tra / wait for the check';
    end if;
    for late in select s.id from registry.submission s where s.campaign_id = the_id and s.state = 'needs_supplement' order by s.id for update loop
        perform registry.move_submission(late, 'close_campaign', 'supplement_overdue', why);
        update notice.notice x set state = 'cancelled' where x.kind = 'N02' and x.object_id = late and x.state = 'draft';
        n := n + 1;
    end loop;
    update registry.campaign c set state = 'closed', closed_at = now(), closed_by = session_user, closed_reason = why where c.id = the_id;
    insert into registry.audit (action, object, object_id, reason, detail)
    values ('close_campaign', 'campaign', the_id, why, jsonb_build_object('code', code, 'overdue', n));
    perform stats.touch(array[c.unit_id], array(select generate_series(extract(year from p.first_day)::int, extract(year from p.last_day)::int)))
    from registry.campaign c join registry.period p on p.code = c.period where c.id = the_id;
    perform queue.enqueue('aggregation_refresh', '{}');
    perform pg_notify('registry_changes', '');
    return n;
end $$;
comment on function registry.close_campaign(text, text) is 'Đóng đợt / Closes a campaign.';
