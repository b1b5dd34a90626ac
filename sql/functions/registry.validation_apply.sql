create or replace function registry.validation_apply(verdicts text)
returns void language plpgsql volatile security definer set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Writes what validation decided about a batch of submissions, set-based: findings, states, canonical rows of the valid ones,
-- the feed, the dirty log, one refresh job, and the requests for supplements of campaigns that want them drafted at once.
-- Parameters: verdicts - JSON text [{"id", "version", "rule_set", "state": valid|needs_supplement|invalid, "unit_id"?,
--             "findings": [{"code", "severity", "path", "message", "data"}], "claims"?: as in apply_claims, "repaired"?: content,
--             "signature"?: see registry.apply_signatures}].
-- Returns:    nothing.  A verdict on a version that is not waiting for one any more (decided, withdrawn, supplemented) changes
--             nothing, so applying twice is applying once.
-- Errors:     22023 not such a list; 23505 an equal registration of another lane came first: run the job again.
-- Tables:     lock - submission, in id order; insert - finding, submission_change and the tables of the apply_… functions;
--             update - submission; stats.touch, queue.enqueue.
declare
    given   jsonb := verdicts::jsonb;
    live    bigint[];
    judged  registry.judged[];
    touched record;
begin
    if jsonb_typeof(given) is distinct from 'array' then
        raise exception 'Kết luận phải là một mảng JSON / verdicts must be a JSON array' using errcode = 'invalid_parameter_value';
    end if;

    -- Two jobs about one submission may run in two lanes: the row lock makes them one after the other.
    select array_agg(l.id) into live
    from (select s.id
          from (select (e ->> 'id')::bigint as id, (e ->> 'version')::int as version from jsonb_array_elements(given) e) v
          join registry.submission s on s.id = v.id
          where s.state = 'submitted' and s.version = v.version
          order by s.id for update of s) l;
    if live is null then
        return;
    end if;
    if exists (select from jsonb_array_elements(given) e
               where coalesce(e ->> 'state', '') not in ('valid', 'needs_supplement', 'invalid') or not e ? 'rule_set') then
        raise exception 'Kết luận thiếu trạng thái hoặc bộ quy tắc / a verdict lacks its state or rule set'
            using errcode = 'invalid_parameter_value', hint = 'state: valid, needs_supplement, invalid';
    end if;

    insert into registry.finding (submission_id, version, rule_set, code, path, severity, message, data)
    select (e ->> 'id')::bigint, (e ->> 'version')::int, (e ->> 'rule_set')::int, f ->> 'code', coalesce(f ->> 'path', ''),
           f ->> 'severity', f ->> 'message', coalesce(f -> 'data', '{}')
    from jsonb_array_elements(given) e,
         jsonb_array_elements(case when jsonb_typeof(e -> 'findings') = 'array' then e -> 'findings' else '[]' end) f
    where (e ->> 'id')::bigint = any (live)
    on conflict on constraint finding_pkey do nothing;

    with decided as (
        update registry.submission s
        set state = v.state, rule_set = v.rule_set, decided_at = now(), unit_id = v.unit_id
        from (select (e ->> 'id')::bigint as id, e ->> 'state' as state, (e ->> 'rule_set')::int as rule_set,
                     (e ->> 'unit_id')::bigint as unit_id, nullif(e -> 'repaired', 'null') as repaired
              from jsonb_array_elements(given) e) v
        where s.id = v.id and s.id = any (live)
        returning s.id, s.turn, s.kind, s.campaign_id, s.unit_id, s.year, s.filed_on, s.model_key, s.source_model_key, s.version,
                  s.state, v.repaired),
    told as (
        insert into registry.submission_change (submission_id, version, state)
        select d.id, d.version, d.state from decided d order by d.id)
    select array_agg((d.id, d.turn, d.kind, d.campaign_id, d.unit_id, d.year, d.filed_on, d.model_key, d.source_model_key,
                      coalesce(d.repaired, v.content))::registry.judged order by d.id)
    into judged
    from decided d
    join registry.submission_version v on v.submission_id = d.id and v.version = d.version
    -- A unit that is not certain (a warning a person must confirm) gives no canonical rows yet.
    where d.state = 'valid' and d.unit_id is not null
      and d.kind in ('registration', 'report', 'inspection_record', 'recognition_decision', 'commendation_decision');

    if judged is not null then
        perform registry.apply_registrations(array(select j from unnest(judged) j where j.kind = 'registration'));
        perform registry.apply_signatures(given);
        perform registry.apply_reports(array(select j from unnest(judged) j where j.kind = 'report'));
        perform registry.apply_inspections(array(select j from unnest(judged) j where j.kind = 'inspection_record'));
        perform registry.apply_recognitions(array(select j from unnest(judged) j where j.kind = 'recognition_decision'));
        perform registry.apply_commendations(array(select j from unnest(judged) j where j.kind = 'commendation_decision'));
    end if;

    if given @? '$[*].claims[0]' then
        perform registry.apply_claims(given, live);
    end if;

    for touched in select t.year, array_agg(distinct t.unit_id) as units from registry.touched_by(live) t group by t.year loop
        perform stats.touch(touched.units, array[touched.year]);
    end loop;
    -- Where the campaign wants it, the request for a supplement is drafted from the same findings.
    perform queue.enqueue('commendation_notice', jsonb_build_object('notice', 'N02', 'submission_id', s.id))
    from unnest(live) i join registry.submission s on s.id = i join registry.campaign c on c.id = s.campaign_id
    where s.state = 'needs_supplement' and c.parameters -> 'request_supplements' = 'true';
    perform stats.ask_refresh();
    perform pg_notify('registry_changes', '');
