create or replace function queue.arm(kinds text[])
returns text[] language plpgsql set search_path = queue, pg_temp as $$
-- Asks that enqueue notifies for these kinds, whose lanes sleep.  Called on the control connection; never blocks.
-- Parameters: kinds - names of kinds.
-- Returns:    for each kind: armed - this session is told from now on, so look once more and then sleep;
--             other - another daemon is armed, so its notifications come here too: sleep;
--             busy - transactions that enqueue are under way: look again soon.
-- Locks:      advisory queue.arm_lock, exclusive, to the end of the session or queue.disarm.
declare
    answers text[] := '{}';
    kind    text;
begin
    foreach kind in array kinds loop
        if pg_try_advisory_lock(queue.arm_lock(kind)) then
            answers := answers || 'armed'::text;
        elsif pg_try_advisory_lock_shared(queue.arm_lock(kind)) then
            perform pg_advisory_unlock_shared(queue.arm_lock(kind));
            answers := answers || 'busy'::text;
        else
            answers := answers || 'other'::text;
        end if;
    end loop;
    return answers;
end $$;
comment on function queue.arm(text[]) is 'Xin được đánh thức / Asks that enqueue notifies, while lanes sleep.';

create or replace function queue.disarm(kinds text[])
returns void language plpgsql set search_path = queue, pg_temp as $$
-- Ends what queue.arm began: the lanes are awake, so enqueue need not notify.
-- Parameters: kinds - kinds that this session has armed.
-- Locks:      releases advisory queue.arm_lock.
declare
    kind text;
begin
    foreach kind in array kinds loop
        perform pg_advisory_unlock(queue.arm_lock(kind));
    end loop;
end $$;
comment on function queue.disarm(text[]) is 'Thôi chờ đánh thức / Ends queue.arm: the lanes are awake.';
