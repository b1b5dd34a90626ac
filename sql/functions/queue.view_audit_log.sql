create or replace function queue.english_half(answer text)
returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    -- What follows the first “ / ” of a verb's answer; each part between “; ” has its own.
    select string_agg(case when p.part like '% / %' then substr(p.part, strpos(p.part, ' / ') + 3) else p.part end, '; ' order by p.n)
    from string_to_table(answer, '; ') with ordinality p (part, n)
$$;
comment on function queue.english_half(text) is 'Phần tiếng Anh / The English half of an answer.';

create or replace view queue.audit_log as
select to_char(a.at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI:SS') as at,
       left(a.who, 10) as who,
       a.verb,
       left(coalesce(a.job_id::text, case when a.verb like '%\_schedule' then split_part(a.result, ':', 1) else a.kind end), 13) as target,
       queue.one_line(a.reason, 12) as reason,
       queue.one_line(queue.english_half(case when a.verb like '%\_schedule' then regexp_replace(a.result, '^[^:]*: ', '')
                                              else a.result end), 22) as result
from queue.audit a
order by a.id desc;

comment on view queue.audit_log is 'Nhật ký điều hành, mới nhất trước / What operators did, newest first; queue.audit has the whole text.';
comment on column queue.audit_log.at is 'Lúc (giờ Việt Nam) / When, Vietnamese time.';
comment on column queue.audit_log.who is 'Người thực hiện / Who.';
comment on column queue.audit_log.verb is 'Thao tác / Function called.';
comment on column queue.audit_log.target is 'Công việc số, lịch, hoặc loại / Job number, schedule, or kind.';
comment on column queue.audit_log.reason is 'Lý do (rút gọn) / Reason given, cut.';
comment on column queue.audit_log.result is 'Kết quả (rút gọn) / What it did, cut.';
