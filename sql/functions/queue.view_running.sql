create or replace view queue.running as
select r.id,
       j.kind,
       j.attempt + 1 as try,
       r.lane,
       r.pid,
       queue.short_age(clock_timestamp() - r.since) as age
from queue.running_jobs() r
    join queue.job j on j.id = r.id
order by r.since, r.id;

comment on view queue.running is 'Công việc đang chạy / Running jobs: who holds them and for how long.';
comment on column queue.running.id is 'Số công việc / Job number.';
comment on column queue.running.kind is 'Loại công việc / Kind.';
comment on column queue.running.try is 'Lần thử thứ / Which attempt, from 1.';
comment on column queue.running.lane is 'Làn / application_name: dvkd/boot/kind/lane.';
comment on column queue.running.pid is 'Tiến trình máy chủ / Server process.';
comment on column queue.running.age is 'Tuổi giao dịch / Age of the transaction.';
