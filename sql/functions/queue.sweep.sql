create or replace function queue.sweep(
    kinds text[], priorities smallint[], run_ats timestamptz[], ids bigint[], first_page integer, pages integer, most integer
) returns table (kind text, priority smallint, run_at timestamptz, id bigint) language plpgsql security definer rows 10
set search_path = queue, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_indexscan = off set enable_indexonlyscan = off
set enable_hashjoin = off set enable_mergejoin = off set enable_sort = off as $$
-- Looks through a slice of the heap of queue.job for due jobs that cursors have passed and nobody holds: committed late,
-- let go, rescheduled, or moved by a stepped clock.  By heap pages, so that dead rows of the index cost nothing.
-- Parameters: kinds, priorities, run_ats, ids - the cursors, one an element; first_page, pages - the slice;
--             most - rows to return, 1..1000.
-- Returns:    the jobs; then one last row without a kind whose id is the number of pages the heap has now.
-- Tables:     lock (for this call) - queue.job; insert - queue.suspect.
declare
    passed   record;
    furthest record;
begin
    select c.run_at, c.id into furthest from unnest(run_ats, ids) c (run_at, id) order by c.run_at desc, c.id desc limit 1;
    for passed in
        select j.kind, j.priority, j.run_at, j.id, j.xmax as locker
        from queue.job j
        where j.ctid >= format('(%s,0)', first_page)::tid and j.ctid < format('(%s,0)', first_page + pages)::tid
            and j.run_at <= statement_timestamp()
            -- Cheap first: most rows of a backlog stand ahead of every cursor.
            and (j.run_at, j.id) <= (furthest.run_at, furthest.id)
            and exists (
                select from unnest(kinds, priorities, run_ats, ids) c (kind, priority, run_at, id)
                where c.kind = j.kind and c.priority = j.priority and (j.run_at, j.id) <= (c.run_at, c.id))
        limit most
        for update skip locked
    loop
        -- The lock taken here hides who held it before.
        if passed.locker <> '0' and queue.has_died(passed.locker) then
            perform queue.mark_suspects(array[passed.id]);
        end if;
        kind := passed.kind;
        priority := passed.priority;
        run_at := passed.run_at;
        id := passed.id;
        return next;
    end loop;
    kind := null;
    id := pg_relation_size('queue.job') / current_setting('block_size')::integer;
    return next;
end $$;
comment on function queue.sweep(text[], smallint[], timestamptz[], bigint[], integer, integer, integer) is
    'Quét việc bị bỏ lại sau con trỏ / Finds due jobs that cursors have passed, in a slice of the heap.';
