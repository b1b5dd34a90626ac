create or replace function queue.health_checks()
returns table (name text, state text, sentence text) language plpgsql stable security definer rows 14
set search_path = queue, pg_temp set jit = off as $$
-- Answers “is it healthy” in one line a check.  Cheap enough to be asked each second, however much waits.
-- Returns:    a row a check, always the same ones in the same order: its name; ok, warn (look at it today) or bad (act
--             now); one sentence, in Vietnamese / English, made to fit a terminal of 100 columns.
-- Tables:     read - queue.job, queue.kind, queue.suspect, queue.schedule, queue.cancel_request, queue.finished,
--             queue.attempt_error, queue.sweep_state, pg_stat_activity, pg_stat_user_tables, pg_prepared_xacts, pg_replication_slots.
begin
    return query
        with counts as materialized (
            select c.*, k.paused_at is not null as paused,
                   (select count(*) from queue.lanes() l where l.kind = c.kind) as lanes
            from queue.kind_counts() c left join queue.kind k on k.name = c.kind)
        select * from queue.health_daemons()
        union all
        select 'unserved', case when count(*) > 0 then 'bad' else 'ok' end,
               case when count(*) > 0
                    then format('không ai chạy / nobody runs: %s', queue.one_line(string_agg(c.kind, ', ' order by c.due desc, c.kind), 48))
                    else 'loại nào có việc cũng có làn / every kind with jobs has lanes' end
        from counts c where c.lanes = 0 and not c.paused and c.due + c.running + c.retrying + c.scheduled > 0
        union all
        select 'oldest', case when a.age > interval '10 min' then 'bad' when a.age > interval '1 min' then 'warn' else 'ok' end,
               case when a.kind is null then 'không việc nào chờ / nothing waits'
                    else format('chờ lâu nhất / longest wait: %s, %s', queue.short_age(a.age), a.kind) end
        from (values (1)) one left join lateral (
            select c.kind, clock_timestamp() - c.oldest_due as age from counts c
            where c.oldest_due is not null and not c.paused order by c.oldest_due limit 1) a on true
        union all
        select 'paused', case when count(*) > 0 then 'warn' else 'ok' end,
               case when count(*) > 0 then format('tạm dừng / paused: %s', queue.one_line(string_agg(k.name, ', ' order by k.name), 58))
                    else 'không loại nào tạm dừng / no kind is paused' end
        from queue.kind k where k.paused_at is not null
        union all
        select * from queue.health_retrying()
        union all
        select 'discarded', case when sum(c.discarded_1h) > 0 then 'warn' else 'ok' end,
               case when sum(c.discarded_1h) > 0
                    then format('bỏ %1$s việc trong 1 giờ / %1$s discarded in 1 h: %2$s', sum(c.discarded_1h),
                                queue.one_line(string_agg(c.kind, ', ' order by c.discarded_1h desc) filter (where c.discarded_1h > 0), 24))
                    else 'không bỏ việc nào trong 1 giờ / none discarded in 1 h' end
        from counts c
        union all
        select * from queue.health_jobs()
        union all
        select * from queue.health_storage();
end $$;
comment on function queue.health_checks() is 'Kiểm tra sức khỏe / Answers “is it healthy” in one line a check.';

create or replace function queue.lanes()
returns table (boot text, kind text, pid integer, host text, since timestamptz) language sql stable security definer rows 20
set search_path = queue, pg_temp as $$
    -- The lanes alive, of all daemons; since: start of the transaction they are in.
    -- Definer: the owner is a member of dvk_daemon and so sees where its lanes come from.
    -- Tables:     read - pg_stat_activity.
    select split_part(a.application_name, '/', 2), split_part(a.application_name, '/', 3), a.pid,
           coalesce(host(a.client_addr), 'local'), a.xact_start
    from pg_stat_activity a
    where a.datname = current_database() and a.application_name like 'dvkd/%/%/%'
$$;
comment on function queue.lanes() is 'Các làn đang sống / The lanes alive, of all daemons.';

create or replace function queue.health_daemons()
returns table (name text, state text, sentence text) language sql stable rows 2
set search_path = queue, pg_temp as $$
    -- Whether daemons are alive, and whether their over-age transactions are ended as they should be.
    -- Tables:     read - queue.kind, pg_stat_activity.
    select 'daemons', case when count(*) = 0 then 'bad' else 'ok' end,
           case when count(*) = 0 then 'không tiến trình nền nào / no daemon is alive'
                else format('%1$s tiến trình, %2$s làn / %1$s daemons, %2$s lanes', count(distinct l.boot), count(*)) end
    from queue.lanes() l
    union all
    select 'over age', case when count(*) > 0 then 'bad' else 'ok' end,
           case when count(*) > 0
                then format('%1$s làn quá hạn / %1$s lanes over age: pid %2$s, %3$s', count(*),
                            (array_agg(l.pid order by l.since))[1], queue.short_age(max(clock_timestamp() - l.since)))
                else 'không làn nào quá hạn / no lane is over age' end
    -- The reaper ends a lane at its kind's timeout + 2 s; only what it could not end is seen here.
    from queue.lanes() l join queue.kind k on k.name = l.kind
    where l.since < clock_timestamp() - k.timeout - interval '5 s'
