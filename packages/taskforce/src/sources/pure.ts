/** The door to sources for whatever must also run in the browser. */
export * from "./fields.ts";
export * from "./order.ts";
export { isSynthetic, SYNTHETIC, syntheticMark } from "./synthetic.ts";
export { sourceDescribed } from "./kinds/source-described.ts";
