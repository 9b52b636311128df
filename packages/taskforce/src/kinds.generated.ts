/** Every kind of entry, by name. Written by collect-kinds.mjs; do not edit. */
import type { Kind } from "@joint-docket/ledger/pure";
import { arrestMade } from "./court/kinds/arrest-made.ts";
import { caseOpened } from "./cases/kinds/case-opened.ts";
import { chargeDisposed } from "./court/kinds/charge-disposed.ts";
import { chargeFiled } from "./court/kinds/charge-filed.ts";
import { defendantJoined } from "./cases/kinds/defendant-joined.ts";
import { figureReported } from "./figures/kinds/figure-reported.ts";
import { judgmentVacated } from "./court/kinds/judgment-vacated.ts";
import { sentenceAmended } from "./court/kinds/sentence-amended.ts";
import { sentenceImposed } from "./court/kinds/sentence-imposed.ts";
import { sourceDescribed } from "./sources/kinds/source-described.ts";

export const kinds: readonly Kind[] = [
  arrestMade as Kind,
  caseOpened as Kind,
  chargeDisposed as Kind,
  chargeFiled as Kind,
  defendantJoined as Kind,
  figureReported as Kind,
  judgmentVacated as Kind,
  sentenceAmended as Kind,
  sentenceImposed as Kind,
  sourceDescribed as Kind,
];
