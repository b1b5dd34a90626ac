create or replace function queue.note_sweep(boot text, took_ms bigint, pages integer)
returns void language plpgsql security definer set search_path = queue, pg_temp as $$
-- Keeps how long a daemon's last pass of the sweep took, for queue.health; under a second it is forgotten.
-- Parameters: boot - nonce of the daemon; took_ms - the pass, 0 or more; pages - pages of queue.job.
-- Tables:     insert, update, delete - queue.sweep_state; rows older than an hour go: their daemons are dead or quick again.
begin
    delete from queue.sweep_state s
    where s.boot = note_sweep.boot and took_ms < 1000 or s.noted_at < clock_timestamp() - interval '1 hour';
    if took_ms >= 1000 then
        insert into queue.sweep_state as s (boot, took, pages)
        values (note_sweep.boot, took_ms * interval '1 ms', note_sweep.pages)
        on conflict on constraint sweep_state_pkey do update
        set took = excluded.took, pages = excluded.pages, noted_at = excluded.noted_at;
    end if;
end $$;
comment on function queue.note_sweep(text, bigint, integer) is 'Ghi lượt quét chậm / Keeps how long a pass of the sweep took.';
