create or replace function stats.report_word(of_code text)
returns text language sql stable security definer set search_path = stats, pg_temp as $$
-- A word of the report, from the reference data; the code itself where the data lacks it.  Null for null.
    select coalesce((select t.name from registry.term t where t.family = 'report' and t.code = of_code), of_code)
$$;
comment on function stats.report_word(text) is 'Câu chữ của báo cáo / A word of the report.';

create or replace function stats.report_words()
returns jsonb language sql stable security definer set search_path = stats, pg_temp as $$
-- The wording of the report's pages: {"title": "…", "column_value": "…", …}, with {places} for names and figures.
    select coalesce(jsonb_object_agg(case t.family when 'report_column' then 'column_' else '' end || t.code, t.name), '{}')
    from registry.term t where t.family in ('report', 'report_column')
$$;
comment on function stats.report_words() is 'Câu chữ của trang báo cáo / The wording of the report''s pages.';

create or replace function stats.report_table(of_code text, columns text[], chart integer, lines jsonb, rows jsonb)
returns jsonb language sql stable security definer set search_path = stats, pg_temp as $$
-- A table of the report with its title and column names from the reference data.
-- Parameters: columns - code, kind, code, kind, …; chart - column drawn as bars; lines - columns drawn as a trend;
--             rows - null for none.
    select jsonb_build_object('code', of_code,
        'title', coalesce((select t.name from registry.term t where t.family = 'report_table' and t.code = of_code), of_code),
        'chart', chart, 'lines', lines,
        'columns', (
            select jsonb_agg(jsonb_build_array(columns[i], coalesce(t.name, columns[i]), columns[i + 1]) order by i)
            from generate_series(1, cardinality(columns), 2) i
            left join registry.term t on t.family = 'report_column' and t.code = columns[i]),
        'rows', coalesce(rows, '[]'))
$$;
comment on function stats.report_table(text, text[], integer, jsonb, jsonb) is 'Bảng của báo cáo / A table of the report.';

create or replace function stats.period_before(code text)
returns text language sql immutable strict security definer set search_path = stats, pg_temp as $$
-- The period of the same length and kind right before: 2020 for 2021, 2020-H1 for 2021-H1, 2015-2017 for 2018-2020.
-- Errors: 22023 unknown code.
    select case
        when b.to_year > b.from_year then format('%s-%s', 2 * b.from_year - b.to_year - 1, b.from_year - 1)
        else (b.from_year - 1) || substr(code, 5) end
    from stats.period_bounds(code) b
$$;
comment on function stats.period_before(text) is 'Kỳ trước cùng độ dài / The period of the same length before.';

create or replace function stats.report_trend(of_unit bigint, in_tree text, last_year integer, open_period text default null)
returns table (year text, models bigint, new bigint, recognised bigint, commendations bigint)
language sql stable security definer set search_path = stats, pg_temp set jit = off as $$
-- Figures of the eight years up to one, of those that are kept: as they were closed, else as they are now; null where nothing
-- at all was counted in a year.  Parameters: open_period - one that counts as not closed.
    select p.code, c.models, c.new, c.recognised, c.commendations
    from generate_series(last_year - 7, last_year) y
    join stats.period p on p.code = y::text
    cross join lateral (
        select case when p.code is distinct from open_period and exists (select from stats.closed_period o where o.period = p.code)
            then stats.closing_of(of_unit, p.code) end as closing) k
    cross join lateral (
        -- Of parts the sum; of a closed period the figure itself.
        select case when count(*) > 0 then coalesce(sum(t.value) filter (
                where t.measure = 'M07' and (k.closing is null or t.registration_type is null)), 0)::bigint end as models,
            case when count(*) > 0 then coalesce(sum(t.value) filter (where t.registration_type = 'new'), 0)::bigint end as new,
            case when count(*) > 0 then coalesce(sum(t.value) filter (where t.measure = 'M08'), 0)::bigint end as recognised,
            case when count(*) > 0 then coalesce(sum(t.row_count) filter (where t.measure = 'M12S'), 0)::bigint end as commendations
        from (
            select t.measure, t.registration_type, t.value, t.row_count
            from stats.share t
            where k.closing is null and t.unit_id = of_unit and t.period = p.code and t.tree = in_tree
                and t.measure in ('M07', 'M08', 'M12S')
            union all
            select t.measure, t.registration_type, t.value, t.row_count
            from stats.closed_cell t
            where t.closed_period_id = k.closing and t.unit_id = of_unit and t.tree = in_tree
                and t.measure in ('M07', 'M08', 'M12S')
                and t.block_id is null and t.field_id is null and t.level is null and t.subject_kind is null and t.title is null
                and t.form is null and t.authority is null and t.row_count > 0) t) c
$$;
comment on function stats.report_trend(bigint, text, integer, text) is 'Diễn biến qua các năm / Figures of the years up to one.';

