/** Reference data: where, who and when, as dated data with sources. */
export * from "./pure.ts";
