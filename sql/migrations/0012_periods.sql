-- Statistics that are verified, closed periods, and the view by current boundaries.

-- ---------------------------------------------------------------- what the dirty log must also hear of
-- x/y of a committee counts the units that exist on the cut-off day, and a committee's first block divides all below it:
-- both change figures without a row of unit_parent or unit_block.

create function stats.log_unit_days() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs a unit whose days of existence changed, and the units above it (their x/y figures change too).
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id)
    select new.id
    union
    select p.parent_id from registry.unit_parent p where p.unit_id = new.id;
    return null;
end $$;
comment on function stats.log_unit_days() is 'Ghi nhận đơn vị bắt đầu, chấm dứt / Logs a unit whose days of existence changed in the dirty log';
create trigger unit_stats_days after update of valid on registry.unit
    for each row when (old.valid is distinct from new.valid) execute function stats.log_unit_days();

create function stats.log_blocks() returns trigger
language plpgsql security definer set search_path = stats, pg_temp as $$
-- Logs the committees whose blocks changed: from the first one on, all below them is counted by block.
-- Tables: insert - stats.change.
begin
    insert into stats.change (unit_id) select distinct c.committee_id from changed c;
    return null;
end $$;
comment on function stats.log_blocks() is 'Ghi nhận thay đổi khối / Logs committees whose blocks changed in the dirty log';
create trigger block_stats_insert after insert on registry.block
    referencing new table as changed for each statement execute function stats.log_blocks();
create trigger block_stats_delete after delete on registry.block
    referencing old table as changed for each statement execute function stats.log_blocks();
