create or replace function stats.block_in(member bigint, committee bigint, first_day date, last_day date)
returns bigint language sql stable security definer
set search_path = stats, pg_temp set jit = off as $$
-- The block of a unit under a committee during a period: of several the last one; null when it is in none.
    select b.block_id
    from registry.unit_block b
    where b.unit_id = member and b.committee_id = committee and b.valid && daterange(first_day, last_day, '[]')
    order by lower(b.valid) desc nulls last
    limit 1
$$;
comment on function stats.block_in(bigint, bigint, date, date) is 'Khối của đơn vị trong kỳ / Block of a unit under a committee during a period.';