create or replace function stats.report_warnings(of_unit bigint, in_tree text, period text, as_of date default null)
returns table (code text, findings bigint, dossiers bigint, example text)
language sql stable security definer
set search_path = stats, pg_temp set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
-- Warnings (C) that nobody has confirmed, by rule, in the current versions of the submissions that campaigns of a unit and those
-- below it received, or that these filed in campaigns of the units above them, in a period.  Withdrawn ones do not count.
-- From campaign to submission to finding by their keys: what other units filed is not read.
-- Returns: an example's message of each rule, from the oldest submission.
    with recursive days as materialized (select b.*, daterange(b.starts_on, b.ends_on, '[]') as valid from stats.period_bounds(period) b),
    below as (
        select of_unit as unit_id
        union
        select p.unit_id
        from below b cross join days d
        join registry.unit_parent p on p.parent_id = b.unit_id and p.tree = in_tree and p.valid && d.valid),
    above as (
        select of_unit as unit_id
        union
        select p.parent_id
        from above a cross join days d
        join registry.unit_parent p on p.unit_id = a.unit_id and p.valid && d.valid),
    held as materialized (
        select c.id, c.unit_id in (select b.unit_id from below b) as here
        from registry.campaign c
        where c.unit_id in (select b.unit_id from below b) or c.unit_id in (select a.unit_id from above a)),
    waiting as (
        select f.code, f.message, s.id as submission_id
        from held h cross join days d
        cross join lateral (
            select s.id, s.version, s.rule_set
            from registry.submission s
            where s.campaign_id = h.id and s.state <> 'withdrawn'
                and (h.here or s.unit_id in (select b.unit_id from below b))
                and case when s.year is null then s.filed_on between d.starts_on and d.ends_on else s.year between d.from_year and d.to_year end
                and (d.whole_years or s.filed_on <= d.ends_on)
                and (as_of is null or s.filed_on <= as_of)
            offset 0) s
        cross join lateral (
            select f.code, f.message
            from registry.finding f
            where f.submission_id = s.id and f.version = s.version and f.rule_set = s.rule_set
                and f.severity = 'C' and f.confirmed_at is null
            offset 0) f)
    select w.code, count(*), count(distinct w.submission_id), (array_agg(w.message order by w.submission_id, w.message))[1]
    from waiting w
    group by w.code
$$;
comment on function stats.report_warnings(bigint, text, text, date) is 'Cảnh báo chưa được xác nhận / Warnings that nobody has confirmed.';

create or replace function stats.report_warnings_on(of_unit bigint, in_tree text, period text, as_of date, basis text)
returns table (code text, findings bigint, dossiers bigint, example text)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- As stats.report_warnings; on basis current of the units that the unit, or one below it, stands for today.
begin
    if basis = 'historical' then
        return query select * from stats.report_warnings(of_unit, in_tree, period, as_of);
        return;
    end if;
    return query
    with recursive leaf as materialized (select l.unit_id from stats.current_leaves(of_unit, in_tree, registry.today()) l),
    above as (
        select l.unit_id from leaf l
        union
        select p.parent_id from above a join registry.unit_parent p on p.unit_id = a.unit_id),
    waiting as (
        select f.code, f.message, s.id as submission_id
        from stats.period_bounds(period) d
        cross join above a
        join registry.campaign c on c.unit_id = a.unit_id
        join registry.submission s on s.campaign_id = c.id and s.state <> 'withdrawn'
        join registry.finding f on f.submission_id = s.id and f.version = s.version and f.rule_set = s.rule_set
        where f.severity = 'C' and f.confirmed_at is null
            and (c.unit_id in (select l.unit_id from leaf l) or s.unit_id in (select l.unit_id from leaf l))
            and case when s.year is null then s.filed_on between d.starts_on and d.ends_on else s.year between d.from_year and d.to_year end
            and (d.whole_years or s.filed_on <= d.ends_on)
            and (report_warnings_on.as_of is null or s.filed_on <= report_warnings_on.as_of))
    select w.code, count(*), count(distinct w.submission_id), (array_agg(w.message order by w.submission_id, w.message))[1]
    from waiting w
    group by w.code;
end $$;
comment on function stats.report_warnings_on(bigint, text, text, date, text) is 'Cảnh báo chưa được xác nhận, theo cơ sở / Warnings that nobody has confirmed, by basis.';

create or replace function stats.claim_name(of_measure text, given jsonb, of_unit bigint)
returns text language sql stable security definer set search_path = stats, pg_temp as $$
-- A claim in words: the measure and the members of its dimensions, “Mô hình trong kỳ · Khối nội chính”.
    select concat_ws(' · ',
        (select m.name from stats.measure m where m.code = of_measure),
        (select m.name from stats.measure m where m.code = given ->> 'of'),
        (select string_agg(coalesce(
                case d.key
                    when 'block' then (select b.name from registry.block b where b.committee_id = of_unit and b.code = d.value)
                    when 'field' then (select min(f.name) from registry.field f where f.code = d.value)
                    when 'level' then (select l.name from registry.level l where l.code = d.value)
                    when 'authority' then (select a.name from registry.authority a where a.code = d.value)
                    when 'kind' then (select t.name from registry.term t where t.family = 'submission_kind' and t.code = d.value)
                    when 'state' then (select t.name from registry.term t where t.family = 'submission_state' and t.code = d.value)
                    when 'form' then (select t.name from registry.term t where t.family = 'award_form' and t.code = d.value)
                    else (select t.name from registry.term t where t.family = d.key and t.code = d.value) end,
                case d.value when 'chua_phan_loai' then stats.report_word('unclassified') else d.value end), ' · ' order by d.key)
         from jsonb_each_text(coalesce(given, '{}')) d where d.key not in ('of', 'base', 'tree')))
$$;
comment on function stats.claim_name(text, jsonb, bigint) is 'Số được nêu bằng lời / A claim in words.';
