/** Opens the embedded database of a data directory: creates, starts, joins or adopts it, whatever it finds. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chooseAccount, giveCluster, makeDataDirectory } from "./account.ts";
import { binaries } from "./binaries.ts";
import { clearDrafts, createCluster, SUPERUSER } from "./cluster.ts";
import { inspect, layout, markVersion, superuserPassword } from "./layout.ts";
import { sight } from "./postmaster-file.ts";
import { type Ground, startPostmaster, stopPostmaster } from "./postmaster.ts";
import {
  dataDirectoryFull,
  dataDirectoryInUse,
  dataDirectoryPassword,
  embeddedStartFailed,
  fileTrouble,
} from "./refusals.ts";
import { phraseOf, Seat, type Sitter } from "./seat.ts";

export interface OpenOptions {
  /** The data directory (JD_DATA); made where it is missing. */
  readonly dataDir: string;
  /** `own`: for a server, alone on its directory. `join-or-own`: for a command, beside whoever is there. */
  readonly mode: "own" | "join-or-own";
  /** Who we are, as others will read it: "the server", "jd import". */
  readonly purpose: string;
  /** Takes a line of progress for the person at the terminal. */
  readonly say?: (line: string) => void;
  /** Where we answer, for instance http://127.0.0.1:4810, told to whoever finds the directory in use. */
  readonly address?: string;
}

export interface Embedded {
  /** Superuser of this private cluster, on the product's database. */
  readonly adminUrl: string;
  /** True where we started or adopted the server, so that stop() shuts it down (a command: unless others came). */
  readonly owner: boolean;
  /** True where the server already ran without an owner, as after `kill -9` of the one before. */
  readonly adopted: boolean;
  /** The postmaster's process id. */
  readonly pid: number;
  /** Every process of the server at this moment, for measuring memory. */
  processIds(): Promise<number[]>;
  /** Calls back once when the server is gone without stop(); openEmbedded may then be called again. */
  onLost(listener: (cause: Error) => void): void;
  /** An owner ends the server in order; anybody else just lets go. Safe to repeat. */
  stop(): Promise<void>;
}

const DATABASE = "joint_docket";
/** How long another process's start or stop is waited for (milliseconds), and after how long we say so. */
const PATIENCE = 15 * 60_000;
const SILENCE = 5_000;
/** The server is starting, stopping, gone, or full of connections for the moment: look again. */
const PASSING = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "53300", "57P01", "57P02", "57P03"]);

interface Arrival {
  readonly ground: Ground;
  readonly options: OpenOptions;
  readonly password: string;
}

interface Place {
  readonly pid: number;
  readonly port: number;
}

function url(password: string, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    (code !== undefined && PASSING.has(code)) ||
    /Connection terminated|not queryable|timeout expired/.test(message ?? "")
  );
}

/** A connection to the server that the pid file names, once it has shown that it serves this very directory. */
async function connect({ ground, options, password }: Arrival, { port }: Place): Promise<Seat | undefined> {
  const { dataDir: directory, cluster, password: file } = ground.place;
  const sitter: Sitter = { process: process.pid, purpose: options.purpose, address: options.address ?? "" };
  let seat: Seat;
  try {
    seat = await Seat.connect(url(password, port, "postgres"), sitter);
  } catch (error) {
    if ((error as { code?: string }).code === "28P01")
      throw dataDirectoryPassword({ directory, file }, error);
    throw error;
  }
  let ours = false;
  try {
    const [shown] = await seat.rows<{ data_directory: string }>("show data_directory");
    ours = shown !== undefined && (await realpath(shown.data_directory)) === (await realpath(cluster));
  } finally {
    if (!ours) await seat.leave();
  }
  return ours ? seat : undefined;
}

/** What only the first arrival has to do; at the door, so that nobody sees it half done. */
async function prepare({ ground }: Arrival, seat: Seat): Promise<void> {
  const known = await seat.rows("select 1 from pg_database where datname = $1", [DATABASE]);
  if (known.length === 0) await seat.rows(`create database ${DATABASE}`);
  await markVersion(ground.place, ground.programs.major);
  await clearDrafts(ground.place);
}

async function sit(arrival: Arrival, seat: Seat): Promise<{ alone: boolean }> {
  const { ground, options } = arrival;
  return seat.atTheDoor(async () => {
    // The holder may leave between the two questions; at the door nobody else can take its place.
    while (options.mode === "own" && !(await seat.takeOwner())) {
      const holder = await seat.owner();
      if (holder !== undefined)
        throw dataDirectoryInUse({ directory: ground.place.dataDir, holder: phraseOf(holder) });
    }
    const alone = (await seat.owner()) === undefined && (await seat.otherGuests()) === 0;
    if (options.mode === "join-or-own") await seat.sitAsGuest();
    await prepare(arrival, seat);
    return { alone };
  });
}

