-- A synthetic country, for benchmarks and for the demo's country page: the 34 provinces and 3,321 communes of today by name, places
-- (thôn, tổ dân phố) below them, and eight years of simulated models, 2018 to 2025, for which they have always been there.
--
-- Loaded by the superuser into a migrated database of its own, where it makes the schema synthetic:
--     select synthetic.lay_out(seed);                the units and campaigns, no model
--     select synthetic.grow(places, models);         places until there are so many, with their models
--     select stats.rebuild();                        counts them: canonical rows are written without triggers, nothing is logged
-- The same seed and sizes give the same country, in one step or in several; the sizes of its parts do not depend on the seed.
-- All of it is filed from the source “demo”, so every page says that it is simulated.
create schema synthetic;
create table synthetic.seed (value bigint not null);
create table synthetic.province (n integer primary key, id bigint not null unique, code text not null, communes integer not null);
create table synthetic.commune (n integer primary key, id bigint not null unique, province integer not null, type text not null);
create table synthetic.place (n integer primary key, id bigint not null unique, commune integer not null, province integer not null);
create table synthetic.field (n integer primary key, id bigint not null);
create table synthetic.campaign (province integer not null, year integer not null, id bigint not null, primary key (province, year));
-- What a province (n 0) and its communes together (n 1) decide in a year: certificates, and by the same document recognitions.
create table synthetic.decision (province integer not null, year integer not null, n integer not null, id bigint not null,
    document_id bigint not null, recognition_paper_id bigint not null, primary key (province, year, n));
-- Of 50 models of a place those from first to below "end" are registered in a year: 10 in 2018, 37 in 2025, 200 in all.
create table synthetic.year (year integer primary key, first integer not null, "end" integer not null);
insert into synthetic.year values (2018, 0, 10), (2019, 1, 16), (2020, 2, 22), (2021, 4, 29), (2022, 6, 34), (2023, 8, 39), (2024, 10, 44), (2025, 13, 50);
-- What models are called; their keys are made with them.
create table synthetic.topic (n integer primary key, name text not null, key text not null);
insert into synthetic.topic
select row_number() over () - 1, t, registry.name_key(t)
from unnest('{"Vận động hiến đất mở đường","Camera an ninh","Tổ tự quản bảo vệ môi trường","Nuôi bò sinh sản","Tiếng kẻng an ninh",
    "Thắp sáng đường quê","Hũ gạo tình thương","Ngày thứ Bảy giúp dân","Tuyến đường hoa","Tổ hòa giải cơ sở","Phân loại rác tại hộ",
    "Trồng rừng gỗ lớn","Giúp hộ nghèo xóa nhà tạm","Chuyển đổi số cộng đồng","Khuyến học, khuyến tài","Việc cưới văn minh"}'::text[]) t;

create function synthetic.lay_out(seed bigint) returns void language plpgsql
set session_replication_role = replica set search_path = pg_catalog, pg_temp as $$
-- Makes the units of the country, its provinces and communes, a campaign a province and year, and the decisions that commend.
-- Parameters: seed - what is drawn by it: fields, households, who is exemplary and commended.
-- Errors:     55000 the reference data has other provinces and communes today; 23505 it was called before.
-- Tables:     insert - registry.unit, unit_name, unit_parent, period, campaign, document, submission, commendation_decision, synthetic.
declare
    country bigint;
    today   constant date := '2025-07-01';
