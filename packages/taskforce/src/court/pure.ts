/** The door to the court's side of the record for whatever must also run in the browser. */
export { isCurrency } from "./currencies.ts";
export { type ArrestMade, arrestMade } from "./kinds/arrest-made.ts";
export { type ChargeDisposed, chargeDisposed } from "./kinds/charge-disposed.ts";
export { type ChargeFiled, chargeFiled } from "./kinds/charge-filed.ts";
export { type InstrumentFiled, instrumentFiled } from "./kinds/instrument-filed.ts";
export { type JudgmentVacated, judgmentVacated } from "./kinds/judgment-vacated.ts";
export { type SentenceAmended, sentenceAmended } from "./kinds/sentence-amended.ts";
export { type SentenceImposed, sentenceImposed } from "./kinds/sentence-imposed.ts";
export { requireCurrency, sayMoney, sumOfMoney } from "./money.ts";
export {
  type CountOutcome,
  type CountState,
  countOutcome,
  defendantOfCount,
  isConviction,
  latest,
  type SentenceNow,
  sentenceNow,
} from "./standing.ts";
export { sayImposed, sayTerm, type Term } from "./term.ts";
