create or replace function registry.load_rules()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
#variable_conflict use_column
-- Loads the rule catalogue from sql/reference/rules.csv.  Rows are added and reworded, never removed: a campaign
-- names its version of the rule book for ever.
-- Reads:   temp table reference_rules (rule_set, code, severity, message, basis, facts, valid_from, valid_until).
-- Returns: the rows that do not fit, with the reason; they are left out.
-- Tables:  insert, update - registry.rule.
begin
    create temp table checked_rule on commit drop as
    select r.*, r::text as row_text,
           case
               when coalesce(r.rule_set, '') !~ '^[1-9][0-9]{0,5}$' then 'rule_set phải là số nguyên dương / must be a positive number'
               when coalesce(r.code, '') !~ '^[A-Z]{2}-[0-9]{3}$' then 'mã không đúng dạng / code is not like DK-001'
               when coalesce(r.severity, '') not in ('L', 'C', 'G') then 'mức độ phải là L, C hoặc G / severity must be L, C or G'
               when coalesce(r.message, '') = '' then 'thiếu thông báo / message is empty'
               when coalesce(r.valid_from, '') <> '' and registry.iso_date(r.valid_from) is null
                 or coalesce(r.valid_until, '') <> '' and registry.iso_date(r.valid_until) is null
                   then 'ngày không đúng dạng yyyy-mm-dd / not a day'
               when row_number() over (partition by r.rule_set, r.code order by r.ctid) > 1 then 'quy tắc bị lặp / listed twice'
           end as problem
    from pg_temp.reference_rules r;

    insert into registry.rule as t (rule_set, code, severity, message, basis, facts, valid_from, valid_until)
    select c.rule_set::int, c.code, c.severity, c.message, coalesce(c.basis, ''), coalesce(c.facts, ''),
           registry.iso_date(c.valid_from), registry.iso_date(c.valid_until)
    from checked_rule c where c.problem is null
    on conflict (rule_set, code) do update
    set severity = excluded.severity, message = excluded.message, basis = excluded.basis, facts = excluded.facts,
        valid_from = excluded.valid_from, valid_until = excluded.valid_until
    where (t.severity, t.message, t.basis, t.facts, t.valid_from, t.valid_until)
          is distinct from (excluded.severity, excluded.message, excluded.basis, excluded.facts, excluded.valid_from, excluded.valid_until);

    return query select c.row_text, c.problem from checked_rule c where c.problem is not null;
    drop table checked_rule;
end $$;
comment on function registry.load_rules() is 'Nạp danh mục quy tắc kiểm tra / Loads the catalogue of validation rules.';
