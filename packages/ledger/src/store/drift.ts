/** Finds changes made to the schema behind the ledger's back: a dropped trigger, a loosened policy, a new column. */
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

const DESCRIBE = `
  with rel as (
    select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('ledger', 'docket') and c.relkind in ('r', 'p', 'v', 'm'))
  select 'table ' || name as object, format('%s row security %s forced %s', relkind, relrowsecurity, relforcerowsecurity) as what from rel
  union all
  select format('column %s.%s', rel.name, a.attname), format('%s %s', format_type(a.atttypid, a.atttypmod), a.attnotnull)
    from rel join pg_attribute a on a.attrelid = rel.oid where a.attnum > 0 and not a.attisdropped
  union all
  select format('constraint %s on %s', k.conname, rel.name), pg_get_constraintdef(k.oid)
    from rel join pg_constraint k on k.conrelid = rel.oid where k.contype in ('p', 'u', 'c', 'f')
  union all
  select format('trigger %s on %s', t.tgname, rel.name), format('%s %s %s', t.tgenabled, t.tgtype, t.tgfoid::regproc)
    from rel join pg_trigger t on t.tgrelid = rel.oid where not t.tgisinternal
  union all
  select format('policy %s on %s', p.polname, rel.name),
      format('%s %s %s', p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from rel join pg_policy p on p.polrelid = rel.oid
  union all
  select format('function ledger.%s', f.proname), md5(f.prosrc)
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace where n.nspname in ('ledger', 'docket')`;

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
