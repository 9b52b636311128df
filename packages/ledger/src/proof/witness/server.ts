/** A witness: a second party that remembers a ledger's heads, so that its keeper cannot rewrite it unnoticed. */
import { createPublicKey } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { cosignerKeyOf, parseVerifierKey } from "../note.ts";
import { WitnessBook } from "./book.ts";
import { type Answer, type Bench, judge } from "./judge.ts";
import { takeSeat, witnessKey } from "./seat.ts";

export interface WitnessOptions {
  /** Where it keeps its key and what it cosigned; made where missing. */
  readonly dir: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Loopback unless given. */
  readonly host?: string;
  /** The name of its key, without spaces or plus signs. */
  readonly name: string;
  /** Verifier keys of the logs it cosigns; a key's name is its log's origin. */
  readonly trusted: readonly string[];
  /**
   * Whether a trusted log of which nothing is kept may begin with whatever it first shows; true unless given.
   * False after the first run makes a lost directory show itself instead of starting over.
   */
  readonly firstUse?: boolean;
}

export interface Witness {
  readonly url: string;
  /** For those who check its cosignatures. */
  readonly verifierKey: string;
  close(): Promise<void>;
}

/** Room for 63 proof lines and the longest checkpoint. */
const LONGEST_BODY = 131_072;
const PLAIN = "text/plain; charset=utf-8";

function clock(): number {
  return Math.floor(Date.now() / 1000);
}

/** The body as text; undefined where it is longer than any request or not UTF-8. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > LONGEST_BODY) return undefined;
    pieces.push(piece);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
  } catch {
    return undefined;
  }
}

async function answer(bench: Bench, request: IncomingMessage): Promise<Answer> {
  if (request.url !== "/add-checkpoint")
    return { status: 404, type: PLAIN, text: "There is nothing here.\n" };
  if (request.method !== "POST") return { status: 405, type: PLAIN, text: "Only POST is answered here.\n" };
  const body = await bodyOf(request);
  if (body === undefined)
    return { status: 400, type: PLAIN, text: "The request is too long or not UTF-8.\n" };
  return judge(bench, body);
}

function send(response: ServerResponse, { status, type, text }: Answer): void {
  // A body not read to its end would hold the connection up.
  const headers = { "content-type": type, "content-length": Buffer.byteLength(text) };
  response.writeHead(status, status === 400 ? { ...headers, connection: "close" } : headers).end(text);
}

async function listening(bench: Bench, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    answer(bench, request)
      .catch(
        (): Answer => ({ status: 500, type: PLAIN, text: "The witness could not keep this checkpoint.\n" }),
      )
      .then((said) => send(response, said))
      .catch(() => response.destroy());
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed).listen(port, host, ready);
  });
  return server;
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

/**
 * Starts a witness (C2SP tlog-witness). Throws the refusals `witness-directory-in-use`, `witness-state-unreadable` and
 * `verifier-key-unreadable`.
 */
export async function startWitness(options: WitnessOptions): Promise<Witness> {
  const { dir, port, host = "127.0.0.1", name, trusted, firstUse = true } = options;
  for (const key of trusted) parseVerifierKey(key);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const leave = takeSeat(dir);
  let book: WitnessBook | undefined;
  try {
    const key = witnessKey(dir);
    const verifierKey = cosignerKeyOf(name, createPublicKey(key));
    book = new WitnessBook(dir);
    const kept = book;
    const server = await listening({ name, key, trusted, firstUse, book, clock }, port, host);
    const bound = (server.address() as AddressInfo).port;
    return {
      url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
      verifierKey,
      async close() {
        await stop(server);
        kept.close();
        leave();
      },
    };
  } catch (error) {
    book?.close();
    leave();
    throw error;
  }
}
