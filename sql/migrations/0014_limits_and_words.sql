-- The limits of what a submission may hold, and the words that rules go by, are data.

-- ---------------------------------------------------------------- limits
-- An operator sets them, within bounds that no operator passes.

create table registry.content_limit (
    name          text primary key,
    value         integer not null,
    default_value integer not null,
    lowest        integer not null,
    highest       integer not null,
    what          text not null,
    constraint content_limit_within_bounds check (value between lowest and highest),
    constraint content_limit_default_within_bounds check (default_value between lowest and highest)
);
comment on table registry.content_limit is 'Giới hạn nội dung hồ sơ / Limits of what a submission may hold; set with registry.set_content_limit';
comment on column registry.content_limit.name is 'Tên giới hạn / Name of the limit';
comment on column registry.content_limit.value is 'Giá trị đang áp dụng / Limit in force, for what is handed in from now on';
comment on column registry.content_limit.default_value is 'Giá trị mặc định / Value it had at first';
comment on column registry.content_limit.lowest is 'Thấp nhất được đặt / Lowest that may be set: every example of a form is well within it';
comment on column registry.content_limit.highest is 'Cao nhất được đặt / Highest that may be set: with it no text takes the rules more than 50 ms';
comment on column registry.content_limit.what is 'Đo cái gì, đơn vị tính / What it limits, and its measure';

-- Why not higher.  text_bytes: the rules are linear in a text; the slowest of some hundred hostile texts takes about half of the 50 ms
-- that a text may take at 128 KiB (dvkd-bench text, hostile_ms), so a quarter more leaves them a reserve.  content_bytes: a content is
-- judged in one go, and costs as much as the texts that fit into it; more was never measured.  depth: the daemon reads 66 levels, two
-- of which are its own, and skips what is deeper.  elements: a list is resolved item by item in a transaction that has 10 seconds.
-- attachments: their list has 256 KiB.
insert into registry.content_limit (name, value, default_value, lowest, highest, what) values
    ('content_bytes', 1048576, 1048576, 65536, 1048576, 'cả nội dung, byte / a whole content, bytes'),
    ('text_bytes', 131072, 131072, 8192, 163840, 'một mục chữ, byte UTF-8 / a text, bytes of UTF-8'),
    ('depth', 64, 64, 16, 64, 'số cấp lồng nhau / objects and lists in one another'),
    ('elements', 10000, 10000, 200, 20000, 'số phần tử một danh sách / elements of a list'),
    ('attachments', 100, 100, 10, 500, 'số tệp kèm theo / attachments of a submission');

-- Replaced by ones that are told the limit, and that tell what had ended.
drop function if exists registry.content_problem(jsonb, text);
drop function if exists registry.listed_unit_counts(jsonb, text, date, jsonb);

-- ---------------------------------------------------------------- words

create table registry.word (
    family text not null,
    word   text not null,
    constraint word_pkey primary key (family, word),
    constraint word_family_known check (family in ('family_name', 'generic_model_word', 'address_noun', 'district_body')),
    constraint word_length check (length(word) between 1 and 100)
);
comment on table registry.word is 'Từ ngữ dùng khi kiểm tra hồ sơ / Words that the rules go by, read with the rule set; loaded from sql/reference/words.csv';
comment on column registry.word.family is
    'Nhóm / family_name (họ, DK-004); generic_model_word, address_noun (tên chung chung, từ chỉ địa chỉ, DK-002); district_body (cơ quan cấp huyện, TB-012)';
comment on column registry.word.word is 'Từ, cụm từ / Word or phrase; a family name with its capital, others in small letters';
