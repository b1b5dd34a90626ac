import Postgres

/// Eighty units in three trees and a random life of theirs, written as canonical rows; for tests of the statistics.
///
/// Units 1…40 hang in the administration (1 over 2…6 over the rest), 41…80 in the Party (41 over 42…45 over the rest; 42
/// has three blocks), 60…70 in the Front as well. `history.u(n)` is the id of unit n, its code is `Un`.
public enum StatsHistory {
  /// A migrated database with the units and the functions of the schema `history`.
  public static func database() throws -> TestDatabase {
    let database = try TestDatabase.migrated()
    try database.connect().script(setUp + step + reform + "; select stats.rebuild()")
    return database
  }

  private static let setUp = #"""
    create schema history;
    create table history.unit (n int primary key, id bigint not null);
    with made as (
      insert into registry.unit (code, tree) select 'U' || i, case when i <= 40 then 'hanh_chinh' else 'dang' end from generate_series(1, 80) i
      returning id, code)
    insert into history.unit select substr(code, 2)::int, id from made;
    create function history.u(number int) returns bigint language plpgsql stable as
      $$ begin return (select u.id from history.unit u where u.n = number); end $$;
    create function history.r(n int) returns int language sql volatile as $$ select 1 + floor(random() * n)::int $$;
    insert into registry.unit_name (unit_id, name, type, name_key) select id, 'Đơn vị ' || n, 'tinh', 'don vi ' || n from history.unit;
    insert into registry.unit_parent (unit_id, tree, parent_id)
    select c.id, case when c.n <= 40 then 'hanh_chinh' else 'dang' end, history.u(case
      when c.n between 2 and 6 then 1 when c.n between 7 and 40 then 2 + c.n % 5
      when c.n between 42 and 45 then 41 when c.n between 46 and 80 then 42 + c.n % 4 end)
    from history.unit c where c.n not in (1, 41);
    insert into registry.unit_parent (unit_id, tree, parent_id)
    select id, 'mat_tran', history.u(1) from history.unit where n between 60 and 70;
    insert into registry.block (committee_id, code, name, name_key)
    select history.u(42), 'K' || i, 'K' || i, 'k' || i from generate_series(1, 3) i;
    insert into registry.unit_block (unit_id, committee_id, block_id)
    select p.unit_id, history.u(42), (select id from registry.block where committee_id = history.u(42) and code = 'K' || (1 + p.unit_id % 3))
    from registry.unit_parent p where p.parent_id = history.u(42) and p.unit_id % 7 <> 0;
    insert into registry.field_set (code, name) values ('thu', 'Thử');
    insert into registry.field (field_set, code, name, name_key, position)
    select 'thu', 'thu' || i, 'Lĩnh vực thử ' || i, 'lĩnh vực thử ' || i, i from generate_series(1, 4) i;
    select registry.ensure_period(p) from unnest('{2018-2020,2020,2021}'::text[]) p;
    insert into registry.campaign (code, name, unit_id, period, field_set, rule_set, tree)
    select 'C' || p, p, history.u(1), p, 'thu', 1, 'hanh_chinh' from unnest('{2018-2020,2021}'::text[]) p;
    create function history.campaign() returns bigint language sql stable as $$ select id from registry.campaign where code = 'C2018-2020' $$;
    insert into registry.document (symbol) values ('1/QĐ'), ('2/QĐ');
    create function history.document() returns bigint language sql stable as $$ select id from registry.document where symbol = '1/QĐ' $$;
    create function history.paper() returns bigint language sql volatile as $$
      insert into registry.submission (source, key, kind, campaign_id, unit_text, filed_on)
      values ('history', gen_random_uuid(), 'registration', history.campaign(), 'x', '2020-01-01') returning id $$;

