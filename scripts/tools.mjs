/** Finds Chromium and Python, and installs them from Debian's packages where that may be done. */
import { existsSync } from "node:fs";
import { run, runQuietly, say } from "./toolbox.mjs";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser for the tests: CHROME_PATH, or one of the usual places. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return BROWSERS.find((path) => existsSync(path));
}

export async function findPython() {
  const { code } = await runQuietly("python3", [
    "-c",
    "import sys; sys.exit(0 if sys.version_info >= (3, 9) else 1)",
  ]);
  return code === 0 ? "python3" : undefined;
}

async function debianMayInstall() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  return (await runQuietly("apt-get", ["--version"])).code === 0;
}

/** @param {string[]} packages */
async function installFromDebian(packages) {
  if (!(await debianMayInstall())) return;
  say(`Installing ${packages.join(" and ")} from Debian's packages (once).`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update"], { env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "-qq", ...packages], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** @returns {Promise<{ chromium: string | undefined, python: string | undefined }>} */
export async function findTools() {
  const missing = [];
  if (!findChromium() && !process.env.CHROME_PATH) missing.push("chromium");
  if (!(await findPython())) missing.push("python3");
  if (missing.length > 0) await installFromDebian(missing);
  return { chromium: findChromium(), python: await findPython() };
}
