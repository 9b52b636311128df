/** The door to ventures for whatever must also run in the browser. */
export type { Counted } from "./counted.ts";
export type { VentureDescribed } from "./fields.ts";
export { ventureDescribed } from "./kinds/venture-described.ts";
