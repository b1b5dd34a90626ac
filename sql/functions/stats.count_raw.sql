create or replace function stats.count_raw(claims jsonb)
returns table (id bigint, submitted bigint, naive bigint) language sql stable security definer
set search_path = stats, pg_temp set jit = off set work_mem = '32MB' as $$
-- What a reader of the submitted papers would count for claims, without checking or deduplicating anything.
-- Parameters: claims - [{"id", "measure", "unit_id", "tree", "period", "dimensions", "sign": 1 or -1}, …]; claims of one id add up.
-- Returns:    submitted - every version ever sent, withdrawn ones included; naive - the latest version of what is not withdrawn;
--             no row where papers cannot tell (y of x/y, rates).
-- Fields, types, kinds, levels and titles are compared as written; only blocks need the unit that validation found.
    with claim as materialized (
        select (c ->> 'id')::bigint as id, c ->> 'measure' as measure, (c ->> 'unit_id')::bigint as unit_id, c ->> 'tree' as tree,
            c ->> 'period' as period, c -> 'dimensions' as d, (c ->> 'sign')::integer as sign,
            case when c ->> 'measure' in ('M01', 'M02', 'M03', 'M04', 'M06', 'M07', 'M10', 'M11X') then 'registration'
                when c ->> 'measure' in ('M08', 'M09', 'M09B', 'M19', 'M20') then 'recognition_decision'
                when c ->> 'measure' in ('M12', 'M12S') then 'commendation_decision'
                when c ->> 'measure' in ('M17', 'M18') then 'inspection_record' end as kind,
            coalesce(case c ->> 'measure' when 'M02' then 'new' when 'M03' then 'maintained' when 'M04' then 'replicated' end,
                c #>> '{dimensions,registration_type}') as type,
            coalesce(case c ->> 'measure' when 'M08' then 'mo_hinh' when 'M09' then 'dien_hinh' when 'M09B' then 'dien_hinh'
                when 'M19' then 'nhan_rong' end, c #>> '{dimensions,title}') as title,
            registry.name_key(c #>> '{dimensions,field}') as field_key,
            coalesce((select a.name_key from registry.authority a where a.code = c #>> '{dimensions,authority}'),
                registry.name_key(c #>> '{dimensions,authority}')) as issuer_key,
            case when c -> 'dimensions' ? 'block' then (
                select array_agg(b.id) from registry.block b
                where b.committee_id = (c ->> 'unit_id')::bigint
                    and (b.code = c #>> '{dimensions,block}' or b.name_key = registry.name_key(c #>> '{dimensions,block}'))) end as blocks
        from jsonb_array_elements(claims) c),
    paper as materialized (
        select g.unit_id as of_unit, g.tree, g.period, g.kind, s.state <> 'withdrawn' and v.version = s.version as latest,
            s.unit_id, v.unit_text, v.content ->> 'type' as type, v.content #>> '{model,field}' as field,
            v.content #>> '{subjects,0,kind}' as subject_kind, v.content ->> 'level' as level, v.content ->> 'title' as title,
            coalesce(v.content ->> 'form', 'chua_phan_loai') as form, v.content #>> '{decision,issuer}' as issuer,
            case when g.kind = 'commendation_decision' and jsonb_typeof(v.content -> 'recipients') = 'array'
                then v.content -> 'recipients' else '[]' end as recipients,
            case g.kind when 'recognition_decision' then case when jsonb_typeof(v.content -> 'models') = 'array' then jsonb_array_length(v.content -> 'models') end
                when 'inspection_record' then case when jsonb_typeof(v.content -> 'units') = 'array' then jsonb_array_length(v.content -> 'units') end
                end as listed
        from (select distinct c.unit_id, c.tree, c.period, c.kind from claim c where c.kind is not null) g
        cross join lateral stats.submissions_of(g.unit_id, g.tree, g.period) o
        join registry.submission s on s.id = o.id
        join registry.submission_version v on v.submission_id = s.id
        where o.kind = g.kind),
    field_key as materialized (
        select f.field, registry.name_key(f.field) as key from (select distinct p.field from paper p where p.field is not null) f),
    issuer_key as materialized (
        select i.issuer, registry.name_key(i.issuer) as key from (select distinct p.issuer from paper p where p.issuer is not null) i),
    placed as materialized (
        select u.of_unit, u.period, w.unit_id, w.blocks[array_position(w.ancestors, u.of_unit)] as block_id
        from (
            select c.unit_id as of_unit, c.tree, c.period, array_agg(distinct p.unit_id) as ids
            from claim c join paper p on (p.of_unit, p.tree, p.period, p.kind) = (c.unit_id, c.tree, c.period, c.kind)
            where c.blocks is not null and p.unit_id is not null
            group by 1, 2, 3) u
        cross join lateral stats.paths(u.ids, array_fill(u.period, array[cardinality(u.ids)])) w
        where w.tree = u.tree and u.of_unit = any (w.ancestors)),
    matching as (
        select c.id, c.sign, c.measure, p.latest, p.unit_text,
            case p.kind
                when 'recognition_decision' then coalesce(p.listed, 0)
                when 'inspection_record' then case c.measure when 'M17' then 1 else coalesce(p.listed, 0) end
                when 'commendation_decision' then (
                    select count(*) from jsonb_array_elements(p.recipients) r
                    where not c.d ? 'subject_kind' or r ->> 'kind' = c.d ->> 'subject_kind')
                else case when not c.d ? 'subject_kind' or p.subject_kind = c.d ->> 'subject_kind' then 1 else 0 end
                end as n
        from claim c
        join paper p on (p.of_unit, p.tree, p.period, p.kind) = (c.unit_id, c.tree, c.period, c.kind)
        left join field_key f on f.field = p.field
        left join issuer_key i on i.issuer = p.issuer
        where (c.type is null or p.kind <> 'registration' or p.type = c.type)
            and (c.field_key is null or p.kind <> 'registration' or f.key = c.field_key)
            and (c.title is null or p.kind <> 'recognition_decision' or p.title = c.title)
            and (not c.d ? 'level' or p.level = c.d ->> 'level')
            and (not c.d ? 'form' or p.form = c.d ->> 'form')
            and (c.issuer_key is null or i.key = c.issuer_key or starts_with(i.key, c.issuer_key || ' '))
            and (c.blocks is null or exists (select from placed w
                where (w.of_unit, w.period, w.unit_id) = (c.unit_id, c.period, p.unit_id) and w.block_id = any (c.blocks)))),
    part as (
        select m.id, m.sign * case m.measure when 'M11X' then count(distinct m.unit_text) else sum(m.n) end as submitted,
            m.sign * case m.measure when 'M11X' then count(distinct m.unit_text) filter (where m.latest)
                else coalesce(sum(m.n) filter (where m.latest), 0) end as naive
        from matching m
        group by m.id, m.sign, m.measure)
    select c.id, coalesce(sum(p.submitted), 0)::bigint, coalesce(sum(p.naive), 0)::bigint
    from (select distinct c.id from claim c where c.kind is not null) c left join part p using (id)
    group by c.id
$$;
comment on function stats.count_raw(jsonb) is 'Số đếm thô từ hồ sơ / What a reader of the papers would count, unchecked.';
