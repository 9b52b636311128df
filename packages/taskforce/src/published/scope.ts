/** Whose eyes a figure was counted with: the compartments its reader held, which a rerun must hold too. */
import { type Actor, defineRefusal, type Ledger, type Reader } from "@joint-docket/ledger";
import { sql } from "kysely";

export const figureScopeNotYours = defineRefusal({
  code: "figure-scope-not-yours",
  status: 403,
  en: {
    sentence: () => "You may not read everything that this figure counted, so you cannot run it again.",
    remedy: () => "Ask somebody who may, or read the figure as it was published.",
  },
  es: {
    sentence: () => "No puede leer todo lo que contó esta cifra, así que no puede volver a calcularla.",
    remedy: () => "Pídaselo a quien pueda, o lea la cifra como se publicó.",
  },
});

interface Label {
  readonly label: number;
  readonly compartments: readonly string[];
}

async function labelsOf({ db }: Reader): Promise<readonly Label[]> {
  const { rows } = await sql<Label>`select label, compartments from ledger.label order by label`.execute(db);
  return rows;
}

/** The compartments that the reader holds, sorted. */
export async function scopeOf(reader: Reader): Promise<string[]> {
  return [...new Set((await labelsOf(reader)).flatMap(({ compartments }) => compartments))].sort();
}

/** The actor with no more eyes than the scope had. Refuses `figure-scope-not-yours` where they are fewer. */
export async function within(ledger: Ledger, actor: Actor, scope: readonly string[]): Promise<Actor> {
  const held = await ledger.read(actor, labelsOf);
  const fitting = held.filter(({ compartments }) => compartments.every((one) => scope.includes(one)));
  const seen = new Set(fitting.flatMap(({ compartments }) => compartments));
  if (!scope.every((one) => seen.has(one))) throw figureScopeNotYours({});
  return { ...actor, labels: fitting.map(({ label }) => label) };
}
