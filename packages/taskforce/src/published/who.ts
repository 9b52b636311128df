/** Who acts on a figure. Until people sign in, one seat serves everybody, and the name is what its user declares. */
import { SHARED_SEAT } from "../access/pure.ts";
import { text } from "../sources/pure.ts";

/** The person who acts, as they name themselves: declared, not authenticated. */
export const declared = () =>
  text(120, {
    title: "Your name",
    titleEs: "Su nombre",
    description: "The person who acts, as they name themselves; it is recorded as declared, not verified",
    descriptionEs:
      "La persona que actúa, como ella misma se nombra; se registra como declarada, no verificada",
  });

export interface Acting {
  /** The actor's stable identifier; none where a rule is asked outside an append. */
  readonly actor: string | undefined;
  readonly declared: string;
}

/** A name without what two spellings of it may differ in: case, accents, spaces, points. */
function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether two acts may be one person's: by the actor where each has a seat of their own, else by the name declared. */
export function samePerson(one: Acting, other: Acting): boolean {
  const ownSeats = one.actor !== SHARED_SEAT && other.actor !== SHARED_SEAT;
  return ownSeats && one.actor !== undefined && other.actor !== undefined
    ? one.actor === other.actor
    : plain(one.declared) === plain(other.declared);
}
