/** How a command ends when somebody asks for it: in order where it listens, else at once, without leaving a database behind. */
import type { Installation } from "@joint-docket/server";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** As shells report a process that Ctrl-C ended. */
const INTERRUPTED = 130;

export class Ending {
  readonly #asked: Promise<void>;
  #listens = false;
  #opening: Promise<Installation> | undefined;

  constructor() {
    this.#asked = new Promise((resolve) => {
      let times = 0;
      for (const signal of SIGNALS)
        process.on(signal, () => {
          times += 1;
          resolve();
          // Who asks twice does not want to wait.
          if (times > 1 || !this.#listens) void this.#endNow(times);
        });
    });
  }

  /** The command will end by itself when this resolves. */
  asked(): Promise<void> {
    this.#listens = true;
    return this.#asked;
  }

  /** What the command is opening, or has open. */
  opens(opening: Promise<Installation>): void {
    this.#opening = opening;
  }

  /** The database takes back whatever was under way; ours is stopped so that it does not outlive us. */
  async #endNow(times: number): Promise<void> {
    if (times < 3) await this.#opening?.then(({ embedded }) => embedded?.stop()).catch(() => undefined);
    process.exit(INTERRUPTED);
  }
}
