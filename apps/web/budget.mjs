/** Measures what a first visit downloads and fails when the scripts are over 250 kB gzipped or anything leaves our host. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT = 250_000;

/** Files that `index.html` loads at once, and everything those scripts import statically. */
export function firstLoad(dist) {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const wanted = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1]);
  const seen = new Set();
  for (const file of wanted) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!file.endsWith(".js")) continue;
    const code = readFileSync(join(dist, file), "utf8");
    for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      wanted.push(`assets/${match[1]}`);
  }
  return [...seen];
}

/** What breaks a promise of the workbench, in sentences; empty when all is well. */
export function brokenPromises(dist) {
  const files = firstLoad(dist);
  const size = (file) => gzipSync(readFileSync(join(dist, file))).length;
  const scripts = files.filter((file) => file.endsWith(".js"));
  // A first visit also needs the catalogue of one language and one room: the largest of each is counted.
  const rest = readdirSync(join(dist, "assets")).filter((file) => file.endsWith(".js"));
  const largest = (pattern) =>
    Math.max(0, ...rest.filter((file) => pattern.test(file)).map((file) => size(`assets/${file}`)));
  const bytes =
    scripts.reduce((sum, file) => sum + size(file), 0) + largest(/^(en|es)-/) + largest(/^\w+Room-/);
  const broken = [];
  if (bytes > LIMIT)
    broken.push(`The first load is ${bytes} bytes of gzipped script; the limit is ${LIMIT}.`);
  const html = readFileSync(join(dist, "index.html"), "utf8");
  if (/<script(?![^>]*\bsrc=)[^>]*>/.test(html)) broken.push("index.html holds an inline script.");
  if (/<style|\sstyle="/.test(html)) broken.push("index.html holds inline style.");
  if (/(?:src|href)="(?:https?:)?\/\//.test(html))
    broken.push("index.html loads something from another host.");
  for (const file of readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".css"))) {
    const css = readFileSync(join(dist, "assets", file), "utf8");
    if (/url\(\s*["']?(?:https?:)?\/\//.test(css)) broken.push(`${file} loads something from another host.`);
    if (/url\(\s*["']?data:/.test(css))
      broken.push(`${file} holds a data: address, which the policy refuses.`);
  }
  return { bytes, broken };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bytes, broken } = brokenPromises(join(dirname(fileURLToPath(import.meta.url)), "dist"));
  console.log(`First load: ${(bytes / 1000).toFixed(1)} kB of gzipped script (limit ${LIMIT / 1000} kB).`);
  for (const sentence of broken) console.error(sentence);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