/** A server ends its database. A command does so only as the last one out, when no server owns it. */
async function leave({ ground, options }: Arrival, seat: Seat, pid: number): Promise<void> {
  if (!seat.open) return;
  seat.leaving();
  if (options.mode === "own") await stopPostmaster(ground, pid);
  else
    await seat
      .atTheDoor(async () => {
        const others = (await seat.owner()) !== undefined || (await seat.otherGuests()) > 0;
        if (!others) await stopPostmaster(ground, pid);
      })
      .catch((error: unknown) => {
        // Somebody else ended the server while we waited at the door.
        if (!isPassing(error)) throw error;
      });
  await seat.leave();
}

function embedded(arrival: Arrival, seat: Seat, place: Place, owner: boolean, adopted: boolean): Embedded {
  let stopping: Promise<void> | undefined;
  return Object.freeze({
    adminUrl: url(arrival.password, place.port, DATABASE),
    owner,
    adopted,
    pid: place.pid,
    processIds: async () => {
      const rows = await seat.rows<{ pid: number }>("select pid from pg_stat_activity");
      return [place.pid, ...rows.map(({ pid }) => pid)];
    },
    onLost: (listener: (cause: Error) => void) => seat.onLost(listener),
    stop: () => (stopping ??= leave(arrival, seat, place.pid)),
  });
}

/** One attempt; undefined where the server was just coming or going. */
async function attempt(arrival: Arrival, place: Place, started: boolean): Promise<Embedded | undefined> {
  const { ground, options } = arrival;
  let seat: Seat | undefined;
  try {
    seat = await connect(arrival, place);
    if (seat === undefined) return undefined;
    const { alone } = await sit(arrival, seat);
    const owner = options.mode === "own" || alone;
    const adopted = owner && alone && !started;
    if (adopted) ground.say("The embedded database was still running without its server; it is taken over.");
    return embedded(arrival, seat, place, owner, adopted);
  } catch (error) {
    await seat?.leave();
    if (isPassing(error)) return undefined;
    if ((error as { code?: string }).code === "53100")
      throw dataDirectoryFull({ directory: ground.place.dataDir }, error);
    throw fileTrouble(ground.place.dataDir, error);
  }
}

async function arrive(options: OpenOptions): Promise<Arrival> {
  const say = options.say ?? (() => undefined);
  const place = layout(resolve(options.dataDir));
  const installed = await binaries();
  const state = await inspect(place, installed.major);
  try {
    await makeDataDirectory(place.dataDir);
    const { account, programs } = await chooseAccount(place, installed);
    const password = await superuserPassword(place, state);
    const ground: Ground = { place, programs, account, say };
    if (state === "empty") {
      say(`Creating the embedded database in ${place.dataDir} …`);
      await createCluster(place, programs, account, password);
    }
    await giveCluster(place.cluster, account);
    return { ground, options, password };
  } catch (error) {
    throw fileTrouble(place.dataDir, error);
  }
}

/**
 * Opens the embedded PostgreSQL of a data directory.
 * Of two processes that open it at once one starts it; a server killed before is recovered or taken over.
 * @throws Refusal with one of the codes in refusals.ts; nothing is left running that this call started.
 */
export async function openEmbedded(options: OpenOptions): Promise<Embedded> {
  const arrival = await arrive(options);
  const { place } = arrival.ground;
  const began = Date.now();
  let spoke = began;
  let startedPid: number | undefined;
  while (Date.now() - began < PATIENCE) {
    if (Date.now() - spoke > SILENCE) {
      arrival.ground.say("Waiting for the embedded database, which is starting, stopping or busy …");
      spoke = Date.now();
    }
    const seen = await sight(place.cluster);
    if (seen.state === "none") {
      const start = await startPostmaster(arrival.ground);
      const now = await sight(place.cluster);
      if (start === "ready" && now.state === "ready") startedPid = now.pid;
    } else if (seen.state === "ready") {
      const opened = await attempt(arrival, seen, seen.pid === startedPid).catch(async (error: unknown) => {
        // In use is said by whoever now owns it; any other failure must not leave our start behind.
        if (seen.pid === startedPid && (error as { code?: string }).code !== "data-directory-in-use")
          await stopPostmaster(arrival.ground, seen.pid);
        throw error;
      });
      if (opened !== undefined) return opened;
      await pause(50);
    } else await pause(50);
  }
  throw embeddedStartFailed(
    { directory: place.dataDir, log: place.log },
    new Error("PostgreSQL neither started nor stopped in time."),
  );
}
