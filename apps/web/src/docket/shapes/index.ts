/** The door of the shapes: what the interface answers, as the workbench reads it. */
export * from "./acts.ts";
export * from "./assets.ts";
export * from "./cases.ts";
export * from "./common.ts";
export * from "./extraditions.ts";
export * from "./figures.ts";
export * from "./links.ts";
export * from "./organizations.ts";
export * from "./record.ts";
export * from "./results.ts";
