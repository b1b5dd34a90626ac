-- A report hangs on what was registered in front of it, withdrawn or not.  The registrations that stand are found by
-- registration_one_per_model_and_year; without an index of the others every report read all registrations there are.

create index registration_withdrawn_by_model on registry.registration (model_id) where withdrawn_at is not null;
