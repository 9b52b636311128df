/** Keeps the first page's figures judged, so that whoever opens it does not wait while the whole record is judged anew. */
import { answers, framed, measures, parseFrame } from "@joint-docket/taskforce/results";
import type { Desk } from "./desk.ts";

/** So often it looks; a record that did not change between two looks is at rest. */
const LOOK_MS = 2_000;

/** Judges what the Results page shows first whenever the record is at rest. Resolves, once stopped, when nothing is being judged. */
export function keepReady({ ledger, read }: Desk): { stop(): Promise<void> } {
  let stopped = false;
  let seen: string | undefined;
  let judged: string | undefined;

  async function look(): Promise<void> {
    const { cut, frame } = await framed(ledger, parseFrame({}));
    const now = `${cut.size} ${frame.knownOn}`;
    const isAtRest = now === seen;
    seen = now;
    if (!isAtRest || now === judged) return;
    for (const measure of Object.values(measures)) {
      if (stopped) return;
      // What fails here fails for whoever asks, who is told.
      await read((reader) => answers(reader, frame, [measure])).catch(() => undefined);
    }
    judged = now;
  }

  let looking: Promise<void> | undefined;
  const clock = setInterval(() => {
    looking ??= look()
      .catch(() => undefined)
      .finally(() => {
        looking = undefined;
      });
  }, LOOK_MS).unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(clock);
      await looking;
    },
  };
}
