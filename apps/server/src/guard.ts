/** Who may ask before people exist to sign in: this machine, by its own name; and write only through this server's own pages or its command. */
import type { FastifyRequest } from "fastify";
import { hostNotOurs, writeFromElsewhere } from "./refusals.ts";

const LOOPBACK = /^(127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Where the server listens on loopback only, refuses `host-not-ours` for any other name: a page of another site whose
 * name was made to resolve to this machine must not read the record through the browser of a person here.
 */
export function refuseForeignName(request: FastifyRequest, listensOn: string): void {
  const loopback = listensOn === "localhost" || LOOPBACK.test(listensOn);
  if (loopback && !LOOPBACK_HOST.test(request.headers.host ?? "")) throw hostNotOurs({});
}

/** What a proxy says of whom it speaks for: behind one, every address looks like this machine's. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** Whether address and Host are this machine's, with no proxy between. */
export function isNear({ headers, socket }: FastifyRequest): boolean {
  return (
    LOOPBACK.test(socket.remoteAddress ?? "") &&
    LOOPBACK_HOST.test(headers.host ?? "") &&
    !FORWARDED.some((name) => name in headers)
  );
}

/** Refuses `write-from-elsewhere` unless address, Host and Origin are all this machine's. */
export function refuseElsewhere(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  // A page of another site that a person here has open must not write through their browser, whatever name it resolves to.
  const sameOrigin = origin === undefined || origin === `http://${host}`;
  if (!isNear(request) || !sameOrigin || site === "cross-site" || site === "same-site")
    throw writeFromElsewhere({});
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

export function isWrite(request: FastifyRequest): boolean {
  return !READS.has(request.method);
}
