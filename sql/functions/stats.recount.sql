create or replace function stats.recount_sql(locality text, figure text)
returns text language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- A plain query over the canonical tables that counts one claim again, to read or to paste into psql.
-- It uses no function, view or table of the schema stats; only the claim's parameters are written into it.
-- Errors: P0002 no such claim.
declare
    claim   stats.reported_figure;
    unit_id bigint;
    in_tree text;
begin
    select * into claim from stats.reported_figure f
    where f.locality = recount_sql.locality and f.figure = recount_sql.figure and f.measure is not null;
    if not found then
        raise exception 'Không có số liệu “%” của “%” / no such figure', recount_sql.figure, recount_sql.locality using errcode = 'no_data_found';
    end if;
    unit_id := stats.unit_in(claim.unit_code, claim.period);
    in_tree := coalesce(claim.dimensions ->> 'tree', (select u.tree from registry.unit u where u.id = unit_id));
    if claim.measure = 'M14' then
        return format(E'select (\n%s\n) - (\n%s\n)',
            stats.plain_count(claim.dimensions ->> 'of', unit_id, in_tree, claim.period, claim.dimensions - '{of,base}'::text[]),
            stats.plain_count(claim.dimensions ->> 'of', unit_id, in_tree, claim.dimensions ->> 'base', claim.dimensions - '{of,base}'::text[]));
    end if;
    return stats.plain_count(claim.measure, unit_id, in_tree, claim.period, claim.dimensions);
end $$;
comment on function stats.recount_sql(text, text) is 'Câu SQL thuần đếm lại một số liệu / Plain SQL that counts one claim again.';

create or replace function stats.plain_count(measure text, of_unit bigint, in_tree text, period text, dimensions jsonb)
returns text language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The text of a plain count for one measure; see stats.recount_sql.
declare
    b       record;
    m       jsonb := stats.members(of_unit, measure, dimensions);
    days    text;
    below   text;
    filters text := '';
    years   text;