end $$;
comment on function registry.validation_apply(text) is 'Ghi kết luận kiểm tra hồ sơ / Writes verdicts: findings, states and canonical rows.';

create or replace function registry.touched_by(ids bigint[])
returns table (unit_id bigint, year int) language plpgsql stable set search_path = registry, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
-- Units and years whose figures the submissions touch: by their states, and by the canonical rows they made.
-- Not in SQL: such a function plans its statement at every call, which takes longer than running it.
begin
    return query
    select coalesce(s.unit_id, c.unit_id), y
    from unnest(ids) i join registry.submission s on s.id = i
    join registry.campaign c on c.id = s.campaign_id join registry.period p on p.code = c.period,
    lateral (select s.year as y where s.year is not null
             union select generate_series(extract(year from p.first_day)::int, extract(year from p.last_day)::int)) y
    union
    select m.unit_id, y
    from unnest(ids) i join registry.recognition r on r.submission_id = i join registry.model m on m.id = r.model_id
    join registry.campaign c on c.id = r.campaign_id join registry.period p on p.code = c.period,
    lateral (select r.year as y where r.year is not null
             union select generate_series(extract(year from p.first_day)::int, extract(year from p.last_day)::int)
             union select extract(year from r.recognised_on)::int where r.recognised_on is not null
             -- A choice for replication counts with the recognition of any other year behind it.
             union select coalesce(o.year, extract(year from o.recognised_on)::int) from registry.recognition o
                   where o.model_id = r.model_id and coalesce(o.year, extract(year from o.recognised_on)::int) is not null) y
    union
    select x.unit_id, y
    from unnest(ids) i join registry.commendation_decision d on d.submission_id = i
    join registry.campaign c on c.id = d.campaign_id
    join registry.period p on p.code = coalesce(d.period, c.period)
    join registry.document t on t.id = d.document_id,
    lateral (select generate_series(extract(year from p.first_day)::int, extract(year from p.last_day)::int) as y
             union select extract(year from t.issued_on)::int where t.issued_on is not null) y,
    lateral (select d.unit_id union select k.unit_id from registry.commendation k where k.commendation_decision_id = d.id) x
    where x.unit_id is not null;
end $$;
comment on function registry.touched_by(bigint[]) is 'Đơn vị và năm bị ảnh hưởng / Units and years whose figures submissions touch.';
