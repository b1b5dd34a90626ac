-- Counts the main figures again from the dossiers themselves: no function, no view and no table of the statistics is used.
with filed as (
    select c.code as campaign, s.kind, s.unit_text, v.content
    from registry.submission s
    join registry.campaign c on c.id = s.campaign_id
    join registry.submission_version v on v.submission_id = s.id and v.version = s.version
    where s.state = 'valid'
), listed as (
    select f.campaign, f.content ->> 'title' as title, f.content ->> 'level' as level, m.value ->> 'unit' as unit, m.value ->> 'name' as name
    from filed f cross join lateral jsonb_array_elements(f.content -> 'models') m
    where f.kind = 'recognition_decision'
), commended as (
    select f.content #>> '{decision,issuer}' as issuer, r.value ->> 'kind' as kind
    from filed f cross join lateral jsonb_array_elements(f.content -> 'recipients') r
    where f.kind = 'commendation_decision' and f.campaign like 'CD-%'
), recount (figure, counted, published) as (
    select 'bac-kan-city models', count(*), 127 from filed where campaign = 'BK-2021' and kind = 'registration'
    union all select 'bac-kan-city new', count(*), 37 from filed where campaign = 'BK-2021' and kind = 'registration' and content ->> 'type' = 'new'
    union all select 'bac-kan-city units_with_models.x', count(distinct unit_text), 30 from filed where campaign = 'BK-2021' and kind = 'registration'
    union all select 'provincial-agencies recognised', count(distinct (unit, name)), 112 from listed where campaign like 'CQ-%'
    union all select 'ben-tre chosen for replication', count(distinct (unit, name)), 4 from listed where campaign = 'BT-2025' and title = 'nhan_rong'
    union all select 'hoa-binh models', count(*), 4648 from filed where campaign = 'HB-2020' and kind = 'registration'
    union all select 'hoa-binh base_2019', count(*), 1203 from filed where campaign = 'HB-2019' and kind = 'registration'
    union all select 'hoa-binh replicated', count(*), 646 from filed where campaign = 'HB-2020' and kind = 'registration' and content ->> 'type' = 'replicated'
    union all select 'cho-don registered', count(*), 808 from filed where campaign in ('CD-2018', 'CD-2019', 'CD-2020') and kind = 'registration'
    union all select 'cho-don recognised_at_district', count(distinct (unit, name)), 179 from listed where campaign like 'CD-%' and title = 'mo_hinh' and level = 'HUYEN'
    union all select 'cho-don exemplary', count(distinct (unit, name)), 47 from listed where campaign like 'CD-%' and title = 'dien_hinh'
    union all select 'cho-don commended: UBND huyện, individuals', count(*), 9 from commended where issuer = 'UBND huyện' and kind = 'individual'
    union all select 'cho-don subjects of 2021', count(distinct content #>> '{subjects,0,name}'), 372 from filed where campaign = 'CD-2021' and kind = 'registration'
)
select figure, counted, published, case when counted = published then 'yes' else 'no' end as equal from recount;
