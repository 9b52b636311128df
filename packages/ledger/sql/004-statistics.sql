-- After a large load the planner must learn at once how large the tables have become: by what it knew of them before, a
-- figure over a new million of entries takes minutes. Tables that have not grown by a tenth are left alone.
create function ledger.refresh_statistics() returns void language plpgsql security definer set search_path = '' as $$
declare
  grown record;
begin
  for grown in
    select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('ledger', 'docket') and c.relkind = 'r'
       and pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::integer > 1.1 * c.relpages + 10
  loop
    execute pg_catalog.format('analyze %I.%I', grown.nspname, grown.relname);
  end loop;
end $$;
revoke execute on function ledger.refresh_statistics from public;
grant execute on function ledger.refresh_statistics to ${app}, ${keeper};
