-- Column names are short: psql prints the view within 100 columns.
create or replace view queue.schedules as
select case when length(s.name) <= 16 then s.name else left(s.name, 15) || '…' end as name,
       case when length(s.kind) <= 19 then s.kind else left(s.kind, 18) || '…' end as kind,
       case when length(s.cron) <= 16 then s.cron else left(s.cron, 15) || '…' end as cron,
       to_char(s.next_fire_at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI') as next,
       queue.short_age(clock_timestamp() - s.last_fire_at) as last,
       case when s.paused_at is not null then 'paused'
            when s.last_error is not null then 'error'
            when s.next_fire_at < clock_timestamp() - interval '60 s' then 'late'
            else 'on' end as status,
       left(s.last_error, 5) as error
from queue.schedule s
order by s.name;

comment on view queue.schedules is 'Các lịch định kỳ / The schedules, a line each; queue.fires tells the next fire times of one.';
comment on column queue.schedules.name is 'Tên lịch / Name, cut.';
comment on column queue.schedules.kind is 'Loại công việc / Kind of the jobs, cut.';
comment on column queue.schedules.cron is 'Biểu thức cron / Cron expression, cut.';
comment on column queue.schedules.next is 'Lần tới (giờ Việt Nam) / Next fire time, Vietnamese time.';
comment on column queue.schedules.last is 'Lần trước cách đây / How long ago it last made a job.';
comment on column queue.schedules.status is 'Trạng thái / on, paused, error (the last fire time made no job), late (no daemon fires it).';
comment on column queue.schedules.error is 'Mã lỗi SQL / SQLSTATE; queue.schedule.last_error has the whole text.';
