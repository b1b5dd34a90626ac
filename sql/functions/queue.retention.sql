create or replace function queue.set_retention(months integer, reason text default null)
returns text language plpgsql security definer set search_path = queue, pg_temp as $$
-- Says for how many whole months, besides the current one, finished jobs and errors are kept; older months are dropped
-- by the next maintenance, and cannot be brought back.
-- Parameters: months - 1..120, months of Asia/Ho_Chi_Minh; reason - kept in the audit, at most 200 characters.
-- Returns:    what happened, in Vietnamese / English.
-- Errors:     22003 out of range; 22001 reason too long.
-- Tables:     update - queue.setting; insert - queue.audit.
declare
    former smallint;
    answer text;
begin
    perform queue.check_reason(reason);
    if months is null or months not between 1 and 120 then
        raise exception using errcode = '22003',
            message = format('Ngoài phạm vi / Out of range: %s.', coalesce(months::text, 'NULL')),
            detail = 'Tham số / Parameter: months', hint = 'Cho phép / Allowed: 1 .. 120 tháng / months.';
    end if;
    select s.retention_months into former from queue.setting s for update;
    update queue.setting s set retention_months = months where s.retention_months <> months;
    answer := format('giữ %1$s tháng (trước đây %2$s), xóa các tháng trước %3$s / keeps %1$s months (was %2$s), drops those before %3$s',
                     months, former, to_char(queue.oldest_kept_month(), 'YYYY-MM'));
    insert into queue.audit (verb, reason, result) values ('set_retention', set_retention.reason, answer);
    return answer;
end $$;
comment on function queue.set_retention(integer, text) is 'Đặt thời hạn lưu lịch sử / Says for how many months history is kept.';

create or replace function queue.oldest_kept_month()
returns date language sql stable set search_path = queue, pg_temp as $$
    -- First day of the oldest month that retention keeps, in Asia/Ho_Chi_Minh.
    -- Tables:     read - queue.setting.
    select (date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') - s.retention_months * interval '1 month')::date
    from queue.setting s
$$;
comment on function queue.oldest_kept_month() is 'Tháng cũ nhất còn giữ / First day of the oldest month that retention keeps.';

create or replace function queue.drop_old_months(out dropped integer, out blocked text[], out more boolean)
language plpgsql security definer set search_path = queue, pg_temp set lock_timeout = '200ms' as $$
-- Drops whole months of queue.finished and queue.attempt_error that are older than retention, at most 12 of each a call.
--
-- Detaching or dropping a partition needs ACCESS EXCLUSIVE on the parent, and whoever waits for that makes every finish
-- wait behind it.  So the partition itself is locked first, without waiting: behind a dump or a report that has it open
-- nothing is asked of the parent, and no finish waits at all.  Only then the parent is locked, for at most 200 ms, and
-- queue.finished last, so that its lock is held for no more than the drops (about 1 ms each; files go after the commit).
-- DETACH … CONCURRENTLY would not need that lock, but it cannot run in a function, waits for every transaction that
-- uses the table, and leaves a half-detached partition for somebody to finalize when it is interrupted.
-- Only tables that carry the name of a month, as queue.ensure_partitions gives it, are looked at.
-- Returns:    dropped; blocked - names of what was not free, for the next time; more - there are months left to drop.
-- Tables:     drop - partitions of queue.finished, queue.attempt_error.
declare
    oldest date := queue.oldest_kept_month();
    parent text;
    name   text;
    found_ text[];
    ready  text[];
begin
    dropped := 0;
    blocked := '{}';
    more := false;
    foreach parent in array array['attempt_error', 'finished'] loop
        found_ := array(
            select c.relname from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass('queue.' || parent) and c.relname ~ ('^' || parent || '_\d{4}_(0[1-9]|1[0-2])$')
                and to_date(right(c.relname, 7), 'YYYY_MM') < oldest
            order by c.relname limit 13);
        more := more or cardinality(found_) > 12;
        ready := '{}';
        foreach name in array found_[1:12] loop
            begin
                execute format('lock table queue.%I in access exclusive mode nowait', name);
                ready := ready || name;
            exception when lock_not_available then
                blocked := blocked || name;
            end;
        end loop;
        continue when ready = '{}';
        begin
            execute format('lock table only queue.%I in access exclusive mode', parent);
            foreach name in array ready loop
                execute format('drop table queue.%I', name);
            end loop;
            dropped := dropped + cardinality(ready);
        exception when lock_not_available or deadlock_detected then
            blocked := blocked || parent;
        end;
    end loop;
end $$;
comment on function queue.drop_old_months() is 'Xóa các tháng quá hạn lưu / Drops the months that retention no longer keeps.';
