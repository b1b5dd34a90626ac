-- Who holds a row is looked up by its xmax, row by row: one job of millions is found without reading the others.
-- Both halves come in their order without a sort of the whole: the waiting ones from their index, the history in spans of
-- time, the newest first, of which those that nobody asks for are not read.
create or replace view queue.jobs as
(select j.id,
       j.kind,
       case when l.pid is not null then 'running'
            when j.run_at <= now() then 'due'
            when j.attempt > 0 then 'retrying'
            else 'scheduled' end as state,
       j.attempt || '/' || j.max_attempts as tries,
       to_char(j.run_at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI:SS') as at,
       left(coalesce(a.application_name, j.args::text), 26) as note
from queue.job j
    left join pg_locks l on l.locktype = 'transactionid' and l.transactionid = j.xmax and l.mode = 'ExclusiveLock' and l.granted
    left join pg_stat_activity a on a.pid = l.pid
order by j.id desc)
union all
(select h.*
from (values (interval '0', interval '1 min'), ('1 min', '10 min'), ('10 min', '1 h'), ('1 h', '6 h'), ('6 h', '1 d'), ('1 d', '7 d'),
             ('7 d', '31 d'), ('31 d', null)) span (newest, eldest),
    lateral (
        select f.id,
               f.kind,
               f.outcome::text,
               f.attempt || '/' || f.max_attempts,
               to_char(f.finished_at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI:SS'),
               left(coalesce(f.reason, '→ ' || f.coalesced_into, f.args::text), 26)
        from queue.finished f
        where f.finished_at <= case when span.newest = '0' then 'infinity' else now() - span.newest end
            and f.finished_at > coalesce(now() - span.eldest, '-infinity')
        order by f.finished_at desc, f.id desc) h);

comment on view queue.jobs is 'Mọi công việc, chưa xong trước, mới nhất trước / All jobs: waiting ones first, then finished ones, newest first.';
comment on column queue.jobs.id is 'Số công việc / Job number.';
comment on column queue.jobs.kind is 'Loại công việc / Kind.';
comment on column queue.jobs.state is 'Trạng thái / due, scheduled, retrying, running, completed, coalesced, discarded, cancelled.';
comment on column queue.jobs.tries is 'Số lần thử / Attempts of attempts allowed.';
comment on column queue.jobs.at is 'Lúc (giờ Việt Nam) / Due or ended at, Vietnamese time.';
comment on column queue.jobs.note is 'Ghi chú / Lane, reason or args, cut.';