    create function history.registration(n int, y int, kind text default 'new') returns bigint language plpgsql as $f$
    declare m bigint; begin
     insert into registry.model (code, name, name_key, unit_id, submission_id)
     values (gen_random_uuid(), 'm', gen_random_uuid(), history.u(n), history.paper()) returning id into m;
     insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, subject_kind, registered_on)
     values (history.paper(), m, history.campaign(), history.u(n), y, kind, 'collective', make_date(y, 5, 5));
     perform stats.touch(array[history.u(n)], array[y]);
     return m;
    end $f$;

    """#

  private static let step = #"""
    create function history.step() returns void language plpgsql as $f$
    -- One random act of somebody: the writers' own touch is part of it, as validation does it.
    declare
      k int := history.r(14); u bigint := history.u(history.r((select max(n) from history.unit))); y int := 2017 + history.r(5);
      pick int := history.r(5);
      m registry.model; x record; s bigint; d bigint;
    begin
      select * into m from registry.model order by random() limit 1;
      if k <= 5 then
        if m.id is null or random() < 0.5 then
          insert into registry.model (code, name, name_key, unit_id, field_id, submission_id)
          values (gen_random_uuid(), 'm', gen_random_uuid(), u,
            (select id from registry.field where code = 'thu' || pick), history.paper())
          returning * into m;
        end if;
        insert into registry.subject (kind, name, name_key, unit_id, first_turn)
        values ((array['collective', 'individual'])[history.r(2)], 's', 's' || history.r(3), m.unit_id, 1) on conflict do nothing;
        select id into s from registry.subject where unit_id = m.unit_id order by random() limit 1;
        insert into registry.registration (submission_id, model_id, campaign_id, unit_id, year, type, field_id, subject_id,
          subject_kind, registered_on)
        select history.paper(), m.id, history.campaign(), m.unit_id, y, (array['new', 'maintained', 'replicated'])[history.r(3)],
          m.field_id, s, (select kind from registry.subject where id = s), make_date(y, history.r(12), 5)
        on conflict do nothing;
        perform stats.touch(array[m.unit_id], array[y]);
      elsif k = 6 then
        for x in update registry.registration set withdrawn_at = now()
          where id = (select id from registry.registration where withdrawn_at is null order by random() limit 1)
          returning unit_id, year
        loop perform stats.touch(array[x.unit_id], array[x.year]); end loop;
      elsif k in (7, 8) and m.id is not null then
        insert into registry.recognition (submission_id, model_id, campaign_id, level, year, title, document_id)
        values (history.paper(), m.id, history.campaign(), (array['XA', 'HUYEN', 'TINH'])[history.r(3)], nullif(y, 2018),
          (array['mo_hinh', 'mo_hinh', 'dien_hinh', 'nhan_rong'])[history.r(4)], history.document())
        on conflict do nothing;
        perform stats.touch(array[m.unit_id], array[nullif(y, 2018)]);
      elsif k = 9 then
        for x in update registry.recognition r set revoked_at = now() from registry.model o
          where o.id = r.model_id and r.id = (select id from registry.recognition where revoked_at is null order by random() limit 1)
          returning o.unit_id, r.year
        loop perform stats.touch(array[x.unit_id], array[null, x.year]); end loop;
      elsif k = 10 then
        insert into registry.commendation_decision (submission_id, campaign_id, unit_id, document_id, level, period)
        values (history.paper(), history.campaign(), u, history.document(), 'HUYEN', (array['2018-2020', '2020', null])[history.r(3)])
        returning id into d;
        insert into registry.subject (kind, name, name_key, unit_id, first_turn)
        values ('collective', 's', 's' || history.r(3), u, 1) on conflict do nothing;
        select id into s from registry.subject order by random() limit 1;
        insert into registry.achievement (subject_id, movement) values (s, 'x') on conflict do nothing;
        insert into registry.commendation (commendation_decision_id, subject_id, achievement_id, document_id, unit_id, level,
          authority, subject_name, list_position, commended_on)
        select d, s, a.id, history.document(), case when random() < 0.7 then u end, 'HUYEN',
          case when random() < 0.5 then 'UBND_HUYEN' end, 's', 1, make_date(y, 3, 3)
        from registry.achievement a where a.subject_id = s limit 1
        on conflict do nothing;
        perform stats.touch(array[u], array[2018, 2019, 2020, y]);
      elsif k = 11 then
        insert into registry.inspection (submission_id, campaign_id, unit_id, year, team, team_key, inspected_on)
        values (history.paper(), history.campaign(), u, y, 'd', 'd' || history.r(3), make_date(y, 2, 2)) returning id into d;
        insert into registry.inspection_unit select distinct d, history.u(n) from (select history.r(80) as n from generate_series(1, 3)) r;
        perform stats.touch(array[u], array[y]);
      elsif k = 12 then
        -- A unit moves below another parent: in the administration, or in the Party with its block.
        update registry.unit_parent set parent_id = history.u(1 + history.r(5))
        where tree = 'hanh_chinh' and unit_id = (select history.u(6 + history.r(34)));
        update registry.unit_parent set parent_id = history.u(41 + history.r(4))
        where tree = 'dang' and unit_id = (select history.u(45 + history.r(35)));
      elsif k = 13 then
        insert into registry.unit_block (unit_id, committee_id, block_id)
        select p.unit_id, p.parent_id, (select id from registry.block where committee_id = p.parent_id order by random() limit 1)
        from registry.unit_parent p where p.parent_id = history.u(42) order by random() limit 1
        on conflict do nothing;
      elsif random() < 0.3 then
        perform stats.track_periods(array[(array['2019-2021', '2021-H1', '2020-9M', '2018-2021'])[history.r(4)]]);
      else
        delete from registry.unit_block where unit_id = (select unit_id from registry.unit_block order by random() limit 1);
      end if;
    end $f$;

    create function history.run(steps int, seed float8, reforms float8 default 0.3) returns void language plpgsql as $f$
    begin
      perform setseed(seed);
      for i in 1 .. steps loop
        if random() >= reforms then perform history.step(); else perform history.reform(); end if;
        if random() < 0.15 then perform stats.refresh(); end if;
      end loop;
      perform stats.refresh();
    end $f$;

    create function history.differences() returns bigint language plpgsql as $f$
    -- Rows that the refreshed figures and a rebuild do not share.
    declare n bigint;
    begin
      create temp table kept_cell on commit drop as table stats.cell;
      create temp table kept_rolled on commit drop as table stats.rolled;
      create temp table kept_path on commit drop as table stats.path;
      perform stats.rebuild();
      select (select count(*) from ((table kept_cell except table stats.cell) union all (table stats.cell except table kept_cell)) x)
        + (select count(*) from ((table kept_rolled except table stats.rolled) union all (table stats.rolled except table kept_rolled)) x)
        + (select count(*) from ((table kept_path except table stats.path) union all (table stats.path except table kept_path)) x)
      into n;
      drop table kept_cell, kept_rolled, kept_path;
      return n;
    end $f$;
    """#
}
