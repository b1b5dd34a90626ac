-- Column names are short: psql prints the view within 100 columns.
create or replace view queue.overview as
select k.name as kind,
       case when k.paused_at is null then 'on' else 'paused' end as status,
       count(j.id) filter (where j.run_at <= now() and r.id is null) as due,
       count(r.id) as running,
       count(j.id) filter (where j.run_at > now() and j.attempt > 0 and r.id is null) as retry,
       count(j.id) filter (where j.run_at > now() and j.attempt = 0 and r.id is null) as later,
       (select count(*) from queue.finished f
        where f.kind = k.name and f.finished_at > now() - interval '1 hour' and f.outcome in ('completed', 'coalesced')) as done_1h,
       (select count(*) from queue.attempt_error e
        where e.kind = k.name and e.failed_at > now() - interval '1 hour') as errors_1h,
       queue.short_age(now() - min(j.run_at) filter (where j.run_at <= now() and r.id is null)) as oldest
from queue.kind k
    left join queue.job j on j.kind = k.name
    left join (select distinct q.id from queue.running_jobs() q) r on r.id = j.id
group by k.name
order by k.name;

comment on view queue.overview is 'Tổng quan hàng đợi / The queue at a glance, a line a kind.';
comment on column queue.overview.kind is 'Loại công việc / Kind.';
comment on column queue.overview.status is 'Trạng thái / On or paused.';
comment on column queue.overview.due is 'Đến hạn / Due and waiting.';
comment on column queue.overview.running is 'Đang chạy / Running.';
comment on column queue.overview.retry is 'Chờ thử lại / Waiting for another attempt.';
comment on column queue.overview.later is 'Hẹn giờ / Scheduled for later.';
comment on column queue.overview.done_1h is 'Xong trong 1 giờ / Completed in the last hour.';
comment on column queue.overview.errors_1h is 'Lỗi trong 1 giờ / Failed attempts in the last hour.';
comment on column queue.overview.oldest is 'Chờ lâu nhất / How long the oldest due job has waited.';
