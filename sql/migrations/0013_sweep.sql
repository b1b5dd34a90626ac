-- How long daemons need for a pass of the sweep, when that is longer than a second: a line of queue.health.

create table queue.sweep_state (
    boot     text        primary key,
    took     interval    not null,
    pages    integer     not null,
    noted_at timestamptz not null default clock_timestamp(),
    constraint sweep_state_boot_not_empty check (boot <> ''),
    constraint sweep_state_took_positive check (took > interval '0'),
    constraint sweep_state_pages_positive check (pages >= 0)
);
comment on table queue.sweep_state is 'Lượt quét chậm của từng tiến trình / Slow passes of the sweep, a row a daemon; none: all passes take under a second.';
comment on column queue.sweep_state.boot is 'Tiến trình / Boot nonce of the daemon.';
comment on column queue.sweep_state.took is 'Thời gian một lượt / How long its last pass took: the longest wait of a job that was committed behind a cursor.';
comment on column queue.sweep_state.pages is 'Số trang đã quét / Pages of queue.job it went through.';
comment on column queue.sweep_state.noted_at is 'Ghi lúc / When it was noted.';
