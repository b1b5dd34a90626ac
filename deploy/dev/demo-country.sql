-- A synthetic country for one report page: the provinces and communes of the reference data, simulated models in them.
--
-- Run by the superuser on a migrated database of its own.  Canonical rows are written in bulk and counted by one rebuild; nothing
-- here is random, so every run gives the same figures.  Old communes have a model of 2024, those since 1 July 2025 of 2025 and 2026;
-- half of the models of 2025 are registered again in 2026.
begin;
select registry.define_unit('VN', 'Cả nước', 'khac', 'hanh_chinh', null);
select registry.define_campaign('CN-' || y, 'Phong trào thi đua “Dân vận khéo” năm ' || y || ' (mô phỏng)', 'VN', y::text, 'chuan_4', 'hanh_chinh')
from generate_series(2024, 2026) y;

-- Neither triggers nor the dirty log: the rebuild counts everything.
set local session_replication_role = replica;
insert into registry.unit_parent (unit_id, tree, parent_id, valid)
select u.id, 'hanh_chinh', (select x.id from registry.unit x where x.code = 'VN'), u.valid
from registry.unit u join registry.unit_name n on n.unit_id = u.id
where n.type in ('tinh', 'thanh_pho_trung_uong') and u.tree = 'hanh_chinh';

create temporary table made as
select row_number() over () as n, u.id as unit_id, y.year, k, abs(hashint8(u.id * 100 + y.year * 10 + k)) as draw, f.id as field_id
from registry.unit u join registry.unit_name c on c.unit_id = u.id and c.type in ('xa', 'phuong', 'thi_tran', 'dac_khu')
join (values (2024, date '2024-03-01'), (2025, '2025-08-01'), (2026, '2026-03-01')) y (year, day) on u.valid @> y.day
cross join lateral generate_series(1, case when y.year < 2025 then 1 else 2 + abs(hashint8(u.id + y.year)) % 5 end) k
cross join lateral (select f.id from registry.field f where f.field_set = 'chuan_4' order by hashint8(u.id * 10 + k) # hashint8(f.id) limit 1) f
where u.tree = 'hanh_chinh';
-- What is registered again is half of what the commune registered newly the year before.
create temporary table listed as
select row_number() over () as turn, x.*, make_date(x.year, case x.year when 2025 then 8 else 3 end, 1 + x.draw % 28) as day
from (select m.n, m.unit_id, m.year, m.draw, m.field_id,
          case when m.draw % 11 = 0 then 'replicated' else 'new' end as type from made m
      union all
      select m.n, m.unit_id, m.year + 1, m.draw, m.field_id, 'maintained' from made m where m.year = 2025 and m.k % 2 = 0) x;

with filed as (
    insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, state, rule_set, decided_at)
    select 'demo', l.turn::text, 'registration', c.id, 'VN', l.unit_id, l.day, l.year, 'valid', 2, now()
    from listed l join registry.campaign c on c.code = 'CN-' || l.year returning id, key::bigint as turn, campaign_id),
modelled as (
    insert into registry.model (code, name, name_key, unit_id, field_id, first_year, submission_id)
    select 'VN' || l.n, 'Mô hình mô phỏng ' || l.n, 'mô hình mô phỏng ' || l.n, l.unit_id, l.field_id, l.year, f.id
    from listed l join filed f using (turn) where l.type <> 'maintained' returning id, substr(code, 3)::bigint as n),
named as (
    insert into registry.subject (kind, name, name_key, unit_id, first_turn)
    select case when m.draw % 10 < 7 then 'collective' when m.draw % 10 < 9 then 'individual' else 'household' end,
        'Chủ thể mô phỏng ' || m.n, 'chủ thể mô phỏng ' || m.n, m.unit_id, m.n
    from made m returning id, kind, first_turn as n)
insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, subject_id, subject_kind, registered_on)
select f.id, m.id, f.campaign_id, l.unit_id, l.year, l.type, l.field_id, b.id, b.kind, l.day
from listed l join filed f using (turn) join modelled m using (n) join named b using (n);

insert into registry.document (symbol) values ('Quyết định mô phỏng');
insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, document_id, recognised_on)
select r.submission_id, r.model_id, r.campaign_id, (array['XA', 'XA', 'XA', 'TINH'])[1 + r.id % 4], r.year, 'mo_hinh',
    (select max(d.id) from registry.document d), make_date(r.year, 11, 15)
from registry.registration r where r.id % 5 = 0;
commit;

analyze;
select stats.rebuild();
select stats.close_period('VN', '2025', 'Chốt số liệu năm 2025 (mô phỏng)');