begin
    if exists (select from synthetic.province) then
        raise exception 'the country is laid out already' using errcode = 'unique_violation';
    end if;
    insert into synthetic.seed values (lay_out.seed);
    insert into synthetic.field
    select row_number() over (order by f.position) - 1, f.id from registry.field f where f.field_set = 'chuan_4';

    create temporary table part on commit drop as
    select u.id as model_id, u.code, u.path, n.name, n.type, n.name_key, n.type in ('tinh', 'thanh_pho_trung_uong') as is_province
    from registry.unit u join registry.unit_name n on n.unit_id = u.id and n.valid @> today
    where u.tree = 'hanh_chinh' and u.valid @> today and n.type in ('tinh', 'thanh_pho_trung_uong', 'xa', 'phuong', 'dac_khu');
    if (select (count(*) filter (where p.is_province), count(*)) is distinct from (34::bigint, 3355::bigint) from part p) then
        raise exception 'the reference data has not the 34 provinces and 3,321 communes of 1 July 2025'
            using errcode = 'object_not_in_prerequisite_state', hint = 'dvkd migrate';
    end if;
    insert into registry.unit (code, tree, path) values ('SYN', 'hanh_chinh', 'Cả nước (mô phỏng)') returning id into country;
    insert into registry.unit_name (unit_id, name, type, name_key)
    values (country, 'Cả nước (mô phỏng)', 'khac', registry.name_key('Cả nước (mô phỏng)'));
    -- In the order of their codes, so that ids and all that is drawn are the same each time.
    insert into registry.unit (code, tree, path) select 'SYN-' || p.code, 'hanh_chinh', p.path from part p order by p.is_province desc, p.code;
    insert into registry.unit_name (unit_id, name, type, name_key)
    select u.id, p.name, p.type, p.name_key from part p join registry.unit u on u.code = 'SYN-' || p.code;
    insert into synthetic.province
    select row_number() over (order by u.code), u.id, u.code, 0
    from part p join registry.unit u on u.code = 'SYN-' || p.code where p.is_province;
    insert into synthetic.commune
    select row_number() over (order by u.code), u.id, v.n, p.type
    from part p
    join registry.unit u on u.code = 'SYN-' || p.code
    join registry.unit_parent above on above.unit_id = p.model_id and above.tree = 'hanh_chinh' and above.valid @> today
    join part q on q.model_id = above.parent_id
    join synthetic.province v on v.code = 'SYN-' || q.code
    where not p.is_province;
    update synthetic.province v set communes = (select count(*) from synthetic.commune c where c.province = v.n);
    insert into registry.unit_parent (unit_id, tree, parent_id)
    select v.id, 'hanh_chinh', country from synthetic.province v
    union all
    select c.id, 'hanh_chinh', v.id from synthetic.commune c join synthetic.province v on v.n = c.province;

    perform registry.ensure_period(y.year::text) from synthetic.year y order by y.year;
    insert into registry.campaign (code, name, unit_id, period, field_set, rule_set, tree)
    select v.code || '-' || y.year, format('Phong trào thi đua “Dân vận khéo” năm %s (mô phỏng)', y.year), v.id, y.year::text, 'chuan_4',
        (select max(r.rule_set) from registry.rule r), 'hanh_chinh'
    from synthetic.province v cross join synthetic.year y order by v.n, y.year;
    insert into synthetic.campaign
    select v.n, y.year, c.id
    from synthetic.province v cross join synthetic.year y join registry.campaign c on c.code = v.code || '-' || y.year;
    insert into registry.document (symbol, issued_on)
    select format('%s/QĐ-MP-%s-%s', 1 + d, v.code, y.year), make_date(y.year, 11, 20)
    from synthetic.province v cross join synthetic.year y cross join generate_series(0, 1) d order by v.n, y.year, d;
    insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, state, rule_set, decided_at)
    select 'demo', format('%s %s', k, x.symbol), k, c.id, '', v.id, x.issued_on, c.year, 'valid', 2, x.issued_on
    from synthetic.campaign c
    join synthetic.province v on v.n = c.province
    cross join generate_series(0, 1) d
    join registry.document x on x.symbol = format('%s/QĐ-MP-%s-%s', 1 + d, v.code, c.year)
    cross join unnest('{recognition_decision,commendation_decision}'::text[]) k
    order by c.province, c.year, d, k;
    insert into registry.commendation_decision (submission_id, campaign_id, unit_id, document_id, level, form, authority, movement, period)
    select s.id, s.campaign_id, s.unit_id, x.id, (array['TINH', 'XA'])[1 + d], (array['bang_khen', 'giay_khen'])[1 + d],
        (array['UBND_TINH', 'UBND_XA'])[1 + d], 'Dân vận khéo', s.year::text
    from synthetic.campaign c
    join synthetic.province v on v.n = c.province
    cross join generate_series(0, 1) d
    join registry.document x on x.symbol = format('%s/QĐ-MP-%s-%s', 1 + d, v.code, c.year)
    join registry.submission s on s.source = 'demo' and s.key = 'commendation_decision ' || x.symbol
    order by c.province, c.year, d;
    insert into synthetic.decision
    select c.province, c.year, (m.level = 'XA')::integer, m.id, m.document_id, s.id
    from synthetic.campaign c
    join registry.commendation_decision m on m.campaign_id = c.id
    join registry.document x on x.id = m.document_id
    join registry.submission s on s.source = 'demo' and s.key = 'recognition_decision ' || x.symbol;
    drop table part;
