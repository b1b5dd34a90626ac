-- The life of the registry: an organisation whose history holds together, and the cycle from campaign to commendation.

-- ---------------------------------------------------------------- organisation

-- Two transactions that each hang one unit below the other see no cycle alone.  Changes of one tree stand in line: the lock is
-- taken when a statement is done and kept until the transaction ends, and what the one before committed is seen behind it.
create or replace function registry.unit_parent_refuse_cycle() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Refuses a parent that hangs below its own child in the same tree on a common day.
-- Errors: 23514 with the unit's id. Statement level: walks up from the changed rows only.
declare
    bad bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('registry.unit_parent ' || t.tree, 0))
    from (select distinct c.tree from changed c order by c.tree) t;
    with recursive up (start_id, tree, unit_id, valid, depth) as (
        select c.unit_id, c.tree, c.parent_id, c.valid, 1 from changed c
        union all
        select u.start_id, u.tree, p.parent_id, u.valid * p.valid, u.depth + 1
        from up u join registry.unit_parent p on p.unit_id = u.unit_id and p.tree = u.tree and p.valid && u.valid
        where u.unit_id <> u.start_id and u.depth < 32)
    select u.start_id into bad from up u where u.unit_id = u.start_id or u.depth >= 32 limit 1;
    if found then
        raise exception 'Đơn vị số % nằm dưới chính nó trong cây / unit % would hang below itself', bad, bad
            using errcode = 'check_violation', constraint = 'unit_parent_no_cycle',
                  hint = 'Chọn đơn vị cấp trên khác / choose another parent';
    end if;
    return null;
end $$;

alter table registry.block
    add constraint block_of_its_committee unique (id, committee_id),
    add constraint block_valid_not_empty check (not isempty(valid));
alter table registry.unit_block
    add constraint unit_block_is_the_committees foreign key (block_id, committee_id) references registry.block (id, committee_id),
    add constraint unit_block_valid_not_empty check (not isempty(valid));
alter table registry.unit_name add constraint unit_name_valid_not_empty check (not isempty(valid));
alter table registry.unit_parent add constraint unit_parent_valid_not_empty check (not isempty(valid));
alter table registry.unit_alias add constraint unit_alias_valid_not_empty check (not isempty(valid));

-- What registry.search_key makes of the name; for candidates only, never for equality.
alter table registry.unit_name add column search_key text generated always as (normalize(translate(
    regexp_replace(normalize(name_key, nfd), E'[\u0300-\u036f]+', '', 'g'), 'đðɖ', 'ddd'), nfc)) stored;
alter table registry.unit_alias add column search_key text generated always as (normalize(translate(
    regexp_replace(normalize(alias_key, nfd), E'[\u0300-\u036f]+', '', 'g'), 'đðɖ', 'ddd'), nfc)) stored;
comment on column registry.unit_name.search_key is 'Khóa tìm kiếm không dấu; derived / Key without diacritics, for candidates only; derived';
comment on column registry.unit_alias.search_key is 'Khóa tìm kiếm không dấu; derived / Key without diacritics, for candidates only; derived';

-- A unit may be dissolved with nobody to follow.
alter table registry.unit_successor
    drop constraint unit_successor_pkey,
    alter column to_id drop not null,
    add constraint unit_successor_pkey unique nulls not distinct (from_id, to_id),
    add constraint unit_successor_follows_unless_dissolved check (to_id is not null or kind = 'dissolve');
comment on column registry.unit_successor.to_id is 'Đơn vị kế thừa; null: giải thể, không có đơn vị kế thừa / Unit that follows; null: dissolved, nobody follows';

create function registry.refuse_backward_edges(ids bigint[]) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- Refuses edges of these units that run against time: the old unit was there the day before, the new one is there on the day, and
-- a dissolved one is gone.
-- Errors: 23514 unit_successor_forward, with units and days.
declare
    bad record;
