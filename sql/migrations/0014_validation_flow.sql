-- What keeps the validation of submissions as fast as it began.

-- A report hangs on what was registered in front of it, withdrawn or not.  The registrations that stand are found by
-- registration_one_per_model_and_year; without an index of the others every report read all registrations there are.
create index registration_withdrawn_by_model on registry.registration (model_id) where withdrawn_at is not null;

-- The overlap search reads runs of these indexes alone, as long as vacuum has been there: rows are only ever added, and a fifth of
-- the table, the usual threshold, would be read from the heap one by one.
alter table registry.title_part set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
alter table registry.title_place set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