$$;
comment on function queue.health_daemons() is 'Sức khỏe của tiến trình nền / Health of the daemons.';

create or replace function queue.health_retrying()
returns table (name text, state text, sentence text) language plpgsql stable rows 1
set search_path = queue, pg_temp set plan_cache_mode = force_generic_plan set jit = off set enable_seqscan = off as $$
-- Jobs that fail again and again but are not given up yet, and kinds of which nothing succeeds.
-- Returns:    bad: a kind with three failures in the last 10 minutes and no success; warn: a job that waits for another
--             attempt after three or more; either names kind, job and the start of the newest error.
--             Of the failures of the last hour the newest 2,000 are looked at: the longest pause between two is 20 minutes.
-- Tables:     read - queue.attempt_error, queue.finished, queue.job.
declare
    stamp  timestamptz := clock_timestamp();
    ended  jsonb := queue.recent_rows('finished', 'finished_at', 'outcome', stamp - interval '10 min') -> 'rows';
    failed jsonb := queue.recent_rows('attempt_error', 'failed_at', null, stamp - interval '10 min') -> 'rows';
    worst  record;
begin
    name := 'retrying';
    select e.* into worst
    from queue.attempt_error e
    where e.failed_at > stamp - interval '10 min' and (failed ->> e.kind)::bigint >= 3
        and not ended ?| array[e.kind || ' completed', e.kind || ' coalesced']
    order by e.failed_at desc, e.job_id desc limit 1;
    if found then
        state := 'bad';
        sentence := queue.one_line(format('chỉ hỏng / only fails: %s %s: %s', worst.kind, worst.job_id,
                                          queue.plain_error(worst.error)), 77);
        return next;
        return;
    end if;
    select count(distinct e.job_id) as jobs, (array_agg(e.kind || ' ' || e.job_id || ': ' || queue.plain_error(e.error)
                                                        order by e.failed_at desc))[1] as first
    into worst
    from (select * from queue.attempt_error e where e.failed_at > stamp - interval '1 hour'
          order by e.failed_at desc limit 2000) e
    where e.attempt >= 3 and exists (select from queue.job j where j.id = e.job_id);
    state := case when worst.jobs > 0 then 'warn' else 'ok' end;
    sentence := case when worst.jobs > 0 then queue.one_line(format('%s hỏng ≥ 3 lần / failing: %s', worst.jobs, worst.first), 77)
                     else 'không việc nào hỏng mãi / no job keeps failing' end;
    return next;
end $$;
comment on function queue.health_retrying() is 'Việc hỏng mãi / Jobs and kinds that keep failing.';

create or replace function queue.health_jobs()
returns table (name text, state text, sentence text) language sql stable rows 3
set search_path = queue, pg_temp as $$
    -- Suspects, cancel requests that nobody obeys, schedules that fail or are paused.
    -- Tables:     read - queue.suspect, queue.cancel_request, queue.schedule.
    select 'suspects', case when count(*) filter (where s.tries > 0) > 0 then 'bad' when count(*) > 0 then 'warn' else 'ok' end,
           case when count(*) > 0 then format('%1$s việc nghi vấn / %1$s suspects, tried alone at most %2$s times', count(*), max(s.tries))
                else 'không việc nào nghi vấn / no job is suspect' end
    from queue.suspect s
    union all
    select 'cancels', case when count(*) > 0 then 'warn' else 'ok' end,
           case when count(*) > 0 then format('%1$s yêu cầu hủy chưa làm / %1$s cancel requests wait over 10 s', count(*))
                else 'yêu cầu hủy nào cũng đã làm / no cancel request waits' end
    from queue.cancel_request r where r.requested_at < clock_timestamp() - interval '10 s'
    union all
    select 'schedules', case when count(*) filter (where s.paused_at is null) > 0 then 'bad' when count(*) > 0 then 'warn' else 'ok' end,
           case when count(*) filter (where s.paused_at is null) > 0
                then format('lịch lỗi / failing: %s',
                            queue.one_line(string_agg(s.name, ', ' order by s.name) filter (where s.paused_at is null), 56))
                when count(*) > 0
                then format('lịch tạm dừng / paused: %s', queue.one_line(string_agg(s.name, ', ' order by s.name), 52))
                else 'lịch nào cũng chạy được / no schedule fails' end
    from queue.schedule s where s.last_error is not null or s.paused_at is not null