begin
    select f.path as from_path, f.valid as from_valid, t.path as to_path, t.valid as to_valid, s.on_day into bad
    from registry.unit_successor s
    join registry.unit f on f.id = s.from_id
    left join registry.unit t on t.id = s.to_id
    where (s.from_id = any (ids) or s.to_id = any (ids))
      and (not f.valid @> s.on_day - 1 or s.to_id is not null and not t.valid @> s.on_day or s.kind = 'dissolve' and f.valid @> s.on_day)
    limit 1;
    if found then
        raise exception 'Quan hệ kế thừa ngược thời gian: % → % / an edge of succession against time', bad.from_path, coalesce(bad.to_path, '–')
            using errcode = 'check_violation', schema = 'registry', table = 'unit_successor', constraint = 'unit_successor_forward',
                  detail = format('on_day %s; %s %s → %s %s', bad.on_day, bad.from_path, bad.from_valid, coalesce(bad.to_path, '–'),
                                  coalesce(bad.to_valid::text, '')),
                  hint = 'Đơn vị cũ phải còn ngày hôm trước, đơn vị kế thừa phải có vào ngày đó / the old unit exists the day before, the new one on the day';
    end if;
end $$;
comment on function registry.refuse_backward_edges(bigint[]) is 'Chặn kế thừa ngược thời gian / Refuses edges of succession against time';

create function registry.unit_successor_check() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Checks the edges that a statement wrote.
begin
    perform registry.refuse_backward_edges(array(select distinct c.from_id from changed c));
    return null;
end $$;
comment on function registry.unit_successor_check() is 'Kiểm tra quan hệ kế thừa vừa ghi / Checks edges of succession just written';
create trigger unit_successor_forward_on_insert after insert on registry.unit_successor
    referencing new table as changed for each statement execute function registry.unit_successor_check();
create trigger unit_successor_forward_on_update after update on registry.unit_successor
    referencing new table as changed for each statement execute function registry.unit_successor_check();

create function registry.unit_days_check() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
-- Checks the edges of a unit whose days changed, when the transaction ends: the edges may be moved with it.
begin
    perform registry.refuse_backward_edges(array[new.id]);
    return null;
end $$;
comment on function registry.unit_days_check() is 'Kiểm tra kế thừa khi đổi thời gian tồn tại / Checks the edges of a unit whose days changed';
create constraint trigger unit_days_fit_edges after update of valid on registry.unit
    deferrable initially deferred for each row when (old.valid is distinct from new.valid) execute function registry.unit_days_check();

create table registry.unit_role (
    id          bigint generated always as identity primary key,
    unit_id     bigint not null references registry.unit (id),
    role        text   not null,
    for_unit_id bigint not null references registry.unit (id),
    valid       daterange not null default daterange(null, null),
    source      text   not null,
    constraint unit_role_known check (role in ('standing_body', 'appraiser')),
    constraint unit_role_source_not_empty check (source <> ''),
    constraint unit_role_valid_not_empty check (not isempty(valid)),
    constraint unit_role_once_a_day exclude using gist (unit_id with =, role with =, for_unit_id with =, valid with &&),
    -- One standing body a committee and day.
    constraint unit_role_one_standing_body exclude using gist (for_unit_id with =, valid with &&) where (role = 'standing_body')
);
comment on table registry.unit_role is 'Vai trò của đơn vị theo thời gian / Who acts for whom: standing bodies and appraisers, dated';
comment on column registry.unit_role.id is 'Mã số nội bộ / Identity';
comment on column registry.unit_role.unit_id is 'Đơn vị có vai trò / Unit that acts';
comment on column registry.unit_role.role is 'Vai trò: standing_body (cơ quan thường trực), appraiser (cơ quan thẩm định) / Role';
comment on column registry.unit_role.for_unit_id is 'Hành động cho đơn vị / Unit it acts for';
comment on column registry.unit_role.valid is 'Hiệu lực / Days';
comment on column registry.unit_role.source is 'Căn cứ / Legal basis';

-- ---------------------------------------------------------------- the cycle

alter table registry.campaign
    add column state         text not null default 'open',
    add column closed_at     timestamptz,
    add column closed_by     text,
    add column closed_reason text,
    add constraint campaign_state check (state in ('open', 'closed')),
    add constraint campaign_closed_by_somebody check ((state = 'closed') = (closed_at is not null)
        and (closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_reason is null));
comment on column registry.campaign.state is 'Trạng thái: open (đang mở), closed (đã đóng) / State; a closed campaign takes nothing more';
comment on column registry.campaign.closed_at is 'Lúc đóng / When it was closed';
comment on column registry.campaign.closed_by is 'Người đóng / Who closed it (session user)';
comment on column registry.campaign.closed_reason is 'Lý do đóng / Why it was closed';