end $$;

create function synthetic.grow(places integer, models integer default 50) returns bigint language plpgsql
set session_replication_role = replica set synchronous_commit = off set search_path = pg_catalog, pg_temp as $$
-- Adds places, each with its models, until there are so many: all over the country, each commune one before any has a second one.
-- Parameters: places - 0 or more, all there will be; models - of each place added, 2..50.  With 50 a place has exactly 200
--             registrations, with fewer about four for each model.
-- Returns:    all registrations of the country.
-- Errors:     22023 out of range, or fewer places than there are; 55000 before synthetic.lay_out.
-- Tables:     insert - registry.unit, unit_name, unit_parent, submission, finding, subject, model, registration, recognition,
--             achievement, commendation, synthetic.place.
-- A place has one field (one of 25 has none) and subjects with two models each, in half of the places every second one an
-- individual or, in a quarter of these, a household; models that are registered year after year.  In a third of the places three of
-- ten models are replicated ones, in half of them two of five are recognised in their first year, half of these commended in every
-- fourth place.  Every 25th paper waits for a supplement, every 20th registration has a warning.
declare
    seed  bigint := (select s.value from synthetic.seed s);
    there integer := (select count(*) from synthetic.place);
    base  constant bigint := 10000000;
begin
    if seed is null then
        raise exception 'there is no country to grow' using errcode = 'object_not_in_prerequisite_state', hint = 'select synthetic.lay_out(1)';
    end if;
    if grow.places is null or grow.places < there or grow.models is null or grow.models not between 2 and 50 then
        raise exception 'places must be % or more and models 2..50, not % and %', there, grow.places, grow.models
            using errcode = 'invalid_parameter_value';
    end if;

    create temporary table added on commit drop as
    select g.n, c.n as commune, c.id as commune_id, c.province, 1 + (g.n - 1) / 3321 as number, c.type = 'phuong' as is_ward,
        f.id as field_id, (d.persons & 1) = 0 as has_persons, (d.persons & 6) = 0 as has_households, (d.exemplary & 3) = 0 as has_exemplary, (d.commended & 3) = 0 as is_commended,
        (d.recognised & 1) = 0 as is_recognised, (d.replicated & 1023) % 3 = 0 as has_replicated, case d.recognised & 6 when 0 then 'TINH' else 'XA' end as level,
        (d.early & 1023) % 50 as early
    from generate_series(there + 1, grow.places) g (n)
    join synthetic.commune c on c.n = 1 + (g.n - 1) * 2053 % 3321
    cross join lateral (
        select (hashint8extended(g.n * 8, seed) & 1048575) as field, hashint8extended(g.n * 8 + 1, seed) as persons,
            hashint8extended(g.n * 8 + 2, seed) as exemplary, hashint8extended(g.n * 8 + 3, seed) as commended,
            hashint8extended(g.n * 8 + 4, seed) as early,
            hashint8extended(g.n * 8 + 5, seed) as recognised, hashint8extended(g.n * 8 + 6, seed) as replicated) d
    left join synthetic.field f on f.n = case when d.field % 25 < 24 then d.field % 4 end;
    insert into registry.unit (code, tree, path)
    select format('SYN-O%s', a.n), 'hanh_chinh', format('%s %s, %s', case when a.is_ward then 'Tổ dân phố' else 'Thôn' end, a.number, u.path)
    from added a join registry.unit u on u.id = a.commune_id order by a.n;
    insert into synthetic.place select a.n, u.id, a.commune, a.province from added a join registry.unit u on u.code = format('SYN-O%s', a.n);
    insert into registry.unit_name (unit_id, name, type, name_key)
    select p.id, x.name, 'thon_to', lower(x.name)
    from added a join synthetic.place p using (n)
    cross join lateral (select format('%s %s', case when a.is_ward then 'Tổ dân phố' else 'Thôn' end, a.number) as name) x;
    insert into registry.unit_parent (unit_id, tree, parent_id)
    select p.id, 'hanh_chinh', a.commune_id from added a join synthetic.place p using (n);

    -- The models of a place are numbered by i in the order of their first years; a smaller place has the same share of each year.
    create temporary table made on commit drop as
    select base + (a.n - 1) * 64 + i as id, base + (a.n - 1) * 32 + i / 2 as subject_id, i,
        (hashint8extended(base + (a.n - 1) * 64 + i, seed) & 268435455)::integer as draw, p.id as unit_id, a.province, a.field_id,
        case when not a.has_persons or i / 2 % 2 > 0 then 'collective' when a.has_households then 'household' else 'individual' end as kind,
        min(y.year) as first_year, max(y.year) as last_year, a.has_exemplary, a.is_commended, a.is_recognised,
        a.has_replicated, a.level
    from added a join synthetic.place p using (n)
    cross join generate_series(0, grow.models - 1) i
    join synthetic.year y on i >= (y.first * grow.models + a.early) / 50 and i < (y."end" * grow.models + a.early) / 50
    group by a.n, i, p.id, a.province, a.field_id, a.has_persons, a.has_households, a.has_exemplary, a.is_commended, a.is_recognised, a.has_replicated, a.level;
    insert into registry.subject (id, kind, name, name_key, unit_id, first_turn) overriding system value
    select m.subject_id, m.kind, x.name || m.i / 2, lower(x.name) || m.i / 2, m.unit_id, m.subject_id
    from made m
    cross join lateral (select case m.kind when 'collective' then 'Tập thể mô phỏng ' when 'individual' then 'Cá nhân mô phỏng ' else 'Hộ mô phỏng ' end as name) x
    where m.i % 2 = 0;
    insert into registry.model (id, code, name, name_key, unit_id, field_id, first_year, submission_id) overriding system value
    select m.id, 'SYN' || m.id, t.name || ' ' || m.i + 1, t.key || ' ' || m.i + 1, m.unit_id, m.field_id, m.first_year,
        base + (m.id - base) * 8 + m.first_year - 2018
    from made m join synthetic.topic t on t.n = m.draw & 15;

    create temporary table listed on commit drop as
    select base + (m.id - base) * 8 + y.year - 2018 as paper_id, m.id as model_id, c.id as campaign_id, m.unit_id, y.year,
        case when y.year > m.first_year then 'maintained' when m.has_replicated and (m.draw >> 4) % 10 < 3 then 'replicated' else 'new' end as type,
        m.field_id, m.subject_id, m.kind, make_date(y.year, 1 + (m.draw >> 8) % 12, 1 + (m.draw >> 12) % 28) as day
    from made m
    join synthetic.year y on y.year between m.first_year and m.last_year
    join synthetic.campaign c on c.province = m.province and c.year = y.year;
    insert into registry.submission (id, source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, state, rule_set, decided_at, turn)
        overriding system value
    select l.paper_id, 'demo', l.paper_id::text, 'registration', l.campaign_id, '', l.unit_id, l.day, l.year, 'valid', 2, l.day, l.paper_id from listed l
    union all
    -- Papers without a model have the number of the 64th, which no place has.
    select x.n, 'demo', x.n::text, 'registration', c.id, '', p.id, make_date(y.year, 6, 1), y.year, 'needs_supplement', 2, make_date(y.year, 6, 2), x.n
    from added a join synthetic.place p using (n)
    cross join synthetic.year y
    join synthetic.campaign c on c.province = a.province and c.year = y.year
    cross join lateral (select base + ((a.n - 1) * 64 + 63) * 8 + y.year - 2018 as n) x
    where (a.n + y.year) % 50 < grow.models;
    insert into registry.finding (submission_id, version, rule_set, code, path, severity, message)
    select l.paper_id, 1, 2, r.code, '/x', 'C', 'Cần xem lại (mô phỏng)'
    from listed l
    cross join lateral (select (hashint8extended(l.paper_id, seed) & 1048575) as draw) d
    join (select r.code, row_number() over (order by r.code) - 1 as n from registry.rule r where r.rule_set = 2 and r.severity = 'C' and r.code like 'DK-%') r
        on r.n = d.draw / 20 % 5
    where d.draw % 20 = 0;
    insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, subject_id, subject_kind, registered_on)
    select l.paper_id, l.model_id, l.campaign_id, l.unit_id, l.year, l.type, l.field_id, l.subject_id, l.kind, l.day from listed l;
    insert into registry.recognition (submission_id, model_id, unit_id, campaign_id, level, year, title, document_id, recognised_on)
    select d.recognition_paper_id, m.id, m.unit_id, c.id, m.level, c.year, t.title, d.document_id, make_date(c.year, 11, 20)
    from made m
    join synthetic.campaign c on c.province = m.province and c.year = m.first_year
    join synthetic.decision d on d.province = c.province and d.year = c.year and d.n = (m.level = 'XA')::integer
    join (values ('mo_hinh'), ('dien_hinh')) t (title) on t.title = 'mo_hinh' or m.has_exemplary and (m.draw >> 20) % 4 = 0
    where m.is_recognised and (m.draw >> 16) % 5 < 2;

    -- Half of the recognised models of some places are commended in its first year, through their subjects.
    insert into registry.achievement (id, subject_id, movement, period, model_id) overriding system value
    select m.id, m.subject_id, 'Dân vận khéo', m.first_year::text, m.id from made m where m.is_recognised and m.is_commended and (m.draw >> 16) % 5 = 0;
    insert into registry.commendation (commendation_decision_id, subject_id, achievement_id, document_id, unit_id, level, form, authority,
        subject_name, list_position, commended_on)
    select d.id, m.subject_id, m.id, d.document_id, m.unit_id, v.level, v.form, v.authority, s.name, m.id - base + 1, make_date(d.year, 11, 20)
    from made m
    join registry.subject s on s.id = m.subject_id
    join synthetic.decision d on d.province = m.province and d.year = m.first_year and d.n = (m.draw >> 24) % 2
    join registry.commendation_decision v on v.id = d.id
    where m.is_recognised and m.is_commended and (m.draw >> 16) % 5 = 0;
    perform setval(pg_get_serial_sequence(x.name, 'id'), greatest(x.last, base))
    from (values ('registry.subject', (select max(id) from registry.subject)), ('registry.model', (select max(id) from registry.model)),
        ('registry.submission', (select max(id) from registry.submission)), ('registry.achievement', (select max(id) from registry.achievement))) x (name, last);
    drop table added, made, listed;
    return (select count(*) from registry.registration r join synthetic.place p on p.id = r.unit_id);
end $$;

create function synthetic.change(registrations integer) returns void language plpgsql
set search_path = pg_catalog, pg_temp as $$
-- Changes registrations of 2023 anywhere in the country, two of each place drawn, as corrections do, and logs them for the next
-- refresh; so many places and figures are concerned whatever the size of the country.  Not by the seed: two calls draw others.
-- Parameters: registrations - 1 or more.
-- Tables:     update - registry.registration; insert - stats.change.
declare
    units bigint[];
begin
    with drawn as materialized (
        select p.id
        from (select distinct 1 + floor(random() * c.places)::int as n
              from (select count(*) as places from synthetic.place) c cross join generate_series(1, registrations * 2)) d
        join synthetic.place p using (n)
        order by random() limit (registrations + 1) / 2),
    chosen as (
        select r.id
        from drawn d
        cross join lateral (select o.id from registry.registration o where o.unit_id = d.id and o.year = 2023 limit 2) r
        limit registrations),
    changed as (
        update registry.registration r set type = case type when 'new' then 'maintained' else 'new' end
        from chosen c where r.id = c.id
        returning r.unit_id)
    select array_agg(c.unit_id) into units from changed c;
    perform stats.touch(units, array[2023]);
end $$;
