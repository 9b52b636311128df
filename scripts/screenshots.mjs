/** npm run screenshots: the README's pictures, taken from a fresh copy of the product, so that they never show what no longer is. */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser, startProduct } from "./product.mjs";
import { build, install, ROOT, say } from "./toolbox.mjs";
import { findChromium } from "./tools.mjs";

const FOLDER = join(ROOT, "docs/screenshots");
const WIDTH = 1440;
/** Pictures stay small enough for a page that people open on a phone. */
const MOST_BYTES = 300_000;
/** A case with several defendants, whose page has something of everything. */
const CASE = "Rollover in Duval County";

await install();
const chromium = findChromium();
if (!chromium) {
  say("Chromium was not found: install it (Debian: apt-get install chromium) or set CHROME_PATH to it.");
  process.exit(1);
}
await build();
mkdirSync(FOLDER, { recursive: true });

const { url, stop } = await startProduct();
const browser = await launchBrowser(chromium);
try {
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: 900 },
    locale: "en-US",
    colorScheme: "light",
  });
  const page = await context.newPage();

  /** @param {string} path */
  async function open(path) {
    await page.goto(url + path, { waitUntil: "networkidle" });
    await page.waitForFunction(() => document.querySelectorAll(".loading").length === 0);
  }
  /** The page from its top, down to `height` pixels. @param {string} name @param {number} height */
  async function take(name, height) {
    const path = join(FOLDER, `${name}.png`);
    const clip = { x: 0, y: 0, width: WIDTH, height };
    await page.screenshot({ path, clip, fullPage: true, animations: "disabled" });
    const { size } = statSync(path);
    say(`docs/screenshots/${name}.png: ${Math.round(size / 1000)} kB`);
    if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB.`);
  }

  await open("/results");
  await take("results", 1785);
  const found = await fetch(`${url}/api/cases?${new URLSearchParams({ q: CASE })}`);
  const { items } = /** @type {{ items: { id: string }[] }} */ (await found.json());
  if (!items[0]) throw new Error(`The public record has no case called “${CASE}”.`);
  await open(`/cases/${items[0].id}`);
  await take("case", 1400);
} finally {
  await browser.close();
  await stop();
}