begin
    select * into b from stats.period_bounds(period);
    days := format('daterange(%L, %L, ''[]'')', b.starts_on, b.ends_on);
    years := format('between %s and %s', b.from_year, b.to_year);
    if m ? 'block' then
        below := format(E'with recursive way (unit_id, block_id) as (\n    select %s::bigint, null::bigint\n    union\n    select p.unit_id, coalesce(way.block_id, ub.block_id)\n    from way join registry.unit_parent p on p.parent_id = way.unit_id\n    left join registry.unit_block ub on ub.unit_id = p.unit_id and ub.committee_id = %s and ub.valid && %s\n    where p.tree = %L and p.valid && %s),\nbelow as (select unit_id from way where block_id in (%s))\n',
            of_unit, of_unit, days, in_tree, days, (select string_agg(x, ', ') from jsonb_array_elements_text(m -> 'block') x));
    else
        below := format(E'with recursive below (unit_id) as (\n    select %s::bigint\n    union\n    select p.unit_id from registry.unit_parent p join below on p.parent_id = below.unit_id\n    where p.tree = %L and p.valid && %s)\n',
            of_unit, in_tree, days);
    end if;
    if m ? 'field' then
        filters := filters || format(E'\n    and coalesce(%smodel.field_id, 0) in (%s)',
            case when measure in ('M08', 'M09', 'M09B', 'M19') then '' else 'r.field_id, ' end,
            (select string_agg(x, ', ') from jsonb_array_elements_text(m -> 'field') x));
    end if;
    if m ? 'level' then filters := filters || format(E'\n    and r.level = %L', m ->> 'level'); end if;
    if m ? 'form' then filters := filters || format(E'\n    and coalesce(r.form, ''chua_phan_loai'') = %L', m ->> 'form'); end if;
    if m ? 'authority' then filters := filters || format(E'\n    and coalesce(r.authority, ''chua_phan_loai'') = %L', m ->> 'authority'); end if;
    if m ? 'title' then filters := filters || format(E'\n    and r.title = %L', m ->> 'title'); end if;

    case
    when measure in ('M01', 'M02', 'M03', 'M04', 'M06', 'M07', 'M10') then
        if m ? 'subject_kind' then filters := filters || format(E'\n    and r.subject_kind = %L', m ->> 'subject_kind'); end if;
        if measure in ('M02', 'M03', 'M04') or m ? 'registration_type' then
            filters := filters || format(E'\n    and r.type = %L', coalesce(
                case measure when 'M02' then 'new' when 'M03' then 'maintained' when 'M04' then 'replicated' end, m ->> 'registration_type'));
        end if;
        return below || format(E'select count(%s)\nfrom registry.registration r join registry.model model on model.id = r.model_id\nwhere r.unit_id in (select unit_id from below) and r.withdrawn_at is null and r.year %s%s',
            case measure when 'M06' then '*' when 'M10' then 'distinct r.subject_id' else 'distinct r.model_id' end, years, filters);
    when measure = 'M04B' then
        return below || format(E'select count(distinct model.id)\nfrom registry.model model join registry.registration r on r.source_model_id = model.id\nwhere model.unit_id in (select unit_id from below) and r.type = ''replicated'' and r.withdrawn_at is null and r.year %s%s',
            years, replace(filters, 'r.field_id, ', ''));
    when measure = 'M16' then
        return below || format(E'select count(distinct model.id)\nfrom registry.model model join registry.effect_assessment r on r.model_id = model.id\nwhere model.unit_id in (select unit_id from below) and r.effective and r.year %s%s',
            years, replace(filters, 'r.field_id, ', ''));
    when measure = 'M11X' then
        return format(E'with recursive below (member, unit_id) as (\n    select p.unit_id, p.unit_id from registry.unit_parent p\n    where p.parent_id = %s and p.tree = %L and p.valid @> %L::date%s\n    union\n    select below.member, p.unit_id from registry.unit_parent p join below on p.parent_id = below.unit_id\n    where p.tree = %L and p.valid && %s)\nselect count(distinct below.member)\nfrom below join registry.registration r on r.unit_id = below.unit_id\nwhere r.withdrawn_at is null and r.year %s',
            of_unit, in_tree, b.ends_on, case when m ? 'block' then format(' and exists (select from registry.unit_block ub where ub.unit_id = p.unit_id and ub.committee_id = %s and ub.block_id in (%s) and ub.valid @> %L::date)', of_unit, (select string_agg(x, ', ') from jsonb_array_elements_text(m -> 'block') x), b.ends_on) else '' end,
            in_tree, days, years);
    when measure = 'M11Y' then
        return format(E'select count(*)\nfrom registry.unit_parent p join registry.unit u on u.id = p.unit_id\nwhere p.parent_id = %s and p.tree = %L and p.valid @> %L::date and u.valid @> %L::date%s',
            of_unit, in_tree, b.ends_on, b.ends_on, case when m ? 'block' then format(' and exists (select from registry.unit_block ub where ub.unit_id = p.unit_id and ub.committee_id = %s and ub.block_id in (%s) and ub.valid @> %L::date)', of_unit, (select string_agg(x, ', ') from jsonb_array_elements_text(m -> 'block') x), b.ends_on) else '' end);
    when measure in ('M08', 'M09', 'M09B', 'M19', 'M20') then
        return below || format(E'select count(%s)\nfrom registry.recognition r join registry.model model on model.id = r.model_id\nwhere model.unit_id in (select unit_id from below) and r.revoked_at is null and r.year %s%s%s%s',
            case measure when 'M20' then '*' else 'distinct r.model_id' end, years,
            case measure when 'M08' then E'\n    and r.title = ''mo_hinh''' when 'M19' then E'\n    and r.title = ''nhan_rong''' when 'M20' then '' else E'\n    and r.title = ''dien_hinh''' end,
            case measure
                when 'M09' then format(E'\n    and exists (select from registry.recognition m where m.model_id = r.model_id and m.level = r.level and m.title = ''mo_hinh'' and m.revoked_at is null and m.year %s)', years)
                when 'M19' then E'\n    and exists (select from registry.recognition m where m.model_id = r.model_id and m.level = r.level and m.title = ''mo_hinh'' and m.revoked_at is null)'
                else '' end, filters);
    when measure in ('M12', 'M12S') then
        if m ? 'subject_kind' then filters := filters || format(E'\n    and s.kind = %L', m ->> 'subject_kind'); end if;
        return below || format(E'select count(%s)\nfrom registry.commendation r\njoin registry.commendation_decision d on d.id = r.commendation_decision_id\njoin registry.subject s on s.id = r.subject_id\nleft join registry.period merit on merit.code = d.period\nwhere coalesce(r.unit_id, d.unit_id) in (select unit_id from below) and r.revoked_at is null and d.withdrawn_at is null\n    and case when merit.code is null then r.commended_on between %L and %L\n        else merit.first_day >= %L and merit.last_day <= %L end%s',
            case measure when 'M12' then '*' else 'distinct r.subject_id' end, b.starts_on, b.ends_on, b.starts_on, b.ends_on, filters);
    when measure in ('M17', 'M18') then
        return below || format(E'select count(distinct %s)\nfrom registry.inspection r %s join registry.inspection_unit u on u.inspection_id = r.id\nwhere r.unit_id in (select unit_id from below) and r.withdrawn_at is null and r.year %s',
            case measure when 'M17' then '(r.unit_id, r.year, r.team_key)' else '(r.unit_id, u.unit_id)' end, case measure when 'M17' then 'left' else '' end, years);
    else
        return 'select null::bigint';
    end case;
end $$;
comment on function stats.plain_count(text, bigint, text, text, jsonb) is 'Câu SQL thuần đếm một chỉ tiêu / Text of a plain count for one measure.';

create or replace function stats.recount(locality text)
returns table (figure text, recounted bigint, counted numeric, published numeric, equal boolean)
language plpgsql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- Counts every claim of a locality again with plain SQL over canonical tables, beside the refreshed figure.
-- The text of each query is stats.recount_sql(locality, figure).
declare
    claim record;
begin
    for claim in
        select f.* from stats.reported_figure f
        where f.locality = recount.locality and f.measure is not null and f.measure not in ('M05', 'M11', 'M13', 'M15')
        order by f.id
    loop
        execute stats.recount_sql(claim.locality, claim.figure) into recounted;
        figure := claim.figure;
        counted := stats.figure(claim.measure, claim.unit_code, claim.period, claim.dimensions);
        published := claim.value;
        equal := coalesce(recounted = counted and recounted = published, false);
        return next;
    end loop;
end $$;
comment on function stats.recount(text) is 'Đếm lại độc lập bằng SQL thuần / Independent recount of a locality''s claims in plain SQL.';
