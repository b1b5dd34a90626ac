-- The schema as dvkd migrate makes it; written by make schema-expected, compared by the tests.

-- - | DEFAULT PRIVILEGES FOR FUNCTIONS | DEFAULT ACL
ALTER DEFAULT PRIVILEGES FOR ROLE dvk_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';
COMMENT ON SCHEMA extension IS 'Phần mở rộng của PostgreSQL / Extensions of PostgreSQL';

-- - | SCHEMA notice | ACL
GRANT USAGE ON SCHEMA notice TO dvk_daemon;
GRANT USAGE ON SCHEMA notice TO dvk_portal;
GRANT USAGE ON SCHEMA notice TO dvk_operator;
GRANT USAGE ON SCHEMA notice TO dvk_reader;
COMMENT ON SCHEMA notice IS 'Thông báo / Notices';

-- - | SCHEMA queue | ACL
GRANT USAGE ON SCHEMA queue TO dvk_daemon;
GRANT USAGE ON SCHEMA queue TO dvk_portal;
GRANT USAGE ON SCHEMA queue TO dvk_operator;
GRANT USAGE ON SCHEMA queue TO dvk_reader;
COMMENT ON SCHEMA queue IS 'Công việc nền / Background jobs.';

-- - | SCHEMA registry | ACL
GRANT USAGE ON SCHEMA registry TO dvk_daemon;
GRANT USAGE ON SCHEMA registry TO dvk_portal;
GRANT USAGE ON SCHEMA registry TO dvk_operator;
GRANT USAGE ON SCHEMA registry TO dvk_reader;
COMMENT ON SCHEMA registry IS 'Dữ liệu gốc của phong trào / Canonical data of the movement: units, campaigns, submissions, models, decisions';

-- - | SCHEMA stats | ACL
GRANT USAGE ON SCHEMA stats TO dvk_daemon;
GRANT USAGE ON SCHEMA stats TO dvk_portal;
GRANT USAGE ON SCHEMA stats TO dvk_operator;
GRANT USAGE ON SCHEMA stats TO dvk_reader;
COMMENT ON SCHEMA stats IS 'Thống kê, số liệu báo cáo / Statistics and reported figures';

-- - | btree_gist | EXTENSION
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extension;

-- - | extension | SCHEMA
CREATE SCHEMA extension;

-- - | notice | SCHEMA
CREATE SCHEMA notice;

-- - | queue | SCHEMA
CREATE SCHEMA queue;

-- - | registry | SCHEMA
CREATE SCHEMA registry;

-- - | stats | SCHEMA
CREATE SCHEMA stats;
COMMENT ON COLUMN notice.notice.bases IS 'Văn bản được viện dẫn / Symbols of the documents cited';
COMMENT ON COLUMN notice.notice.content_version IS 'Phiên bản nội dung / Version of the content, from 1';
COMMENT ON COLUMN notice.notice.data IS 'Dữ liệu của thông báo / Facts the notice was made of';
COMMENT ON COLUMN notice.notice.demo IS 'Từ dữ liệu mô phỏng / Rests on simulated data';
COMMENT ON COLUMN notice.notice.digest IS 'SHA-256 của bản in / SHA-256 of the page';
COMMENT ON COLUMN notice.notice.document_ids IS 'Văn bản liên quan / Documents cited, from the catalogue';
COMMENT ON COLUMN notice.notice.drafted_at IS 'Thời điểm dự thảo / When it was drafted';
COMMENT ON COLUMN notice.notice.html IS 'Bản in / Print-ready page';
COMMENT ON COLUMN notice.notice.id IS 'Số thứ tự / Identity';
COMMENT ON COLUMN notice.notice.kind IS 'Loại: N02 yêu cầu bổ sung hồ sơ, N03 thông báo không hợp lệ, không đạt, N05 thông báo kết quả thẩm định, N07 quyết định khen thưởng, N08 thông báo khen thưởng, N11 thu hồi, hủy / Kind';
COMMENT ON COLUMN notice.notice.object_id IS 'Đối tượng: hồ sơ (N02, N03), lần thẩm định (N05), quyết định (N07), lượt khen (N08) hoặc văn bản thu hồi, hủy (N11) / Submission (N02, N03), appraisal (N05), decision (N07), commendation (N08) or revoking document (N11) it is about';
COMMENT ON COLUMN notice.notice.state IS 'Trạng thái; tiến trình nền chỉ ghi bản dự thảo / State; the daemon writes drafts only';
COMMENT ON COLUMN notice.notice.system IS 'Hệ văn bản: nhà nước, Đảng, Mặt trận; null: chưa rõ / System of papers; null: a person must choose';
COMMENT ON COLUMN notice.notice.template IS 'Mẫu / Template';
COMMENT ON COLUMN notice.notice.template_version IS 'Phiên bản mẫu / Version of the template';
COMMENT ON COLUMN notice.recipient."position" IS 'Thứ tự / Order in the list';
COMMENT ON COLUMN notice.recipient.kind IS 'Loại chủ thể / Kind of subject';
COMMENT ON COLUMN notice.recipient.name IS 'Tên như hồ sơ / Name as filed';
COMMENT ON COLUMN notice.recipient.notice_id IS 'Thông báo / Notice';
COMMENT ON COLUMN notice.recipient.subject_id IS 'Chủ thể / Subject';
COMMENT ON COLUMN notice.recipient.unit_text IS 'Đơn vị khi lập thành tích / Unit at the time of merit';
COMMENT ON COLUMN notice.template.code IS 'Mã mẫu / Code, such as N08';
COMMENT ON COLUMN notice.template.file IS 'Tệp trong config/templates, không phần mở rộng / File in config/templates, without extension';
COMMENT ON COLUMN notice.template.name IS 'Tên / Name';
COMMENT ON COLUMN notice.template.valid_from IS 'Dùng từ ngày; null: từ đầu / Used for documents from this day on; null: always';
COMMENT ON COLUMN notice.template.version IS 'Phiên bản / Version';

-- notice | FUNCTION appraisal_facts(requests text) | ACL
REVOKE ALL ON FUNCTION notice.appraisal_facts(requests text) FROM PUBLIC;
COMMENT ON FUNCTION notice.appraisal_facts(requests text) IS 'Dữ kiện của thông báo kết quả thẩm định (N05) / What is known about the results of appraisals.';

-- notice | FUNCTION cancel_drafts(submission_id bigint) | ACL
REVOKE ALL ON FUNCTION notice.cancel_drafts(submission_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION notice.cancel_drafts(submission_id bigint) IS 'Hủy dự thảo về một hồ sơ / Cancels drafts that tell how a submission stands.';

-- notice | FUNCTION decision_head(d registry.document, named_issuer text) | ACL
REVOKE ALL ON FUNCTION notice.decision_head(d registry.document, named_issuer text) FROM PUBLIC;
COMMENT ON FUNCTION notice.decision_head(d registry.document, named_issuer text) IS 'Quyết định được dẫn trong thông báo / A decision as a notice names it.';

-- notice | FUNCTION legal_bases() | ACL
REVOKE ALL ON FUNCTION notice.legal_bases() FROM PUBLIC;
COMMENT ON FUNCTION notice.legal_bases() IS 'Danh mục căn cứ khen thưởng / The documents that decisions on commendations may cite.';

-- notice | FUNCTION load_templates() | ACL
REVOKE ALL ON FUNCTION notice.load_templates() FROM PUBLIC;
COMMENT ON FUNCTION notice.load_templates() IS 'Nạp mẫu thông báo / Loads the templates of notices.';

-- notice | FUNCTION notice_apply(drafts text) | ACL
REVOKE ALL ON FUNCTION notice.notice_apply(drafts text) FROM PUBLIC;
GRANT ALL ON FUNCTION notice.notice_apply(drafts text) TO dvk_daemon;
COMMENT ON FUNCTION notice.notice_apply(drafts text) IS 'Ghi dự thảo thông báo / Stores drafts of notices.';

-- notice | FUNCTION notice_facts(requests text) | ACL
REVOKE ALL ON FUNCTION notice.notice_facts(requests text) FROM PUBLIC;
GRANT ALL ON FUNCTION notice.notice_facts(requests text) TO dvk_daemon;
GRANT ALL ON FUNCTION notice.notice_facts(requests text) TO dvk_operator;
COMMENT ON FUNCTION notice.notice_facts(requests text) IS 'Dữ kiện để soạn thông báo / What is known about the notices that jobs ask for.';

-- notice | FUNCTION refusal_facts(requests text) | ACL
REVOKE ALL ON FUNCTION notice.refusal_facts(requests text) FROM PUBLIC;
COMMENT ON FUNCTION notice.refusal_facts(requests text) IS 'Dữ kiện của thông báo không hợp lệ, không đạt (N03) / What is known about submissions that were refused.';

-- notice | FUNCTION revocation_facts(requests text) | ACL
REVOKE ALL ON FUNCTION notice.revocation_facts(requests text) FROM PUBLIC;
COMMENT ON FUNCTION notice.revocation_facts(requests text) IS 'Dữ kiện của thông báo thu hồi, hủy (N11) / What is known about decisions that revoked recognitions or commendations.';

-- notice | FUNCTION template_on(code text, on_day date) | ACL
REVOKE ALL ON FUNCTION notice.template_on(code text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION notice.template_on(code text, on_day date) IS 'Mẫu thông báo của một ngày / The template that a notice of a day is printed with.';

-- notice | TABLE notice | ACL
GRANT SELECT ON TABLE notice.notice TO dvk_portal;
GRANT SELECT ON TABLE notice.notice TO dvk_operator;
COMMENT ON TABLE notice.notice IS 'Thông báo và dự thảo / Notices, drafts included';

-- notice | TABLE recipient | ACL
GRANT SELECT ON TABLE notice.recipient TO dvk_portal;
GRANT SELECT ON TABLE notice.recipient TO dvk_operator;
COMMENT ON TABLE notice.recipient IS 'Nơi nhận / Recipients of a notice';

-- notice | TABLE template | ACL
GRANT SELECT ON TABLE notice.template TO dvk_portal;
GRANT SELECT ON TABLE notice.template TO dvk_operator;
GRANT SELECT ON TABLE notice.template TO dvk_reader;
COMMENT ON TABLE notice.template IS 'Mẫu thông báo / Templates of notices';

-- notice | appraisal_facts(text) | FUNCTION
CREATE FUNCTION notice.appraisal_facts(requests text) RETURNS TABLE(job_id bigint, facts text)
    LANGUAGE plpgsql
    SET search_path TO 'notice', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- notice | cancel_drafts(bigint) | FUNCTION
CREATE FUNCTION notice.cancel_drafts(submission_id bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'notice', 'pg_temp'
    AS ...;

-- notice | decision_head(registry.document, text) | FUNCTION
CREATE FUNCTION notice.decision_head(d registry.document, named_issuer text) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'notice', 'pg_temp'
    AS ...;

-- notice | legal_bases() | FUNCTION
CREATE FUNCTION notice.legal_bases() RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'notice', 'pg_temp'
    AS ...;

-- notice | load_templates() | FUNCTION
CREATE FUNCTION notice.load_templates() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'notice', 'pg_temp'
    AS ...;

-- notice | notice | TABLE
CREATE TABLE notice.notice (
    id bigint NOT NULL,
    kind text NOT NULL,
    object_id bigint NOT NULL,
    content_version integer NOT NULL,
    template text NOT NULL,
    template_version integer NOT NULL,
    system text,
    state text DEFAULT 'draft'::text NOT NULL,
    demo boolean NOT NULL,
    data jsonb NOT NULL,
    html text NOT NULL,
    digest text NOT NULL,
    bases text[] DEFAULT '{}'::text[] NOT NULL,
    document_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    drafted_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notice_content_version CHECK ((content_version >= 1)),
    CONSTRAINT notice_kind CHECK ((kind = ANY (ARRAY['N02'::text, 'N03'::text, 'N05'::text, 'N07'::text, 'N08'::text, 'N11'::text]))),
    CONSTRAINT notice_state CHECK ((state = ANY (ARRAY['draft'::text, 'awaiting_approval'::text, 'awaiting_signature'::text, 'issued'::text, 'sent'::text, 'received'::text, 'cancelled'::text, 'corrected'::text, 'revoked'::text])))
);

-- notice | notice notice_one_per_content_version | CONSTRAINT
ALTER TABLE ONLY notice.notice
    ADD CONSTRAINT notice_one_per_content_version UNIQUE (kind, object_id, content_version);

-- notice | notice notice_pkey | CONSTRAINT
ALTER TABLE ONLY notice.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

-- notice | notice notice_template | FK CONSTRAINT
ALTER TABLE ONLY notice.notice
    ADD CONSTRAINT notice_template FOREIGN KEY (template, template_version) REFERENCES notice.template(code, version);

-- notice | notice_apply(text) | FUNCTION
CREATE FUNCTION notice.notice_apply(drafts text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'notice', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- notice | notice_facts(text) | FUNCTION
CREATE FUNCTION notice.notice_facts(requests text) RETURNS TABLE(job_id bigint, facts text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'notice', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- notice | notice_id_seq | SEQUENCE
ALTER TABLE notice.notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME notice.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- notice | notice_one_draft | INDEX
CREATE UNIQUE INDEX notice_one_draft ON notice.notice USING btree (kind, object_id) WHERE (state = 'draft'::text);

-- notice | recipient | TABLE
CREATE TABLE notice.recipient (
    notice_id bigint NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    unit_text text,
    subject_id bigint
);

-- notice | recipient recipient_notice_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY notice.recipient
    ADD CONSTRAINT recipient_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice.notice(id) ON DELETE CASCADE;

-- notice | recipient recipient_pkey | CONSTRAINT
ALTER TABLE ONLY notice.recipient
    ADD CONSTRAINT recipient_pkey PRIMARY KEY (notice_id, "position");

-- notice | recipient recipient_subject_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY notice.recipient
    ADD CONSTRAINT recipient_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES registry.subject(id);

-- notice | recipient_subject | INDEX
CREATE INDEX recipient_subject ON notice.recipient USING btree (subject_id);

-- notice | refusal_facts(text) | FUNCTION
CREATE FUNCTION notice.refusal_facts(requests text) RETURNS TABLE(job_id bigint, facts text)
    LANGUAGE plpgsql
    SET search_path TO 'notice', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- notice | revocation_facts(text) | FUNCTION
CREATE FUNCTION notice.revocation_facts(requests text) RETURNS TABLE(job_id bigint, facts text)
    LANGUAGE plpgsql
    SET search_path TO 'notice', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- notice | template | TABLE
CREATE TABLE notice.template (
    code text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    file text NOT NULL,
    valid_from date
);

-- notice | template template_pkey | CONSTRAINT
ALTER TABLE ONLY notice.template
    ADD CONSTRAINT template_pkey PRIMARY KEY (code, version);

-- notice | template_on(text, date) | FUNCTION
CREATE FUNCTION notice.template_on(code text, on_day date) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'notice', 'pg_temp'
    AS ...;
COMMENT ON COLUMN queue.attempt_error.attempt IS 'Lần thử thứ / Which attempt, from 1.';
COMMENT ON COLUMN queue.attempt_error.error IS 'Nội dung lỗi / The error, at most 2,000 characters.';
COMMENT ON COLUMN queue.attempt_error.failed_at IS 'Lỗi lúc / When it failed.';
COMMENT ON COLUMN queue.attempt_error.job_id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.attempt_error.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.attempt_error.lane IS 'Làn chạy / application_name of the lane.';
COMMENT ON COLUMN queue.attempt_error.sqlstate IS 'Mã lỗi SQL / SQLSTATE, if the server raised it.';
COMMENT ON COLUMN queue.audit.at IS 'Lúc / When.';
COMMENT ON COLUMN queue.audit.id IS 'Số thứ tự / Number.';
COMMENT ON COLUMN queue.audit.job_id IS 'Số công việc / Job, if it was about one.';
COMMENT ON COLUMN queue.audit.kind IS 'Loại công việc / Kind, if known.';
COMMENT ON COLUMN queue.audit.reason IS 'Lý do / Reason given.';
COMMENT ON COLUMN queue.audit.result IS 'Kết quả / What it did.';
COMMENT ON COLUMN queue.audit.verb IS 'Thao tác / Function called.';
COMMENT ON COLUMN queue.audit.who IS 'Người thực hiện / Session user.';
COMMENT ON COLUMN queue.audit_log.at IS 'Lúc (giờ Việt Nam) / When, Vietnamese time.';
COMMENT ON COLUMN queue.audit_log.reason IS 'Lý do (rút gọn) / Reason given, cut.';
COMMENT ON COLUMN queue.audit_log.result IS 'Kết quả (rút gọn) / What it did, cut.';
COMMENT ON COLUMN queue.audit_log.target IS 'Công việc số, lịch, hoặc loại / Job number, schedule, or kind.';
COMMENT ON COLUMN queue.audit_log.verb IS 'Thao tác / Function called.';
COMMENT ON COLUMN queue.audit_log.who IS 'Người thực hiện / Who.';
COMMENT ON COLUMN queue.cancel_request.job_id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.cancel_request.reason IS 'Lý do / Why.';
COMMENT ON COLUMN queue.cancel_request.requested_at IS 'Yêu cầu lúc / When.';
COMMENT ON COLUMN queue.cancel_request.requested_by IS 'Người yêu cầu / Who.';
COMMENT ON COLUMN queue.failures.at IS 'Lúc (giờ Việt Nam) / When, Vietnamese time.';
COMMENT ON COLUMN queue.failures.attempt IS 'Lần thử thứ / Which attempt.';
COMMENT ON COLUMN queue.failures.code IS 'Mã lỗi SQL / SQLSTATE.';
COMMENT ON COLUMN queue.failures.error IS 'Lỗi (rút gọn) / The error, cut, in several lines.';
COMMENT ON COLUMN queue.failures.id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.failures.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.finished.args IS 'Tham số / Arguments.';
COMMENT ON COLUMN queue.finished.args_version IS 'Phiên bản tham số / Version of the args declaration at enqueue.';
COMMENT ON COLUMN queue.finished.attempt IS 'Số lần thử / Attempts made, the last one included.';
COMMENT ON COLUMN queue.finished.coalesce_key IS 'Khóa gộp / Coalesce key.';
COMMENT ON COLUMN queue.finished.coalesced_into IS 'Gộp vào công việc số / Job whose run covered this one.';
COMMENT ON COLUMN queue.finished.concurrency_key IS 'Khóa tuần tự / Concurrency key.';
COMMENT ON COLUMN queue.finished.enqueued_at IS 'Đưa vào hàng lúc / When it was enqueued.';
COMMENT ON COLUMN queue.finished.finished_at IS 'Xong lúc / When it ended.';
COMMENT ON COLUMN queue.finished.id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.finished.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.finished.max_attempts IS 'Số lần thử tối đa / Attempts allowed.';
COMMENT ON COLUMN queue.finished.outcome IS 'Kết cục / completed, coalesced, discarded or cancelled.';
COMMENT ON COLUMN queue.finished.priority IS 'Mức ưu tiên / Priority.';
COMMENT ON COLUMN queue.finished.reason IS 'Lý do / Why it was discarded or cancelled.';
COMMENT ON COLUMN queue.finished.started_at IS 'Bắt đầu lúc / Start of the transaction that ended it; null if it never ran.';
COMMENT ON COLUMN queue.health."check" IS 'Mục kiểm tra / Check.';
COMMENT ON COLUMN queue.health.sentence IS 'Nội dung / What was found.';
COMMENT ON COLUMN queue.health.state IS 'Trạng thái / ok, warn: look at it today, bad: act now.';
COMMENT ON COLUMN queue.idempotency.args IS 'Tham số / Arguments; the same key with others is refused.';
COMMENT ON COLUMN queue.idempotency.created_at IS 'Ghi lúc / When it was first used.';
COMMENT ON COLUMN queue.idempotency.expires_at IS 'Hết hạn lúc / From then on the key may be used anew.';
COMMENT ON COLUMN queue.idempotency.job_id IS 'Số công việc / Job it stands for.';
COMMENT ON COLUMN queue.idempotency.key IS 'Khóa / Key given by the caller.';
COMMENT ON COLUMN queue.idempotency.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.job.args IS 'Tham số / Arguments, checked against queue.kind_field.';
COMMENT ON COLUMN queue.job.args_version IS 'Phiên bản tham số / Version of the args declaration at enqueue.';
COMMENT ON COLUMN queue.job.attempt IS 'Số lần đã thử / Attempts made and failed.';
COMMENT ON COLUMN queue.job.coalesce_key IS 'Khóa gộp / One run covers all due jobs of this kind and key.';
COMMENT ON COLUMN queue.job.concurrency_key IS 'Khóa tuần tự / Jobs of this kind and key run one at a time; no order is promised.';
COMMENT ON COLUMN queue.job.enqueued_at IS 'Đưa vào hàng lúc / Start of the transaction that enqueued it.';
COMMENT ON COLUMN queue.job.id IS 'Số công việc / Job number; stays the same through retries.';
COMMENT ON COLUMN queue.job.kind IS 'Loại công việc / Kind; no foreign key, enqueue checks it.';
COMMENT ON COLUMN queue.job.max_attempts IS 'Số lần thử tối đa / Attempts allowed.';
COMMENT ON COLUMN queue.job.priority IS 'Mức ưu tiên / 0 is first, 7 is last.';
COMMENT ON COLUMN queue.job.run_at IS 'Chạy từ lúc / Not claimed before.';
COMMENT ON COLUMN queue.jobs.at IS 'Lúc (giờ Việt Nam) / Due or ended at, Vietnamese time.';
COMMENT ON COLUMN queue.jobs.id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.jobs.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.jobs.note IS 'Ghi chú / Lane, reason or args, cut.';
COMMENT ON COLUMN queue.jobs.state IS 'Trạng thái / due, scheduled, retrying, running, completed, coalesced, discarded, cancelled.';
COMMENT ON COLUMN queue.jobs.tries IS 'Số lần thử / Attempts of attempts allowed.';
COMMENT ON COLUMN queue.kind.args_limit IS 'Kích thước tham số tối đa (byte) / Largest args, bytes as stored and as JSON text.';
COMMENT ON COLUMN queue.kind.args_path IS 'Điều kiện đủ của tham số / Args that satisfy it fit; compiled from queue.kind_field, null when that cannot be said in a path.';
COMMENT ON COLUMN queue.kind.args_references IS 'Số trường tham chiếu / Fields whose value must exist in a table.';
COMMENT ON COLUMN queue.kind.args_sure IS 'Giới hạn của điều kiện đủ (byte) / Bytes of JSON text up to which args_path decides.';
COMMENT ON COLUMN queue.kind.args_version IS 'Phiên bản tham số / Version of the args declaration, kept with each job.';
COMMENT ON COLUMN queue.kind.batch_limit IS 'Số công việc tối đa mỗi lần nhận / Most jobs one claim takes.';
COMMENT ON COLUMN queue.kind.coalesce_key IS 'Khóa gộp mặc định / Default coalesce key; {field} stands for a value of args. One run covers all due jobs of a key.';
COMMENT ON COLUMN queue.kind.concurrency_key IS 'Khóa tuần tự mặc định / Default concurrency key; {field} stands for a value of args. One job of a key runs at a time.';
COMMENT ON COLUMN queue.kind.idempotency_ttl IS 'Thời hạn khóa chống trùng / How long an idempotency key gives the same job.';
COMMENT ON COLUMN queue.kind.lane_limit IS 'Số làn tối đa trên mọi máy / Most lanes that work on this kind at once, over all daemons; null: no limit.';
COMMENT ON COLUMN queue.kind.max_attempts IS 'Số lần thử tối đa mặc định / Default limit of attempts.';
COMMENT ON COLUMN queue.kind.name IS 'Mã loại / Name; part of the lanes'' application_name, hence at most 40 characters.';
COMMENT ON COLUMN queue.kind.paused_at IS 'Tạm dừng từ lúc / Paused since; null while it runs.';
COMMENT ON COLUMN queue.kind.paused_by IS 'Người tạm dừng / Who paused it.';
COMMENT ON COLUMN queue.kind.paused_reason IS 'Lý do tạm dừng / Why it is paused.';
COMMENT ON COLUMN queue.kind.priority IS 'Mức ưu tiên mặc định / Default priority; 0 is first, 7 is last.';
COMMENT ON COLUMN queue.kind.timeout IS 'Thời hạn một giao dịch / Limit of one working transaction; the reaper ends it 2 s later.';
COMMENT ON COLUMN queue.kind.title IS 'Tên gọi / Title for people.';
COMMENT ON COLUMN queue.kind_field."position" IS 'Thứ tự / Order in messages.';
COMMENT ON COLUMN queue.kind_field.allowed IS 'Các giá trị cho phép / Values of an enum.';
COMMENT ON COLUMN queue.kind_field.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.kind_field.maximum IS 'Giá trị (độ dài) lớn nhất / Greatest value; greatest length of a text.';
COMMENT ON COLUMN queue.kind_field.minimum IS 'Giá trị (độ dài) nhỏ nhất / Least value; least length of a text.';
COMMENT ON COLUMN queue.kind_field.name IS 'Tên trường / Field name in args.';
COMMENT ON COLUMN queue.kind_field.pattern IS 'Mẫu / Regular expression a text must match.';
COMMENT ON COLUMN queue.kind_field.reference IS 'Tham chiếu schema.bảng.cột / schema.table.column in which the value must exist.';
COMMENT ON COLUMN queue.kind_field.required IS 'Bắt buộc / Must be given.';
COMMENT ON COLUMN queue.kind_field.required_when_field IS 'Bắt buộc khi trường này … / Must be given when this field …';
COMMENT ON COLUMN queue.kind_field.required_when_value IS '… có giá trị này, hoặc một trong các giá trị cách nhau bằng | / … has this value, or one of these, between |.';
COMMENT ON COLUMN queue.kind_field.title IS 'Ý nghĩa / Meaning.';
COMMENT ON COLUMN queue.kind_field.type IS 'Kiểu / integer, number, text, boolean, date or enum.';
COMMENT ON COLUMN queue.kinds."limit" IS 'Giới hạn làn / Most lanes at once, over all daemons; empty: no limit (queue.set_limit).';
COMMENT ON COLUMN queue.kinds.batch IS 'Số việc mỗi lần nhận / Most jobs a claim takes.';
COMMENT ON COLUMN queue.kinds.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.kinds.lanes IS 'Số làn đang sống / Lanes alive, over all daemons.';
COMMENT ON COLUMN queue.kinds.paused IS 'Tạm dừng từ lúc, bởi / Paused since (Vietnamese time) and by whom.';
COMMENT ON COLUMN queue.kinds.prio IS 'Mức ưu tiên mặc định / Default priority; 0 is first.';
COMMENT ON COLUMN queue.kinds.timeout IS 'Thời hạn một giao dịch / Limit of a working transaction.';
COMMENT ON COLUMN queue.kinds.tries IS 'Số lần thử tối đa / Attempts allowed by default.';
COMMENT ON COLUMN queue.maintenance_state.blocked IS 'Việc chưa làm được / Steps that could not be done, with SQLSTATE; empty: all done.';
COMMENT ON COLUMN queue.maintenance_state.blocked_since IS 'Chưa làm được từ lúc / Since when some step could not be done; null: all done.';
COMMENT ON COLUMN queue.maintenance_state.dropped IS 'Số phân vùng đã xóa / Partitions dropped in that run.';
COMMENT ON COLUMN queue.maintenance_state.made IS 'Số phân vùng đã tạo / Partitions made in that run.';
COMMENT ON COLUMN queue.maintenance_state.one IS 'Luôn đúng / Always true.';
COMMENT ON COLUMN queue.maintenance_state.ran_at IS 'Chạy lúc / When it ended; null: never yet.';
COMMENT ON COLUMN queue.maintenance_state.ran_by IS 'Tiến trình chạy / application_name of the session that ran it.';
COMMENT ON COLUMN queue.overview.done_1h IS 'Xong trong 1 giờ / Completed in the last hour, those that another one ran for included.';
COMMENT ON COLUMN queue.overview.due IS 'Đến hạn / Due and waiting.';
COMMENT ON COLUMN queue.overview.errors_1h IS 'Lỗi trong 1 giờ / Failed attempts in the last hour.';
COMMENT ON COLUMN queue.overview.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.overview.later IS 'Hẹn giờ / Scheduled for later.';
COMMENT ON COLUMN queue.overview.oldest IS 'Chờ lâu nhất / How long the oldest due job has waited.';
COMMENT ON COLUMN queue.overview.retry IS 'Chờ thử lại / Waiting for another attempt.';
COMMENT ON COLUMN queue.overview.running IS 'Đang chạy / Running.';
COMMENT ON COLUMN queue.overview.status IS 'Trạng thái / on, paused, or ?: not defined.  With ~ counts of the line above 10,000 are estimates.';
COMMENT ON COLUMN queue.running.age IS 'Tuổi giao dịch / Age of the transaction.';
COMMENT ON COLUMN queue.running.id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.running.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.running.lane IS 'Làn / application_name: dvkd/boot/kind/lane.';
COMMENT ON COLUMN queue.running.pid IS 'Tiến trình máy chủ / Server process.';
COMMENT ON COLUMN queue.running.try IS 'Lần thử thứ / Which attempt, from 1.';
COMMENT ON COLUMN queue.schedule.args IS 'Tham số / Arguments of the jobs.';
COMMENT ON COLUMN queue.schedule.cron IS 'Biểu thức cron / Five fields (minute hour day month weekday) or @hourly, @daily, @weekly, @monthly, @yearly.';
COMMENT ON COLUMN queue.schedule.kind IS 'Loại công việc / Kind of the jobs.';
COMMENT ON COLUMN queue.schedule.last_error IS 'Lỗi gần nhất / SQLSTATE and text of what kept the last fire time from making a job; null when it made one.';
COMMENT ON COLUMN queue.schedule.last_fire_at IS 'Lần trước / Last fire time that made a job.';
COMMENT ON COLUMN queue.schedule.last_job_id IS 'Công việc gần nhất / Job of the last fire time.';
COMMENT ON COLUMN queue.schedule.max_attempts IS 'Số lần thử / Attempts; null: the kind''s.';
COMMENT ON COLUMN queue.schedule.missed IS 'Khi lỡ giờ / After an outage: skip the missed times, or run once for all of them.';
COMMENT ON COLUMN queue.schedule.missed_at IS 'Lần lỡ gần nhất / Latest fire time that came while no daemon ran and made no job of its own.';
COMMENT ON COLUMN queue.schedule.name IS 'Tên lịch / Name.';
COMMENT ON COLUMN queue.schedule.next_fire_at IS 'Lần tới / Next fire time; null while it is paused.';
COMMENT ON COLUMN queue.schedule.paused_at IS 'Tạm dừng từ lúc / Paused since.';
COMMENT ON COLUMN queue.schedule.paused_by IS 'Người tạm dừng / Who paused it.';
COMMENT ON COLUMN queue.schedule.paused_reason IS 'Lý do tạm dừng / Why it is paused.';
COMMENT ON COLUMN queue.schedule.priority IS 'Mức ưu tiên / Priority; null: the kind''s.';
COMMENT ON COLUMN queue.schedule.time_zone IS 'Múi giờ / Time zone of the fields.';
COMMENT ON COLUMN queue.schedule_fire.fire_at IS 'Giờ theo lịch / Fire time.';
COMMENT ON COLUMN queue.schedule_fire.fired_at IS 'Ghi lúc / When the job was enqueued.';
COMMENT ON COLUMN queue.schedule_fire.job_id IS 'Số công việc / Job made.';
COMMENT ON COLUMN queue.schedule_fire.schedule IS 'Tên lịch / Schedule.';
COMMENT ON COLUMN queue.schedules.cron IS 'Biểu thức cron / Cron expression, cut.';
COMMENT ON COLUMN queue.schedules.error IS 'Mã lỗi SQL / SQLSTATE; queue.schedule.last_error has the whole text.';
COMMENT ON COLUMN queue.schedules.kind IS 'Loại công việc / Kind of the jobs, cut.';
COMMENT ON COLUMN queue.schedules.last IS 'Lần trước cách đây / How long ago it last made a job.';
COMMENT ON COLUMN queue.schedules.name IS 'Tên lịch / Name, cut.';
COMMENT ON COLUMN queue.schedules.next IS 'Lần tới (giờ Việt Nam) / Next fire time, Vietnamese time.';
COMMENT ON COLUMN queue.schedules.status IS 'Trạng thái / on, paused, error (the last fire time made no job), late (no daemon fires it).';
COMMENT ON COLUMN queue.schema_file.applied_at IS 'Thời điểm cài đặt / When it was applied.';
COMMENT ON COLUMN queue.schema_file.digest IS 'Mã băm SHA-256 / SHA-256 of the file, in hexadecimal.';
COMMENT ON COLUMN queue.schema_file.path IS 'Đường dẫn tệp / Path below sql/.';
COMMENT ON COLUMN queue.schema_version.applied_at IS 'Thời điểm cài đặt / When it was applied.';
COMMENT ON COLUMN queue.schema_version.name IS 'Tên bước nâng cấp / Name of the migration.';
COMMENT ON COLUMN queue.schema_version.version IS 'Số phiên bản / Number of the migration.';
COMMENT ON COLUMN queue.setting.one IS 'Luôn đúng / Always true.';
COMMENT ON COLUMN queue.setting.retention_months IS 'Số tháng giữ lịch sử / Whole months of history kept besides the current one.';
COMMENT ON COLUMN queue.suspect.found_at IS 'Phát hiện lúc / When it became suspect.';
COMMENT ON COLUMN queue.suspect.job_id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.suspect.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.suspect.tried_at IS 'Chạy riêng gần nhất lúc / When the last solitary run began.';
COMMENT ON COLUMN queue.suspect.tried_by IS 'Tiến trình chạy riêng / Lane of the last solitary run.';
COMMENT ON COLUMN queue.suspect.tries IS 'Số lần chạy riêng / Solitary runs begun; written before each begins.';
COMMENT ON COLUMN queue.suspects.by IS 'Tiến trình chạy riêng (rút gọn) / Who ran it alone last, cut.';
COMMENT ON COLUMN queue.suspects.found IS 'Phát hiện lúc (giờ Việt Nam) / Suspect since, Vietnamese time.';
COMMENT ON COLUMN queue.suspects.id IS 'Số công việc / Job number.';
COMMENT ON COLUMN queue.suspects.kind IS 'Loại công việc / Kind.';
COMMENT ON COLUMN queue.suspects.tried IS 'Chạy riêng lúc / When the last solitary run began.';
COMMENT ON COLUMN queue.suspects.tries IS 'Số lần chạy riêng / Solitary runs begun.';
COMMENT ON COLUMN queue.sweep_state.boot IS 'Tiến trình / Boot nonce of the daemon.';
COMMENT ON COLUMN queue.sweep_state.noted_at IS 'Ghi lúc / When it was noted.';
COMMENT ON COLUMN queue.sweep_state.pages IS 'Số trang đã quét / Pages of queue.job it went through.';
COMMENT ON COLUMN queue.sweep_state.took IS 'Thời gian một lượt / How long its last pass took: the longest wait of a job that was committed behind a cursor.';

-- queue | FUNCTION admission(kind text) | ACL
REVOKE ALL ON FUNCTION queue.admission(kind text) FROM PUBLIC;
COMMENT ON FUNCTION queue.admission(kind text) IS 'Có được nhận việc không / Whether a lane may claim now; takes its slot.';

-- queue | FUNCTION advisory_key(key bigint, OUT classid oid, OUT objid oid) | ACL
REVOKE ALL ON FUNCTION queue.advisory_key(key bigint, OUT classid oid, OUT objid oid) FROM PUBLIC;
COMMENT ON FUNCTION queue.advisory_key(key bigint, OUT classid oid, OUT objid oid) IS 'Khóa như pg_locks hiển thị / An advisory lock as pg_locks shows it.';

-- queue | FUNCTION announce(kind text) | ACL
REVOKE ALL ON FUNCTION queue.announce(kind text) FROM PUBLIC;
COMMENT ON FUNCTION queue.announce(kind text) IS 'Báo có công việc / Wakes workers for a due job, if any sleeps.';

-- queue | FUNCTION args_declaration(kind_name text) | ACL
REVOKE ALL ON FUNCTION queue.args_declaration(kind_name text) FROM PUBLIC;
COMMENT ON FUNCTION queue.args_declaration(kind_name text) IS 'Khai báo tham số của loại / What the declaration of a kind''s args demands.';

-- queue | FUNCTION args_problem(kind_name text, args_limit integer, args jsonb) | ACL
REVOKE ALL ON FUNCTION queue.args_problem(kind_name text, args_limit integer, args jsonb) FROM PUBLIC;
COMMENT ON FUNCTION queue.args_problem(kind_name text, args_limit integer, args jsonb) IS 'Kiểm tra tham số theo khai báo của loại / Checks args against the kind''s declared fields; null if they fit.';

-- queue | FUNCTION arm(kinds text[]) | ACL
REVOKE ALL ON FUNCTION queue.arm(kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.arm(kinds text[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.arm(kinds text[]) IS 'Xin được đánh thức / Asks that enqueue notifies, while lanes sleep.';

-- queue | FUNCTION arm_lock(kind text) | ACL
REVOKE ALL ON FUNCTION queue.arm_lock(kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.arm_lock(kind text) TO dvk_daemon;
COMMENT ON FUNCTION queue.arm_lock(kind text) IS 'Khóa chờ đánh thức / Advisory lock of a sleeping daemon.';

-- queue | FUNCTION busy_slots(kind text, lane_limit smallint) | ACL
REVOKE ALL ON FUNCTION queue.busy_slots(kind text, lane_limit smallint) FROM PUBLIC;
COMMENT ON FUNCTION queue.busy_slots(kind text, lane_limit smallint) IS 'Số suất đang dùng / How many of a kind''s slots lanes hold.';

-- queue | FUNCTION cancel(job_id bigint, reason text) | ACL
REVOKE ALL ON FUNCTION queue.cancel(job_id bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cancel(job_id bigint, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.cancel(job_id bigint, reason text) IS 'Hủy một công việc / Cancels a job, or asks the daemon to if it is running.';

-- queue | FUNCTION cancel_many(ids bigint[], kind text, older_than interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) | ACL
REVOKE ALL ON FUNCTION queue.cancel_many(ids bigint[], kind text, older_than interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cancel_many(ids bigint[], kind text, older_than interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) TO dvk_operator;
COMMENT ON FUNCTION queue.cancel_many(ids bigint[], kind text, older_than interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) IS 'Hủy nhiều công việc / Cancels many jobs, named or of a kind; says how many, and whether more are left.';

-- queue | FUNCTION cancel_unlocked(job_id bigint, reason text) | ACL
REVOKE ALL ON FUNCTION queue.cancel_unlocked(job_id bigint, reason text) FROM PUBLIC;
COMMENT ON FUNCTION queue.cancel_unlocked(job_id bigint, reason text) IS 'Hủy công việc không ai đang giữ / Finishes a job as cancelled unless it is running.';

-- queue | FUNCTION check_many(ids bigint[], kind text, max_jobs integer) | ACL
REVOKE ALL ON FUNCTION queue.check_many(ids bigint[], kind text, max_jobs integer) FROM PUBLIC;
COMMENT ON FUNCTION queue.check_many(ids bigint[], kind text, max_jobs integer) IS 'Kiểm tra tham số hàng loạt / Checks the parameters of a verb for many.';

-- queue | FUNCTION check_reason(reason text) | ACL
REVOKE ALL ON FUNCTION queue.check_reason(reason text) FROM PUBLIC;
COMMENT ON FUNCTION queue.check_reason(reason text) IS 'Kiểm tra độ dài lý do / Refuses a reason that is too long.';

-- queue | FUNCTION check_schedule() | ACL
REVOKE ALL ON FUNCTION queue.check_schedule() FROM PUBLIC;
COMMENT ON FUNCTION queue.check_schedule() IS 'Kiểm tra lịch khi ghi / Refuses a bad schedule on write and computes its next fire time.';

-- queue | FUNCTION check_state(state text, allowed text[]) | ACL
REVOKE ALL ON FUNCTION queue.check_state(state text, allowed text[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.check_state(state text, allowed text[]) IS 'Kiểm tra trạng thái / Refuses an unknown state.';

-- queue | FUNCTION claim(kind text, batch integer) | ACL
REVOKE ALL ON FUNCTION queue.claim(kind text, batch integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim(kind text, batch integer) TO dvk_daemon;
COMMENT ON FUNCTION queue.claim(kind text, batch integer) IS 'Nhận công việc đến hạn / Locks due jobs of one kind for the caller''s transaction.';

-- queue | FUNCTION claim(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.claim(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.claim(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) IS 'Nhận công việc, cho phiên bản cũ / Locks due jobs behind a cursor, for daemons of older versions.';

-- queue | FUNCTION claim_behind(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.claim_behind(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim_behind(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.claim_behind(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) IS 'Nhận công việc đến hạn sau con trỏ / Locks due jobs of one kind behind a cursor for the caller''s transaction.';

-- queue | FUNCTION claim_coalesced(kind text, ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.claim_coalesced(kind text, ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim_coalesced(kind text, ids bigint[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.claim_coalesced(kind text, ids bigint[]) IS 'Gộp các công việc cùng khóa / Locks the due jobs that one run of a claimed job covers.';

-- queue | FUNCTION claim_ids(kind text, ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.claim_ids(kind text, ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim_ids(kind text, ids bigint[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.claim_ids(kind text, ids bigint[]) IS 'Nhận công việc theo số / Locks due jobs by their numbers for the caller''s transaction.';

-- queue | FUNCTION claim_keys(label text, kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) | ACL
REVOKE ALL ON FUNCTION queue.claim_keys(label text, kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) FROM PUBLIC;
COMMENT ON FUNCTION queue.claim_keys(label text, kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) IS 'Giữ khóa chống trùng / Claims idempotency keys for new jobs, or gives the jobs that have them.';

-- queue | FUNCTION claim_suspect(kind text, job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.claim_suspect(kind text, job_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim_suspect(kind text, job_id bigint) TO dvk_daemon;
COMMENT ON FUNCTION queue.claim_suspect(kind text, job_id bigint) IS 'Nhận công việc nghi vấn / Locks the suspect to run alone for the caller''s transaction.';

-- queue | FUNCTION coalesce_mark(kind text, priority integer, coalesce_key text) | ACL
REVOKE ALL ON FUNCTION queue.coalesce_mark(kind text, priority integer, coalesce_key text) FROM PUBLIC;
COMMENT ON FUNCTION queue.coalesce_mark(kind text, priority integer, coalesce_key text) IS 'Dấu của khóa gộp / What stands for a coalesce key in a setting.';

-- queue | FUNCTION coalesced_job(mark text) | ACL
REVOKE ALL ON FUNCTION queue.coalesced_job(mark text) FROM PUBLIC;
COMMENT ON FUNCTION queue.coalesced_job(mark text) IS 'Công việc đã đưa vào trong giao dịch này / The job this transaction has enqueued under a mark.';

-- queue | FUNCTION compile_args(kind_name text) | ACL
REVOKE ALL ON FUNCTION queue.compile_args(kind_name text) FROM PUBLIC;
COMMENT ON FUNCTION queue.compile_args(kind_name text) IS 'Biên dịch khai báo tham số / Compiles the declaration of a kind''s args into a JSON path.';

-- queue | FUNCTION count_between(kind text, after timestamp with time zone, until timestamp with time zone, alive xid[], bound integer) | ACL
REVOKE ALL ON FUNCTION queue.count_between(kind text, after timestamp with time zone, until timestamp with time zone, alive xid[], bound integer) FROM PUBLIC;
COMMENT ON FUNCTION queue.count_between(kind text, after timestamp with time zone, until timestamp with time zone, alive xid[], bound integer) IS 'Đếm có giới hạn / Counts the jobs of a kind in a span of time, up to a bound.';

-- queue | FUNCTION cron_day(days integer[], months integer[], weekdays integer[], either boolean, day date) | ACL
REVOKE ALL ON FUNCTION queue.cron_day(days integer[], months integer[], weekdays integer[], either boolean, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cron_day(days integer[], months integer[], weekdays integer[], either boolean, day date) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.cron_day(days integer[], months integer[], weekdays integer[], either boolean, day date) TO dvk_operator;
GRANT ALL ON FUNCTION queue.cron_day(days integer[], months integer[], weekdays integer[], either boolean, day date) TO dvk_reader;
COMMENT ON FUNCTION queue.cron_day(days integer[], months integer[], weekdays integer[], either boolean, day date) IS 'Ngày phù hợp kế tiếp / The first day that fits a cron expression.';

-- queue | FUNCTION cron_field(part text, label text, lowest integer, highest integer, names text[], OUT vals integer[], OUT problem text[]) | ACL
REVOKE ALL ON FUNCTION queue.cron_field(part text, label text, lowest integer, highest integer, names text[], OUT vals integer[], OUT problem text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cron_field(part text, label text, lowest integer, highest integer, names text[], OUT vals integer[], OUT problem text[]) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.cron_field(part text, label text, lowest integer, highest integer, names text[], OUT vals integer[], OUT problem text[]) TO dvk_operator;
GRANT ALL ON FUNCTION queue.cron_field(part text, label text, lowest integer, highest integer, names text[], OUT vals integer[], OUT problem text[]) TO dvk_reader;
COMMENT ON FUNCTION queue.cron_field(part text, label text, lowest integer, highest integer, names text[], OUT vals integer[], OUT problem text[]) IS 'Đọc một trường của biểu thức cron / Reads one field of a cron expression.';

-- queue | FUNCTION cron_instant(local timestamp without time zone, time_zone text) | ACL
REVOKE ALL ON FUNCTION queue.cron_instant(local timestamp without time zone, time_zone text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cron_instant(local timestamp without time zone, time_zone text) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.cron_instant(local timestamp without time zone, time_zone text) TO dvk_operator;
GRANT ALL ON FUNCTION queue.cron_instant(local timestamp without time zone, time_zone text) TO dvk_reader;
COMMENT ON FUNCTION queue.cron_instant(local timestamp without time zone, time_zone text) IS 'Thời điểm của giờ địa phương / When a local time first comes; a skipped one is the end of its gap.';

-- queue | FUNCTION cron_latest(expression text, time_zone text, since timestamp with time zone, until timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.cron_latest(expression text, time_zone text, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.cron_latest(expression text, time_zone text, since timestamp with time zone, until timestamp with time zone) IS 'Lần gần nhất của biểu thức cron / The latest fire time of a cron expression in a span.';

-- queue | FUNCTION cron_next(expression text, time_zone text, after timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.cron_next(expression text, time_zone text, after timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cron_next(expression text, time_zone text, after timestamp with time zone) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.cron_next(expression text, time_zone text, after timestamp with time zone) TO dvk_operator;
GRANT ALL ON FUNCTION queue.cron_next(expression text, time_zone text, after timestamp with time zone) TO dvk_reader;
COMMENT ON FUNCTION queue.cron_next(expression text, time_zone text, after timestamp with time zone) IS 'Lần kế tiếp của biểu thức cron / The first fire time of a cron expression after a moment.';

-- queue | FUNCTION cron_parse(expression text, OUT minutes integer[], OUT hours integer[], OUT days integer[], OUT months integer[], OUT weekdays integer[], OUT every_hour boolean, OUT either_day boolean, OUT problem text[]) | ACL
REVOKE ALL ON FUNCTION queue.cron_parse(expression text, OUT minutes integer[], OUT hours integer[], OUT days integer[], OUT months integer[], OUT weekdays integer[], OUT every_hour boolean, OUT either_day boolean, OUT problem text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cron_parse(expression text, OUT minutes integer[], OUT hours integer[], OUT days integer[], OUT months integer[], OUT weekdays integer[], OUT every_hour boolean, OUT either_day boolean, OUT problem text[]) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.cron_parse(expression text, OUT minutes integer[], OUT hours integer[], OUT days integer[], OUT months integer[], OUT weekdays integer[], OUT every_hour boolean, OUT either_day boolean, OUT problem text[]) TO dvk_operator;
GRANT ALL ON FUNCTION queue.cron_parse(expression text, OUT minutes integer[], OUT hours integer[], OUT days integer[], OUT months integer[], OUT weekdays integer[], OUT every_hour boolean, OUT either_day boolean, OUT problem text[]) TO dvk_reader;
COMMENT ON FUNCTION queue.cron_parse(expression text, OUT minutes integer[], OUT hours integer[], OUT days integer[], OUT months integer[], OUT weekdays integer[], OUT every_hour boolean, OUT either_day boolean, OUT problem text[]) IS 'Đọc biểu thức cron / Reads a cron expression, or tells what is wrong with it.';

-- queue | FUNCTION define_kind(name text, title text, priority integer, max_attempts integer, batch_limit integer, timeout interval, coalesce_key text, args_limit integer, fields jsonb, concurrency_key text, lane_limit integer, idempotency_ttl interval) | ACL
REVOKE ALL ON FUNCTION queue.define_kind(name text, title text, priority integer, max_attempts integer, batch_limit integer, timeout interval, coalesce_key text, args_limit integer, fields jsonb, concurrency_key text, lane_limit integer, idempotency_ttl interval) FROM PUBLIC;
COMMENT ON FUNCTION queue.define_kind(name text, title text, priority integer, max_attempts integer, batch_limit integer, timeout interval, coalesce_key text, args_limit integer, fields jsonb, concurrency_key text, lane_limit integer, idempotency_ttl interval) IS 'Khai báo loại công việc / Defines a kind of job and the fields of its args.';

-- queue | FUNCTION define_schedule(name text, kind text, args jsonb, cron text, time_zone text, missed text, priority integer, max_attempts integer, reason text) | ACL
REVOKE ALL ON FUNCTION queue.define_schedule(name text, kind text, args jsonb, cron text, time_zone text, missed text, priority integer, max_attempts integer, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.define_schedule(name text, kind text, args jsonb, cron text, time_zone text, missed text, priority integer, max_attempts integer, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.define_schedule(name text, kind text, args jsonb, cron text, time_zone text, missed text, priority integer, max_attempts integer, reason text) IS 'Tạo hoặc sửa một lịch / Makes a schedule or changes it.';

-- queue | FUNCTION disarm(kinds text[]) | ACL
REVOKE ALL ON FUNCTION queue.disarm(kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.disarm(kinds text[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.disarm(kinds text[]) IS 'Thôi chờ đánh thức / Ends queue.arm: the lanes are awake.';

-- queue | FUNCTION drain_cancel_requests() | ACL
REVOKE ALL ON FUNCTION queue.drain_cancel_requests() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.drain_cancel_requests() TO dvk_daemon;
COMMENT ON FUNCTION queue.drain_cancel_requests() IS 'Thực hiện các yêu cầu hủy còn lại / Obeys cancel requests whose job is no longer running.';

-- queue | FUNCTION drop_old_months(OUT dropped integer, OUT blocked text[], OUT more boolean) | ACL
REVOKE ALL ON FUNCTION queue.drop_old_months(OUT dropped integer, OUT blocked text[], OUT more boolean) FROM PUBLIC;
COMMENT ON FUNCTION queue.drop_old_months(OUT dropped integer, OUT blocked text[], OUT more boolean) IS 'Xóa các tháng quá hạn lưu / Drops the months that retention no longer keeps.';

-- queue | FUNCTION drop_schedule(name text, reason text) | ACL
REVOKE ALL ON FUNCTION queue.drop_schedule(name text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.drop_schedule(name text, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.drop_schedule(name text, reason text) IS 'Xóa một lịch / Removes a schedule.';

-- queue | FUNCTION due_kinds(kinds text[]) | ACL
REVOKE ALL ON FUNCTION queue.due_kinds(kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.due_kinds(kinds text[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.due_kinds(kinds text[]) IS 'Loại nào có công việc đến hạn / Which kinds have a due job.';

-- queue | FUNCTION due_kinds(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.due_kinds(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.due_kinds(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.due_kinds(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) IS 'Loại nào có công việc đến hạn / Which kinds have a due job behind their cursors.';

-- queue | FUNCTION english_half(answer text) | ACL
REVOKE ALL ON FUNCTION queue.english_half(answer text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.english_half(answer text) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.english_half(answer text) TO dvk_operator;
GRANT ALL ON FUNCTION queue.english_half(answer text) TO dvk_reader;
COMMENT ON FUNCTION queue.english_half(answer text) IS 'Phần tiếng Anh / The English half of an answer.';

-- queue | FUNCTION enqueue(kind text, args jsonb, priority integer, run_at timestamp with time zone, idempotency_key text, coalesce_key text, concurrency_key text, max_attempts integer, dry_run boolean) | ACL
REVOKE ALL ON FUNCTION queue.enqueue(kind text, args jsonb, priority integer, run_at timestamp with time zone, idempotency_key text, coalesce_key text, concurrency_key text, max_attempts integer, dry_run boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.enqueue(kind text, args jsonb, priority integer, run_at timestamp with time zone, idempotency_key text, coalesce_key text, concurrency_key text, max_attempts integer, dry_run boolean) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.enqueue(kind text, args jsonb, priority integer, run_at timestamp with time zone, idempotency_key text, coalesce_key text, concurrency_key text, max_attempts integer, dry_run boolean) TO dvk_portal;
GRANT ALL ON FUNCTION queue.enqueue(kind text, args jsonb, priority integer, run_at timestamp with time zone, idempotency_key text, coalesce_key text, concurrency_key text, max_attempts integer, dry_run boolean) TO dvk_operator;
COMMENT ON FUNCTION queue.enqueue(kind text, args jsonb, priority integer, run_at timestamp with time zone, idempotency_key text, coalesce_key text, concurrency_key text, max_attempts integer, dry_run boolean) IS 'Đưa công việc vào hàng đợi / Puts a job into the queue, inside the caller''s transaction; returns its number.';

-- queue | FUNCTION enqueue_many(kind text, args jsonb[], priority integer, run_at timestamp with time zone, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[], max_attempts integer, dry_run boolean) | ACL
REVOKE ALL ON FUNCTION queue.enqueue_many(kind text, args jsonb[], priority integer, run_at timestamp with time zone, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[], max_attempts integer, dry_run boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.enqueue_many(kind text, args jsonb[], priority integer, run_at timestamp with time zone, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[], max_attempts integer, dry_run boolean) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.enqueue_many(kind text, args jsonb[], priority integer, run_at timestamp with time zone, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[], max_attempts integer, dry_run boolean) TO dvk_portal;
GRANT ALL ON FUNCTION queue.enqueue_many(kind text, args jsonb[], priority integer, run_at timestamp with time zone, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[], max_attempts integer, dry_run boolean) TO dvk_operator;
COMMENT ON FUNCTION queue.enqueue_many(kind text, args jsonb[], priority integer, run_at timestamp with time zone, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[], max_attempts integer, dry_run boolean) IS 'Đưa nhiều công việc vào hàng đợi / Puts many jobs into the queue at once; returns their numbers in order.';

-- queue | FUNCTION ensure_partitions(months_ahead integer) | ACL
REVOKE ALL ON FUNCTION queue.ensure_partitions(months_ahead integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.ensure_partitions(months_ahead integer) TO dvk_daemon;
COMMENT ON FUNCTION queue.ensure_partitions(months_ahead integer) IS 'Tạo sẵn phân vùng tháng / Makes the monthly partitions of this month and those ahead.';

-- queue | FUNCTION expire_idempotency("limit" integer) | ACL
REVOKE ALL ON FUNCTION queue.expire_idempotency("limit" integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.expire_idempotency("limit" integer) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.expire_idempotency("limit" integer) TO dvk_operator;
COMMENT ON FUNCTION queue.expire_idempotency("limit" integer) IS 'Xóa khóa chống trùng đã hết hạn / Deletes expired idempotency keys.';

-- queue | FUNCTION field_path(f queue.kind_field) | ACL
REVOKE ALL ON FUNCTION queue.field_path(f queue.kind_field) FROM PUBLIC;
COMMENT ON FUNCTION queue.field_path(f queue.kind_field) IS 'Điều kiện của một trường / JSON path condition under which a field certainly fits its declaration.';

-- queue | FUNCTION fill_key(template text, args jsonb) | ACL
REVOKE ALL ON FUNCTION queue.fill_key(template text, args jsonb) FROM PUBLIC;
COMMENT ON FUNCTION queue.fill_key(template text, args jsonb) IS 'Khóa theo tham số / A kind''s default key, filled with values of args.';

-- queue | FUNCTION finish(completed bigint[], others jsonb) | ACL
REVOKE ALL ON FUNCTION queue.finish(completed bigint[], others jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.finish(completed bigint[], others jsonb) TO dvk_daemon;
COMMENT ON FUNCTION queue.finish(completed bigint[], others jsonb) IS 'Kết thúc công việc đã nhận / Ends claimed jobs in the transaction that wrote their effects.';

-- queue | FUNCTION finish(completed bigint[], places tid[], others jsonb) | ACL
REVOKE ALL ON FUNCTION queue.finish(completed bigint[], places tid[], others jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.finish(completed bigint[], places tid[], others jsonb) TO dvk_daemon;
COMMENT ON FUNCTION queue.finish(completed bigint[], places tid[], others jsonb) IS 'Kết thúc công việc đã nhận, theo vị trí dòng / Ends claimed jobs by where their rows stand.';

-- queue | FUNCTION finish_completed(completed bigint[], stamp timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.finish_completed(completed bigint[], stamp timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.finish_completed(completed bigint[], stamp timestamp with time zone) IS 'Chuyển việc đã xong sang lịch sử / Moves completed jobs to the history.';

-- queue | FUNCTION finish_others(others jsonb, stamp timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.finish_others(others jsonb, stamp timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.finish_others(others jsonb, stamp timestamp with time zone) IS 'Kết thúc hoặc hoãn phần còn lại / Ends or postpones the jobs of a batch that did not complete.';

-- queue | FUNCTION finish_rest(completed bigint[], others jsonb, stamp timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.finish_rest(completed bigint[], others jsonb, stamp timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.finish_rest(completed bigint[], others jsonb, stamp timestamp with time zone) IS 'Kết thúc các việc còn lại / Ends what did not complete.';

-- queue | FUNCTION finished_as(job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.finished_as(job_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.finished_as(job_id bigint) IS 'Công việc đã kết thúc ra sao / Says how a finished job ended.';

-- queue | FUNCTION fire_schedules() | ACL
REVOKE ALL ON FUNCTION queue.fire_schedules() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.fire_schedules() TO dvk_daemon;
COMMENT ON FUNCTION queue.fire_schedules() IS 'Đưa công việc theo lịch vào hàng / Enqueues the jobs of the schedules that are due; exactly one a fire time.';

-- queue | FUNCTION fires(schedule text, n integer, time_zone text) | ACL
REVOKE ALL ON FUNCTION queue.fires(schedule text, n integer, time_zone text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.fires(schedule text, n integer, time_zone text) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.fires(schedule text, n integer, time_zone text) TO dvk_operator;
GRANT ALL ON FUNCTION queue.fires(schedule text, n integer, time_zone text) TO dvk_reader;
COMMENT ON FUNCTION queue.fires(schedule text, n integer, time_zone text) IS 'Các lần chạy sắp tới của lịch / The next fire times of a schedule or a cron expression.';

-- queue | FUNCTION forget_marks(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.forget_marks(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.forget_marks(ids bigint[]) IS 'Bỏ ghi chú về công việc / Forgets suspicion and cancel requests.';

-- queue | FUNCTION give_up_suspect(job_id bigint, lane text) | ACL
REVOKE ALL ON FUNCTION queue.give_up_suspect(job_id bigint, lane text) FROM PUBLIC;
COMMENT ON FUNCTION queue.give_up_suspect(job_id bigint, lane text) IS 'Loại công việc làm chết tiến trình / Discards a job of which several workers died.';

-- queue | FUNCTION has_died(locker xid) | ACL
REVOKE ALL ON FUNCTION queue.has_died(locker xid) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.has_died(locker xid) TO dvk_daemon;
COMMENT ON FUNCTION queue.has_died(locker xid) IS 'Giao dịch đã hỏng / Whether a row''s last locker was rolled back.';

-- queue | FUNCTION has_next_month() | ACL
REVOKE ALL ON FUNCTION queue.has_next_month() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.has_next_month() TO dvk_daemon;
GRANT ALL ON FUNCTION queue.has_next_month() TO dvk_operator;
GRANT ALL ON FUNCTION queue.has_next_month() TO dvk_reader;
COMMENT ON FUNCTION queue.has_next_month() IS 'Đã có phân vùng tháng sau / Whether next month''s partitions exist.';

-- queue | FUNCTION health_checks() | ACL
REVOKE ALL ON FUNCTION queue.health_checks() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.health_checks() TO dvk_daemon;
GRANT ALL ON FUNCTION queue.health_checks() TO dvk_operator;
GRANT ALL ON FUNCTION queue.health_checks() TO dvk_reader;
COMMENT ON FUNCTION queue.health_checks() IS 'Kiểm tra sức khỏe / Answers “is it healthy” in one line a check.';

-- queue | FUNCTION health_daemons() | ACL
REVOKE ALL ON FUNCTION queue.health_daemons() FROM PUBLIC;
COMMENT ON FUNCTION queue.health_daemons() IS 'Sức khỏe của tiến trình nền / Health of the daemons.';

-- queue | FUNCTION health_jobs() | ACL
REVOKE ALL ON FUNCTION queue.health_jobs() FROM PUBLIC;
COMMENT ON FUNCTION queue.health_jobs() IS 'Sức khỏe của công việc / Suspects, cancel requests, schedules.';

-- queue | FUNCTION health_retrying() | ACL
REVOKE ALL ON FUNCTION queue.health_retrying() FROM PUBLIC;
COMMENT ON FUNCTION queue.health_retrying() IS 'Việc hỏng mãi / Jobs and kinds that keep failing.';

-- queue | FUNCTION health_storage() | ACL
REVOKE ALL ON FUNCTION queue.health_storage() FROM PUBLIC;
COMMENT ON FUNCTION queue.health_storage() IS 'Sức khỏe của kho / Partitions, dead rows, and who holds the vacuum horizon.';

-- queue | FUNCTION horizon() | ACL
REVOKE ALL ON FUNCTION queue.horizon() FROM PUBLIC;
COMMENT ON FUNCTION queue.horizon() IS 'Ai giữ dòng chết / Who keeps dead rows from being removed, the worst first.';

-- queue | FUNCTION id_list(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.id_list(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.id_list(ids bigint[]) IS 'Danh sách số công việc rút gọn / Numbers of jobs, shortened.';

-- queue | FUNCTION insert_keyed_jobs(k queue.kind, args jsonb[], run_at timestamp with time zone, is_due boolean, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) | ACL
REVOKE ALL ON FUNCTION queue.insert_keyed_jobs(k queue.kind, args jsonb[], run_at timestamp with time zone, is_due boolean, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.insert_keyed_jobs(k queue.kind, args jsonb[], run_at timestamp with time zone, is_due boolean, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) IS 'Đưa vào hàng các công việc có khóa / Inserts checked jobs, some of which have keys.';

-- queue | FUNCTION insert_keys(kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) | ACL
REVOKE ALL ON FUNCTION queue.insert_keys(kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) FROM PUBLIC;
COMMENT ON FUNCTION queue.insert_keys(kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) IS 'Ghi khóa chống trùng / Writes the idempotency keys that are free or expired.';

-- queue | FUNCTION is_attached(parent text, partition text) | ACL
REVOKE ALL ON FUNCTION queue.is_attached(parent text, partition text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.is_attached(parent text, partition text) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.is_attached(parent text, partition text) TO dvk_operator;
GRANT ALL ON FUNCTION queue.is_attached(parent text, partition text) TO dvk_reader;
COMMENT ON FUNCTION queue.is_attached(parent text, partition text) IS 'Đã gắn phân vùng / Whether a table is a partition of another.';

-- queue | FUNCTION is_iso_date(content text) | ACL
REVOKE ALL ON FUNCTION queue.is_iso_date(content text) FROM PUBLIC;
COMMENT ON FUNCTION queue.is_iso_date(content text) IS 'Là ngày dạng YYYY-MM-DD / Whether a text is an ISO date.';

-- queue | FUNCTION is_marked(job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.is_marked(job_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.is_marked(job_id bigint) IS 'Công việc có dấu nghi vấn không / Whether a job is marked as suspect now.';

-- queue | FUNCTION job_kinds() | ACL
REVOKE ALL ON FUNCTION queue.job_kinds() FROM PUBLIC;
COMMENT ON FUNCTION queue.job_kinds() IS 'Các loại có khai báo hoặc có công việc / Kinds that are defined or have jobs.';

-- queue | FUNCTION keep_marks(marks text) | ACL
REVOKE ALL ON FUNCTION queue.keep_marks(marks text) FROM PUBLIC;
COMMENT ON FUNCTION queue.keep_marks(marks text) IS 'Ghi nhớ trong giao dịch / Keeps marks until the transaction ends.';

-- queue | FUNCTION keep_suspicion(job_id bigint, locker xid) | ACL
REVOKE ALL ON FUNCTION queue.keep_suspicion(job_id bigint, locker xid) FROM PUBLIC;
COMMENT ON FUNCTION queue.keep_suspicion(job_id bigint, locker xid) IS 'Giữ dấu nghi vấn / Records a dead worker''s job before its row is changed.';

-- queue | FUNCTION key_lock(kind text, concurrency_key text) | ACL
REVOKE ALL ON FUNCTION queue.key_lock(kind text, concurrency_key text) FROM PUBLIC;
COMMENT ON FUNCTION queue.key_lock(kind text, concurrency_key text) IS 'Khóa của một khóa tuần tự / Advisory lock of a concurrency key.';

-- queue | FUNCTION key_problem(parameter text, key text) | ACL
REVOKE ALL ON FUNCTION queue.key_problem(parameter text, key text) FROM PUBLIC;
COMMENT ON FUNCTION queue.key_problem(parameter text, key text) IS 'Kiểm tra độ dài của khóa / Whether a key has a fitting length.';

-- queue | FUNCTION kind_counts() | ACL
REVOKE ALL ON FUNCTION queue.kind_counts() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.kind_counts() TO dvk_daemon;
GRANT ALL ON FUNCTION queue.kind_counts() TO dvk_operator;
GRANT ALL ON FUNCTION queue.kind_counts() TO dvk_reader;
COMMENT ON FUNCTION queue.kind_counts() IS 'Số công việc theo loại / Jobs of each kind by where they stand; estimates above 10,000.';

-- queue | FUNCTION kind_field_changed() | ACL
REVOKE ALL ON FUNCTION queue.kind_field_changed() FROM PUBLIC;
COMMENT ON FUNCTION queue.kind_field_changed() IS 'Biên dịch lại khai báo / Compiles declarations anew after a change.';

-- queue | FUNCTION kind_hint(kind text) | ACL
REVOKE ALL ON FUNCTION queue.kind_hint(kind text) FROM PUBLIC;
COMMENT ON FUNCTION queue.kind_hint(kind text) IS 'Gợi ý loại công việc / Hint for an unknown kind.';

-- queue | FUNCTION kind_settings(kind text) | ACL
REVOKE ALL ON FUNCTION queue.kind_settings(kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.kind_settings(kind text) TO dvk_daemon;
COMMENT ON FUNCTION queue.kind_settings(kind text) IS 'Thiết lập của một loại / Time and batch limits of a kind.';

-- queue | FUNCTION lanes() | ACL
REVOKE ALL ON FUNCTION queue.lanes() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.lanes() TO dvk_daemon;
GRANT ALL ON FUNCTION queue.lanes() TO dvk_operator;
GRANT ALL ON FUNCTION queue.lanes() TO dvk_reader;
COMMENT ON FUNCTION queue.lanes() IS 'Các làn đang sống / The lanes alive, of all daemons.';

-- queue | FUNCTION last_code(job_id bigint, attempt smallint) | ACL
REVOKE ALL ON FUNCTION queue.last_code(job_id bigint, attempt smallint) FROM PUBLIC;
COMMENT ON FUNCTION queue.last_code(job_id bigint, attempt smallint) IS 'Mã lỗi của một lần thử / SQLSTATE of a failed attempt.';

-- queue | FUNCTION left_alone(job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.left_alone(job_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.left_alone(job_id bigint) IS 'Vì sao không đổi gì / Says why a verb for waiting jobs changed nothing.';

-- queue | FUNCTION likeness(a text, b text) | ACL
REVOKE ALL ON FUNCTION queue.likeness(a text, b text) FROM PUBLIC;
COMMENT ON FUNCTION queue.likeness(a text, b text) IS 'Độ giống nhau của hai tên / Likeness of two names, 0..1.';

-- queue | FUNCTION load_kind_fields() | ACL
REVOKE ALL ON FUNCTION queue.load_kind_fields() FROM PUBLIC;
COMMENT ON FUNCTION queue.load_kind_fields() IS 'Nạp trường tham số / Loads the declared fields from reference data.';

-- queue | FUNCTION load_kinds() | ACL
REVOKE ALL ON FUNCTION queue.load_kinds() FROM PUBLIC;
COMMENT ON FUNCTION queue.load_kinds() IS 'Nạp loại công việc / Loads the kinds of job from reference data.';

-- queue | FUNCTION load_schedules() | ACL
REVOKE ALL ON FUNCTION queue.load_schedules() FROM PUBLIC;
COMMENT ON FUNCTION queue.load_schedules() IS 'Nạp lịch định kỳ / Makes the schedules of the reference data that are not there.';

-- queue | FUNCTION local_minute(at timestamp with time zone, time_zone text) | ACL
REVOKE ALL ON FUNCTION queue.local_minute(at timestamp with time zone, time_zone text) FROM PUBLIC;
COMMENT ON FUNCTION queue.local_minute(at timestamp with time zone, time_zone text) IS 'Giờ địa phương / A time as the clock of a time zone shows it.';

-- queue | FUNCTION local_time(stamp timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.local_time(stamp timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.local_time(stamp timestamp with time zone) IS 'Giờ Việt Nam / A time of Asia/Ho_Chi_Minh, to the second.';

-- queue | FUNCTION locked_jobs(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.locked_jobs(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.locked_jobs(ids bigint[]) IS 'Ai đang giữ các công việc này / Which session holds these jobs.';

-- queue | FUNCTION maintain(OUT ran boolean, OUT made integer, OUT dropped integer, OUT removed bigint, OUT blocked text[], OUT more boolean) | ACL
REVOKE ALL ON FUNCTION queue.maintain(OUT ran boolean, OUT made integer, OUT dropped integer, OUT removed bigint, OUT blocked text[], OUT more boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.maintain(OUT ran boolean, OUT made integer, OUT dropped integer, OUT removed bigint, OUT blocked text[], OUT more boolean) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.maintain(OUT ran boolean, OUT made integer, OUT dropped integer, OUT removed bigint, OUT blocked text[], OUT more boolean) TO dvk_operator;
COMMENT ON FUNCTION queue.maintain(OUT ran boolean, OUT made integer, OUT dropped integer, OUT removed bigint, OUT blocked text[], OUT more boolean) IS 'Bảo trì hàng đợi / The upkeep of the queue, on one daemon at a time.';

-- queue | FUNCTION maintenance_lock() | ACL
REVOKE ALL ON FUNCTION queue.maintenance_lock() FROM PUBLIC;
COMMENT ON FUNCTION queue.maintenance_lock() IS 'Khóa bảo trì / Advisory lock of the maintenance.';

-- queue | FUNCTION many_args_problem(k queue.kind, args jsonb[]) | ACL
REVOKE ALL ON FUNCTION queue.many_args_problem(k queue.kind, args jsonb[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.many_args_problem(k queue.kind, args jsonb[]) IS 'Kiểm tra tham số của nhiều công việc / Checks the args of many jobs against the kind''s declaration.';

-- queue | FUNCTION mark_suspects(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.mark_suspects(ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.mark_suspects(ids bigint[]) TO dvk_daemon;
COMMENT ON FUNCTION queue.mark_suspects(ids bigint[]) IS 'Ghi công việc nghi vấn / Records suspects; each will run alone.';

-- queue | FUNCTION mend_schedules() | ACL
REVOKE ALL ON FUNCTION queue.mend_schedules() FROM PUBLIC;
COMMENT ON FUNCTION queue.mend_schedules() IS 'Sửa giờ tới của các lịch / Sets next fire times that no longer fit.';

-- queue | FUNCTION note_sweep(boot text, took_ms bigint, pages integer) | ACL
REVOKE ALL ON FUNCTION queue.note_sweep(boot text, took_ms bigint, pages integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.note_sweep(boot text, took_ms bigint, pages integer) TO dvk_daemon;
COMMENT ON FUNCTION queue.note_sweep(boot text, took_ms bigint, pages integer) IS 'Ghi lượt quét chậm / Keeps how long a pass of the sweep took.';

-- queue | FUNCTION oldest_kept_month() | ACL
REVOKE ALL ON FUNCTION queue.oldest_kept_month() FROM PUBLIC;
COMMENT ON FUNCTION queue.oldest_kept_month() IS 'Tháng cũ nhất còn giữ / First day of the oldest month that retention keeps.';

-- queue | FUNCTION one_line(message text, most integer) | ACL
REVOKE ALL ON FUNCTION queue.one_line(message text, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.one_line(message text, most integer) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.one_line(message text, most integer) TO dvk_operator;
GRANT ALL ON FUNCTION queue.one_line(message text, most integer) TO dvk_reader;
COMMENT ON FUNCTION queue.one_line(message text, most integer) IS 'Một dòng, rút gọn / A message in one line, cut.';

-- queue | FUNCTION option_problem(priority integer, run_at timestamp with time zone, max_attempts integer) | ACL
REVOKE ALL ON FUNCTION queue.option_problem(priority integer, run_at timestamp with time zone, max_attempts integer) FROM PUBLIC;
COMMENT ON FUNCTION queue.option_problem(priority integer, run_at timestamp with time zone, max_attempts integer) IS 'Kiểm tra các tùy chọn / Checks priority, time and attempts of an enqueue.';

-- queue | FUNCTION pause(kind_name text, reason text) | ACL
REVOKE ALL ON FUNCTION queue.pause(kind_name text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.pause(kind_name text, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.pause(kind_name text, reason text) IS 'Tạm dừng một loại công việc / Stops claiming jobs of one kind until queue.resume.';

-- queue | FUNCTION pause_schedule(name text, reason text) | ACL
REVOKE ALL ON FUNCTION queue.pause_schedule(name text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.pause_schedule(name text, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.pause_schedule(name text, reason text) IS 'Tạm dừng một lịch / Stops a schedule until queue.resume_schedule.';

-- queue | FUNCTION pick_given_up(ids bigint[], kind text, outcomes text[], code text, within interval, max_jobs integer) | ACL
REVOKE ALL ON FUNCTION queue.pick_given_up(ids bigint[], kind text, outcomes text[], code text, within interval, max_jobs integer) FROM PUBLIC;
COMMENT ON FUNCTION queue.pick_given_up(ids bigint[], kind text, outcomes text[], code text, within interval, max_jobs integer) IS 'Chọn công việc đã bỏ để chạy lại / Finds the finished jobs to run again.';

-- queue | FUNCTION pick_jobs(ids bigint[], kind text, state text, older_than interval, code text, max_jobs integer) | ACL
REVOKE ALL ON FUNCTION queue.pick_jobs(ids bigint[], kind text, state text, older_than interval, code text, max_jobs integer) FROM PUBLIC;
COMMENT ON FUNCTION queue.pick_jobs(ids bigint[], kind text, state text, older_than interval, code text, max_jobs integer) IS 'Chọn công việc cho thao tác hàng loạt / Finds the jobs that a verb for many is about.';

-- queue | FUNCTION plain_error(message text) | ACL
REVOKE ALL ON FUNCTION queue.plain_error(message text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.plain_error(message text) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.plain_error(message text) TO dvk_operator;
GRANT ALL ON FUNCTION queue.plain_error(message text) TO dvk_reader;
COMMENT ON FUNCTION queue.plain_error(message text) IS 'Lỗi không kèm mã / An error without severity and SQLSTATE.';

-- queue | FUNCTION purge(kind text, reason text, state text, older_than interval, max_jobs integer, OUT done integer, OUT running integer, OUT more boolean) | ACL
REVOKE ALL ON FUNCTION queue.purge(kind text, reason text, state text, older_than interval, max_jobs integer, OUT done integer, OUT running integer, OUT more boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.purge(kind text, reason text, state text, older_than interval, max_jobs integer, OUT done integer, OUT running integer, OUT more boolean) TO dvk_operator;
COMMENT ON FUNCTION queue.purge(kind text, reason text, state text, older_than interval, max_jobs integer, OUT done integer, OUT running integer, OUT more boolean) IS 'Xóa hẳn công việc đang chờ của một loại / Deletes waiting jobs of a kind for good, without history.';

-- queue | FUNCTION put_back(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.put_back(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.put_back(ids bigint[]) IS 'Đưa lại vào hàng đợi / Puts discarded and cancelled jobs back into the queue.';

-- queue | FUNCTION raise_args_version(kind_name text, former jsonb) | ACL
REVOKE ALL ON FUNCTION queue.raise_args_version(kind_name text, former jsonb) FROM PUBLIC;
COMMENT ON FUNCTION queue.raise_args_version(kind_name text, former jsonb) IS 'Tăng phiên bản tham số / Raises args_version when a declaration demands something else than before.';

-- queue | FUNCTION reap() | ACL
REVOKE ALL ON FUNCTION queue.reap() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.reap() TO dvk_daemon;
COMMENT ON FUNCTION queue.reap() IS 'Kết thúc làn quá hạn / Ends lanes whose transaction is over age.';

-- queue | FUNCTION recent_rows(parent text, stamp_column text, by_column text, since timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.recent_rows(parent text, stamp_column text, by_column text, since timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.recent_rows(parent text, stamp_column text, by_column text, since timestamp with time zone) IS 'Đếm dòng mới ghi / Counts the rows appended to the history since a time, from a sample when they are many.';

-- queue | FUNCTION reference_value(type text, content text) | ACL
REVOKE ALL ON FUNCTION queue.reference_value(type text, content text) FROM PUBLIC;
COMMENT ON FUNCTION queue.reference_value(type text, content text) IS 'Giá trị tham chiếu trong SQL / SQL expression of a referenced value.';

-- queue | FUNCTION refuse_finish(done bigint, wanted bigint) | ACL
REVOKE ALL ON FUNCTION queue.refuse_finish(done bigint, wanted bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.refuse_finish(done bigint, wanted bigint) IS 'Báo lỗi kết thúc công việc không còn / Raises the error for jobs that are not there.';

-- queue | FUNCTION refuse_kind(parameter text, kind text) | ACL
REVOKE ALL ON FUNCTION queue.refuse_kind(parameter text, kind text) FROM PUBLIC;
COMMENT ON FUNCTION queue.refuse_kind(parameter text, kind text) IS 'Báo lỗi loại không tồn tại / Raises the error for an unknown kind.';

-- queue | FUNCTION refuse_schedule(schedule_name text) | ACL
REVOKE ALL ON FUNCTION queue.refuse_schedule(schedule_name text) FROM PUBLIC;
COMMENT ON FUNCTION queue.refuse_schedule(schedule_name text) IS 'Báo lỗi không có lịch / Raises the error for an unknown schedule.';

-- queue | FUNCTION remove_old_rows(until timestamp with time zone, OUT removed bigint, OUT more boolean) | ACL
REVOKE ALL ON FUNCTION queue.remove_old_rows(until timestamp with time zone, OUT removed bigint, OUT more boolean) FROM PUBLIC;
COMMENT ON FUNCTION queue.remove_old_rows(until timestamp with time zone, OUT removed bigint, OUT more boolean) IS 'Xóa các dòng hết hạn / Deletes rows that nobody needs any more.';

-- queue | FUNCTION request_cancel(ids bigint[], reason text) | ACL
REVOKE ALL ON FUNCTION queue.request_cancel(ids bigint[], reason text) FROM PUBLIC;
COMMENT ON FUNCTION queue.request_cancel(ids bigint[], reason text) IS 'Yêu cầu hủy việc đang chạy / Asks the daemons to cancel running jobs.';

-- queue | FUNCTION reschedule(job_id bigint, run_at timestamp with time zone, reason text) | ACL
REVOKE ALL ON FUNCTION queue.reschedule(job_id bigint, run_at timestamp with time zone, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.reschedule(job_id bigint, run_at timestamp with time zone, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.reschedule(job_id bigint, run_at timestamp with time zone, reason text) IS 'Hẹn lại giờ chạy / Lets a waiting job run at another time.';

-- queue | FUNCTION resume(kind_name text, reason text) | ACL
REVOKE ALL ON FUNCTION queue.resume(kind_name text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.resume(kind_name text, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.resume(kind_name text, reason text) IS 'Cho chạy tiếp một loại công việc / Lets the daemons claim jobs of a paused kind again.';

-- queue | FUNCTION resume_schedule(name text, reason text) | ACL
REVOKE ALL ON FUNCTION queue.resume_schedule(name text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.resume_schedule(name text, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.resume_schedule(name text, reason text) IS 'Cho một lịch chạy tiếp / Lets a paused schedule go on.';

-- queue | FUNCTION retry(job_id bigint, reason text) | ACL
REVOKE ALL ON FUNCTION queue.retry(job_id bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.retry(job_id bigint, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.retry(job_id bigint, reason text) IS 'Chạy lại một công việc / Puts a discarded or cancelled job back, or lets a waiting one run now.';

-- queue | FUNCTION retry_many(ids bigint[], kind text, state text, code text, within interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) | ACL
REVOKE ALL ON FUNCTION queue.retry_many(ids bigint[], kind text, state text, code text, within interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.retry_many(ids bigint[], kind text, state text, code text, within interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) TO dvk_operator;
COMMENT ON FUNCTION queue.retry_many(ids bigint[], kind text, state text, code text, within interval, reason text, max_jobs integer, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) IS 'Chạy lại nhiều công việc / Runs many jobs again, named or of a kind; says how many, and whether more are left.';

-- queue | FUNCTION run_now(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION queue.run_now(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.run_now(ids bigint[]) IS 'Cho chạy ngay / Makes waiting jobs due.';

-- queue | FUNCTION running_jobs() | ACL
REVOKE ALL ON FUNCTION queue.running_jobs() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.running_jobs() TO dvk_daemon;
GRANT ALL ON FUNCTION queue.running_jobs() TO dvk_operator;
GRANT ALL ON FUNCTION queue.running_jobs() TO dvk_reader;
COMMENT ON FUNCTION queue.running_jobs() IS 'Ai đang chạy công việc nào / Which session holds which job.';

-- queue | FUNCTION sample_jobs(stamp timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.sample_jobs(stamp timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.sample_jobs(stamp timestamp with time zone) IS 'Ước lượng từ mẫu / Estimates the jobs of each kind from a sample.';

-- queue | FUNCTION set_limit(kind_name text, lanes integer, reason text) | ACL
REVOKE ALL ON FUNCTION queue.set_limit(kind_name text, lanes integer, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.set_limit(kind_name text, lanes integer, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.set_limit(kind_name text, lanes integer, reason text) IS 'Giới hạn số làn của một loại / Limits the lanes that work on a kind at once; null: no limit.';

-- queue | FUNCTION set_priority(job_id bigint, priority integer, reason text) | ACL
REVOKE ALL ON FUNCTION queue.set_priority(job_id bigint, priority integer, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.set_priority(job_id bigint, priority integer, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.set_priority(job_id bigint, priority integer, reason text) IS 'Đổi mức ưu tiên / Gives a waiting job another priority.';

-- queue | FUNCTION set_retention(months integer, reason text) | ACL
REVOKE ALL ON FUNCTION queue.set_retention(months integer, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.set_retention(months integer, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.set_retention(months integer, reason text) IS 'Đặt thời hạn lưu lịch sử / Says for how many months history is kept.';

-- queue | FUNCTION shape_problem(args jsonb[], idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) | ACL
REVOKE ALL ON FUNCTION queue.shape_problem(args jsonb[], idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) FROM PUBLIC;
COMMENT ON FUNCTION queue.shape_problem(args jsonb[], idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) IS 'Kiểm tra các mảng đi cùng nhau / Checks that arrays of args and keys go together.';

-- queue | FUNCTION short_age(age interval) | ACL
REVOKE ALL ON FUNCTION queue.short_age(age interval) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.short_age(age interval) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.short_age(age interval) TO dvk_operator;
GRANT ALL ON FUNCTION queue.short_age(age interval) TO dvk_reader;
COMMENT ON FUNCTION queue.short_age(age interval) IS 'Tuổi viết gọn / An age in its largest unit.';

-- queue | FUNCTION skipped(ids bigint[], found bigint[], picked bigint[], handled integer) | ACL
REVOKE ALL ON FUNCTION queue.skipped(ids bigint[], found bigint[], picked bigint[], handled integer) FROM PUBLIC;
COMMENT ON FUNCTION queue.skipped(ids bigint[], found bigint[], picked bigint[], handled integer) IS 'Số công việc bị bỏ qua / How many of the jobs named were skipped.';

-- queue | FUNCTION slot_lock(kind text, slot integer) | ACL
REVOKE ALL ON FUNCTION queue.slot_lock(kind text, slot integer) FROM PUBLIC;
COMMENT ON FUNCTION queue.slot_lock(kind text, slot integer) IS 'Khóa của một suất chạy / Advisory lock of a lane''s slot.';

-- queue | FUNCTION suspect_lock(job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.suspect_lock(job_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.suspect_lock(job_id bigint) IS 'Khóa chạy riêng / Advisory lock of a solitary run.';

-- queue | FUNCTION sweep(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], first_page integer, pages integer, most integer) | ACL
REVOKE ALL ON FUNCTION queue.sweep(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], first_page integer, pages integer, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.sweep(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], first_page integer, pages integer, most integer) TO dvk_daemon;
COMMENT ON FUNCTION queue.sweep(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], first_page integer, pages integer, most integer) IS 'Quét việc bị bỏ lại sau con trỏ / Finds due jobs that cursors have passed, in a slice of the heap.';

-- queue | FUNCTION terminate(job_id bigint, reason text) | ACL
REVOKE ALL ON FUNCTION queue.terminate(job_id bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.terminate(job_id bigint, reason text) TO dvk_operator;
COMMENT ON FUNCTION queue.terminate(job_id bigint, reason text) IS 'Kết thúc làn đang kẹt / Ends the lane that is stuck on a job; the last resort.';

-- queue | FUNCTION tick(kinds text[], cursor_kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], upkeep boolean) | ACL
REVOKE ALL ON FUNCTION queue.tick(kinds text[], cursor_kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], upkeep boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.tick(kinds text[], cursor_kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], upkeep boolean) TO dvk_daemon;
COMMENT ON FUNCTION queue.tick(kinds text[], cursor_kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], upkeep boolean) IS 'Nhịp của tiến trình nền / One statement a poll: kinds with due jobs, and the upkeep of each second.';

-- queue | FUNCTION time_zone_hint(given text) | ACL
REVOKE ALL ON FUNCTION queue.time_zone_hint(given text) FROM PUBLIC;
COMMENT ON FUNCTION queue.time_zone_hint(given text) IS 'Gợi ý múi giờ / Hint for an unknown time zone.';

-- queue | FUNCTION try_suspect(kind text, done bigint, unrun boolean) | ACL
REVOKE ALL ON FUNCTION queue.try_suspect(kind text, done bigint, unrun boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.try_suspect(kind text, done bigint, unrun boolean) TO dvk_daemon;
COMMENT ON FUNCTION queue.try_suspect(kind text, done bigint, unrun boolean) IS 'Lấy một công việc nghi vấn để chạy riêng / Gives one suspect to run alone, and counts the try first.';

-- queue | FUNCTION two_digits(n numeric) | ACL
REVOKE ALL ON FUNCTION queue.two_digits(n numeric) FROM PUBLIC;
COMMENT ON FUNCTION queue.two_digits(n numeric) IS 'Làm tròn ước lượng / An estimate, rounded to two digits.';

-- queue | FUNCTION why(job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.why(job_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.why(job_id bigint) TO dvk_operator;
GRANT ALL ON FUNCTION queue.why(job_id bigint) TO dvk_daemon;
COMMENT ON FUNCTION queue.why(job_id bigint) IS 'Vì sao công việc chưa chạy / Says in one sentence why a job is not running now.';

-- queue | FUNCTION why_ahead(job_id bigint, kind text, priority smallint, run_at timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION queue.why_ahead(job_id bigint, kind text, priority smallint, run_at timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION queue.why_ahead(job_id bigint, kind text, priority smallint, run_at timestamp with time zone) IS 'Những việc xếp trước / The waiting jobs that are claimed before a job.';

-- queue | FUNCTION why_finished(job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.why_finished(job_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.why_finished(job_id bigint) IS 'Kết thúc ra sao, vì sao / How a job ended, with the reason.';

-- queue | FUNCTION why_key(kind text, concurrency_key text) | ACL
REVOKE ALL ON FUNCTION queue.why_key(kind text, concurrency_key text) FROM PUBLIC;
COMMENT ON FUNCTION queue.why_key(kind text, concurrency_key text) IS 'Ai đang giữ khóa tuần tự / Who is busy with a concurrency key.';

-- queue | FUNCTION why_later(job_id bigint, run_at timestamp with time zone, attempt smallint, max_attempts smallint) | ACL
REVOKE ALL ON FUNCTION queue.why_later(job_id bigint, run_at timestamp with time zone, attempt smallint, max_attempts smallint) FROM PUBLIC;
COMMENT ON FUNCTION queue.why_later(job_id bigint, run_at timestamp with time zone, attempt smallint, max_attempts smallint) IS 'Hẹn giờ hay thử lại / When a job is to run.';

-- queue | FUNCTION why_line(job_id bigint, kind text, priority smallint, run_at timestamp with time zone, lane_limit smallint, alive bigint, busy bigint) | ACL
REVOKE ALL ON FUNCTION queue.why_line(job_id bigint, kind text, priority smallint, run_at timestamp with time zone, lane_limit smallint, alive bigint, busy bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.why_line(job_id bigint, kind text, priority smallint, run_at timestamp with time zone, lane_limit smallint, alive bigint, busy bigint) IS 'Công việc đến hạn đang chờ gì / What a due job waits for.';

-- queue | FUNCTION why_running(job_id bigint) | ACL
REVOKE ALL ON FUNCTION queue.why_running(job_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION queue.why_running(job_id bigint) IS 'Ai đang chạy công việc / Who runs a job since when.';

-- queue | FUNCTION wrapped(message text, width integer, most integer) | ACL
REVOKE ALL ON FUNCTION queue.wrapped(message text, width integer, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.wrapped(message text, width integer, most integer) TO dvk_daemon;
GRANT ALL ON FUNCTION queue.wrapped(message text, width integer, most integer) TO dvk_operator;
GRANT ALL ON FUNCTION queue.wrapped(message text, width integer, most integer) TO dvk_reader;
COMMENT ON FUNCTION queue.wrapped(message text, width integer, most integer) IS 'Ngắt dòng / A message cut and broken into lines.';

-- queue | TABLE attempt_error | ACL
GRANT SELECT ON TABLE queue.attempt_error TO dvk_daemon;
GRANT SELECT ON TABLE queue.attempt_error TO dvk_operator;
COMMENT ON TABLE queue.attempt_error IS 'Lỗi từng lần thử / One row a failed attempt, a partition a month.';

-- queue | TABLE audit | ACL
GRANT SELECT ON TABLE queue.audit TO dvk_daemon;
GRANT SELECT ON TABLE queue.audit TO dvk_operator;
COMMENT ON TABLE queue.audit IS 'Nhật ký điều hành / Every change an operator made.';

-- queue | TABLE audit_log | ACL
GRANT SELECT ON TABLE queue.audit_log TO dvk_daemon;
GRANT SELECT ON TABLE queue.audit_log TO dvk_operator;

-- queue | TABLE cancel_request | ACL
GRANT SELECT ON TABLE queue.cancel_request TO dvk_daemon;
GRANT SELECT ON TABLE queue.cancel_request TO dvk_operator;
COMMENT ON TABLE queue.cancel_request IS 'Yêu cầu hủy / Requests to cancel jobs that were running; obeyed by the daemon, drained each second.';

-- queue | TABLE failures | ACL
GRANT SELECT ON TABLE queue.failures TO dvk_daemon;
GRANT SELECT ON TABLE queue.failures TO dvk_operator;
GRANT SELECT ON TABLE queue.failures TO dvk_reader;

-- queue | TABLE finished | ACL
GRANT SELECT ON TABLE queue.finished TO dvk_daemon;
GRANT SELECT ON TABLE queue.finished TO dvk_operator;
COMMENT ON TABLE queue.finished IS 'Công việc đã xong / Finished jobs, a partition a month (Asia/Ho_Chi_Minh).';

-- queue | TABLE health | ACL
GRANT SELECT ON TABLE queue.health TO dvk_daemon;
GRANT SELECT ON TABLE queue.health TO dvk_operator;
GRANT SELECT ON TABLE queue.health TO dvk_reader;

-- queue | TABLE idempotency | ACL
GRANT SELECT ON TABLE queue.idempotency TO dvk_operator;
COMMENT ON TABLE queue.idempotency IS 'Khóa chống trùng / Idempotency keys: the same key gives the same job until it expires.';

-- queue | TABLE job | ACL
GRANT SELECT ON TABLE queue.job TO dvk_daemon;
GRANT SELECT ON TABLE queue.job TO dvk_operator;
COMMENT ON TABLE queue.job IS 'Công việc đang chờ / Jobs waiting, scheduled, retrying or running; a running one is a locked row.';

-- queue | TABLE jobs | ACL
GRANT SELECT ON TABLE queue.jobs TO dvk_daemon;
GRANT SELECT ON TABLE queue.jobs TO dvk_operator;
GRANT SELECT ON TABLE queue.jobs TO dvk_reader;

-- queue | TABLE kind | ACL
GRANT SELECT ON TABLE queue.kind TO dvk_daemon;
GRANT SELECT ON TABLE queue.kind TO dvk_operator;
GRANT SELECT ON TABLE queue.kind TO dvk_reader;
COMMENT ON TABLE queue.kind IS 'Loại công việc / Kinds of job.';

-- queue | TABLE kind_field | ACL
GRANT SELECT ON TABLE queue.kind_field TO dvk_daemon;
GRANT SELECT ON TABLE queue.kind_field TO dvk_operator;
GRANT SELECT ON TABLE queue.kind_field TO dvk_reader;
COMMENT ON TABLE queue.kind_field IS 'Trường tham số của loại công việc / Declared fields of a kind''s args.';

-- queue | TABLE kinds | ACL
GRANT SELECT ON TABLE queue.kinds TO dvk_daemon;
GRANT SELECT ON TABLE queue.kinds TO dvk_operator;
GRANT SELECT ON TABLE queue.kinds TO dvk_reader;

-- queue | TABLE maintenance_state | ACL
GRANT SELECT ON TABLE queue.maintenance_state TO dvk_daemon;
GRANT SELECT ON TABLE queue.maintenance_state TO dvk_operator;
GRANT SELECT ON TABLE queue.maintenance_state TO dvk_reader;
COMMENT ON TABLE queue.maintenance_state IS 'Lần bảo trì gần nhất / The last maintenance run; one row.';

-- queue | TABLE overview | ACL
GRANT SELECT ON TABLE queue.overview TO dvk_daemon;
GRANT SELECT ON TABLE queue.overview TO dvk_operator;
GRANT SELECT ON TABLE queue.overview TO dvk_reader;

-- queue | TABLE running | ACL
GRANT SELECT ON TABLE queue.running TO dvk_daemon;
GRANT SELECT ON TABLE queue.running TO dvk_operator;
GRANT SELECT ON TABLE queue.running TO dvk_reader;

-- queue | TABLE schedule | ACL
GRANT SELECT ON TABLE queue.schedule TO dvk_daemon;
GRANT SELECT ON TABLE queue.schedule TO dvk_operator;
COMMENT ON TABLE queue.schedule IS 'Lịch định kỳ / Jobs enqueued by the clock.';

-- queue | TABLE schedule_fire | ACL
GRANT SELECT ON TABLE queue.schedule_fire TO dvk_daemon;
GRANT SELECT ON TABLE queue.schedule_fire TO dvk_operator;
COMMENT ON TABLE queue.schedule_fire IS 'Các lần đã chạy theo lịch / One row a fire time that made a job: no fire time makes two.';

-- queue | TABLE schedules | ACL
GRANT SELECT ON TABLE queue.schedules TO dvk_daemon;
GRANT SELECT ON TABLE queue.schedules TO dvk_operator;
GRANT SELECT ON TABLE queue.schedules TO dvk_reader;

-- queue | TABLE schema_file | ACL
GRANT SELECT ON TABLE queue.schema_file TO dvk_daemon;
GRANT SELECT ON TABLE queue.schema_file TO dvk_operator;
GRANT SELECT ON TABLE queue.schema_file TO dvk_reader;
COMMENT ON TABLE queue.schema_file IS 'Tệp lược đồ đã cài đặt / Files of sql/ as last applied to this database.';

-- queue | TABLE schema_version | ACL
GRANT SELECT ON TABLE queue.schema_version TO dvk_daemon;
GRANT SELECT ON TABLE queue.schema_version TO dvk_operator;
GRANT SELECT ON TABLE queue.schema_version TO dvk_reader;
COMMENT ON TABLE queue.schema_version IS 'Phiên bản lược đồ đã cài đặt / Migrations applied to this database.';

-- queue | TABLE setting | ACL
GRANT SELECT ON TABLE queue.setting TO dvk_daemon;
GRANT SELECT ON TABLE queue.setting TO dvk_operator;
GRANT SELECT ON TABLE queue.setting TO dvk_reader;
COMMENT ON TABLE queue.setting IS 'Thiết lập chung / Settings of the whole queue; one row.';

-- queue | TABLE suspect | ACL
GRANT SELECT ON TABLE queue.suspect TO dvk_daemon;
GRANT SELECT ON TABLE queue.suspect TO dvk_operator;
COMMENT ON TABLE queue.suspect IS 'Công việc nghi vấn / Jobs whose last worker died while it held them; each runs alone, and is discarded when three workers died of it alone.';

-- queue | TABLE suspects | ACL
GRANT SELECT ON TABLE queue.suspects TO dvk_daemon;
GRANT SELECT ON TABLE queue.suspects TO dvk_operator;
COMMENT ON TABLE queue.sweep_state IS 'Lượt quét chậm của từng tiến trình / Slow passes of the sweep, a row a daemon; none: all passes take under a second.';
COMMENT ON TYPE queue.outcome IS 'Kết cục của công việc / How a job ended.';
COMMENT ON VIEW queue.audit_log IS 'Nhật ký điều hành, mới nhất trước / What operators did, newest first; queue.audit has the whole text.';
COMMENT ON VIEW queue.failures IS 'Các lần thử lỗi, mới nhất trước / Failed attempts, newest first; queue.attempt_error has the whole text.';
COMMENT ON VIEW queue.health IS 'Sức khỏe hàng đợi, mỗi mục một dòng / Is it healthy?  A line a check.';
COMMENT ON VIEW queue.jobs IS 'Mọi công việc, chưa xong trước, mới nhất trước / All jobs: waiting ones first, then finished ones, newest first.';
COMMENT ON VIEW queue.kinds IS 'Thiết lập của các loại / Settings of the kinds at a glance.';
COMMENT ON VIEW queue.overview IS 'Tổng quan hàng đợi / The queue at a glance, a line a kind; counts above 10,000 are estimates.';
COMMENT ON VIEW queue.running IS 'Công việc đang chạy / Running jobs: who holds them and for how long.';
COMMENT ON VIEW queue.schedules IS 'Các lịch định kỳ / The schedules, a line each; queue.fires tells the next fire times of one.';
COMMENT ON VIEW queue.suspects IS 'Công việc nghi vấn / Jobs whose worker died, each to be run alone.';

-- queue | admission(text) | FUNCTION
CREATE FUNCTION queue.admission(kind text) RETURNS smallint
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | advisory_key(bigint) | FUNCTION
CREATE FUNCTION queue.advisory_key(key bigint, OUT classid oid, OUT objid oid) RETURNS record
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | announce(text) | FUNCTION
CREATE FUNCTION queue.announce(kind text) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | args_declaration(text) | FUNCTION
CREATE FUNCTION queue.args_declaration(kind_name text) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | args_problem(text, integer, jsonb) | FUNCTION
CREATE FUNCTION queue.args_problem(kind_name text, args_limit integer, args jsonb) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | arm(text[]) | FUNCTION
CREATE FUNCTION queue.arm(kinds text[]) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | arm_lock(text) | FUNCTION
CREATE FUNCTION queue.arm_lock(kind text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- queue | attempt_error | TABLE
CREATE TABLE queue.attempt_error (
    job_id bigint NOT NULL,
    failed_at timestamp with time zone NOT NULL,
    attempt smallint NOT NULL,
    kind text NOT NULL,
    sqlstate text,
    error text NOT NULL,
    lane text NOT NULL
)
PARTITION BY RANGE (failed_at);

-- queue | attempt_error_job | INDEX
CREATE INDEX attempt_error_job ON ONLY queue.attempt_error USING btree (job_id, attempt);

-- queue | attempt_error_time | INDEX
CREATE INDEX attempt_error_time ON ONLY queue.attempt_error USING btree (failed_at);

-- queue | audit | TABLE
CREATE TABLE queue.audit (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    who text DEFAULT SESSION_USER NOT NULL,
    verb text NOT NULL,
    job_id bigint,
    kind text,
    reason text,
    result text NOT NULL
);

-- queue | audit audit_pkey | CONSTRAINT
ALTER TABLE ONLY queue.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

-- queue | audit_id_seq | SEQUENCE
ALTER TABLE queue.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME queue.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- queue | audit_log | VIEW
CREATE VIEW queue.audit_log AS
 SELECT to_char((a.at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'MM-DD HH24:MI:SS'::text) AS at,
    "left"(a.who, 10) AS who,
    a.verb,
    "left"(COALESCE((a.job_id)::text,
        CASE
            WHEN (a.verb ~~ '%\_schedule'::text) THEN split_part(a.result, ':'::text, 1)
            ELSE a.kind
        END), 13) AS target,
    queue.one_line(a.reason, 12) AS reason,
    queue.one_line(queue.english_half(
        CASE
            WHEN (a.verb ~~ '%\_schedule'::text) THEN regexp_replace(a.result, '^[^:]*: '::text, ''::text)
            ELSE a.result
        END), 22) AS result
   FROM queue.audit a
  ORDER BY a.id DESC;

-- queue | busy_slots(text, smallint) | FUNCTION
CREATE FUNCTION queue.busy_slots(kind text, lane_limit smallint) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | cancel(bigint, text) | FUNCTION
CREATE FUNCTION queue.cancel(job_id bigint, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | cancel_many(bigint[], text, interval, text, integer) | FUNCTION
CREATE FUNCTION queue.cancel_many(ids bigint[] DEFAULT NULL::bigint[], kind text DEFAULT NULL::text, older_than interval DEFAULT NULL::interval, reason text DEFAULT NULL::text, max_jobs integer DEFAULT 10000, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | cancel_request | TABLE
CREATE TABLE queue.cancel_request (
    job_id bigint NOT NULL,
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    requested_by text NOT NULL,
    reason text
);

-- queue | cancel_request cancel_request_pkey | CONSTRAINT
ALTER TABLE ONLY queue.cancel_request
    ADD CONSTRAINT cancel_request_pkey PRIMARY KEY (job_id);

-- queue | cancel_unlocked(bigint, text) | FUNCTION
CREATE FUNCTION queue.cancel_unlocked(job_id bigint, reason text) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | check_many(bigint[], text, integer) | FUNCTION
CREATE FUNCTION queue.check_many(ids bigint[], kind text, max_jobs integer) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | check_reason(text) | FUNCTION
CREATE FUNCTION queue.check_reason(reason text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | check_schedule() | FUNCTION
CREATE FUNCTION queue.check_schedule() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | check_state(text, text[]) | FUNCTION
CREATE FUNCTION queue.check_state(state text, allowed text[]) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | claim(text, integer) | FUNCTION
CREATE FUNCTION queue.claim(kind text, batch integer) RETURNS TABLE(id bigint, attempt smallint, max_attempts smallint, enqueued_at timestamp with time zone, coalesce_key text, cancel_requested boolean, args jsonb)
    LANGUAGE sql SECURITY DEFINER ROWS 200
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | claim(text, integer, smallint[], timestamp with time zone[], bigint[]) | FUNCTION
CREATE FUNCTION queue.claim(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) RETURNS TABLE(id bigint, priority smallint, run_at timestamp with time zone, attempt smallint, max_attempts smallint, enqueued_at timestamp with time zone, coalesce_key text, concurrency_key text, state smallint, args jsonb)
    LANGUAGE sql SECURITY DEFINER ROWS 200
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | claim_behind(text, integer, smallint[], timestamp with time zone[], bigint[]) | FUNCTION
CREATE FUNCTION queue.claim_behind(kind text, batch integer, priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) RETURNS TABLE(id bigint, priority smallint, run_at timestamp with time zone, attempt smallint, max_attempts smallint, enqueued_at timestamp with time zone, coalesce_key text, concurrency_key text, state smallint, args jsonb, place tid)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 200
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | claim_coalesced(text, bigint[]) | FUNCTION
CREATE FUNCTION queue.claim_coalesced(kind text, ids bigint[]) RETURNS TABLE(id bigint, coalesced_into bigint)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 10
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | claim_ids(text, bigint[]) | FUNCTION
CREATE FUNCTION queue.claim_ids(kind text, ids bigint[]) RETURNS TABLE(id bigint, priority smallint, run_at timestamp with time zone, attempt smallint, max_attempts smallint, enqueued_at timestamp with time zone, coalesce_key text, concurrency_key text, state smallint, args jsonb)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 20
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | claim_keys(text, text, text[], jsonb[], bigint[], interval) | FUNCTION
CREATE FUNCTION queue.claim_keys(label text, kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) RETURNS bigint[]
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | claim_suspect(text, bigint) | FUNCTION
CREATE FUNCTION queue.claim_suspect(kind text, job_id bigint) RETURNS TABLE(id bigint, priority smallint, run_at timestamp with time zone, attempt smallint, max_attempts smallint, enqueued_at timestamp with time zone, coalesce_key text, concurrency_key text, state smallint, args jsonb)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 2
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | coalesce_mark(text, integer, text) | FUNCTION
CREATE FUNCTION queue.coalesce_mark(kind text, priority integer, coalesce_key text) RETURNS text
    LANGUAGE sql STABLE
    AS ...;

-- queue | coalesced_job(text) | FUNCTION
CREATE FUNCTION queue.coalesced_job(mark text) RETURNS bigint
    LANGUAGE sql STABLE
    AS ...;

-- queue | compile_args(text) | FUNCTION
CREATE FUNCTION queue.compile_args(kind_name text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | count_between(text, timestamp with time zone, timestamp with time zone, xid[], integer) | FUNCTION
CREATE FUNCTION queue.count_between(kind text, after timestamp with time zone, until timestamp with time zone, alive xid[], bound integer) RETURNS TABLE(fresh bigint, tried bigint, held bigint, first_run_at timestamp with time zone, more boolean)
    LANGUAGE plpgsql STABLE ROWS 1
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | cron_day(integer[], integer[], integer[], boolean, date) | FUNCTION
CREATE FUNCTION queue.cron_day(days integer[], months integer[], weekdays integer[], either boolean, day date) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | cron_field(text, text, integer, integer, text[]) | FUNCTION
CREATE FUNCTION queue.cron_field(part text, label text, lowest integer, highest integer, names text[], OUT vals integer[], OUT problem text[]) RETURNS record
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | cron_instant(timestamp without time zone, text) | FUNCTION
CREATE FUNCTION queue.cron_instant(local timestamp without time zone, time_zone text) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | cron_latest(text, text, timestamp with time zone, timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.cron_latest(expression text, time_zone text, since timestamp with time zone, until timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | cron_next(text, text, timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.cron_next(expression text, time_zone text DEFAULT 'Asia/Ho_Chi_Minh'::text, after timestamp with time zone DEFAULT now()) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | cron_parse(text) | FUNCTION
CREATE FUNCTION queue.cron_parse(expression text, OUT minutes integer[], OUT hours integer[], OUT days integer[], OUT months integer[], OUT weekdays integer[], OUT every_hour boolean, OUT either_day boolean, OUT problem text[]) RETURNS record
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | define_kind(text, text, integer, integer, integer, interval, text, integer, jsonb, text, integer, interval) | FUNCTION
CREATE FUNCTION queue.define_kind(name text, title text DEFAULT NULL::text, priority integer DEFAULT 4, max_attempts integer DEFAULT 20, batch_limit integer DEFAULT 500, timeout interval DEFAULT '00:00:10'::interval, coalesce_key text DEFAULT NULL::text, args_limit integer DEFAULT 65536, fields jsonb DEFAULT NULL::jsonb, concurrency_key text DEFAULT NULL::text, lane_limit integer DEFAULT NULL::integer, idempotency_ttl interval DEFAULT NULL::interval) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | define_schedule(text, text, jsonb, text, text, text, integer, integer, text) | FUNCTION
CREATE FUNCTION queue.define_schedule(name text, kind text, args jsonb, cron text, time_zone text DEFAULT 'Asia/Ho_Chi_Minh'::text, missed text DEFAULT 'skip'::text, priority integer DEFAULT NULL::integer, max_attempts integer DEFAULT NULL::integer, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | disarm(text[]) | FUNCTION
CREATE FUNCTION queue.disarm(kinds text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | drain_cancel_requests() | FUNCTION
CREATE FUNCTION queue.drain_cancel_requests() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | drop_old_months() | FUNCTION
CREATE FUNCTION queue.drop_old_months(OUT dropped integer, OUT blocked text[], OUT more boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET lock_timeout TO '200ms'
    AS ...;

-- queue | drop_schedule(text, text) | FUNCTION
CREATE FUNCTION queue.drop_schedule(name text, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | due_kinds(text[]) | FUNCTION
CREATE FUNCTION queue.due_kinds(kinds text[]) RETURNS text[]
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | due_kinds(text[], smallint[], timestamp with time zone[], bigint[]) | FUNCTION
CREATE FUNCTION queue.due_kinds(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[]) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | english_half(text) | FUNCTION
CREATE FUNCTION queue.english_half(answer text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | enqueue(text, jsonb, integer, timestamp with time zone, text, text, text, integer, boolean) | FUNCTION
CREATE FUNCTION queue.enqueue(kind text, args jsonb DEFAULT '{}'::jsonb, priority integer DEFAULT NULL::integer, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, idempotency_key text DEFAULT NULL::text, coalesce_key text DEFAULT NULL::text, concurrency_key text DEFAULT NULL::text, max_attempts integer DEFAULT NULL::integer, dry_run boolean DEFAULT false) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | enqueue_many(text, jsonb[], integer, timestamp with time zone, text[], text[], text[], integer, boolean) | FUNCTION
CREATE FUNCTION queue.enqueue_many(kind text, args jsonb[], priority integer DEFAULT NULL::integer, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, idempotency_keys text[] DEFAULT NULL::text[], coalesce_keys text[] DEFAULT NULL::text[], concurrency_keys text[] DEFAULT NULL::text[], max_attempts integer DEFAULT NULL::integer, dry_run boolean DEFAULT false) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | ensure_partitions(integer) | FUNCTION
CREATE FUNCTION queue.ensure_partitions(months_ahead integer DEFAULT 3) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET lock_timeout TO '200ms'
    AS ...;

-- queue | expire_idempotency(integer) | FUNCTION
CREATE FUNCTION queue.expire_idempotency("limit" integer DEFAULT 1000) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    AS ...;

-- queue | failures | VIEW
CREATE VIEW queue.failures AS
 SELECT e.job_id AS id,
    e.kind,
    e.attempt,
    to_char((e.failed_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'MM-DD HH24:MI'::text) AS at,
    e.sqlstate AS code,
    queue.wrapped(queue.plain_error(e.error), 30, 120) AS error
   FROM queue.attempt_error e
  ORDER BY e.failed_at DESC, e.job_id DESC;

-- queue | field_path(queue.kind_field) | FUNCTION
CREATE FUNCTION queue.field_path(f queue.kind_field) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | fill_key(text, jsonb) | FUNCTION
CREATE FUNCTION queue.fill_key(template text, args jsonb) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | finish(bigint[], jsonb) | FUNCTION
CREATE FUNCTION queue.finish(completed bigint[], others jsonb DEFAULT NULL::jsonb) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | finish(bigint[], tid[], jsonb) | FUNCTION
CREATE FUNCTION queue.finish(completed bigint[], places tid[], others jsonb) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | finish_completed(bigint[], timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.finish_completed(completed bigint[], stamp timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | finish_others(jsonb, timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.finish_others(others jsonb, stamp timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | finish_rest(bigint[], jsonb, timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.finish_rest(completed bigint[], others jsonb, stamp timestamp with time zone) RETURNS text
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | finished | TABLE
CREATE TABLE queue.finished (
    id bigint NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    coalesced_into bigint,
    outcome queue.outcome NOT NULL,
    priority smallint NOT NULL,
    attempt smallint NOT NULL,
    max_attempts smallint NOT NULL,
    args_version smallint NOT NULL,
    kind text NOT NULL,
    coalesce_key text,
    reason text,
    args jsonb NOT NULL,
    concurrency_key text
)
PARTITION BY RANGE (finished_at);

-- queue | finished_as(bigint) | FUNCTION
CREATE FUNCTION queue.finished_as(job_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'on'
    AS ...;

-- queue | finished_brin | INDEX
CREATE INDEX finished_brin ON ONLY queue.finished USING brin (finished_at, id int8_minmax_multi_ops) WITH (pages_per_range='32', autosummarize='on');

-- queue | fire_schedules() | FUNCTION
CREATE FUNCTION queue.fire_schedules() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET lock_timeout TO '200ms'
    AS ...;

-- queue | fires(text, integer, text) | FUNCTION
CREATE FUNCTION queue.fires(schedule text, n integer DEFAULT 5, time_zone text DEFAULT 'Asia/Ho_Chi_Minh'::text) RETURNS TABLE(fire_at timestamp with time zone, local_time text, note text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | forget_marks(bigint[]) | FUNCTION
CREATE FUNCTION queue.forget_marks(ids bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | give_up_suspect(bigint, text) | FUNCTION
CREATE FUNCTION queue.give_up_suspect(job_id bigint, lane text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | has_died(xid) | FUNCTION
CREATE FUNCTION queue.has_died(locker xid) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | has_next_month() | FUNCTION
CREATE FUNCTION queue.has_next_month() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | health | VIEW
CREATE VIEW queue.health AS
 SELECT h.name AS "check",
    h.state,
    h.sentence
   FROM queue.health_checks() h(name, state, sentence);

-- queue | health_checks() | FUNCTION
CREATE FUNCTION queue.health_checks() RETURNS TABLE(name text, state text, sentence text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 14
    SET search_path TO 'queue', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- queue | health_daemons() | FUNCTION
CREATE FUNCTION queue.health_daemons() RETURNS TABLE(name text, state text, sentence text)
    LANGUAGE sql STABLE ROWS 2
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | health_jobs() | FUNCTION
CREATE FUNCTION queue.health_jobs() RETURNS TABLE(name text, state text, sentence text)
    LANGUAGE sql STABLE ROWS 3
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | health_retrying() | FUNCTION
CREATE FUNCTION queue.health_retrying() RETURNS TABLE(name text, state text, sentence text)
    LANGUAGE plpgsql STABLE ROWS 1
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | health_storage() | FUNCTION
CREATE FUNCTION queue.health_storage() RETURNS TABLE(name text, state text, sentence text)
    LANGUAGE sql STABLE ROWS 4
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | horizon() | FUNCTION
CREATE FUNCTION queue.horizon() RETURNS TABLE(who text, xids bigint, age interval)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | id_list(bigint[]) | FUNCTION
CREATE FUNCTION queue.id_list(ids bigint[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | idempotency | TABLE
CREATE TABLE queue.idempotency (
    kind text NOT NULL,
    key text NOT NULL,
    job_id bigint NOT NULL,
    args jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

-- queue | idempotency idempotency_pkey | CONSTRAINT
ALTER TABLE ONLY queue.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (kind, key);

-- queue | idempotency_expiry | INDEX
CREATE INDEX idempotency_expiry ON queue.idempotency USING btree (expires_at);

-- queue | insert_keyed_jobs(queue.kind, jsonb[], timestamp with time zone, boolean, text[], text[], text[]) | FUNCTION
CREATE FUNCTION queue.insert_keyed_jobs(k queue.kind, args jsonb[], run_at timestamp with time zone, is_due boolean, idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) RETURNS bigint[]
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | insert_keys(text, text[], jsonb[], bigint[], interval) | FUNCTION
CREATE FUNCTION queue.insert_keys(kind_name text, keys text[], args jsonb[], ids bigint[], ttl interval) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | is_attached(text, text) | FUNCTION
CREATE FUNCTION queue.is_attached(parent text, partition text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | is_iso_date(text) | FUNCTION
CREATE FUNCTION queue.is_iso_date(content text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | is_marked(bigint) | FUNCTION
CREATE FUNCTION queue.is_marked(job_id bigint) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | job | TABLE
CREATE TABLE queue.job (
    id bigint NOT NULL,
    run_at timestamp with time zone NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    priority smallint NOT NULL,
    attempt smallint DEFAULT 0 NOT NULL,
    max_attempts smallint NOT NULL,
    args_version smallint NOT NULL,
    kind text NOT NULL,
    coalesce_key text,
    args jsonb NOT NULL,
    concurrency_key text,
    CONSTRAINT job_priority_between_0_and_7 CHECK (((priority >= 0) AND (priority <= 7)))
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='20000', autovacuum_vacuum_insert_scale_factor='0', autovacuum_vacuum_insert_threshold='20000', autovacuum_analyze_scale_factor='0', autovacuum_analyze_threshold='20000');

-- queue | job job_pkey | CONSTRAINT
ALTER TABLE ONLY queue.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

-- queue | job_claim | INDEX
CREATE INDEX job_claim ON queue.job USING btree (kind, priority, run_at, id) WHERE (priority >= 0);

-- queue | job_coalesce | INDEX
CREATE INDEX job_coalesce ON queue.job USING btree (kind, coalesce_key, id) WHERE (coalesce_key IS NOT NULL);

-- queue | job_id_seq | SEQUENCE
ALTER TABLE queue.job ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME queue.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- queue | job_kinds() | FUNCTION
CREATE FUNCTION queue.job_kinds() RETURNS TABLE(kind text)
    LANGUAGE plpgsql STABLE ROWS 10
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | jobs | VIEW
CREATE VIEW queue.jobs AS
( SELECT j.id,
    j.kind,
        CASE
            WHEN (l.pid IS NOT NULL) THEN 'running'::text
            WHEN (j.run_at <= now()) THEN 'due'::text
            WHEN (j.attempt > 0) THEN 'retrying'::text
            ELSE 'scheduled'::text
        END AS state,
    ((j.attempt || '/'::text) || j.max_attempts) AS tries,
    to_char((j.run_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'MM-DD HH24:MI:SS'::text) AS at,
    "left"(COALESCE(a.application_name, (j.args)::text), 26) AS note
   FROM ((queue.job j
     LEFT JOIN pg_locks l ON (((l.locktype = 'transactionid'::text) AND (l.transactionid = j.xmax) AND (l.mode = 'ExclusiveLock'::text) AND l.granted)))
     LEFT JOIN pg_stat_activity a ON ((a.pid = l.pid)))
  ORDER BY j.id DESC)
UNION ALL
 SELECT h.id,
    h.kind,
    h.outcome AS state,
    h."?column?" AS tries,
    h.to_char AS at,
    h."left" AS note
   FROM ( VALUES ('00:00:00'::interval,'00:01:00'::interval), ('00:01:00'::interval,'00:10:00'::interval), ('00:10:00'::interval,'01:00:00'::interval), ('01:00:00'::interval,'06:00:00'::interval), ('06:00:00'::interval,'1 day'::interval), ('1 day'::interval,'7 days'::interval), ('7 days'::interval,'31 days'::interval), ('31 days'::interval,NULL::interval)) span(newest, eldest),
    LATERAL ( SELECT f.id,
            f.kind,
            (f.outcome)::text AS outcome,
            ((f.attempt || '/'::text) || f.max_attempts) AS "?column?",
            to_char((f.finished_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'MM-DD HH24:MI:SS'::text) AS to_char,
            "left"(COALESCE(f.reason, ('→ '::text || f.coalesced_into), (f.args)::text), 26) AS "left"
           FROM queue.finished f
          WHERE ((f.finished_at <=
                CASE
                    WHEN (span.newest = '00:00:00'::interval) THEN 'infinity'::timestamp with time zone
                    ELSE (now() - span.newest)
                END) AND (f.finished_at > COALESCE((now() - span.eldest), '-infinity'::timestamp with time zone)))
          ORDER BY f.finished_at DESC, f.id DESC) h;

-- queue | keep_marks(text) | FUNCTION
CREATE FUNCTION queue.keep_marks(marks text) RETURNS void
    LANGUAGE sql
    AS ...;

-- queue | keep_suspicion(bigint, xid) | FUNCTION
CREATE FUNCTION queue.keep_suspicion(job_id bigint, locker xid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | key_lock(text, text) | FUNCTION
CREATE FUNCTION queue.key_lock(kind text, concurrency_key text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- queue | key_problem(text, text) | FUNCTION
CREATE FUNCTION queue.key_problem(parameter text, key text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | kind | TABLE
CREATE TABLE queue.kind (
    name text NOT NULL,
    title text NOT NULL,
    priority smallint NOT NULL,
    max_attempts smallint NOT NULL,
    batch_limit smallint NOT NULL,
    timeout interval NOT NULL,
    coalesce_key text,
    args_limit integer NOT NULL,
    args_version smallint DEFAULT 1 NOT NULL,
    paused_at timestamp with time zone,
    paused_by text,
    paused_reason text,
    concurrency_key text,
    lane_limit smallint,
    idempotency_ttl interval DEFAULT '24:00:00'::interval NOT NULL,
    args_path jsonpath,
    args_sure integer DEFAULT 1048576 NOT NULL,
    args_references smallint DEFAULT 0 NOT NULL,
    CONSTRAINT kind_args_limit_between_1_and_1_mib CHECK (((args_limit >= 1) AND (args_limit <= 1048576))),
    CONSTRAINT kind_args_version_positive CHECK ((args_version > 0)),
    CONSTRAINT kind_batch_limit_between_1_and_1000 CHECK (((batch_limit >= 1) AND (batch_limit <= 1000))),
    CONSTRAINT kind_coalesce_key_length CHECK (((length(coalesce_key) >= 1) AND (length(coalesce_key) <= 200))),
    CONSTRAINT kind_concurrency_key_length CHECK (((length(concurrency_key) >= 1) AND (length(concurrency_key) <= 200))),
    CONSTRAINT kind_idempotency_ttl_between_1_s_and_366_d CHECK (((idempotency_ttl >= '00:00:01'::interval) AND (idempotency_ttl <= '366 days'::interval))),
    CONSTRAINT kind_lane_limit_between_1_and_1000 CHECK (((lane_limit >= 1) AND (lane_limit <= 1000))),
    CONSTRAINT kind_max_attempts_between_1_and_100 CHECK (((max_attempts >= 1) AND (max_attempts <= 100))),
    CONSTRAINT kind_name_is_a_short_identifier CHECK ((name ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
    CONSTRAINT kind_priority_between_0_and_7 CHECK (((priority >= 0) AND (priority <= 7))),
    CONSTRAINT kind_timeout_between_1_s_and_1_h CHECK (((timeout >= '00:00:01'::interval) AND (timeout <= '01:00:00'::interval)))
);

-- queue | kind kind_pkey | CONSTRAINT
ALTER TABLE ONLY queue.kind
    ADD CONSTRAINT kind_pkey PRIMARY KEY (name);

-- queue | kind_counts() | FUNCTION
CREATE FUNCTION queue.kind_counts() RETURNS TABLE(kind text, defined boolean, due bigint, running bigint, retrying bigint, scheduled bigint, done_1h bigint, discarded_1h bigint, errors_1h bigint, oldest_due timestamp with time zone, estimated boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'queue', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- queue | kind_field | TABLE
CREATE TABLE queue.kind_field (
    kind text NOT NULL,
    name text NOT NULL,
    "position" smallint NOT NULL,
    type text NOT NULL,
    required boolean DEFAULT false NOT NULL,
    required_when_field text,
    required_when_value text,
    minimum numeric,
    maximum numeric,
    allowed text[],
    pattern text,
    reference text,
    title text NOT NULL,
    CONSTRAINT kind_field_enum_has_values CHECK (((type = 'enum'::text) = (allowed IS NOT NULL))),
    CONSTRAINT kind_field_name_is_an_identifier CHECK ((name ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT kind_field_reference_is_schema_table_column CHECK ((reference ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT kind_field_required_when_is_whole CHECK ((num_nulls(required_when_field, required_when_value) <> 1)),
    CONSTRAINT kind_field_type_known CHECK ((type = ANY (ARRAY['integer'::text, 'number'::text, 'text'::text, 'boolean'::text, 'date'::text, 'enum'::text])))
);

-- queue | kind_field kind_field_changed | TRIGGER
CREATE TRIGGER kind_field_changed AFTER INSERT OR DELETE OR UPDATE ON queue.kind_field FOR EACH STATEMENT EXECUTE FUNCTION queue.kind_field_changed();

-- queue | kind_field kind_field_kind_fkey | FK CONSTRAINT
ALTER TABLE ONLY queue.kind_field
    ADD CONSTRAINT kind_field_kind_fkey FOREIGN KEY (kind) REFERENCES queue.kind(name) ON DELETE CASCADE;

-- queue | kind_field kind_field_pkey | CONSTRAINT
ALTER TABLE ONLY queue.kind_field
    ADD CONSTRAINT kind_field_pkey PRIMARY KEY (kind, name);

-- queue | kind_field_changed() | FUNCTION
CREATE FUNCTION queue.kind_field_changed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | kind_hint(text) | FUNCTION
CREATE FUNCTION queue.kind_hint(kind text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | kind_settings(text) | FUNCTION
CREATE FUNCTION queue.kind_settings(kind text) RETURNS TABLE(timeout_ms bigint, batch_limit smallint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | kinds | VIEW
CREATE VIEW queue.kinds AS
 SELECT k.name AS kind,
    k.priority AS prio,
    k.max_attempts AS tries,
    k.batch_limit AS batch,
    queue.short_age(k.timeout) AS timeout,
    k.lane_limit AS "limit",
    ( SELECT count(*) AS count
           FROM queue.lanes() l(boot, kind, pid, host, since)
          WHERE (l.kind = k.name)) AS lanes,
        CASE
            WHEN (k.paused_at IS NOT NULL) THEN (to_char((k.paused_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'MM-DD HH24:MI '::text) || "left"(k.paused_by, 10))
            ELSE NULL::text
        END AS paused
   FROM queue.kind k
  ORDER BY k.name;

-- queue | lanes() | FUNCTION
CREATE FUNCTION queue.lanes() RETURNS TABLE(boot text, kind text, pid integer, host text, since timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | last_code(bigint, smallint) | FUNCTION
CREATE FUNCTION queue.last_code(job_id bigint, attempt smallint) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | left_alone(bigint) | FUNCTION
CREATE FUNCTION queue.left_alone(job_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | likeness(text, text) | FUNCTION
CREATE FUNCTION queue.likeness(a text, b text) RETURNS real
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | load_kind_fields() | FUNCTION
CREATE FUNCTION queue.load_kind_fields() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | load_kinds() | FUNCTION
CREATE FUNCTION queue.load_kinds() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | load_schedules() | FUNCTION
CREATE FUNCTION queue.load_schedules() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | local_minute(timestamp with time zone, text) | FUNCTION
CREATE FUNCTION queue.local_minute(at timestamp with time zone, time_zone text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | local_time(timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.local_time(stamp timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | locked_jobs(bigint[]) | FUNCTION
CREATE FUNCTION queue.locked_jobs(ids bigint[]) RETURNS TABLE(id bigint, lane text, pid integer, since timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | maintain() | FUNCTION
CREATE FUNCTION queue.maintain(OUT ran boolean, OUT made integer, OUT dropped integer, OUT removed bigint, OUT blocked text[], OUT more boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET lock_timeout TO '200ms'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS ...;

-- queue | maintenance_lock() | FUNCTION
CREATE FUNCTION queue.maintenance_lock() RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- queue | maintenance_state | TABLE
CREATE TABLE queue.maintenance_state (
    one boolean DEFAULT true NOT NULL,
    ran_at timestamp with time zone,
    ran_by text,
    made integer DEFAULT 0 NOT NULL,
    dropped integer DEFAULT 0 NOT NULL,
    blocked text[] DEFAULT '{}'::text[] NOT NULL,
    blocked_since timestamp with time zone,
    CONSTRAINT maintenance_state_has_one_row CHECK (one)
);

-- queue | maintenance_state maintenance_state_pkey | CONSTRAINT
ALTER TABLE ONLY queue.maintenance_state
    ADD CONSTRAINT maintenance_state_pkey PRIMARY KEY (one);

-- queue | many_args_problem(queue.kind, jsonb[]) | FUNCTION
CREATE FUNCTION queue.many_args_problem(k queue.kind, args jsonb[]) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | mark_suspects(bigint[]) | FUNCTION
CREATE FUNCTION queue.mark_suspects(ids bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | mend_schedules() | FUNCTION
CREATE FUNCTION queue.mend_schedules() RETURNS text[]
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | note_sweep(text, bigint, integer) | FUNCTION
CREATE FUNCTION queue.note_sweep(boot text, took_ms bigint, pages integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | oldest_kept_month() | FUNCTION
CREATE FUNCTION queue.oldest_kept_month() RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | one_line(text, integer) | FUNCTION
CREATE FUNCTION queue.one_line(message text, most integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | option_problem(integer, timestamp with time zone, integer) | FUNCTION
CREATE FUNCTION queue.option_problem(priority integer, run_at timestamp with time zone, max_attempts integer) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | outcome | TYPE
CREATE TYPE queue.outcome AS ENUM (
    'completed',
    'coalesced',
    'discarded',
    'cancelled'
);

-- queue | overview | VIEW
CREATE VIEW queue.overview AS
 SELECT c.kind,
    (
        CASE
            WHEN (k.name IS NULL) THEN '?'::text
            WHEN (k.paused_at IS NULL) THEN 'on'::text
            ELSE 'paused'::text
        END ||
        CASE
            WHEN c.estimated THEN '~'::text
            ELSE ''::text
        END) AS status,
    c.due,
    c.running,
    c.retrying AS retry,
    c.scheduled AS later,
    c.done_1h,
    c.errors_1h,
    queue.short_age((now() - c.oldest_due)) AS oldest
   FROM (queue.kind_counts() c(kind, defined, due, running, retrying, scheduled, done_1h, discarded_1h, errors_1h, oldest_due, estimated)
     LEFT JOIN queue.kind k ON ((k.name = c.kind)))
  ORDER BY c.kind;

-- queue | pause(text, text) | FUNCTION
CREATE FUNCTION queue.pause(kind_name text, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | pause_schedule(text, text) | FUNCTION
CREATE FUNCTION queue.pause_schedule(name text, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | pick_given_up(bigint[], text, text[], text, interval, integer) | FUNCTION
CREATE FUNCTION queue.pick_given_up(ids bigint[], kind text, outcomes text[], code text, within interval, max_jobs integer) RETURNS bigint[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off'
    AS ...;

-- queue | pick_jobs(bigint[], text, text, interval, text, integer) | FUNCTION
CREATE FUNCTION queue.pick_jobs(ids bigint[], kind text, state text, older_than interval, code text, max_jobs integer) RETURNS bigint[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | plain_error(text) | FUNCTION
CREATE FUNCTION queue.plain_error(message text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | purge(text, text, text, interval, integer) | FUNCTION
CREATE FUNCTION queue.purge(kind text, reason text, state text DEFAULT NULL::text, older_than interval DEFAULT NULL::interval, max_jobs integer DEFAULT 10000, OUT done integer, OUT running integer, OUT more boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | put_back(bigint[]) | FUNCTION
CREATE FUNCTION queue.put_back(ids bigint[]) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_nestloop TO 'off'
    AS ...;

-- queue | raise_args_version(text, jsonb) | FUNCTION
CREATE FUNCTION queue.raise_args_version(kind_name text, former jsonb) RETURNS void
    LANGUAGE sql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | reap() | FUNCTION
CREATE FUNCTION queue.reap() RETURNS TABLE(lanes text[], pids bigint[], ages_ms bigint[], next_ms bigint)
    LANGUAGE sql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | recent_rows(text, text, text, timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.recent_rows(parent text, stamp_column text, by_column text, since timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- queue | reference_value(text, text) | FUNCTION
CREATE FUNCTION queue.reference_value(type text, content text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | refuse_finish(bigint, bigint) | FUNCTION
CREATE FUNCTION queue.refuse_finish(done bigint, wanted bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | refuse_kind(text, text) | FUNCTION
CREATE FUNCTION queue.refuse_kind(parameter text, kind text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | refuse_schedule(text) | FUNCTION
CREATE FUNCTION queue.refuse_schedule(schedule_name text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | remove_old_rows(timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.remove_old_rows(until timestamp with time zone, OUT removed bigint, OUT more boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS ...;

-- queue | request_cancel(bigint[], text) | FUNCTION
CREATE FUNCTION queue.request_cancel(ids bigint[], reason text) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | reschedule(bigint, timestamp with time zone, text) | FUNCTION
CREATE FUNCTION queue.reschedule(job_id bigint, run_at timestamp with time zone, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | resume(text, text) | FUNCTION
CREATE FUNCTION queue.resume(kind_name text, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | resume_schedule(text, text) | FUNCTION
CREATE FUNCTION queue.resume_schedule(name text, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | retry(bigint, text) | FUNCTION
CREATE FUNCTION queue.retry(job_id bigint, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | retry_many(bigint[], text, text, text, interval, text, integer) | FUNCTION
CREATE FUNCTION queue.retry_many(ids bigint[] DEFAULT NULL::bigint[], kind text DEFAULT NULL::text, state text DEFAULT NULL::text, code text DEFAULT NULL::text, within interval DEFAULT '7 days'::interval, reason text DEFAULT NULL::text, max_jobs integer DEFAULT 10000, OUT done integer, OUT running integer, OUT skipped integer, OUT more boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | run_now(bigint[]) | FUNCTION
CREATE FUNCTION queue.run_now(ids bigint[]) RETURNS bigint[]
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | running | VIEW
CREATE VIEW queue.running AS
 SELECT r.id,
    j.kind,
    (j.attempt + 1) AS try,
    r.lane,
    r.pid,
    queue.short_age((clock_timestamp() - r.since)) AS age
   FROM (queue.running_jobs() r(id, lane, pid, since)
     JOIN queue.job j ON ((j.id = r.id)))
  ORDER BY r.since, r.id;

-- queue | running_jobs() | FUNCTION
CREATE FUNCTION queue.running_jobs() RETURNS TABLE(id bigint, lane text, pid integer, since timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | sample_jobs(timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.sample_jobs(stamp timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- queue | schedule | TABLE
CREATE TABLE queue.schedule (
    name text NOT NULL,
    kind text NOT NULL,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    cron text NOT NULL,
    time_zone text DEFAULT 'Asia/Ho_Chi_Minh'::text NOT NULL,
    missed text DEFAULT 'skip'::text NOT NULL,
    priority smallint,
    max_attempts smallint,
    next_fire_at timestamp with time zone,
    last_fire_at timestamp with time zone,
    last_job_id bigint,
    missed_at timestamp with time zone,
    last_error text,
    paused_at timestamp with time zone,
    paused_by text,
    paused_reason text,
    CONSTRAINT schedule_max_attempts_between_1_and_100 CHECK (((max_attempts >= 1) AND (max_attempts <= 100))),
    CONSTRAINT schedule_missed_known CHECK ((missed = ANY (ARRAY['skip'::text, 'once'::text]))),
    CONSTRAINT schedule_name_is_a_short_identifier CHECK ((name ~ '^[a-z][a-z0-9_]{0,62}$'::text)),
    CONSTRAINT schedule_priority_between_0_and_7 CHECK (((priority >= 0) AND (priority <= 7)))
);

-- queue | schedule schedule_is_checked | TRIGGER
CREATE TRIGGER schedule_is_checked BEFORE INSERT OR UPDATE OF name, kind, args, cron, time_zone, missed, priority, max_attempts, paused_at ON queue.schedule FOR EACH ROW EXECUTE FUNCTION queue.check_schedule();

-- queue | schedule schedule_kind_fkey | FK CONSTRAINT
ALTER TABLE ONLY queue.schedule
    ADD CONSTRAINT schedule_kind_fkey FOREIGN KEY (kind) REFERENCES queue.kind(name);

-- queue | schedule schedule_pkey | CONSTRAINT
ALTER TABLE ONLY queue.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name);

-- queue | schedule_fire | TABLE
CREATE TABLE queue.schedule_fire (
    schedule text NOT NULL,
    fire_at timestamp with time zone NOT NULL,
    job_id bigint NOT NULL,
    fired_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

-- queue | schedule_fire schedule_fire_once | CONSTRAINT
ALTER TABLE ONLY queue.schedule_fire
    ADD CONSTRAINT schedule_fire_once PRIMARY KEY (schedule, fire_at);

-- queue | schedules | VIEW
CREATE VIEW queue.schedules AS
 SELECT
        CASE
            WHEN (length(s.name) <= 16) THEN s.name
            ELSE ("left"(s.name, 15) || '…'::text)
        END AS name,
        CASE
            WHEN (length(s.kind) <= 19) THEN s.kind
            ELSE ("left"(s.kind, 18) || '…'::text)
        END AS kind,
        CASE
            WHEN (length(s.cron) <= 16) THEN s.cron
            ELSE ("left"(s.cron, 15) || '…'::text)
        END AS cron,
    to_char((s.next_fire_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'MM-DD HH24:MI'::text) AS next,
    queue.short_age((clock_timestamp() - s.last_fire_at)) AS last,
        CASE
            WHEN (s.paused_at IS NOT NULL) THEN 'paused'::text
            WHEN (s.last_error IS NOT NULL) THEN 'error'::text
            WHEN (s.next_fire_at < (clock_timestamp() - '00:01:00'::interval)) THEN 'late'::text
            ELSE 'on'::text
        END AS status,
    "left"(s.last_error, 5) AS error
   FROM queue.schedule s
  ORDER BY s.name;

-- queue | schema_file | TABLE
CREATE TABLE queue.schema_file (
    path text NOT NULL,
    digest text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

-- queue | schema_file schema_file_pkey | CONSTRAINT
ALTER TABLE ONLY queue.schema_file
    ADD CONSTRAINT schema_file_pkey PRIMARY KEY (path);

-- queue | schema_version | TABLE
CREATE TABLE queue.schema_version (
    version integer NOT NULL,
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT version_is_positive CHECK ((version > 0))
);

-- queue | schema_version schema_version_pkey | CONSTRAINT
ALTER TABLE ONLY queue.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (version);

-- queue | set_limit(text, integer, text) | FUNCTION
CREATE FUNCTION queue.set_limit(kind_name text, lanes integer, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | set_priority(bigint, integer, text) | FUNCTION
CREATE FUNCTION queue.set_priority(job_id bigint, priority integer, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | set_retention(integer, text) | FUNCTION
CREATE FUNCTION queue.set_retention(months integer, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | setting | TABLE
CREATE TABLE queue.setting (
    one boolean DEFAULT true NOT NULL,
    retention_months smallint DEFAULT 12 NOT NULL,
    CONSTRAINT setting_has_one_row CHECK (one),
    CONSTRAINT setting_retention_between_1_and_120_months CHECK (((retention_months >= 1) AND (retention_months <= 120)))
);

-- queue | setting setting_pkey | CONSTRAINT
ALTER TABLE ONLY queue.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (one);

-- queue | shape_problem(jsonb[], text[], text[], text[]) | FUNCTION
CREATE FUNCTION queue.shape_problem(args jsonb[], idempotency_keys text[], coalesce_keys text[], concurrency_keys text[]) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | short_age(interval) | FUNCTION
CREATE FUNCTION queue.short_age(age interval) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | skipped(bigint[], bigint[], bigint[], integer) | FUNCTION
CREATE FUNCTION queue.skipped(ids bigint[], found bigint[], picked bigint[], handled integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | slot_lock(text, integer) | FUNCTION
CREATE FUNCTION queue.slot_lock(kind text, slot integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- queue | suspect | TABLE
CREATE TABLE queue.suspect (
    job_id bigint NOT NULL,
    kind text NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    found_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    tried_at timestamp with time zone,
    tried_by text,
    CONSTRAINT suspect_tries_not_negative CHECK ((tries >= 0))
);

-- queue | suspect suspect_pkey | CONSTRAINT
ALTER TABLE ONLY queue.suspect
    ADD CONSTRAINT suspect_pkey PRIMARY KEY (job_id);

-- queue | suspect_kind | INDEX
CREATE INDEX suspect_kind ON queue.suspect USING btree (kind, tries, tried_at NULLS FIRST, job_id);

-- queue | suspect_lock(bigint) | FUNCTION
CREATE FUNCTION queue.suspect_lock(job_id bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- queue | suspects | VIEW
CREATE VIEW queue.suspects AS
 SELECT s.job_id AS id,
    s.kind,
    s.tries,
    to_char((s.found_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'MM-DD HH24:MI:SS'::text) AS found,
    to_char((s.tried_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text), 'HH24:MI:SS'::text) AS tried,
    "left"(s.tried_by, 24) AS by
   FROM queue.suspect s
  ORDER BY s.found_at, s.job_id;

-- queue | sweep(text[], smallint[], timestamp with time zone[], bigint[], integer, integer, integer) | FUNCTION
CREATE FUNCTION queue.sweep(kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], first_page integer, pages integer, most integer) RETURNS TABLE(kind text, priority smallint, run_at timestamp with time zone, id bigint)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 10
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_indexscan TO 'off'
    SET enable_indexonlyscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | sweep_state | TABLE
CREATE TABLE queue.sweep_state (
    boot text NOT NULL,
    took interval NOT NULL,
    pages integer NOT NULL,
    noted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT sweep_state_boot_not_empty CHECK ((boot <> ''::text)),
    CONSTRAINT sweep_state_pages_positive CHECK ((pages >= 0)),
    CONSTRAINT sweep_state_took_positive CHECK ((took > '00:00:00'::interval))
);

-- queue | sweep_state sweep_state_pkey | CONSTRAINT
ALTER TABLE ONLY queue.sweep_state
    ADD CONSTRAINT sweep_state_pkey PRIMARY KEY (boot);

-- queue | terminate(bigint, text) | FUNCTION
CREATE FUNCTION queue.terminate(job_id bigint, reason text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | tick(text[], text[], smallint[], timestamp with time zone[], bigint[], boolean) | FUNCTION
CREATE FUNCTION queue.tick(kinds text[], cursor_kinds text[], priorities smallint[], run_ats timestamp with time zone[], ids bigint[], upkeep boolean) RETURNS TABLE(due text[], suspects text[], timeouts_ms bigint[], batch_limits bigint[], fired integer, cancelled integer, lanes text[], pids bigint[], ages_ms bigint[], reap_ms bigint, channels text[], cancels bigint[])
    LANGUAGE plpgsql
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | time_zone_hint(text) | FUNCTION
CREATE FUNCTION queue.time_zone_hint(given text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | try_suspect(text, bigint, boolean) | FUNCTION
CREATE FUNCTION queue.try_suspect(kind text, done bigint DEFAULT NULL::bigint, unrun boolean DEFAULT false) RETURNS TABLE(job_id bigint, tries smallint, is_given_up boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | two_digits(numeric) | FUNCTION
CREATE FUNCTION queue.two_digits(n numeric) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS ...;

-- queue | why(bigint) | FUNCTION
CREATE FUNCTION queue.why(job_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | why_ahead(bigint, text, smallint, timestamp with time zone) | FUNCTION
CREATE FUNCTION queue.why_ahead(job_id bigint, kind text, priority smallint, run_at timestamp with time zone) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | why_finished(bigint) | FUNCTION
CREATE FUNCTION queue.why_finished(job_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | why_key(text, text) | FUNCTION
CREATE FUNCTION queue.why_key(kind text, concurrency_key text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    AS ...;

-- queue | why_later(bigint, timestamp with time zone, smallint, smallint) | FUNCTION
CREATE FUNCTION queue.why_later(job_id bigint, run_at timestamp with time zone, attempt smallint, max_attempts smallint) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | why_line(bigint, text, smallint, timestamp with time zone, smallint, bigint, bigint) | FUNCTION
CREATE FUNCTION queue.why_line(job_id bigint, kind text, priority smallint, run_at timestamp with time zone, lane_limit smallint, alive bigint, busy bigint) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;

-- queue | why_running(bigint) | FUNCTION
CREATE FUNCTION queue.why_running(job_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'queue', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- queue | wrapped(text, integer, integer) | FUNCTION
CREATE FUNCTION queue.wrapped(message text, width integer, most integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'queue', 'pg_temp'
    AS ...;
COMMENT ON COLLATION registry.vietnamese IS 'Thứ tự bảng chữ cái tiếng Việt, số theo giá trị / Vietnamese order: ă, â, đ, ê, ô, ơ, ư are letters, Tổ 2 before Tổ 10';
COMMENT ON COLUMN registry.abbreviation.kind IS 'Cách dùng / word: anywhere; prefix: only before a name (TP., X.)';
COMMENT ON COLUMN registry.abbreviation.long IS 'Viết đầy đủ / Long form';
COMMENT ON COLUMN registry.abbreviation.short IS 'Viết tắt / Short form';
COMMENT ON COLUMN registry.achievement.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.achievement.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.achievement.movement IS 'Phong trào / Movement';
COMMENT ON COLUMN registry.achievement.period IS 'Kỳ / Period';
COMMENT ON COLUMN registry.achievement.subject_id IS 'Chủ thể / Subject';
COMMENT ON COLUMN registry.appraisal.authority IS 'Thẩm quyền / The body in the table of authorities, when it is there';
COMMENT ON COLUMN registry.appraisal.body IS 'Cơ quan thẩm định như biên bản ghi / Body as the minutes name it';
COMMENT ON COLUMN registry.appraisal.body_unit_id IS 'Đơn vị thẩm định / The body as a unit, when it is one';
COMMENT ON COLUMN registry.appraisal.conclusion IS 'Kết luận: passed (đạt), failed (không đạt), returned (trả lại) / Conclusion';
COMMENT ON COLUMN registry.appraisal.held_on IS 'Ngày thẩm định / Day';
COMMENT ON COLUMN registry.appraisal.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.appraisal.minutes IS 'Biên bản / Minutes as recorded';
COMMENT ON COLUMN registry.appraisal.reason IS 'Lý do không đạt, trả lại / Why it failed or was returned';
COMMENT ON COLUMN registry.appraisal.recorded_at IS 'Lúc ghi / Recorded';
COMMENT ON COLUMN registry.appraisal.recorded_by IS 'Người ghi / Who recorded it (session user)';
COMMENT ON COLUMN registry.appraisal.round IS 'Vòng / Round, from 1';
COMMENT ON COLUMN registry.appraisal.submission_id IS 'Hồ sơ đề nghị / Proposal';
COMMENT ON COLUMN registry.appraisal.version IS 'Phiên bản hồ sơ / Version appraised';
COMMENT ON COLUMN registry.appraisal_model."position" IS 'Thứ tự trong hồ sơ / Place in the proposal, from 0';
COMMENT ON COLUMN registry.appraisal_model.appraisal_id IS 'Thẩm định / Appraisal';
COMMENT ON COLUMN registry.appraisal_model.model_id IS 'Mô hình / Model, null when it is not known';
COMMENT ON COLUMN registry.appraisal_model.name IS 'Tên như hồ sơ ghi / Name as the proposal writes it';
COMMENT ON COLUMN registry.appraisal_model.total IS 'Tổng điểm / Sum of its scores, null without scores';
COMMENT ON COLUMN registry.attachment."position" IS 'Thứ tự / Order, from 0';
COMMENT ON COLUMN registry.attachment.kind IS 'Loại tệp / What it is: confirmation (xác nhận), photo (ảnh), minutes (biên bản), list (danh sách), proposal (văn bản đề nghị), report (báo cáo), other; null when the portal does not say';
COMMENT ON COLUMN registry.attachment.media_type IS 'Loại tệp / Media type';
COMMENT ON COLUMN registry.attachment.name IS 'Tên tệp / File name';
COMMENT ON COLUMN registry.attachment.sha256 IS 'Mã băm / SHA-256 of the bytes';
COMMENT ON COLUMN registry.attachment.size IS 'Kích thước / Bytes';
COMMENT ON COLUMN registry.attachment.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.attachment.version IS 'Phiên bản / Version';
COMMENT ON COLUMN registry.audit.action IS 'Việc / What was done';
COMMENT ON COLUMN registry.audit.at IS 'Lúc / When';
COMMENT ON COLUMN registry.audit.detail IS 'Chi tiết / Details';
COMMENT ON COLUMN registry.audit.id IS 'Số thứ tự / Sequence number';
COMMENT ON COLUMN registry.audit.object IS 'Đối tượng / Kind of thing it was done to';
COMMENT ON COLUMN registry.audit.object_id IS 'Mã đối tượng / Identity of the thing';
COMMENT ON COLUMN registry.audit.reason IS 'Lý do / Reason';
COMMENT ON COLUMN registry.audit.who IS 'Ai / Who (session user)';
COMMENT ON COLUMN registry.authority.code IS 'Mã / Code';
COMMENT ON COLUMN registry.authority.commends IS 'Được khen thưởng / May commend';
COMMENT ON COLUMN registry.authority.level IS 'Cấp / Level';
COMMENT ON COLUMN registry.authority.name IS 'Tên cơ quan, không kèm địa danh / Name without the place';
COMMENT ON COLUMN registry.authority.name_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.authority.recognises IS 'Được công nhận / May recognise models';
COMMENT ON COLUMN registry.authority.source IS 'Căn cứ / Source';
COMMENT ON COLUMN registry.authority.system IS 'Hệ / System: dang, nha_nuoc, mat_tran, doan_the';
COMMENT ON COLUMN registry.authority.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.block.code IS 'Mã khối / Code within the committee';
COMMENT ON COLUMN registry.block.committee_id IS 'Cấp ủy đặt khối / Committee that set the block';
COMMENT ON COLUMN registry.block.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.block.name IS 'Tên khối / Name';
COMMENT ON COLUMN registry.block.name_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.block.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.boilerplate.kind IS 'Loại / leftover: rubbish; related: head of a list of other news; neighbour: a link to one other article';
COMMENT ON COLUMN registry.boilerplate.phrase IS 'Cụm từ / Phrase; case and punctuation do not count';
COMMENT ON COLUMN registry.boilerplate.place IS 'Vị trí / anywhere in a line; start of a line; line: nothing but such phrases stands in the line';
COMMENT ON COLUMN registry.campaign.closed_at IS 'Lúc đóng / When it was closed';
COMMENT ON COLUMN registry.campaign.closed_by IS 'Người đóng / Who closed it (session user)';
COMMENT ON COLUMN registry.campaign.closed_reason IS 'Lý do đóng / Why it was closed';
COMMENT ON COLUMN registry.campaign.code IS 'Mã đợt / Code';
COMMENT ON COLUMN registry.campaign.created_at IS 'Lúc tạo / Created';
COMMENT ON COLUMN registry.campaign.criterion_set IS 'Bộ tiêu chí / Criterion set';
COMMENT ON COLUMN registry.campaign.field_set IS 'Bộ lĩnh vực / Field set';
COMMENT ON COLUMN registry.campaign.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.campaign.name IS 'Tên đợt / Name';
COMMENT ON COLUMN registry.campaign.parameters IS 'Tham số / Parameters: supplement_limit, subject_kinds, deadlines, …';
COMMENT ON COLUMN registry.campaign.period IS 'Kỳ / Period';
COMMENT ON COLUMN registry.campaign.rule_set IS 'Phiên bản bộ quy tắc / Rule-set version; a result never changes because rules changed later';
COMMENT ON COLUMN registry.campaign.state IS 'Trạng thái: open (đang mở), closed (đã đóng) / State; a closed campaign takes nothing more';
COMMENT ON COLUMN registry.campaign.tree IS 'Cây tổ chức / Tree in which the campaign is counted';
COMMENT ON COLUMN registry.campaign.unit_id IS 'Đơn vị tổ chức / Organising unit';
COMMENT ON COLUMN registry.commendation.achievement_id IS 'Thành tích / Achievement';
COMMENT ON COLUMN registry.commendation.authority IS 'Cơ quan khen / Body, when it is known';
COMMENT ON COLUMN registry.commendation.commendation_decision_id IS 'Quyết định khen thưởng / Decision';
COMMENT ON COLUMN registry.commendation.commended_on IS 'Ngày quyết định / Day of the decision';
COMMENT ON COLUMN registry.commendation.document_id IS 'Văn bản / Document';
COMMENT ON COLUMN registry.commendation.form IS 'Hình thức khen / Form of award, null when the source gives none';
COMMENT ON COLUMN registry.commendation.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.commendation.level IS 'Cấp khen / Level';
COMMENT ON COLUMN registry.commendation.list_position IS 'Thứ tự trong danh sách / Order in the list, from 0';
COMMENT ON COLUMN registry.commendation.revoked_at IS 'Lúc thu hồi / Revoked or withdrawn; such a row counts no more';
COMMENT ON COLUMN registry.commendation.revoked_document_id IS 'Quyết định hủy, thu hồi / Decision that revoked it, null when it was withdrawn as recorded in error';
COMMENT ON COLUMN registry.commendation.revoked_reason IS 'Lý do hủy, thu hồi / Why it was revoked';
COMMENT ON COLUMN registry.commendation.subject_id IS 'Chủ thể / Subject';
COMMENT ON COLUMN registry.commendation.subject_name IS 'Tên như quyết định ghi / Name as the decision prints it';
COMMENT ON COLUMN registry.commendation.subject_position IS 'Chức vụ như quyết định ghi / Office as the decision prints it';
COMMENT ON COLUMN registry.commendation.unit_id IS 'Đơn vị của chủ thể / Unit of the subject when it was found';
COMMENT ON COLUMN registry.commendation.unit_text IS 'Đơn vị như quyết định ghi / Unit as the decision prints it';
COMMENT ON COLUMN registry.commendation_decision.authority IS 'Cơ quan khen / Body, when it is known';
COMMENT ON COLUMN registry.commendation_decision.campaign_id IS 'Đợt / Campaign';
COMMENT ON COLUMN registry.commendation_decision.document_id IS 'Văn bản / Document';
COMMENT ON COLUMN registry.commendation_decision.form IS 'Hình thức khen / Form of award, null when the source gives none';
COMMENT ON COLUMN registry.commendation_decision.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.commendation_decision.level IS 'Cấp khen / Level';
COMMENT ON COLUMN registry.commendation_decision.movement IS 'Phong trào / Movement';
COMMENT ON COLUMN registry.commendation_decision.period IS 'Kỳ thành tích / Period of the merit';
COMMENT ON COLUMN registry.commendation_decision.reason IS 'Lý do / Reason';
COMMENT ON COLUMN registry.commendation_decision.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.commendation_decision.unit_id IS 'Đơn vị gửi / Unit that handed it in';
COMMENT ON COLUMN registry.commendation_decision.withdrawn_at IS 'Lúc rút / Withdrawn';
COMMENT ON COLUMN registry.content_limit.default_value IS 'Giá trị mặc định / Value it had at first';
COMMENT ON COLUMN registry.content_limit.highest IS 'Cao nhất được đặt / Highest that may be set: with it no text takes the rules more than 50 ms';
COMMENT ON COLUMN registry.content_limit.lowest IS 'Thấp nhất được đặt / Lowest that may be set: every example of a form is well within it';
COMMENT ON COLUMN registry.content_limit.name IS 'Tên giới hạn / Name of the limit';
COMMENT ON COLUMN registry.content_limit.value IS 'Giá trị đang áp dụng / Limit in force, for what is handed in from now on';
COMMENT ON COLUMN registry.content_limit.what IS 'Đo cái gì, đơn vị tính / What it limits, and its measure';
COMMENT ON COLUMN registry.council_member."position" IS 'Thứ tự / Order, from 0';
COMMENT ON COLUMN registry.council_member.appraisal_id IS 'Thẩm định / Appraisal';
COMMENT ON COLUMN registry.council_member.name IS 'Họ và tên / Name';
COMMENT ON COLUMN registry.council_member.name_key IS 'Khóa so sánh / Comparison key without what stands before a name';
COMMENT ON COLUMN registry.council_member.office IS 'Chức vụ / Office';
COMMENT ON COLUMN registry.council_member.role IS 'Vai trò / Part in the council (chủ tịch, thư ký, ủy viên)';
COMMENT ON COLUMN registry.council_member.unit_text IS 'Đơn vị / Unit as written';
COMMENT ON COLUMN registry.criterion."position" IS 'Thứ tự / Order';
COMMENT ON COLUMN registry.criterion.code IS 'Mã tiêu chí / Code: novelty, skill, practicality, effectiveness';
COMMENT ON COLUMN registry.criterion.criterion_set IS 'Bộ tiêu chí / Set';
COMMENT ON COLUMN registry.criterion.max_score IS 'Điểm tối đa / Highest score, null where the guideline gives none';
COMMENT ON COLUMN registry.criterion.name IS 'Tên tiêu chí / Name';
COMMENT ON COLUMN registry.criterion_score."position" IS 'Mô hình, thứ tự trong hồ sơ / Model, by its place in the proposal';
COMMENT ON COLUMN registry.criterion_score.appraisal_id IS 'Thẩm định / Appraisal';
COMMENT ON COLUMN registry.criterion_score.criterion IS 'Tiêu chí / Criterion';
COMMENT ON COLUMN registry.criterion_score.criterion_set IS 'Bộ tiêu chí / Set of criteria';
COMMENT ON COLUMN registry.criterion_score.score IS 'Điểm / Score';
COMMENT ON COLUMN registry.criterion_set.code IS 'Mã bộ / Code';
COMMENT ON COLUMN registry.criterion_set.name IS 'Tên bộ / Name';
COMMENT ON COLUMN registry.criterion_set.source IS 'Căn cứ / Source';
COMMENT ON COLUMN registry.discipline.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.discipline.kind IS 'Loại: discipline (kỷ luật), investigation (điều tra), inspection (thanh tra, kiểm tra), complaint (khiếu nại, tố cáo), press (báo chí nêu) / Kind';
COMMENT ON COLUMN registry.discipline.name IS 'Tên như văn bản ghi / Name as written';
COMMENT ON COLUMN registry.discipline.name_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.discipline.recorded_at IS 'Lúc ghi / Recorded';
COMMENT ON COLUMN registry.discipline.recorded_by IS 'Người ghi / Who recorded it (session user)';
COMMENT ON COLUMN registry.discipline.source IS 'Căn cứ / Document or reason';
COMMENT ON COLUMN registry.discipline.subject_kind IS 'Loại chủ thể / Kind of subject';
COMMENT ON COLUMN registry.discipline.unit_id IS 'Đơn vị / Unit of the subject, null when not known';
COMMENT ON COLUMN registry.discipline.valid IS 'Từ ngày mở đến ngày kết thúc / Days on which it is open';
COMMENT ON COLUMN registry.document.date_precision IS 'Độ chính xác của ngày / Precision of the day: day, month, year, unknown';
COMMENT ON COLUMN registry.document.effective IS 'Hiệu lực / Days on which it is in force';
COMMENT ON COLUMN registry.document.first_turn IS 'Lượt hồ sơ ghi văn bản sớm nhất / Turn of the earliest submission that recorded it; its spelling is kept';
COMMENT ON COLUMN registry.document.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.document.issued_on IS 'Ngày ban hành / Day of issue';
COMMENT ON COLUMN registry.document.issuer IS 'Cơ quan ban hành như văn bản ghi / Issuer as written';
COMMENT ON COLUMN registry.document.issuer_key IS 'Khóa so sánh của cơ quan ban hành / Comparison key of the issuer';
COMMENT ON COLUMN registry.document.issuer_unit_id IS 'Đơn vị ban hành / Issuing unit when it is known';
COMMENT ON COLUMN registry.document.number IS 'Số / Number in the symbol';
COMMENT ON COLUMN registry.document.replaced_by IS 'Được thay thế bởi / Symbol of the document that replaces it';
COMMENT ON COLUMN registry.document.source IS 'Nguồn / Source';
COMMENT ON COLUMN registry.document.symbol IS 'Số, ký hiệu như văn bản ghi / Number and symbol as written, null when unknown';
COMMENT ON COLUMN registry.document.symbol_key IS 'Khóa so sánh của số, ký hiệu / Comparison key of the symbol; documents without one are never merged';
COMMENT ON COLUMN registry.document.system IS 'Hệ văn bản / System: dang, nha_nuoc, mat_tran, doan_the, khac';
COMMENT ON COLUMN registry.document.title IS 'Trích yếu / Subject of the document';
COMMENT ON COLUMN registry.document.topic IS 'Căn cứ cho việc gì / What it is a legal basis of, null for recorded decisions';
COMMENT ON COLUMN registry.document.type_code IS 'Mã loại văn bản / Type code as in the symbol (QĐ, KH, …)';
COMMENT ON COLUMN registry.effect_assessment.assessed_by IS 'Cơ quan đánh giá / Body that assessed it';
COMMENT ON COLUMN registry.effect_assessment.assessed_on IS 'Ngày đánh giá / Day';
COMMENT ON COLUMN registry.effect_assessment.document_id IS 'Văn bản / Document, when there is one';
COMMENT ON COLUMN registry.effect_assessment.effective IS 'Phát huy hiệu quả / Whether it was found effective';
COMMENT ON COLUMN registry.effect_assessment.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.effect_assessment.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.effect_assessment.note IS 'Ghi chú / Note';
COMMENT ON COLUMN registry.effect_assessment.recorded_at IS 'Lúc ghi / When';
COMMENT ON COLUMN registry.effect_assessment.recorded_by IS 'Người ghi / Who recorded it (session user)';
COMMENT ON COLUMN registry.effect_assessment.year IS 'Năm / Year it is about';
COMMENT ON COLUMN registry.field."position" IS 'Thứ tự / Order';
COMMENT ON COLUMN registry.field.code IS 'Mã lĩnh vực / Code within the set';
COMMENT ON COLUMN registry.field.field_set IS 'Bộ lĩnh vực / Set';
COMMENT ON COLUMN registry.field.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.field.name IS 'Tên lĩnh vực / Name';
COMMENT ON COLUMN registry.field.name_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.field_set.code IS 'Mã bộ / Code';
COMMENT ON COLUMN registry.field_set.name IS 'Tên bộ / Name';
COMMENT ON COLUMN registry.field_set.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.finding.code IS 'Mã quy tắc / Rule';
COMMENT ON COLUMN registry.finding.confirmed_at IS 'Lúc xác nhận / When a person confirmed the warning';
COMMENT ON COLUMN registry.finding.confirmed_by IS 'Người xác nhận / Who confirmed it (session user)';
COMMENT ON COLUMN registry.finding.confirmed_officer IS 'Cán bộ xác nhận / The officer behind the session user, as the portal names him; null when it names nobody';
COMMENT ON COLUMN registry.finding.confirmed_reason IS 'Lý do xác nhận / The reason given';
COMMENT ON COLUMN registry.finding.confirmed_unit_id IS 'Đơn vị được chọn / Unit chosen among several of one name (DV-003)';
COMMENT ON COLUMN registry.finding.data IS 'Dữ liệu / Values of the message';
COMMENT ON COLUMN registry.finding.found_at IS 'Lúc ghi / Written';
COMMENT ON COLUMN registry.finding.message IS 'Thông báo / Vietnamese message with its values';
COMMENT ON COLUMN registry.finding.path IS 'Vị trí / JSON pointer into the content; empty for the whole';
COMMENT ON COLUMN registry.finding.rule_set IS 'Phiên bản bộ quy tắc / Rule-set version';
COMMENT ON COLUMN registry.finding.severity IS 'Mức độ / L, C or G';
COMMENT ON COLUMN registry.finding.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.finding.version IS 'Phiên bản hồ sơ / Version judged';
COMMENT ON COLUMN registry.form.invalid_example IS 'Ví dụ không hợp lệ / Invalid example';
COMMENT ON COLUMN registry.form.kind IS 'Loại hồ sơ / Kind of submission';
COMMENT ON COLUMN registry.form.schema IS 'Lược đồ JSON / JSON Schema';
COMMENT ON COLUMN registry.form.valid_example IS 'Ví dụ hợp lệ / Valid example';
COMMENT ON COLUMN registry.form.version IS 'Phiên bản / Version';
COMMENT ON COLUMN registry.inspection.campaign_id IS 'Đợt / Campaign';
COMMENT ON COLUMN registry.inspection.conclusion IS 'Kết luận / Conclusion';
COMMENT ON COLUMN registry.inspection.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.inspection.inspected_on IS 'Ngày kiểm tra / Day';
COMMENT ON COLUMN registry.inspection.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.inspection.team IS 'Đoàn kiểm tra / Team';
COMMENT ON COLUMN registry.inspection.team_key IS 'Khóa so sánh tên đoàn / Comparison key of the team; one team may hand in several records';
COMMENT ON COLUMN registry.inspection.topics IS 'Nội dung kiểm tra / Topics';
COMMENT ON COLUMN registry.inspection.unit_id IS 'Đơn vị cử đoàn / Unit that sent the team';
COMMENT ON COLUMN registry.inspection.withdrawn_at IS 'Lúc rút / Withdrawn';
COMMENT ON COLUMN registry.inspection.year IS 'Năm / Year';
COMMENT ON COLUMN registry.inspection_unit.inspection_id IS 'Cuộc kiểm tra / Inspection';
COMMENT ON COLUMN registry.inspection_unit.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN registry.legal_parameter.code IS 'Mã tham số / Code';
COMMENT ON COLUMN registry.legal_parameter.name IS 'Tên / Name';
COMMENT ON COLUMN registry.legal_parameter.source IS 'Căn cứ / Source';
COMMENT ON COLUMN registry.legal_parameter.unit IS 'Đơn vị tính / Unit of measure';
COMMENT ON COLUMN registry.legal_parameter.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.legal_parameter.value IS 'Giá trị / Value';
COMMENT ON COLUMN registry.level."position" IS 'Thứ tự từ thấp lên cao / Order, lowest first';
COMMENT ON COLUMN registry.level.code IS 'Mã cấp / Code: CO_SO, XA, HUYEN, TINH, TRUNG_UONG';
COMMENT ON COLUMN registry.level.name IS 'Tên cấp / Name';
COMMENT ON COLUMN registry.level.source IS 'Căn cứ / Legal basis of the range';
COMMENT ON COLUMN registry.level.valid IS 'Hiệu lực / Days on which the level exists';
COMMENT ON COLUMN registry.model.code IS 'Mã mô hình / Code: MH and the number of the first submission';
COMMENT ON COLUMN registry.model.ended_on IS 'Ngày kết thúc / First day on which the model is no more; null while it runs, or when the day is not known (state says so)';
COMMENT ON COLUMN registry.model.field_id IS 'Lĩnh vực / Field when first registered';
COMMENT ON COLUMN registry.model.first_year IS 'Năm bắt đầu / Year of the first registration';
COMMENT ON COLUMN registry.model.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.model.name IS 'Tên mô hình / Name as first registered';
COMMENT ON COLUMN registry.model.name_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.model.state IS 'Trạng thái / proposed, registered, running, paused, ended';
COMMENT ON COLUMN registry.model.submission_id IS 'Hồ sơ đầu tiên / First submission';
COMMENT ON COLUMN registry.model.unit_id IS 'Đơn vị / Unit that registered it';
COMMENT ON COLUMN registry.model_place."position" IS 'Thứ tự trong hồ sơ / Order in the submission';
COMMENT ON COLUMN registry.model_place.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.model_place.place IS 'Địa bàn như hồ sơ ghi / Place as written';
COMMENT ON COLUMN registry.model_place.place_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.model_signature.content_sketch IS 'Dấu vết nội dung / Sketch of the content, null when it is not known';
COMMENT ON COLUMN registry.model_signature.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.model_signature.province IS 'Tỉnh / Number of the top of the unit''s path, 0 when it is not known';
COMMENT ON COLUMN registry.model_subject."position" IS 'Thứ tự trong hồ sơ / Order in the submission';
COMMENT ON COLUMN registry.model_subject.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.model_subject.role IS 'Vai trò / lead (chủ trì), coordinate (phối hợp), participate (tham gia)';
COMMENT ON COLUMN registry.model_subject.subject_id IS 'Chủ thể / Subject';
COMMENT ON COLUMN registry.period.code IS 'Mã kỳ / 2021, 2021-H1, 2021-9M, 2021-Q3, 2018-2020';
COMMENT ON COLUMN registry.period.first_day IS 'Từ ngày / First day';
COMMENT ON COLUMN registry.period.kind IS 'Loại kỳ / nam, 6_thang, 9_thang, quy, giai_doan';
COMMENT ON COLUMN registry.period.last_day IS 'Đến ngày / Last day';
COMMENT ON COLUMN registry.period.name IS 'Tên kỳ / Name';
COMMENT ON COLUMN registry.recognition.authority IS 'Cơ quan công nhận / Body, when it is known';
COMMENT ON COLUMN registry.recognition.campaign_id IS 'Đợt / Campaign';
COMMENT ON COLUMN registry.recognition.document_id IS 'Quyết định / Decision';
COMMENT ON COLUMN registry.recognition.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.recognition.level IS 'Cấp / Level';
COMMENT ON COLUMN registry.recognition.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.recognition.recognised_on IS 'Ngày quyết định / Day of the decision';
COMMENT ON COLUMN registry.recognition.revoked_at IS 'Lúc thu hồi / Revoked or withdrawn; such a row counts no more';
COMMENT ON COLUMN registry.recognition.revoked_document_id IS 'Quyết định thu hồi / Decision that revoked it, null when it was withdrawn as recorded in error';
COMMENT ON COLUMN registry.recognition.revoked_reason IS 'Lý do thu hồi / Why it was revoked';
COMMENT ON COLUMN registry.recognition.submission_id IS 'Hồ sơ / Submission that recorded the decision';
COMMENT ON COLUMN registry.recognition.title IS 'Danh hiệu / mo_hinh, dien_hinh, nhan_rong (chosen for replication)';
COMMENT ON COLUMN registry.recognition.unit_id IS 'Đơn vị của mô hình / Unit of the model, kept by triggers';
COMMENT ON COLUMN registry.recognition.year IS 'Năm / Year, null when the source does not state it';
COMMENT ON COLUMN registry.registration.block_id IS 'Khối trong kỳ / Block of the unit as of the period, null when unclassified';
COMMENT ON COLUMN registry.registration.campaign_id IS 'Đợt / Campaign';
COMMENT ON COLUMN registry.registration.ends_on IS 'Kết thúc thực hiện / Ends';
COMMENT ON COLUMN registry.registration.field_id IS 'Lĩnh vực / Field';
COMMENT ON COLUMN registry.registration.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.registration.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.registration.open_subject_list IS 'Danh sách chủ thể để ngỏ / The list of subjects is open';
COMMENT ON COLUMN registry.registration.registered_on IS 'Ngày đăng ký / Day filed';
COMMENT ON COLUMN registry.registration.source_model_id IS 'Mô hình gốc / Source model of a replication';
COMMENT ON COLUMN registry.registration.starts_on IS 'Bắt đầu thực hiện / Starts';
COMMENT ON COLUMN registry.registration.subject_id IS 'Chủ thể đăng ký / Registering subject';
COMMENT ON COLUMN registry.registration.subject_kind IS 'Loại chủ thể đăng ký / Kind of the registering subject';
COMMENT ON COLUMN registry.registration.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.registration.type IS 'Kiểu / new (mới), maintained (duy trì), replicated (nhân rộng)';
COMMENT ON COLUMN registry.registration.unit_id IS 'Đơn vị đăng ký / Registering unit as it was';
COMMENT ON COLUMN registry.registration.withdrawn_at IS 'Lúc rút / Withdrawn; such a row counts no more';
COMMENT ON COLUMN registry.registration.year IS 'Năm / Year';
COMMENT ON COLUMN registry.report.campaign_id IS 'Đợt / Campaign';
COMMENT ON COLUMN registry.report.held_on IS 'Ngày tổng kết / Day of the review';
COMMENT ON COLUMN registry.report.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.report.indicators IS 'Chỉ tiêu / Indicators as reported: claims, never summed with counts';
COMMENT ON COLUMN registry.report.model_id IS 'Mô hình / Model, null when none of that name is known in the unit';
COMMENT ON COLUMN registry.report.narrative IS 'Thuyết minh / Narrative';
COMMENT ON COLUMN registry.report.registration_id IS 'Đăng ký của năm / Registration of that year, null when there is none';
COMMENT ON COLUMN registry.report.reported_on IS 'Ngày nộp / Day filed';
COMMENT ON COLUMN registry.report.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.report.tables IS 'Bảng số liệu / Tables as reported: claims';
COMMENT ON COLUMN registry.report.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN registry.report.withdrawn_at IS 'Lúc rút / Withdrawn';
COMMENT ON COLUMN registry.report.year IS 'Năm / Year';
COMMENT ON COLUMN registry.rule.basis IS 'Căn cứ / Basis';
COMMENT ON COLUMN registry.rule.code IS 'Mã quy tắc / Code, e.g. DK-001';
COMMENT ON COLUMN registry.rule.facts IS 'Dữ kiện cần / Facts the rule reads';
COMMENT ON COLUMN registry.rule.message IS 'Thông báo / Message with {values}';
COMMENT ON COLUMN registry.rule.rule_set IS 'Phiên bản bộ quy tắc / Rule-set version';
COMMENT ON COLUMN registry.rule.severity IS 'Mức độ / L lỗi (blocks), C cảnh báo (a person confirms), G gợi ý (tidied, with a trace)';
COMMENT ON COLUMN registry.rule.valid_from IS 'Có hiệu lực từ / First day';
COMMENT ON COLUMN registry.rule.valid_until IS 'Có hiệu lực đến / Last day';
COMMENT ON COLUMN registry.rule_action.action IS 'Việc cần làm / What to do, in Vietnamese';
COMMENT ON COLUMN registry.rule_action.code IS 'Mã quy tắc / Rule';
COMMENT ON COLUMN registry.subject."position" IS 'Chức vụ / Office held';
COMMENT ON COLUMN registry.subject.first_turn IS 'Lượt hồ sơ sớm nhất / Turn of the earliest submission that names it';
COMMENT ON COLUMN registry.subject.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.subject.kind IS 'Loại chủ thể / collective (tập thể), individual (cá nhân), household (hộ gia đình)';
COMMENT ON COLUMN registry.subject.name IS 'Tên, như hồ sơ sớm nhất ghi / Name as the earliest submission wrote it';
COMMENT ON COLUMN registry.subject.name_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.subject.unit_id IS 'Đơn vị / Unit it belongs to';
COMMENT ON COLUMN registry.subject.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.submission.campaign_id IS 'Đợt / Campaign';
COMMENT ON COLUMN registry.submission.chosen_unit_id IS 'Đơn vị được người kiểm tra chọn / Unit that a person chose among several of that name; a supplement forgets it';
COMMENT ON COLUMN registry.submission.decided_at IS 'Lúc có kết quả kiểm tra / Time of the last verdict';
COMMENT ON COLUMN registry.submission.decided_by_id IS 'Hồ sơ quyết định / Submission of the decision that decided this proposal';
COMMENT ON COLUMN registry.submission.filed_on IS 'Ngày nộp / Day on which units are resolved: content''s filed_on, else the day of handing in (Asia/Ho_Chi_Minh)';
COMMENT ON COLUMN registry.submission.id IS 'Mã hồ sơ / Identity, told to the portal';
COMMENT ON COLUMN registry.submission.job_id IS 'Công việc kiểm tra / Validation job of the current version';
COMMENT ON COLUMN registry.submission.key IS 'Khóa gửi / The source''s own key; (source, key) is one submission';
COMMENT ON COLUMN registry.submission.kind IS 'Loại hồ sơ / registration, report, inspection_record, recognition_proposal, recognition_decision, commendation_proposal, commendation_decision';
COMMENT ON COLUMN registry.submission.model_key IS 'Khóa tên mô hình / Comparison key of the model''s name (registration, report)';
COMMENT ON COLUMN registry.submission.model_keys IS 'Khóa tên các mô hình trong danh sách / Comparison keys of all models a proposal or decision lists, null for other kinds';
COMMENT ON COLUMN registry.submission.rule_set IS 'Phiên bản bộ quy tắc đã dùng / Rule-set version of the last verdict';
COMMENT ON COLUMN registry.submission.source IS 'Nguồn gửi / System that hands it in';
COMMENT ON COLUMN registry.submission.source_model_key IS 'Khóa tên mô hình gốc / Comparison key of the source model''s name (replicated registration)';
COMMENT ON COLUMN registry.submission.state IS 'Trạng thái / State';
COMMENT ON COLUMN registry.submission.submitted_at IS 'Lúc nộp / First handed in';
COMMENT ON COLUMN registry.submission.supplements_used IS 'Số lần đã bổ sung / Supplements handed in so far';
COMMENT ON COLUMN registry.submission.turn IS 'Lượt / Turn of the current version: a verdict counts only what smaller turns made';
COMMENT ON COLUMN registry.submission.unit_id IS 'Đơn vị / Unit found by validation';
COMMENT ON COLUMN registry.submission.unit_text IS 'Đơn vị như hồ sơ ghi / Unit as written: a code, or a name with its path';
COMMENT ON COLUMN registry.submission.version IS 'Phiên bản / Current version, 1 or more';
COMMENT ON COLUMN registry.submission.withdrawn_at IS 'Lúc rút / Withdrawn';
COMMENT ON COLUMN registry.submission.withdrawn_reason IS 'Lý do rút / Reason given';
COMMENT ON COLUMN registry.submission.year IS 'Năm / Year stated in the content; a registration, report or inspection without one takes its campaign''s';
COMMENT ON COLUMN registry.submission_change.changed_at IS 'Lúc đổi / Changed';
COMMENT ON COLUMN registry.submission_change.id IS 'Số thứ tự / Sequence number';
COMMENT ON COLUMN registry.submission_change.state IS 'Trạng thái mới / New state';
COMMENT ON COLUMN registry.submission_change.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.submission_change.version IS 'Phiên bản / Version';
COMMENT ON COLUMN registry.submission_change.xid IS 'Giao dịch / Writing transaction; served only when no older one can still commit';
COMMENT ON COLUMN registry.submission_version.attachments_digest IS 'Mã băm danh sách tệp / SHA-256 of the NFC form of the attachment list''s text';
COMMENT ON COLUMN registry.submission_version.content IS 'Nội dung / Content as handed in, nothing normalised';
COMMENT ON COLUMN registry.submission_version.digest IS 'Mã băm nội dung / SHA-256 of the NFC form of the content''s text';
COMMENT ON COLUMN registry.submission_version.submission_id IS 'Hồ sơ / Submission';
COMMENT ON COLUMN registry.submission_version.submitted_at IS 'Lúc nộp / Handed in';
COMMENT ON COLUMN registry.submission_version.turn IS 'Lượt / Turn of this version';
COMMENT ON COLUMN registry.submission_version.unit_text IS 'Đơn vị như hồ sơ ghi / Unit as written in this version';
COMMENT ON COLUMN registry.submission_version.version IS 'Phiên bản / Version';
COMMENT ON COLUMN registry.term."position" IS 'Thứ tự / Order in lists';
COMMENT ON COLUMN registry.term.code IS 'Mã / Code used in contents and tables';
COMMENT ON COLUMN registry.term.family IS 'Nhóm danh mục / List the code belongs to: tree, subject_kind, registration_type, title, award_form, …';
COMMENT ON COLUMN registry.term.name IS 'Tên / Vietnamese name';
COMMENT ON COLUMN registry.term.name_en IS 'Tên tiếng Anh / English gloss';
COMMENT ON COLUMN registry.title_model.content IS 'Dấu vết nội dung / Sketch of the content, as in model_signature';
COMMENT ON COLUMN registry.title_model.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.title_model.province IS 'Tỉnh / Province, as in model_signature';
COMMENT ON COLUMN registry.title_model.title IS 'Số của tên / Hash of the trigrams of the title''s words before its address';
COMMENT ON COLUMN registry.title_part.bits IS 'Bộ ba ký tự của phần tên / Trigrams of the title''s words before its address';
COMMENT ON COLUMN registry.title_part.model_id IS 'Mô hình / Model that brought the title first; several, if they came in at the same time';
COMMENT ON COLUMN registry.title_part.part IS 'Phần / Hash of a third of the words before the address';
COMMENT ON COLUMN registry.title_part.size IS 'Số bit / How many bits are set';
COMMENT ON COLUMN registry.title_part.title IS 'Số của tên / Title, as in title_model';
COMMENT ON COLUMN registry.title_place.content IS 'Dấu vết nội dung / Sketch of the content, in the row of the unit only';
COMMENT ON COLUMN registry.title_place.core_bits IS 'Bộ ba ký tự của phần tên / Trigrams of the title''s words before its address';
COMMENT ON COLUMN registry.title_place.core_size IS 'Số bit / How many bits are set';
COMMENT ON COLUMN registry.title_place.model_id IS 'Mô hình / Model';
COMMENT ON COLUMN registry.title_place.place IS 'Nơi / Hash of the commune and the top of the unit''s path, or the unit''s id below zero';
COMMENT ON COLUMN registry.unit.code IS 'Mã đơn vị / Official code (reused over time) or a readable own one such as DB-TP-BACKAN';
COMMENT ON COLUMN registry.unit.id IS 'Mã số nội bộ / Identity; never reused';
COMMENT ON COLUMN registry.unit.note IS 'Ghi chú / Note';
COMMENT ON COLUMN registry.unit.path IS 'Tên đầy đủ theo cây / Name with its path as last known; derived by registry.refresh_unit_paths';
COMMENT ON COLUMN registry.unit.path_keys IS 'Khóa tên các đơn vị cấp trên / Keys of the names of all units above, with and without prefix; derived';
COMMENT ON COLUMN registry.unit.source IS 'Nguồn / Where the unit is known from';
COMMENT ON COLUMN registry.unit.tree IS 'Cây tổ chức chính / Home tree: hanh_chinh, dang, mat_tran';
COMMENT ON COLUMN registry.unit.valid IS 'Thời gian tồn tại / Days on which the unit exists; an unbounded start means it is not known';
COMMENT ON COLUMN registry.unit_alias.alias IS 'Tên gọi khác / Other name as written';
COMMENT ON COLUMN registry.unit_alias.alias_key IS 'Khóa so sánh / Comparison key';
COMMENT ON COLUMN registry.unit_alias.search_key IS 'Khóa tìm kiếm không dấu; derived / Key without diacritics, for candidates only; derived';
COMMENT ON COLUMN registry.unit_alias.source IS 'Nguồn / Source';
COMMENT ON COLUMN registry.unit_alias.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN registry.unit_alias.valid IS 'Hiệu lực / Days on which it is used';
COMMENT ON COLUMN registry.unit_block.block_id IS 'Khối / Block';
COMMENT ON COLUMN registry.unit_block.committee_id IS 'Cấp ủy đặt khối / Committee';
COMMENT ON COLUMN registry.unit_block.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN registry.unit_block.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.unit_name.bare_key IS 'Khóa của tên không có danh từ chung / Key of the name without its common noun (xã, huyện, …), null when there is none';
COMMENT ON COLUMN registry.unit_name.name IS 'Tên, như văn bản ghi / Name as written';
COMMENT ON COLUMN registry.unit_name.name_key IS 'Khóa so sánh của tên / Comparison key of the name';
COMMENT ON COLUMN registry.unit_name.search_key IS 'Khóa tìm kiếm không dấu; derived / Key without diacritics, for candidates only; derived';
COMMENT ON COLUMN registry.unit_name.short_name IS 'Tên viết tắt / Short name';
COMMENT ON COLUMN registry.unit_name.type IS 'Loại đơn vị / Type of the unit in this range';
COMMENT ON COLUMN registry.unit_name.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN registry.unit_name.valid IS 'Hiệu lực / Days on which the unit bears this name and type';
COMMENT ON COLUMN registry.unit_parent.parent_id IS 'Đơn vị cấp trên / Unit above';
COMMENT ON COLUMN registry.unit_parent.tree IS 'Cây tổ chức / Tree: hanh_chinh, dang, mat_tran';
COMMENT ON COLUMN registry.unit_parent.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN registry.unit_parent.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.unit_role.for_unit_id IS 'Hành động cho đơn vị / Unit it acts for';
COMMENT ON COLUMN registry.unit_role.id IS 'Mã số nội bộ / Identity';
COMMENT ON COLUMN registry.unit_role.role IS 'Vai trò: standing_body (cơ quan thường trực), appraiser (cơ quan thẩm định) / Role';
COMMENT ON COLUMN registry.unit_role.source IS 'Căn cứ / Legal basis';
COMMENT ON COLUMN registry.unit_role.unit_id IS 'Đơn vị có vai trò / Unit that acts';
COMMENT ON COLUMN registry.unit_role.valid IS 'Hiệu lực / Days';
COMMENT ON COLUMN registry.unit_successor.document_id IS 'Văn bản / Document of the legal basis when it is in the catalogue';
COMMENT ON COLUMN registry.unit_successor.from_id IS 'Đơn vị cũ / Unit that ended';
COMMENT ON COLUMN registry.unit_successor.kind IS 'Kiểu / merge, split, rename, upgrade, dissolve, continue (the same area goes on)';
COMMENT ON COLUMN registry.unit_successor.legal_basis IS 'Căn cứ pháp lý / Legal basis, null when not known';
COMMENT ON COLUMN registry.unit_successor.on_day IS 'Ngày bắt đầu / First day of the successor';
COMMENT ON COLUMN registry.unit_successor.partial IS 'Chỉ một phần / The old unit was divided here: its counts cannot follow automatically';
COMMENT ON COLUMN registry.unit_successor.source IS 'Nguồn / Source';
COMMENT ON COLUMN registry.unit_successor.to_id IS 'Đơn vị kế thừa; null: giải thể, không có đơn vị kế thừa / Unit that follows; null: dissolved, nobody follows';
COMMENT ON COLUMN registry.unit_type."position" IS 'Thứ tự / Order in lists';
COMMENT ON COLUMN registry.unit_type.code IS 'Mã loại / Code: xa, phuong, huyen, tinh, dang_bo, chi_bo, …';
COMMENT ON COLUMN registry.unit_type.level IS 'Cấp / Level of such a unit, null when it has none of its own';
COMMENT ON COLUMN registry.unit_type.name IS 'Tên loại / Name';
COMMENT ON COLUMN registry.unit_type.prefixes IS 'Danh từ chung đứng trước tên / Common nouns before the name, longest first; removed for look-ups without prefix';
COMMENT ON COLUMN registry.unit_type.tree IS 'Cây tổ chức thường gặp / Tree such units usually hang in';
COMMENT ON COLUMN registry.word.family IS 'Nhóm / family_name (họ, DK-004); generic_model_word, address_noun (tên chung chung, từ chỉ địa chỉ, DK-002); district_body (cơ quan cấp huyện, TB-012)';
COMMENT ON COLUMN registry.word.word IS 'Từ, cụm từ / Word or phrase; a family name with its capital, others in small letters';

-- registry | FUNCTION abbreviation_prefixes() | ACL
REVOKE ALL ON FUNCTION registry.abbreviation_prefixes() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.abbreviation_prefixes() TO dvk_daemon;
GRANT ALL ON FUNCTION registry.abbreviation_prefixes() TO dvk_portal;
GRANT ALL ON FUNCTION registry.abbreviation_prefixes() TO dvk_operator;
GRANT ALL ON FUNCTION registry.abbreviation_prefixes() TO dvk_reader;
COMMENT ON FUNCTION registry.abbreviation_prefixes() IS 'Từ điển tiền tố địa danh / Place prefixes that count only before a name, written by registry.load_abbreviations.';

-- registry | FUNCTION abbreviation_words() | ACL
REVOKE ALL ON FUNCTION registry.abbreviation_words() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.abbreviation_words() TO dvk_daemon;
GRANT ALL ON FUNCTION registry.abbreviation_words() TO dvk_portal;
GRANT ALL ON FUNCTION registry.abbreviation_words() TO dvk_operator;
GRANT ALL ON FUNCTION registry.abbreviation_words() TO dvk_reader;
COMMENT ON FUNCTION registry.abbreviation_words() IS 'Từ điển chữ viết tắt / Abbreviations and what they stand for, written by registry.load_abbreviations.';

-- registry | FUNCTION act_day(day text, what text) | ACL
REVOKE ALL ON FUNCTION registry.act_day(day text, what text) FROM PUBLIC;
COMMENT ON FUNCTION registry.act_day(day text, what text) IS 'Ngày của một việc đã làm / The day of an act that people did.';

-- registry | FUNCTION apply_claims(verdicts jsonb, live bigint[]) | ACL
REVOKE ALL ON FUNCTION registry.apply_claims(verdicts jsonb, live bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_claims(verdicts jsonb, live bigint[]) IS 'Ghi số liệu được nêu trong báo cáo hợp lệ / Keeps the figures that valid reports state.';

-- registry | FUNCTION apply_commendations(judged registry.judged[]) | ACL
REVOKE ALL ON FUNCTION registry.apply_commendations(judged registry.judged[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_commendations(judged registry.judged[]) IS 'Ghi quyết định khen thưởng / Writes commendation decisions with their lists.';

-- registry | FUNCTION apply_decided(judged registry.judged) | ACL
REVOKE ALL ON FUNCTION registry.apply_decided(judged registry.judged) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_decided(judged registry.judged) IS 'Chuyển hồ sơ đề nghị sang đã quyết định / Marks the proposals of a decision as decided.';

-- registry | FUNCTION apply_inspections(judged registry.judged[]) | ACL
REVOKE ALL ON FUNCTION registry.apply_inspections(judged registry.judged[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_inspections(judged registry.judged[]) IS 'Ghi biên bản kiểm tra hợp lệ / Writes valid inspection records.';

-- registry | FUNCTION apply_recognitions(judged registry.judged[]) | ACL
REVOKE ALL ON FUNCTION registry.apply_recognitions(judged registry.judged[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_recognitions(judged registry.judged[]) IS 'Ghi quyết định công nhận / Writes the recognitions of decisions.';

-- registry | FUNCTION apply_registrations(judged registry.judged[]) | ACL
REVOKE ALL ON FUNCTION registry.apply_registrations(judged registry.judged[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_registrations(judged registry.judged[]) IS 'Ghi đăng ký hợp lệ / Writes subjects, models and registrations of valid submissions.';

-- registry | FUNCTION apply_reports(judged registry.judged[]) | ACL
REVOKE ALL ON FUNCTION registry.apply_reports(judged registry.judged[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_reports(judged registry.judged[]) IS 'Ghi báo cáo hợp lệ / Writes valid reports.';

-- registry | FUNCTION apply_signatures(verdicts jsonb) | ACL
REVOKE ALL ON FUNCTION registry.apply_signatures(verdicts jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.apply_signatures(verdicts jsonb) IS 'Ghi dấu vết mô hình vừa đăng ký / Writes the signatures of models that registrations just made.';

-- registry | FUNCTION appraisable(submission_id bigint, step text) | ACL
REVOKE ALL ON FUNCTION registry.appraisable(submission_id bigint, step text) FROM PUBLIC;
COMMENT ON FUNCTION registry.appraisable(submission_id bigint, step text) IS 'Khóa hồ sơ để thẩm định / Locks a proposal that may be appraised.';

-- registry | FUNCTION appraisal_facts(model_id bigint, level text, year integer, turn bigint) | ACL
REVOKE ALL ON FUNCTION registry.appraisal_facts(model_id bigint, level text, year integer, turn bigint) FROM PUBLIC;
COMMENT ON FUNCTION registry.appraisal_facts(model_id bigint, level text, year integer, turn bigint) IS 'Dữ kiện thẩm định của mô hình / The appraisals that a model passed.';

-- registry | FUNCTION appraise(submission_id bigint, scores jsonb, council jsonb, minutes jsonb, conclusion text) | ACL
REVOKE ALL ON FUNCTION registry.appraise(submission_id bigint, scores jsonb, council jsonb, minutes jsonb, conclusion text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.appraise(submission_id bigint, scores jsonb, council jsonb, minutes jsonb, conclusion text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.appraise(submission_id bigint, scores jsonb, council jsonb, minutes jsonb, conclusion text) TO dvk_operator;
COMMENT ON FUNCTION registry.appraise(submission_id bigint, scores jsonb, council jsonb, minutes jsonb, conclusion text) IS 'Ghi kết quả thẩm định / Records the appraisal of a proposal: scores, council, minutes, conclusion.';

-- registry | FUNCTION appraiser_on(body text, organiser bigint, level text, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.appraiser_on(body text, organiser bigint, level text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION registry.appraiser_on(body text, organiser bigint, level text, on_day date) IS 'Cơ quan được thẩm định / Who may appraise for an organiser on a day.';

-- registry | FUNCTION assign_block(unit_code text, committee_code text, block_code text, valid_from date, valid_until date) | ACL
REVOKE ALL ON FUNCTION registry.assign_block(unit_code text, committee_code text, block_code text, valid_from date, valid_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.assign_block(unit_code text, committee_code text, block_code text, valid_from date, valid_until date) TO dvk_operator;
COMMENT ON FUNCTION registry.assign_block(unit_code text, committee_code text, block_code text, valid_from date, valid_until date) IS 'Xếp đơn vị vào khối / Puts a unit into a block of a committee.';

-- registry | FUNCTION assign_role(unit_code text, role text, for_code text, source text, valid_from date, valid_until date) | ACL
REVOKE ALL ON FUNCTION registry.assign_role(unit_code text, role text, for_code text, source text, valid_from date, valid_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.assign_role(unit_code text, role text, for_code text, source text, valid_from date, valid_until date) TO dvk_operator;
COMMENT ON FUNCTION registry.assign_role(unit_code text, role text, for_code text, source text, valid_from date, valid_until date) IS 'Giao vai trò thường trực, thẩm định / Records a standing body or an appraiser, dated.';

-- registry | FUNCTION authority_of(issuer_key text, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.authority_of(issuer_key text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION registry.authority_of(issuer_key text, on_day date) IS 'Thẩm quyền theo tên cơ quan / The body that an issuer''s name begins with.';

-- registry | FUNCTION authority_on(issuer text, act text, level text, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.authority_on(issuer text, act text, level text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION registry.authority_on(issuer text, act text, level text, on_day date) IS 'Thẩm quyền tại một ngày / The body that may recognise or commend at a level on a day.';

-- registry | FUNCTION bare_key(name_key text, prefix_keys text[]) | ACL
REVOKE ALL ON FUNCTION registry.bare_key(name_key text, prefix_keys text[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.bare_key(name_key text, prefix_keys text[]) IS 'Khóa tên bỏ danh từ chung / Key of a unit''s name without its common noun.';

-- registry | FUNCTION begin_appraisal(submission_id bigint, note text) | ACL
REVOKE ALL ON FUNCTION registry.begin_appraisal(submission_id bigint, note text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.begin_appraisal(submission_id bigint, note text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.begin_appraisal(submission_id bigint, note text) TO dvk_operator;
COMMENT ON FUNCTION registry.begin_appraisal(submission_id bigint, note text) IS 'Đưa hồ sơ vào thẩm định / Takes a valid proposal into appraisal.';

-- registry | FUNCTION block_of(unit_id bigint, campaign_id bigint) | ACL
REVOKE ALL ON FUNCTION registry.block_of(unit_id bigint, campaign_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION registry.block_of(unit_id bigint, campaign_id bigint) IS 'Khối của đơn vị trong kỳ của đợt / The block of a unit as of a campaign''s period.';

-- registry | FUNCTION campaign_card(c registry.campaign) | ACL
REVOKE ALL ON FUNCTION registry.campaign_card(c registry.campaign) FROM PUBLIC;
COMMENT ON FUNCTION registry.campaign_card(c registry.campaign) IS 'Đợt như được khai báo / What a campaign is defined by.';

-- registry | FUNCTION campaign_defaults(on_day date) | ACL
REVOKE ALL ON FUNCTION registry.campaign_defaults(on_day date) FROM PUBLIC;
COMMENT ON FUNCTION registry.campaign_defaults(on_day date) IS 'Tham số mặc định của đợt / The parameters that a campaign has unless it says otherwise.';

-- registry | FUNCTION campaign_number(c registry.campaign, name text) | ACL
REVOKE ALL ON FUNCTION registry.campaign_number(c registry.campaign, name text) FROM PUBLIC;
COMMENT ON FUNCTION registry.campaign_number(c registry.campaign, name text) IS 'Tham số bắt buộc của đợt / A parameter of a campaign that must be there: its own, else the legal one of its first day.';

-- registry | FUNCTION changes(after text, "limit" integer) | ACL
REVOKE ALL ON FUNCTION registry.changes(after text, "limit" integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.changes(after text, "limit" integer) TO dvk_portal;
GRANT ALL ON FUNCTION registry.changes(after text, "limit" integer) TO dvk_operator;
COMMENT ON FUNCTION registry.changes(after text, "limit" integer) IS 'Luồng thay đổi trạng thái hồ sơ / Feed of state changes that never skips a late commit.';

-- registry | FUNCTION check_attachments(attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.check_attachments(attachments jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_attachments(attachments jsonb) IS 'Kiểm tra danh sách tệp kèm theo / Refuses a malformed list of attachments.';

-- registry | FUNCTION check_award(award jsonb, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.check_award(award jsonb, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_award(award jsonb, on_day date) IS 'Kiểm tra nội dung khen thưởng / Refuses what does not say what is given for what.';

-- registry | FUNCTION check_campaign_parameters(parameters jsonb, rule_set integer) | ACL
REVOKE ALL ON FUNCTION registry.check_campaign_parameters(parameters jsonb, rule_set integer) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_campaign_parameters(parameters jsonb, rule_set integer) IS 'Kiểm tra tham số của đợt / Refuses parameters of a campaign that are not right.';

-- registry | FUNCTION check_content(content jsonb) | ACL
REVOKE ALL ON FUNCTION registry.check_content(content jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_content(content jsonb) IS 'Giới hạn nội dung hồ sơ / Refuses content beyond the limits.';

-- registry | FUNCTION check_council(council jsonb, content jsonb) | ACL
REVOKE ALL ON FUNCTION registry.check_council(council jsonb, content jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_council(council jsonb, content jsonb) IS 'Kiểm tra thành phần thẩm định / Refuses a council that is none, or judges its own.';

-- registry | FUNCTION check_list(list jsonb, what text) | ACL
REVOKE ALL ON FUNCTION registry.check_list(list jsonb, what text) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_list(list jsonb, what text) IS 'Kiểm tra danh sách kèm quyết định / Refuses what is no list of named things.';

-- registry | FUNCTION check_proposals(proposals bigint[], wanted_kind text, wanted jsonb, what text, list jsonb, decided_on date) | ACL
REVOKE ALL ON FUNCTION registry.check_proposals(proposals bigint[], wanted_kind text, wanted jsonb, what text, list jsonb, decided_on date) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_proposals(proposals bigint[], wanted_kind text, wanted jsonb, what text, list jsonb, decided_on date) IS 'Kiểm tra hồ sơ đề nghị của quyết định / Refuses proposals on which a decision cannot rest.';

-- registry | FUNCTION check_revocation(revoked_at timestamp with time zone, acted_on date, revoked_on date, again text) | ACL
REVOKE ALL ON FUNCTION registry.check_revocation(revoked_at timestamp with time zone, acted_on date, revoked_on date, again text) FROM PUBLIC;
COMMENT ON FUNCTION registry.check_revocation(revoked_at timestamp with time zone, acted_on date, revoked_on date, again text) IS 'Kiểm tra việc thu hồi / Refuses to revoke twice, or before the act.';

-- registry | FUNCTION close_campaign(code text, reason text) | ACL
REVOKE ALL ON FUNCTION registry.close_campaign(code text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.close_campaign(code text, reason text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.close_campaign(code text, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.close_campaign(code text, reason text) IS 'Đóng đợt / Closes a campaign.';

-- registry | FUNCTION close_proceeding(id bigint, closed_on date, reason text) | ACL
REVOKE ALL ON FUNCTION registry.close_proceeding(id bigint, closed_on date, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.close_proceeding(id bigint, closed_on date, reason text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.close_proceeding(id bigint, closed_on date, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.close_proceeding(id bigint, closed_on date, reason text) IS 'Ghi kết thúc việc xem xét / Records that a proceeding ended.';

-- registry | FUNCTION collective_text(recipient jsonb) | ACL
REVOKE ALL ON FUNCTION registry.collective_text(recipient jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.collective_text(recipient jsonb) IS 'Tên tập thể kèm đơn vị / Name of a commended collective with its unit.';

-- registry | FUNCTION confirm_finding(submission_id bigint, code text, path text, reason text, unit_id bigint, confirmed_by text) | ACL
REVOKE ALL ON FUNCTION registry.confirm_finding(submission_id bigint, code text, path text, reason text, unit_id bigint, confirmed_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.confirm_finding(submission_id bigint, code text, path text, reason text, unit_id bigint, confirmed_by text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.confirm_finding(submission_id bigint, code text, path text, reason text, unit_id bigint, confirmed_by text) TO dvk_operator;
COMMENT ON FUNCTION registry.confirm_finding(submission_id bigint, code text, path text, reason text, unit_id bigint, confirmed_by text) IS 'Xác nhận cảnh báo / Confirms a warning: who, when and why; with DV-003 the unit that is meant.';

-- registry | FUNCTION confirmer(f registry.finding) | ACL
REVOKE ALL ON FUNCTION registry.confirmer(f registry.finding) FROM PUBLIC;
COMMENT ON FUNCTION registry.confirmer(f registry.finding) IS 'Người xác nhận / Who confirmed a warning.';

-- registry | FUNCTION content_problem(content jsonb, what text, most integer) | ACL
REVOKE ALL ON FUNCTION registry.content_problem(content jsonb, what text, most integer) FROM PUBLIC;
COMMENT ON FUNCTION registry.content_problem(content jsonb, what text, most integer) IS 'Chỗ vượt giới hạn trong nội dung / Where a content goes beyond a limit.';

-- registry | FUNCTION deadline_day(words text) | ACL
REVOKE ALL ON FUNCTION registry.deadline_day(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.deadline_day(words text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.deadline_day(words text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.deadline_day(words text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.deadline_day(words text) TO dvk_reader;
COMMENT ON FUNCTION registry.deadline_day(words text) IS 'Ngày cuối cùng của thời hạn / The last day on which a deadline is kept.';

-- registry | FUNCTION decision_day(decision jsonb) | ACL
REVOKE ALL ON FUNCTION registry.decision_day(decision jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.decision_day(decision jsonb) IS 'Ngày của quyết định / The day of a decision, after its head was checked.';

-- registry | FUNCTION define_alias(unit_code text, alias text, valid_from date, valid_until date) | ACL
REVOKE ALL ON FUNCTION registry.define_alias(unit_code text, alias text, valid_from date, valid_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.define_alias(unit_code text, alias text, valid_from date, valid_until date) TO dvk_operator;
COMMENT ON FUNCTION registry.define_alias(unit_code text, alias text, valid_from date, valid_until date) IS 'Khai báo tên gọi khác / Records another name of a unit.';

-- registry | FUNCTION define_block(committee_code text, block_code text, name text, valid_from date, valid_until date) | ACL
REVOKE ALL ON FUNCTION registry.define_block(committee_code text, block_code text, name text, valid_from date, valid_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.define_block(committee_code text, block_code text, name text, valid_from date, valid_until date) TO dvk_operator;
COMMENT ON FUNCTION registry.define_block(committee_code text, block_code text, name text, valid_from date, valid_until date) IS 'Khai báo khối / Records a reporting block of a committee.';

-- registry | FUNCTION define_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb) | ACL
REVOKE ALL ON FUNCTION registry.define_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.define_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.define_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb) IS 'Mở đợt / Opens a campaign, or changes the one of that code.';

-- registry | FUNCTION define_field_set(code text, name text, fields jsonb) | ACL
REVOKE ALL ON FUNCTION registry.define_field_set(code text, name text, fields jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.define_field_set(code text, name text, fields jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.define_field_set(code text, name text, fields jsonb) IS 'Khai báo bộ lĩnh vực / Records a set of fields.';

-- registry | FUNCTION define_successor(from_code text, to_code text, on_day date, kind text, legal_basis text, partial boolean) | ACL
REVOKE ALL ON FUNCTION registry.define_successor(from_code text, to_code text, on_day date, kind text, legal_basis text, partial boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.define_successor(from_code text, to_code text, on_day date, kind text, legal_basis text, partial boolean) TO dvk_operator;
COMMENT ON FUNCTION registry.define_successor(from_code text, to_code text, on_day date, kind text, legal_basis text, partial boolean) IS 'Ghi đơn vị kế thừa / Records that a unit follows another, with its legal basis.';

-- registry | FUNCTION define_unit(code text, name text, type text, tree text, parent_code text, valid_from date, valid_until date, note text) | ACL
REVOKE ALL ON FUNCTION registry.define_unit(code text, name text, type text, tree text, parent_code text, valid_from date, valid_until date, note text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.define_unit(code text, name text, type text, tree text, parent_code text, valid_from date, valid_until date, note text) TO dvk_operator;
COMMENT ON FUNCTION registry.define_unit(code text, name text, type text, tree text, parent_code text, valid_from date, valid_until date, note text) IS 'Khai báo đơn vị / Records a unit under its code, or changes the one that bears it.';

-- registry | FUNCTION ended_unit(unit_text text, on_day date, matches jsonb, cards jsonb) | ACL
REVOKE ALL ON FUNCTION registry.ended_unit(unit_text text, on_day date, matches jsonb, cards jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.ended_unit(unit_text text, on_day date, matches jsonb, cards jsonb) IS 'Đơn vị cùng tên đã kết thúc / The unit of a name that had ended last.';

-- registry | FUNCTION ensure_document(content jsonb, turn bigint) | ACL
REVOKE ALL ON FUNCTION registry.ensure_document(content jsonb, turn bigint) FROM PUBLIC;
COMMENT ON FUNCTION registry.ensure_document(content jsonb, turn bigint) IS 'Ghi văn bản của quyết định nếu chưa có / Records the document of a decision.';

-- registry | FUNCTION ensure_period(code text) | ACL
REVOKE ALL ON FUNCTION registry.ensure_period(code text) FROM PUBLIC;
COMMENT ON FUNCTION registry.ensure_period(code text) IS 'Ghi kỳ vào danh mục nếu chưa có / Records a period unless it is there.';

-- registry | FUNCTION ensure_subjects(named registry.named_subject[]) | ACL
REVOKE ALL ON FUNCTION registry.ensure_subjects(named registry.named_subject[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.ensure_subjects(named registry.named_subject[]) IS 'Ghi chủ thể nếu chưa có / Records subjects that are not there yet.';

-- registry | FUNCTION field_of(campaign_id bigint, field text) | ACL
REVOKE ALL ON FUNCTION registry.field_of(campaign_id bigint, field text) FROM PUBLIC;
COMMENT ON FUNCTION registry.field_of(campaign_id bigint, field text) IS 'Lĩnh vực theo tên trong đợt / The field that a text names in the campaign''s set.';

-- registry | FUNCTION file_for_officer(kind text, campaign text, unit text, content jsonb, attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.file_for_officer(kind text, campaign text, unit text, content jsonb, attachments jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.file_for_officer(kind text, campaign text, unit text, content jsonb, attachments jsonb) IS 'Ghi việc của cán bộ qua registry.submit / Hands in what an officer recorded, through registry.submit.';

-- registry | FUNCTION find_unit(text text, on_day date, trees text[]) | ACL
REVOKE ALL ON FUNCTION registry.find_unit(text text, on_day date, trees text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.find_unit(text text, on_day date, trees text[]) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.find_unit(text text, on_day date, trees text[]) TO dvk_portal;
GRANT ALL ON FUNCTION registry.find_unit(text text, on_day date, trees text[]) TO dvk_operator;
GRANT ALL ON FUNCTION registry.find_unit(text text, on_day date, trees text[]) TO dvk_reader;
COMMENT ON FUNCTION registry.find_unit(text text, on_day date, trees text[]) IS 'Tìm đơn vị theo mã hoặc tên / Units that a code or a name with its path may mean.';

-- registry | FUNCTION finding_place(kind text, path text) | ACL
REVOKE ALL ON FUNCTION registry.finding_place(kind text, path text) FROM PUBLIC;
COMMENT ON FUNCTION registry.finding_place(kind text, path text) IS 'Chỗ của kết quả kiểm tra bằng lời / Where a finding stands, in the words of the form.';

-- registry | FUNCTION is_copied(a bytea, b bytea) | ACL
REVOKE ALL ON FUNCTION registry.is_copied(a bytea, b bytea) FROM PUBLIC;
COMMENT ON FUNCTION registry.is_copied(a bytea, b bytea) IS 'Hai nội dung có lẽ là một / Whether two contents look like one text.';

-- registry | FUNCTION is_whole(value jsonb, low integer, high integer) | ACL
REVOKE ALL ON FUNCTION registry.is_whole(value jsonb, low integer, high integer) FROM PUBLIC;
COMMENT ON FUNCTION registry.is_whole(value jsonb, low integer, high integer) IS 'Là số nguyên trong khoảng / Whether a JSON value is a whole number in a range.';

-- registry | FUNCTION iso_date(value text) | ACL
REVOKE ALL ON FUNCTION registry.iso_date(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.iso_date(value text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.iso_date(value text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.iso_date(value text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.iso_date(value text) TO dvk_reader;
COMMENT ON FUNCTION registry.iso_date(value text) IS 'Đọc ngày yyyy-mm-dd / The day a text names, null when there is no such day.';

-- registry | FUNCTION issuer_body(issuer text) | ACL
REVOKE ALL ON FUNCTION registry.issuer_body(issuer text) FROM PUBLIC;
COMMENT ON FUNCTION registry.issuer_body(issuer text) IS 'Khóa của cơ quan ban hành / Key of the body behind an issuer.';

-- registry | FUNCTION level_card(l registry.level) | ACL
REVOKE ALL ON FUNCTION registry.level_card(l registry.level) FROM PUBLIC;
COMMENT ON FUNCTION registry.level_card(l registry.level) IS 'Cấp, dạng JSON / A level as JSON.';

-- registry | FUNCTION level_on(level text, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.level_on(level text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION registry.level_on(level text, on_day date) IS 'Cấp có vào ngày đó không / Refuses a level that does not exist on a day.';

-- registry | FUNCTION listed_model_keys(content jsonb) | ACL
REVOKE ALL ON FUNCTION registry.listed_model_keys(content jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.listed_model_keys(content jsonb) IS 'Khóa tên các mô hình trong danh sách / Keys of all models a proposal or decision lists.';

-- registry | FUNCTION listed_models(content jsonb, on_day date, matches jsonb) | ACL
REVOKE ALL ON FUNCTION registry.listed_models(content jsonb, on_day date, matches jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.listed_models(content jsonb, on_day date, matches jsonb) IS 'Mô hình trong danh sách công nhận / The models that a recognition lists.';

-- registry | FUNCTION listed_subjects(content jsonb) | ACL
REVOKE ALL ON FUNCTION registry.listed_subjects(content jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.listed_subjects(content jsonb) IS 'Chủ thể nêu trong hồ sơ đăng ký / The subjects of a registration.';

-- registry | FUNCTION listed_unit_facts(list jsonb, field text, on_day date, matches jsonb, cards jsonb) | ACL
REVOKE ALL ON FUNCTION registry.listed_unit_facts(list jsonb, field text, on_day date, matches jsonb, cards jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.listed_unit_facts(list jsonb, field text, on_day date, matches jsonb, cards jsonb) IS 'Đơn vị của từng dòng / What units each item of a list may mean.';

-- registry | FUNCTION listed_unit_texts(content jsonb) | ACL
REVOKE ALL ON FUNCTION registry.listed_unit_texts(content jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.listed_unit_texts(content jsonb) IS 'Các đơn vị nêu trong danh sách / Unit texts that lists inside a content name.';

-- registry | FUNCTION load_abbreviations() | ACL
REVOKE ALL ON FUNCTION registry.load_abbreviations() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_abbreviations() IS 'Nạp từ điển chữ viết tắt / Loads the dictionary of abbreviations used by name keys.';

-- registry | FUNCTION load_authorities() | ACL
REVOKE ALL ON FUNCTION registry.load_authorities() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_authorities() IS 'Nạp danh mục thẩm quyền / Loads authorities.csv.';

-- registry | FUNCTION load_boilerplate() | ACL
REVOKE ALL ON FUNCTION registry.load_boilerplate() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_boilerplate() IS 'Nạp nội dung rác của cổng thông tin / Loads the phrases that portals leave in copied text.';

-- registry | FUNCTION load_criteria() | ACL
REVOKE ALL ON FUNCTION registry.load_criteria() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_criteria() IS 'Nạp tiêu chí / Loads criteria.csv.';

-- registry | FUNCTION load_criterion_sets() | ACL
REVOKE ALL ON FUNCTION registry.load_criterion_sets() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_criterion_sets() IS 'Nạp bộ tiêu chí / Loads criterion_sets.csv.';

-- registry | FUNCTION load_documents() | ACL
REVOKE ALL ON FUNCTION registry.load_documents() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_documents() IS 'Nạp danh mục căn cứ pháp lý / Loads documents.csv.';

-- registry | FUNCTION load_field_sets() | ACL
REVOKE ALL ON FUNCTION registry.load_field_sets() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_field_sets() IS 'Nạp bộ lĩnh vực / Loads field_sets.csv.';

-- registry | FUNCTION load_forms() | ACL
REVOKE ALL ON FUNCTION registry.load_forms() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_forms() IS 'Nạp biểu mẫu hồ sơ / Loads the forms of submissions: JSON Schema and examples.';

-- registry | FUNCTION load_legal_parameters() | ACL
REVOKE ALL ON FUNCTION registry.load_legal_parameters() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_legal_parameters() IS 'Nạp tham số pháp lý / Loads legal_parameters.csv.';

-- registry | FUNCTION load_levels() | ACL
REVOKE ALL ON FUNCTION registry.load_levels() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_levels() IS 'Nạp danh mục cấp / Loads levels.csv.';

-- registry | FUNCTION load_rule_actions() | ACL
REVOKE ALL ON FUNCTION registry.load_rule_actions() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_rule_actions() IS 'Nạp việc cần làm theo quy tắc / Loads what is to be done about findings.';

-- registry | FUNCTION load_rules() | ACL
REVOKE ALL ON FUNCTION registry.load_rules() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_rules() IS 'Nạp danh mục quy tắc kiểm tra / Loads the catalogue of validation rules.';

-- registry | FUNCTION load_terms() | ACL
REVOKE ALL ON FUNCTION registry.load_terms() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_terms() IS 'Nạp danh mục dùng chung / Loads terms.csv.';

-- registry | FUNCTION load_unit_successors() | ACL
REVOKE ALL ON FUNCTION registry.load_unit_successors() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_unit_successors() IS 'Nạp đơn vị kế thừa / Loads unit_successors.csv and returns the edges that do not fit.';

-- registry | FUNCTION load_unit_types() | ACL
REVOKE ALL ON FUNCTION registry.load_unit_types() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_unit_types() IS 'Nạp danh mục loại đơn vị / Loads unit_types.csv.';

-- registry | FUNCTION load_units() | ACL
REVOKE ALL ON FUNCTION registry.load_units() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_units() IS 'Nạp đơn vị hành chính / Loads units.csv and returns the rows that do not fit.';

-- registry | FUNCTION load_words() | ACL
REVOKE ALL ON FUNCTION registry.load_words() FROM PUBLIC;
COMMENT ON FUNCTION registry.load_words() IS 'Nạp từ ngữ dùng khi kiểm tra / Loads the words that rules go by.';

-- registry | FUNCTION model_unit() | ACL
REVOKE ALL ON FUNCTION registry.model_unit() FROM PUBLIC;
COMMENT ON FUNCTION registry.model_unit() IS 'Chuyển công nhận theo đơn vị mới của mô hình / Moves the recognitions of a model to its new unit';

-- registry | FUNCTION move_submission(id bigint, step text, to_state text, reason text, detail jsonb) | ACL
REVOKE ALL ON FUNCTION registry.move_submission(id bigint, step text, to_state text, reason text, detail jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.move_submission(id bigint, step text, to_state text, reason text, detail jsonb) IS 'Chuyển bước hồ sơ / Takes one legal step of a submission.';

-- registry | FUNCTION name_key(value text) | ACL
REVOKE ALL ON FUNCTION registry.name_key(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.name_key(value text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.name_key(value text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.name_key(value text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.name_key(value text) TO dvk_reader;
COMMENT ON FUNCTION registry.name_key(value text) IS 'Khóa so khớp tên / The key by which names are compared: form, case, punctuation, tone-mark style and abbreviations do not count.';

-- registry | FUNCTION name_words(value text) | ACL
REVOKE ALL ON FUNCTION registry.name_words(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.name_words(value text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.name_words(value text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.name_words(value text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.name_words(value text) TO dvk_reader;
COMMENT ON FUNCTION registry.name_words(value text) IS 'Các từ của tên để so khớp / The words of a name, as its comparison key is made of.';

-- registry | FUNCTION need_reason(reason text) | ACL
REVOKE ALL ON FUNCTION registry.need_reason(reason text) FROM PUBLIC;
COMMENT ON FUNCTION registry.need_reason(reason text) IS 'Lý do bắt buộc / A reason that must be given.';

-- registry | FUNCTION one_line(words text) | ACL
REVOKE ALL ON FUNCTION registry.one_line(words text) FROM PUBLIC;
COMMENT ON FUNCTION registry.one_line(words text) IS 'Viết trên một dòng / A text on one line.';

-- registry | FUNCTION open_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb, reason text) | ACL
REVOKE ALL ON FUNCTION registry.open_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.open_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb, reason text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.open_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.open_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb, reason text) IS 'Mở đợt, hoặc mở lại / Opens a campaign, or opens a closed one again.';

-- registry | FUNCTION open_campaign_id(code text) | ACL
REVOKE ALL ON FUNCTION registry.open_campaign_id(code text) FROM PUBLIC;
COMMENT ON FUNCTION registry.open_campaign_id(code text) IS 'Đợt đang mở / A campaign that takes submissions.';

-- registry | FUNCTION open_proceeding(kind text, subject_kind text, name text, unit text, opened_on date, source text) | ACL
REVOKE ALL ON FUNCTION registry.open_proceeding(kind text, subject_kind text, name text, unit text, opened_on date, source text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.open_proceeding(kind text, subject_kind text, name text, unit text, opened_on date, source text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.open_proceeding(kind text, subject_kind text, name text, unit text, opened_on date, source text) TO dvk_operator;
COMMENT ON FUNCTION registry.open_proceeding(kind text, subject_kind text, name text, unit text, opened_on date, source text) IS 'Ghi việc đang xem xét, xác minh / Records a proceeding that holds awards back.';

-- registry | FUNCTION overdue_proposals(on_day date) | ACL
REVOKE ALL ON FUNCTION registry.overdue_proposals(on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.overdue_proposals(on_day date) TO dvk_portal;
GRANT ALL ON FUNCTION registry.overdue_proposals(on_day date) TO dvk_operator;
COMMENT ON FUNCTION registry.overdue_proposals(on_day date) IS 'Đề nghị khen thưởng quá hạn giải quyết / Proposals of commendation that were neither decided nor returned in time.';

-- registry | FUNCTION overlap_candidates(probes text, listed integer) | ACL
REVOKE ALL ON FUNCTION registry.overlap_candidates(probes text, listed integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.overlap_candidates(probes text, listed integer) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.overlap_candidates(probes text, listed integer) TO dvk_operator;
COMMENT ON FUNCTION registry.overlap_candidates(probes text, listed integer) IS 'Mô hình có thể chồng chéo với hồ sơ đăng ký / Models that may overlap with those being registered.';

-- registry | FUNCTION period_range(code text) | ACL
REVOKE ALL ON FUNCTION registry.period_range(code text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.period_range(code text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.period_range(code text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.period_range(code text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.period_range(code text) TO dvk_reader;
COMMENT ON FUNCTION registry.period_range(code text) IS 'Ngày đầu, ngày cuối của kỳ / First and last day of a period code.';

-- registry | FUNCTION person_key(name text) | ACL
REVOKE ALL ON FUNCTION registry.person_key(name text) FROM PUBLIC;
COMMENT ON FUNCTION registry.person_key(name text) IS 'Khóa tên người, bỏ cách xưng hô / Key of a person''s name without its title.';

-- registry | FUNCTION person_name_parts(name text) | ACL
REVOKE ALL ON FUNCTION registry.person_name_parts(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.person_name_parts(name text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.person_name_parts(name text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.person_name_parts(name text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.person_name_parts(name text) TO dvk_reader;
COMMENT ON FUNCTION registry.person_name_parts(name text) IS 'Tên, họ, đệm để xếp danh sách / Given, family and middle names, as lists of people are sorted.';

-- registry | FUNCTION place_number(value text) | ACL
REVOKE ALL ON FUNCTION registry.place_number(value text) FROM PUBLIC;
COMMENT ON FUNCTION registry.place_number(value text) IS 'Số của một địa danh / A hash of a place''s name.';

-- registry | FUNCTION plain_letters(value text) | ACL
REVOKE ALL ON FUNCTION registry.plain_letters(value text) FROM PUBLIC;
COMMENT ON FUNCTION registry.plain_letters(value text) IS 'Bỏ dấu chữ Việt / Letters without their marks, for candidates only.';

-- registry | FUNCTION prefix_keys(type text) | ACL
REVOKE ALL ON FUNCTION registry.prefix_keys(type text) FROM PUBLIC;
COMMENT ON FUNCTION registry.prefix_keys(type text) IS 'Khóa các danh từ chung của loại đơn vị / Keys of the common nouns of a type of unit.';

-- registry | FUNCTION proceeding_facts(recipient jsonb, on_day date, matches jsonb) | ACL
REVOKE ALL ON FUNCTION registry.proceeding_facts(recipient jsonb, on_day date, matches jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.proceeding_facts(recipient jsonb, on_day date, matches jsonb) IS 'Việc đang xem xét đối với đối tượng khen / Proceedings against a subject of a commendation.';

-- registry | FUNCTION processing_until(kind text, content jsonb, filed_on date) | ACL
REVOKE ALL ON FUNCTION registry.processing_until(kind text, content jsonb, filed_on date) FROM PUBLIC;
COMMENT ON FUNCTION registry.processing_until(kind text, content jsonb, filed_on date) IS 'Hạn giải quyết đề nghị khen thưởng / The last day on which a proposal of commendation is to be decided or returned.';

-- registry | FUNCTION propose_commendation(campaign text, unit text, award jsonb, recipients jsonb, dossier jsonb, attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.propose_commendation(campaign text, unit text, award jsonb, recipients jsonb, dossier jsonb, attachments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.propose_commendation(campaign text, unit text, award jsonb, recipients jsonb, dossier jsonb, attachments jsonb) TO dvk_portal;
GRANT ALL ON FUNCTION registry.propose_commendation(campaign text, unit text, award jsonb, recipients jsonb, dossier jsonb, attachments jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.propose_commendation(campaign text, unit text, award jsonb, recipients jsonb, dossier jsonb, attachments jsonb) IS 'Đề nghị khen thưởng / Hands in a proposal of commendation.';

-- registry | FUNCTION read_day(value text) | ACL
REVOKE ALL ON FUNCTION registry.read_day(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.read_day(value text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.read_day(value text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.read_day(value text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.read_day(value text) TO dvk_reader;
COMMENT ON FUNCTION registry.read_day(value text) IS 'Đọc ngày như người ta viết / The day a text names, in the common Vietnamese forms.';

-- registry | FUNCTION read_scores(scores jsonb, c registry.campaign, content jsonb, conclusion text) | ACL
REVOKE ALL ON FUNCTION registry.read_scores(scores jsonb, c registry.campaign, content jsonb, conclusion text) FROM PUBLIC;
COMMENT ON FUNCTION registry.read_scores(scores jsonb, c registry.campaign, content jsonb, conclusion text) IS 'Đọc điểm thẩm định / Reads and checks the scores of an appraisal.';

-- registry | FUNCTION recipient_facts(content jsonb, filed_on date, turn bigint, matches jsonb, own jsonb) | ACL
REVOKE ALL ON FUNCTION registry.recipient_facts(content jsonb, filed_on date, turn bigint, matches jsonb, own jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.recipient_facts(content jsonb, filed_on date, turn bigint, matches jsonb, own jsonb) IS 'Dữ kiện về đối tượng khen / What is known of the subjects of a commendation.';

-- registry | FUNCTION recognition_unit() | ACL
REVOKE ALL ON FUNCTION registry.recognition_unit() FROM PUBLIC;
COMMENT ON FUNCTION registry.recognition_unit() IS 'Ghi đơn vị của mô hình vào công nhận / Gives a recognition the unit of its model';

-- registry | FUNCTION record_commendation(campaign text, unit text, decision jsonb, award jsonb, recipients jsonb, proposals bigint[], attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.record_commendation(campaign text, unit text, decision jsonb, award jsonb, recipients jsonb, proposals bigint[], attachments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.record_commendation(campaign text, unit text, decision jsonb, award jsonb, recipients jsonb, proposals bigint[], attachments jsonb) TO dvk_portal;
GRANT ALL ON FUNCTION registry.record_commendation(campaign text, unit text, decision jsonb, award jsonb, recipients jsonb, proposals bigint[], attachments jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.record_commendation(campaign text, unit text, decision jsonb, award jsonb, recipients jsonb, proposals bigint[], attachments jsonb) IS 'Ghi quyết định khen thưởng / Records a decision of commendation that people issued.';

-- registry | FUNCTION record_exemplary(campaign text, unit text, decision jsonb, level text, year integer, models jsonb, proposals bigint[], attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.record_exemplary(campaign text, unit text, decision jsonb, level text, year integer, models jsonb, proposals bigint[], attachments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.record_exemplary(campaign text, unit text, decision jsonb, level text, year integer, models jsonb, proposals bigint[], attachments jsonb) TO dvk_portal;
GRANT ALL ON FUNCTION registry.record_exemplary(campaign text, unit text, decision jsonb, level text, year integer, models jsonb, proposals bigint[], attachments jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.record_exemplary(campaign text, unit text, decision jsonb, level text, year integer, models jsonb, proposals bigint[], attachments jsonb) IS 'Ghi quyết định công nhận điển hình / Records a decision that names exemplary models.';

-- registry | FUNCTION record_inspection(campaign text, unit text, team text, inspected_on date, units text[], topics text[], conclusion text, attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.record_inspection(campaign text, unit text, team text, inspected_on date, units text[], topics text[], conclusion text, attachments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.record_inspection(campaign text, unit text, team text, inspected_on date, units text[], topics text[], conclusion text, attachments jsonb) TO dvk_portal;
GRANT ALL ON FUNCTION registry.record_inspection(campaign text, unit text, team text, inspected_on date, units text[], topics text[], conclusion text, attachments jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.record_inspection(campaign text, unit text, team text, inspected_on date, units text[], topics text[], conclusion text, attachments jsonb) IS 'Ghi biên bản kiểm tra / Records what an inspection team saw.';

-- registry | FUNCTION record_recognition(campaign text, unit text, decision jsonb, level text, year integer, title text, models jsonb, proposals bigint[], attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.record_recognition(campaign text, unit text, decision jsonb, level text, year integer, title text, models jsonb, proposals bigint[], attachments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.record_recognition(campaign text, unit text, decision jsonb, level text, year integer, title text, models jsonb, proposals bigint[], attachments jsonb) TO dvk_portal;
GRANT ALL ON FUNCTION registry.record_recognition(campaign text, unit text, decision jsonb, level text, year integer, title text, models jsonb, proposals bigint[], attachments jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.record_recognition(campaign text, unit text, decision jsonb, level text, year integer, title text, models jsonb, proposals bigint[], attachments jsonb) IS 'Ghi quyết định công nhận / Records a decision of recognition that people issued.';

-- registry | FUNCTION refresh_unit_paths(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION registry.refresh_unit_paths(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.refresh_unit_paths(ids bigint[]) IS 'Tính lại tên đầy đủ và khóa cấp trên của đơn vị / Recomputes paths and path keys of units and all below them.';

-- registry | FUNCTION refuse_backward_edges(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION registry.refuse_backward_edges(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.refuse_backward_edges(ids bigint[]) IS 'Chặn kế thừa ngược thời gian / Refuses edges of succession against time';

-- registry | FUNCTION refuse_missing(code text, names text) | ACL
REVOKE ALL ON FUNCTION registry.refuse_missing(code text, names text) FROM PUBLIC;
COMMENT ON FUNCTION registry.refuse_missing(code text, names text) IS 'Từ chối đợt thiếu tham số / Says that a campaign lacks parameters.';

-- registry | FUNCTION refuse_step(submission_id bigint, state text, step text) | ACL
REVOKE ALL ON FUNCTION registry.refuse_step(submission_id bigint, state text, step text) FROM PUBLIC;
COMMENT ON FUNCTION registry.refuse_step(submission_id bigint, state text, step text) IS 'Từ chối bước không hợp lệ, nêu các bước được phép / Refuses a step and names the legal ones.';

-- registry | FUNCTION register_replication(campaign text, unit text, source_model text, content jsonb, attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.register_replication(campaign text, unit text, source_model text, content jsonb, attachments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.register_replication(campaign text, unit text, source_model text, content jsonb, attachments jsonb) TO dvk_portal;
GRANT ALL ON FUNCTION registry.register_replication(campaign text, unit text, source_model text, content jsonb, attachments jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.register_replication(campaign text, unit text, source_model text, content jsonb, attachments jsonb) IS 'Đăng ký nhân rộng / Registers that a unit replicates a recognised model.';

-- registry | FUNCTION resolved_model(unit_text text, model_key text, on_day date, matches jsonb) | ACL
REVOKE ALL ON FUNCTION registry.resolved_model(unit_text text, model_key text, on_day date, matches jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.resolved_model(unit_text text, model_key text, on_day date, matches jsonb) IS 'Mô hình theo đơn vị và tên / The model that a unit text and a name mean.';

-- registry | FUNCTION return_submission(submission_id bigint, reason text) | ACL
REVOKE ALL ON FUNCTION registry.return_submission(submission_id bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.return_submission(submission_id bigint, reason text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.return_submission(submission_id bigint, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.return_submission(submission_id bigint, reason text) IS 'Trả lại hồ sơ / Returns a proposal under appraisal to its sender.';

-- registry | FUNCTION revoke_commendation(commendation_id bigint, decision jsonb, reason text) | ACL
REVOKE ALL ON FUNCTION registry.revoke_commendation(commendation_id bigint, decision jsonb, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.revoke_commendation(commendation_id bigint, decision jsonb, reason text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.revoke_commendation(commendation_id bigint, decision jsonb, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.revoke_commendation(commendation_id bigint, decision jsonb, reason text) IS 'Hủy quyết định khen thưởng / Records that a commendation was revoked by a decision.';

-- registry | FUNCTION revoke_recognition(recognition_id bigint, decision jsonb, reason text) | ACL
REVOKE ALL ON FUNCTION registry.revoke_recognition(recognition_id bigint, decision jsonb, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.revoke_recognition(recognition_id bigint, decision jsonb, reason text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.revoke_recognition(recognition_id bigint, decision jsonb, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.revoke_recognition(recognition_id bigint, decision jsonb, reason text) IS 'Thu hồi công nhận / Records that a recognition was revoked by a decision.';

-- registry | FUNCTION revoking_body(issuer text, act text, level text, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.revoking_body(issuer text, act text, level text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION registry.revoking_body(issuer text, act text, level text, on_day date) IS 'Cơ quan thu hồi / The body that may revoke on a day.';

-- registry | FUNCTION rule_set(version integer) | ACL
REVOKE ALL ON FUNCTION registry.rule_set(version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.rule_set(version integer) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.rule_set(version integer) TO dvk_portal;
GRANT ALL ON FUNCTION registry.rule_set(version integer) TO dvk_operator;
GRANT ALL ON FUNCTION registry.rule_set(version integer) TO dvk_reader;
COMMENT ON FUNCTION registry.rule_set(version integer) IS 'Danh mục quy tắc của một phiên bản / The rule catalogue of one version as JSON text.';

-- registry | FUNCTION search_key(value text) | ACL
REVOKE ALL ON FUNCTION registry.search_key(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.search_key(value text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.search_key(value text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.search_key(value text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.search_key(value text) TO dvk_reader;
COMMENT ON FUNCTION registry.search_key(value text) IS 'Khóa tìm kiếm không dấu / The key without diacritics by which candidates are searched; never for equality.';

-- registry | FUNCTION search_unit(text text, on_day date, "limit" integer) | ACL
REVOKE ALL ON FUNCTION registry.search_unit(text text, on_day date, "limit" integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.search_unit(text text, on_day date, "limit" integer) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.search_unit(text text, on_day date, "limit" integer) TO dvk_portal;
GRANT ALL ON FUNCTION registry.search_unit(text text, on_day date, "limit" integer) TO dvk_operator;
GRANT ALL ON FUNCTION registry.search_unit(text text, on_day date, "limit" integer) TO dvk_reader;
COMMENT ON FUNCTION registry.search_unit(text text, on_day date, "limit" integer) IS 'Tìm đơn vị, kể cả không dấu / Candidates for a text that a person typed, also without diacritics.';

-- registry | FUNCTION set_content_limit(name text, value integer, reason text) | ACL
REVOKE ALL ON FUNCTION registry.set_content_limit(name text, value integer, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.set_content_limit(name text, value integer, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.set_content_limit(name text, value integer, reason text) IS 'Đặt giới hạn nội dung hồ sơ / Sets a limit of what a submission may hold; null: its default.';

-- registry | FUNCTION sign_models(at_most integer) | ACL
REVOKE ALL ON FUNCTION registry.sign_models(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.sign_models(at_most integer) TO dvk_operator;
COMMENT ON FUNCTION registry.sign_models(at_most integer) IS 'Lập dấu vết cho mô hình có sẵn / Gives signatures to models that have none.';

-- registry | FUNCTION similar_models(probes jsonb, at_least real, listed integer, copies boolean) | ACL
REVOKE ALL ON FUNCTION registry.similar_models(probes jsonb, at_least real, listed integer, copies boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.similar_models(probes jsonb, at_least real, listed integer, copies boolean) TO dvk_operator;
COMMENT ON FUNCTION registry.similar_models(probes jsonb, at_least real, listed integer, copies boolean) IS 'Tìm mô hình có tên giống / Models whose titles are alike, the nearest step first.';

-- registry | FUNCTION sketches_meet(a bytea, b bytea) | ACL
REVOKE ALL ON FUNCTION registry.sketches_meet(a bytea, b bytea) FROM PUBLIC;
COMMENT ON FUNCTION registry.sketches_meet(a bytea, b bytea) IS 'Hai nội dung có phần giống nhau / Whether two contents have a part in common.';

-- registry | FUNCTION standing_places(path text, named text) | ACL
REVOKE ALL ON FUNCTION registry.standing_places(path text, named text) FROM PUBLIC;
COMMENT ON FUNCTION registry.standing_places(path text, named text) IS 'Xã và tỉnh theo đường dẫn đơn vị / Where a model stands by its unit''s path.';

-- registry | FUNCTION stands_for(unit text, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.stands_for(unit text, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.stands_for(unit text, on_day date) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.stands_for(unit text, on_day date) TO dvk_portal;
GRANT ALL ON FUNCTION registry.stands_for(unit text, on_day date) TO dvk_operator;
GRANT ALL ON FUNCTION registry.stands_for(unit text, on_day date) TO dvk_reader;
COMMENT ON FUNCTION registry.stands_for(unit text, on_day date) IS 'Ai thay cho đơn vị mang tên này / Who stands on a day for the units a text may mean.';

-- registry | FUNCTION stands_for(unit_id bigint, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.stands_for(unit_id bigint, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.stands_for(unit_id bigint, on_day date) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.stands_for(unit_id bigint, on_day date) TO dvk_portal;
GRANT ALL ON FUNCTION registry.stands_for(unit_id bigint, on_day date) TO dvk_operator;
GRANT ALL ON FUNCTION registry.stands_for(unit_id bigint, on_day date) TO dvk_reader;
COMMENT ON FUNCTION registry.stands_for(unit_id bigint, on_day date) IS 'Ai thay cho đơn vị này / Who stands for a unit on a day.';

-- registry | FUNCTION submission_report(id bigint) | ACL
REVOKE ALL ON FUNCTION registry.submission_report(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.submission_report(id bigint) TO dvk_portal;
GRANT ALL ON FUNCTION registry.submission_report(id bigint) TO dvk_operator;
COMMENT ON FUNCTION registry.submission_report(id bigint) IS 'Phiếu kiểm tra hồ sơ để đọc trong psql / State and findings of a submission in plain Vietnamese, for officers.';

-- registry | FUNCTION submission_result(id bigint) | ACL
REVOKE ALL ON FUNCTION registry.submission_result(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.submission_result(id bigint) TO dvk_portal;
GRANT ALL ON FUNCTION registry.submission_result(id bigint) TO dvk_operator;
COMMENT ON FUNCTION registry.submission_result(id bigint) IS 'Kết quả kiểm tra hồ sơ / State and findings of a submission, for the portal.';

-- registry | FUNCTION submission_steps() | ACL
REVOKE ALL ON FUNCTION registry.submission_steps() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.submission_steps() TO dvk_portal;
GRANT ALL ON FUNCTION registry.submission_steps() TO dvk_operator;
COMMENT ON FUNCTION registry.submission_steps() IS 'Các bước của hồ sơ / Every step a submission may take.';

-- registry | FUNCTION submit(source text, key text, kind text, campaign text, unit text, content jsonb, attachments jsonb) | ACL
REVOKE ALL ON FUNCTION registry.submit(source text, key text, kind text, campaign text, unit text, content jsonb, attachments jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.submit(source text, key text, kind text, campaign text, unit text, content jsonb, attachments jsonb) TO dvk_portal;
GRANT ALL ON FUNCTION registry.submit(source text, key text, kind text, campaign text, unit text, content jsonb, attachments jsonb) TO dvk_operator;
COMMENT ON FUNCTION registry.submit(source text, key text, kind text, campaign text, unit text, content jsonb, attachments jsonb) IS 'Nộp hồ sơ / Takes a submission and enqueues its validation; the same call again gives the same id.';

-- registry | FUNCTION successors(unit_id bigint, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.successors(unit_id bigint, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.successors(unit_id bigint, on_day date) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.successors(unit_id bigint, on_day date) TO dvk_portal;
GRANT ALL ON FUNCTION registry.successors(unit_id bigint, on_day date) TO dvk_operator;
GRANT ALL ON FUNCTION registry.successors(unit_id bigint, on_day date) TO dvk_reader;
COMMENT ON FUNCTION registry.successors(unit_id bigint, on_day date) IS 'Đơn vị kế thừa / The units that follow a unit as of a day.';

-- registry | FUNCTION supplement_until(parameters jsonb, kind text, decided_at timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION registry.supplement_until(parameters jsonb, kind text, decided_at timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION registry.supplement_until(parameters jsonb, kind text, decided_at timestamp with time zone) IS 'Hạn bổ sung hồ sơ / The last day on which a supplement is taken.';

-- registry | FUNCTION symbol_key(symbol text) | ACL
REVOKE ALL ON FUNCTION registry.symbol_key(symbol text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.symbol_key(symbol text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.symbol_key(symbol text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.symbol_key(symbol text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.symbol_key(symbol text) TO dvk_reader;
COMMENT ON FUNCTION registry.symbol_key(symbol text) IS 'Khóa so sánh số, ký hiệu văn bản / The key by which document symbols are compared.';

-- registry | FUNCTION title_end(words text[]) | ACL
REVOKE ALL ON FUNCTION registry.title_end(words text[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.title_end(words text[]) IS 'Số từ của tên trước phần địa chỉ / Words of a title before the address at its end.';

-- registry | FUNCTION title_number(core_bits bit) | ACL
REVOKE ALL ON FUNCTION registry.title_number(core_bits bit) FROM PUBLIC;
COMMENT ON FUNCTION registry.title_number(core_bits bit) IS 'Số của một tên / A hash of a title''s trigrams.';

-- registry | FUNCTION title_probe(name text, unit_id bigint) | ACL
REVOKE ALL ON FUNCTION registry.title_probe(name text, unit_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.title_probe(name text, unit_id bigint) TO dvk_operator;
COMMENT ON FUNCTION registry.title_probe(name text, unit_id bigint) IS 'Câu hỏi tìm mô hình giống theo tên / The probe of one title for registry.similar_models.';

-- registry | FUNCTION title_signature(name_key text) | ACL
REVOKE ALL ON FUNCTION registry.title_signature(name_key text) FROM PUBLIC;
COMMENT ON FUNCTION registry.title_signature(name_key text) IS 'Dấu vết của tên mô hình / The signature of a title, from its comparison key.';

-- registry | FUNCTION today() | ACL
REVOKE ALL ON FUNCTION registry.today() FROM PUBLIC;
GRANT ALL ON FUNCTION registry.today() TO dvk_daemon;
GRANT ALL ON FUNCTION registry.today() TO dvk_portal;
GRANT ALL ON FUNCTION registry.today() TO dvk_operator;
GRANT ALL ON FUNCTION registry.today() TO dvk_reader;
COMMENT ON FUNCTION registry.today() IS 'Ngày hôm nay theo giờ Việt Nam / The day it is in Viet Nam.';

-- registry | FUNCTION touch_decision(submission_id bigint) | ACL
REVOKE ALL ON FUNCTION registry.touch_decision(submission_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION registry.touch_decision(submission_id bigint) IS 'Ghi nhận số liệu bị ảnh hưởng / Logs the figures a decision touches.';

-- registry | FUNCTION touched_by(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION registry.touched_by(ids bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.touched_by(ids bigint[]) IS 'Đơn vị và năm bị ảnh hưởng / Units and years whose figures submissions touch.';

-- registry | FUNCTION trigram_bits(hashes bigint[]) | ACL
REVOKE ALL ON FUNCTION registry.trigram_bits(hashes bigint[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.trigram_bits(hashes bigint[]) IS 'Bộ lọc bit của bộ ba ký tự / A bit for each trigram.';

-- registry | FUNCTION trigram_hashes(words text[]) | ACL
REVOKE ALL ON FUNCTION registry.trigram_hashes(words text[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.trigram_hashes(words text[]) IS 'Bộ ba ký tự của các từ / Hashes of the trigrams of some words.';

-- registry | FUNCTION unit_as_of(unit_id bigint, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.unit_as_of(unit_id bigint, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.unit_as_of(unit_id bigint, on_day date) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.unit_as_of(unit_id bigint, on_day date) TO dvk_portal;
GRANT ALL ON FUNCTION registry.unit_as_of(unit_id bigint, on_day date) TO dvk_operator;
GRANT ALL ON FUNCTION registry.unit_as_of(unit_id bigint, on_day date) TO dvk_reader;
COMMENT ON FUNCTION registry.unit_as_of(unit_id bigint, on_day date) IS 'Đơn vị tại một ngày / A unit with its name, type and place in the tree as of a day.';

-- registry | FUNCTION unit_by_code(code text, on_day date) | ACL
REVOKE ALL ON FUNCTION registry.unit_by_code(code text, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.unit_by_code(code text, on_day date) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.unit_by_code(code text, on_day date) TO dvk_portal;
GRANT ALL ON FUNCTION registry.unit_by_code(code text, on_day date) TO dvk_operator;
GRANT ALL ON FUNCTION registry.unit_by_code(code text, on_day date) TO dvk_reader;
COMMENT ON FUNCTION registry.unit_by_code(code text, on_day date) IS 'Đơn vị mang mã / The unit that bears a code on a day.';

-- registry | FUNCTION unit_choice(u registry.unit) | ACL
REVOKE ALL ON FUNCTION registry.unit_choice(u registry.unit) FROM PUBLIC;
COMMENT ON FUNCTION registry.unit_choice(u registry.unit) IS 'Đơn vị để chọn / A unit with path, code and days.';

-- registry | FUNCTION unit_days_check() | ACL
REVOKE ALL ON FUNCTION registry.unit_days_check() FROM PUBLIC;
COMMENT ON FUNCTION registry.unit_days_check() IS 'Kiểm tra kế thừa khi đổi thời gian tồn tại / Checks the edges of a unit whose days changed';

-- registry | FUNCTION unit_match_map(texts text[]) | ACL
REVOKE ALL ON FUNCTION registry.unit_match_map(texts text[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.unit_match_map(texts text[]) IS 'Bảng đơn vị khớp theo tên / Units that texts may mean, as a JSON object.';

-- registry | FUNCTION unit_matches(texts text[]) | ACL
REVOKE ALL ON FUNCTION registry.unit_matches(texts text[]) FROM PUBLIC;
COMMENT ON FUNCTION registry.unit_matches(texts text[]) IS 'Các đơn vị mà tên có thể chỉ / All units that texts may mean, whatever the day.';

-- registry | FUNCTION unit_parent_refuse_cycle() | ACL
REVOKE ALL ON FUNCTION registry.unit_parent_refuse_cycle() FROM PUBLIC;
COMMENT ON FUNCTION registry.unit_parent_refuse_cycle() IS 'Chặn vòng lặp trong cây tổ chức / Refuses cycles in a tree';

-- registry | FUNCTION unit_path(unit_id bigint, on_day date, tree text) | ACL
REVOKE ALL ON FUNCTION registry.unit_path(unit_id bigint, on_day date, tree text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.unit_path(unit_id bigint, on_day date, tree text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.unit_path(unit_id bigint, on_day date, tree text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.unit_path(unit_id bigint, on_day date, tree text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.unit_path(unit_id bigint, on_day date, tree text) TO dvk_reader;
COMMENT ON FUNCTION registry.unit_path(unit_id bigint, on_day date, tree text) IS 'Tên đầy đủ của đơn vị tại một ngày / Name of a unit with its path on a day.';

-- registry | FUNCTION unit_successor_check() | ACL
REVOKE ALL ON FUNCTION registry.unit_successor_check() FROM PUBLIC;
COMMENT ON FUNCTION registry.unit_successor_check() IS 'Kiểm tra quan hệ kế thừa vừa ghi / Checks edges of succession just written';

-- registry | FUNCTION used_numbers(content jsonb, unit_text text, on_day date, turn bigint) | ACL
REVOKE ALL ON FUNCTION registry.used_numbers(content jsonb, unit_text text, on_day date, turn bigint) FROM PUBLIC;
COMMENT ON FUNCTION registry.used_numbers(content jsonb, unit_text text, on_day date, turn bigint) IS 'Số văn bản đã dùng trong năm / Numbers one issuer used in the year for papers of this type.';

-- registry | FUNCTION validation_apply(verdicts text) | ACL
REVOKE ALL ON FUNCTION registry.validation_apply(verdicts text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.validation_apply(verdicts text) TO dvk_daemon;
COMMENT ON FUNCTION registry.validation_apply(verdicts text) IS 'Ghi kết luận kiểm tra hồ sơ / Writes verdicts: findings, states and canonical rows.';

-- registry | FUNCTION validation_claim(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION registry.validation_claim(ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.validation_claim(ids bigint[]) TO dvk_daemon;
COMMENT ON FUNCTION registry.validation_claim(ids bigint[]) IS 'Nhận luôn các hồ sơ đứng trước / Takes the jobs of submissions that others wait for.';

-- registry | FUNCTION validation_facts(ids bigint[]) | ACL
REVOKE ALL ON FUNCTION registry.validation_facts(ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.validation_facts(ids bigint[]) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.validation_facts(ids bigint[]) TO dvk_operator;
COMMENT ON FUNCTION registry.validation_facts(ids bigint[]) IS 'Dữ kiện để kiểm tra hồ sơ / What the rules may know of submissions, as JSON.';

-- registry | FUNCTION validation_facts_awards(ids bigint[], matches jsonb) | ACL
REVOKE ALL ON FUNCTION registry.validation_facts_awards(ids bigint[], matches jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.validation_facts_awards(ids bigint[], matches jsonb) IS 'Dữ kiện công nhận, khen thưởng / What the rules of recognition and award know of submissions, as JSON.';

-- registry | FUNCTION withdraw(id bigint, reason text) | ACL
REVOKE ALL ON FUNCTION registry.withdraw(id bigint, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.withdraw(id bigint, reason text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.withdraw(id bigint, reason text) TO dvk_operator;
COMMENT ON FUNCTION registry.withdraw(id bigint, reason text) IS 'Rút hồ sơ / Withdraws a submission that is not yet under appraisal.';

-- registry | FUNCTION wrapped(words text, first_indent text, next_indent text) | ACL
REVOKE ALL ON FUNCTION registry.wrapped(words text, first_indent text, next_indent text) FROM PUBLIC;
COMMENT ON FUNCTION registry.wrapped(words text, first_indent text, next_indent text) IS 'Ngắt dòng 96 ký tự / A text in lines of at most 96 characters.';

-- registry | FUNCTION write_signatures(signatures jsonb) | ACL
REVOKE ALL ON FUNCTION registry.write_signatures(signatures jsonb) FROM PUBLIC;
COMMENT ON FUNCTION registry.write_signatures(signatures jsonb) IS 'Ghi dấu vết mô hình / Inserts signatures of models.';

-- registry | FUNCTION year_number(value text) | ACL
REVOKE ALL ON FUNCTION registry.year_number(value text) FROM PUBLIC;
GRANT ALL ON FUNCTION registry.year_number(value text) TO dvk_daemon;
GRANT ALL ON FUNCTION registry.year_number(value text) TO dvk_portal;
GRANT ALL ON FUNCTION registry.year_number(value text) TO dvk_operator;
GRANT ALL ON FUNCTION registry.year_number(value text) TO dvk_reader;
COMMENT ON FUNCTION registry.year_number(value text) IS 'Đọc năm / The year a text names, 1900..2199, else null.';
COMMENT ON SEQUENCE registry.submission_turn IS 'Lượt nộp / Order in which contents were handed in; a new version takes a new turn';

-- registry | TABLE abbreviation | ACL
GRANT SELECT ON TABLE registry.abbreviation TO dvk_operator;
GRANT SELECT ON TABLE registry.abbreviation TO dvk_reader;
COMMENT ON TABLE registry.abbreviation IS 'Chữ viết tắt / Abbreviations and prefixes that comparison keys expand';

-- registry | TABLE achievement | ACL
GRANT SELECT ON TABLE registry.achievement TO dvk_operator;
GRANT SELECT ON TABLE registry.achievement TO dvk_reader;
COMMENT ON TABLE registry.achievement IS 'Thành tích / Achievements: what may be commended only once';

-- registry | TABLE appraisal | ACL
GRANT SELECT ON TABLE registry.appraisal TO dvk_operator;
GRANT SELECT ON TABLE registry.appraisal TO dvk_reader;
COMMENT ON TABLE registry.appraisal IS 'Thẩm định / Appraisals of proposals, with their minutes; never changed';

-- registry | TABLE appraisal_model | ACL
GRANT SELECT ON TABLE registry.appraisal_model TO dvk_operator;
GRANT SELECT ON TABLE registry.appraisal_model TO dvk_reader;
COMMENT ON TABLE registry.appraisal_model IS 'Mô hình được thẩm định / Models appraised, in the order of the proposal';

-- registry | TABLE attachment | ACL
GRANT SELECT ON TABLE registry.attachment TO dvk_operator;
GRANT SELECT ON TABLE registry.attachment TO dvk_reader;
COMMENT ON TABLE registry.attachment IS 'Tệp kèm theo / Attachments: metadata and SHA-256; the bytes stay with the portal';

-- registry | TABLE audit | ACL
GRANT SELECT ON TABLE registry.audit TO dvk_operator;
GRANT SELECT ON TABLE registry.audit TO dvk_reader;
COMMENT ON TABLE registry.audit IS 'Nhật ký thao tác / What people and systems did; append only';

-- registry | TABLE authority | ACL
GRANT SELECT ON TABLE registry.authority TO dvk_operator;
GRANT SELECT ON TABLE registry.authority TO dvk_reader;
COMMENT ON TABLE registry.authority IS 'Thẩm quyền / Bodies that recognise or commend, by level and date; matched to an issuer by the beginning of its name';

-- registry | TABLE block | ACL
GRANT SELECT ON TABLE registry.block TO dvk_operator;
GRANT SELECT ON TABLE registry.block TO dvk_reader;
COMMENT ON TABLE registry.block IS 'Khối / Reporting blocks that a committee sets for its units; not a level of a tree';

-- registry | TABLE boilerplate | ACL
GRANT SELECT ON TABLE registry.boilerplate TO dvk_operator;
GRANT SELECT ON TABLE registry.boilerplate TO dvk_reader;
COMMENT ON TABLE registry.boilerplate IS 'Chữ thừa của cổng thông tin / Portal leftovers that are no content';

-- registry | TABLE campaign | ACL
GRANT SELECT ON TABLE registry.campaign TO dvk_operator;
GRANT SELECT ON TABLE registry.campaign TO dvk_reader;
COMMENT ON TABLE registry.campaign IS 'Đợt / Campaigns: who organises, for which period, with which fields, criteria, rules and parameters';

-- registry | TABLE commendation | ACL
GRANT SELECT ON TABLE registry.commendation TO dvk_operator;
GRANT SELECT ON TABLE registry.commendation TO dvk_reader;
COMMENT ON TABLE registry.commendation IS 'Khen thưởng / Commendations: one subject in one decision';

-- registry | TABLE commendation_decision | ACL
GRANT SELECT ON TABLE registry.commendation_decision TO dvk_operator;
GRANT SELECT ON TABLE registry.commendation_decision TO dvk_reader;
COMMENT ON TABLE registry.commendation_decision IS 'Quyết định khen thưởng / Commendation decisions as people issued them';

-- registry | TABLE content_limit | ACL
GRANT SELECT ON TABLE registry.content_limit TO dvk_portal;
GRANT SELECT ON TABLE registry.content_limit TO dvk_operator;
GRANT SELECT ON TABLE registry.content_limit TO dvk_reader;
COMMENT ON TABLE registry.content_limit IS 'Giới hạn nội dung hồ sơ / Limits of what a submission may hold; set with registry.set_content_limit';

-- registry | TABLE council_member | ACL
GRANT SELECT ON TABLE registry.council_member TO dvk_operator;
GRANT SELECT ON TABLE registry.council_member TO dvk_reader;
COMMENT ON TABLE registry.council_member IS 'Thành viên hội đồng thẩm định / Who appraised';

-- registry | TABLE criterion | ACL
GRANT SELECT ON TABLE registry.criterion TO dvk_operator;
GRANT SELECT ON TABLE registry.criterion TO dvk_reader;
COMMENT ON TABLE registry.criterion IS 'Tiêu chí / Criteria of a set: tính mới, tính khéo, tính thiết thực, tính hiệu quả';

-- registry | TABLE criterion_score | ACL
GRANT SELECT ON TABLE registry.criterion_score TO dvk_operator;
GRANT SELECT ON TABLE registry.criterion_score TO dvk_reader;
COMMENT ON TABLE registry.criterion_score IS 'Điểm tiêu chí / Scores by criterion';

-- registry | TABLE criterion_set | ACL
GRANT SELECT ON TABLE registry.criterion_set TO dvk_operator;
GRANT SELECT ON TABLE registry.criterion_set TO dvk_reader;
COMMENT ON TABLE registry.criterion_set IS 'Bộ tiêu chí / Sets of criteria';

-- registry | TABLE discipline | ACL
GRANT SELECT ON TABLE registry.discipline TO dvk_operator;
GRANT SELECT ON TABLE registry.discipline TO dvk_reader;
COMMENT ON TABLE registry.discipline IS 'Việc đang xem xét kỷ luật, điều tra, thanh tra, xác minh / Proceedings that hold awards back while they are open';

-- registry | TABLE document | ACL
GRANT SELECT ON TABLE registry.document TO dvk_operator;
GRANT SELECT ON TABLE registry.document TO dvk_reader;
COMMENT ON TABLE registry.document IS 'Văn bản / Documents: legal bases by date, and the decisions that submissions record. A title is never identity';

-- registry | TABLE effect_assessment | ACL
GRANT SELECT ON TABLE registry.effect_assessment TO dvk_operator;
GRANT SELECT ON TABLE registry.effect_assessment TO dvk_reader;
COMMENT ON TABLE registry.effect_assessment IS 'Đánh giá phát huy hiệu quả / Assessments of a model''s effect in a year, as people made them; never derived';

-- registry | TABLE field | ACL
GRANT SELECT ON TABLE registry.field TO dvk_operator;
GRANT SELECT ON TABLE registry.field TO dvk_reader;
COMMENT ON TABLE registry.field IS 'Lĩnh vực / Fields of a set';

-- registry | TABLE field_set | ACL
GRANT SELECT ON TABLE registry.field_set TO dvk_operator;
GRANT SELECT ON TABLE registry.field_set TO dvk_reader;
COMMENT ON TABLE registry.field_set IS 'Bộ lĩnh vực / Sets of fields; localities use different ones';

-- registry | TABLE finding | ACL
GRANT SELECT ON TABLE registry.finding TO dvk_operator;
GRANT SELECT ON TABLE registry.finding TO dvk_reader;
COMMENT ON TABLE registry.finding IS 'Kết quả kiểm tra / Findings of validation; the key makes a second run write nothing new';

-- registry | TABLE form | ACL
GRANT SELECT ON TABLE registry.form TO dvk_portal;
GRANT SELECT ON TABLE registry.form TO dvk_operator;
GRANT SELECT ON TABLE registry.form TO dvk_reader;
COMMENT ON TABLE registry.form IS 'Biểu mẫu / Forms: JSON Schema of the content per kind and version, with one valid and one invalid example';

-- registry | TABLE inspection | ACL
GRANT SELECT ON TABLE registry.inspection TO dvk_operator;
GRANT SELECT ON TABLE registry.inspection TO dvk_reader;
COMMENT ON TABLE registry.inspection IS 'Cuộc kiểm tra của đoàn / Records of inspection teams';

-- registry | TABLE inspection_unit | ACL
GRANT SELECT ON TABLE registry.inspection_unit TO dvk_operator;
GRANT SELECT ON TABLE registry.inspection_unit TO dvk_reader;
COMMENT ON TABLE registry.inspection_unit IS 'Đơn vị được kiểm tra / Units inspected';

-- registry | TABLE legal_parameter | ACL
GRANT SELECT ON TABLE registry.legal_parameter TO dvk_operator;
GRANT SELECT ON TABLE registry.legal_parameter TO dvk_reader;
COMMENT ON TABLE registry.legal_parameter IS 'Tham số pháp lý theo thời gian / Legal parameters by date (base salary, factors, deadlines)';

-- registry | TABLE level | ACL
GRANT SELECT ON TABLE registry.level TO dvk_operator;
GRANT SELECT ON TABLE registry.level TO dvk_reader;
COMMENT ON TABLE registry.level IS 'Cấp / Levels of recognition and commendation; a level may end (cấp huyện, 30/6/2025)';

-- registry | TABLE model | ACL
GRANT SELECT ON TABLE registry.model TO dvk_operator;
GRANT SELECT ON TABLE registry.model TO dvk_reader;
COMMENT ON TABLE registry.model IS 'Mô hình / Models';

-- registry | TABLE model_place | ACL
GRANT SELECT ON TABLE registry.model_place TO dvk_operator;
GRANT SELECT ON TABLE registry.model_place TO dvk_reader;
COMMENT ON TABLE registry.model_place IS 'Địa bàn của mô hình / Places of a model';

-- registry | TABLE model_signature | ACL
GRANT SELECT ON TABLE registry.model_signature TO dvk_operator;
GRANT SELECT ON TABLE registry.model_signature TO dvk_reader;
COMMENT ON TABLE registry.model_signature IS 'Mô hình đã lập dấu vết / Models that are in the overlap index';

-- registry | TABLE model_subject | ACL
GRANT SELECT ON TABLE registry.model_subject TO dvk_operator;
GRANT SELECT ON TABLE registry.model_subject TO dvk_reader;
COMMENT ON TABLE registry.model_subject IS 'Chủ thể của mô hình / Subjects of a model';

-- registry | TABLE period | ACL
GRANT SELECT ON TABLE registry.period TO dvk_operator;
GRANT SELECT ON TABLE registry.period TO dvk_reader;
COMMENT ON TABLE registry.period IS 'Kỳ / Periods in use, with their days';

-- registry | TABLE recognition | ACL
GRANT SELECT ON TABLE registry.recognition TO dvk_operator;
GRANT SELECT ON TABLE registry.recognition TO dvk_reader;
COMMENT ON TABLE registry.recognition IS 'Công nhận / Recognitions written from decisions people issued; facts with dates, not states';

-- registry | TABLE registration | ACL
GRANT SELECT ON TABLE registry.registration TO dvk_operator;
GRANT SELECT ON TABLE registry.registration TO dvk_reader;
COMMENT ON TABLE registry.registration IS 'Đăng ký / Registrations: one per model and year among those not withdrawn';

-- registry | TABLE report | ACL
GRANT SELECT ON TABLE registry.report TO dvk_operator;
GRANT SELECT ON TABLE registry.report TO dvk_reader;
COMMENT ON TABLE registry.report IS 'Báo cáo kết quả / Reports of results';

-- registry | TABLE rule | ACL
GRANT SELECT ON TABLE registry.rule TO dvk_operator;
GRANT SELECT ON TABLE registry.rule TO dvk_reader;
COMMENT ON TABLE registry.rule IS 'Quy tắc kiểm tra / Validation rules by rule-set version';

-- registry | TABLE rule_action | ACL
GRANT SELECT ON TABLE registry.rule_action TO dvk_operator;
GRANT SELECT ON TABLE registry.rule_action TO dvk_reader;
COMMENT ON TABLE registry.rule_action IS 'Việc cần làm khi vi phạm quy tắc / What is to be done about a finding, by rule';

-- registry | TABLE subject | ACL
GRANT SELECT ON TABLE registry.subject TO dvk_operator;
GRANT SELECT ON TABLE registry.subject TO dvk_reader;
COMMENT ON TABLE registry.subject IS 'Chủ thể / Subjects: collectives, individuals, households';

-- registry | TABLE submission | ACL
GRANT SELECT ON TABLE registry.submission TO dvk_operator;
GRANT SELECT ON TABLE registry.submission TO dvk_reader;
COMMENT ON TABLE registry.submission IS 'Hồ sơ / Submissions: the current version''s keys and state; contents are in submission_version';

-- registry | TABLE submission_change | ACL
GRANT SELECT ON TABLE registry.submission_change TO dvk_operator;
GRANT SELECT ON TABLE registry.submission_change TO dvk_reader;
COMMENT ON TABLE registry.submission_change IS 'Nhật ký trạng thái hồ sơ / Feed of state changes, in the order of transactions';

-- registry | TABLE submission_version | ACL
GRANT SELECT ON TABLE registry.submission_version TO dvk_operator;
GRANT SELECT ON TABLE registry.submission_version TO dvk_reader;
COMMENT ON TABLE registry.submission_version IS 'Nội dung từng phiên bản hồ sơ / Contents of every version, as handed in, never changed';

-- registry | TABLE term | ACL
GRANT SELECT ON TABLE registry.term TO dvk_operator;
GRANT SELECT ON TABLE registry.term TO dvk_reader;
COMMENT ON TABLE registry.term IS 'Danh mục dùng chung / Shared code lists: trees, subject kinds, registration types, titles, forms of award, states';

-- registry | TABLE title_model | ACL
GRANT SELECT ON TABLE registry.title_model TO dvk_operator;
GRANT SELECT ON TABLE registry.title_model TO dvk_reader;
COMMENT ON TABLE registry.title_model IS 'Mô hình theo tên / Models by title; each has a row in model_signature, whose foreign key stands for both';

-- registry | TABLE title_part | ACL
GRANT SELECT ON TABLE registry.title_part TO dvk_operator;
GRANT SELECT ON TABLE registry.title_part TO dvk_reader;
COMMENT ON TABLE registry.title_part IS 'Phần của tên / Parts of the titles there are: titles that share one may be similar';

-- registry | TABLE title_place | ACL
GRANT SELECT ON TABLE registry.title_place TO dvk_operator;
GRANT SELECT ON TABLE registry.title_place TO dvk_reader;
COMMENT ON TABLE registry.title_place IS 'Mô hình theo đơn vị và xã / Models by unit and commune; each has a row in model_signature, whose foreign key stands for both';

-- registry | TABLE unit | ACL
GRANT SELECT ON TABLE registry.unit TO dvk_operator;
GRANT SELECT ON TABLE registry.unit TO dvk_reader;
COMMENT ON TABLE registry.unit IS 'Đơn vị / Units of every tree; one row lives through one range of days';

-- registry | TABLE unit_alias | ACL
GRANT SELECT ON TABLE registry.unit_alias TO dvk_operator;
GRANT SELECT ON TABLE registry.unit_alias TO dvk_reader;
COMMENT ON TABLE registry.unit_alias IS 'Tên gọi khác của đơn vị / Other names under which a unit is written';

-- registry | TABLE unit_block | ACL
GRANT SELECT ON TABLE registry.unit_block TO dvk_operator;
GRANT SELECT ON TABLE registry.unit_block TO dvk_reader;
COMMENT ON TABLE registry.unit_block IS 'Đơn vị thuộc khối / The block of a unit: one per committee and day';

-- registry | TABLE unit_name | ACL
GRANT SELECT ON TABLE registry.unit_name TO dvk_operator;
GRANT SELECT ON TABLE registry.unit_name TO dvk_reader;
COMMENT ON TABLE registry.unit_name IS 'Tên và loại đơn vị theo thời gian / Names and types of a unit, dated';

-- registry | TABLE unit_parent | ACL
GRANT SELECT ON TABLE registry.unit_parent TO dvk_operator;
GRANT SELECT ON TABLE registry.unit_parent TO dvk_reader;
COMMENT ON TABLE registry.unit_parent IS 'Đơn vị cấp trên theo cây và thời gian / The unit above, one per tree and day, no cycle';

-- registry | TABLE unit_role | ACL
GRANT SELECT ON TABLE registry.unit_role TO dvk_operator;
GRANT SELECT ON TABLE registry.unit_role TO dvk_reader;
COMMENT ON TABLE registry.unit_role IS 'Vai trò của đơn vị theo thời gian / Who acts for whom: standing bodies and appraisers, dated';

-- registry | TABLE unit_successor | ACL
GRANT SELECT ON TABLE registry.unit_successor TO dvk_operator;
GRANT SELECT ON TABLE registry.unit_successor TO dvk_reader;
COMMENT ON TABLE registry.unit_successor IS 'Đơn vị kế thừa / Edges from a unit that ended to the units that follow it';

-- registry | TABLE unit_type | ACL
GRANT SELECT ON TABLE registry.unit_type TO dvk_operator;
GRANT SELECT ON TABLE registry.unit_type TO dvk_reader;
COMMENT ON TABLE registry.unit_type IS 'Loại đơn vị / Types of unit';

-- registry | TABLE word | ACL
GRANT SELECT ON TABLE registry.word TO dvk_operator;
GRANT SELECT ON TABLE registry.word TO dvk_reader;
COMMENT ON TABLE registry.word IS 'Từ ngữ dùng khi kiểm tra hồ sơ / Words that the rules go by, read with the rule set; loaded from sql/reference/words.csv';
COMMENT ON TYPE registry.judged IS 'Hồ sơ vừa được kết luận hợp lệ / A submission just judged valid, as the functions that write canonical rows take it';
COMMENT ON TYPE registry.named_subject IS 'Chủ thể như hồ sơ nêu / A subject as a submission names it';

-- registry | abbreviation | TABLE
CREATE TABLE registry.abbreviation (
    short text NOT NULL,
    long text NOT NULL,
    kind text DEFAULT 'word'::text NOT NULL,
    CONSTRAINT abbreviation_kind CHECK ((kind = ANY (ARRAY['word'::text, 'prefix'::text])))
);

-- registry | abbreviation abbreviation_pkey | CONSTRAINT
ALTER TABLE ONLY registry.abbreviation
    ADD CONSTRAINT abbreviation_pkey PRIMARY KEY (short);

-- registry | abbreviation_prefixes() | FUNCTION
CREATE FUNCTION registry.abbreviation_prefixes() RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    AS ...;

-- registry | abbreviation_words() | FUNCTION
CREATE FUNCTION registry.abbreviation_words() RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    AS ...;

-- registry | achievement | TABLE
CREATE TABLE registry.achievement (
    id bigint NOT NULL,
    subject_id bigint NOT NULL,
    movement text NOT NULL,
    period text,
    model_id bigint
);

-- registry | achievement achievement_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.achievement
    ADD CONSTRAINT achievement_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | achievement achievement_one_per_subject_movement_period_and_model | CONSTRAINT
ALTER TABLE ONLY registry.achievement
    ADD CONSTRAINT achievement_one_per_subject_movement_period_and_model UNIQUE NULLS NOT DISTINCT (subject_id, movement, period, model_id);

-- registry | achievement achievement_pkey | CONSTRAINT
ALTER TABLE ONLY registry.achievement
    ADD CONSTRAINT achievement_pkey PRIMARY KEY (id);

-- registry | achievement achievement_subject_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.achievement
    ADD CONSTRAINT achievement_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES registry.subject(id);

-- registry | achievement_id_seq | SEQUENCE
ALTER TABLE registry.achievement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.achievement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | act_day(text, text) | FUNCTION
CREATE FUNCTION registry.act_day(day text, what text) RETURNS date
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | apply_claims(jsonb, bigint[]) | FUNCTION
CREATE FUNCTION registry.apply_claims(verdicts jsonb, live bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | apply_commendations(registry.judged[]) | FUNCTION
CREATE FUNCTION registry.apply_commendations(judged registry.judged[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | apply_decided(registry.judged) | FUNCTION
CREATE FUNCTION registry.apply_decided(judged registry.judged) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | apply_inspections(registry.judged[]) | FUNCTION
CREATE FUNCTION registry.apply_inspections(judged registry.judged[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | apply_recognitions(registry.judged[]) | FUNCTION
CREATE FUNCTION registry.apply_recognitions(judged registry.judged[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | apply_registrations(registry.judged[]) | FUNCTION
CREATE FUNCTION registry.apply_registrations(judged registry.judged[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | apply_reports(registry.judged[]) | FUNCTION
CREATE FUNCTION registry.apply_reports(judged registry.judged[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | apply_signatures(jsonb) | FUNCTION
CREATE FUNCTION registry.apply_signatures(verdicts jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | appraisable(bigint, text) | FUNCTION
CREATE FUNCTION registry.appraisable(submission_id bigint, step text) RETURNS registry.submission
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | appraisal | TABLE
CREATE TABLE registry.appraisal (
    id bigint NOT NULL,
    submission_id bigint NOT NULL,
    version integer NOT NULL,
    round integer NOT NULL,
    body text NOT NULL,
    body_unit_id bigint,
    authority text,
    held_on date NOT NULL,
    conclusion text NOT NULL,
    reason text,
    minutes jsonb NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_by text DEFAULT SESSION_USER NOT NULL,
    CONSTRAINT appraisal_body_not_empty CHECK ((body <> ''::text)),
    CONSTRAINT appraisal_conclusion CHECK ((conclusion = ANY (ARRAY['passed'::text, 'failed'::text, 'returned'::text]))),
    CONSTRAINT appraisal_minutes_are_an_object CHECK ((jsonb_typeof(minutes) = 'object'::text)),
    CONSTRAINT appraisal_says_why CHECK (((conclusion = 'passed'::text) OR (reason IS NOT NULL)))
);

-- registry | appraisal appraisal_authority_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.appraisal
    ADD CONSTRAINT appraisal_authority_fkey FOREIGN KEY (authority) REFERENCES registry.authority(code);

-- registry | appraisal appraisal_body_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.appraisal
    ADD CONSTRAINT appraisal_body_unit_id_fkey FOREIGN KEY (body_unit_id) REFERENCES registry.unit(id);

-- registry | appraisal appraisal_of_a_version | FK CONSTRAINT
ALTER TABLE ONLY registry.appraisal
    ADD CONSTRAINT appraisal_of_a_version FOREIGN KEY (submission_id, version) REFERENCES registry.submission_version(submission_id, version);

-- registry | appraisal appraisal_one_per_round | CONSTRAINT
ALTER TABLE ONLY registry.appraisal
    ADD CONSTRAINT appraisal_one_per_round UNIQUE (submission_id, round);

-- registry | appraisal appraisal_pkey | CONSTRAINT
ALTER TABLE ONLY registry.appraisal
    ADD CONSTRAINT appraisal_pkey PRIMARY KEY (id);

-- registry | appraisal_facts(bigint, text, integer, bigint) | FUNCTION
CREATE FUNCTION registry.appraisal_facts(model_id bigint, level text, year integer, turn bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | appraisal_id_seq | SEQUENCE
ALTER TABLE registry.appraisal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.appraisal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | appraisal_model | TABLE
CREATE TABLE registry.appraisal_model (
    appraisal_id bigint NOT NULL,
    "position" integer NOT NULL,
    model_id bigint,
    name text NOT NULL,
    total numeric
);

-- registry | appraisal_model appraisal_model_appraisal_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.appraisal_model
    ADD CONSTRAINT appraisal_model_appraisal_id_fkey FOREIGN KEY (appraisal_id) REFERENCES registry.appraisal(id);

-- registry | appraisal_model appraisal_model_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.appraisal_model
    ADD CONSTRAINT appraisal_model_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | appraisal_model appraisal_model_pkey | CONSTRAINT
ALTER TABLE ONLY registry.appraisal_model
    ADD CONSTRAINT appraisal_model_pkey PRIMARY KEY (appraisal_id, "position");

-- registry | appraisal_model_by_model | INDEX
CREATE INDEX appraisal_model_by_model ON registry.appraisal_model USING btree (model_id) WHERE (model_id IS NOT NULL);

-- registry | appraise(bigint, jsonb, jsonb, jsonb, text) | FUNCTION
CREATE FUNCTION registry.appraise(submission_id bigint, scores jsonb, council jsonb, minutes jsonb, conclusion text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | appraiser_on(text, bigint, text, date) | FUNCTION
CREATE FUNCTION registry.appraiser_on(body text, organiser bigint, level text, on_day date) RETURNS TABLE(unit_id bigint, authority text)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | assign_block(text, text, text, date, date) | FUNCTION
CREATE FUNCTION registry.assign_block(unit_code text, committee_code text, block_code text, valid_from date DEFAULT NULL::date, valid_until date DEFAULT NULL::date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | assign_role(text, text, text, text, date, date) | FUNCTION
CREATE FUNCTION registry.assign_role(unit_code text, role text, for_code text, source text, valid_from date DEFAULT NULL::date, valid_until date DEFAULT NULL::date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | attachment | TABLE
CREATE TABLE registry.attachment (
    submission_id bigint NOT NULL,
    version integer NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    media_type text,
    size bigint,
    sha256 bytea NOT NULL,
    kind text,
    CONSTRAINT attachment_sha256_length CHECK ((length(sha256) = 32)),
    CONSTRAINT attachment_size_not_negative CHECK ((size >= 0))
);

-- registry | attachment attachment_of_a_version | FK CONSTRAINT
ALTER TABLE ONLY registry.attachment
    ADD CONSTRAINT attachment_of_a_version FOREIGN KEY (submission_id, version) REFERENCES registry.submission_version(submission_id, version);

-- registry | attachment attachment_pkey | CONSTRAINT
ALTER TABLE ONLY registry.attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (submission_id, version, "position");

-- registry | audit | TABLE
CREATE TABLE registry.audit (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    who text DEFAULT SESSION_USER NOT NULL,
    action text NOT NULL,
    object text NOT NULL,
    object_id bigint,
    reason text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL
);

-- registry | audit audit_pkey | CONSTRAINT
ALTER TABLE ONLY registry.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

-- registry | audit_by_object | INDEX
CREATE INDEX audit_by_object ON registry.audit USING btree (object, object_id);

-- registry | audit_id_seq | SEQUENCE
ALTER TABLE registry.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | authority | TABLE
CREATE TABLE registry.authority (
    code text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    system text NOT NULL,
    level text,
    recognises boolean DEFAULT false NOT NULL,
    commends boolean DEFAULT false NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    source text DEFAULT ''::text NOT NULL
);

-- registry | authority authority_level_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.authority
    ADD CONSTRAINT authority_level_fkey FOREIGN KEY (level) REFERENCES registry.level(code);

-- registry | authority authority_pkey | CONSTRAINT
ALTER TABLE ONLY registry.authority
    ADD CONSTRAINT authority_pkey PRIMARY KEY (code);

-- registry | authority_of(text, date) | FUNCTION
CREATE FUNCTION registry.authority_of(issuer_key text, on_day date) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | authority_on(text, text, text, date) | FUNCTION
CREATE FUNCTION registry.authority_on(issuer text, act text, level text, on_day date) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | bare_key(text, text[]) | FUNCTION
CREATE FUNCTION registry.bare_key(name_key text, prefix_keys text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | begin_appraisal(bigint, text) | FUNCTION
CREATE FUNCTION registry.begin_appraisal(submission_id bigint, note text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | block | TABLE
CREATE TABLE registry.block (
    id bigint NOT NULL,
    committee_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    CONSTRAINT block_valid_not_empty CHECK ((NOT isempty(valid)))
);

-- registry | block block_committee_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.block
    ADD CONSTRAINT block_committee_id_fkey FOREIGN KEY (committee_id) REFERENCES registry.unit(id);

-- registry | block block_of_its_committee | CONSTRAINT
ALTER TABLE ONLY registry.block
    ADD CONSTRAINT block_of_its_committee UNIQUE (id, committee_id);

-- registry | block block_one_per_code | CONSTRAINT
ALTER TABLE ONLY registry.block
    ADD CONSTRAINT block_one_per_code UNIQUE (committee_id, code);

-- registry | block block_pkey | CONSTRAINT
ALTER TABLE ONLY registry.block
    ADD CONSTRAINT block_pkey PRIMARY KEY (id);

-- registry | block block_stats_delete | TRIGGER
CREATE TRIGGER block_stats_delete AFTER DELETE ON registry.block REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_blocks();

-- registry | block block_stats_insert | TRIGGER
CREATE TRIGGER block_stats_insert AFTER INSERT ON registry.block REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_blocks();

-- registry | block_id_seq | SEQUENCE
ALTER TABLE registry.block ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | block_of(bigint, bigint) | FUNCTION
CREATE FUNCTION registry.block_of(unit_id bigint, campaign_id bigint) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | boilerplate | TABLE
CREATE TABLE registry.boilerplate (
    phrase text NOT NULL,
    kind text NOT NULL,
    place text NOT NULL,
    CONSTRAINT boilerplate_kind_known CHECK ((kind = ANY (ARRAY['leftover'::text, 'related'::text, 'neighbour'::text]))),
    CONSTRAINT boilerplate_phrase_length CHECK (((length(phrase) >= 1) AND (length(phrase) <= 200))),
    CONSTRAINT boilerplate_place_known CHECK ((place = ANY (ARRAY['anywhere'::text, 'start'::text, 'line'::text])))
);

-- registry | boilerplate boilerplate_pkey | CONSTRAINT
ALTER TABLE ONLY registry.boilerplate
    ADD CONSTRAINT boilerplate_pkey PRIMARY KEY (phrase);

-- registry | campaign | TABLE
CREATE TABLE registry.campaign (
    id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    unit_id bigint NOT NULL,
    period text NOT NULL,
    field_set text NOT NULL,
    criterion_set text,
    rule_set integer NOT NULL,
    tree text NOT NULL,
    parameters jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    closed_at timestamp with time zone,
    closed_by text,
    closed_reason text,
    CONSTRAINT campaign_closed_by_somebody CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (closed_reason IS NULL)))),
    CONSTRAINT campaign_parameters_are_an_object CHECK ((jsonb_typeof(parameters) = 'object'::text)),
    CONSTRAINT campaign_state CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);

-- registry | campaign campaign_criterion_set_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.campaign
    ADD CONSTRAINT campaign_criterion_set_fkey FOREIGN KEY (criterion_set) REFERENCES registry.criterion_set(code);

-- registry | campaign campaign_field_set_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.campaign
    ADD CONSTRAINT campaign_field_set_fkey FOREIGN KEY (field_set) REFERENCES registry.field_set(code);

-- registry | campaign campaign_one_per_code | CONSTRAINT
ALTER TABLE ONLY registry.campaign
    ADD CONSTRAINT campaign_one_per_code UNIQUE (code);

-- registry | campaign campaign_period_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.campaign
    ADD CONSTRAINT campaign_period_fkey FOREIGN KEY (period) REFERENCES registry.period(code);

-- registry | campaign campaign_pkey | CONSTRAINT
ALTER TABLE ONLY registry.campaign
    ADD CONSTRAINT campaign_pkey PRIMARY KEY (id);

-- registry | campaign campaign_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.campaign
    ADD CONSTRAINT campaign_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | campaign_by_unit | INDEX
CREATE INDEX campaign_by_unit ON registry.campaign USING btree (unit_id);

-- registry | campaign_card(registry.campaign) | FUNCTION
CREATE FUNCTION registry.campaign_card(c registry.campaign) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | campaign_defaults(date) | FUNCTION
CREATE FUNCTION registry.campaign_defaults(on_day date) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | campaign_id_seq | SEQUENCE
ALTER TABLE registry.campaign ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.campaign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | campaign_number(registry.campaign, text) | FUNCTION
CREATE FUNCTION registry.campaign_number(c registry.campaign, name text) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | changes(text, integer) | FUNCTION
CREATE FUNCTION registry.changes(after text DEFAULT NULL::text, "limit" integer DEFAULT 100) RETURNS TABLE(cursor text, submission_id bigint, version integer, state text, changed_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_attachments(jsonb) | FUNCTION
CREATE FUNCTION registry.check_attachments(attachments jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_award(jsonb, date) | FUNCTION
CREATE FUNCTION registry.check_award(award jsonb, on_day date) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_campaign_parameters(jsonb, integer) | FUNCTION
CREATE FUNCTION registry.check_campaign_parameters(parameters jsonb, rule_set integer) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_content(jsonb) | FUNCTION
CREATE FUNCTION registry.check_content(content jsonb) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_council(jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.check_council(council jsonb, content jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_list(jsonb, text) | FUNCTION
CREATE FUNCTION registry.check_list(list jsonb, what text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_proposals(bigint[], text, jsonb, text, jsonb, date) | FUNCTION
CREATE FUNCTION registry.check_proposals(proposals bigint[], wanted_kind text, wanted jsonb, what text, list jsonb, decided_on date) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | check_revocation(timestamp with time zone, date, date, text) | FUNCTION
CREATE FUNCTION registry.check_revocation(revoked_at timestamp with time zone, acted_on date, revoked_on date, again text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | close_campaign(text, text) | FUNCTION
CREATE FUNCTION registry.close_campaign(code text, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | close_proceeding(bigint, date, text) | FUNCTION
CREATE FUNCTION registry.close_proceeding(id bigint, closed_on date, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | collective_text(jsonb) | FUNCTION
CREATE FUNCTION registry.collective_text(recipient jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | commendation | TABLE
CREATE TABLE registry.commendation (
    id bigint NOT NULL,
    commendation_decision_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    achievement_id bigint NOT NULL,
    document_id bigint NOT NULL,
    unit_id bigint,
    level text NOT NULL,
    form text,
    authority text,
    subject_name text NOT NULL,
    subject_position text,
    unit_text text DEFAULT ''::text NOT NULL,
    list_position integer NOT NULL,
    commended_on date,
    revoked_at timestamp with time zone,
    revoked_document_id bigint,
    revoked_reason text,
    CONSTRAINT commendation_revoked_by_decision CHECK (((revoked_document_id IS NULL) OR ((revoked_at IS NOT NULL) AND (revoked_reason IS NOT NULL))))
);

-- registry | commendation commendation_achievement_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_achievement_id_fkey FOREIGN KEY (achievement_id) REFERENCES registry.achievement(id);

-- registry | commendation commendation_authority_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_authority_fkey FOREIGN KEY (authority) REFERENCES registry.authority(code);

-- registry | commendation commendation_commendation_decision_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_commendation_decision_id_fkey FOREIGN KEY (commendation_decision_id) REFERENCES registry.commendation_decision(id);

-- registry | commendation commendation_document_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_document_id_fkey FOREIGN KEY (document_id) REFERENCES registry.document(id);

-- registry | commendation commendation_level_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_level_fkey FOREIGN KEY (level) REFERENCES registry.level(code);

-- registry | commendation commendation_pkey | CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_pkey PRIMARY KEY (id);

-- registry | commendation commendation_revoked_document_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_revoked_document_id_fkey FOREIGN KEY (revoked_document_id) REFERENCES registry.document(id);

-- registry | commendation commendation_subject_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES registry.subject(id);

-- registry | commendation commendation_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation
    ADD CONSTRAINT commendation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | commendation_by_decision | INDEX
CREATE INDEX commendation_by_decision ON registry.commendation USING btree (commendation_decision_id);

-- registry | commendation_by_revoking_document | INDEX
CREATE INDEX commendation_by_revoking_document ON registry.commendation USING btree (revoked_document_id) WHERE (revoked_document_id IS NOT NULL);

-- registry | commendation_by_unit | INDEX
CREATE INDEX commendation_by_unit ON registry.commendation USING btree (unit_id);

-- registry | commendation_decision | TABLE
CREATE TABLE registry.commendation_decision (
    id bigint NOT NULL,
    submission_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    document_id bigint NOT NULL,
    level text NOT NULL,
    form text,
    authority text,
    movement text DEFAULT ''::text NOT NULL,
    period text,
    reason text DEFAULT ''::text NOT NULL,
    withdrawn_at timestamp with time zone
);

-- registry | commendation_decision commendation_decision_authority_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_authority_fkey FOREIGN KEY (authority) REFERENCES registry.authority(code);

-- registry | commendation_decision commendation_decision_campaign_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES registry.campaign(id);

-- registry | commendation_decision commendation_decision_document_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_document_id_fkey FOREIGN KEY (document_id) REFERENCES registry.document(id);

-- registry | commendation_decision commendation_decision_level_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_level_fkey FOREIGN KEY (level) REFERENCES registry.level(code);

-- registry | commendation_decision commendation_decision_one_per_submission | CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_one_per_submission UNIQUE (submission_id);

-- registry | commendation_decision commendation_decision_period_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_period_fkey FOREIGN KEY (period) REFERENCES registry.period(code);

-- registry | commendation_decision commendation_decision_pkey | CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_pkey PRIMARY KEY (id);

-- registry | commendation_decision commendation_decision_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | commendation_decision commendation_decision_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.commendation_decision
    ADD CONSTRAINT commendation_decision_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | commendation_decision_by_unit | INDEX
CREATE INDEX commendation_decision_by_unit ON registry.commendation_decision USING btree (unit_id);

-- registry | commendation_decision_id_seq | SEQUENCE
ALTER TABLE registry.commendation_decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.commendation_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | commendation_id_seq | SEQUENCE
ALTER TABLE registry.commendation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.commendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | commendation_one_per_achievement_form_and_document | INDEX
CREATE UNIQUE INDEX commendation_one_per_achievement_form_and_document ON registry.commendation USING btree (subject_id, achievement_id, form, document_id) NULLS NOT DISTINCT WHERE (revoked_at IS NULL);

-- registry | confirm_finding(bigint, text, text, text, bigint, text) | FUNCTION
CREATE FUNCTION registry.confirm_finding(submission_id bigint, code text, path text, reason text, unit_id bigint DEFAULT NULL::bigint, confirmed_by text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | confirmer(registry.finding) | FUNCTION
CREATE FUNCTION registry.confirmer(f registry.finding) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | content_limit | TABLE
CREATE TABLE registry.content_limit (
    name text NOT NULL,
    value integer NOT NULL,
    default_value integer NOT NULL,
    lowest integer NOT NULL,
    highest integer NOT NULL,
    what text NOT NULL,
    CONSTRAINT content_limit_default_within_bounds CHECK (((default_value >= lowest) AND (default_value <= highest))),
    CONSTRAINT content_limit_within_bounds CHECK (((value >= lowest) AND (value <= highest)))
);

-- registry | content_limit content_limit_pkey | CONSTRAINT
ALTER TABLE ONLY registry.content_limit
    ADD CONSTRAINT content_limit_pkey PRIMARY KEY (name);

-- registry | content_problem(jsonb, text, integer) | FUNCTION
CREATE FUNCTION registry.content_problem(content jsonb, what text, most integer) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | council_member | TABLE
CREATE TABLE registry.council_member (
    appraisal_id bigint NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    office text,
    unit_text text,
    role text,
    CONSTRAINT council_member_named CHECK ((name_key <> ''::text))
);

-- registry | council_member council_member_appraisal_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.council_member
    ADD CONSTRAINT council_member_appraisal_id_fkey FOREIGN KEY (appraisal_id) REFERENCES registry.appraisal(id);

-- registry | council_member council_member_pkey | CONSTRAINT
ALTER TABLE ONLY registry.council_member
    ADD CONSTRAINT council_member_pkey PRIMARY KEY (appraisal_id, "position");

-- registry | criterion | TABLE
CREATE TABLE registry.criterion (
    criterion_set text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    max_score numeric,
    "position" integer NOT NULL
);

-- registry | criterion criterion_criterion_set_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.criterion
    ADD CONSTRAINT criterion_criterion_set_fkey FOREIGN KEY (criterion_set) REFERENCES registry.criterion_set(code);

-- registry | criterion criterion_pkey | CONSTRAINT
ALTER TABLE ONLY registry.criterion
    ADD CONSTRAINT criterion_pkey PRIMARY KEY (criterion_set, code);

-- registry | criterion_score | TABLE
CREATE TABLE registry.criterion_score (
    appraisal_id bigint NOT NULL,
    "position" integer NOT NULL,
    criterion_set text NOT NULL,
    criterion text NOT NULL,
    score numeric NOT NULL,
    CONSTRAINT criterion_score_not_negative CHECK (((score >= (0)::numeric) AND (score < 'Infinity'::numeric)))
);

-- registry | criterion_score criterion_score_known | FK CONSTRAINT
ALTER TABLE ONLY registry.criterion_score
    ADD CONSTRAINT criterion_score_known FOREIGN KEY (criterion_set, criterion) REFERENCES registry.criterion(criterion_set, code);

-- registry | criterion_score criterion_score_of_a_model | FK CONSTRAINT
ALTER TABLE ONLY registry.criterion_score
    ADD CONSTRAINT criterion_score_of_a_model FOREIGN KEY (appraisal_id, "position") REFERENCES registry.appraisal_model(appraisal_id, "position");

-- registry | criterion_score criterion_score_pkey | CONSTRAINT
ALTER TABLE ONLY registry.criterion_score
    ADD CONSTRAINT criterion_score_pkey PRIMARY KEY (appraisal_id, "position", criterion);

-- registry | criterion_set | TABLE
CREATE TABLE registry.criterion_set (
    code text NOT NULL,
    name text NOT NULL,
    source text DEFAULT ''::text NOT NULL
);

-- registry | criterion_set criterion_set_pkey | CONSTRAINT
ALTER TABLE ONLY registry.criterion_set
    ADD CONSTRAINT criterion_set_pkey PRIMARY KEY (code);

-- registry | deadline_day(text) | FUNCTION
CREATE FUNCTION registry.deadline_day(words text) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | decision_day(jsonb) | FUNCTION
CREATE FUNCTION registry.decision_day(decision jsonb) RETURNS date
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | define_alias(text, text, date, date) | FUNCTION
CREATE FUNCTION registry.define_alias(unit_code text, alias text, valid_from date DEFAULT NULL::date, valid_until date DEFAULT NULL::date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | define_block(text, text, text, date, date) | FUNCTION
CREATE FUNCTION registry.define_block(committee_code text, block_code text, name text, valid_from date DEFAULT NULL::date, valid_until date DEFAULT NULL::date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | define_campaign(text, text, text, text, text, text, jsonb) | FUNCTION
CREATE FUNCTION registry.define_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb DEFAULT '{}'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | define_field_set(text, text, jsonb) | FUNCTION
CREATE FUNCTION registry.define_field_set(code text, name text, fields jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | define_successor(text, text, date, text, text, boolean) | FUNCTION
CREATE FUNCTION registry.define_successor(from_code text, to_code text, on_day date, kind text, legal_basis text, partial boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | define_unit(text, text, text, text, text, date, date, text) | FUNCTION
CREATE FUNCTION registry.define_unit(code text, name text, type text, tree text, parent_code text, valid_from date DEFAULT NULL::date, valid_until date DEFAULT NULL::date, note text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | discipline | TABLE
CREATE TABLE registry.discipline (
    id bigint NOT NULL,
    kind text NOT NULL,
    subject_kind text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    unit_id bigint,
    valid daterange NOT NULL,
    source text NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_by text DEFAULT SESSION_USER NOT NULL,
    CONSTRAINT discipline_kind CHECK ((kind = ANY (ARRAY['discipline'::text, 'investigation'::text, 'inspection'::text, 'complaint'::text, 'press'::text]))),
    CONSTRAINT discipline_named CHECK ((name_key <> ''::text)),
    CONSTRAINT discipline_opened CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid)))),
    CONSTRAINT discipline_source_not_empty CHECK ((source <> ''::text)),
    CONSTRAINT discipline_subject_kind CHECK ((subject_kind = ANY (ARRAY['collective'::text, 'individual'::text, 'household'::text])))
);

-- registry | discipline discipline_pkey | CONSTRAINT
ALTER TABLE ONLY registry.discipline
    ADD CONSTRAINT discipline_pkey PRIMARY KEY (id);

-- registry | discipline discipline_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.discipline
    ADD CONSTRAINT discipline_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | discipline_by_subject | INDEX
CREATE INDEX discipline_by_subject ON registry.discipline USING btree (name_key, subject_kind);

-- registry | discipline_id_seq | SEQUENCE
ALTER TABLE registry.discipline ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.discipline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | document | TABLE
CREATE TABLE registry.document (
    id bigint NOT NULL,
    symbol text,
    symbol_key text,
    type_code text,
    number integer,
    issuer text,
    issuer_key text,
    issuer_unit_id bigint,
    system text,
    issued_on date,
    date_precision text DEFAULT 'day'::text NOT NULL,
    title text,
    topic text,
    effective daterange,
    replaced_by text,
    source text DEFAULT ''::text NOT NULL,
    first_turn bigint,
    CONSTRAINT document_date_precision CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text])))
);

-- registry | document document_issuer_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.document
    ADD CONSTRAINT document_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES registry.unit(id);

-- registry | document document_pkey | CONSTRAINT
ALTER TABLE ONLY registry.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

-- registry | document_by_number | INDEX
CREATE INDEX document_by_number ON registry.document USING btree (issuer_key, type_code, issued_on) WHERE (number IS NOT NULL);

-- registry | document_id_seq | SEQUENCE
ALTER TABLE registry.document ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | document_one_per_symbol | INDEX
CREATE UNIQUE INDEX document_one_per_symbol ON registry.document USING btree (symbol_key, issuer_key, issued_on) NULLS NOT DISTINCT WHERE (symbol_key IS NOT NULL);

-- registry | effect_assessment | TABLE
CREATE TABLE registry.effect_assessment (
    id bigint NOT NULL,
    model_id bigint NOT NULL,
    year integer NOT NULL,
    effective boolean NOT NULL,
    assessed_on date NOT NULL,
    assessed_by text NOT NULL,
    document_id bigint,
    note text DEFAULT ''::text NOT NULL,
    recorded_by text DEFAULT SESSION_USER NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT effect_assessment_by_somebody CHECK ((assessed_by <> ''::text))
);

-- registry | effect_assessment effect_assessment_document_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.effect_assessment
    ADD CONSTRAINT effect_assessment_document_id_fkey FOREIGN KEY (document_id) REFERENCES registry.document(id);

-- registry | effect_assessment effect_assessment_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.effect_assessment
    ADD CONSTRAINT effect_assessment_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | effect_assessment effect_assessment_one_per_model_and_year | CONSTRAINT
ALTER TABLE ONLY registry.effect_assessment
    ADD CONSTRAINT effect_assessment_one_per_model_and_year UNIQUE (model_id, year);

-- registry | effect_assessment effect_assessment_pkey | CONSTRAINT
ALTER TABLE ONLY registry.effect_assessment
    ADD CONSTRAINT effect_assessment_pkey PRIMARY KEY (id);

-- registry | effect_assessment effect_assessment_stats_delete | TRIGGER
CREATE TRIGGER effect_assessment_stats_delete AFTER DELETE ON registry.effect_assessment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_assessment();

-- registry | effect_assessment effect_assessment_stats_insert | TRIGGER
CREATE TRIGGER effect_assessment_stats_insert AFTER INSERT ON registry.effect_assessment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_assessment();

-- registry | effect_assessment effect_assessment_stats_update_new | TRIGGER
CREATE TRIGGER effect_assessment_stats_update_new AFTER UPDATE ON registry.effect_assessment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_assessment();

-- registry | effect_assessment effect_assessment_stats_update_old | TRIGGER
CREATE TRIGGER effect_assessment_stats_update_old AFTER UPDATE ON registry.effect_assessment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_assessment();

-- registry | effect_assessment_id_seq | SEQUENCE
ALTER TABLE registry.effect_assessment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.effect_assessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | ended_unit(text, date, jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.ended_unit(unit_text text, on_day date, matches jsonb, cards jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | ensure_document(jsonb, bigint) | FUNCTION
CREATE FUNCTION registry.ensure_document(content jsonb, turn bigint) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | ensure_period(text) | FUNCTION
CREATE FUNCTION registry.ensure_period(code text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | ensure_subjects(registry.named_subject[]) | FUNCTION
CREATE FUNCTION registry.ensure_subjects(named registry.named_subject[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | field | TABLE
CREATE TABLE registry.field (
    id bigint NOT NULL,
    field_set text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    "position" integer NOT NULL
);

-- registry | field field_field_set_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.field
    ADD CONSTRAINT field_field_set_fkey FOREIGN KEY (field_set) REFERENCES registry.field_set(code);

-- registry | field field_one_per_code | CONSTRAINT
ALTER TABLE ONLY registry.field
    ADD CONSTRAINT field_one_per_code UNIQUE (field_set, code);

-- registry | field field_one_per_name | CONSTRAINT
ALTER TABLE ONLY registry.field
    ADD CONSTRAINT field_one_per_name UNIQUE (field_set, name_key);

-- registry | field field_pkey | CONSTRAINT
ALTER TABLE ONLY registry.field
    ADD CONSTRAINT field_pkey PRIMARY KEY (id);

-- registry | field_id_seq | SEQUENCE
ALTER TABLE registry.field ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.field_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | field_of(bigint, text) | FUNCTION
CREATE FUNCTION registry.field_of(campaign_id bigint, field text) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | field_set | TABLE
CREATE TABLE registry.field_set (
    code text NOT NULL,
    name text NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL
);

-- registry | field_set field_set_pkey | CONSTRAINT
ALTER TABLE ONLY registry.field_set
    ADD CONSTRAINT field_set_pkey PRIMARY KEY (code);

-- registry | file_for_officer(text, text, text, jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.file_for_officer(kind text, campaign text, unit text, content jsonb, attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | find_unit(text, date, text[]) | FUNCTION
CREATE FUNCTION registry.find_unit(text text, on_day date DEFAULT NULL::date, trees text[] DEFAULT NULL::text[]) RETURNS TABLE(unit_id bigint, code text, name text, path text, type text, tree text, valid_from date, valid_until date, alive boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | finding | TABLE
CREATE TABLE registry.finding (
    submission_id bigint NOT NULL,
    version integer NOT NULL,
    rule_set integer NOT NULL,
    code text NOT NULL,
    path text NOT NULL,
    severity text NOT NULL,
    message text NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    found_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by text,
    confirmed_officer text,
    confirmed_reason text,
    confirmed_unit_id bigint,
    CONSTRAINT finding_confirmed_by_somebody CHECK ((((confirmed_at IS NULL) = (confirmed_by IS NULL)) AND ((confirmed_at IS NULL) = (confirmed_reason IS NULL)) AND ((confirmed_at IS NULL) OR (severity = 'C'::text)))),
    CONSTRAINT finding_severity CHECK ((severity = ANY (ARRAY['L'::text, 'C'::text, 'G'::text])))
);

-- registry | finding finding_confirmed_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.finding
    ADD CONSTRAINT finding_confirmed_unit_id_fkey FOREIGN KEY (confirmed_unit_id) REFERENCES registry.unit(id);

-- registry | finding finding_pkey | CONSTRAINT
ALTER TABLE ONLY registry.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (submission_id, version, rule_set, code, path);

-- registry | finding finding_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.finding
    ADD CONSTRAINT finding_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | finding_by_code | INDEX
CREATE INDEX finding_by_code ON registry.finding USING btree (code);

-- registry | finding_place(text, text) | FUNCTION
CREATE FUNCTION registry.finding_place(kind text, path text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | form | TABLE
CREATE TABLE registry.form (
    kind text NOT NULL,
    version integer NOT NULL,
    schema jsonb NOT NULL,
    valid_example jsonb NOT NULL,
    invalid_example jsonb NOT NULL
);

-- registry | form form_pkey | CONSTRAINT
ALTER TABLE ONLY registry.form
    ADD CONSTRAINT form_pkey PRIMARY KEY (kind, version);

-- registry | inspection | TABLE
CREATE TABLE registry.inspection (
    id bigint NOT NULL,
    submission_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    team text NOT NULL,
    team_key text NOT NULL,
    inspected_on date,
    topics text[] DEFAULT '{}'::text[] NOT NULL,
    conclusion text DEFAULT ''::text NOT NULL,
    withdrawn_at timestamp with time zone
);

-- registry | inspection inspection_campaign_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.inspection
    ADD CONSTRAINT inspection_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES registry.campaign(id);

-- registry | inspection inspection_one_per_submission | CONSTRAINT
ALTER TABLE ONLY registry.inspection
    ADD CONSTRAINT inspection_one_per_submission UNIQUE (submission_id);

-- registry | inspection inspection_pkey | CONSTRAINT
ALTER TABLE ONLY registry.inspection
    ADD CONSTRAINT inspection_pkey PRIMARY KEY (id);

-- registry | inspection inspection_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.inspection
    ADD CONSTRAINT inspection_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | inspection inspection_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.inspection
    ADD CONSTRAINT inspection_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | inspection_by_unit | INDEX
CREATE INDEX inspection_by_unit ON registry.inspection USING btree (unit_id, year);

-- registry | inspection_id_seq | SEQUENCE
ALTER TABLE registry.inspection ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.inspection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | inspection_unit | TABLE
CREATE TABLE registry.inspection_unit (
    inspection_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

-- registry | inspection_unit inspection_unit_inspection_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.inspection_unit
    ADD CONSTRAINT inspection_unit_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES registry.inspection(id);

-- registry | inspection_unit inspection_unit_pkey | CONSTRAINT
ALTER TABLE ONLY registry.inspection_unit
    ADD CONSTRAINT inspection_unit_pkey PRIMARY KEY (inspection_id, unit_id);

-- registry | inspection_unit inspection_unit_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.inspection_unit
    ADD CONSTRAINT inspection_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | inspection_unit_by_unit | INDEX
CREATE INDEX inspection_unit_by_unit ON registry.inspection_unit USING btree (unit_id);

-- registry | is_copied(bytea, bytea) | FUNCTION
CREATE FUNCTION registry.is_copied(a bytea, b bytea) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | is_whole(jsonb, integer, integer) | FUNCTION
CREATE FUNCTION registry.is_whole(value jsonb, low integer, high integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | iso_date(text) | FUNCTION
CREATE FUNCTION registry.iso_date(value text) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | issuer_body(text) | FUNCTION
CREATE FUNCTION registry.issuer_body(issuer text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | judged | TYPE
CREATE TYPE registry.judged AS (
	id bigint,
	turn bigint,
	kind text,
	campaign_id bigint,
	unit_id bigint,
	year integer,
	filed_on date,
	model_key text,
	source_model_key text,
	content jsonb
);

-- registry | legal_parameter | TABLE
CREATE TABLE registry.legal_parameter (
    code text NOT NULL,
    valid daterange NOT NULL,
    value numeric NOT NULL,
    unit text DEFAULT ''::text NOT NULL,
    name text NOT NULL,
    source text DEFAULT ''::text NOT NULL
);

-- registry | legal_parameter legal_parameter_one_per_day | CONSTRAINT
ALTER TABLE ONLY registry.legal_parameter
    ADD CONSTRAINT legal_parameter_one_per_day EXCLUDE USING gist (code WITH =, valid WITH &&);

-- registry | legal_parameter legal_parameter_pkey | CONSTRAINT
ALTER TABLE ONLY registry.legal_parameter
    ADD CONSTRAINT legal_parameter_pkey PRIMARY KEY (code, valid);

-- registry | level | TABLE
CREATE TABLE registry.level (
    code text NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    source text DEFAULT ''::text NOT NULL
);

-- registry | level level_pkey | CONSTRAINT
ALTER TABLE ONLY registry.level
    ADD CONSTRAINT level_pkey PRIMARY KEY (code);

-- registry | level_card(registry.level) | FUNCTION
CREATE FUNCTION registry.level_card(l registry.level) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | level_on(text, date) | FUNCTION
CREATE FUNCTION registry.level_on(level text, on_day date) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | listed_model_keys(jsonb) | FUNCTION
CREATE FUNCTION registry.listed_model_keys(content jsonb) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | listed_models(jsonb, date, jsonb) | FUNCTION
CREATE FUNCTION registry.listed_models(content jsonb, on_day date, matches jsonb) RETURNS TABLE(index integer, unit_candidates integer, model_id bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | listed_subjects(jsonb) | FUNCTION
CREATE FUNCTION registry.listed_subjects(content jsonb) RETURNS TABLE(kind text, name text, role text, "position" text, list_position integer)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | listed_unit_facts(jsonb, text, date, jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.listed_unit_facts(list jsonb, field text, on_day date, matches jsonb, cards jsonb) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | listed_unit_texts(jsonb) | FUNCTION
CREATE FUNCTION registry.listed_unit_texts(content jsonb) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | load_abbreviations() | FUNCTION
CREATE FUNCTION registry.load_abbreviations() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_authorities() | FUNCTION
CREATE FUNCTION registry.load_authorities() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_boilerplate() | FUNCTION
CREATE FUNCTION registry.load_boilerplate() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_criteria() | FUNCTION
CREATE FUNCTION registry.load_criteria() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_criterion_sets() | FUNCTION
CREATE FUNCTION registry.load_criterion_sets() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_documents() | FUNCTION
CREATE FUNCTION registry.load_documents() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_field_sets() | FUNCTION
CREATE FUNCTION registry.load_field_sets() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_forms() | FUNCTION
CREATE FUNCTION registry.load_forms() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_legal_parameters() | FUNCTION
CREATE FUNCTION registry.load_legal_parameters() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_levels() | FUNCTION
CREATE FUNCTION registry.load_levels() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_rule_actions() | FUNCTION
CREATE FUNCTION registry.load_rule_actions() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_rules() | FUNCTION
CREATE FUNCTION registry.load_rules() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_terms() | FUNCTION
CREATE FUNCTION registry.load_terms() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_unit_successors() | FUNCTION
CREATE FUNCTION registry.load_unit_successors() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | load_unit_types() | FUNCTION
CREATE FUNCTION registry.load_unit_types() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | load_units() | FUNCTION
CREATE FUNCTION registry.load_units() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | load_words() | FUNCTION
CREATE FUNCTION registry.load_words() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | model | TABLE
CREATE TABLE registry.model (
    id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    unit_id bigint NOT NULL,
    field_id bigint,
    first_year integer,
    state text DEFAULT 'registered'::text NOT NULL,
    submission_id bigint NOT NULL,
    ended_on date,
    CONSTRAINT model_state CHECK ((state = ANY (ARRAY['proposed'::text, 'registered'::text, 'running'::text, 'paused'::text, 'ended'::text])))
);

-- registry | model model_field_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.model
    ADD CONSTRAINT model_field_id_fkey FOREIGN KEY (field_id) REFERENCES registry.field(id);

-- registry | model model_one_per_code | CONSTRAINT
ALTER TABLE ONLY registry.model
    ADD CONSTRAINT model_one_per_code UNIQUE (code);

-- registry | model model_one_per_unit_and_name | CONSTRAINT
ALTER TABLE ONLY registry.model
    ADD CONSTRAINT model_one_per_unit_and_name UNIQUE (unit_id, name_key);

-- registry | model model_pkey | CONSTRAINT
ALTER TABLE ONLY registry.model
    ADD CONSTRAINT model_pkey PRIMARY KEY (id);

-- registry | model model_stats_end | TRIGGER
CREATE TRIGGER model_stats_end AFTER UPDATE ON registry.model FOR EACH ROW WHEN (((old.ended_on IS DISTINCT FROM new.ended_on) OR ((old.state = 'ended'::text) <> (new.state = 'ended'::text)))) EXECUTE FUNCTION stats.log_model_end();

-- registry | model model_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.model
    ADD CONSTRAINT model_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | model model_unit | TRIGGER
CREATE TRIGGER model_unit AFTER UPDATE OF unit_id ON registry.model FOR EACH ROW WHEN ((old.unit_id IS DISTINCT FROM new.unit_id)) EXECUTE FUNCTION registry.model_unit();

-- registry | model model_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.model
    ADD CONSTRAINT model_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | model_id_seq | SEQUENCE
ALTER TABLE registry.model ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.model_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | model_place | TABLE
CREATE TABLE registry.model_place (
    model_id bigint NOT NULL,
    place text NOT NULL,
    place_key text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL
);

-- registry | model_place model_place_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.model_place
    ADD CONSTRAINT model_place_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | model_place model_place_pkey | CONSTRAINT
ALTER TABLE ONLY registry.model_place
    ADD CONSTRAINT model_place_pkey PRIMARY KEY (model_id, place_key);

-- registry | model_signature | TABLE
CREATE TABLE registry.model_signature (
    model_id bigint NOT NULL,
    province integer DEFAULT 0 NOT NULL,
    content_sketch text
);

-- registry | model_signature model_signature_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.model_signature
    ADD CONSTRAINT model_signature_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | model_signature model_signature_pkey | CONSTRAINT
ALTER TABLE ONLY registry.model_signature
    ADD CONSTRAINT model_signature_pkey PRIMARY KEY (model_id);

-- registry | model_subject | TABLE
CREATE TABLE registry.model_subject (
    model_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    role text DEFAULT 'participate'::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT model_subject_role CHECK ((role = ANY (ARRAY['lead'::text, 'coordinate'::text, 'participate'::text])))
);

-- registry | model_subject model_subject_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.model_subject
    ADD CONSTRAINT model_subject_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | model_subject model_subject_pkey | CONSTRAINT
ALTER TABLE ONLY registry.model_subject
    ADD CONSTRAINT model_subject_pkey PRIMARY KEY (model_id, subject_id);

-- registry | model_subject model_subject_subject_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.model_subject
    ADD CONSTRAINT model_subject_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES registry.subject(id);

-- registry | model_subject_by_subject | INDEX
CREATE INDEX model_subject_by_subject ON registry.model_subject USING btree (subject_id);

-- registry | model_unit() | FUNCTION
CREATE FUNCTION registry.model_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | move_submission(bigint, text, text, text, jsonb) | FUNCTION
CREATE FUNCTION registry.move_submission(id bigint, step text, to_state text, reason text, detail jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | name_key(text) | FUNCTION
CREATE FUNCTION registry.name_key(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | name_words(text) | FUNCTION
CREATE FUNCTION registry.name_words(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | named_subject | TYPE
CREATE TYPE registry.named_subject AS (
	submission_id bigint,
	turn bigint,
	unit_id bigint,
	kind text,
	name text,
	name_key text,
	"position" text,
	role text,
	list_position integer
);

-- registry | need_reason(text) | FUNCTION
CREATE FUNCTION registry.need_reason(reason text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | one_line(text) | FUNCTION
CREATE FUNCTION registry.one_line(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | open_campaign(text, text, text, text, text, text, jsonb, text) | FUNCTION
CREATE FUNCTION registry.open_campaign(code text, name text, unit_code text, period text, field_set text, tree text, parameters jsonb DEFAULT '{}'::jsonb, reason text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | open_campaign_id(text) | FUNCTION
CREATE FUNCTION registry.open_campaign_id(code text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | open_proceeding(text, text, text, text, date, text) | FUNCTION
CREATE FUNCTION registry.open_proceeding(kind text, subject_kind text, name text, unit text, opened_on date, source text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | overdue_proposals(date) | FUNCTION
CREATE FUNCTION registry.overdue_proposals(on_day date DEFAULT registry.today()) RETURNS TABLE(submission_id bigint, campaign text, unit text, level text, state text, filed_on date, processing_until date, days_over integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | overlap_candidates(text, integer) | FUNCTION
CREATE FUNCTION registry.overlap_candidates(probes text, listed integer DEFAULT 30) RETURNS TABLE(submission_id bigint, candidates text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | period | TABLE
CREATE TABLE registry.period (
    code text NOT NULL,
    kind text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    name text NOT NULL,
    CONSTRAINT period_in_order CHECK ((first_day <= last_day))
);

-- registry | period period_pkey | CONSTRAINT
ALTER TABLE ONLY registry.period
    ADD CONSTRAINT period_pkey PRIMARY KEY (code);

-- registry | period_range(text) | FUNCTION
CREATE FUNCTION registry.period_range(code text) RETURNS TABLE(kind text, first_day date, last_day date, name text)
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | person_key(text) | FUNCTION
CREATE FUNCTION registry.person_key(name text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | person_name_parts(text) | FUNCTION
CREATE FUNCTION registry.person_name_parts(name text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | place_number(text) | FUNCTION
CREATE FUNCTION registry.place_number(value text) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | plain_letters(text) | FUNCTION
CREATE FUNCTION registry.plain_letters(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | prefix_keys(text) | FUNCTION
CREATE FUNCTION registry.prefix_keys(type text) RETURNS text[]
    LANGUAGE sql STABLE
    AS ...;

-- registry | proceeding_facts(jsonb, date, jsonb) | FUNCTION
CREATE FUNCTION registry.proceeding_facts(recipient jsonb, on_day date, matches jsonb) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | processing_until(text, jsonb, date) | FUNCTION
CREATE FUNCTION registry.processing_until(kind text, content jsonb, filed_on date) RETURNS date
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | propose_commendation(text, text, jsonb, jsonb, jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.propose_commendation(campaign text, unit text, award jsonb, recipients jsonb, dossier jsonb, attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | read_day(text) | FUNCTION
CREATE FUNCTION registry.read_day(value text) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | read_scores(jsonb, registry.campaign, jsonb, text) | FUNCTION
CREATE FUNCTION registry.read_scores(scores jsonb, c registry.campaign, content jsonb, conclusion text) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | recipient_facts(jsonb, date, bigint, jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.recipient_facts(content jsonb, filed_on date, turn bigint, matches jsonb, own jsonb) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | recognition | TABLE
CREATE TABLE registry.recognition (
    id bigint NOT NULL,
    submission_id bigint NOT NULL,
    model_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    level text NOT NULL,
    year integer,
    title text NOT NULL,
    authority text,
    document_id bigint NOT NULL,
    recognised_on date,
    revoked_at timestamp with time zone,
    revoked_document_id bigint,
    revoked_reason text,
    unit_id bigint NOT NULL,
    CONSTRAINT recognition_revoked_by_decision CHECK (((revoked_document_id IS NULL) OR ((revoked_at IS NOT NULL) AND (revoked_reason IS NOT NULL)))),
    CONSTRAINT recognition_title CHECK ((title = ANY (ARRAY['mo_hinh'::text, 'dien_hinh'::text, 'nhan_rong'::text])))
);

-- registry | recognition recognition_authority_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_authority_fkey FOREIGN KEY (authority) REFERENCES registry.authority(code);

-- registry | recognition recognition_campaign_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES registry.campaign(id);

-- registry | recognition recognition_document_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_document_id_fkey FOREIGN KEY (document_id) REFERENCES registry.document(id);

-- registry | recognition recognition_level_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_level_fkey FOREIGN KEY (level) REFERENCES registry.level(code);

-- registry | recognition recognition_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | recognition recognition_pkey | CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_pkey PRIMARY KEY (id);

-- registry | recognition recognition_revoked_document_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_revoked_document_id_fkey FOREIGN KEY (revoked_document_id) REFERENCES registry.document(id);

-- registry | recognition recognition_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | recognition recognition_unit | TRIGGER
CREATE TRIGGER recognition_unit BEFORE INSERT OR UPDATE OF model_id ON registry.recognition FOR EACH ROW EXECUTE FUNCTION registry.recognition_unit();

-- registry | recognition recognition_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.recognition
    ADD CONSTRAINT recognition_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | recognition_by_revoking_document | INDEX
CREATE INDEX recognition_by_revoking_document ON registry.recognition USING btree (revoked_document_id) WHERE (revoked_document_id IS NOT NULL);

-- registry | recognition_by_submission | INDEX
CREATE INDEX recognition_by_submission ON registry.recognition USING btree (submission_id);

-- registry | recognition_by_unit | INDEX
CREATE INDEX recognition_by_unit ON registry.recognition USING btree (unit_id, year);

-- registry | recognition_id_seq | SEQUENCE
ALTER TABLE registry.recognition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.recognition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | recognition_one_per_level_year_and_title | INDEX
CREATE UNIQUE INDEX recognition_one_per_level_year_and_title ON registry.recognition USING btree (model_id, level, year, title) NULLS NOT DISTINCT WHERE (revoked_at IS NULL);

-- registry | recognition_unit() | FUNCTION
CREATE FUNCTION registry.recognition_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | record_commendation(text, text, jsonb, jsonb, jsonb, bigint[], jsonb) | FUNCTION
CREATE FUNCTION registry.record_commendation(campaign text, unit text, decision jsonb, award jsonb, recipients jsonb, proposals bigint[] DEFAULT '{}'::bigint[], attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | record_exemplary(text, text, jsonb, text, integer, jsonb, bigint[], jsonb) | FUNCTION
CREATE FUNCTION registry.record_exemplary(campaign text, unit text, decision jsonb, level text, year integer, models jsonb, proposals bigint[] DEFAULT '{}'::bigint[], attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | record_inspection(text, text, text, date, text[], text[], text, jsonb) | FUNCTION
CREATE FUNCTION registry.record_inspection(campaign text, unit text, team text, inspected_on date, units text[], topics text[] DEFAULT '{}'::text[], conclusion text DEFAULT ''::text, attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | record_recognition(text, text, jsonb, text, integer, text, jsonb, bigint[], jsonb) | FUNCTION
CREATE FUNCTION registry.record_recognition(campaign text, unit text, decision jsonb, level text, year integer, title text, models jsonb, proposals bigint[] DEFAULT '{}'::bigint[], attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | refresh_unit_paths(bigint[]) | FUNCTION
CREATE FUNCTION registry.refresh_unit_paths(ids bigint[] DEFAULT NULL::bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET enable_nestloop TO 'on'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | refuse_backward_edges(bigint[]) | FUNCTION
CREATE FUNCTION registry.refuse_backward_edges(ids bigint[]) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | refuse_missing(text, text) | FUNCTION
CREATE FUNCTION registry.refuse_missing(code text, names text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | refuse_step(bigint, text, text) | FUNCTION
CREATE FUNCTION registry.refuse_step(submission_id bigint, state text, step text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | register_replication(text, text, text, jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.register_replication(campaign text, unit text, source_model text, content jsonb, attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | registration | TABLE
CREATE TABLE registry.registration (
    id bigint NOT NULL,
    submission_id bigint NOT NULL,
    model_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    type text NOT NULL,
    field_id bigint,
    block_id bigint,
    subject_id bigint,
    subject_kind text,
    source_model_id bigint,
    open_subject_list boolean DEFAULT false NOT NULL,
    starts_on date,
    ends_on date,
    registered_on date NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT registration_type CHECK ((type = ANY (ARRAY['new'::text, 'maintained'::text, 'replicated'::text])))
);

-- registry | registration registration_block_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_block_id_fkey FOREIGN KEY (block_id) REFERENCES registry.block(id);

-- registry | registration registration_campaign_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES registry.campaign(id);

-- registry | registration registration_field_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_field_id_fkey FOREIGN KEY (field_id) REFERENCES registry.field(id);

-- registry | registration registration_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | registration registration_one_per_submission | CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_one_per_submission UNIQUE (submission_id);

-- registry | registration registration_pkey | CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_pkey PRIMARY KEY (id);

-- registry | registration registration_source_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_source_model_id_fkey FOREIGN KEY (source_model_id) REFERENCES registry.model(id);

-- registry | registration registration_stats_source_delete | TRIGGER
CREATE TRIGGER registration_stats_source_delete AFTER DELETE ON registry.registration FOR EACH ROW WHEN ((old.source_model_id IS NOT NULL)) EXECUTE FUNCTION stats.log_source();

-- registry | registration registration_stats_source_insert | TRIGGER
CREATE TRIGGER registration_stats_source_insert AFTER INSERT ON registry.registration FOR EACH ROW WHEN ((new.source_model_id IS NOT NULL)) EXECUTE FUNCTION stats.log_source();

-- registry | registration registration_stats_source_update | TRIGGER
CREATE TRIGGER registration_stats_source_update AFTER UPDATE ON registry.registration FOR EACH ROW WHEN (((old.source_model_id IS NOT NULL) OR (new.source_model_id IS NOT NULL))) EXECUTE FUNCTION stats.log_source();

-- registry | registration registration_subject_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES registry.subject(id);

-- registry | registration registration_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | registration registration_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.registration
    ADD CONSTRAINT registration_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | registration_by_campaign | INDEX
CREATE INDEX registration_by_campaign ON registry.registration USING btree (campaign_id);

-- registry | registration_by_source_model | INDEX
CREATE INDEX registration_by_source_model ON registry.registration USING btree (source_model_id) WHERE (source_model_id IS NOT NULL);

-- registry | registration_by_unit | INDEX
CREATE INDEX registration_by_unit ON registry.registration USING btree (unit_id, year);

-- registry | registration_id_seq | SEQUENCE
ALTER TABLE registry.registration ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.registration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | registration_one_per_model_and_year | INDEX
CREATE UNIQUE INDEX registration_one_per_model_and_year ON registry.registration USING btree (model_id, year) WHERE (withdrawn_at IS NULL);

-- registry | registration_withdrawn_by_model | INDEX
CREATE INDEX registration_withdrawn_by_model ON registry.registration USING btree (model_id) WHERE (withdrawn_at IS NOT NULL);

-- registry | report | TABLE
CREATE TABLE registry.report (
    id bigint NOT NULL,
    submission_id bigint NOT NULL,
    model_id bigint,
    registration_id bigint,
    campaign_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    narrative text DEFAULT ''::text NOT NULL,
    indicators jsonb DEFAULT '[]'::jsonb NOT NULL,
    tables jsonb DEFAULT '[]'::jsonb NOT NULL,
    held_on date,
    reported_on date NOT NULL,
    withdrawn_at timestamp with time zone
);

-- registry | report report_campaign_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.report
    ADD CONSTRAINT report_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES registry.campaign(id);

-- registry | report report_model_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.report
    ADD CONSTRAINT report_model_id_fkey FOREIGN KEY (model_id) REFERENCES registry.model(id);

-- registry | report report_one_per_submission | CONSTRAINT
ALTER TABLE ONLY registry.report
    ADD CONSTRAINT report_one_per_submission UNIQUE (submission_id);

-- registry | report report_pkey | CONSTRAINT
ALTER TABLE ONLY registry.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);

-- registry | report report_registration_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.report
    ADD CONSTRAINT report_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registry.registration(id);

-- registry | report report_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.report
    ADD CONSTRAINT report_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | report report_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.report
    ADD CONSTRAINT report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | report_by_model | INDEX
CREATE INDEX report_by_model ON registry.report USING btree (model_id, year);

-- registry | report_by_unit | INDEX
CREATE INDEX report_by_unit ON registry.report USING btree (unit_id, year);

-- registry | report_id_seq | SEQUENCE
ALTER TABLE registry.report ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | resolved_model(text, text, date, jsonb) | FUNCTION
CREATE FUNCTION registry.resolved_model(unit_text text, model_key text, on_day date, matches jsonb) RETURNS TABLE(unit_candidates integer, model_id bigint)
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | return_submission(bigint, text) | FUNCTION
CREATE FUNCTION registry.return_submission(submission_id bigint, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | revoke_commendation(bigint, jsonb, text) | FUNCTION
CREATE FUNCTION registry.revoke_commendation(commendation_id bigint, decision jsonb, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | revoke_recognition(bigint, jsonb, text) | FUNCTION
CREATE FUNCTION registry.revoke_recognition(recognition_id bigint, decision jsonb, reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | revoking_body(text, text, text, date) | FUNCTION
CREATE FUNCTION registry.revoking_body(issuer text, act text, level text, on_day date) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | rule | TABLE
CREATE TABLE registry.rule (
    rule_set integer NOT NULL,
    code text NOT NULL,
    severity text NOT NULL,
    message text NOT NULL,
    basis text DEFAULT ''::text NOT NULL,
    valid_from date,
    valid_until date,
    facts text DEFAULT ''::text NOT NULL,
    CONSTRAINT rule_severity CHECK ((severity = ANY (ARRAY['L'::text, 'C'::text, 'G'::text])))
);

-- registry | rule rule_pkey | CONSTRAINT
ALTER TABLE ONLY registry.rule
    ADD CONSTRAINT rule_pkey PRIMARY KEY (rule_set, code);

-- registry | rule_action | TABLE
CREATE TABLE registry.rule_action (
    code text NOT NULL,
    action text NOT NULL,
    CONSTRAINT rule_action_not_empty CHECK ((action <> ''::text))
);

-- registry | rule_action rule_action_pkey | CONSTRAINT
ALTER TABLE ONLY registry.rule_action
    ADD CONSTRAINT rule_action_pkey PRIMARY KEY (code);

-- registry | rule_set(integer) | FUNCTION
CREATE FUNCTION registry.rule_set(version integer) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | search_key(text) | FUNCTION
CREATE FUNCTION registry.search_key(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | search_unit(text, date, integer) | FUNCTION
CREATE FUNCTION registry.search_unit(text text, on_day date DEFAULT NULL::date, "limit" integer DEFAULT 20) RETURNS TABLE(unit_id bigint, code text, name text, path text, type text, tree text, valid_from date, valid_until date, alive boolean, match text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | set_content_limit(text, integer, text) | FUNCTION
CREATE FUNCTION registry.set_content_limit(name text, value integer, reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | sign_models(integer) | FUNCTION
CREATE FUNCTION registry.sign_models(at_most integer DEFAULT 1000) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | similar_models(jsonb, real, integer, boolean) | FUNCTION
CREATE FUNCTION registry.similar_models(probes jsonb, at_least real DEFAULT 0.7, listed integer DEFAULT NULL::integer, copies boolean DEFAULT false) RETURNS TABLE(probe bigint, model_id bigint, similarity real, nearness smallint, province integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashagg TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | sketches_meet(bytea, bytea) | FUNCTION
CREATE FUNCTION registry.sketches_meet(a bytea, b bytea) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | standing_places(text, text) | FUNCTION
CREATE FUNCTION registry.standing_places(path text, named text) RETURNS TABLE(places bigint[], province integer)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | stands_for(bigint, date) | FUNCTION
CREATE FUNCTION registry.stands_for(unit_id bigint, on_day date DEFAULT NULL::date) RETURNS TABLE(asked_id bigint, asked text, standing_id bigint, code text, name text, path text, kind text, since date, divided boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | stands_for(text, date) | FUNCTION
CREATE FUNCTION registry.stands_for(unit text, on_day date DEFAULT NULL::date) RETURNS TABLE(asked_id bigint, asked text, standing_id bigint, code text, name text, path text, kind text, since date, divided boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | subject | TABLE
CREATE TABLE registry.subject (
    id bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    unit_id bigint,
    "position" text,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    first_turn bigint NOT NULL,
    CONSTRAINT subject_kind CHECK ((kind = ANY (ARRAY['collective'::text, 'individual'::text, 'household'::text])))
);

-- registry | subject subject_one_per_unit_and_name | CONSTRAINT
ALTER TABLE ONLY registry.subject
    ADD CONSTRAINT subject_one_per_unit_and_name UNIQUE NULLS NOT DISTINCT (name_key, kind, unit_id);

-- registry | subject subject_pkey | CONSTRAINT
ALTER TABLE ONLY registry.subject
    ADD CONSTRAINT subject_pkey PRIMARY KEY (id);

-- registry | subject subject_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.subject
    ADD CONSTRAINT subject_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | subject_id_seq | SEQUENCE
ALTER TABLE registry.subject ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.subject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | submission | TABLE
CREATE TABLE registry.submission (
    id bigint NOT NULL,
    source text NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    campaign_id bigint NOT NULL,
    unit_text text NOT NULL,
    unit_id bigint,
    filed_on date NOT NULL,
    year integer,
    model_key text,
    source_model_key text,
    model_keys text[],
    version integer DEFAULT 1 NOT NULL,
    turn bigint DEFAULT nextval('registry.submission_turn'::regclass) NOT NULL,
    state text DEFAULT 'submitted'::text NOT NULL,
    supplements_used integer DEFAULT 0 NOT NULL,
    rule_set integer,
    job_id bigint,
    submitted_at timestamp with time zone DEFAULT now() NOT NULL,
    decided_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    chosen_unit_id bigint,
    decided_by_id bigint,
    CONSTRAINT submission_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'valid'::text, 'needs_supplement'::text, 'invalid'::text, 'supplement_overdue'::text, 'under_appraisal'::text, 'passed'::text, 'failed'::text, 'returned'::text, 'decided'::text, 'withdrawn'::text]))),
    CONSTRAINT submission_withdrawn_with_day CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
)
WITH (fillfactor='85');

-- registry | submission submission_campaign_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES registry.campaign(id);

-- registry | submission submission_chosen_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_chosen_unit_id_fkey FOREIGN KEY (chosen_unit_id) REFERENCES registry.unit(id);

-- registry | submission submission_decided_by_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES registry.submission(id);

-- registry | submission submission_one_per_source_and_key | CONSTRAINT
ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_one_per_source_and_key UNIQUE (source, key);

-- registry | submission submission_pkey | CONSTRAINT
ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_pkey PRIMARY KEY (id);

-- registry | submission submission_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.submission
    ADD CONSTRAINT submission_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | submission_by_campaign | INDEX
CREATE INDEX submission_by_campaign ON registry.submission USING btree (campaign_id, kind);

-- registry | submission_change | TABLE
CREATE TABLE registry.submission_change (
    id bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    submission_id bigint NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

-- registry | submission_change submission_change_pkey | CONSTRAINT
ALTER TABLE ONLY registry.submission_change
    ADD CONSTRAINT submission_change_pkey PRIMARY KEY (xid, id);

-- registry | submission_change submission_change_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.submission_change
    ADD CONSTRAINT submission_change_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | submission_change_by_submission | INDEX
CREATE INDEX submission_change_by_submission ON registry.submission_change USING btree (submission_id);

-- registry | submission_change_id_seq | SEQUENCE
ALTER TABLE registry.submission_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.submission_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | submission_decided_by | INDEX
CREATE INDEX submission_decided_by ON registry.submission USING btree (decided_by_id) WHERE (decided_by_id IS NOT NULL);

-- registry | submission_id_seq | SEQUENCE
ALTER TABLE registry.submission ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | submission_report(bigint) | FUNCTION
CREATE FUNCTION registry.submission_report(id bigint) RETURNS SETOF text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | submission_result(bigint) | FUNCTION
CREATE FUNCTION registry.submission_result(id bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | submission_steps() | FUNCTION
CREATE FUNCTION registry.submission_steps() RETURNS TABLE(from_state text, step text, to_state text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | submission_turn | SEQUENCE
CREATE SEQUENCE registry.submission_turn
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

-- registry | submission_unchecked_by_campaign | INDEX
CREATE INDEX submission_unchecked_by_campaign ON registry.submission USING btree (campaign_id, turn) WHERE (state = 'submitted'::text);

-- registry | submission_unchecked_by_model | INDEX
CREATE INDEX submission_unchecked_by_model ON registry.submission USING btree (model_key, turn) WHERE ((state = 'submitted'::text) AND (model_key IS NOT NULL));

-- registry | submission_unchecked_lists | INDEX
CREATE INDEX submission_unchecked_lists ON registry.submission USING btree (turn) WHERE ((state = 'submitted'::text) AND (model_keys IS NOT NULL));

-- registry | submission_version | TABLE
CREATE TABLE registry.submission_version (
    submission_id bigint NOT NULL,
    version integer NOT NULL,
    turn bigint NOT NULL,
    unit_text text NOT NULL,
    content jsonb NOT NULL,
    digest bytea NOT NULL,
    attachments_digest bytea NOT NULL,
    submitted_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT submission_version_content_is_an_object CHECK ((jsonb_typeof(content) = 'object'::text))
);

-- registry | submission_version submission_version_pkey | CONSTRAINT
ALTER TABLE ONLY registry.submission_version
    ADD CONSTRAINT submission_version_pkey PRIMARY KEY (submission_id, version);

-- registry | submission_version submission_version_submission_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.submission_version
    ADD CONSTRAINT submission_version_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES registry.submission(id);

-- registry | submit(text, text, text, text, text, jsonb, jsonb) | FUNCTION
CREATE FUNCTION registry.submit(source text, key text, kind text, campaign text, unit text, content jsonb, attachments jsonb DEFAULT '[]'::jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | successors(bigint, date) | FUNCTION
CREATE FUNCTION registry.successors(unit_id bigint, on_day date DEFAULT NULL::date) RETURNS TABLE(successor_id bigint, code text, name text, path text, kind text, since date, partial boolean, divided boolean, alive boolean, legal_basis text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | supplement_until(jsonb, text, timestamp with time zone) | FUNCTION
CREATE FUNCTION registry.supplement_until(parameters jsonb, kind text, decided_at timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | symbol_key(text) | FUNCTION
CREATE FUNCTION registry.symbol_key(symbol text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;

-- registry | term | TABLE
CREATE TABLE registry.term (
    family text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL
);

-- registry | term term_pkey | CONSTRAINT
ALTER TABLE ONLY registry.term
    ADD CONSTRAINT term_pkey PRIMARY KEY (family, code);

-- registry | title_end(text[]) | FUNCTION
CREATE FUNCTION registry.title_end(words text[]) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | title_model | TABLE
CREATE TABLE registry.title_model (
    title bigint NOT NULL,
    province integer NOT NULL,
    model_id bigint NOT NULL,
    content bytea
)
WITH (autovacuum_vacuum_insert_scale_factor='0', autovacuum_vacuum_insert_threshold='10000');

-- registry | title_model title_model_pkey | CONSTRAINT
ALTER TABLE ONLY registry.title_model
    ADD CONSTRAINT title_model_pkey PRIMARY KEY (title, province, model_id) INCLUDE (content);

-- registry | title_number(bit) | FUNCTION
CREATE FUNCTION registry.title_number(core_bits bit) RETURNS bigint
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | title_part | TABLE
CREATE TABLE registry.title_part (
    part bigint NOT NULL,
    size smallint NOT NULL,
    title bigint NOT NULL,
    model_id bigint NOT NULL,
    bits bit(512) NOT NULL
)
WITH (autovacuum_vacuum_insert_scale_factor='0', autovacuum_vacuum_insert_threshold='1000');

-- registry | title_part title_part_pkey | CONSTRAINT
ALTER TABLE ONLY registry.title_part
    ADD CONSTRAINT title_part_pkey PRIMARY KEY (part, size, title, model_id) INCLUDE (bits);

-- registry | title_place | TABLE
CREATE TABLE registry.title_place (
    place bigint NOT NULL,
    model_id bigint NOT NULL,
    core_size smallint NOT NULL,
    core_bits bit(512) NOT NULL,
    content bytea
)
WITH (autovacuum_vacuum_insert_scale_factor='0', autovacuum_vacuum_insert_threshold='10000');

-- registry | title_place title_place_pkey | CONSTRAINT
ALTER TABLE ONLY registry.title_place
    ADD CONSTRAINT title_place_pkey PRIMARY KEY (place, model_id) INCLUDE (core_size, core_bits, content);

-- registry | title_probe(text, bigint) | FUNCTION
CREATE FUNCTION registry.title_probe(name text, unit_id bigint DEFAULT NULL::bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | title_signature(text) | FUNCTION
CREATE FUNCTION registry.title_signature(name_key text) RETURNS TABLE(parts bigint[], title bigint, core_bits bit)
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | today() | FUNCTION
CREATE FUNCTION registry.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    AS ...;

-- registry | touch_decision(bigint) | FUNCTION
CREATE FUNCTION registry.touch_decision(submission_id bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | touched_by(bigint[]) | FUNCTION
CREATE FUNCTION registry.touched_by(ids bigint[]) RETURNS TABLE(unit_id bigint, year integer)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | trigram_bits(bigint[]) | FUNCTION
CREATE FUNCTION registry.trigram_bits(hashes bigint[]) RETURNS bit
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | trigram_hashes(text[]) | FUNCTION
CREATE FUNCTION registry.trigram_hashes(words text[]) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS ...;

-- registry | unit | TABLE
CREATE TABLE registry.unit (
    id bigint NOT NULL,
    code text NOT NULL,
    tree text NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    path text DEFAULT ''::text NOT NULL,
    path_keys text[] DEFAULT '{}'::text[] NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    note text,
    CONSTRAINT unit_code_not_empty CHECK (((code <> ''::text) AND (code = btrim(code)))),
    CONSTRAINT unit_valid_not_empty CHECK ((NOT isempty(valid)))
)
WITH (fillfactor='50');

-- registry | unit unit_days_fit_edges | TRIGGER
CREATE CONSTRAINT TRIGGER unit_days_fit_edges AFTER UPDATE OF valid ON registry.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.valid IS DISTINCT FROM new.valid)) EXECUTE FUNCTION registry.unit_days_check();

-- registry | unit unit_one_per_code_and_day | CONSTRAINT
ALTER TABLE ONLY registry.unit
    ADD CONSTRAINT unit_one_per_code_and_day EXCLUDE USING gist (code WITH =, valid WITH &&);

-- registry | unit unit_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

-- registry | unit unit_stats_days | TRIGGER
CREATE TRIGGER unit_stats_days AFTER UPDATE OF valid ON registry.unit FOR EACH ROW WHEN ((old.valid IS DISTINCT FROM new.valid)) EXECUTE FUNCTION stats.log_unit_days();

-- registry | unit_alias | TABLE
CREATE TABLE registry.unit_alias (
    unit_id bigint NOT NULL,
    alias text NOT NULL,
    alias_key text NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    search_key text GENERATED ALWAYS AS (NORMALIZE(translate(regexp_replace(NORMALIZE(alias_key, NFD), '[̀-ͯ]+'::text, ''::text, 'g'::text), 'đðɖ'::text, 'ddd'::text), NFC)) STORED,
    CONSTRAINT unit_alias_not_empty CHECK (((alias <> ''::text) AND (alias_key <> ''::text))),
    CONSTRAINT unit_alias_valid_not_empty CHECK ((NOT isempty(valid)))
);

-- registry | unit_alias unit_alias_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit_alias
    ADD CONSTRAINT unit_alias_pkey PRIMARY KEY (unit_id, alias_key);

-- registry | unit_alias unit_alias_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_alias
    ADD CONSTRAINT unit_alias_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | unit_alias_by_key | INDEX
CREATE INDEX unit_alias_by_key ON registry.unit_alias USING btree (alias_key);

-- registry | unit_as_of(bigint, date) | FUNCTION
CREATE FUNCTION registry.unit_as_of(unit_id bigint, on_day date DEFAULT NULL::date) RETURNS TABLE(code text, name text, short_name text, type text, tree text, path text, parent_id bigint, valid_from date, valid_until date, alive boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_block | TABLE
CREATE TABLE registry.unit_block (
    unit_id bigint NOT NULL,
    committee_id bigint NOT NULL,
    block_id bigint NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    CONSTRAINT unit_block_valid_not_empty CHECK ((NOT isempty(valid)))
);

-- registry | unit_block unit_block_block_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_block
    ADD CONSTRAINT unit_block_block_id_fkey FOREIGN KEY (block_id) REFERENCES registry.block(id);

-- registry | unit_block unit_block_committee_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_block
    ADD CONSTRAINT unit_block_committee_id_fkey FOREIGN KEY (committee_id) REFERENCES registry.unit(id);

-- registry | unit_block unit_block_is_the_committees | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_block
    ADD CONSTRAINT unit_block_is_the_committees FOREIGN KEY (block_id, committee_id) REFERENCES registry.block(id, committee_id);

-- registry | unit_block unit_block_one_per_committee_and_day | CONSTRAINT
ALTER TABLE ONLY registry.unit_block
    ADD CONSTRAINT unit_block_one_per_committee_and_day EXCLUDE USING gist (unit_id WITH =, committee_id WITH =, valid WITH &&);

-- registry | unit_block unit_block_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit_block
    ADD CONSTRAINT unit_block_pkey PRIMARY KEY (unit_id, committee_id, valid);

-- registry | unit_block unit_block_stats_delete | TRIGGER
CREATE TRIGGER unit_block_stats_delete AFTER DELETE ON registry.unit_block REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_block unit_block_stats_insert | TRIGGER
CREATE TRIGGER unit_block_stats_insert AFTER INSERT ON registry.unit_block REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_block unit_block_stats_update_new | TRIGGER
CREATE TRIGGER unit_block_stats_update_new AFTER UPDATE ON registry.unit_block REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_block unit_block_stats_update_old | TRIGGER
CREATE TRIGGER unit_block_stats_update_old AFTER UPDATE ON registry.unit_block REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_block unit_block_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_block
    ADD CONSTRAINT unit_block_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | unit_block_by_block | INDEX
CREATE INDEX unit_block_by_block ON registry.unit_block USING btree (block_id);

-- registry | unit_by_code | INDEX
CREATE INDEX unit_by_code ON registry.unit USING btree (code);

-- registry | unit_by_code(text, date) | FUNCTION
CREATE FUNCTION registry.unit_by_code(code text, on_day date DEFAULT NULL::date) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_choice(registry.unit) | FUNCTION
CREATE FUNCTION registry.unit_choice(u registry.unit) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_days_check() | FUNCTION
CREATE FUNCTION registry.unit_days_check() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_id_seq | SEQUENCE
ALTER TABLE registry.unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | unit_match_map(text[]) | FUNCTION
CREATE FUNCTION registry.unit_match_map(texts text[]) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_matches(text[]) | FUNCTION
CREATE FUNCTION registry.unit_matches(texts text[]) RETURNS TABLE(unit_text text, unit_id bigint)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | unit_name | TABLE
CREATE TABLE registry.unit_name (
    unit_id bigint NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    name text NOT NULL,
    short_name text,
    type text NOT NULL,
    name_key text NOT NULL,
    bare_key text,
    search_key text GENERATED ALWAYS AS (NORMALIZE(translate(regexp_replace(NORMALIZE(name_key, NFD), '[̀-ͯ]+'::text, ''::text, 'g'::text), 'đðɖ'::text, 'ddd'::text), NFC)) STORED,
    CONSTRAINT unit_name_not_empty CHECK (((name <> ''::text) AND (name_key <> ''::text))),
    CONSTRAINT unit_name_valid_not_empty CHECK ((NOT isempty(valid)))
);

-- registry | unit_name unit_name_one_per_day | CONSTRAINT
ALTER TABLE ONLY registry.unit_name
    ADD CONSTRAINT unit_name_one_per_day EXCLUDE USING gist (unit_id WITH =, valid WITH &&);

-- registry | unit_name unit_name_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit_name
    ADD CONSTRAINT unit_name_pkey PRIMARY KEY (unit_id, valid);

-- registry | unit_name unit_name_type_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_name
    ADD CONSTRAINT unit_name_type_fkey FOREIGN KEY (type) REFERENCES registry.unit_type(code);

-- registry | unit_name unit_name_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_name
    ADD CONSTRAINT unit_name_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | unit_name_by_bare_key | INDEX
CREATE INDEX unit_name_by_bare_key ON registry.unit_name USING btree (bare_key) WHERE (bare_key IS NOT NULL);

-- registry | unit_name_by_key | INDEX
CREATE INDEX unit_name_by_key ON registry.unit_name USING btree (name_key);

-- registry | unit_parent | TABLE
CREATE TABLE registry.unit_parent (
    unit_id bigint NOT NULL,
    tree text NOT NULL,
    parent_id bigint NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    CONSTRAINT unit_parent_not_itself CHECK ((unit_id <> parent_id)),
    CONSTRAINT unit_parent_valid_not_empty CHECK ((NOT isempty(valid)))
);

-- registry | unit_parent unit_parent_no_cycle_on_insert | TRIGGER
CREATE TRIGGER unit_parent_no_cycle_on_insert AFTER INSERT ON registry.unit_parent REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unit_parent_refuse_cycle();

-- registry | unit_parent unit_parent_no_cycle_on_update | TRIGGER
CREATE TRIGGER unit_parent_no_cycle_on_update AFTER UPDATE ON registry.unit_parent REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unit_parent_refuse_cycle();

-- registry | unit_parent unit_parent_one_per_tree_and_day | CONSTRAINT
ALTER TABLE ONLY registry.unit_parent
    ADD CONSTRAINT unit_parent_one_per_tree_and_day EXCLUDE USING gist (unit_id WITH =, tree WITH =, valid WITH &&);

-- registry | unit_parent unit_parent_parent_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_parent
    ADD CONSTRAINT unit_parent_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES registry.unit(id);

-- registry | unit_parent unit_parent_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit_parent
    ADD CONSTRAINT unit_parent_pkey PRIMARY KEY (unit_id, tree, valid);

-- registry | unit_parent unit_parent_stats_delete | TRIGGER
CREATE TRIGGER unit_parent_stats_delete AFTER DELETE ON registry.unit_parent REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_parent unit_parent_stats_insert | TRIGGER
CREATE TRIGGER unit_parent_stats_insert AFTER INSERT ON registry.unit_parent REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_parent unit_parent_stats_update_new | TRIGGER
CREATE TRIGGER unit_parent_stats_update_new AFTER UPDATE ON registry.unit_parent REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_parent unit_parent_stats_update_old | TRIGGER
CREATE TRIGGER unit_parent_stats_update_old AFTER UPDATE ON registry.unit_parent REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stats.log_organisation();

-- registry | unit_parent unit_parent_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_parent
    ADD CONSTRAINT unit_parent_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | unit_parent_by_parent | INDEX
CREATE INDEX unit_parent_by_parent ON registry.unit_parent USING btree (parent_id, tree);

-- registry | unit_parent_refuse_cycle() | FUNCTION
CREATE FUNCTION registry.unit_parent_refuse_cycle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_path(bigint, date, text) | FUNCTION
CREATE FUNCTION registry.unit_path(unit_id bigint, on_day date DEFAULT NULL::date, tree text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_role | TABLE
CREATE TABLE registry.unit_role (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    role text NOT NULL,
    for_unit_id bigint NOT NULL,
    valid daterange DEFAULT daterange(NULL::date, NULL::date) NOT NULL,
    source text NOT NULL,
    CONSTRAINT unit_role_known CHECK ((role = ANY (ARRAY['standing_body'::text, 'appraiser'::text]))),
    CONSTRAINT unit_role_source_not_empty CHECK ((source <> ''::text)),
    CONSTRAINT unit_role_valid_not_empty CHECK ((NOT isempty(valid)))
);

-- registry | unit_role unit_role_for_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_role
    ADD CONSTRAINT unit_role_for_unit_id_fkey FOREIGN KEY (for_unit_id) REFERENCES registry.unit(id);

-- registry | unit_role unit_role_once_a_day | CONSTRAINT
ALTER TABLE ONLY registry.unit_role
    ADD CONSTRAINT unit_role_once_a_day EXCLUDE USING gist (unit_id WITH =, role WITH =, for_unit_id WITH =, valid WITH &&);

-- registry | unit_role unit_role_one_standing_body | CONSTRAINT
ALTER TABLE ONLY registry.unit_role
    ADD CONSTRAINT unit_role_one_standing_body EXCLUDE USING gist (for_unit_id WITH =, valid WITH &&) WHERE ((role = 'standing_body'::text));

-- registry | unit_role unit_role_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit_role
    ADD CONSTRAINT unit_role_pkey PRIMARY KEY (id);

-- registry | unit_role unit_role_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_role
    ADD CONSTRAINT unit_role_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- registry | unit_role_id_seq | SEQUENCE
ALTER TABLE registry.unit_role ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.unit_role_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- registry | unit_successor | TABLE
CREATE TABLE registry.unit_successor (
    from_id bigint NOT NULL,
    to_id bigint,
    on_day date NOT NULL,
    kind text NOT NULL,
    partial boolean DEFAULT false NOT NULL,
    legal_basis text,
    document_id bigint,
    source text DEFAULT ''::text NOT NULL,
    CONSTRAINT unit_successor_follows_unless_dissolved CHECK (((to_id IS NOT NULL) OR (kind = 'dissolve'::text))),
    CONSTRAINT unit_successor_kind CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'upgrade'::text, 'dissolve'::text, 'continue'::text]))),
    CONSTRAINT unit_successor_not_itself CHECK ((from_id <> to_id))
);

-- registry | unit_successor unit_successor_document_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_successor
    ADD CONSTRAINT unit_successor_document_id_fkey FOREIGN KEY (document_id) REFERENCES registry.document(id);

-- registry | unit_successor unit_successor_forward_on_insert | TRIGGER
CREATE TRIGGER unit_successor_forward_on_insert AFTER INSERT ON registry.unit_successor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unit_successor_check();

-- registry | unit_successor unit_successor_forward_on_update | TRIGGER
CREATE TRIGGER unit_successor_forward_on_update AFTER UPDATE ON registry.unit_successor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.unit_successor_check();

-- registry | unit_successor unit_successor_from_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_successor
    ADD CONSTRAINT unit_successor_from_id_fkey FOREIGN KEY (from_id) REFERENCES registry.unit(id);

-- registry | unit_successor unit_successor_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit_successor
    ADD CONSTRAINT unit_successor_pkey UNIQUE NULLS NOT DISTINCT (from_id, to_id);

-- registry | unit_successor unit_successor_to_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_successor
    ADD CONSTRAINT unit_successor_to_id_fkey FOREIGN KEY (to_id) REFERENCES registry.unit(id);

-- registry | unit_successor_by_successor | INDEX
CREATE INDEX unit_successor_by_successor ON registry.unit_successor USING btree (to_id);

-- registry | unit_successor_check() | FUNCTION
CREATE FUNCTION registry.unit_successor_check() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | unit_type | TABLE
CREATE TABLE registry.unit_type (
    code text NOT NULL,
    name text NOT NULL,
    tree text NOT NULL,
    level text,
    prefixes text[] DEFAULT '{}'::text[] NOT NULL,
    "position" integer DEFAULT 0 NOT NULL
);

-- registry | unit_type unit_type_level_fkey | FK CONSTRAINT
ALTER TABLE ONLY registry.unit_type
    ADD CONSTRAINT unit_type_level_fkey FOREIGN KEY (level) REFERENCES registry.level(code);

-- registry | unit_type unit_type_pkey | CONSTRAINT
ALTER TABLE ONLY registry.unit_type
    ADD CONSTRAINT unit_type_pkey PRIMARY KEY (code);

-- registry | used_numbers(jsonb, text, date, bigint) | FUNCTION
CREATE FUNCTION registry.used_numbers(content jsonb, unit_text text, on_day date, turn bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | validation_apply(text) | FUNCTION
CREATE FUNCTION registry.validation_apply(verdicts text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | validation_claim(bigint[]) | FUNCTION
CREATE FUNCTION registry.validation_claim(ids bigint[]) RETURNS TABLE(submission_id bigint, job_id bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | validation_facts(bigint[]) | FUNCTION
CREATE FUNCTION registry.validation_facts(ids bigint[]) RETURNS TABLE(submission_id bigint, facts text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | validation_facts_awards(bigint[], jsonb) | FUNCTION
CREATE FUNCTION registry.validation_facts_awards(ids bigint[], matches jsonb) RETURNS TABLE(submission_id bigint, facts jsonb)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | vietnamese | COLLATION
CREATE COLLATION registry.vietnamese (provider = icu, locale = 'vi-u-kn-true');

-- registry | withdraw(bigint, text) | FUNCTION
CREATE FUNCTION registry.withdraw(id bigint, reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | word | TABLE
CREATE TABLE registry.word (
    family text NOT NULL,
    word text NOT NULL,
    CONSTRAINT word_family_known CHECK ((family = ANY (ARRAY['family_name'::text, 'generic_model_word'::text, 'address_noun'::text, 'district_body'::text]))),
    CONSTRAINT word_length CHECK (((length(word) >= 1) AND (length(word) <= 100)))
);

-- registry | word word_pkey | CONSTRAINT
ALTER TABLE ONLY registry.word
    ADD CONSTRAINT word_pkey PRIMARY KEY (family, word);

-- registry | wrapped(text, text, text) | FUNCTION
CREATE FUNCTION registry.wrapped(words text, first_indent text, next_indent text) RETURNS SETOF text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'registry', 'pg_temp'
    AS ...;

-- registry | write_signatures(jsonb) | FUNCTION
CREATE FUNCTION registry.write_signatures(signatures jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'registry', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS ...;

-- registry | year_number(text) | FUNCTION
CREATE FUNCTION registry.year_number(value text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS ...;
COMMENT ON COLUMN stats.cell.authority IS 'Cơ quan khen thưởng / Authority';
COMMENT ON COLUMN stats.cell.basis IS 'Cơ sở: theo đơn vị lịch sử hoặc địa giới hiện tại / Basis: historical units or current boundaries';
COMMENT ON COLUMN stats.cell.definition_version IS 'Phiên bản định nghĩa / Definition version';
COMMENT ON COLUMN stats.cell.field_id IS 'Lĩnh vực, 0 = chưa phân loại; null = phần không theo lĩnh vực / Field, 0 = unclassified; null = a part of no one field';
COMMENT ON COLUMN stats.cell.form IS 'Hình thức khen / Form of award';
COMMENT ON COLUMN stats.cell.level IS 'Cấp công nhận, khen thưởng / Level';
COMMENT ON COLUMN stats.cell.measure IS 'Chỉ tiêu / Measure';
COMMENT ON COLUMN stats.cell.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.cell.registration_type IS 'Kiểu đăng ký / Type of registration';
COMMENT ON COLUMN stats.cell.row_count IS 'Số dòng nguồn của phần / Canonical rows behind this part';
COMMENT ON COLUMN stats.cell.subject_kind IS 'Loại chủ thể / Kind of subject';
COMMENT ON COLUMN stats.cell.title IS 'Danh hiệu / Title';
COMMENT ON COLUMN stats.cell.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN stats.cell.value IS 'Phần của số đếm, âm khi một mô hình đã tính ở nhiều thành phần / Part of the count, below zero where one model is in the parts of several members';
COMMENT ON COLUMN stats.change.changed_at IS 'Thời điểm ghi / When it was logged';
COMMENT ON COLUMN stats.change.id IS 'Số thứ tự / Identity';
COMMENT ON COLUMN stats.change.unit_id IS 'Đơn vị có thay đổi / Unit whose figures changed';
COMMENT ON COLUMN stats.change.year IS 'Năm có thay đổi; null: mọi kỳ, kể cả vị trí trong cây và khối / Year that changed; null: every period, the place in trees and blocks included';
COMMENT ON COLUMN stats.closed_cell.authority IS 'Cơ quan khen thưởng / Authority';
COMMENT ON COLUMN stats.closed_cell.block_id IS 'Khối / Block, as in stats.total';
COMMENT ON COLUMN stats.closed_cell.closed_period_id IS 'Lần chốt / Closing';
COMMENT ON COLUMN stats.closed_cell.definition_version IS 'Phiên bản định nghĩa / Definition version';
COMMENT ON COLUMN stats.closed_cell.field_id IS 'Lĩnh vực / Field, as in stats.total';
COMMENT ON COLUMN stats.closed_cell.form IS 'Hình thức khen / Form of award';
COMMENT ON COLUMN stats.closed_cell.level IS 'Cấp / Level';
COMMENT ON COLUMN stats.closed_cell.measure IS 'Chỉ tiêu / Measure';
COMMENT ON COLUMN stats.closed_cell.registration_type IS 'Kiểu đăng ký / Type of registration';
COMMENT ON COLUMN stats.closed_cell.row_count IS 'Số dòng nguồn / Canonical rows behind the value';
COMMENT ON COLUMN stats.closed_cell.subject_kind IS 'Loại chủ thể / Kind of subject';
COMMENT ON COLUMN stats.closed_cell.title IS 'Danh hiệu / Title';
COMMENT ON COLUMN stats.closed_cell.tree IS 'Cây tổ chức; null = số liệu gốc của riêng đơn vị / Tree along which it is rolled up; null for what the unit''s own rows give';
COMMENT ON COLUMN stats.closed_cell.unit_id IS 'Đơn vị / Unit: the closed one or one below it';
COMMENT ON COLUMN stats.closed_cell.value IS 'Giá trị / Counted value';
COMMENT ON COLUMN stats.closed_period.closed_at IS 'Lúc chốt / When';
COMMENT ON COLUMN stats.closed_period.closed_by IS 'Người chốt / Who (session user)';
COMMENT ON COLUMN stats.closed_period.cut_off IS 'Số liệu tính đến ngày / Last day whose rows count';
COMMENT ON COLUMN stats.closed_period.definitions IS 'Phiên bản định nghĩa của từng chỉ tiêu / Definition version of each measure when it was closed';
COMMENT ON COLUMN stats.closed_period.id IS 'Số thứ tự / Identity';
COMMENT ON COLUMN stats.closed_period.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.closed_period.reason IS 'Lý do / Reason of the closing or of the correction';
COMMENT ON COLUMN stats.closed_period.report IS 'Báo cáo như đã chốt / The report as it was closed';
COMMENT ON COLUMN stats.closed_period.source_mark IS 'Dấu nguồn / Source mark of the figures';
COMMENT ON COLUMN stats.closed_period.unit_id IS 'Đơn vị / Unit, with all below it';
COMMENT ON COLUMN stats.closed_period.version IS 'Phiên bản / 1 when closed, more for corrections; the last one counts';
COMMENT ON COLUMN stats.measure.code IS 'Mã chỉ tiêu / Code';
COMMENT ON COLUMN stats.measure.counts_rows IS 'Đếm số dòng nguồn / Counts the rows behind the stored figure, not its value';
COMMENT ON COLUMN stats.measure.definition IS 'Định nghĩa / Definition';
COMMENT ON COLUMN stats.measure.definition_version IS 'Phiên bản định nghĩa / Version of the definition; every figure carries it';
COMMENT ON COLUMN stats.measure.dimensions IS 'Các chiều được phép / Dimensions it can be asked by; block, where a committee has blocks, always';
COMMENT ON COLUMN stats.measure.flagged IS 'Cần nêu rõ biến thể khi in / The variant must be named wherever it is printed';
COMMENT ON COLUMN stats.measure.kind IS 'Loại: đếm, tỷ lệ, chênh lệch / Count, ratio or difference';
COMMENT ON COLUMN stats.measure.name IS 'Tên chỉ tiêu / Vietnamese name';
COMMENT ON COLUMN stats.measure.reading IS 'Cách hiểu khi nguồn không nói rõ / Reading taken where sources leave it open';
COMMENT ON COLUMN stats.measure.sort_order IS 'Thứ tự in / Order of print';
COMMENT ON COLUMN stats.measure.stored_as IS 'Lấy từ số liệu lưu của chỉ tiêu khác / Read from the stored figures of another measure';
COMMENT ON COLUMN stats.measure.stored_type IS 'Kiểu đăng ký cố định / Registration type it is limited to';
COMMENT ON COLUMN stats.path.ancestors IS 'Đơn vị và các cấp trên, từ dưới lên / The unit itself and its ancestors, bottom up';
COMMENT ON COLUMN stats.path.blocks IS 'Khối của đơn vị tại từng cấp ủy; 0 = chưa xếp khối, null = cấp ủy không chia khối / Block under each of them; 0 = none assigned, null = it has no blocks';
COMMENT ON COLUMN stats.path.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.path.tree IS 'Cây tổ chức / Tree';
COMMENT ON COLUMN stats.path.unit_id IS 'Đơn vị / Unit';
COMMENT ON COLUMN stats.period.code IS 'Mã kỳ: 2021, 2021-H1, 2021-9M, 2021-Q3, 2018-2020 / Code';
COMMENT ON COLUMN stats.period.ends_on IS 'Ngày cuối / Last day';
COMMENT ON COLUMN stats.period.starts_on IS 'Ngày đầu / First day';
COMMENT ON COLUMN stats.reconciliation.counted IS 'Đếm được / Counted from canonical rows';
COMMENT ON COLUMN stats.reconciliation.dimensions IS 'Chiều / Dimensions';
COMMENT ON COLUMN stats.reconciliation.equal IS 'Bằng nhau / Whether counted equals published';
COMMENT ON COLUMN stats.reconciliation.figure IS 'Tên số liệu / Figure';
COMMENT ON COLUMN stats.reconciliation.inferred IS 'Suy ra / Follows from stated figures';
COMMENT ON COLUMN stats.reconciliation.locality IS 'Địa phương / Locality';
COMMENT ON COLUMN stats.reconciliation.measure IS 'Chỉ tiêu / Measure';
COMMENT ON COLUMN stats.reconciliation.naive IS 'Đếm thô / What an unchecked count of the papers gives';
COMMENT ON COLUMN stats.reconciliation.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.reconciliation.position_in_print IS 'Thứ tự in / Order of print';
COMMENT ON COLUMN stats.reconciliation.problem IS 'Lý do không đếm được / Why it could not be counted';
COMMENT ON COLUMN stats.reconciliation.published IS 'Công bố / Stated in the source';
COMMENT ON COLUMN stats.reconciliation.reading IS 'Cách hiểu / Reading taken';
COMMENT ON COLUMN stats.reconciliation.submitted IS 'Đã nộp (mọi phiên bản) / Sent, all versions';
COMMENT ON COLUMN stats.reconciliation.unit IS 'Mã đơn vị / Unit code';
COMMENT ON COLUMN stats.refresh_mark.mark IS 'Số lần tổng hợp / Refreshes that changed the figures so far; every figure carries it';
COMMENT ON COLUMN stats.refresh_mark.only_one IS 'Chỉ một dòng / There is one row';
COMMENT ON COLUMN stats.refresh_mark.refreshed_at IS 'Lúc tổng hợp / Time of the last of them';
COMMENT ON COLUMN stats.reported_figure.approximation IS 'Dấu xấp xỉ / Sign: exact, about, slightly under, slightly over';
COMMENT ON COLUMN stats.reported_figure.dimensions IS 'Chiều: khối, lĩnh vực, cấp… / Dimension members by code or name';
COMMENT ON COLUMN stats.reported_figure.excerpt IS 'Trích dẫn / Excerpt';
COMMENT ON COLUMN stats.reported_figure.figure IS 'Tên số liệu / Name of the figure';
COMMENT ON COLUMN stats.reported_figure.id IS 'Số thứ tự / Identity';
COMMENT ON COLUMN stats.reported_figure.inferred IS 'Suy ra từ số được nêu / Follows from stated figures';
COMMENT ON COLUMN stats.reported_figure.locality IS 'Địa phương / Locality';
COMMENT ON COLUMN stats.reported_figure.measure IS 'Chỉ tiêu đối chiếu; null = chỉ là số được nêu / Measure it is compared with; null = a bare claim';
COMMENT ON COLUMN stats.reported_figure.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.reported_figure.reading IS 'Cách hiểu được chọn / Reading taken';
COMMENT ON COLUMN stats.reported_figure.recorded_at IS 'Thời điểm ghi nhận / When recorded';
COMMENT ON COLUMN stats.reported_figure.source IS 'Nguồn / Source';
COMMENT ON COLUMN stats.reported_figure.unit_code IS 'Mã đơn vị / Unit code';
COMMENT ON COLUMN stats.reported_figure.value IS 'Giá trị được nêu / Stated value';
COMMENT ON COLUMN stats.rolled.authority IS 'Cơ quan khen thưởng / Authority';
COMMENT ON COLUMN stats.rolled.block_id IS 'Khối, 0 = chưa xếp khối; null = đơn vị không chia khối / Block, 0 = none assigned; null where the unit has none';
COMMENT ON COLUMN stats.rolled.definition_version IS 'Phiên bản định nghĩa / Definition version';
COMMENT ON COLUMN stats.rolled.field_id IS 'Lĩnh vực / Field, as in stats.cell';
COMMENT ON COLUMN stats.rolled.form IS 'Hình thức khen / Form of award';
COMMENT ON COLUMN stats.rolled.level IS 'Cấp / Level';
COMMENT ON COLUMN stats.rolled.measure IS 'Chỉ tiêu / Measure';
COMMENT ON COLUMN stats.rolled.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.rolled.registration_type IS 'Kiểu đăng ký / Type of registration';
COMMENT ON COLUMN stats.rolled.row_count IS 'Số dòng nguồn của phần / Canonical rows behind this part';
COMMENT ON COLUMN stats.rolled.subject_kind IS 'Loại chủ thể / Kind of subject';
COMMENT ON COLUMN stats.rolled.title IS 'Danh hiệu / Title';
COMMENT ON COLUMN stats.rolled.tree IS 'Cây tổ chức / Tree';
COMMENT ON COLUMN stats.rolled.unit_id IS 'Đơn vị / Unit above';
COMMENT ON COLUMN stats.rolled.value IS 'Phần của số đếm / Part of the count, as in stats.cell';
COMMENT ON COLUMN stats.share.authority IS 'Cơ quan khen thưởng / Authority';
COMMENT ON COLUMN stats.share.block_id IS 'Khối, 0 = chưa xếp khối; null = đơn vị không chia khối / Block, as in stats.rolled';
COMMENT ON COLUMN stats.share.definition_version IS 'Phiên bản định nghĩa / Definition version';
COMMENT ON COLUMN stats.share.field_id IS 'Lĩnh vực / Field, as in stats.cell';
COMMENT ON COLUMN stats.share.form IS 'Hình thức khen / Form of award';
COMMENT ON COLUMN stats.share.level IS 'Cấp / Level';
COMMENT ON COLUMN stats.share.measure IS 'Chỉ tiêu / Measure';
COMMENT ON COLUMN stats.share.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.share.registration_type IS 'Kiểu đăng ký / Type of registration';
COMMENT ON COLUMN stats.share.row_count IS 'Số dòng nguồn của phần / Canonical rows behind this part';
COMMENT ON COLUMN stats.share.subject_kind IS 'Loại chủ thể / Kind of subject';
COMMENT ON COLUMN stats.share.title IS 'Danh hiệu / Title';
COMMENT ON COLUMN stats.share.tree IS 'Cây tổ chức / Tree';
COMMENT ON COLUMN stats.share.unit_id IS 'Đơn vị, gồm cả cấp dưới / Unit with all below it in the tree';
COMMENT ON COLUMN stats.share.value IS 'Phần của số đếm / Part of the count';
COMMENT ON COLUMN stats.total.authority IS 'Cơ quan khen thưởng / Authority';
COMMENT ON COLUMN stats.total.basis IS 'Cơ sở / Basis';
COMMENT ON COLUMN stats.total.block_id IS 'Khối; null = tất cả, 0 = chưa xếp khối / Block; null = all, 0 = none assigned';
COMMENT ON COLUMN stats.total.definition_version IS 'Phiên bản định nghĩa / Definition version';
COMMENT ON COLUMN stats.total.field_id IS 'Lĩnh vực; null = tất cả, 0 = chưa phân loại / Field; null = all, 0 = unclassified';
COMMENT ON COLUMN stats.total.form IS 'Hình thức khen / Form of award';
COMMENT ON COLUMN stats.total.level IS 'Cấp; null = tất cả / Level; null = all';
COMMENT ON COLUMN stats.total.measure IS 'Chỉ tiêu / Measure';
COMMENT ON COLUMN stats.total.period IS 'Kỳ / Period';
COMMENT ON COLUMN stats.total.registration_type IS 'Kiểu đăng ký / Type of registration';
COMMENT ON COLUMN stats.total.row_count IS 'Số dòng nguồn / Canonical rows behind the value';
COMMENT ON COLUMN stats.total.subject_kind IS 'Loại chủ thể / Kind of subject';
COMMENT ON COLUMN stats.total.title IS 'Danh hiệu / Title';
COMMENT ON COLUMN stats.total.tree IS 'Cây tổ chức / Tree';
COMMENT ON COLUMN stats.total.unit_id IS 'Đơn vị / Unit with all below it in the tree';
COMMENT ON COLUMN stats.total.value IS 'Giá trị đếm được / Counted value';

-- stats | FUNCTION "freeze"(of_unit bigint, unit_code text, period_code text, why text, new_version integer) | ACL
REVOKE ALL ON FUNCTION stats."freeze"(of_unit bigint, unit_code text, period_code text, why text, new_version integer) FROM PUBLIC;
COMMENT ON FUNCTION stats."freeze"(of_unit bigint, unit_code text, period_code text, why text, new_version integer) IS 'Ghi một lần chốt / Writes one closing.';

-- stats | FUNCTION active_units() | ACL
REVOKE ALL ON FUNCTION stats.active_units() FROM PUBLIC;
COMMENT ON FUNCTION stats.active_units() IS 'Đơn vị có số liệu / Units with canonical rows.';

-- stats | FUNCTION apply(unit_ids bigint[], period_codes text[], organisation boolean) | ACL
REVOKE ALL ON FUNCTION stats.apply(unit_ids bigint[], period_codes text[], organisation boolean) FROM PUBLIC;
COMMENT ON FUNCTION stats.apply(unit_ids bigint[], period_codes text[], organisation boolean) IS 'Đếm lại và cộng dồn phần thay đổi / Recounts units and periods and carries the differences up.';

-- stats | FUNCTION apply_direct(trees text[], unit_ids bigint[], period_codes text[]) | ACL
REVOKE ALL ON FUNCTION stats.apply_direct(trees text[], unit_ids bigint[], period_codes text[]) FROM PUBLIC;
COMMENT ON FUNCTION stats.apply_direct(trees text[], unit_ids bigint[], period_codes text[]) IS 'Ghi số đơn vị trực thuộc có mô hình / Writes x and y of the units named.';

-- stats | FUNCTION ask_refresh() | ACL
REVOKE ALL ON FUNCTION stats.ask_refresh() FROM PUBLIC;
COMMENT ON FUNCTION stats.ask_refresh() IS 'Yêu cầu tổng hợp lại / Asks for a refresh: at once when the system is idle.';

-- stats | FUNCTION base_closing(unit_code text, period text, base text, basis text, in_tree text) | ACL
REVOKE ALL ON FUNCTION stats.base_closing(unit_code text, period text, base text, basis text, in_tree text) FROM PUBLIC;
COMMENT ON FUNCTION stats.base_closing(unit_code text, period text, base text, basis text, in_tree text) IS 'Kỳ gốc có so sánh được không / Whether an earlier period may be a base of comparison.';

-- stats | FUNCTION block_in(member bigint, committee bigint, first_day date, last_day date) | ACL
REVOKE ALL ON FUNCTION stats.block_in(member bigint, committee bigint, first_day date, last_day date) FROM PUBLIC;
COMMENT ON FUNCTION stats.block_in(member bigint, committee bigint, first_day date, last_day date) IS 'Khối của đơn vị trong kỳ / Block of a unit under a committee during a period.';

-- stats | FUNCTION claim_name(of_measure text, given jsonb, of_unit bigint) | ACL
REVOKE ALL ON FUNCTION stats.claim_name(of_measure text, given jsonb, of_unit bigint) FROM PUBLIC;
COMMENT ON FUNCTION stats.claim_name(of_measure text, given jsonb, of_unit bigint) IS 'Số được nêu bằng lời / A claim in words.';

-- stats | FUNCTION close_period(unit text, period text, reason text) | ACL
REVOKE ALL ON FUNCTION stats.close_period(unit text, period text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.close_period(unit text, period text, reason text) TO dvk_operator;
COMMENT ON FUNCTION stats.close_period(unit text, period text, reason text) IS 'Chốt số liệu một kỳ / Closes a period of a unit: its figures stay.';

-- stats | FUNCTION closed_figures(of_unit bigint, before_year integer) | ACL
REVOKE ALL ON FUNCTION stats.closed_figures(of_unit bigint, before_year integer) FROM PUBLIC;
COMMENT ON FUNCTION stats.closed_figures(of_unit bigint, before_year integer) IS 'Số đã chốt để so sánh của đơn vị / The closed figures that a report of a unit is compared with.';

-- stats | FUNCTION closing_card(closing bigint) | ACL
REVOKE ALL ON FUNCTION stats.closing_card(closing bigint) FROM PUBLIC;
COMMENT ON FUNCTION stats.closing_card(closing bigint) IS 'Thông tin lần chốt / What a report says of a closing and of its versions.';

-- stats | FUNCTION closing_of(of_unit bigint, period_code text) | ACL
REVOKE ALL ON FUNCTION stats.closing_of(of_unit bigint, period_code text) FROM PUBLIC;
COMMENT ON FUNCTION stats.closing_of(of_unit bigint, period_code text) IS 'Lần chốt có hiệu lực của đơn vị trong kỳ / The closing that counts for a unit in a period.';

-- stats | FUNCTION closing_rows(of_unit bigint, period_code text) | ACL
REVOKE ALL ON FUNCTION stats.closing_rows(of_unit bigint, period_code text) FROM PUBLIC;
COMMENT ON FUNCTION stats.closing_rows(of_unit bigint, period_code text) IS 'Số liệu sẽ chốt / The figures that a closing freezes.';

-- stats | FUNCTION closing_table(closing bigint) | ACL
REVOKE ALL ON FUNCTION stats.closing_table(closing bigint) FROM PUBLIC;
COMMENT ON FUNCTION stats.closing_table(closing bigint) IS 'Các phiên bản đã chốt / The versions of a closing as a table.';

-- stats | FUNCTION closing_time(at timestamp with time zone) | ACL
REVOKE ALL ON FUNCTION stats.closing_time(at timestamp with time zone) FROM PUBLIC;
COMMENT ON FUNCTION stats.closing_time(at timestamp with time zone) IS 'Thời điểm theo giờ Việt Nam / A time as pages print it.';

-- stats | FUNCTION closing_version(of_closing stats.closed_period) | ACL
REVOKE ALL ON FUNCTION stats.closing_version(of_closing stats.closed_period) FROM PUBLIC;
COMMENT ON FUNCTION stats.closing_version(of_closing stats.closed_period) IS 'Một phiên bản đã chốt / One version of a closing.';

-- stats | FUNCTION compare(measure text, unit_code text, period text, base text, dimensions jsonb, basis text) | ACL
REVOKE ALL ON FUNCTION stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb, basis text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb, basis text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb, basis text) TO dvk_portal;
GRANT ALL ON FUNCTION stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb, basis text) TO dvk_operator;
GRANT ALL ON FUNCTION stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb, basis text) TO dvk_reader;
COMMENT ON FUNCTION stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb, basis text) IS 'So sánh với kỳ trước đã chốt / A figure beside that of a closed earlier period.';

-- stats | FUNCTION correct_period(unit text, period text, reason text) | ACL
REVOKE ALL ON FUNCTION stats.correct_period(unit text, period text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.correct_period(unit text, period text, reason text) TO dvk_operator;
COMMENT ON FUNCTION stats.correct_period(unit text, period text, reason text) IS 'Đính chính kỳ đã chốt / Makes a new version of a closed period.';

-- stats | FUNCTION count_raw(claims jsonb) | ACL
REVOKE ALL ON FUNCTION stats.count_raw(claims jsonb) FROM PUBLIC;
COMMENT ON FUNCTION stats.count_raw(claims jsonb) IS 'Số đếm thô từ hồ sơ / What a reader of the papers would count, unchecked.';

-- stats | FUNCTION current_leaves(of_unit bigint, in_tree text, on_day date) | ACL
REVOKE ALL ON FUNCTION stats.current_leaves(of_unit bigint, in_tree text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION stats.current_leaves(of_unit bigint, in_tree text, on_day date) IS 'Các đơn vị, kể cả đã chấm dứt, thuộc đơn vị theo địa giới hiện tại / Units whose figures belong to a unit by the boundaries of a day.';

-- stats | FUNCTION current_rows(of_unit bigint, in_tree text, period_code text, cut_off date, open_only boolean) | ACL
REVOKE ALL ON FUNCTION stats.current_rows(of_unit bigint, in_tree text, period_code text, cut_off date, open_only boolean) FROM PUBLIC;
COMMENT ON FUNCTION stats.current_rows(of_unit bigint, in_tree text, period_code text, cut_off date, open_only boolean) IS 'Số liệu theo địa giới hiện tại / All figures of a unit and period by today''s boundaries.';

-- stats | FUNCTION direct(trees text[], unit_ids bigint[], period_codes text[]) | ACL
REVOKE ALL ON FUNCTION stats.direct(trees text[], unit_ids bigint[], period_codes text[]) FROM PUBLIC;
COMMENT ON FUNCTION stats.direct(trees text[], unit_ids bigint[], period_codes text[]) IS 'Số đơn vị trực thuộc có mô hình x/y / Direct members with models, x of y, on the cut-off day.';

-- stats | FUNCTION displaced(of_unit bigint, in_tree text) | ACL
REVOKE ALL ON FUNCTION stats.displaced(of_unit bigint, in_tree text) FROM PUBLIC;
COMMENT ON FUNCTION stats.displaced(of_unit bigint, in_tree text) IS 'Đơn vị cũ không quy đổi được về đơn vị kế thừa / Old units whose figures are not on what followed them.';

-- stats | FUNCTION explain(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) | ACL
REVOKE ALL ON FUNCTION stats.explain(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.explain(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.explain(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_portal;
GRANT ALL ON FUNCTION stats.explain(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_operator;
GRANT ALL ON FUNCTION stats.explain(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_reader;
COMMENT ON FUNCTION stats.explain(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) IS 'Một số liệu và căn cứ của nó / One figure with what it rests on.';

-- stats | FUNCTION figure(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) | ACL
REVOKE ALL ON FUNCTION stats.figure(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.figure(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.figure(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_portal;
GRANT ALL ON FUNCTION stats.figure(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_operator;
GRANT ALL ON FUNCTION stats.figure(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) TO dvk_reader;
COMMENT ON FUNCTION stats.figure(measure text, unit_code text, period text, dimensions jsonb, basis text, as_of date) IS 'Một số liệu / One figure of a unit and period.';

-- stats | FUNCTION figures_json(only_locality text) | ACL
REVOKE ALL ON FUNCTION stats.figures_json(only_locality text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.figures_json(only_locality text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.figures_json(only_locality text) TO dvk_portal;
GRANT ALL ON FUNCTION stats.figures_json(only_locality text) TO dvk_operator;
GRANT ALL ON FUNCTION stats.figures_json(only_locality text) TO dvk_reader;
COMMENT ON FUNCTION stats.figures_json(only_locality text) IS 'Số liệu đối chiếu dạng JSON / The reconciliation as JSON.';

-- stats | FUNCTION is_active(unit_id bigint) | ACL
REVOKE ALL ON FUNCTION stats.is_active(unit_id bigint) FROM PUBLIC;
COMMENT ON FUNCTION stats.is_active(unit_id bigint) IS 'Đơn vị có số liệu hay không / Whether canonical rows hang on a unit.';

-- stats | FUNCTION leaf(unit_ids bigint[], period_codes text[], cut_off date) | ACL
REVOKE ALL ON FUNCTION stats.leaf(unit_ids bigint[], period_codes text[], cut_off date) FROM PUBLIC;
COMMENT ON FUNCTION stats.leaf(unit_ids bigint[], period_codes text[], cut_off date) IS 'Đếm số liệu gốc của đơn vị từ dữ liệu chuẩn / Counts leaf figures of units and periods from canonical rows.';

-- stats | FUNCTION live(of_unit bigint, in_tree text, period_code text, cut_off date) | ACL
REVOKE ALL ON FUNCTION stats.live(of_unit bigint, in_tree text, period_code text, cut_off date) FROM PUBLIC;
COMMENT ON FUNCTION stats.live(of_unit bigint, in_tree text, period_code text, cut_off date) IS 'Đếm trực tiếp từ dữ liệu chuẩn / Counts a unit''s figures now, from canonical rows.';

-- stats | FUNCTION load_measures() | ACL
REVOKE ALL ON FUNCTION stats.load_measures() FROM PUBLIC;
COMMENT ON FUNCTION stats.load_measures() IS 'Nạp danh mục chỉ tiêu / Loads the measures.';

-- stats | FUNCTION log_assessment() | ACL
REVOKE ALL ON FUNCTION stats.log_assessment() FROM PUBLIC;
COMMENT ON FUNCTION stats.log_assessment() IS 'Ghi nhận đánh giá hiệu quả / Logs the units of assessed models in the dirty log';

-- stats | FUNCTION log_blocks() | ACL
REVOKE ALL ON FUNCTION stats.log_blocks() FROM PUBLIC;
COMMENT ON FUNCTION stats.log_blocks() IS 'Ghi nhận thay đổi khối / Logs committees whose blocks changed in the dirty log';

-- stats | FUNCTION log_model_end() | ACL
REVOKE ALL ON FUNCTION stats.log_model_end() FROM PUBLIC;
COMMENT ON FUNCTION stats.log_model_end() IS 'Ghi nhận mô hình kết thúc / Logs the unit of a model that ended in the dirty log';

-- stats | FUNCTION log_organisation() | ACL
REVOKE ALL ON FUNCTION stats.log_organisation() FROM PUBLIC;
COMMENT ON FUNCTION stats.log_organisation() IS 'Ghi nhận thay đổi tổ chức / Logs a change of trees or blocks in the dirty log';

-- stats | FUNCTION log_source() | ACL
REVOKE ALL ON FUNCTION stats.log_source() FROM PUBLIC;
COMMENT ON FUNCTION stats.log_source() IS 'Ghi nhận mô hình gốc được nhân rộng / Logs the unit of a replicated source model in the dirty log';

-- stats | FUNCTION log_unit_days() | ACL
REVOKE ALL ON FUNCTION stats.log_unit_days() FROM PUBLIC;
COMMENT ON FUNCTION stats.log_unit_days() IS 'Ghi nhận đơn vị bắt đầu, chấm dứt / Logs a unit whose days of existence changed in the dirty log';

-- stats | FUNCTION margins(field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text) | ACL
REVOKE ALL ON FUNCTION stats.margins(field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text) FROM PUBLIC;
COMMENT ON FUNCTION stats.margins(field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text) IS 'Các tổng mà một phần thuộc về / The totals that a part belongs to.';

-- stats | FUNCTION members(of_unit bigint, of_measure text, dimensions jsonb) | ACL
REVOKE ALL ON FUNCTION stats.members(of_unit bigint, of_measure text, dimensions jsonb) FROM PUBLIC;
COMMENT ON FUNCTION stats.members(of_unit bigint, of_measure text, dimensions jsonb) IS 'Đổi tên chiều thành mã / Resolves dimension members given by code or name.';

-- stats | FUNCTION open_report(unit_code text, period text, basis text, as_of date, open_only boolean) | ACL
REVOKE ALL ON FUNCTION stats.open_report(unit_code text, period text, basis text, as_of date, open_only boolean) FROM PUBLIC;
COMMENT ON FUNCTION stats.open_report(unit_code text, period text, basis text, as_of date, open_only boolean) IS 'Số liệu của báo cáo chưa chốt / The statistics of a unit and period as they are now.';

-- stats | FUNCTION paths(unit_ids bigint[], period_codes text[]) | ACL
REVOKE ALL ON FUNCTION stats.paths(unit_ids bigint[], period_codes text[]) FROM PUBLIC;
COMMENT ON FUNCTION stats.paths(unit_ids bigint[], period_codes text[]) IS 'Đường cộng dồn của đơn vị trong từng cây / Ways up of units in each of their trees.';

-- stats | FUNCTION period_before(code text) | ACL
REVOKE ALL ON FUNCTION stats.period_before(code text) FROM PUBLIC;
COMMENT ON FUNCTION stats.period_before(code text) IS 'Kỳ trước cùng độ dài / The period of the same length before.';

-- stats | FUNCTION period_bounds(code text) | ACL
REVOKE ALL ON FUNCTION stats.period_bounds(code text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.period_bounds(code text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.period_bounds(code text) TO dvk_portal;
GRANT ALL ON FUNCTION stats.period_bounds(code text) TO dvk_operator;
GRANT ALL ON FUNCTION stats.period_bounds(code text) TO dvk_reader;
COMMENT ON FUNCTION stats.period_bounds(code text) IS 'Ngày đầu, ngày cuối của kỳ / First and last day of a period code.';

-- stats | FUNCTION plain_count(measure text, of_unit bigint, in_tree text, period text, dimensions jsonb) | ACL
REVOKE ALL ON FUNCTION stats.plain_count(measure text, of_unit bigint, in_tree text, period text, dimensions jsonb) FROM PUBLIC;
COMMENT ON FUNCTION stats.plain_count(measure text, of_unit bigint, in_tree text, period text, dimensions jsonb) IS 'Câu SQL thuần đếm một chỉ tiêu / Text of a plain count for one measure.';

-- stats | FUNCTION printed_count(count bigint) | ACL
REVOKE ALL ON FUNCTION stats.printed_count(count bigint) FROM PUBLIC;
COMMENT ON FUNCTION stats.printed_count(count bigint) IS 'Số đếm khi in / A count as it is printed.';

-- stats | FUNCTION printed_figure(figure jsonb) | ACL
REVOKE ALL ON FUNCTION stats.printed_figure(figure jsonb) FROM PUBLIC;
COMMENT ON FUNCTION stats.printed_figure(figure jsonb) IS 'Giá trị chỉ tiêu khi in / The value of a figure as it is printed.';

-- stats | FUNCTION rebuild() | ACL
REVOKE ALL ON FUNCTION stats.rebuild() FROM PUBLIC;
GRANT ALL ON FUNCTION stats.rebuild() TO dvk_daemon;
GRANT ALL ON FUNCTION stats.rebuild() TO dvk_operator;
COMMENT ON FUNCTION stats.rebuild() IS 'Đếm lại toàn bộ / Counts all figures again from canonical rows.';

-- stats | FUNCTION reconcile(only_locality text, only_unit text, only_period text) | ACL
REVOKE ALL ON FUNCTION stats.reconcile(only_locality text, only_unit text, only_period text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.reconcile(only_locality text, only_unit text, only_period text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.reconcile(only_locality text, only_unit text, only_period text) TO dvk_portal;
GRANT ALL ON FUNCTION stats.reconcile(only_locality text, only_unit text, only_period text) TO dvk_operator;
GRANT ALL ON FUNCTION stats.reconcile(only_locality text, only_unit text, only_period text) TO dvk_reader;
COMMENT ON FUNCTION stats.reconcile(only_locality text, only_unit text, only_period text) IS 'Đối chiếu số được nêu với số đếm được / Claims beside what was counted.';

-- stats | FUNCTION recount(locality text) | ACL
REVOKE ALL ON FUNCTION stats.recount(locality text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.recount(locality text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.recount(locality text) TO dvk_portal;
GRANT ALL ON FUNCTION stats.recount(locality text) TO dvk_operator;
GRANT ALL ON FUNCTION stats.recount(locality text) TO dvk_reader;
COMMENT ON FUNCTION stats.recount(locality text) IS 'Đếm lại độc lập bằng SQL thuần / Independent recount of a locality''s claims in plain SQL.';

-- stats | FUNCTION recount_sql(locality text, figure text) | ACL
REVOKE ALL ON FUNCTION stats.recount_sql(locality text, figure text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.recount_sql(locality text, figure text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.recount_sql(locality text, figure text) TO dvk_portal;
GRANT ALL ON FUNCTION stats.recount_sql(locality text, figure text) TO dvk_operator;
GRANT ALL ON FUNCTION stats.recount_sql(locality text, figure text) TO dvk_reader;
COMMENT ON FUNCTION stats.recount_sql(locality text, figure text) IS 'Câu SQL thuần đếm lại một số liệu / Plain SQL that counts one claim again.';

-- stats | FUNCTION refresh(unit text, period text) | ACL
REVOKE ALL ON FUNCTION stats.refresh(unit text, period text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.refresh(unit text, period text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.refresh(unit text, period text) TO dvk_operator;
COMMENT ON FUNCTION stats.refresh(unit text, period text) IS 'Tổng hợp lại phần đã thay đổi / Recomputes what changed since the last refresh.';

-- stats | FUNCTION refresh_all(period_code text) | ACL
REVOKE ALL ON FUNCTION stats.refresh_all(period_code text) FROM PUBLIC;
COMMENT ON FUNCTION stats.refresh_all(period_code text) IS 'Tổng hợp hết phần thay đổi / Works the whole dirty log off.';

-- stats | FUNCTION refuse_change_of_closed() | ACL
REVOKE ALL ON FUNCTION stats.refuse_change_of_closed() FROM PUBLIC;
COMMENT ON FUNCTION stats.refuse_change_of_closed() IS 'Chặn sửa số liệu đã chốt / Refuses changes of closed figures';

-- stats | FUNCTION report(unit_code text, period text, basis text, as_of date) | ACL
REVOKE ALL ON FUNCTION stats.report(unit_code text, period text, basis text, as_of date) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.report(unit_code text, period text, basis text, as_of date) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.report(unit_code text, period text, basis text, as_of date) TO dvk_portal;
GRANT ALL ON FUNCTION stats.report(unit_code text, period text, basis text, as_of date) TO dvk_operator;
GRANT ALL ON FUNCTION stats.report(unit_code text, period text, basis text, as_of date) TO dvk_reader;
COMMENT ON FUNCTION stats.report(unit_code text, period text, basis text, as_of date) IS 'Số liệu của báo cáo / The statistics of a unit and period as data for a report.';

-- stats | FUNCTION report_figure(locality text, figure text, measure text, unit_code text, period text, dimensions jsonb, value numeric, excerpt text, source text, reading text, inferred boolean, approximation text) | ACL
REVOKE ALL ON FUNCTION stats.report_figure(locality text, figure text, measure text, unit_code text, period text, dimensions jsonb, value numeric, excerpt text, source text, reading text, inferred boolean, approximation text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.report_figure(locality text, figure text, measure text, unit_code text, period text, dimensions jsonb, value numeric, excerpt text, source text, reading text, inferred boolean, approximation text) TO dvk_operator;
COMMENT ON FUNCTION stats.report_figure(locality text, figure text, measure text, unit_code text, period text, dimensions jsonb, value numeric, excerpt text, source text, reading text, inferred boolean, approximation text) IS 'Ghi nhận số liệu được nêu / Records a figure that an article or report states.';

-- stats | FUNCTION report_table(of_code text, columns text[], chart integer, lines jsonb, rows jsonb) | ACL
REVOKE ALL ON FUNCTION stats.report_table(of_code text, columns text[], chart integer, lines jsonb, rows jsonb) FROM PUBLIC;
COMMENT ON FUNCTION stats.report_table(of_code text, columns text[], chart integer, lines jsonb, rows jsonb) IS 'Bảng của báo cáo / A table of the report.';

-- stats | FUNCTION report_trend(of_unit bigint, in_tree text, last_year integer, open_period text) | ACL
REVOKE ALL ON FUNCTION stats.report_trend(of_unit bigint, in_tree text, last_year integer, open_period text) FROM PUBLIC;
COMMENT ON FUNCTION stats.report_trend(of_unit bigint, in_tree text, last_year integer, open_period text) IS 'Diễn biến qua các năm / Figures of the years up to one.';

-- stats | FUNCTION report_warnings(of_unit bigint, in_tree text, period text, as_of date) | ACL
REVOKE ALL ON FUNCTION stats.report_warnings(of_unit bigint, in_tree text, period text, as_of date) FROM PUBLIC;
COMMENT ON FUNCTION stats.report_warnings(of_unit bigint, in_tree text, period text, as_of date) IS 'Cảnh báo chưa được xác nhận / Warnings that nobody has confirmed.';

-- stats | FUNCTION report_warnings_on(of_unit bigint, in_tree text, period text, as_of date, basis text) | ACL
REVOKE ALL ON FUNCTION stats.report_warnings_on(of_unit bigint, in_tree text, period text, as_of date, basis text) FROM PUBLIC;
COMMENT ON FUNCTION stats.report_warnings_on(of_unit bigint, in_tree text, period text, as_of date, basis text) IS 'Cảnh báo chưa được xác nhận, theo cơ sở / Warnings that nobody has confirmed, by basis.';

-- stats | FUNCTION report_word(of_code text) | ACL
REVOKE ALL ON FUNCTION stats.report_word(of_code text) FROM PUBLIC;
COMMENT ON FUNCTION stats.report_word(of_code text) IS 'Câu chữ của báo cáo / A word of the report.';

-- stats | FUNCTION report_words() | ACL
REVOKE ALL ON FUNCTION stats.report_words() FROM PUBLIC;
GRANT ALL ON FUNCTION stats.report_words() TO dvk_daemon;
GRANT ALL ON FUNCTION stats.report_words() TO dvk_portal;
GRANT ALL ON FUNCTION stats.report_words() TO dvk_operator;
GRANT ALL ON FUNCTION stats.report_words() TO dvk_reader;
COMMENT ON FUNCTION stats.report_words() IS 'Câu chữ của trang báo cáo / The wording of the report''s pages.';

-- stats | FUNCTION rows_of(of_unit bigint, in_tree text, period_code text, as_of date, basis text, open_only boolean) | ACL
REVOKE ALL ON FUNCTION stats.rows_of(of_unit bigint, in_tree text, period_code text, as_of date, basis text, open_only boolean) FROM PUBLIC;
COMMENT ON FUNCTION stats.rows_of(of_unit bigint, in_tree text, period_code text, as_of date, basis text, open_only boolean) IS 'Mọi số liệu của đơn vị trong kỳ / All figures of a unit and period.';

-- stats | FUNCTION share(part bigint, whole bigint) | ACL
REVOKE ALL ON FUNCTION stats.share(part bigint, whole bigint) FROM PUBLIC;
COMMENT ON FUNCTION stats.share(part bigint, whole bigint) IS 'Tỷ lệ phần trăm / A percentage with one decimal.';

-- stats | FUNCTION standing(unit_ids bigint[], in_tree text, on_day date) | ACL
REVOKE ALL ON FUNCTION stats.standing(unit_ids bigint[], in_tree text, on_day date) FROM PUBLIC;
COMMENT ON FUNCTION stats.standing(unit_ids bigint[], in_tree text, on_day date) IS 'Đơn vị nào tiếp nối theo địa giới của một ngày / Where figures of units belong by the boundaries of a day.';

-- stats | FUNCTION submissions_of(of_unit bigint, in_tree text, period text, as_of date) | ACL
REVOKE ALL ON FUNCTION stats.submissions_of(of_unit bigint, in_tree text, period text, as_of date) FROM PUBLIC;
COMMENT ON FUNCTION stats.submissions_of(of_unit bigint, in_tree text, period text, as_of date) IS 'Hồ sơ của các đợt do đơn vị và cấp dưới tổ chức / Submissions of a unit''s campaigns.';

-- stats | FUNCTION submissions_on(of_unit bigint, in_tree text, period text, as_of date, basis text) | ACL
REVOKE ALL ON FUNCTION stats.submissions_on(of_unit bigint, in_tree text, period text, as_of date, basis text) FROM PUBLIC;
COMMENT ON FUNCTION stats.submissions_on(of_unit bigint, in_tree text, period text, as_of date, basis text) IS 'Hồ sơ của các đợt, theo cơ sở / Submissions of a unit''s campaigns, by basis.';

-- stats | FUNCTION touch(unit_ids bigint[], years integer[]) | ACL
REVOKE ALL ON FUNCTION stats.touch(unit_ids bigint[], years integer[]) FROM PUBLIC;
COMMENT ON FUNCTION stats.touch(unit_ids bigint[], years integer[]) IS 'Ghi nhận thay đổi cần tổng hợp lại / Logs that figures of these units and years must be recomputed.';

-- stats | FUNCTION track_periods(codes text[]) | ACL
REVOKE ALL ON FUNCTION stats.track_periods(codes text[]) FROM PUBLIC;
COMMENT ON FUNCTION stats.track_periods(codes text[]) IS 'Đưa kỳ vào diện tổng hợp thường xuyên / Keeps the figures of these periods up to date.';

-- stats | FUNCTION undivided(of_unit bigint, in_tree text) | ACL
REVOKE ALL ON FUNCTION stats.undivided(of_unit bigint, in_tree text) FROM PUBLIC;
COMMENT ON FUNCTION stats.undivided(of_unit bigint, in_tree text) IS 'Đơn vị cũ không chia được theo địa giới hiện tại / Old units that cannot be shared out among those of today.';

-- stats | FUNCTION unit_in(unit_code text, period text, basis text) | ACL
REVOKE ALL ON FUNCTION stats.unit_in(unit_code text, period text, basis text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.unit_in(unit_code text, period text, basis text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.unit_in(unit_code text, period text, basis text) TO dvk_portal;
GRANT ALL ON FUNCTION stats.unit_in(unit_code text, period text, basis text) TO dvk_operator;
GRANT ALL ON FUNCTION stats.unit_in(unit_code text, period text, basis text) TO dvk_reader;
COMMENT ON FUNCTION stats.unit_in(unit_code text, period text, basis text) IS 'Đơn vị ứng với mã trong kỳ / The unit that a code means in a period.';

-- stats | FUNCTION verify(unit text, period text) | ACL
REVOKE ALL ON FUNCTION stats.verify(unit text, period text) FROM PUBLIC;
GRANT ALL ON FUNCTION stats.verify(unit text, period text) TO dvk_daemon;
GRANT ALL ON FUNCTION stats.verify(unit text, period text) TO dvk_operator;
COMMENT ON FUNCTION stats.verify(unit text, period text) IS 'Đếm lại và nêu chỗ lệch / Recounts kept figures from canonical rows and returns the differences.';

-- stats | FUNCTION ways(unit_ids bigint[], labels text[], first_days date[], last_days date[]) | ACL
REVOKE ALL ON FUNCTION stats.ways(unit_ids bigint[], labels text[], first_days date[], last_days date[]) FROM PUBLIC;
COMMENT ON FUNCTION stats.ways(unit_ids bigint[], labels text[], first_days date[], last_days date[]) IS 'Đường cộng dồn của đơn vị trong những ngày cho trước / Ways up of units in each of their trees during ranges of days.';

-- stats | FUNCTION window_years(of_campaign bigint) | ACL
REVOKE ALL ON FUNCTION stats.window_years(of_campaign bigint) FROM PUBLIC;
COMMENT ON FUNCTION stats.window_years(of_campaign bigint) IS 'Số năm một đăng ký còn được tính là hiện có / Years for which a registration keeps its model present.';

-- stats | TABLE cell | ACL
GRANT SELECT ON TABLE stats.cell TO dvk_operator;
GRANT SELECT ON TABLE stats.cell TO dvk_reader;
COMMENT ON TABLE stats.cell IS 'Số liệu gốc của từng đơn vị, các phần cộng được / Leaf figures of a unit and period, from its own rows, as parts that add up';

-- stats | TABLE change | ACL
GRANT SELECT ON TABLE stats.change TO dvk_operator;
GRANT SELECT ON TABLE stats.change TO dvk_reader;
COMMENT ON TABLE stats.change IS 'Nhật ký thay đổi chờ tổng hợp / Dirty log: what changed since the last refresh';

-- stats | TABLE closed_cell | ACL
GRANT SELECT ON TABLE stats.closed_cell TO dvk_operator;
GRANT SELECT ON TABLE stats.closed_cell TO dvk_reader;
COMMENT ON TABLE stats.closed_cell IS 'Số liệu đã chốt / Frozen figures of a closed period';

-- stats | TABLE closed_period | ACL
GRANT SELECT ON TABLE stats.closed_period TO dvk_operator;
GRANT SELECT ON TABLE stats.closed_period TO dvk_reader;
COMMENT ON TABLE stats.closed_period IS 'Kỳ đã chốt / Closed periods: figures of a unit with all below it, frozen; a correction is a new version';

-- stats | TABLE measure | ACL
GRANT SELECT ON TABLE stats.measure TO dvk_operator;
GRANT SELECT ON TABLE stats.measure TO dvk_reader;
GRANT SELECT ON TABLE stats.measure TO dvk_portal;
COMMENT ON TABLE stats.measure IS 'Chỉ tiêu thống kê / Measures: what exactly counts';

-- stats | TABLE path | ACL
GRANT SELECT ON TABLE stats.path TO dvk_operator;
GRANT SELECT ON TABLE stats.path TO dvk_reader;
COMMENT ON TABLE stats.path IS 'Đường cộng dồn của đơn vị trong cây / Path along which a unit''s cells are rolled up';

-- stats | TABLE period | ACL
GRANT SELECT ON TABLE stats.period TO dvk_operator;
GRANT SELECT ON TABLE stats.period TO dvk_reader;
COMMENT ON TABLE stats.period IS 'Kỳ được tổng hợp thường xuyên / Periods whose figures are kept';

-- stats | TABLE reconciliation | ACL
GRANT SELECT ON TABLE stats.reconciliation TO dvk_operator;
GRANT SELECT ON TABLE stats.reconciliation TO dvk_reader;
GRANT SELECT ON TABLE stats.reconciliation TO dvk_portal;

-- stats | TABLE refresh_mark | ACL
GRANT SELECT ON TABLE stats.refresh_mark TO dvk_operator;
GRANT SELECT ON TABLE stats.refresh_mark TO dvk_reader;
COMMENT ON TABLE stats.refresh_mark IS 'Dấu nguồn / Source mark: how many refreshes the kept figures have taken in';

-- stats | TABLE reported_figure | ACL
GRANT SELECT ON TABLE stats.reported_figure TO dvk_operator;
GRANT SELECT ON TABLE stats.reported_figure TO dvk_reader;
COMMENT ON TABLE stats.reported_figure IS 'Số liệu báo cáo (số được nêu) / Claims: figures stated in articles and reports';

-- stats | TABLE rolled | ACL
GRANT SELECT ON TABLE stats.rolled TO dvk_operator;
GRANT SELECT ON TABLE stats.rolled TO dvk_reader;
COMMENT ON TABLE stats.rolled IS 'Số liệu cộng dồn từ cấp dưới, các phần cộng được / Figures of what lies below a unit, rolled up its tree, as parts that add up';

-- stats | TABLE share | ACL
GRANT SELECT ON TABLE stats.share TO dvk_operator;
GRANT SELECT ON TABLE stats.share TO dvk_reader;

-- stats | TABLE total | ACL
GRANT SELECT ON TABLE stats.total TO dvk_operator;
GRANT SELECT ON TABLE stats.total TO dvk_reader;
GRANT SELECT ON TABLE stats.total TO dvk_portal;
COMMENT ON VIEW stats.reconciliation IS 'Đối chiếu: đã nộp, đếm thô, đếm được, công bố / Reconciliation of claims with counts';
COMMENT ON VIEW stats.share IS 'Các phần của số liệu tổng hợp: cộng các phần của một chỉ tiêu là ra tổng / Parts of the totals: those of a measure, or of some members, add up to its figure';
COMMENT ON VIEW stats.total IS 'Số liệu tổng hợp theo cây tổ chức / Figures of a unit with all below it, by dimension members';

-- stats | active_units() | FUNCTION
CREATE FUNCTION stats.active_units() RETURNS TABLE(unit_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_seqscan TO 'off'
    AS ...;

-- stats | apply(bigint[], text[], boolean) | FUNCTION
CREATE FUNCTION stats.apply(unit_ids bigint[], period_codes text[], organisation boolean DEFAULT true) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- stats | apply_direct(text[], bigint[], text[]) | FUNCTION
CREATE FUNCTION stats.apply_direct(trees text[], unit_ids bigint[], period_codes text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '64MB'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- stats | ask_refresh() | FUNCTION
CREATE FUNCTION stats.ask_refresh() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    AS ...;

-- stats | base_closing(text, text, text, text, text) | FUNCTION
CREATE FUNCTION stats.base_closing(unit_code text, period text, base text, basis text, in_tree text) RETURNS TABLE(problem text, closing bigint, measures text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | block_in(bigint, bigint, date, date) | FUNCTION
CREATE FUNCTION stats.block_in(member bigint, committee bigint, first_day date, last_day date) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | cell | TABLE
CREATE TABLE stats.cell (
    unit_id bigint NOT NULL,
    period text NOT NULL,
    measure text NOT NULL,
    definition_version integer NOT NULL,
    basis text DEFAULT 'historical'::text NOT NULL,
    field_id bigint,
    level text,
    subject_kind text,
    registration_type text,
    title text,
    form text,
    authority text,
    value bigint NOT NULL,
    row_count bigint NOT NULL,
    CONSTRAINT cell_basis CHECK ((basis = ANY (ARRAY['historical'::text, 'current'::text])))
)
WITH (fillfactor='85');

-- stats | cell cell_key | CONSTRAINT
ALTER TABLE ONLY stats.cell
    ADD CONSTRAINT cell_key UNIQUE NULLS NOT DISTINCT (unit_id, period, measure, field_id, level, subject_kind, registration_type, title, form, authority, definition_version, basis);

-- stats | change | TABLE
CREATE TABLE stats.change (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

-- stats | change change_pkey | CONSTRAINT
ALTER TABLE ONLY stats.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);

-- stats | change_id_seq | SEQUENCE
ALTER TABLE stats.change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME stats.change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- stats | claim_name(text, jsonb, bigint) | FUNCTION
CREATE FUNCTION stats.claim_name(of_measure text, given jsonb, of_unit bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | close_period(text, text, text) | FUNCTION
CREATE FUNCTION stats.close_period(unit text, period text, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | closed_cell | TABLE
CREATE TABLE stats.closed_cell (
    closed_period_id bigint NOT NULL,
    tree text,
    unit_id bigint NOT NULL,
    measure text NOT NULL,
    definition_version integer NOT NULL,
    block_id bigint,
    field_id bigint,
    level text,
    subject_kind text,
    registration_type text,
    title text,
    form text,
    authority text,
    value bigint NOT NULL,
    row_count bigint NOT NULL
);

-- stats | closed_cell closed_cell_closed_period_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY stats.closed_cell
    ADD CONSTRAINT closed_cell_closed_period_id_fkey FOREIGN KEY (closed_period_id) REFERENCES stats.closed_period(id);

-- stats | closed_cell closed_cell_is_final | TRIGGER
CREATE TRIGGER closed_cell_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON stats.closed_cell FOR EACH STATEMENT EXECUTE FUNCTION stats.refuse_change_of_closed();

-- stats | closed_cell_by_unit | INDEX
CREATE INDEX closed_cell_by_unit ON stats.closed_cell USING btree (unit_id, closed_period_id);

-- stats | closed_figures(bigint, integer) | FUNCTION
CREATE FUNCTION stats.closed_figures(of_unit bigint, before_year integer) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | closed_period | TABLE
CREATE TABLE stats.closed_period (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    period text NOT NULL,
    version integer NOT NULL,
    reason text NOT NULL,
    closed_by text DEFAULT SESSION_USER NOT NULL,
    closed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    cut_off date NOT NULL,
    source_mark bigint NOT NULL,
    definitions jsonb NOT NULL,
    report jsonb NOT NULL,
    CONSTRAINT closed_period_reason CHECK ((reason <> ''::text)),
    CONSTRAINT closed_period_version CHECK ((version >= 1))
);

-- stats | closed_period closed_period_is_final | TRIGGER
CREATE TRIGGER closed_period_is_final BEFORE DELETE OR UPDATE OR TRUNCATE ON stats.closed_period FOR EACH STATEMENT EXECUTE FUNCTION stats.refuse_change_of_closed();

-- stats | closed_period closed_period_one_per_version | CONSTRAINT
ALTER TABLE ONLY stats.closed_period
    ADD CONSTRAINT closed_period_one_per_version UNIQUE (unit_id, period, version);

-- stats | closed_period closed_period_period_fkey | FK CONSTRAINT
ALTER TABLE ONLY stats.closed_period
    ADD CONSTRAINT closed_period_period_fkey FOREIGN KEY (period) REFERENCES stats.period(code);

-- stats | closed_period closed_period_pkey | CONSTRAINT
ALTER TABLE ONLY stats.closed_period
    ADD CONSTRAINT closed_period_pkey PRIMARY KEY (id);

-- stats | closed_period closed_period_unit_id_fkey | FK CONSTRAINT
ALTER TABLE ONLY stats.closed_period
    ADD CONSTRAINT closed_period_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES registry.unit(id);

-- stats | closed_period_id_seq | SEQUENCE
ALTER TABLE stats.closed_period ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME stats.closed_period_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- stats | closing_card(bigint) | FUNCTION
CREATE FUNCTION stats.closing_card(closing bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | closing_of(bigint, text) | FUNCTION
CREATE FUNCTION stats.closing_of(of_unit bigint, period_code text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | closing_rows(bigint, text) | FUNCTION
CREATE FUNCTION stats.closing_rows(of_unit bigint, period_code text) RETURNS TABLE(tree text, unit_id bigint, measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text, value bigint, row_count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | closing_table(bigint) | FUNCTION
CREATE FUNCTION stats.closing_table(closing bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | closing_time(timestamp with time zone) | FUNCTION
CREATE FUNCTION stats.closing_time(at timestamp with time zone) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | closing_version(stats.closed_period) | FUNCTION
CREATE FUNCTION stats.closing_version(of_closing stats.closed_period) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | compare(text, text, text, text, jsonb, text) | FUNCTION
CREATE FUNCTION stats.compare(measure text, unit_code text, period text, base text, dimensions jsonb DEFAULT '{}'::jsonb, basis text DEFAULT 'historical'::text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | correct_period(text, text, text) | FUNCTION
CREATE FUNCTION stats.correct_period(unit text, period text, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | count_raw(jsonb) | FUNCTION
CREATE FUNCTION stats.count_raw(claims jsonb) RETURNS TABLE(id bigint, submitted bigint, naive bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '32MB'
    AS ...;

-- stats | current_leaves(bigint, text, date) | FUNCTION
CREATE FUNCTION stats.current_leaves(of_unit bigint, in_tree text, on_day date) RETURNS TABLE(unit_id bigint, target_id bigint, member bigint, block_id bigint, divided boolean, ended boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | current_rows(bigint, text, text, date, boolean) | FUNCTION
CREATE FUNCTION stats.current_rows(of_unit bigint, in_tree text, period_code text, cut_off date DEFAULT NULL::date, open_only boolean DEFAULT false) RETURNS TABLE(measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text, value bigint, row_count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    AS ...;

-- stats | direct(text[], bigint[], text[]) | FUNCTION
CREATE FUNCTION stats.direct(trees text[], unit_ids bigint[], period_codes text[]) RETURNS TABLE(tree text, unit_id bigint, period text, block_id bigint, with_models bigint, active bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | displaced(bigint, text) | FUNCTION
CREATE FUNCTION stats.displaced(of_unit bigint, in_tree text) RETURNS TABLE(unit_path text, models bigint, shown_on text, became text, counted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | explain(text, text, text, jsonb, text, date) | FUNCTION
CREATE FUNCTION stats.explain(measure text, unit_code text, period text, dimensions jsonb DEFAULT '{}'::jsonb, basis text DEFAULT 'historical'::text, as_of date DEFAULT NULL::date) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | figure(text, text, text, jsonb, text, date) | FUNCTION
CREATE FUNCTION stats.figure(measure text, unit_code text, period text, dimensions jsonb DEFAULT '{}'::jsonb, basis text DEFAULT 'historical'::text, as_of date DEFAULT NULL::date) RETURNS numeric
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | figures_json(text) | FUNCTION
CREATE FUNCTION stats.figures_json(only_locality text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | freeze(bigint, text, text, text, integer) | FUNCTION
CREATE FUNCTION stats."freeze"(of_unit bigint, unit_code text, period_code text, why text, new_version integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | is_active(bigint) | FUNCTION
CREATE FUNCTION stats.is_active(unit_id bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | leaf(bigint[], text[], date) | FUNCTION
CREATE FUNCTION stats.leaf(unit_ids bigint[], period_codes text[], cut_off date DEFAULT NULL::date) RETURNS TABLE(unit_id bigint, period text, measure text, field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text, value bigint, row_count bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100000
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | live(bigint, text, text, date) | FUNCTION
CREATE FUNCTION stats.live(of_unit bigint, in_tree text, period_code text, cut_off date) RETURNS TABLE(measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text, value bigint, row_count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    AS ...;

-- stats | load_measures() | FUNCTION
CREATE FUNCTION stats.load_measures() RETURNS TABLE(row_text text, problem text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | log_assessment() | FUNCTION
CREATE FUNCTION stats.log_assessment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | log_blocks() | FUNCTION
CREATE FUNCTION stats.log_blocks() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | log_model_end() | FUNCTION
CREATE FUNCTION stats.log_model_end() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | log_organisation() | FUNCTION
CREATE FUNCTION stats.log_organisation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | log_source() | FUNCTION
CREATE FUNCTION stats.log_source() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | log_unit_days() | FUNCTION
CREATE FUNCTION stats.log_unit_days() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | margins(bigint, text, text, text, text, text, text) | FUNCTION
CREATE FUNCTION stats.margins(field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text) RETURNS TABLE(of_field bigint, of_level text, of_subject_kind text, of_registration_type text, of_title text, of_form text, of_authority text)
    LANGUAGE sql IMMUTABLE ROWS 4 PARALLEL SAFE
    AS ...;

-- stats | measure | TABLE
CREATE TABLE stats.measure (
    code text NOT NULL,
    definition_version integer DEFAULT 1 NOT NULL,
    name text NOT NULL,
    definition text NOT NULL,
    reading text,
    kind text NOT NULL,
    sort_order integer NOT NULL,
    flagged boolean DEFAULT false NOT NULL,
    dimensions text[] DEFAULT '{}'::text[] NOT NULL,
    stored_as text,
    stored_type text,
    counts_rows boolean DEFAULT false NOT NULL,
    CONSTRAINT measure_kind CHECK ((kind = ANY (ARRAY['count'::text, 'ratio'::text, 'difference'::text])))
);

-- stats | measure measure_pkey | CONSTRAINT
ALTER TABLE ONLY stats.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (code);

-- stats | measure measure_stored_as | FK CONSTRAINT
ALTER TABLE ONLY stats.measure
    ADD CONSTRAINT measure_stored_as FOREIGN KEY (stored_as) REFERENCES stats.measure(code);

-- stats | members(bigint, text, jsonb) | FUNCTION
CREATE FUNCTION stats.members(of_unit bigint, of_measure text, dimensions jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | open_report(text, text, text, date, boolean) | FUNCTION
CREATE FUNCTION stats.open_report(unit_code text, period text, basis text, as_of date, open_only boolean) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | path | TABLE
CREATE TABLE stats.path (
    unit_id bigint NOT NULL,
    tree text NOT NULL,
    period text NOT NULL,
    ancestors bigint[] NOT NULL,
    blocks bigint[] NOT NULL,
    CONSTRAINT path_blocks CHECK ((cardinality(blocks) = cardinality(ancestors)))
);

-- stats | path path_key | CONSTRAINT
ALTER TABLE ONLY stats.path
    ADD CONSTRAINT path_key PRIMARY KEY (unit_id, period, tree);

-- stats | path_ancestors | INDEX
CREATE INDEX path_ancestors ON stats.path USING gin (ancestors);

-- stats | paths(bigint[], text[]) | FUNCTION
CREATE FUNCTION stats.paths(unit_ids bigint[], period_codes text[]) RETURNS TABLE(unit_id bigint, tree text, period text, ancestors bigint[], blocks bigint[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | period | TABLE
CREATE TABLE stats.period (
    code text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT period_order CHECK ((starts_on <= ends_on))
);

-- stats | period period_pkey | CONSTRAINT
ALTER TABLE ONLY stats.period
    ADD CONSTRAINT period_pkey PRIMARY KEY (code);

-- stats | period_before(text) | FUNCTION
CREATE FUNCTION stats.period_before(code text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | period_bounds(text) | FUNCTION
CREATE FUNCTION stats.period_bounds(code text) RETURNS TABLE(starts_on date, ends_on date, from_year integer, to_year integer, whole_years boolean)
    LANGUAGE plpgsql IMMUTABLE STRICT SECURITY DEFINER ROWS 1
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | plain_count(text, bigint, text, text, jsonb) | FUNCTION
CREATE FUNCTION stats.plain_count(measure text, of_unit bigint, in_tree text, period text, dimensions jsonb) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | printed_count(bigint) | FUNCTION
CREATE FUNCTION stats.printed_count(count bigint) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | printed_figure(jsonb) | FUNCTION
CREATE FUNCTION stats.printed_figure(figure jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | rebuild() | FUNCTION
CREATE FUNCTION stats.rebuild() RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '256MB'
    SET maintenance_work_mem TO '256MB'
    SET plan_cache_mode TO 'force_custom_plan'
    AS ...;

-- stats | reconcile(text, text, text) | FUNCTION
CREATE FUNCTION stats.reconcile(only_locality text DEFAULT NULL::text, only_unit text DEFAULT NULL::text, only_period text DEFAULT NULL::text) RETURNS TABLE(locality text, figure text, submitted bigint, naive bigint, counted numeric, published numeric, equal boolean, inferred boolean, reading text, unit text, measure text, period text, dimensions jsonb, problem text, position_in_print bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | reconciliation | VIEW
CREATE VIEW stats.reconciliation AS
 SELECT r.locality,
    r.figure,
    r.submitted,
    r.naive,
    r.counted,
    r.published,
    r.equal,
    r.inferred,
    r.reading,
    r.unit,
    r.measure,
    r.period,
    r.dimensions,
    r.problem,
    r.position_in_print
   FROM stats.reconcile() r(locality, figure, submitted, naive, counted, published, equal, inferred, reading, unit, measure, period, dimensions, problem, position_in_print);

-- stats | recount(text) | FUNCTION
CREATE FUNCTION stats.recount(locality text) RETURNS TABLE(figure text, recounted bigint, counted numeric, published numeric, equal boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | recount_sql(text, text) | FUNCTION
CREATE FUNCTION stats.recount_sql(locality text, figure text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | refresh(text, text) | FUNCTION
CREATE FUNCTION stats.refresh(unit text DEFAULT NULL::text, period text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | refresh_all(text) | FUNCTION
CREATE FUNCTION stats.refresh_all(period_code text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | refresh_mark | TABLE
CREATE TABLE stats.refresh_mark (
    only_one boolean DEFAULT true NOT NULL,
    mark bigint NOT NULL,
    refreshed_at timestamp with time zone NOT NULL,
    CONSTRAINT refresh_mark_only_one CHECK (only_one)
);

-- stats | refresh_mark refresh_mark_pkey | CONSTRAINT
ALTER TABLE ONLY stats.refresh_mark
    ADD CONSTRAINT refresh_mark_pkey PRIMARY KEY (only_one);

-- stats | refuse_change_of_closed() | FUNCTION
CREATE FUNCTION stats.refuse_change_of_closed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | report(text, text, text, date) | FUNCTION
CREATE FUNCTION stats.report(unit_code text, period text, basis text DEFAULT 'historical'::text, as_of date DEFAULT NULL::date) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | report_figure(text, text, text, text, text, jsonb, numeric, text, text, text, boolean, text) | FUNCTION
CREATE FUNCTION stats.report_figure(locality text, figure text, measure text, unit_code text, period text, dimensions jsonb, value numeric, excerpt text, source text, reading text DEFAULT NULL::text, inferred boolean DEFAULT false, approximation text DEFAULT '='::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | report_table(text, text[], integer, jsonb, jsonb) | FUNCTION
CREATE FUNCTION stats.report_table(of_code text, columns text[], chart integer, lines jsonb, rows jsonb) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | report_trend(bigint, text, integer, text) | FUNCTION
CREATE FUNCTION stats.report_trend(of_unit bigint, in_tree text, last_year integer, open_period text DEFAULT NULL::text) RETURNS TABLE(year text, models bigint, new bigint, recognised bigint, commendations bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | report_warnings(bigint, text, text, date) | FUNCTION
CREATE FUNCTION stats.report_warnings(of_unit bigint, in_tree text, period text, as_of date DEFAULT NULL::date) RETURNS TABLE(code text, findings bigint, dossiers bigint, example text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS ...;

-- stats | report_warnings_on(bigint, text, text, date, text) | FUNCTION
CREATE FUNCTION stats.report_warnings_on(of_unit bigint, in_tree text, period text, as_of date, basis text) RETURNS TABLE(code text, findings bigint, dossiers bigint, example text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | report_word(text) | FUNCTION
CREATE FUNCTION stats.report_word(of_code text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | report_words() | FUNCTION
CREATE FUNCTION stats.report_words() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | reported_figure | TABLE
CREATE TABLE stats.reported_figure (
    id bigint NOT NULL,
    locality text NOT NULL,
    figure text NOT NULL,
    measure text,
    unit_code text,
    period text,
    dimensions jsonb DEFAULT '{}'::jsonb NOT NULL,
    value numeric,
    approximation text DEFAULT '='::text NOT NULL,
    excerpt text NOT NULL,
    source text NOT NULL,
    reading text,
    inferred boolean DEFAULT false NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reported_figure_approximation CHECK ((approximation = ANY (ARRAY['='::text, '~'::text, '~<'::text, '~>'::text]))),
    CONSTRAINT reported_figure_countable CHECK (((measure IS NULL) OR ((unit_code IS NOT NULL) AND (period IS NOT NULL) AND (value IS NOT NULL))))
);

-- stats | reported_figure reported_figure_key | CONSTRAINT
ALTER TABLE ONLY stats.reported_figure
    ADD CONSTRAINT reported_figure_key UNIQUE (locality, figure);

-- stats | reported_figure reported_figure_measure_fkey | FK CONSTRAINT
ALTER TABLE ONLY stats.reported_figure
    ADD CONSTRAINT reported_figure_measure_fkey FOREIGN KEY (measure) REFERENCES stats.measure(code);

-- stats | reported_figure reported_figure_pkey | CONSTRAINT
ALTER TABLE ONLY stats.reported_figure
    ADD CONSTRAINT reported_figure_pkey PRIMARY KEY (id);

-- stats | reported_figure_id_seq | SEQUENCE
ALTER TABLE stats.reported_figure ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME stats.reported_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- stats | rolled | TABLE
CREATE TABLE stats.rolled (
    tree text NOT NULL,
    unit_id bigint NOT NULL,
    period text NOT NULL,
    measure text NOT NULL,
    definition_version integer NOT NULL,
    block_id bigint,
    field_id bigint,
    level text,
    subject_kind text,
    registration_type text,
    title text,
    form text,
    authority text,
    value bigint NOT NULL,
    row_count bigint NOT NULL
)
WITH (fillfactor='85');

-- stats | rolled rolled_key | CONSTRAINT
ALTER TABLE ONLY stats.rolled
    ADD CONSTRAINT rolled_key UNIQUE NULLS NOT DISTINCT (unit_id, period, measure, tree, block_id, field_id, level, subject_kind, registration_type, title, form, authority, definition_version);

-- stats | rows_of(bigint, text, text, date, text, boolean) | FUNCTION
CREATE FUNCTION stats.rows_of(of_unit bigint, in_tree text, period_code text, as_of date DEFAULT NULL::date, basis text DEFAULT 'historical'::text, open_only boolean DEFAULT false) RETURNS TABLE(measure text, definition_version integer, block_id bigint, field_id bigint, level text, subject_kind text, registration_type text, title text, form text, authority text, value bigint, row_count bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | share | VIEW
CREATE VIEW stats.share AS
 SELECT r.tree,
    r.unit_id,
    r.period,
    r.measure,
    r.definition_version,
    r.block_id,
    r.field_id,
    r.level,
    r.subject_kind,
    r.registration_type,
    r.title,
    r.form,
    r.authority,
    r.value,
    r.row_count
   FROM stats.rolled r
UNION ALL
 SELECT p.tree,
    c.unit_id,
    c.period,
    c.measure,
    c.definition_version,
    p.blocks[1] AS block_id,
    c.field_id,
    c.level,
    c.subject_kind,
    c.registration_type,
    c.title,
    c.form,
    c.authority,
    c.value,
    c.row_count
   FROM (stats.cell c
     JOIN stats.path p ON (((p.unit_id = c.unit_id) AND (p.period = c.period))))
  WHERE (c.basis = 'historical'::text);

-- stats | share(bigint, bigint) | FUNCTION
CREATE FUNCTION stats.share(part bigint, whole bigint) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    AS ...;

-- stats | standing(bigint[], text, date) | FUNCTION
CREATE FUNCTION stats.standing(unit_ids bigint[], in_tree text, on_day date) RETURNS TABLE(unit_id bigint, target_id bigint, divided boolean, ended boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | submissions_of(bigint, text, text, date) | FUNCTION
CREATE FUNCTION stats.submissions_of(of_unit bigint, in_tree text, period text, as_of date DEFAULT NULL::date) RETURNS TABLE(id bigint, kind text, state text, campaign_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | submissions_on(bigint, text, text, date, text) | FUNCTION
CREATE FUNCTION stats.submissions_on(of_unit bigint, in_tree text, period text, as_of date, basis text) RETURNS TABLE(id bigint, kind text, state text, campaign_id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | total | VIEW
CREATE VIEW stats.total AS
 SELECT s.tree,
    s.unit_id,
    s.period,
    s.measure,
    s.definition_version,
    'historical'::text AS basis,
    b.block_id,
    m.of_field AS field_id,
    m.of_level AS level,
    m.of_subject_kind AS subject_kind,
    m.of_registration_type AS registration_type,
    m.of_title AS title,
    m.of_form AS form,
    m.of_authority AS authority,
    (sum(s.value))::bigint AS value,
    (sum(s.row_count))::bigint AS row_count
   FROM ((stats.share s
     CROSS JOIN LATERAL stats.margins(s.field_id, s.level, s.subject_kind, s.registration_type, s.title, s.form, s.authority) m(of_field, of_level, of_subject_kind, of_registration_type, of_title, of_form, of_authority))
     CROSS JOIN LATERAL ( SELECT s.block_id
          WHERE (s.block_id IS NOT NULL)
        UNION ALL
         SELECT NULL::bigint) b(block_id))
  GROUP BY s.tree, s.unit_id, s.period, s.measure, s.definition_version, b.block_id, m.of_field, m.of_level, m.of_subject_kind, m.of_registration_type, m.of_title, m.of_form, m.of_authority;

-- stats | touch(bigint[], integer[]) | FUNCTION
CREATE FUNCTION stats.touch(unit_ids bigint[], years integer[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    AS ...;

-- stats | track_periods(text[]) | FUNCTION
CREATE FUNCTION stats.track_periods(codes text[] DEFAULT '{}'::text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | undivided(bigint, text) | FUNCTION
CREATE FUNCTION stats.undivided(of_unit bigint, in_tree text) RETURNS TABLE(unit_code text, unit_path text, shown_on text, counted boolean, parts text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | unit_in(text, text, text) | FUNCTION
CREATE FUNCTION stats.unit_in(unit_code text, period text, basis text DEFAULT 'historical'::text) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | verify(text, text) | FUNCTION
CREATE FUNCTION stats.verify(unit text DEFAULT NULL::text, period text DEFAULT NULL::text) RETURNS TABLE(tree text, unit_code text, period_code text, measure text, dimensions jsonb, stored bigint, counted bigint, stored_rows bigint, counted_rows bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '256MB'
    SET plan_cache_mode TO 'force_custom_plan'
    AS ...;

-- stats | ways(bigint[], text[], date[], date[]) | FUNCTION
CREATE FUNCTION stats.ways(unit_ids bigint[], labels text[], first_days date[], last_days date[]) RETURNS TABLE(unit_id bigint, tree text, label text, ancestors bigint[], blocks bigint[], steady boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;

-- stats | window_years(bigint) | FUNCTION
CREATE FUNCTION stats.window_years(of_campaign bigint) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'stats', 'pg_temp'
    SET jit TO 'off'
    AS ...;
