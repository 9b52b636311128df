-- The tree is one for all labels, so whoever appends must reach its right edge, hidden leaves included; and a purge forgets more.

-- Leaves are hashes over salted content: they tell nothing of what they stand for.
create function ledger.leaves(first bigint, past bigint) returns table (leaf bytea)
  language sql stable security definer set search_path = '' as
$$ select e.leaf from ledger.entry e where e.seq >= $1 and e.seq < $2 order by e.seq $$;
revoke execute on function ledger.leaves from public;
grant execute on function ledger.leaves to ${app}, ${keeper};
-- Row security is forced on the owner too, under whose name that function reads.
create policy tree on ledger.entry for select to current_user using (true);

-- A purge forgets when the purged correction was attested, and the digest of the request that recorded it.
grant update (attested) on ledger.ended to ${keeper};
grant update (digest) on ledger.idempotency to ${keeper};

-- BY is a keyword of PL/pgSQL: unquoted, the column is not found.
create or replace function ledger.require_purge_entry() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger.entry e where e.label = new.label and e.id = new."by" and e.kind = 'entry.purged' and e.seq = new.at_seq) then
    raise exception 'Only an entry.purged empties another entry.' using errcode = 'JD001';
  end if;
  return new;
end $$;
