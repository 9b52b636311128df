/** Starts the built product on a free port with data of its own, and a browser to look at it: for the browser tests and the screenshots. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ROOT } from "./toolbox.mjs";

/** A first run makes a database and loads the public record. */
const READY_WITHIN_SECONDS = 120;

/** @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
export async function startProduct() {
  if (!existsSync(join(ROOT, "apps/web/dist/index.html")))
    throw new Error("The workbench is not built: run `npm run build` first.");
  const data = mkdtempSync(join(tmpdir(), "joint-docket-product-"));
  const { DATABASE_URL: _, JD_WITNESSES: __, ...env } = process.env;
  const server = spawn(process.execPath, [join(ROOT, "apps/cli/bin/jd.js"), "start"], {
    env: { ...env, PORT: "0", HOST: "127.0.0.1", JD_DATA: data, JD_TIME_ZONE: "America/New_York" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(server, "exit");
  async function stop() {
    server.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
  let said = "";
  try {
    /** @type {string} */
    const url = await new Promise((resolve, reject) => {
      const listen = (/** @type {Buffer} */ words) => {
        said += words.toString();
        const found = /ready at (http:\/\/\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      };
      server.stdout.on("data", listen);
      server.stderr.on("data", listen);
      ended.then(([code]) =>
        reject(new Error(`The product ended with ${code} before it was ready.\n${said}`)),
      );
      setTimeout(
        () => reject(new Error(`The product was not ready in ${READY_WITHIN_SECONDS} seconds.\n${said}`)),
        READY_WITHIN_SECONDS * 1000,
      ).unref();
    });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A headless browser that calls nobody by itself. @param {string} executablePath */
export function launchBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
