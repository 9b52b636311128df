-- Where this ledger's days end: "as known on" a day must mean the same to every process and for ever. One row, written once.
create table ledger.time_zone (
  only_one  boolean primary key default true check (only_one),
  name      text not null
);
create trigger append_only before update or delete on ledger.time_zone for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.time_zone execute function ledger.refuse_change();
grant select on ledger.time_zone to ${app}, ${keeper};