$$;
comment on function queue.health_jobs() is 'Sức khỏe của công việc / Suspects, cancel requests, schedules.';

create or replace function queue.horizon()
returns table (who text, xids bigint, age interval) language sql stable security definer rows 10
set search_path = queue, pg_temp as $$
    -- Who keeps dead rows from being removed, the worst first: sessions with a snapshot or a transaction, prepared
    -- transactions, replication slots and standbys.
    -- Returns:    who; how many transactions have begun since; how long it lasts (null where PostgreSQL does not tell the
    --             owner of this function: sessions of others, slots).
    -- Tables:     read - pg_stat_activity, pg_prepared_xacts, pg_replication_slots.
    select x.who, x.xids, x.age
    from (
        select format('pid %s (%s, %s)', a.pid, coalesce(nullif(a.application_name, ''), a.backend_type, '?'), coalesce(a.usename, '?')),
               greatest(age(a.backend_xmin), age(a.backend_xid))::bigint, clock_timestamp() - a.xact_start
        from pg_stat_activity a
        where coalesce(a.backend_xmin, a.backend_xid) is not null and a.pid <> pg_backend_pid()
            and (a.datname = current_database() or a.datname is null)
        union all
        select format('prepared %s (%s)', p.gid, p.owner), age(p.transaction)::bigint, clock_timestamp() - p.prepared
        from pg_prepared_xacts p where p.database = current_database()
        union all
        select format('slot %s', s.slot_name), greatest(age(s.xmin), age(s.catalog_xmin))::bigint, null
        from pg_replication_slots s where coalesce(s.xmin, s.catalog_xmin) is not null) x (who, xids, age)
    order by x.xids desc, x.age desc nulls last
$$;
comment on function queue.horizon() is 'Ai giữ dòng chết / Who keeps dead rows from being removed, the worst first.';

create or replace function queue.health_storage()
returns table (name text, state text, sentence text) language sql stable rows 4
set search_path = queue, pg_temp as $$
    -- Partitions made ahead, dead rows of the hot table, how long the sweep needs for it, and who keeps vacuum from removing
    -- them.
    -- Tables:     read - queue.sweep_state, pg_stat_user_tables; see queue.horizon.
    select 'partitions', case when queue.has_next_month() then 'ok' else 'bad' end,
           case when queue.has_next_month() then 'đã có phân vùng tháng sau / next month''s partitions exist'
                else 'thiếu tháng sau / next month is missing: select * from queue.maintain()' end
    union all
    select 'dead rows', case when t.n_dead_tup > 2000000 then 'bad' when t.n_dead_tup > 200000 then 'warn' else 'ok' end,
           format('queue.job: %1$s dòng chết / dead rows, %2$s', queue.two_digits(t.n_dead_tup),
                  pg_size_pretty(pg_total_relation_size(t.relid)))
    from pg_stat_user_tables t where t.relid = 'queue.job'::regclass
    union all
    select 'sweep', case when s.took > interval '10 s' then 'bad' when s.took is not null then 'warn' else 'ok' end,
           case when s.took is null then 'việc vào muộn chờ dưới 1 giây / late commits wait under 1 s'
                else format('việc vào muộn chờ tới / late commits wait up to %s: %s MB', queue.short_age(s.took), s.pages / 128) end
    from (values (1)) one left join lateral (
        select w.took, w.pages from queue.sweep_state w
        where w.noted_at > clock_timestamp() - interval '1 min' - 2 * w.took order by w.took desc limit 1) s on true
    union all
    select 'horizon', case when h.age > interval '1 hour' or h.xids > 10000000 then 'bad'
                           when h.age > interval '2 min' or h.xids > 1000000 then 'warn' else 'ok' end,
           case when h.who is null then 'không ai giữ ảnh chụp cũ / nobody holds an old snapshot'
                else format('%s: %s giao dịch / xacts%s', queue.one_line(h.who, 42), h.xids, ', ' || queue.short_age(h.age)) end
    from (values (1)) one left join lateral (select * from queue.horizon() limit 1) h on true
$$;
comment on function queue.health_storage() is 'Sức khỏe của kho / Partitions, dead rows, and who holds the vacuum horizon.';

create or replace view queue.health as
select h.name as "check", h.state, h.sentence from queue.health_checks() h;

comment on view queue.health is 'Sức khỏe hàng đợi, mỗi mục một dòng / Is it healthy?  A line a check.';
comment on column queue.health."check" is 'Mục kiểm tra / Check.';
comment on column queue.health.state is 'Trạng thái / ok, warn: look at it today, bad: act now.';
comment on column queue.health.sentence is 'Nội dung / What was found.';
