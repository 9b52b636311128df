/** Every command of jd, in the order of its help. */
import type { Command } from "../command.ts";
import { exportLedger, importLedger } from "./archive.ts";
import { cases } from "./cases.ts";
import { correct, entry, purge, withdraw } from "./entry.ts";
import { generate } from "./generate.ts";
import { factSheetCommand } from "./fact-sheet.ts";
import { figures } from "./figures.ts";
import { importFile } from "./import.ts";
import { kinds } from "./kinds.ts";
import { ledger } from "./ledger.ts";
import { rebuild } from "./rebuild.ts";
import { results } from "./results.ts";
import { assets, extraditions, organizations } from "./rooms.ts";
import { start } from "./start.ts";
import { verify } from "./verify.ts";
import { witness } from "./witness.ts";

export const commands: readonly Command[] = [
  start,
  results,
  factSheetCommand,
  figures,
  cases,
  organizations,
  assets,
  extraditions,
  entry,
  importFile,
  correct,
  withdraw,
  purge,
  kinds,
  verify,
  ledger,
  rebuild,
  exportLedger,
  importLedger,
  generate,
  witness,
];
