-- Who may do what.  Nothing is granted to PUBLIC; functions are the API.  A section a schema.

-- queue: operators steer, the portal enqueues, the daemon works -----------------------------------------------------

revoke all on all functions in schema queue from public;
grant usage on schema queue to dvk_daemon, dvk_portal, dvk_operator, dvk_reader;

grant execute on function queue.enqueue(text, jsonb, integer, timestamptz, text, text, text, integer, boolean)
    to dvk_daemon, dvk_portal, dvk_operator;

grant execute on function queue.claim(text, integer), queue.claim(text, integer, smallint[], timestamptz[], bigint[]),
    queue.claim_behind(text, integer, smallint[], timestamptz[], bigint[]),
    queue.claim_ids(text, bigint[]), queue.claim_suspect(text, bigint), queue.claim_coalesced(text, bigint[]),
    queue.note_sweep(text, bigint, integer), queue.mark_suspects(bigint[]), queue.try_suspect(text, bigint, boolean), queue.kind_settings(text),
    queue.finish(bigint[], jsonb), queue.finish(bigint[], tid[], jsonb), queue.due_kinds(text[]), queue.reap(),
    queue.due_kinds(text[], smallint[], timestamptz[], bigint[]),
    queue.tick(text[], text[], smallint[], timestamptz[], bigint[], boolean),
    queue.sweep(text[], smallint[], timestamptz[], bigint[], integer, integer, integer),
    queue.arm(text[]), queue.disarm(text[]), queue.arm_lock(text), queue.has_died(xid),
    queue.drain_cancel_requests(), queue.ensure_partitions(integer), queue.has_next_month()
    to dvk_daemon;

grant execute on function queue.cancel(bigint, text), queue.retry(bigint, text), queue.pause(text, text),
    queue.resume(text, text)
    to dvk_operator;

grant execute on function queue.running_jobs(), queue.short_age(interval) to dvk_daemon, dvk_operator, dvk_reader;

grant select on queue.kind, queue.kind_field, queue.job, queue.finished, queue.attempt_error, queue.cancel_request,
    queue.suspect, queue.audit, queue.overview, queue.running, queue.failures, queue.jobs
    to dvk_daemon, dvk_operator;
grant select on queue.kind, queue.kind_field, queue.overview, queue.running, queue.failures, queue.jobs to dvk_reader;

grant execute on function queue.fire_schedules() to dvk_daemon;
grant execute on function queue.maintain() to dvk_daemon, dvk_operator;
grant execute on function queue.define_schedule(text, text, jsonb, text, text, text, integer, integer, text),
    queue.drop_schedule(text, text), queue.pause_schedule(text, text), queue.resume_schedule(text, text),
    queue.set_retention(integer, text)
    to dvk_operator;
grant execute on function queue.cron_parse(text), queue.cron_field(text, text, integer, integer, text[]),
    queue.cron_day(integer[], integer[], integer[], boolean, date), queue.cron_instant(timestamp, text),
    queue.cron_next(text, text, timestamptz), queue.fires(text, integer, text), queue.is_attached(text, text),
    queue.has_next_month()
    to dvk_daemon, dvk_operator, dvk_reader;
grant select on queue.schedule, queue.schedule_fire, queue.schedules, queue.setting, queue.maintenance_state
    to dvk_daemon, dvk_operator;
grant select on queue.schedules, queue.setting, queue.maintenance_state to dvk_reader;
-- The operators' verbs, and what everybody may look at.
grant execute on function queue.cancel_many(bigint[], text, interval, text, integer),
    queue.retry_many(bigint[], text, text, text, interval, text, integer), queue.reschedule(bigint, timestamptz, text),
    queue.set_priority(bigint, integer, text), queue.set_limit(text, integer, text),
    queue.purge(text, text, text, interval, integer), queue.terminate(bigint, text)
    to dvk_operator;
grant execute on function queue.why(bigint) to dvk_operator, dvk_daemon;
grant execute on function queue.kind_counts(), queue.health_checks(), queue.lanes(), queue.one_line(text, integer)
    to dvk_daemon, dvk_operator, dvk_reader;
grant execute on function queue.plain_error(text), queue.wrapped(text, integer, integer), queue.english_half(text)
    to dvk_daemon, dvk_operator, dvk_reader;
grant select on queue.suspect, queue.suspects, queue.audit_log to dvk_daemon, dvk_operator;
grant select on queue.health, queue.kinds to dvk_daemon, dvk_operator, dvk_reader;
grant execute on function
    queue.enqueue_many(text, jsonb[], integer, timestamptz, text[], text[], text[], integer, boolean)
    to dvk_daemon, dvk_portal, dvk_operator;
grant execute on function queue.expire_idempotency(integer) to dvk_daemon, dvk_operator;
grant select on queue.idempotency to dvk_operator;

-- registry: the portal hands in and reads results; the daemon validates; administrators define --------------------------

revoke all on all functions in schema registry from public;
grant usage on schema registry to dvk_daemon, dvk_portal, dvk_operator, dvk_reader;

