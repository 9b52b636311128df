/** Starts the server: opens the installation, loads the public record on first run, listens, ticks the checkpoints. */
import { type CheckpointClock, defineRefusal, type Refusal } from "@joint-docket/ledger";
import type { Config } from "./config.ts";
import { makeDesk } from "./desk.ts";
import { faultOf } from "./fault.ts";
import { loadPublicRecord, openInstallation } from "./installation.ts";
import type { Log } from "./problem.ts";
import { keepReady } from "./ready.ts";

/** A port of the same neighborhood. */
const another = (port: number) => (port + 10 > 65_535 ? port - 10 : port + 10);

export const portInUse = defineRefusal<{ host: string; port: number }>({
  code: "port-in-use",
  status: 500,
  en: {
    sentence: ({ host, port }) => `Something else listens on ${host}:${port} already.`,
    remedy: ({ port }) => `Stop it, or choose another port: PORT=${another(port)} npm start.`,
  },
  es: {
    sentence: ({ host, port }) => `Otro programa ya escucha en ${host}:${port}.`,
    remedy: ({ port }) => `Deténgalo o elija otro puerto: PORT=${another(port)} npm start.`,
  },
});

export const addressNotOurs = defineRefusal<{ host: string; port: number; why: string }>({
  code: "address-not-ours",
  status: 500,
  en: {
    sentence: ({ host, port, why }) => `The server cannot listen on ${host}:${port} (${why}).`,
    remedy: () => "Choose an address of this machine with HOST, and a port above 1023 with PORT.",
  },
  es: {
    sentence: ({ host, port, why }) => `El servidor no puede escuchar en ${host}:${port} (${why}).`,
    remedy: () => "Elija una dirección de esta máquina con HOST y un puerto mayor que 1023 con PORT.",
  },
});

export interface RunningServer {
  /** `http://127.0.0.1:4810`. */
  readonly address: string;
  /** Resolves when the database went away under the server. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

function cannotListen({ host, port }: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === "EADDRINUSE") return portInUse({ host, port }, error);
  return addressNotOurs({ host, port, why: error.code ?? error.message }, error);
}

/** Starts the clock of checkpoints. A tick that fails is made up for by the next; the log is told when it begins and ends. */
async function keepCheckpoints(clock: CheckpointClock, seconds: number, log: Log): Promise<void> {
  let failing: string | undefined;
  const failed = (refusal: Refusal) => {
    if (failing !== refusal.code)
      log(
        `No checkpoint can be made: ${refusal.message} (${refusal.code}) It is tried again every ${seconds} s; nothing that was recorded is lost. Cause: ${faultOf(refusal.cause)}`,
      );
    failing = refusal.code;
  };
  const made = () => {
    if (failing !== undefined) log("Checkpoints are made again.");
    failing = undefined;
  };
  await clock.tick().then(made, failed);
  clock.start(seconds, failed, made);
}

/** Refuses `port-in-use`, `address-not-ours`, and whatever opening the installation refuses. */
export async function startServer(
  config: Config,
  say: (line: string) => void,
  log: Log = () => undefined,
): Promise<RunningServer> {
  const wanted = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`;
  say(
    config.databaseUrl === undefined
      ? `Opening the record in ${config.dataDir}.`
      : "Opening the record on the server that DATABASE_URL names.",
  );
  const installation = await openInstallation(config, {
    purpose: "the server",
    mode: "own",
    address: wanted,
    say,
  });
  const { ledger } = installation;
  try {
    await loadPublicRecord(ledger, config.publicRecord, say);
    // Loaded here, so that a command of jd that serves nobody need not wait for it.
    const { buildApp } = await import("./app.ts");
    const desk = makeDesk(config, installation, log);
    const app = await buildApp(desk);
    const address = await app
      .listen({ host: config.host, port: config.port })
      .catch((error: NodeJS.ErrnoException) => {
        throw cannotListen(config, error);
      });
    await keepCheckpoints(ledger.checkpoints, config.checkpointSeconds, log);
    const ready = keepReady(desk);
    const lost = new Promise<void>((resolve) => installation.embedded?.onLost(() => resolve()));
    return {
      address,
      lost,
      stop: async () => {
        await ready.stop();
        await app.close();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}
