/** The house's rules as code: imports run downhill, and a folder is entered through its doors. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { ROOT } from "./toolbox.mjs";

/** What each part may import of ours. Ground packages import none. */
const MAY_IMPORT = {
  "packages/ledger": [],
  "packages/guidelines": [],
  "packages/tipbox": [],
  "packages/planner": [],
  "packages/paper": [],
  "packages/taskforce": [
    "@joint-docket/ledger",
    "@joint-docket/guidelines",
    "@joint-docket/tipbox",
    "@joint-docket/planner",
    "@joint-docket/paper",
  ],
  "apps/server": [
    "@joint-docket/taskforce",
    "@joint-docket/ledger",
    "@joint-docket/guidelines",
    "@joint-docket/planner",
    "@joint-docket/paper",
  ],
  "apps/cli": [
    "@joint-docket/server",
    "@joint-docket/taskforce",
    "@joint-docket/ledger",
    "@joint-docket/guidelines",
    "@joint-docket/planner",
    "@joint-docket/paper",
  ],
  "apps/tips": ["@joint-docket/tipbox", "@joint-docket/ledger", "@joint-docket/taskforce"],
  // Over HTTP only, and what is pure.
  "apps/web": [
    "@joint-docket/taskforce/pure",
    "@joint-docket/ledger/pure",
    "@joint-docket/guidelines",
    "@joint-docket/tipbox",
  ],
};

/** The one file that may reach into folders: it is generated from their kinds. */
const SANCTIONED = "packages/taskforce/src/kinds.generated.ts";
const DOORS = new Set(["index.ts", "pure.ts"]);

/** @param {string} folder @returns {string[]} */
function sources(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules" || name === "dist") return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** @param {string} text */
function importsOf(text) {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, name = ""]) => name);
}

/** @param {string} part @param {string} file @param {string} name @param {boolean} test */
function packageRule(part, file, name, test) {
  if (!name.startsWith("@joint-docket/")) return undefined;
  if (test && name === "@joint-docket/ledger/testing") return undefined;
  const allowed = /** @type {Record<string, string[]>} */ (MAY_IMPORT)[part] ?? [];
  const pureOnly = part === "apps/web";
  const fits = allowed.some((prefix) =>
    pureOnly
      ? name === prefix || (name.startsWith("@joint-docket/taskforce/") && name.endsWith("/pure"))
      : name === prefix || name.startsWith(`${prefix}/`),
  );
  return fits ? undefined : `${file} imports ${name}, which is uphill of ${part} or no door of its package.`;
}

/** Inside taskforce, another subject's folder is entered by its doors only. @param {string} file @param {string} target */
function doorRule(file, target) {
  const subjects = `packages${sep}taskforce${sep}src${sep}`;
  if (!file.startsWith(subjects) || file === SANCTIONED) return undefined;
  const from = file.slice(subjects.length).split(sep);
  const to = target.slice(subjects.length).split(sep);
  if (!target.startsWith(subjects) || to.length < 2 || from[0] === to[0]) return undefined;
  return DOORS.has(to.slice(1).join("/"))
    ? undefined
    : `${file} climbs into ${target} past that folder's doors.`;
}

/** A part is not entered through another's files. @param {string} part @param {string} file @param {string} target */
function wallRule(part, file, target) {
  return target.startsWith(part + sep) || target.startsWith("data")
    ? undefined
    : `${file} reaches out of ${part} to ${target}.`;
}

/** Every broken rule, a sentence each. @param {string} [root] @returns {string[]} */
export function houseRules(root = ROOT) {
  /** @type {string[]} */
  const broken = [];
  for (const part of ["packages", "apps"].flatMap((floor) =>
    readdirSync(join(root, floor)).map((name) => `${floor}/${name}`),
  )) {
    if (!(part in MAY_IMPORT)) broken.push(`${part} stands in no rule of the house (scripts/house.mjs).`);
    for (const path of sources(join(root, part))) {
      const file = relative(root, path);
      const test = /\.test\.tsx?$|[\\/](testing|fixtures)[\\/]/.test(file);
      for (const name of importsOf(readFileSync(path, "utf8"))) {
        const target = name.startsWith(".") ? relative(root, join(dirname(path), name)) : undefined;
        const rule =
          target === undefined
            ? packageRule(part, file, name, test)
            : (wallRule(part, file, target) ?? (test ? undefined : doorRule(file, target)));
        if (rule) broken.push(rule);
      }
    }
  }
  return broken;
}
