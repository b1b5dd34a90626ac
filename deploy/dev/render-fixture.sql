-- Figures for pages to look at: the country over the provinces of 2024, models in the communes of two of them in 2023 and 2024,
-- recognitions, commendations' claims, warnings, and names that try to break out of a page or a spreadsheet.
\set ON_ERROR_STOP on
\o /dev/null
set client_min_messages = warning;
begin;
select setseed(0.5);
select registry.define_unit('VN', 'Cả nước', 'tinh', 'hanh_chinh', null) as country \gset
insert into registry.unit_parent (unit_id, tree, parent_id, valid)
select u.id, u.tree, :country, u.valid
from registry.unit u join registry.unit_name n on n.unit_id = u.id and n.valid @> '2024-12-31'::date
where u.tree = 'hanh_chinh' and u.valid @> '2024-12-31'::date and n.type in ('tinh', 'thanh_pho_trung_uong') and u.id <> :country;
select registry.define_campaign('RENDER-' || y, 'Đợt ' || y, 'VN', y::text, 'chuan_4', 'hanh_chinh') from generate_series(2020, 2024) y;

create temporary table given on commit drop as
select row_number() over (order by c.id, i) as n, c.id as unit_id, y as year, i
from registry.unit p
join registry.unit_parent d on d.parent_id = p.id and d.tree = 'hanh_chinh' and d.valid @> '2024-06-01'::date
join registry.unit_parent x on x.parent_id = d.unit_id and x.tree = 'hanh_chinh' and x.valid @> '2024-06-01'::date
join registry.unit c on c.id = x.unit_id
cross join generate_series(2020, 2024) y
cross join lateral generate_series(1, (c.id * 7 + y) % 6) i
where p.code in ('06', '83') and p.valid @> '2024-06-01'::date and (y <> 2021 or p.code = '83');
insert into registry.submission (source, key, kind, campaign_id, unit_text, unit_id, filed_on, year, model_key, state, rule_set, decided_at)
select 'demo', 'render-' || n, 'registration', (select id from registry.campaign where code = 'RENDER-' || year), 'x', unit_id,
    make_date(year, 1 + (n % 9)::int, 4), year, 'render ' || n,
    case when n % 23 = 0 then 'needs_supplement' else 'valid' end, 2, now()
from given;
insert into registry.finding (submission_id, version, rule_set, code, path, severity, message)
select s.id, 1, 2, r.code, '/x', 'C', replace(r.message, '{', '(')
from registry.submission s
join (
    select r.code, r.message, row_number() over (order by r.code) - 1 as n from registry.rule r where r.rule_set = 2 and r.severity = 'C'
) r on r.n = s.id % 5
where s.source = 'demo' and s.id % 9 = 0;
insert into registry.model (code, name, name_key, unit_id, field_id, first_year, submission_id)
select 'R' || g.n, 'Mô hình ' || g.n, 'mo hinh ' || g.n, g.unit_id,
    (select f.id from registry.field f where f.field_set = 'chuan_4' order by (f.position + g.n) % 4 + (g.n % 3) limit 1), g.year, s.id
from given g join registry.submission s on s.key = 'render-' || g.n where s.state = 'valid';
insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, subject_kind, registered_on)
select m.submission_id, m.id, s.campaign_id, m.unit_id, s.year, (array['new', 'maintained', 'maintained', 'replicated'])[1 + m.id % 4],
    case when m.id % 17 > 0 then m.field_id end, (array['collective', 'collective', 'individual', 'household'])[1 + m.id % 4], s.filed_on
from registry.model m join registry.submission s on s.id = m.submission_id where s.source = 'demo';
insert into registry.document (symbol) values ('render-1/QĐ') returning id as document \gset
insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, document_id)
select m.submission_id, m.id, s.campaign_id, (array['XA', 'HUYEN', 'TINH'])[1 + m.id % 3], s.year, t.title, :document
from registry.model m join registry.submission s on s.id = m.submission_id
cross join lateral (values ('mo_hinh', 5), ('dien_hinh', 35)) t (title, every)
where s.source = 'demo' and m.id % t.every = 0;
select stats.report_figure('render', 'models ' || u || p, 'M07', u, p, '{}', v, 'trích', 'nguồn', r)
from (values ('VN', '2024', 1300, null), ('06', '2024', 270, '<script>alert(1)</script><img src=x onerror="alert(2)">'),
    ('06', '2023', 12345, '=HYPERLINK("x")')) x (u, p, v, r);
select stats.report_figure('render', 'field 06', 'M07', '06', '2024', '{"field": "kinh_te"}', 81.5, 'trích', 'nguồn', '-1+2');
commit;
select stats.rebuild();
select stats.close_period('83', '2022', 'Chốt số liệu năm 2022 sau khi các xã, phường, thị trấn đối chiếu xong');
with late as (
    update registry.registration r set withdrawn_at = now()
    where r.id in (
        select x.id from registry.registration x join stats.path w on w.unit_id = x.unit_id and w.period = '2022'
        where x.year = 2022 and w.ancestors @> (select array_agg(u.id) from registry.unit u where u.code = '83' and u.valid @> '2022-12-31'::date)
        order by x.id limit 3)
    returning r.unit_id)
select stats.touch(array_agg(l.unit_id), array[2022]) from late l;
select stats.correct_period('83', '2022', 'Rút ba hồ sơ đăng ký trùng <b>theo kết luận</b> của đoàn kiểm tra; "bản cũ" vẫn được giữ');
select stats.close_period('VN', '2023', 'chốt'), stats.close_period('VN', '2023-H1', 'chốt'), stats.close_period('83', '2017-2020', 'chốt');
