create or replace function stats.parent_in(child bigint, in_tree text, first_day date, last_day date)
returns bigint language sql stable security definer set search_path = stats, pg_temp as $$
-- The parent of a unit in a tree during a period: of several parents the last one, so every figure has one way up.
    select p.parent_id
    from registry.unit_parent p
    where p.unit_id = child and p.tree = in_tree and p.valid && daterange(first_day, last_day, '[]')
    order by lower(p.valid) desc nulls last
    limit 1
$$;
comment on function stats.parent_in(bigint, text, date, date) is 'Đơn vị cấp trên trong kỳ / Parent of a unit in a tree during a period.';

create or replace function stats.block_in(member bigint, committee bigint, first_day date, last_day date)
returns bigint language sql stable security definer set search_path = stats, pg_temp as $$
-- The block of a unit under a committee during a period: of several the last one; null when it is in none.
    select b.block_id
    from registry.unit_block b
    where b.unit_id = member and b.committee_id = committee and b.valid && daterange(first_day, last_day, '[]')
    order by lower(b.valid) desc nulls last
    limit 1
$$;
comment on function stats.block_in(bigint, bigint, date, date) is 'Khối của đơn vị trong kỳ / Block of a unit under a committee during a period.';
