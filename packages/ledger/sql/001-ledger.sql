-- The ledger itself: entries, their salted bodies, the tree, checkpoints. Written for PostgreSQL 15 or later.
-- ${app} and ${keeper} are the two roles that log in; neither owns anything here.

create schema ledger;
create schema docket;

revoke all on schema ledger, docket from public;
grant usage on schema ledger, docket to ${app}, ${keeper};

-- Identity of this ledger, and the random end of its two roles' names: roles belong to the whole server, where a
-- restored copy of the same ledger must have its own. One row, written once.
create table ledger.ledger (
  only_one  boolean primary key default true check (only_one),
  id        uuid not null,
  roles     text not null check (roles ~ '^[0-9a-f]{8}$'),
  created   timestamptz not null default clock_timestamp()
);

-- Where the next entry goes. Locking this row is the append lock; `recorded_at` never goes backwards.
create table ledger.head (
  only_one    boolean primary key default true check (only_one),
  size        bigint not null check (size >= 0),
  recorded_at timestamptz not null
) with (fillfactor = 10);

create table ledger.compartment (
  id   text primary key,
  made timestamptz not null default clock_timestamp()
);

-- A label stands for one distinct, non-empty set of compartments, all of which a reader must hold.
create table ledger.label (
  label        integer primary key,
  compartments text[] not null unique check (cardinality(compartments) > 0)
);

create table ledger.entry (
  seq         bigint primary key,
  label       integer not null references ledger.label (label),
  id          uuid not null,
  kind        text not null,
  version     smallint not null,
  subject     uuid not null,
  replaces    uuid,
  recorded_at timestamptz not null,
  commitment  bytea not null check (length(commitment) = 32),
  leaf        bytea not null check (length(leaf) = 32),
  unique (label, id)
);
create index entry_subject on ledger.entry (label, subject, seq);
create index entry_kind on ledger.entry (label, kind, seq);
create index entry_recorded on ledger.entry using brin (recorded_at);

-- The salted half of an entry. Only the purge procedure may empty it.
create table ledger.body (
  label   integer not null,
  seq     bigint not null,
  salt    bytea not null check (length(salt) = 32),
  content text not null,
  primary key (label, seq)
);

-- Roots of complete subtrees of 256, 65,536, ... leaves; the leaves stand in ledger.entry.
create table ledger.node (
  level smallint not null,
  index bigint not null,
  hash  bytea not null check (length(hash) = 32),
  primary key (level, index)
);

create table ledger.checkpoint (
  number bigint generated always as identity primary key,
  size   bigint not null,
  root   bytea not null check (length(root) = 32),
  note   text not null,
  at     timestamptz not null
);
create index checkpoint_size on ledger.checkpoint (size);

create table ledger.cosignature (
  witness text not null,
  size    bigint not null,
  root    bytea not null,
  line    text not null,
  at      timestamptz not null,
  primary key (witness, size, at)
);
create index cosignature_size on ledger.cosignature (size);

-- Public keys that signed checkpoints, from which position on.
create table ledger.signing_key (
  verifier_key text primary key,
  since        bigint not null,
  at           timestamptz not null default clock_timestamp()
);

-- What a repeated request is answered with. Keys belong to their actor, so that they tell nothing about others.
create table ledger.idempotency (
  actor   text not null,
  key     text not null,
  digest  bytea not null,
  outcome jsonb not null,
  at      timestamptz not null default clock_timestamp(),
  primary key (actor, key)
);

-- Which entries were emptied by a purge, and by whose entry. Identifiers only.
create table ledger.emptied (
  label   integer not null,
  entry   uuid not null,
  kind    text not null,
  subject uuid not null,
  seq     bigint not null,
  by      uuid not null,
  at_seq  bigint not null,
  primary key (label, entry)
);

-- Projections the ledger itself keeps; rebuilt from entries like every other.

-- Which entry ended which: a correction or a withdrawal.
create table ledger.ended (
  label    integer not null,
  entry    uuid not null,
  by       uuid not null,
  how      text not null check (how in ('corrected', 'withdrawn')),
  at_seq   bigint not null,
  attested date,
  primary key (label, entry)
);

-- Which entries speak of which records: by being about them, by naming them, or by citing them as source.
create table ledger.mention (
  label  integer not null,
  record uuid not null,
  entry  uuid not null,
  seq    bigint not null,
  role   char(1) not null check (role in ('a', 'n', 's')),
  primary key (label, record, role, entry)
);

