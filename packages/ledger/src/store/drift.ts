/** Finds changes made to the schema behind the ledger's back: a dropped trigger, a loosened policy or grant, a new column. */
import type pg from "pg";
import { defineRefusal } from "../refusal.ts";

export const schemaDrift = defineRefusal<{ differences: readonly string[] }>({
  code: "schema-drift",
  status: 500,
  en: {
    sentence: ({ differences: found }) =>
      `The database's schema is not as Joint Docket left it: ${found.join("; ")}.`,
    remedy: () =>
      "Undo the change, or restore the database; then run `jd verify`. Nothing was read or written.",
  },
  es: {
    sentence: ({ differences: found }) =>
      `El esquema de la base de datos no está como Joint Docket lo dejó: ${found.join("; ")}.`,
    remedy: () =>
      "Deshaga el cambio o restaure la base; después ejecute `jd verify`. No se leyó ni escribió nada.",
  },
});

/** One line for each object of the schema, by its name. */
export type Description = Readonly<Record<string, string>>;

/** Who owns a thing: the one who owns the ledger, under whatever name a restored copy has it, or somebody else. */
const ownerIn = (column: string) =>
  `case when ${column} = (select nspowner from pg_namespace where nspname = 'ledger')
     and ${column}::regrole::text not like 'jd\\_%' then 'the owner' else ${column}::regrole::text end`;

const DESCRIBE = `
  with rel as (
    select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relowner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('ledger', 'docket') and c.relkind in ('r', 'p', 'v', 'm'))
  select 'table ' || name as object, format('%s row security %s forced %s of %s', relkind, relrowsecurity, relforcerowsecurity, ${ownerIn("relowner")}) as what from rel
  union all
  select 'schema ' || nspname, format('of %s', ${ownerIn("nspowner")}) from pg_namespace where nspname in ('ledger', 'docket')
  union all
  select format('rule %s on %s', w.rulename, rel.name), pg_get_ruledef(w.oid)
    from rel join pg_rewrite w on w.ev_class = rel.oid
  union all
  select format('column %s.%s', rel.name, a.attname), format('%s %s', format_type(a.atttypid, a.atttypmod), a.attnotnull)
    from rel join pg_attribute a on a.attrelid = rel.oid where a.attnum > 0 and not a.attisdropped
  union all
  select format('constraint %s on %s', k.conname, rel.name), pg_get_constraintdef(k.oid)
    from rel join pg_constraint k on k.conrelid = rel.oid where k.contype in ('p', 'u', 'c', 'f')
  union all
  select format('trigger %s on %s', t.tgname, rel.name), format('%s %s', t.tgenabled, pg_get_triggerdef(t.oid))
    from rel join pg_trigger t on t.tgrelid = rel.oid where not t.tgisinternal
  union all
  select format('policy %s on %s', p.polname, rel.name),
      format('%s %s to %s %s %s', p.polcmd, p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from rel join pg_policy p on p.polrelid = rel.oid
  union all
  select format('function %s.%s', n.nspname, f.proname), format('%s %s %s of %s', md5(f.prosrc), f.prosecdef, f.proconfig, ${ownerIn("f.proowner")})
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace where n.nspname in ('ledger', 'docket')
  union all
  select format('index %s on %s', i.indexrelid::regclass, rel.name), pg_get_indexdef(i.indexrelid)
    from rel join pg_index i on i.indrelid = rel.oid
   where not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  union all
  -- What the owner may is the owner's; everybody else has what was granted, no more and no less.
  select format('grant on %s to %s', g.name, coalesce(nullif(g.grantee, 0)::regrole::text, 'everybody')),
      string_agg(g.privilege, ' ' order by g.privilege)
    from (
      select 'table ' || rel.name as name, c.relowner as owner, a.grantee, a.privilege_type as privilege
        from rel join pg_class c on c.oid = rel.oid cross join aclexplode(c.relacl) a
      union all
      select format('column %s.%s', rel.name, t.attname), c.relowner, a.grantee, a.privilege_type
        from rel join pg_class c on c.oid = rel.oid join pg_attribute t on t.attrelid = rel.oid cross join aclexplode(t.attacl) a
      union all
      select format('function %s.%s', n.nspname, f.proname), f.proowner, a.grantee, a.privilege_type
        from pg_proc f join pg_namespace n on n.oid = f.pronamespace cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a
       where n.nspname in ('ledger', 'docket')
      union all
      select 'schema ' || n.nspname, n.nspowner, a.grantee, a.privilege_type
        from pg_namespace n cross join aclexplode(n.nspacl) a where n.nspname in ('ledger', 'docket')) g
   where g.grantee <> g.owner group by g.name, g.grantee
  union all
  select 'role ' || r.rolname, format('%s %s %s %s %s member of %s', r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
      array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid order by 1))
    from pg_roles r, ledger.ledger l where r.rolname in ('jd_app_' || l.roles, 'jd_keeper_' || l.roles)`;

export async function describeSchema(client: pg.ClientBase): Promise<Description> {
  const { rows } = await client.query<{ object: string; what: string }>(DESCRIBE);
  return Object.fromEntries(rows.map(({ object, what }) => [object, what]));
}

/** The differences between two descriptions, a phrase each. */
export function differences(expected: Description, found: Description): string[] {
  const phrases: string[] = [];
  for (const [object, what] of Object.entries(expected)) {
    if (found[object] === undefined) phrases.push(`${object} is missing`);
    else if (found[object] !== what) phrases.push(`${object} was changed`);
  }
  for (const object of Object.keys(found))
    if (expected[object] === undefined) phrases.push(`${object} is not ours`);
  return phrases.sort();
}

/** Refuses `schema-drift` where the schema differs from the description kept at the last change of ours. */
export async function checkDrift(client: pg.ClientBase): Promise<void> {
  const there = await client.query<{ there: boolean }>(
    "select to_regclass('ledger.description') is not null as there",
  );
  if (!there.rows[0]?.there) return;
  const kept = await client.query<{ content: Description }>("select content from ledger.description");
  const expected = kept.rows[0]?.content;
  if (!expected) return;
  const found = differences(expected, await describeSchema(client));
  if (found.length > 0) throw schemaDrift({ differences: found.slice(0, 10) });
}

/** Keeps the schema's description as it now is. */
export async function keepDescription(client: pg.ClientBase): Promise<void> {
  const content = JSON.stringify(await describeSchema(client));
  await client.query(
    "insert into ledger.description (content) values ($1) on conflict (only_one) do update set content = excluded.content",
    [content],
  );
}
