create or replace function stats.ask_refresh()
returns bigint language plpgsql volatile security definer
set search_path = stats, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
-- Asks for a refresh of the totals; call it in the transaction that logged changes (stats.touch), after them.
-- At once on an idle system.  While writers follow one another a refresh after each would cost more than their own work: then it
-- comes half a second later than the one that waits or is under way, and those who ask meanwhile join it at its time.
-- Returns:    the job's number.
-- Tables:     read - queue.job; queue.enqueue.
declare
    running constant interval := '1 s';
    apart   constant interval := '500 ms';
    clock   timestamptz := clock_timestamp();
    latest  timestamptz;
begin
    -- One that failed is tried again at its own time, which nobody joins.
    select max(j.run_at) into latest
    from queue.job j
    where j.kind = 'aggregation_refresh' and j.priority between 0 and 7
        and j.run_at > clock - running and j.run_at <= clock + apart;
    return queue.enqueue('aggregation_refresh', '{}',
        run_at => case when latest > clock then latest when latest is not null then clock + apart end);
end $$;
comment on function stats.ask_refresh() is 'Yêu cầu tổng hợp lại / Asks for a refresh: at once when the system is idle.';
