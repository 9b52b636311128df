/** Where everything is measured: a fresh embedded database with its ledger, as an installation has it, and jd beside it. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openEmbedded, openLedger, openSecrets } from "@joint-docket/ledger";
import { gate, localOperator } from "@joint-docket/taskforce/access";
import { kinds } from "@joint-docket/taskforce/pure";
import { ROOT } from "../scripts/toolbox.mjs";

/** Proportional share of the processes' memory, in MB: what several share is counted once. @param {readonly number[]} pids */
function memoryOf(pids) {
  let kilobytes = 0;
  for (const pid of new Set(pids)) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  return kilobytes / 1024;
}

/** @param {string} dataDir */
export async function openGround(dataDir) {
  const embedded = await openEmbedded({ dataDir, mode: "join-or-own", purpose: "the bench" });
  const secrets = await openSecrets(join(dataDir, "secrets"));
  const ledger = await openLedger({
    url: embedded.adminUrl,
    secrets,
    kinds,
    gate,
    timeZone: "America/New_York",
  });
  return {
    ledger,
    actor: localOperator,
    kinds,
    url: embedded.adminUrl,
    /**
     * Starts `jd` on the same data directory. `peak` says the most memory, in MB, that it and the database had together.
     * @param {readonly string[]} args @param {Readonly<Record<string, string>>} [env]
     */
    jd(args, env = {}) {
      const { DATABASE_URL: _elsewhere, ...rest } = process.env;
      const child = spawn(process.execPath, [join(ROOT, "apps/cli/bin/jd.js"), ...args], {
        env: { ...rest, JD_DATA: dataDir, ...env },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let out = "";
      child.stdout.on("data", (text) => (out += text));
      let most = 0;
      const look = async () => {
        const pids = await embedded.processIds().catch(() => []);
        most = Math.max(most, memoryOf([...pids, /** @type {number} */ (child.pid)]));
      };
      const watch = setInterval(() => void look(), 250);
      /** @type {Promise<{ code: number | null, out: string, peak: number }>} */
      const ended = new Promise((resolve) =>
        child.on("close", (code) => {
          clearInterval(watch);
          resolve({ code, out, peak: most });
        }),
      );
      return { ended, peak: () => most, stop: () => child.kill("SIGTERM") };
    },
    async close() {
      await ledger.close();
      await embedded.stop();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openGround>>} Ground */
