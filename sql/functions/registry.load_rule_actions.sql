create or replace function registry.load_rule_actions()
returns table (row_text text, problem text) language plpgsql set search_path = registry, pg_temp as $$
#variable_conflict use_column
-- Loads what is to be done about findings from sql/reference/rule_actions.csv.
-- Reads:   temp table reference_rule_actions (code, action).
-- Returns: the rows that do not fit, with the reason; they are left out.  Tables: insert, update - registry.rule_action.
begin
    create temp table checked_rule_action on commit drop as
    select r.*, r::text as row_text,
           case
               when not exists (select from registry.rule t where t.code = r.code) then 'không có quy tắc này / no such rule'
               when coalesce(r.action, '') = '' then 'thiếu việc cần làm / action is missing'
               when row_number() over (partition by r.code order by r.ctid) > 1 then 'quy tắc bị lặp / listed twice'
           end as problem
    from pg_temp.reference_rule_actions r;
    insert into registry.rule_action as t (code, action)
    select c.code, c.action from checked_rule_action c where c.problem is null
    on conflict (code) do update set action = excluded.action where t.action is distinct from excluded.action;
    return query select c.row_text, c.problem from checked_rule_action c where c.problem is not null;
    drop table checked_rule_action;
end $$;
comment on function registry.load_rule_actions() is 'Nạp việc cần làm theo quy tắc / Loads what is to be done about findings.';
