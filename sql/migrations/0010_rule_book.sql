-- The rule book, complete: what attachments are, who confirmed which warning, what is to be done about a finding, and the
-- supplement request.

-- It returns what happened now.
drop function if exists registry.withdraw(bigint, text);

alter table registry.attachment add column kind text;
comment on column registry.attachment.kind is 'Loại tệp / What it is: confirmation (xác nhận), photo (ảnh), minutes (biên bản), list (danh sách), proposal (văn bản đề nghị), report (báo cáo), other; null when the portal does not say';

alter table registry.finding
    add column confirmed_at      timestamptz,
    add column confirmed_by      text,
    add column confirmed_officer text,
    add column confirmed_reason  text,
    add column confirmed_unit_id bigint references registry.unit (id),
    add constraint finding_confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)
        and (confirmed_at is null) = (confirmed_reason is null) and (confirmed_at is null or severity = 'C'));
comment on column registry.finding.confirmed_at is 'Lúc xác nhận / When a person confirmed the warning';
comment on column registry.finding.confirmed_by is 'Người xác nhận / Who confirmed it (session user)';
comment on column registry.finding.confirmed_officer is 'Cán bộ xác nhận / The officer behind the session user, as the portal names him; null when it names nobody';
comment on column registry.finding.confirmed_reason is 'Lý do xác nhận / The reason given';
comment on column registry.finding.confirmed_unit_id is 'Đơn vị được chọn / Unit chosen among several of one name (DV-003)';

alter table registry.submission add column chosen_unit_id bigint references registry.unit (id);
comment on column registry.submission.chosen_unit_id is 'Đơn vị được người kiểm tra chọn / Unit that a person chose among several of that name; a supplement forgets it';

create table registry.rule_action (
    code   text primary key,
    action text not null,
    constraint rule_action_not_empty check (action <> '')
);
comment on table registry.rule_action is 'Việc cần làm khi vi phạm quy tắc / What is to be done about a finding, by rule';
comment on column registry.rule_action.code is 'Mã quy tắc / Rule';
comment on column registry.rule_action.action is 'Việc cần làm / What to do, in Vietnamese';

alter table notice.notice drop constraint notice_kind;
alter table notice.notice add constraint notice_kind check (kind in ('N02', 'N07', 'N08'));
comment on column notice.notice.kind is 'Loại: N02 yêu cầu bổ sung hồ sơ, N07 quyết định khen thưởng, N08 thông báo khen thưởng / Kind';
comment on column notice.notice.object_id is 'Đối tượng: hồ sơ (N02), quyết định (N07) hoặc lượt khen (N08) / Submission (N02), decision (N07) or commendation (N08) it is about';