alter table registry.submission add column decided_by_id bigint references registry.submission (id);
create index submission_decided_by on registry.submission (decided_by_id) where decided_by_id is not null;
comment on column registry.submission.decided_by_id is 'Hồ sơ quyết định / Submission of the decision that decided this proposal';

-- TB-002 asks which numbers an issuer used in a year.
create index document_by_number on registry.document (issuer_key, type_code, issued_on) where number is not null;

create table registry.appraisal (
    id            bigint generated always as identity primary key,
    submission_id bigint not null,
    version       int    not null,
    round         int    not null,
    body          text   not null,
    body_unit_id  bigint references registry.unit (id),
    authority     text   references registry.authority (code),
    held_on       date   not null,
    conclusion    text   not null,
    reason        text,
    minutes       jsonb  not null,
    recorded_at   timestamptz not null default now(),
    recorded_by   text   not null default session_user,
    constraint appraisal_of_a_version foreign key (submission_id, version)
        references registry.submission_version (submission_id, version),
    constraint appraisal_one_per_round unique (submission_id, round),
    constraint appraisal_conclusion check (conclusion in ('passed', 'failed', 'returned')),
    constraint appraisal_says_why check (conclusion = 'passed' or reason is not null),
    constraint appraisal_body_not_empty check (body <> ''),
    constraint appraisal_minutes_are_an_object check (jsonb_typeof(minutes) = 'object')
);
comment on table registry.appraisal is 'Thẩm định / Appraisals of proposals, with their minutes; never changed';
comment on column registry.appraisal.id is 'Mã số nội bộ / Identity';
comment on column registry.appraisal.submission_id is 'Hồ sơ đề nghị / Proposal';
comment on column registry.appraisal.version is 'Phiên bản hồ sơ / Version appraised';
comment on column registry.appraisal.round is 'Vòng / Round, from 1';
comment on column registry.appraisal.body is 'Cơ quan thẩm định như biên bản ghi / Body as the minutes name it';
comment on column registry.appraisal.body_unit_id is 'Đơn vị thẩm định / The body as a unit, when it is one';
comment on column registry.appraisal.authority is 'Thẩm quyền / The body in the table of authorities, when it is there';
comment on column registry.appraisal.held_on is 'Ngày thẩm định / Day';
comment on column registry.appraisal.conclusion is 'Kết luận: passed (đạt), failed (không đạt), returned (trả lại) / Conclusion';
comment on column registry.appraisal.reason is 'Lý do không đạt, trả lại / Why it failed or was returned';
comment on column registry.appraisal.minutes is 'Biên bản / Minutes as recorded';
comment on column registry.appraisal.recorded_at is 'Lúc ghi / Recorded';
comment on column registry.appraisal.recorded_by is 'Người ghi / Who recorded it (session user)';

create table registry.appraisal_model (
    appraisal_id bigint not null references registry.appraisal (id),
    position     int    not null,
    model_id     bigint references registry.model (id),
    name         text   not null,
    total        numeric,
    constraint appraisal_model_pkey primary key (appraisal_id, position)
);
create index appraisal_model_by_model on registry.appraisal_model (model_id) where model_id is not null;
comment on table registry.appraisal_model is 'Mô hình được thẩm định / Models appraised, in the order of the proposal';
comment on column registry.appraisal_model.appraisal_id is 'Thẩm định / Appraisal';
comment on column registry.appraisal_model.position is 'Thứ tự trong hồ sơ / Place in the proposal, from 0';
comment on column registry.appraisal_model.model_id is 'Mô hình / Model, null when it is not known';
comment on column registry.appraisal_model.name is 'Tên như hồ sơ ghi / Name as the proposal writes it';
comment on column registry.appraisal_model.total is 'Tổng điểm / Sum of its scores, null without scores';

create table registry.criterion_score (
    appraisal_id  bigint  not null,
    position      int     not null,
    criterion_set text    not null,
    criterion     text    not null,
    score         numeric not null,
    constraint criterion_score_pkey primary key (appraisal_id, position, criterion),
    constraint criterion_score_of_a_model foreign key (appraisal_id, position)
        references registry.appraisal_model (appraisal_id, position),
    constraint criterion_score_known foreign key (criterion_set, criterion) references registry.criterion (criterion_set, code),
    constraint criterion_score_not_negative check (score >= 0 and score < 'infinity')
);
comment on table registry.criterion_score is 'Điểm tiêu chí / Scores by criterion';
comment on column registry.criterion_score.appraisal_id is 'Thẩm định / Appraisal';
comment on column registry.criterion_score.position is 'Mô hình, thứ tự trong hồ sơ / Model, by its place in the proposal';
comment on column registry.criterion_score.criterion_set is 'Bộ tiêu chí / Set of criteria';
comment on column registry.criterion_score.criterion is 'Tiêu chí / Criterion';
comment on column registry.criterion_score.score is 'Điểm / Score';

