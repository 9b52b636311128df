/** Starts the server: opens the installation, loads the public record on first run, listens, ticks the checkpoints. */
import { defineRefusal } from "@joint-docket/ledger";
import { buildApp } from "./app.ts";
import type { Config } from "./config.ts";
import { makeDesk } from "./desk.ts";
import { loadPublicRecord, openInstallation } from "./installation.ts";

export const portInUse = defineRefusal<{ host: string; port: number }>({
  code: "port-in-use",
  status: 500,
  en: {
    sentence: ({ host, port }) => `Something else listens on ${host}:${port} already.`,
    remedy: ({ port }) => `Stop it, or choose another port: PORT=${port + 10} npm start.`,
  },
  es: {
    sentence: ({ host, port }) => `Otro programa ya escucha en ${host}:${port}.`,
    remedy: ({ port }) => `Deténgalo o elija otro puerto: PORT=${port + 10} npm start.`,
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

/** Refuses `port-in-use`, `address-not-ours`, and whatever opening the installation refuses. */
export async function startServer(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const wanted = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`;
  const installation = await openInstallation(config, {
    purpose: "the server",
    mode: "own",
    address: wanted,
    say,
  });
  const { ledger } = installation;
  try {
    await loadPublicRecord(ledger, config.publicRecord, say);
    const app = await buildApp(makeDesk(config, installation), { log: true });
    const address = await app
      .listen({ host: config.host, port: config.port })
      .catch((error: NodeJS.ErrnoException) => {
        throw cannotListen(config, error);
      });
    await ledger.checkpoints.tick();
    ledger.checkpoints.start(config.checkpointSeconds, (error) =>
      app.log.error({ err: error }, "a checkpoint could not be made"),
    );
    const lost = new Promise<void>((resolve) => installation.embedded?.onLost(() => resolve()));
    return {
      address,
      lost,
      stop: async () => {
        await app.close();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}
