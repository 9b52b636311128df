/** A form at work: its draft kept, judged while one types, and recorded once. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { ask, type Judgment, type Judgments, Problem, type RecordedAct } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { answered, forgetDraft, isPending, keepDraft, keptDraft, keyFor, type Place } from "./kept.ts";
import { wrongOf } from "./judged.ts";
import type { ActDraft, Plan } from "./plan.ts";

const CHECK = "/acts/check";
/** Long enough that a word is not judged letter by letter. */
const PAUSE_MS = 400;

interface Act {
  drafts: readonly ActDraft[];
}
/** What was said of a plan; kept together, for what is typed next may plan other drafts. */
interface Judged extends Judgments {
  readonly plan: Plan;
}

const actOf = ({ drafts }: Plan): Act => ({ drafts: drafts.map(({ draft }) => draft) });

async function judge(plan: Plan, signal?: AbortSignal): Promise<Judged> {
  const call = { method: "POST" as const, body: actOf(plan), ...(signal ? { signal } : {}) };
  const { judgments } = await ask<Judgments>(CHECK, call);
  return { plan, judgments };
}

/** The judgment of what was typed, once there is a pause. */
function useJudged(plan: Plan, enabled: boolean) {
  const { language } = useWords();
  const keyOf = (one: Plan) => [CHECK, language, JSON.stringify(actOf(one))];
  const [settled, setSettled] = useState<Plan>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(plan), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [plan]);
  const query = useQuery<Judged>({
    queryKey: settled ? keyOf(settled) : [CHECK],
    enabled: enabled && settled !== undefined && settled.drafts.length > 0,
    retry: false,
    structuralSharing: false,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => judge(settled ?? plan, signal),
  });
  return { query, current: settled === plan && !query.isPlaceholderData && !query.isFetching, keyOf };
}

/** The act was judged just before it would have been sent, and cannot be recorded. */
class NotYet extends Error {}

const isSound = ({ sentence }: Judgment) => sentence !== null;

interface Options<State> {
  readonly place: Place;
  readonly start: () => State;
  readonly plan: (state: State) => Plan;
  /** Whether there is anything to record; a correction that changes nothing is none. */
  readonly worthwhile?: (plan: Plan) => boolean;
  readonly onRecorded: (recorded: RecordedAct) => void | Promise<void>;
}

export function useAct<State>({ place, start, plan, worthwhile = () => true, onRecorded }: Options<State>) {
  const [kept] = useState(() => keptDraft<State>(place));
  const [resumed, setResumed] = useState(kept);
  const [state, setState] = useState<State>(() => kept?.state ?? start());
  /** Once somebody has tried to record it, what is missing is said too. */
  const [tried, setTried] = useState(0);
  const planned = useMemo(() => plan(state), [plan, state]);
  const worth = worthwhile(planned);
  const { query: judged, current, keyOf } = useJudged(planned, worth);
  const answers = useQueryClient();
  const busy = useRef(false);

  const send = useMutation({
    mutationFn: async (toSend: Plan): Promise<RecordedAct> => {
      const sent = actOf(toSend);
      // What may have been recorded already is asked for again as it was; judged anew, it would stand in its own way.
      if (!isPending(place, sent)) {
        const now = await judge(toSend);
        answers.setQueryData(keyOf(toSend), now);
        if (!now.judgments.every(isSound)) throw new NotYet();
      }
      return ask<RecordedAct>("/acts", {
        method: "POST",
        body: sent,
        idempotencyKey: keyFor(place, state, sent),
      });
    },
    onError: (error) => {
      if (error instanceof Problem && error.status >= 400 && error.status < 500) answered(place);
    },
    onSuccess: async (recorded) => {
      forgetDraft(place);
      // The draft just recorded is no draft any more; judged again, it would be refused.
      await answers.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== CHECK });
      await onRecorded(recorded);
    },
    onSettled: () => {
      busy.current = false;
    },
  });

  const said = judged.data;
  const wrong = useMemo(
    () => wrongOf({ drafts: said?.plan.drafts ?? [], faults: planned.faults }, said?.judgments),
    [planned.faults, said],
  );
  const shown = wrong.filter((one) => tried > 0 || !one.missing);

  function change(next: State | ((before: State) => State)) {
    setState((before) => {
      const after = typeof next === "function" ? (next as (before: State) => State)(before) : next;
      keepDraft(place, after);
      return after;
    });
  }

  return {
    state,
    change,
    /** What each entry would say, as far as it was judged. */
    judgments: said?.judgments ?? [],
    /** The drafts that was said of. */
    drafts: said?.plan.drafts.map(({ draft }) => draft) ?? [],
    /** Whether that was said of what is typed now. */
    current,
    shown,
    tried,
    worth,
    pending: send.isPending,
    /** A refusal of the whole, or a server that does not answer. */
    error: send.error instanceof NotYet ? undefined : (send.error ?? judged.error ?? undefined),
    /** The draft that was found on this device, until it is thrown away. */
    resumed,
    restart() {
      forgetDraft(place);
      setResumed(undefined);
      setTried(0);
      send.reset();
      setState(start());
    },
    submit() {
      setTried((times) => times + 1);
      if (busy.current || !worth || planned.faults.length > 0) return;
      busy.current = true;
      send.mutate(planned);
    },
  };
}

export type AtWork<State> = ReturnType<typeof useAct<State>>;