grant execute on function registry.submit(text, text, text, text, text, jsonb, jsonb), registry.withdraw(bigint, text),
    registry.overdue_proposals(date), registry.submission_result(bigint), registry.changes(text, int), registry.submission_report(bigint),
    registry.confirm_finding(bigint, text, text, text, bigint, text),
    registry.open_campaign(text, text, text, text, text, text, jsonb, text), registry.close_campaign(text, text),
    registry.record_inspection(text, text, text, date, text[], text[], text, jsonb),
    registry.begin_appraisal(bigint, text), registry.appraise(bigint, jsonb, jsonb, jsonb, text), registry.return_submission(bigint, text),
    registry.record_recognition(text, text, jsonb, text, int, text, jsonb, bigint[], jsonb),
    registry.record_exemplary(text, text, jsonb, text, int, jsonb, bigint[], jsonb), registry.revoke_recognition(bigint, jsonb, text),
    registry.register_replication(text, text, text, jsonb, jsonb),
    registry.propose_commendation(text, text, jsonb, jsonb, jsonb, jsonb),
    registry.record_commendation(text, text, jsonb, jsonb, jsonb, bigint[], jsonb), registry.revoke_commendation(bigint, jsonb, text),
    registry.open_proceeding(text, text, text, text, date, text), registry.close_proceeding(bigint, date, text),
    registry.submission_steps()
    to dvk_portal, dvk_operator;
grant select on registry.form, registry.content_limit to dvk_portal;

grant execute on function registry.name_key(text), registry.search_key(text), registry.person_name_parts(text),
    registry.name_words(text), registry.abbreviation_words(), registry.abbreviation_prefixes(), registry.iso_date(text),
    registry.read_day(text), registry.year_number(text), registry.today(), registry.deadline_day(text),
    registry.symbol_key(text), registry.period_range(text), registry.rule_set(int), registry.unit_by_code(text, date),
    registry.find_unit(text, date, text[]), registry.unit_path(bigint, date, text), registry.unit_as_of(bigint, date),
    registry.successors(bigint, date), registry.stands_for(bigint, date), registry.stands_for(text, date),
    registry.search_unit(text, date, int)
    to dvk_daemon, dvk_portal, dvk_operator, dvk_reader;

grant execute on function registry.validation_facts(bigint[]) to dvk_daemon, dvk_operator;
grant execute on function registry.validation_apply(text), registry.validation_claim(bigint[]) to dvk_daemon;
grant execute on function registry.overlap_candidates(text, integer) to dvk_daemon, dvk_operator;
grant execute on function registry.similar_models(jsonb, real, integer, boolean), registry.title_probe(text, bigint),
    registry.sign_models(integer)
    to dvk_operator;

grant execute on function registry.define_unit(text, text, text, text, text, date, date, text),
    registry.define_alias(text, text, date, date), registry.define_successor(text, text, date, text, text, boolean),
    registry.assign_role(text, text, text, text, date, date), registry.define_block(text, text, text, date, date),
    registry.assign_block(text, text, text, date, date), registry.define_field_set(text, text, jsonb),
    registry.define_campaign(text, text, text, text, text, text, jsonb), registry.set_content_limit(text, integer, text)
    to dvk_operator;

grant select on all tables in schema registry to dvk_operator, dvk_reader;

-- stats: the daemon refreshes, everybody else reads; claims are recorded by administrators --------------------------------

revoke all on all functions in schema stats from public;
grant usage on schema stats to dvk_daemon, dvk_portal, dvk_operator, dvk_reader;

grant execute on function stats.refresh(text, text), stats.rebuild(), stats.verify(text, text) to dvk_daemon, dvk_operator;
grant execute on function stats.report_figure(text, text, text, text, text, jsonb, numeric, text, text, text, boolean, text)
    to dvk_operator;
grant execute on function stats.close_period(text, text, text), stats.correct_period(text, text, text) to dvk_operator;
grant execute on function stats.explain(text, text, text, jsonb, text, date), stats.compare(text, text, text, text, jsonb, text)
    to dvk_daemon, dvk_portal, dvk_operator, dvk_reader;
grant execute on function stats.figure(text, text, text, jsonb, text, date), stats.report(text, text, text, date),
    stats.report_words(), stats.reconcile(text, text, text), stats.figures_json(text), stats.recount(text), stats.recount_sql(text, text),
    stats.unit_in(text, text, text), stats.period_bounds(text)
    to dvk_daemon, dvk_portal, dvk_operator, dvk_reader;
grant select on all tables in schema stats to dvk_operator, dvk_reader;
grant select on stats.measure, stats.total, stats.reconciliation to dvk_portal;

-- notice: the daemon drafts; officers read, approve and issue through the portal -------------------------------------------

revoke all on all functions in schema notice from public;
grant usage on schema notice to dvk_daemon, dvk_portal, dvk_operator, dvk_reader;

grant execute on function notice.notice_facts(text) to dvk_daemon, dvk_operator;
grant execute on function notice.notice_apply(text) to dvk_daemon;
grant select on notice.template, notice.notice, notice.recipient to dvk_portal, dvk_operator;
grant select on notice.template to dvk_reader;
