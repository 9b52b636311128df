/** A page as known at the time in the address; where it was not known then, as known now, and the page says so. */
import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import type { Known } from "../../address/index.ts";
import { Problem, type Query } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";

type Reading<Answer> = UseQueryOptions<Answer, Error, Answer, (string | Query)[]>;

export function useAsKnown<Answer>(ask: (known: Known) => Reading<Answer>) {
  const known = useKnown();
  const then = useQuery(ask(known));
  // The record may have learned of it only after the chosen time.
  const notThen = Boolean(
    (known.asKnownOn || known.cut) && then.error instanceof Problem && then.error.status === 404,
  );
  const now = useQuery({ ...ask({}), enabled: notThen });
  return { answer: notThen ? now : then, notThen };
}