-- Stable keys of imported rows: to the first entry of the row's chain, and its record.
create table ledger.row_key (
  label   integer not null,
  key     text not null,
  chain   uuid not null,
  subject uuid not null,
  primary key (label, key)
);

-- How far each projection stands and by which definition it was made.
create table ledger.projection (
  name       text primary key,
  definition text not null
);

create table ledger.migration (
  number integer primary key,
  name   text not null,
  sha256 text not null,
  at     timestamptz not null default clock_timestamp()
);

-- The description of the schema as the last migration left it, to find drift at start.
create table ledger.description (
  only_one boolean primary key default true check (only_one),
  content  jsonb not null
);

-- Append-only: refused by trigger for every role, the owner included.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % on %.% is refused.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'JD001';
end $$;

-- A body may be deleted only after a purge entry names it (ledger.emptied holds that link).
create function ledger.refuse_unpurged() returns trigger language plpgsql as $$
begin
  if exists (select from ledger.emptied e where e.label = old.label and e.seq = old.seq) then
    return old;
  end if;
  raise exception 'A body leaves the ledger only by the purge procedure.' using errcode = 'JD001';
end $$;

-- An emptied entry must point to a purge entry that stands in the same transaction or before.
create function ledger.require_purge_entry() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger.entry e where e.label = new.label and e.id = new.by and e.kind = 'entry.purged' and e.seq = new.at_seq) then
    raise exception 'Only an entry.purged empties another entry.' using errcode = 'JD001';
  end if;
  return new;
end $$;

create trigger append_only before update or delete on ledger.entry for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.entry execute function ledger.refuse_change();
create trigger append_only before update on ledger.body for each row execute function ledger.refuse_change();
create trigger purge_only before delete on ledger.body for each row execute function ledger.refuse_unpurged();
create trigger no_truncate before truncate on ledger.body execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.node for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.node execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.checkpoint for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.checkpoint execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.cosignature for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.cosignature execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.signing_key for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.signing_key execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.ledger for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.ledger execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.emptied for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.emptied execute function ledger.refuse_change();
create trigger purge_entry before insert on ledger.emptied for each row execute function ledger.require_purge_entry();

-- Need-to-know from the first row: no setting, no rows; evaluated once a statement.
create function ledger.labels() returns integer[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('jd.labels', true), ''), '{}')::integer[] $$;

do $$
declare t text;
begin
  foreach t in array array['ledger.label', 'ledger.entry', 'ledger.body', 'ledger.emptied', 'ledger.ended', 'ledger.mention', 'ledger.row_key'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy reader on %s to ${app} using (label = any ((select ledger.labels())::integer[])) with check (label = any ((select ledger.labels())::integer[]))', t);
    execute format('create policy keeper on %s to ${keeper} using (true) with check (true)', t);
  end loop;
end $$;

-- What was answered to whom is between the two: a request's key and outcome exist for its actor only.
alter table ledger.idempotency enable row level security;
alter table ledger.idempotency force row level security;
create policy own on ledger.idempotency to ${app}
  using (actor = current_setting('jd.actor', true)) with check (actor = current_setting('jd.actor', true));
create policy keeper on ledger.idempotency to ${keeper} using (true) with check (true);

grant select on ledger.ledger, ledger.label, ledger.entry, ledger.body, ledger.emptied, ledger.ended, ledger.mention, ledger.row_key, ledger.node, ledger.head to ${app};
grant insert on ledger.entry, ledger.body, ledger.ended, ledger.mention, ledger.row_key, ledger.node, ledger.idempotency to ${app};
grant update (size, recorded_at) on ledger.head to ${app};
grant select on ledger.idempotency to ${app};

grant select on all tables in schema ledger to ${keeper};
grant insert on ledger.entry, ledger.body, ledger.ended, ledger.mention, ledger.row_key, ledger.node, ledger.checkpoint, ledger.cosignature, ledger.signing_key, ledger.emptied, ledger.label, ledger.compartment to ${keeper};
grant update (size, recorded_at) on ledger.head to ${keeper};
grant update (definition) on ledger.projection to ${keeper};
grant delete on ledger.body, ledger.mention, ledger.row_key to ${keeper};
grant truncate on ledger.ended, ledger.mention, ledger.row_key to ${keeper};

insert into ledger.compartment (id) values ('open');
-- The migration's own inserts meet the forced policies too, so the owner is let in for this statement only.
create policy owner_once on ledger.label to current_user using (true) with check (true);
insert into ledger.label (label, compartments) values (1, '{open}');
drop policy owner_once on ledger.label;
insert into ledger.head (size, recorded_at) values (0, '1970-01-01T00:00:00Z');
