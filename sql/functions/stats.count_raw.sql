create or replace function stats.count_raw(measure text, of_unit bigint, in_tree text, period text, dimensions jsonb, everything boolean)
returns bigint language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- What a reader of the submitted papers would count, without checking or deduplicating anything.
-- Parameters: as stats.figure with the unit resolved; everything - true: every version ever sent, withdrawn ones included;
--             false: the latest version of what is not withdrawn.
-- Returns:    null where papers cannot tell (y of x/y, ratios).
-- Fields, types, kinds, levels and titles are compared as written; only blocks need the unit that validation found.
declare
    wanted_kind text := case
        when measure in ('M01', 'M02', 'M03', 'M04', 'M06', 'M07', 'M10', 'M11X') then 'registration'
        when measure in ('M08', 'M09', 'M09B', 'M19', 'M20') then 'recognition_decision'
        when measure in ('M12', 'M12S') then 'commendation_decision'
        when measure in ('M17', 'M18') then 'inspection_record' end;
    wanted_type text := coalesce(case measure when 'M02' then 'new' when 'M03' then 'maintained' when 'M04' then 'replicated' end,
        dimensions ->> 'registration_type');
    wanted_title text := coalesce(case measure when 'M08' then 'mo_hinh' when 'M09' then 'dien_hinh' when 'M09B' then 'dien_hinh'
        when 'M19' then 'nhan_rong' end, dimensions ->> 'title');
    field_keys text[];
    block_ids  bigint[];
    block_units bigint[];
    counted    bigint;
begin
    if measure = 'M14' then
        return stats.count_raw(dimensions ->> 'of', of_unit, in_tree, period, dimensions - '{of,base}'::text[], everything)
            - stats.count_raw(dimensions ->> 'of', of_unit, in_tree, dimensions ->> 'base', dimensions - '{of,base}'::text[], everything);
    end if;
    if wanted_kind is null then
        return null;
    end if;
    if dimensions ? 'field' then
        select array_agg(distinct k) || registry.name_key(dimensions ->> 'field') into field_keys
        from registry.field f cross join lateral (values (f.name_key), (registry.name_key(f.code))) keys (k)
        where f.code = dimensions ->> 'field' or f.name_key = registry.name_key(dimensions ->> 'field');
    end if;
    if dimensions ? 'block' then
        select array_agg(b::bigint) into block_ids
        from jsonb_array_elements_text(stats.members(of_unit, measure, dimensions) -> 'block') b;
        select array_agg(p.unit_id) into block_units
        from (select array_agg(distinct s.unit_id) as ids from registry.submission s where s.unit_id is not null) u
        cross join lateral stats.paths(u.ids, array_fill(period, array[coalesce(cardinality(u.ids), 0)])) p
        where p.tree = in_tree and p.blocks[array_position(p.ancestors, of_unit)] = any (block_ids);
    end if;
    with paper as (
        select s.id, v.content, v.unit_text
        from stats.submissions_of(of_unit, in_tree, period) o
        join registry.submission s on s.id = o.id
        join registry.submission_version v on v.submission_id = s.id
        where s.kind = wanted_kind and (everything or (s.state <> 'withdrawn' and v.version = s.version))
            and (block_units is null or s.unit_id = any (block_units))
            and (block_ids is null or block_units is not null)
            and (wanted_type is null or wanted_kind <> 'registration' or v.content ->> 'type' = wanted_type)
            and (field_keys is null or wanted_kind <> 'registration' or registry.name_key(v.content #>> '{model,field}') = any (field_keys))
            and (wanted_title is null or wanted_kind <> 'recognition_decision' or v.content ->> 'title' = wanted_title)
            and (not dimensions ? 'level' or v.content ->> 'level' = dimensions ->> 'level')
            and (not dimensions ? 'form' or coalesce(v.content ->> 'form', 'chua_phan_loai') = dimensions ->> 'form')
            and (not dimensions ? 'authority' or registry.name_key(v.content #>> '{decision,issuer}') like
                coalesce((select a.name_key from registry.authority a where a.code = dimensions ->> 'authority'),
                    registry.name_key(dimensions ->> 'authority')) || '%'))
    select case wanted_kind
        when 'registration' then case measure
            when 'M11X' then count(distinct p.unit_text)
            else count(*) filter (where not dimensions ? 'subject_kind' or p.content #>> '{subjects,0,kind}' = dimensions ->> 'subject_kind') end
        when 'recognition_decision' then sum(case when jsonb_typeof(p.content -> 'models') = 'array' then jsonb_array_length(p.content -> 'models') end)
        when 'commendation_decision' then sum((
            select count(*) from jsonb_array_elements(case when jsonb_typeof(p.content -> 'recipients') = 'array' then p.content -> 'recipients' else '[]' end) r
            where not dimensions ? 'subject_kind' or r ->> 'kind' = dimensions ->> 'subject_kind'))
        else case measure when 'M17' then count(*)
            else sum(case when jsonb_typeof(p.content -> 'units') = 'array' then jsonb_array_length(p.content -> 'units') end) end
        end
    into counted
    from paper p;
    return coalesce(counted, 0);
end $$;
comment on function stats.count_raw(text, bigint, text, text, jsonb, boolean) is 'Số đếm thô từ hồ sơ / What a reader of the papers would count, unchecked.';
