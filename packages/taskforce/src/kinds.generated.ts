/** Every kind of entry, by name. Written by collect-kinds.mjs; do not edit. */
import type { Kind } from "@joint-docket/ledger/pure";
import { arrestMade } from "./court/kinds/arrest-made.ts";
import { assetClaimed } from "./assets/kinds/asset-claimed.ts";
import { assetForfeited } from "./assets/kinds/asset-forfeited.ts";
import { assetRealized } from "./assets/kinds/asset-realized.ts";
import { assetSeized } from "./assets/kinds/asset-seized.ts";
import { caseDocketed } from "./cases/kinds/case-docketed.ts";
import { caseOpened } from "./cases/kinds/case-opened.ts";
import { chargeDisposed } from "./court/kinds/charge-disposed.ts";
import { chargeFiled } from "./court/kinds/charge-filed.ts";
import { defendantJoined } from "./cases/kinds/defendant-joined.ts";
import { documentFiled } from "./documents/kinds/document-filed.ts";
import { extraditionDecided } from "./extradition/kinds/extradition-decided.ts";
import { extraditionRequested } from "./extradition/kinds/extradition-requested.ts";
import { extraditionSurrendered } from "./extradition/kinds/extradition-surrendered.ts";
import { figureDrafted } from "./published/kinds/figure-drafted.ts";
import { figurePublished } from "./published/kinds/figure-published.ts";
import { figureReported } from "./figures/kinds/figure-reported.ts";
import { figureReviewed } from "./published/kinds/figure-reviewed.ts";
import { figureWithdrawn } from "./published/kinds/figure-withdrawn.ts";
import { instrumentFiled } from "./court/kinds/instrument-filed.ts";
import { judgmentVacated } from "./court/kinds/judgment-vacated.ts";
import { linkAsserted } from "./organizations/kinds/link-asserted.ts";
import { organizationDescribed } from "./organizations/kinds/organization-described.ts";
import { priorityAdopted } from "./priority/kinds/priority-adopted.ts";
import { roleHeld } from "./organizations/kinds/role-held.ts";
import { sentenceAmended } from "./court/kinds/sentence-amended.ts";
import { sentenceImposed } from "./court/kinds/sentence-imposed.ts";
import { sourceDescribed } from "./sources/kinds/source-described.ts";
import { targetListed } from "./organizations/kinds/target-listed.ts";
import { ventureDescribed } from "./ventures/kinds/venture-described.ts";

export const kinds: readonly Kind[] = [
  arrestMade as Kind,
  assetClaimed as Kind,
  assetForfeited as Kind,
  assetRealized as Kind,
  assetSeized as Kind,
  caseDocketed as Kind,
  caseOpened as Kind,
  chargeDisposed as Kind,
  chargeFiled as Kind,
  defendantJoined as Kind,
  documentFiled as Kind,
  extraditionDecided as Kind,
  extraditionRequested as Kind,
  extraditionSurrendered as Kind,
  figureDrafted as Kind,
  figurePublished as Kind,
  figureReported as Kind,
  figureReviewed as Kind,
  figureWithdrawn as Kind,
  instrumentFiled as Kind,
  judgmentVacated as Kind,
  linkAsserted as Kind,
  organizationDescribed as Kind,
  priorityAdopted as Kind,
  roleHeld as Kind,
  sentenceAmended as Kind,
  sentenceImposed as Kind,
  sourceDescribed as Kind,
  targetListed as Kind,
  ventureDescribed as Kind,
];
