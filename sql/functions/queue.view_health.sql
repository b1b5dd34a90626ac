create or replace view queue.health as
select h.name as "check", h.state, h.sentence from queue.health_checks() h;

comment on view queue.health is 'Sức khỏe hàng đợi, mỗi mục một dòng / Is it healthy?  A line a check.';
comment on column queue.health."check" is 'Mục kiểm tra / Check.';
comment on column queue.health.state is 'Trạng thái / ok, warn: look at it today, bad: act now.';
comment on column queue.health.sentence is 'Nội dung / What was found.';
