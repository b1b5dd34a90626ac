create or replace view queue.failures as
select e.job_id as id,
       e.kind,
       e.attempt,
       to_char(e.failed_at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI') as at,
       e.sqlstate as code,
       queue.wrapped(queue.plain_error(e.error), 30, 120) as error
from queue.attempt_error e
order by e.failed_at desc, e.job_id desc;

comment on view queue.failures is 'Các lần thử lỗi, mới nhất trước / Failed attempts, newest first; queue.attempt_error has the whole text.';
comment on column queue.failures.id is 'Số công việc / Job number.';
comment on column queue.failures.kind is 'Loại công việc / Kind.';
comment on column queue.failures.attempt is 'Lần thử thứ / Which attempt.';
comment on column queue.failures.at is 'Lúc (giờ Việt Nam) / When, Vietnamese time.';
comment on column queue.failures.code is 'Mã lỗi SQL / SQLSTATE.';
comment on column queue.failures.error is 'Lỗi (rút gọn) / The error, cut, in several lines.';
