create or replace view queue.audit_log as
select to_char(a.at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI:SS') as at,
       left(a.who, 10) as who,
       a.verb,
       left(coalesce(a.job_id::text, a.kind), 13) as target,
       queue.one_line(a.reason, 12) as reason,
       queue.one_line(case when a.result like '% / %' then split_part(a.result, ' / ', 2) else a.result end, 22) as result
from queue.audit a
order by a.id desc;

comment on view queue.audit_log is 'Nhật ký điều hành, mới nhất trước / What operators did, newest first; queue.audit has the whole text.';
comment on column queue.audit_log.at is 'Lúc (giờ Việt Nam) / When, Vietnamese time.';
comment on column queue.audit_log.who is 'Người thực hiện / Who.';
comment on column queue.audit_log.verb is 'Thao tác / Function called.';
comment on column queue.audit_log.target is 'Công việc số, hoặc loại / Job number, or kind.';
comment on column queue.audit_log.reason is 'Lý do (rút gọn) / Reason given, cut.';
comment on column queue.audit_log.result is 'Kết quả (rút gọn) / What it did, cut.';
