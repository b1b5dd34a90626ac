extension StatsHistory {
  /// What happens to units and to rows that are there already: merges, splits, corrections, late papers, moved blocks.
  static let reform = #"""
    create function history.unit_after(a bigint, b bigint, day date, kind text, part boolean) returns bigint language plpgsql as $f$
    -- A new unit from a day on, in the place of the first one; both old ones (one when equal) end the day before.
    declare
      made bigint; number int := 1 + (select max(n) from history.unit); home text := (select tree from registry.unit where id = a);
    begin
      insert into registry.unit (code, tree, valid) values ('U' || number, home, daterange(day, null)) returning id into made;
      insert into history.unit values (number, made);
      insert into registry.unit_name (unit_id, name, type, name_key) values (made, 'Đơn vị ' || number, 'tinh', 'don vi ' || number);
      insert into registry.unit_parent (unit_id, tree, parent_id, valid)
      select made, p.tree, p.parent_id, p.valid * daterange(day, null) from registry.unit_parent p
      where p.unit_id = a and p.valid && daterange(day, null);
      update registry.unit set valid = daterange(lower(valid), day) where id in (a, b) and valid @> day and lower(valid) is distinct from day;
      insert into registry.unit_successor (from_id, to_id, on_day, kind, partial)
      select distinct o, made, day, kind, part from unnest(array[a, b]) o on conflict do nothing;
      return made;
    end $f$;

    create function history.reform() returns void language plpgsql as $f$
    declare
      k int := history.r(12); y int := 2017 + history.r(5); pick text := 'thu' || history.r(4); x record;
      day date := make_date(2018 + history.r(3), (array[1, 7])[history.r(2)], 1);
      a bigint; b bigint; other bigint; home text;
    begin
      select u.id, u.tree into a, home from history.unit h join registry.unit u using (id)
      where h.n not in (1, 41) and u.valid @> (day - 1) and u.valid @> day
        and not exists (select from registry.unit_successor s where s.from_id = u.id) order by random() limit 1;
      select u.id into b from history.unit h join registry.unit u using (id)
      where h.n not in (1, 41) and u.tree = home and u.id <> a and u.valid @> (day - 1) and u.valid @> day
        and not exists (select from registry.unit_successor s where s.from_id = u.id) order by random() limit 1;
      if k <= 2 and b is not null then
        other := history.unit_after(a, b, day, 'merge', false);
        -- Those below go on under the new unit.
        for x in select p.* from registry.unit_parent p where p.parent_id in (a, b) and p.valid @> day
        loop
          delete from registry.unit_parent where unit_id = x.unit_id and tree = x.tree and valid = x.valid;
          if lower(x.valid) is null or lower(x.valid) < day then
            insert into registry.unit_parent values (x.unit_id, x.tree, x.parent_id, daterange(lower(x.valid), day));
          end if;
          insert into registry.unit_parent values (x.unit_id, x.tree, case when x.unit_id = other then x.parent_id else other end,
            daterange(day, upper(x.valid)));
        end loop;
        for x in select p.* from registry.unit_parent p where p.unit_id in (a, b) and p.valid @> day and (lower(p.valid) is null or lower(p.valid) < day)
        loop
          update registry.unit_parent set valid = daterange(lower(x.valid), day) where unit_id = x.unit_id and tree = x.tree and valid = x.valid;
        end loop;
      elsif k = 3 and a is not null then
        perform history.unit_after(a, a, day, 'split', true), history.unit_after(a, a, day, 'split', true);
      elsif k = 4 then
        for x in update registry.model set field_id = (select id from registry.field where code = pick)
          where id = (select id from registry.model order by random() limit 1) returning id, unit_id
        loop perform stats.touch(array[x.unit_id], array[null::int]); end loop;
      elsif k = 5 then
        -- A correction: the registration is another one now, in another year and unit.
        for x in select r.*, m.unit_id as home from registry.registration r join registry.model m on m.id = r.model_id
          where r.withdrawn_at is null order by random() limit 1
        loop
          update registry.registration set year = y, type = (array['new', 'maintained', 'replicated'])[history.r(3)],
            subject_kind = null, field_id = null
          where id = x.id and not exists (select from registry.registration o
            where o.model_id = x.model_id and o.year = y and o.withdrawn_at is null);
          perform stats.touch(array[x.unit_id], array[x.year, y]);
        end loop;
      elsif k = 6 then
        -- Filed late: in the year after the one it is for.
        perform history.registration((select n from history.unit order by random() limit 1), y);
        update registry.registration set registered_on = make_date(year + 1, 2, 1) where id = (select max(id) from registry.registration);
      elsif k = 7 then
        for x in update registry.commendation c set revoked_at = now() from registry.commendation_decision d
          where d.id = c.commendation_decision_id
            and c.id = (select id from registry.commendation where revoked_at is null order by random() limit 1)
          returning coalesce(c.unit_id, d.unit_id) as unit_id
        loop perform stats.touch(array[x.unit_id], array[null::int]); end loop;
        for x in update registry.inspection set withdrawn_at = now()
          where id = (select id from registry.inspection where withdrawn_at is null order by random() limit 1) returning unit_id, year
        loop perform stats.touch(array[x.unit_id], array[x.year]); end loop;
      elsif k = 8 then
        -- The model was filed for the wrong unit.
        for x in select m.id, m.unit_id from registry.model m order by random() limit 1
        loop
          update registry.model set unit_id = a where id = x.id;
          update registry.registration set unit_id = a where model_id = x.id;
          perform stats.touch(array[x.unit_id, a], array[null::int]);
        end loop;
      elsif k = 9 then
        -- Replicated from a model of another unit; sometimes of another one than said before.
        perform history.registration((select n from history.unit order by random() limit 1), y, 'replicated');
        update registry.registration set source_model_id = (select id from registry.model order by random() limit 1)
        where id in (select id from registry.registration where type = 'replicated' order by random() limit 2);
      elsif k = 10 then
        for x in select id from registry.model order by random() limit 1
        loop
          insert into registry.effect_assessment (model_id, year, effective, assessed_on, assessed_by)
          values (x.id, y, random() < 0.5, make_date(y, history.r(12), 9), 'BCĐ')
          on conflict (model_id, year) do update set effective = not registry.effect_assessment.effective;
        end loop;
      elsif k = 11 then
        update registry.model set ended_on = case when random() < 0.7 then make_date(y, history.r(12), 1) end
        where id = (select id from registry.model order by random() limit 1);
      else
        update registry.unit_block set block_id = (select id from registry.block where committee_id = history.u(42) order by random() limit 1)
        where committee_id = history.u(42) and unit_id = (select unit_id from registry.unit_block where committee_id = history.u(42) order by random() limit 1);
        -- The first block of a committee divides all below it.
        insert into registry.block (committee_id, code, name, name_key)
        select history.u(43), 'B' || n, 'B', 'b' from (select history.r(3) as n) r on conflict do nothing;
      end if;
    end $f$;

    create function history.check(steps int, seed float8) returns text language plpgsql as $f$
    -- What is wrong after a life of so many acts; null when nothing is.
    declare
      wrong bigint; rows bigint; sample text;
    begin
      perform history.run(steps, seed);
      select count(*), min(v::text) into wrong, sample from stats.verify() v;
      rows := history.differences();
      return case when wrong > 0 or rows > 0 then
        format('verify: %s (%s), rebuild: %s', wrong, sample, rows) end;
    end $f$;
    """#
}
