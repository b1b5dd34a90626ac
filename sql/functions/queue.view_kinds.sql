create or replace view queue.kinds as
select k.name as kind,
       k.priority as prio,
       k.max_attempts as tries,
       k.batch_limit as batch,
       queue.short_age(k.timeout) as timeout,
       k.lane_limit as "limit",
       (select count(*) from queue.lanes() l where l.kind = k.name) as lanes,
       case when k.paused_at is not null
            then to_char(k.paused_at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI ') || left(k.paused_by, 10) end as paused
from queue.kind k
order by k.name;

comment on view queue.kinds is 'Thiết lập của các loại / Settings of the kinds at a glance.';
comment on column queue.kinds.kind is 'Loại công việc / Kind.';
comment on column queue.kinds.prio is 'Mức ưu tiên mặc định / Default priority; 0 is first.';
comment on column queue.kinds.tries is 'Số lần thử tối đa / Attempts allowed by default.';
comment on column queue.kinds.batch is 'Số việc mỗi lần nhận / Most jobs a claim takes.';
comment on column queue.kinds.timeout is 'Thời hạn một giao dịch / Limit of a working transaction.';
comment on column queue.kinds."limit" is 'Giới hạn làn / Most lanes at once, over all daemons; empty: no limit (queue.set_limit).';
comment on column queue.kinds.lanes is 'Số làn đang sống / Lanes alive, over all daemons.';
comment on column queue.kinds.paused is 'Tạm dừng từ lúc, bởi / Paused since (Vietnamese time) and by whom.';
