/** Records entries under a label that the test clerk may not read, by the ledger's own steps, until labels can be chosen. */
import { randomUUID } from "node:crypto";
import type { QueryResult } from "pg";
import type { Recorded } from "./acts.ts";
import { beginWriting, entriesWritten, type Head, headOf, seal } from "../append/compose.ts";
import type { Actor, Header } from "../entry.ts";
import { applyProjections } from "../projections/apply.ts";
import { loadRange } from "../store/tree-store.ts";
import type { TestLedger } from "./index.ts";

export const HIDDEN_LABEL = 2;

/** Reads both labels. */
export const insider: Actor = { id: "test-insider", agency: "test-agency", labels: [1, HIDDEN_LABEL] };

export interface Hidden {
  readonly kind: string;
  readonly body: object;
  readonly id?: string;
  readonly subject?: string;
  readonly key?: string;
  readonly replaces?: string;
}

/** Records one entry under the hidden label, making the label where it is missing. */
export async function recordHidden({ ledger, asOwner }: TestLedger, hidden: Hidden): Promise<Recorded> {
  return asOwner(async (client) => {
    await client.query("insert into ledger.compartment (id) values ('sealed') on conflict do nothing");
    await client.query(
      "insert into ledger.label (label, compartments) values ($1, '{sealed}') on conflict do nothing",
      [HIDDEN_LABEL],
    );
    const begun = (await client.query(beginWriting(insider))) as unknown as QueryResult[];
    const head: Head = headOf([begun]);
    const size = Number(head.size);
    const kind = ledger.kinds.named(hidden.kind);
    const header: Header = {
      id: hidden.id ?? randomUUID(),
      kind: hidden.kind,
      label: HIDDEN_LABEL,
      recordedAt: head.now,
      ...(hidden.replaces === undefined ? {} : { replaces: hidden.replaces }),
      seq: size,
      subject: hidden.subject ?? randomUUID(),
      version: kind.version,
    };
    const key = hidden.key === undefined ? {} : { key: hidden.key };
    const whole = seal(header, kind, {
      actor: insider.id,
      agency: insider.agency,
      body: hidden.body,
      ...key,
    });
    await client.query(entriesWritten([whole], await loadRange(client, size)));
    await applyProjections(client, ledger.kinds, [whole]);
    await client.query("commit");
    return { id: header.id, subject: header.subject };
  });
}
