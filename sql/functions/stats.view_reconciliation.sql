create or replace view stats.reconciliation as
    select r.locality, r.figure, r.submitted, r.naive, r.counted, r.published, r.equal, r.inferred, r.reading, r.unit,
        r.measure, r.period, r.dimensions, r.problem, r.position_in_print
    from stats.reconcile() r;
comment on view stats.reconciliation is 'Đối chiếu: đã nộp, đếm thô, đếm được, công bố / Reconciliation of claims with counts';
comment on column stats.reconciliation.locality is 'Địa phương / Locality';
comment on column stats.reconciliation.figure is 'Tên số liệu / Figure';
comment on column stats.reconciliation.submitted is 'Đã nộp (mọi phiên bản) / Sent, all versions';
comment on column stats.reconciliation.naive is 'Đếm thô / What an unchecked count of the papers gives';
comment on column stats.reconciliation.counted is 'Đếm được / Counted from canonical rows';
comment on column stats.reconciliation.published is 'Công bố / Stated in the source';
comment on column stats.reconciliation.equal is 'Bằng nhau / Whether counted equals published';
comment on column stats.reconciliation.inferred is 'Suy ra / Follows from stated figures';
comment on column stats.reconciliation.reading is 'Cách hiểu / Reading taken';
comment on column stats.reconciliation.unit is 'Mã đơn vị / Unit code';
comment on column stats.reconciliation.measure is 'Chỉ tiêu / Measure';
comment on column stats.reconciliation.period is 'Kỳ / Period';
comment on column stats.reconciliation.dimensions is 'Chiều / Dimensions';
comment on column stats.reconciliation.problem is 'Lý do không đếm được / Why it could not be counted';
comment on column stats.reconciliation.position_in_print is 'Thứ tự in / Order of print';

create or replace function stats.figures_json(only_locality text default null)
returns jsonb language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The reconciliation as data: [{"locality", "figure", "published", "counted", "inferred"?, "reading"?}, …], whole numbers.
    select coalesce(jsonb_agg(
        jsonb_build_object('locality', r.locality, 'figure', r.figure, 'published', trim_scale(r.published), 'counted', trim_scale(r.counted))
        || case when r.inferred then '{"inferred": true}' else '{}'::jsonb end
        || case when r.reading is null then '{}' else jsonb_build_object('reading', r.reading) end
        order by r.position_in_print), '[]')
    from stats.reconcile(only_locality) r
$$;
comment on function stats.figures_json(text) is 'Số liệu đối chiếu dạng JSON / The reconciliation as JSON.';
