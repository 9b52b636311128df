/** A draft that survives a reload, with the idempotency key that belongs to exactly this draft. */

const PLACE = "joint-docket.draft.";

interface Kept<Form> {
  form: Form;
  /** The request that the key was made for. */
  sent?: string;
  key?: string;
}

function read<Form>(id: string): Kept<Form> | undefined {
  try {
    const text = sessionStorage.getItem(PLACE + id);
    return text ? (JSON.parse(text) as Kept<Form>) : undefined;
  } catch {
    return undefined;
  }
}

function write<Form>(id: string, kept: Kept<Form>): void {
  try {
    sessionStorage.setItem(PLACE + id, JSON.stringify(kept));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

export const keptForm = <Form>(id: string): Form | undefined => read<Form>(id)?.form;

export function keepForm<Form>(id: string, form: Form): void {
  write(id, { ...read<Form>(id), form });
}

const inMemory = new Map<string, { sent: string; key: string }>();

/** The key for this request: the same for a retry or after a reload, a new one once the draft has changed. */
export function keyFor(id: string, request: unknown): string {
  const sent = JSON.stringify(request);
  const kept = read<unknown>(id);
  if (kept?.sent === sent && kept.key) return kept.key;
  const held = inMemory.get(id);
  const key = held?.sent === sent ? held.key : crypto.randomUUID();
  inMemory.set(id, { sent, key });
  write(id, { form: kept?.form, sent, key });
  return key;
}

export function forgetDraft(id: string): void {
  inMemory.delete(id);
  try {
    sessionStorage.removeItem(PLACE + id);
  } catch {
    // Nothing was kept.
  }
}
