create or replace function queue.ensure_partitions(months_ahead integer default 3)
returns integer language plpgsql security definer set search_path = queue, pg_temp set lock_timeout = '200ms' as $$
-- Makes the monthly partitions of queue.finished and queue.attempt_error, the current month's and those ahead.
-- Attaching takes no lock that stops reads or writes; it gives up after 200 ms (55P03) and the daemon tries again.
-- A table of a month's name that somebody has detached is attached again.
-- Parameters: months_ahead - 0..24.
-- Returns:    number of partitions made.
-- Errors:     55P03 a lock was not free.
declare
    parent record;
    month  date;
    name   text;
    bounds text[];
    made   integer := 0;
begin
    for parent in select * from (values ('finished', 'finished_at'), ('attempt_error', 'failed_at')) v (name, key) loop
        for ahead in 0 .. months_ahead loop
            month := date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') + ahead * interval '1 month';
            name := parent.name || to_char(month, '_YYYY_MM');
            continue when queue.is_attached(parent.name, name);
            bounds := array[month::timestamp at time zone 'Asia/Ho_Chi_Minh',
                            (month + interval '1 month') at time zone 'Asia/Ho_Chi_Minh'];
            if to_regclass('queue.' || name) is null then
                execute format('create table queue.%I (like queue.%I including all)', name, parent.name);
                execute format('alter table queue.%I add constraint %I check (%I >= %L and %I < %L)', name, name || '_month',
                               parent.key, bounds[1], parent.key, bounds[2]);
            end if;
            execute format('alter table queue.%I attach partition queue.%I for values from (%L) to (%L)', parent.name, name,
                           bounds[1], bounds[2]);
            made := made + 1;
        end loop;
    end loop;
    return made;
end $$;
comment on function queue.ensure_partitions(integer) is
    'Tạo sẵn phân vùng tháng / Makes the monthly partitions of this month and those ahead.';

create or replace function queue.is_attached(parent text, partition text)
returns boolean language sql stable set search_path = queue, pg_temp as $$
    -- Whether a table of schema queue is a partition of another: a detached one takes no rows.
    select exists (
        select from pg_catalog.pg_inherits i
        where i.inhrelid = to_regclass('queue.' || is_attached.partition)
            and i.inhparent = to_regclass('queue.' || is_attached.parent) and not i.inhdetachpending)
$$;
comment on function queue.is_attached(text, text) is 'Đã gắn phân vùng / Whether a table is a partition of another.';

create or replace function queue.has_next_month()
returns boolean language sql stable set search_path = queue, pg_temp as $$
    -- Whether the partitions of next month are there; the daemon is not ready without them.
    select bool_and(queue.is_attached(parent,
               parent || to_char((now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 month', '_YYYY_MM')))
    from unnest(array['finished', 'attempt_error']) parent
$$;
comment on function queue.has_next_month() is 'Đã có phân vùng tháng sau / Whether next month''s partitions exist.';