create table registry.council_member (
    appraisal_id bigint not null references registry.appraisal (id),
    position     int    not null,
    name         text   not null,
    name_key     text   not null,
    office       text,
    unit_text    text,
    role         text,
    constraint council_member_pkey primary key (appraisal_id, position),
    constraint council_member_named check (name_key <> '')
);
comment on table registry.council_member is 'Thành viên hội đồng thẩm định / Who appraised';
comment on column registry.council_member.appraisal_id is 'Thẩm định / Appraisal';
comment on column registry.council_member.position is 'Thứ tự / Order, from 0';
comment on column registry.council_member.name is 'Họ và tên / Name';
comment on column registry.council_member.name_key is 'Khóa so sánh / Comparison key without what stands before a name';
comment on column registry.council_member.office is 'Chức vụ / Office';
comment on column registry.council_member.unit_text is 'Đơn vị / Unit as written';
comment on column registry.council_member.role is 'Vai trò / Part in the council (chủ tịch, thư ký, ủy viên)';

create table registry.discipline (
    id           bigint generated always as identity primary key,
    kind         text not null,
    subject_kind text not null,
    name         text not null,
    name_key     text not null,
    unit_id      bigint references registry.unit (id),
    valid        daterange not null,
    source       text not null,
    recorded_at  timestamptz not null default now(),
    recorded_by  text not null default session_user,
    constraint discipline_kind check (kind in ('discipline', 'investigation', 'inspection', 'complaint', 'press')),
    constraint discipline_subject_kind check (subject_kind in ('collective', 'individual', 'household')),
    constraint discipline_named check (name_key <> ''),
    constraint discipline_source_not_empty check (source <> ''),
    constraint discipline_opened check (not isempty(valid) and not lower_inf(valid))
);
create index discipline_by_subject on registry.discipline (name_key, subject_kind);
comment on table registry.discipline is 'Việc đang xem xét kỷ luật, điều tra, thanh tra, xác minh / Proceedings that hold awards back while they are open';
comment on column registry.discipline.id is 'Mã số nội bộ / Identity';
comment on column registry.discipline.kind is 'Loại: discipline (kỷ luật), investigation (điều tra), inspection (thanh tra, kiểm tra), complaint (khiếu nại, tố cáo), press (báo chí nêu) / Kind';
comment on column registry.discipline.subject_kind is 'Loại chủ thể / Kind of subject';
comment on column registry.discipline.name is 'Tên như văn bản ghi / Name as written';
comment on column registry.discipline.name_key is 'Khóa so sánh / Comparison key';
comment on column registry.discipline.unit_id is 'Đơn vị / Unit of the subject, null when not known';
comment on column registry.discipline.valid is 'Từ ngày mở đến ngày kết thúc / Days on which it is open';
comment on column registry.discipline.source is 'Căn cứ / Document or reason';
comment on column registry.discipline.recorded_at is 'Lúc ghi / Recorded';
comment on column registry.discipline.recorded_by is 'Người ghi / Who recorded it (session user)';

alter table registry.recognition
    add column revoked_document_id bigint references registry.document (id),
    add column revoked_reason      text,
    add constraint recognition_revoked_by_decision check (revoked_document_id is null or revoked_at is not null and revoked_reason is not null);
comment on column registry.recognition.revoked_document_id is 'Quyết định thu hồi / Decision that revoked it, null when it was withdrawn as recorded in error';
comment on column registry.recognition.revoked_reason is 'Lý do thu hồi / Why it was revoked';
alter table registry.commendation
    add column revoked_document_id bigint references registry.document (id),
    add column revoked_reason      text,
    add constraint commendation_revoked_by_decision check (revoked_document_id is null or revoked_at is not null and revoked_reason is not null);
comment on column registry.commendation.revoked_document_id is 'Quyết định hủy, thu hồi / Decision that revoked it, null when it was withdrawn as recorded in error';
comment on column registry.commendation.revoked_reason is 'Lý do hủy, thu hồi / Why it was revoked';
