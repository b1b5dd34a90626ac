-- The 64-bit keys of the queue's advisory locks: hashes of readable names, so that they do not meet another program's.

create or replace function queue.key_lock(kind text, concurrency_key text)
returns bigint language sql immutable parallel safe as $$
    -- Held by the transaction that runs a job of this kind and concurrency key.
    select pg_catalog.hashtextextended('dvkd key ' || $1 || ' ' || $2, 7201)
$$;
comment on function queue.key_lock(text, text) is 'Khóa của một khóa tuần tự / Advisory lock of a concurrency key.';

create or replace function queue.slot_lock(kind text, slot integer)
returns bigint language sql immutable parallel safe as $$
    -- Held by a lane's transaction while the kind has a limit of lanes; slot is 1 .. lane_limit.
    select pg_catalog.hashtextextended('dvkd slot ' || $1 || ' ' || $2, 7202)
$$;
comment on function queue.slot_lock(text, integer) is 'Khóa của một suất chạy / Advisory lock of a lane''s slot.';

create or replace function queue.arm_lock(kind text)
returns bigint language sql immutable parallel safe as $$
    -- Held exclusively by the session of a sleeping daemon; enqueue takes it shared, and notifies only when it cannot.
    select pg_catalog.hashtextextended('dvkd arm ' || $1, 7203)
$$;
comment on function queue.arm_lock(text) is 'Khóa chờ đánh thức / Advisory lock of a sleeping daemon.';

create or replace function queue.suspect_lock(job_id bigint)
returns bigint language sql immutable parallel safe as $$
    -- Held by the control session of the daemon that runs a suspect alone.
    select pg_catalog.hashtextextended('dvkd suspect ' || $1, 7204)
$$;
comment on function queue.suspect_lock(bigint) is 'Khóa chạy riêng / Advisory lock of a solitary run.';

create or replace function queue.maintenance_lock()
returns bigint language sql immutable parallel safe as $$
    -- Held by the transaction that does the maintenance: one daemon at a time, and free when that session dies.
    select pg_catalog.hashtextextended('dvkd maintenance', 7205)
$$;
comment on function queue.maintenance_lock() is 'Khóa bảo trì / Advisory lock of the maintenance.';
