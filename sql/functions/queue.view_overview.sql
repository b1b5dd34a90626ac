-- Column names are short: psql prints the view within 100 columns.
create or replace view queue.overview as
select c.kind,
       case when k.name is null then '?' when k.paused_at is null then 'on' else 'paused' end
           || case when c.estimated then '~' else '' end as status,
       c.due,
       c.running,
       c.retrying as retry,
       c.scheduled as later,
       c.done_1h,
       c.errors_1h,
       queue.short_age(now() - c.oldest_due) as oldest
from queue.kind_counts() c
    left join queue.kind k on k.name = c.kind
order by c.kind;

comment on view queue.overview is 'Tổng quan hàng đợi / The queue at a glance, a line a kind; counts above 10,000 are estimates.';
comment on column queue.overview.kind is 'Loại công việc / Kind.';
comment on column queue.overview.status is 'Trạng thái / on, paused, or ?: not defined.  With ~ counts of the line above 10,000 are estimates.';
comment on column queue.overview.due is 'Đến hạn / Due and waiting.';
comment on column queue.overview.running is 'Đang chạy / Running.';
comment on column queue.overview.retry is 'Chờ thử lại / Waiting for another attempt.';
comment on column queue.overview.later is 'Hẹn giờ / Scheduled for later.';
comment on column queue.overview.done_1h is 'Xong trong 1 giờ / Completed in the last hour, those that another one ran for included.';
comment on column queue.overview.errors_1h is 'Lỗi trong 1 giờ / Failed attempts in the last hour.';
comment on column queue.overview.oldest is 'Chờ lâu nhất / How long the oldest due job has waited.';
