create or replace function registry.withdraw(id bigint, reason text)
returns void language plpgsql security definer set search_path = registry, pg_temp as $$
-- Withdraws a submission that is not yet under appraisal; what it wrote counts no more and the totals are refreshed.
-- Parameters: reason - 1..1000 characters.
-- Returns:    nothing; a second call changes nothing.
-- Errors:     P0002 no such submission; 22023 no reason; 55000 too late, or a model of it is recognised or registered again
--             on it (detail names what stands on it).
-- Tables:     update - submission, registration, report, inspection, recognition, commendation_decision, commendation;
--             insert - submission_change, audit; stats.touch, queue.enqueue.
declare
    s record;
    units bigint[];
    years int[];
begin
    if reason is null or length(btrim(reason)) not between 1 and 1000 then
        raise exception 'Cần nêu lý do rút / a reason is needed'
            using errcode = 'invalid_parameter_value', detail = 'reason: 1..1000 characters';
    end if;
    select x.*, c.unit_id as organiser_id, p.first_day, p.last_day into s
    from registry.submission x join registry.campaign c on c.id = x.campaign_id join registry.period p on p.code = c.period
    where x.id = withdraw.id for update of x;
    if not found then
        raise exception 'Không có hồ sơ số % / no submission %', id, id using errcode = 'no_data_found';
    end if;
    if s.state = 'withdrawn' then
        return;
    end if;
    if s.state not in ('submitted', 'valid', 'needs_supplement', 'invalid', 'supplement_overdue', 'returned') then
        raise exception 'Hồ sơ đang hoặc đã được thẩm định, không rút được / under appraisal or decided, cannot be withdrawn'
            using errcode = 'object_not_in_prerequisite_state', detail = format('id %s, state %s', s.id, s.state),
                  hint = 'Đề nghị cơ quan thẩm định trả lại hồ sơ / ask the appraising body to return it';
    end if;

    update registry.submission x
    set state = 'withdrawn', withdrawn_at = now(), withdrawn_reason = btrim(withdraw.reason) where x.id = s.id;
    units := array[coalesce(s.unit_id, s.organiser_id)];
    years := array(select generate_series(extract(year from s.first_day)::int, extract(year from s.last_day)::int)) || s.year;
    if s.state = 'valid' then
        update registry.registration x set withdrawn_at = now() where x.submission_id = s.id and x.withdrawn_at is null;
        update registry.report x set withdrawn_at = now() where x.submission_id = s.id and x.withdrawn_at is null;
        update registry.inspection x set withdrawn_at = now() where x.submission_id = s.id and x.withdrawn_at is null;
        with revoked as (
            update registry.recognition x set revoked_at = now() where x.submission_id = s.id and x.revoked_at is null returning x.model_id, x.year)
        select units || array_agg(distinct m.unit_id), years || array_agg(distinct r.year)
        into units, years from revoked r join registry.model m on m.id = r.model_id having count(*) > 0;
        if not found then
            units := array[coalesce(s.unit_id, s.organiser_id)];
            years := array(select generate_series(extract(year from s.first_day)::int, extract(year from s.last_day)::int)) || s.year;
        end if;
        with d as (
            update registry.commendation_decision x set withdrawn_at = now()
            where x.submission_id = s.id and x.withdrawn_at is null returning x.id, x.period),
        r as (
            update registry.commendation x set revoked_at = now() from d
            where x.commendation_decision_id = d.id and x.revoked_at is null returning x.unit_id)
        select units || coalesce((select array_agg(distinct r.unit_id) from r), '{}'),
               years || coalesce((select array_agg(y) from d join registry.period p on p.code = d.period,
                                  generate_series(extract(year from p.first_day)::int, extract(year from p.last_day)::int) y), '{}')
        into units, years;
    end if;
    insert into registry.submission_change (submission_id, version, state) values (s.id, s.version, 'withdrawn');
    insert into registry.audit (action, object, object_id, reason, detail)
    values ('withdraw', 'submission', s.id, btrim(withdraw.reason), jsonb_build_object('from', s.state));
    perform stats.touch(units, years);
    perform queue.enqueue('aggregation_refresh', '{}');
    perform pg_notify('registry_changes', '');
end $$;
comment on function registry.withdraw(bigint, text) is 'Rút hồ sơ / Withdraws a submission that is not yet under appraisal.';
