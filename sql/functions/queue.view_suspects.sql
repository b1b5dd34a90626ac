create or replace view queue.suspects as
select s.job_id as id,
       s.kind,
       s.tries,
       to_char(s.found_at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI:SS') as found,
       to_char(s.tried_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS') as tried,
       left(s.tried_by, 24) as by
from queue.suspect s
order by s.found_at, s.job_id;

comment on view queue.suspects is 'Công việc nghi vấn / Jobs whose worker died, each to be run alone.';
comment on column queue.suspects.id is 'Số công việc / Job number.';
comment on column queue.suspects.kind is 'Loại công việc / Kind.';
comment on column queue.suspects.tries is 'Số lần chạy riêng / Solitary runs begun.';
comment on column queue.suspects.found is 'Phát hiện lúc (giờ Việt Nam) / Suspect since, Vietnamese time.';
comment on column queue.suspects.tried is 'Chạy riêng lúc / When the last solitary run began.';
comment on column queue.suspects.by is 'Tiến trình chạy riêng (rút gọn) / Who ran it alone last, cut.';
